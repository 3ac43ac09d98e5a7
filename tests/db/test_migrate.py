"""Migrations: in order, once each, one at a time, safe to run again."""

import multiprocessing
import shutil
import time

import pytest

from ispyb_api.db import migrate
from ispyb_api.db.engines import from_url
from ispyb_api.paths import MIGRATIONS
from tests.db.conftest import empty_engine
from tests.support.schema import definitions, query, tables

ONE = "-- Colours.\nCREATE TABLE IF NOT EXISTS api_colour (\n    colourId INT NOT NULL AUTO_INCREMENT,\n    name VARCHAR(20) NOT NULL,\n    PRIMARY KEY (colourId)\n) ENGINE = InnoDB;\n"
TWO = "INSERT IGNORE INTO api_colour (colourId, name) VALUES (1, 'red; -- and green'), (2, 'it''s blue');\n"


@pytest.fixture
def folder(tmp_path):
    """A folder with two small migrations."""
    made = tmp_path / "migrations"
    made.mkdir()
    (made / "0001_colours.sql").write_text(ONE, encoding="utf-8")
    (made / "0002_some_colours.sql").write_text(TWO, encoding="utf-8")
    return made


def add(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")


def test_applies_each_once(empty, folder):
    seen = []
    assert migrate.migrate(empty, folder, progress=seen.append) == ["0001_colours", "0002_some_colours"]
    assert seen == ["0001_colours", "0002_some_colours"]
    assert migrate.migrate(empty, folder) == []
    assert query(empty, "SELECT name FROM api_colour ORDER BY colourId") == [("red; -- and green",), ("it's blue",)]


def test_says_where_a_database_stands(empty, folder):
    assert migrate.state(empty, folder) == migrate.State((), ("0001_colours", "0002_some_colours"), ())
    migrate.migrate(empty, folder)
    add(folder, "0003_more.sql", TWO)
    assert migrate.state(empty, folder) == migrate.State((1, 2), ("0003_more",), ())
    (folder / "0003_more.sql").unlink()
    (folder / "0002_some_colours.sql").unlink()
    assert migrate.state(empty, folder) == migrate.State((1, 2), (), ("0002_some_colours",))


def test_an_older_schema_is_refused_by_name_and_a_newer_one_is_not(empty, folder):
    with pytest.raises(
        migrate.MigrationError, match=r"has no schema of ours and lacks 0001_colours, 0002.*ispyb-api migrate"
    ):
        migrate.require_current(empty, folder)
    migrate.migrate(empty, folder)
    add(folder, "0003_more.sql", TWO)
    with pytest.raises(migrate.MigrationError, match="is at 0002 and lacks 0003_more"):
        migrate.require_current(empty, folder)
    (folder / "0003_more.sql").unlink()
    (folder / "0002_some_colours.sql").unlink()
    assert migrate.require_current(empty, folder).unknown == ("0002_some_colours",)


def test_dry_run_writes_nothing(empty, folder):
    assert migrate.migrate(empty, folder, dry_run=True) == ["0001_colours", "0002_some_colours"]
    assert tables(empty) == []


def test_an_edited_file_is_refused(empty, folder):
    migrate.migrate(empty, folder)
    add(folder, "0001_colours.sql", ONE.replace("20", "30"))
    with pytest.raises(migrate.MigrationError, match=r"0001_colours.sql is not the file .* new migration \(0003_"):
        migrate.migrate(empty, folder)
    with pytest.raises(migrate.MigrationError, match=r"0001_colours.sql"):
        migrate.state(empty, folder)


def test_a_gap_is_refused(empty, folder):
    (folder / "0001_colours.sql").unlink()
    with pytest.raises(migrate.MigrationError, match=r"0002_some_colours.sql: number 0001 is missing before it"):
        migrate.migrate(empty, folder)


def test_a_gap_in_the_ledger_is_refused(empty, folder):
    migrate.migrate(empty, folder)
    with empty.raw() as raw:
        raw.cursor().execute("DELETE FROM api_schema_migration WHERE number = 1")
    with pytest.raises(migrate.MigrationError, match=r"0001_colours.sql was not applied, but 0002_some_colours was"):
        migrate.migrate(empty, folder)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("0003-more.sql", "NNNN_what_it_does.sql"),
        ("0002_other.sql", "0002_some_colours.sql and 0002_other.sql|same number"),
    ],
)
def test_a_wrong_name_is_refused(empty, folder, name, says):
    add(folder, name, TWO)
    with pytest.raises(migrate.MigrationError, match=says):
        migrate.migrate(empty, folder)


def test_an_engines_own_file_goes_first(empty, folder):
    add(folder, "0003_mark.sql", "INSERT IGNORE INTO api_colour (colourId, name) VALUES (3, 'common');\n")
    add(folder, "0003_mark.sqlite.sql", "INSERT INTO api_colour (colourId, name) VALUES (3, 'sqlite');\n")
    assert migrate.migrate(empty, folder)[-1] == "0003_mark"
    ((name,),) = query(empty, "SELECT name FROM api_colour WHERE colourId = 3")
    assert name == ("sqlite" if empty.name == "sqlite" else "common")


