"""The demo facility: loads on both engines as its README says, today, whole, and the same on both."""

import datetime
import json
import re
from pathlib import Path

import pytest

from ispyb_api import demo, paths
from ispyb_api.db import migrate
from ispyb_api.db.engines import from_url
from tests.support import mariadb, schema

TODAY = datetime.date.today()
README = (paths.DEMO / "README.rst").read_text(encoding="utf-8")
PLANNED = {"Proposal", "BLSession"}  # the tables that speak of days to come
STAMP = re.compile(r"(20\d\d-\d\d-\d\d)( \d\d:\d\d:\d\d)?")


class Filled:
    """A database with the demo facility, and what may be asked of it."""

    def __init__(self, engine, files):
        self.engine, self.files = engine, files
        migrate.migrate(engine, paths.MIGRATIONS)
        self.first = demo.fill(engine, paths.DEMO, files)
        self.again = demo.fill(engine, paths.DEMO, files)

    def ask(self, sql):
        with self.engine.raw() as raw:
            cursor = raw.cursor()
            cursor.execute(sql)
            return [tuple(row.values()) for row in cursor.fetchall()]

    def texts(self):
        """Yield (table, column, text) of every value that is not a number."""
        with self.engine.raw() as raw:
            cursor = raw.cursor()
            for table in schema.tables(self.engine):
                cursor.execute(f"SELECT * FROM `{table}`")
                for row in cursor.fetchall():
                    for column, value in row.items():
                        if value is not None and not isinstance(value, (int, float, bytes)):
                            yield table, column, str(value)


