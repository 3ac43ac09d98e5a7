"""/stats against a plain model: each number as docs/statistics.rst defines it, computed slowly, row by row."""

import collections
import datetime
import random
from pathlib import Path

import pytest

from ispyb_api.app import PREFIX
from ispyb_api.statistics import repository

NAMES = ("breakdown", "times", "errors", "hourlies", "parameters/histogram")
BAD = {"Aborted by user", "Failed", "Data collection unsuccessful"}
DAY = datetime.datetime(2026, 3, 2, 8)


def hours(start, end):
    return max((end - start).total_seconds(), 0) / 3600


def moment(value):
    return datetime.datetime.fromisoformat(str(value)) if value else None


class Slow:
    """One session of a site, read row by row."""

    def __init__(self, site, session):
        def rows(sql):
            return [{k: moment(v) if k in ("a", "b") else v for k, v in row.items()} for row in site.ask(sql, session)]

        whole = rows("SELECT startDate AS a, endDate AS b FROM BLSession WHERE sessionId = %s")[0]
        self.start, self.end = whole["a"], whole["b"]
        self.collections = rows(
            "SELECT d.startTime AS a, d.endTime AS b, d.runStatus AS status, g.experimentType AS kind,"
            " g.dataCollectionGroupId AS grp, d.wavelength AS w, d.beamSizeAtSampleX AS x, d.beamSizeAtSampleY AS y,"
            " d.exposureTime AS exposure, d.dataCollectionId AS id FROM DataCollection d JOIN DataCollectionGroup g"
            " ON g.dataCollectionGroupId = d.dataCollectionGroupId WHERE g.sessionId = %s"
        )
        self.robot = rows(
            "SELECT startTimestamp AS a, endTimestamp AS b, actionType AS kind FROM RobotAction WHERE blsessionId = %s"
        )
        self.edge = rows("SELECT startTime AS a, endTime AS b FROM EnergyScan WHERE sessionId = %s")
        self.xrf = rows("SELECT startTime AS a, endTime AS b FROM XFEFluorescenceSpectrum WHERE sessionId = %s")
        self.faults = rows(
            "SELECT beamtimelost_starttime AS a, beamtimelost_endtime AS b FROM BF_fault WHERE sessionId = %s AND beamtimelost = 1"
        )
        self.screenings = rows(
            "SELECT g.dataCollectionGroupId AS grp, s.bltimeStamp AS a FROM Screening s LEFT JOIN DataCollection d"
            " ON d.dataCollectionId = s.dataCollectionId JOIN DataCollectionGroup g ON g.dataCollectionGroupId ="
            " COALESCE(s.dataCollectionGroupId, d.dataCollectionGroupId) WHERE g.sessionId = %s"
        )

    def times(self):
        def total(rows):
            return sum(hours(row["a"], row["b"]) for row in rows if row["a"] and row["b"])

        busy = [*self.collections, *self.robot, *self.edge, *self.xrf]
        begins = [row["a"] for row in busy if row["a"]]
        ends = [row["b"] or row["a"] for row in busy if row["b"] or row["a"]]
        found = {
            "startup": hours(self.start, min(begins)) if self.start and begins else None,
            "datacollection": total(self.collections),
            "edge": total(self.edge),
            "xrf": total(self.xrf),
            "robot": total(self.robot),
            "strategy": sum(hours(*each) for each in self.strategies()),
            "centring": sum(hours(*each) for each in self.centrings()),
            "fault": total(self.faults),
            "remaining": hours(max(ends), self.end) if self.end and ends else None,
        }
        duration = hours(self.start, self.end) if self.start and self.end else None
        spent = sum(value for value in found.values() if value)
        thinking = None if duration is None else max(duration - spent, 0)
        return {"duration": duration, **found, "thinking": thinking}

    def strategies(self):
        found = []
        for group in {row["grp"] for row in self.screenings}:
            ends = [row["b"] for row in self.collections if row["grp"] == group and row["b"]]
            done = [row["a"] for row in self.screenings if row["grp"] == group and row["a"]]
            if ends and done and 0 <= (max(done) - max(ends)).total_seconds() <= 3600:
                found.append((max(ends), max(done)))
        return found

    def centrings(self):
        found = []
        loads = sorted(row["b"] for row in self.robot if row["b"] and str(row["kind"]).upper() == "LOAD")
        for load in loads:
            later = [row["a"] for row in self.collections if row["a"] and row["a"] >= load]
            others = [other for other in loads if other > load]
            if later and (min(later) - load).total_seconds() <= 900 and not any(o < min(later) for o in others):
                found.append((load, min(later)))
        return found