def test_one_that_failed_in_the_middle_can_be_run_again(empty, folder):
    add(folder, "0003_mixed.sql", ONE.replace("colour", "shade") + "\nINSERT IGNORE INTO api_nowhere (a) VALUES (1);\n")
    with pytest.raises(
        migrate.MigrationError, match=r"0003_mixed.sql, line 8 \(INSERT IGNORE INTO api_nowhere.*migrate' again"
    ):
        migrate.migrate(empty, folder)
    add(folder, "0003_mixed.sql", ONE.replace("colour", "shade") + TWO.replace("colour", "shade"))
    assert migrate.migrate(empty, folder)[-1] == "0003_mixed"
    assert query(empty, "SELECT COUNT(*) AS n FROM api_shade") == [(2,)]


def test_every_migration_of_ours_can_be_run_again():
    """As after a failure in the very last statement: MariaDB executes all of them a second time."""
    with empty_engine("mariadb", None) as engine:
        migrate.migrate(engine, MIGRATIONS)
        made = definitions(engine)
        with engine.raw() as raw:
            raw.cursor().execute("DELETE FROM api_schema_migration WHERE number > 0")
        assert len(migrate.migrate(engine, MIGRATIONS)) == len(migrate.discover(MIGRATIONS, "mariadb"))
        assert definitions(engine) == made


@pytest.mark.parametrize("name", ["sqlite", "mariadb"])
def test_step_by_step_equals_made_fresh(name, tmp_path):
    steps, made = tmp_path / "steps", tmp_path / "made"
    steps.mkdir()
    made.mkdir()
    with empty_engine(name, tmp_path) as grown, empty_engine(name, made) as fresh:
        for path in sorted(MIGRATIONS.glob("*.sql")):
            shutil.copy(path, steps)
            migrate.migrate(grown, steps)
        migrate.migrate(fresh, MIGRATIONS)
        assert definitions(grown) == definitions(fresh)


def test_two_at_once_apply_each_once(empty):
    url = f"sqlite:///{empty.path}" if empty.name == "sqlite" else empty_url(empty)
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    both = [context.Process(target=_migrate, args=(url, answers)) for _ in range(2)]
    for each in both:
        each.start()
    found = sorted((answers.get(timeout=120) for _ in both), key=len)
    for each in both:
        each.join(60)
    assert list(map(len, found)) == [0, len(migrate.discover(MIGRATIONS, empty.name))], found[1][:1]
    assert migrate.state(empty, MIGRATIONS).pending == ()


def empty_url(engine):
    (host, port), user = engine._hosts[0], engine._options["user"]
    return f"mysql://{user}@{host}:{port}/{engine.database}"


def _migrate(url, answers):
    try:
        answers.put(migrate.migrate(from_url(url), MIGRATIONS))
    except Exception as exc:
        answers.put([repr(exc)] * 99)


def test_a_database_of_another_program_is_refused(empty, folder):
    with empty.raw() as raw:
        raw.cursor().execute("CREATE TABLE Proposal (proposalId INTEGER)")
    for dry_run in (True, False):
        with pytest.raises(migrate.MigrationError, match=r"holds 1 tables that this project did not make.*--baseline"):
            migrate.migrate(empty, folder, dry_run=dry_run)
    assert tables(empty) == ["Proposal"]


def test_what_the_server_refuses_is_said_without_a_traceback(folder):
    nobody = from_url("mysql://nobody@127.0.0.1:1/nowhere", connect_timeout=1)
    with pytest.raises(migrate.MigrationError, match="the database nowhere: Can't connect"):
        migrate.migrate(nobody, folder)


def test_a_migration_is_about_the_projects_own_tables_or_about_none_of_them():
    """On an adopted database the one kind is applied, the other is not."""
    for each in migrate.discover(MIGRATIONS, "mariadb"):
        own = {table.startswith("api_") for table in migrate._tables(each)}
        assert len(own) == 1, each.name


def test_an_empty_file_is_migrated_quickly(tmp_path):
    with empty_engine("sqlite", tmp_path) as engine:
        begun = time.perf_counter()
        migrate.migrate(engine, MIGRATIONS)
        assert time.perf_counter() - begun < 2


def test_text_the_translator_does_not_know_is_refused_by_name(tmp_path, folder):
    add(folder, "0003_drop.sql", "DROP TABLE api_colour;\n")
    with (
        empty_engine("sqlite", tmp_path) as engine,
        pytest.raises(migrate.MigrationError, match=r"0003_drop.sql, line 1.*DROP TABLE"),
    ):
        migrate.migrate(engine, folder)


def test_a_column_can_be_added(empty, folder):
    add(folder, "0003_column.sql", "ALTER TABLE api_colour ADD COLUMN IF NOT EXISTS hue DOUBLE NOT NULL DEFAULT 0;\n")
    migrate.migrate(empty, folder)
    assert query(empty, "SELECT hue FROM api_colour WHERE colourId = 1") == [(0.0,)]
