"""/stats against a plain model: each number as docs/statistics.rst defines it, computed slowly, row by row."""

import datetime
import random

import pytest

from ispyb_api.app import PREFIX

NAMES = ("breakdown", "times", "errors", "hourlies", "parameters/histogram")
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
            " g.dataCollectionGroupId AS grp, d.wavelength AS w FROM DataCollection d JOIN DataCollectionGroup g"
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
            "SELECT g.dataCollectionGroupId AS grp, s.bltimeStamp AS a FROM Screening s JOIN DataCollectionGroup g"
            " ON g.dataCollectionGroupId = s.dataCollectionGroupId WHERE g.sessionId = %s"
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
            "strategy": self._strategy(),
            "centring": self._centring(),
            "fault": total(self.faults),
            "remaining": hours(max(ends), self.end) if self.end and ends else None,
        }
        duration = hours(self.start, self.end) if self.start and self.end else None
        spent = sum(value for value in found.values() if value)
        thinking = None if duration is None else max(duration - spent, 0)
        return {"duration": duration, **found, "thinking": thinking}

    def _strategy(self):
        found = 0
        for group in {row["grp"] for row in self.screenings}:
            ends = [row["b"] for row in self.collections if row["grp"] == group and row["b"]]
            done = [row["a"] for row in self.screenings if row["grp"] == group and row["a"]]
            if ends and done and 0 <= (max(done) - max(ends)).total_seconds() <= 3600:
                found += hours(max(ends), max(done))
        return found

    def _centring(self):
        found = 0
        loads = sorted(row["b"] for row in self.robot if row["b"] and str(row["kind"]).upper() == "LOAD")
        for load in loads:
            later = [row["a"] for row in self.collections if row["a"] and row["a"] >= load]
            others = [other for other in loads if other > load]
            if later and (min(later) - load).total_seconds() <= 900 and not any(o < min(later) for o in others):
                found += hours(load, min(later))
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
                    put("DataCollection", dataCollectionGroupId=group, startTime=when(), endTime=when(), runStatus=status,
                        wavelength=dice.choice([None, 0.9763, 12.398419843320026, 0.4959, 0.4, 13.0]))  # fmt: skip
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


def test_bins_hold_their_values(written, random_sessions):
    for number in random_sessions:
        energies = [12_398.419_843_320_026 / row["w"] for row in Slow(written, number).collections if row["w"]]
        (line,) = written.get(f"/stats/parameters/histogram?sessionId={number}").json["beamLines"]
        for low, frequency in zip(line["bin"], line["frequency"], strict=True):
            last = low == line["bin"][-1]
            assert frequency == sum(low <= e < low + 200 or (last and e == low + 200) for e in energies), low


def test_breakdown_counts_and_tells_in_order(site):
    found = site.get("/stats/breakdown?session=MX415-3").json
    rows = Slow(site, 3)
    counted = found["overview"]["counts"]
    assert (counted["datacollections"], counted["robot"]) == (len(rows.collections), len(rows.robot))
    assert sum(counted["datacollectionTypes"].values()) == len(rows.collections)
    starts = [row["startTime"] for row in found["history"]]
    assert starts == sorted(starts)
    assert {len(series["data"]) for series in found["plottables"]["series"]} == {len(found["plottables"]["time"])}


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