def test_times_are_what_the_model_says(site):
    for row in site.ask("SELECT sessionId AS id FROM BLSession"):
        (found,) = site.get(f"/stats/times?sessionId={row['id']}").json["sessions"]
        expected = Slow(site, row["id"]).times()
        for name, value in expected.items():
            assert found[name] == (None if value is None else pytest.approx(value, abs=2e-4)), (row["id"], name)


@pytest.fixture(scope="module")
def random_sessions(written):
    """Sessions that were filled at random, with gaps, overlaps and rows out of order."""
    dice, ids = random.Random(7), []

    def when():
        return None if dice.random() < 0.15 else str(DAY + datetime.timedelta(minutes=dice.randrange(-30, 1000)))

    with written.database.transaction(write=True) as tx:
        cursor, mark = tx._raw.cursor(), "%s" if written.name == "mariadb" else "?"

        def put(table, **values):
            marks = ", ".join([mark] * len(values))
            cursor.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))

        for number in range(8001, 8021):
            ids.append(number)
            end = str(DAY + datetime.timedelta(hours=dice.randrange(1, 24)))
            put(
                "BLSession",
                sessionId=number,
                proposalId=1,
                beamLineName="BL01-MX",
                visit_number=number,
                startDate=str(DAY),
                endDate=end,
            )
            for group in range(number * 10, number * 10 + dice.randrange(4)):
                put(
                    "DataCollectionGroup",
                    dataCollectionGroupId=group,
                    sessionId=number,
                    experimentType=dice.choice(["OSC", "Mesh", None]),
                )
                for _ in range(dice.randrange(5)):
                    status = dice.choice(
                        [
                            "DataCollection Successful",
                            "Data collection unsuccessful",
                            "Aborted by user",
                            "Failed",
                            None,
                            "Running",
                        ]
                    )
                    size = dice.choice([None, 0, 0.004999, 0.005, 0.02, 0.15, 0.151])
                    put("DataCollection", dataCollectionGroupId=group, startTime=when(), endTime=when(), runStatus=status,
                        wavelength=dice.choice([None, 0, 0.9763, 12.398419843320026, 0.4959, 0.4, 13.0]), imagePrefix="p",
                        beamSizeAtSampleX=size, beamSizeAtSampleY=dice.choice([size, 0.07]),
                        exposureTime=dice.choice([None, 0.0, 0.05, 4.99, 5.0, 6.0]))  # fmt: skip
                if dice.random() < 0.5:
                    put("Screening", dataCollectionGroupId=group, bltimeStamp=when() or str(DAY))
            for _ in range(dice.randrange(6)):
                put(
                    "RobotAction",
                    blsessionId=number,
                    actionType=dice.choice(["LOAD", "UNLOAD"]),
                    startTimestamp=when() or str(DAY),
                    endTimestamp=when() or str(DAY),
                )
            for table in ("EnergyScan", "XFEFluorescenceSpectrum"):
                for _ in range(dice.randrange(3)):
                    put(table, sessionId=number, startTime=when(), endTime=when())
            for lost in [0, 1, None][: dice.randrange(4)]:
                begin, end = when(), when()
                put(
                    "BF_fault",
                    sessionId=number,
                    beamtimelost=lost,
                    beamtimelost_starttime=begin,
                    beamtimelost_endtime=end,
                )
    return ids