@pytest.fixture(scope="module", params=["sqlite", "mariadb"])
def filled(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    if request.param == "sqlite":
        yield Filled(from_url(f"sqlite:///{folder}/ispyb.db"), folder / "files")
    else:
        with mariadb.database() as url:
            yield Filled(from_url(url), folder / "files")


def test_it_is_filled_once(filled):
    assert (filled.first, filled.again) == (True, False)


def test_every_table_has_the_rows_that_are_documented(filled):
    documented = {table: int(rows) for table, rows in re.findall(r"^(\w+) {2,}(\d+)$", README, re.M)}
    found = schema.counts(filled.engine)
    assert {table: found[table] for table in documented} == documented


def test_every_table_with_rows_is_documented(filled, tmp_path):
    empty = from_url(f"sqlite:///{tmp_path}/empty.db")
    migrate.migrate(empty, paths.MIGRATIONS)
    looked_up = schema.counts(empty)
    for table, rows in schema.counts(filled.engine).items():
        if rows != looked_up.get(table) and table not in ("Permission", "UserGroup_has_Permission"):
            assert re.search(rf"^{table} {{2,}}{rows}$", README, re.M), table


def test_foreign_keys_hold(filled):
    if filled.engine.name == "sqlite":
        assert filled.ask("PRAGMA foreign_key_check") == []
    else:
        assert filled.ask("SELECT @@foreign_key_checks") == [(1,)]  # each row was checked when it came


def test_two_sessions_run_at_any_time_of_today(filled):
    first, last = f"{TODAY} 00:00:00", f"{TODAY} 23:59:59"
    running = f"SELECT sessionId FROM BLSession WHERE startDate <= '{first}' AND endDate >= '{last}' ORDER BY sessionId"
    assert filled.ask(running) == [(3,), (9,)]


def test_nothing_but_plans_lies_in_the_future(filled):
    tomorrow = (TODAY + datetime.timedelta(days=1)).isoformat()
    late = {
        (table, column, text)
        for table, column, text in filled.texts()
        if STAMP.fullmatch(text) and text[:10] > tomorrow and table not in PLANNED and not table.startswith("api_")
    }
    assert late == set()


def test_plans_do_not_lie_far_ahead(filled):
    (last,) = filled.ask("SELECT MAX(endDate) FROM BLSession")[0]
    assert str(last)[:10] == (TODAY + datetime.timedelta(days=21)).isoformat()


def test_measured_things_have_happened(filled):
    begun = f"{TODAY} 00:02:00"
    for table, column in (("DataCollection", "startTime"), ("DataCollection", "endTime"), ("RobotAction", "startTimestamp"),
                          ("EnergyScan", "endTime"), ("AutoProcProgram", "processingEndTime"), ("Movie", "createdTimeStamp")):  # fmt: skip
        assert str(filled.ask(f"SELECT MAX({column}) FROM {table}")[0][0]) < begun


def test_every_path_below_the_files_exists(filled):
    root = str(filled.files.resolve())
    recorded = {text for _, _, text in filled.texts() if text.startswith(root)}
    assert len(recorded) > 40
    assert [path for path in recorded if not Path(path).exists()] == []
    assert [text for _, _, text in filled.texts() if demo.PLACEHOLDER in text] == []


@pytest.mark.parametrize(
    "table", ["AutoProcProgramAttachment", "PhasingProgramAttachment", "SSXProcessingResultAttachment"]
)
def test_every_attached_file_exists(filled, table):
    attached = set(filled.ask(f"SELECT filePath, fileName FROM {table}"))
    assert attached
    assert [pair for pair in attached if not Path(*pair).is_file()] == []


def test_options_are_json_that_fits_its_column(filled):
    options = dict(filled.ask("SELECT name, value FROM AdminVar"))
    assert all(len(value) <= 1024 for value in options.values())
    assert isinstance(json.loads(options["motd"]), str)
    groups = json.loads(options["beamLineGroups"])
    assert [group["uiGroup"] for group in groups] == ["mx", "ssx", "em"]
    permissions = {row[0] for row in filled.ask("SELECT type FROM Permission")}
    assert {group["permission"] for group in groups} <= permissions


def test_each_login_sees_what_is_documented(filled):
    seen = {
        login: tuple(map(int, numbers.split()))
        for login, numbers in re.findall(r"^ {4}(\w+) +((?:\d+ +){4})", README, re.M)
    }
    assert set(seen) == set(demo.LOGINS)
    assert {login: _seen_by(filled, login) for login in seen} == seen


def _seen_by(filled, login):
    """Return how many proposals, sessions, groups and collections the rule leaves to this person."""
    ((person,),) = filled.ask(f"SELECT personId FROM Person WHERE login = '{login}'")
    held = {row[0] for row in filled.ask(
        "SELECT pm.type FROM Permission pm JOIN UserGroup_has_Permission gm ON gm.permissionId = pm.permissionId "
        f"JOIN UserGroup_has_Person gp ON gp.userGroupId = gm.userGroupId WHERE gp.personId = {person}"
    )}  # fmt: skip
    groups = json.loads(filled.ask("SELECT value FROM AdminVar WHERE name = 'beamLineGroups'")[0][0])
    lines = [line["beamLineName"] for group in groups if group["permission"] in held for line in group["beamLines"]]
    parts = {row[0] for row in filled.ask(f"SELECT sessionId FROM Session_has_Person WHERE personId = {person}")}
    whole = {row[0] for row in filled.ask(f"SELECT proposalId FROM ProposalHasPerson WHERE personId = {person} "
                                          f"UNION SELECT proposalId FROM Proposal WHERE personId = {person}")}  # fmt: skip
    sessions = {
        session: proposal
        for session, proposal, line in filled.ask("SELECT sessionId, proposalId, beamLineName FROM BLSession")
        if "all_proposals" in held or session in parts or proposal in whole or line in lines
    }
    measured = filled.ask("SELECT g.sessionId, COUNT(DISTINCT g.dataCollectionGroupId), COUNT(d.dataCollectionId) FROM DataCollectionGroup g "
                          "LEFT JOIN DataCollection d ON d.dataCollectionGroupId = g.dataCollectionGroupId GROUP BY g.sessionId")  # fmt: skip
    visible = [row for row in measured if row[0] in sessions]
    return len(set(sessions.values())), len(sessions), sum(row[1] for row in visible), sum(row[2] for row in visible)


def test_each_login_is_a_person_with_that_login(filled):
    assert {row[0] for row in filled.ask("SELECT login FROM Person")} >= set(demo.LOGINS)


def test_no_time_falls_into_the_hour_that_clocks_skip():
    assert [text for text in demo.statements(paths.DEMO) if re.search(r"20\d\d-\d\d-\d\d 0[1-3]:", text)] == []


def test_dates_move_by_whole_days_and_paths_to_the_folder():
    text = "VALUES ('2030-06-12 23:59:00', '2030-05-31', '/demo-files/drop.jpg')"
    moved = demo.localised(text, datetime.timedelta(days=-366), Path("/tmp/it's"))
    assert moved == "VALUES ('2029-06-11 23:59:00', '2029-05-30', '/tmp/it''s/drop.jpg')"


def test_a_day_of_ones_own_may_be_today(tmp_path):
    engine = from_url(f"sqlite:///{tmp_path}/ispyb.db")
    migrate.migrate(engine, paths.MIGRATIONS)
    demo.fill(engine, paths.DEMO, tmp_path / "files", today=datetime.date(2027, 2, 28))
    assert schema.query(engine, "SELECT startDate FROM BLSession WHERE sessionId = 3") == [("2027-02-27 09:30:00",)]