def test_times_of_random_sessions_are_what_the_model_says(written, random_sessions):
    for number in random_sessions:
        (found,) = written.get(f"/stats/times?sessionId={number}").json["sessions"]
        for name, value in Slow(written, number).times().items():
            assert found[name] == (None if value is None else pytest.approx(value, abs=2e-4)), (number, name)


def test_average_is_over_sessions_in_which_a_number_is_known(written, random_sessions):
    answer = written.get("/stats/times?proposal=MX415").json
    for name, mean in answer["average"].items():
        known = [row[name] for row in answer["sessions"] if row[name] is not None]
        assert mean == (pytest.approx(sum(known) / len(known), abs=2e-4) if known else None), name


def test_failures_are_what_the_model_says(written, random_sessions):
    for number in random_sessions:
        found = {row["experimentType"]: row for row in written.get(f"/stats/errors?sessionId={number}").json["totals"]}
        rows = Slow(written, number).collections
        assert set(found) == {row["kind"] or "unknown" for row in rows}
        for kind, row in found.items():
            mine = [each for each in rows if (each["kind"] or "unknown") == kind]
            aborted = [each for each in mine if each["status"] == "Aborted by user"]
            failed = [each for each in mine if each["status"] in ("Failed", "Data collection unsuccessful")]
            odd = [each for each in mine if each["status"] == "Running" and each["b"]]  # ended, and nobody said how
            assert (row["total"], row["aborted"], row["failed"]) == (len(mine), len(aborted), len(failed) + len(odd))


def test_hours_are_averages_over_days(written, random_sessions):
    number = random_sessions[3]
    begun = [row["a"] for row in Slow(written, number).collections if row["a"]]
    found = written.get(f"/stats/hourlies?sessionId={number}").json["datacollections"]
    days = len({each.date() for each in begun}) or 1
    assert found["hour"] == list(range(24))
    assert found["average"] == [pytest.approx(sum(e.hour == h for e in begun) / days, abs=1e-4) for h in range(24)]


def test_loads_are_counted_by_the_hour(written, random_sessions):
    loads = [row["a"] for each in random_sessions for row in Slow(written, each).robot if row["kind"] == "LOAD"]
    rows = [written.get(f"/stats/hourlies?sessionId={each}").json["loaded"]["average"] for each in random_sessions]
    of_one = [[row["a"] for row in Slow(written, each).robot if row["kind"] == "LOAD"] for each in random_sessions]
    days = [len({moment.date() for moment in each}) or 1 for each in of_one]
    totals = [sum(average[hour] * n for average, n in zip(rows, days, strict=True)) for hour in range(24)]
    assert totals == [pytest.approx(sum(each.hour == hour for each in loads), abs=0.01) for hour in range(24)]


def test_the_same_day_of_other_months_is_another_day(written):
    written.ask(
        "INSERT INTO BLSession (sessionId, proposalId, beamLineName, visit_number, startDate, endDate)"
        " VALUES (8100, 1, 'BL01-MX', 8100, '2026-01-05 09:00:00', '2026-03-06 09:00:00')"
    )
    written.ask("INSERT INTO DataCollectionGroup (dataCollectionGroupId, sessionId) VALUES (81000, 8100)")
    for day in ("2026-01-05", "2026-02-05", "2026-03-05"):
        written.ask(
            "INSERT INTO DataCollection (dataCollectionGroupId, startTime) VALUES (81000, %s)", f"{day} 10:30:00"
        )
    assert written.get("/stats/hourlies?sessionId=8100").json["datacollections"]["average"][10] == 1


PARAMETERS = {
    "energy": (200, lambda row: 12_398.419_843_320_026 / row["w"] if row["w"] else None),
    "beamsizex": (5, lambda row: None if row["x"] is None else row["x"] * 1000),
    "beamsizey": (5, lambda row: None if row["y"] is None else row["y"] * 1000),
    "exposuretime": (50, lambda row: None if row["exposure"] is None else row["exposure"] * 1000),
}


@pytest.mark.parametrize("name", PARAMETERS)
def test_bins_hold_their_values(written, random_sessions, name):
    width, value_of = PARAMETERS[name]
    for number in random_sessions:
        values = [value for row in Slow(written, number).collections if (value := value_of(row)) is not None]
        (line,) = written.get(f"/stats/parameters/histogram?sessionId={number}&parameter={name}").json["beamLines"]
        for low, frequency in zip(line["bin"], line["frequency"], strict=True):
            last = low == line["bin"][-1]
            expected = sum(low <= each < low + width or (last and each == low + width) for each in values)
            assert frequency == expected, (number, low)


def test_breakdown_of_random_sessions_is_what_the_model_says(written, random_sessions):
    for number in random_sessions:
        found, rows = written.get(f"/stats/breakdown?sessionId={number}").json, Slow(written, number)
        counted = found["overview"]["counts"]
        assert found["overview"]["duration"] == pytest.approx(hours(rows.start, rows.end), abs=1e-4)
        assert counted["datacollectionTypes"] == collections.Counter(
            row["kind"] or "unknown" for row in rows.collections
        )
        bad = [row for row in rows.collections if row["status"] in BAD or (row["status"] == "Running" and row["b"])]
        assert (counted["datacollections"], counted["failed"]) == (len(rows.collections), len(bad))
        assert (counted["robot"], counted["edge"], counted["xrf"]) == tuple(map(len, (rows.robot, rows.edge, rows.xrf)))


def test_history_of_random_sessions_is_what_the_model_says(written, random_sessions):
    def spans(rows):
        return sorted(text(row["a"] or row["b"], row["b"] or row["a"]) for row in rows if row["a"] or row["b"])

    def text(start, end):
        return start.isoformat(), end.isoformat()

    for number in random_sessions:
        history, rows = written.get(f"/stats/breakdown?sessionId={number}").json["history"], Slow(written, number)
        expected = {
            "session": [text(rows.start, rows.end)],
            "dc": spans(rows.collections),
            "robot": spans(rows.robot),
            "edge": spans(rows.edge),
            "xrf": spans(rows.xrf),
            "fault": spans(rows.faults),
            "centring": sorted(text(*each) for each in rows.centrings()),
            "strategy": sorted(text(*each) for each in rows.strategies()),
        }
        for kind, wanted in expected.items():
            told = sorted((row["startTime"], row["endTime"]) for row in history if row["eventType"] == kind)
            assert told == wanted, (number, kind)
        assert {row["sessionId"] for row in history} == {str(number)}


def test_plottables_of_random_sessions_are_what_the_model_says(written, random_sessions):
    for number in random_sessions:
        found = written.get(f"/stats/breakdown?sessionId={number}").json["plottables"]
        rows = [row for row in Slow(written, number).collections if row["a"]]
        rows.sort(key=lambda row: (row["a"], row["id"]))
        series = {each["title"]: each["data"] for each in found["series"]}
        assert found["time"] == [row["a"].isoformat() for row in rows]
        energies = [12_398.419_843_320_026 / row["w"] if row["w"] else None for row in rows]
        assert series["energy"] == [each and pytest.approx(each, abs=0.01) for each in energies]
        assert series["beamSizeAtSampleX"] == [row["x"] for row in rows]
        assert series["beamSizeAtSampleY"] == [row["y"] for row in rows]


def test_breakdown_counts_and_tells_in_order(site):
    found = site.get("/stats/breakdown?session=MX415-3").json
    rows = Slow(site, 3)
    counted = found["overview"]["counts"]
    assert (counted["datacollections"], counted["robot"]) == (len(rows.collections), len(rows.robot))
    starts = [row["startTime"] for row in found["history"]]
    assert starts == sorted(starts)


def test_strategy_by_a_collection_counts_as_its_groups(written):
    written.ask(
        "INSERT INTO BLSession (sessionId, proposalId, beamLineName, visit_number, startDate, endDate)"
        " VALUES (8200, 1, 'BL01-MX', 8200, '2026-03-02 08:00:00', '2026-03-02 16:00:00')"
    )
    written.ask("INSERT INTO DataCollectionGroup (dataCollectionGroupId, sessionId) VALUES (82000, 8200)")
    written.ask(
        "INSERT INTO DataCollection (dataCollectionId, dataCollectionGroupId, startTime, endTime)"
        " VALUES (82000, 82000, '2026-03-02 09:00:00', '2026-03-02 09:06:00')"
    )
    written.ask("INSERT INTO Screening (dataCollectionId, bltimeStamp) VALUES (82000, '2026-03-02 09:24:00')")
    found = written.get("/stats/times?sessionId=8200").json["sessions"][0]
    assert (found["strategy"], found["datacollection"], found["startup"], found["remaining"]) == (0.3, 0.1, 1, 6.9)


def test_logs_of_failed_collections_are_read(written):
    folder = written.settings.files.roots[0]
    Path(folder, "beamline.log").write_text("moving\nshutter did not open\n\n")
    written.ask(
        "INSERT INTO DataCollectionGroup (dataCollectionGroupId, sessionId, experimentType) VALUES (83000, 8200, 'SAD')"
    )
    for number, path in ((83001, f"{folder}/beamline.log"), (83002, f"{folder}/beamline.log"), (83003, "/etc/passwd")):
        written.ask(
            "INSERT INTO DataCollection (dataCollectionId, dataCollectionGroupId, runStatus) VALUES (%s, 83000, 'Failed')",
            number,
        )
        written.ask(
            "INSERT INTO DataCollectionFileAttachment (dataCollectionId, fileFullPath, fileType) VALUES (%s, %s, 'log')",
            number, path,
        )  # fmt: skip
    (found,) = [t for t in written.get("/stats/errors?sessionId=8200").json["totals"] if t["experimentType"] == "SAD"]
    assert found["messages"] == [{"count": 2, "message": "shutter did not open"}]
    assert (found["total"], found["failed"], found["failedPercent"]) == (3, 3, 100)


def test_too_many_sessions_are_refused_by_name(written, random_sessions, monkeypatch):
    monkeypatch.setattr(repository, "MOST_SESSIONS", 3)
    answer = written.get("/stats/times?proposal=MX415")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["proposal"])


def test_too_many_rows_are_refused_by_name(written, random_sessions, monkeypatch):
    monkeypatch.setattr(repository, "MOST_ROWS", 1)
    answer = written.get("/stats/hourlies?proposal=MX415")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["proposal"])


@pytest.mark.parametrize("name", NAMES)
def test_hidden_and_unknown_sessions_are_404(site, name):
    for query in ("sessionId=999999", "session=XX1-1", "sessionId=9", "session=EM67-2"):
        assert site.get(f"/stats/{name}?{query}", "member").status_code == 404, query
    assert site.get(f"/stats/{name}?sessionId=3", "outsider").status_code == 404
    assert site.get(f"/stats/{name}?sessionId=3", "member").status_code == 200


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("query", ["", "beamLineName=BL01-MX", "runId=1", "sessionId=x"])
def test_something_must_be_asked_for(site, name, query):
    assert site.get(f"/stats/{name}?{query}").status_code == 422


def test_beamline_and_run(written):
    written.ask(
        "INSERT INTO v_run (runId, run, startDate, endDate) VALUES (7, '2026-01', '2026-01-01 00:00:00', '2026-12-31 00:00:00')"
    )
    assert written.get("/stats/runs").json["results"][0]["run"] == "2026-01"
    assert written.get("/stats/times?beamLineName=BL01-MX&runId=7").status_code == 200
    assert written.get("/stats/times?beamLineName=BL01-MX&runId=8").status_code == 404
    assert written.get("/stats/breakdown?beamLineName=BL01-MX&runId=7").json["overview"]["run"] == "2026-01"


def test_without_a_calendar_there_are_no_runs(site):
    assert site.get("/stats/runs", "member").json == {"total": 0, "results": [], "skip": 0, "limit": 25}


def test_few_statements_whatever_the_number_of_rows(site, statements):
    for name in NAMES:
        with statements() as counted:
            site.app.test_client().get(f"{PREFIX}/stats/{name}?sessionId=3", headers=site.headers("admin"))
        assert counted.number <= 7, name
