"""An existing ISPyB database of either family is adopted without a change to its tables."""

import shutil
from dataclasses import dataclass

import pytest

from ispyb_api.db import adopt, ddl, migrate
from ispyb_api.db.engines import from_url
from ispyb_api.paths import MIGRATIONS
from tests.support import facts, families, mariadb
from tests.support.schema import counts, definitions, query


@dataclass
class Adopted:
    """A database of one family with rows in it: as it was, what was said, and as it is now."""

    flavour: str
    engine: object
    rows_before: dict
    made_before: dict
    comparison: adopt.Comparison
    said: list


@pytest.fixture(params=families.FLAVOURS, scope="module")
def adopted(request):
    with families.database(request.param) as url:
        engine, said = from_url(url), []
        before = counts(engine), definitions(engine)
        yield Adopted(request.param, engine, *before, adopt.baseline(engine, MIGRATIONS, said.append), said)


@pytest.fixture
def theirs():
    """An engine with a small database of another program."""
    with mariadb.database() as url:
        engine = from_url(url)
        with engine.raw() as raw:
            for table in ("Person", "Proposal", "BLSession"):
                raw.cursor().execute(f"CREATE TABLE {table} (id INTEGER)")
        yield engine


def without_own(found):
    return {name: value for name, value in found.items() if not name.startswith("api_")}


def test_nothing_of_theirs_is_changed(adopted):
    assert without_own(counts(adopted.engine)) == adopted.rows_before
    assert without_own(definitions(adopted.engine)) == adopted.made_before
    assert sum(adopted.rows_before.values()) > 100


def test_own_tables_are_made_and_the_schema_counts_as_current(adopted):
    own = {table for each in migrate.discover(MIGRATIONS, "mariadb") if each.own for table in migrate._tables(each)}
    assert own <= set(counts(adopted.engine))
    assert migrate.require_current(adopted.engine, MIGRATIONS).pending == ()


def test_what_is_missing_is_reported(adopted):
    columns, found = facts.rows("schema-columns"), adopted.comparison
    theirs = {row["table"] for row in columns if row["flavour"] in ("both", adopted.flavour)}
    missing = {row["table"] for row in columns} - theirs
    assert set(found.missing_tables) == missing
    assert set(found.missing_columns) == {
        (row["table"], row["column"])
        for row in columns
        if row["flavour"] not in ("both", adopted.flavour) and row["table"] in theirs
    }
    other = [("AutoProcProgram", "processingStatus")] if adopted.flavour == "dls" else []
    assert [(table, column) for table, column, _, _ in found.other_types] == other
    assert f"missing table: {found.missing_tables[0]}" in adopted.said
    assert any(line.startswith("0010_lookup_rows: not applied") for line in adopted.said)


def test_adopted_again_changes_nothing(adopted):
    made = definitions(adopted.engine)
    assert adopt.baseline(adopted.engine, MIGRATIONS) == adopted.comparison
    assert migrate.migrate(adopted.engine, MIGRATIONS) == []
    assert definitions(adopted.engine) == made


def test_later_migrations_add_own_tables_only(theirs, tmp_path):
    engine = theirs
    adopt.baseline(engine, MIGRATIONS)
    made = definitions(engine)
    for path in MIGRATIONS.glob("*.sql"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    newest = len(migrate.discover(MIGRATIONS, "mariadb"))
    (tmp_path / f"{newest + 1:04}_person_colour.sql").write_text(
        "ALTER TABLE Person ADD COLUMN IF NOT EXISTS colour INT;\n", encoding="utf-8"
    )
    (tmp_path / f"{newest + 2:04}_api_colour.sql").write_text(
        "CREATE TABLE IF NOT EXISTS api_colour (a INT NOT NULL, PRIMARY KEY (a)) ENGINE = InnoDB;\n", encoding="utf-8"
    )
    applied = migrate.migrate(engine, tmp_path)
    assert applied == [f"{newest + 2:04}_api_colour"]
    assert set(definitions(engine)) - set(made) == {"api_colour"}
    assert without_own(definitions(engine)) == without_own(made)
    assert migrate.require_current(engine, tmp_path).applied[-1] == newest + 2


def test_plain_migrate_is_refused(theirs):
    with pytest.raises(migrate.MigrationError, match="--baseline"):
        migrate.migrate(theirs, MIGRATIONS)
    assert set(definitions(theirs)) == {"Person", "Proposal", "BLSession"}


def test_an_empty_database_is_refused(empty):
    with pytest.raises(migrate.MigrationError, match=r"is empty.*without --baseline"):
        adopt.baseline(empty, MIGRATIONS)


def test_a_database_of_ours_is_refused(empty, tmp_path):
    few = tmp_path / "few"
    few.mkdir()
    shutil.copy(MIGRATIONS / "0001_people_and_proposals.sql", few)
    migrate.migrate(empty, few)
    with pytest.raises(migrate.MigrationError, match="made by this project"):
        adopt.baseline(empty, MIGRATIONS)


def test_a_database_that_is_not_ispyb_is_refused(empty):
    with empty.raw() as raw:
        raw.cursor().execute("CREATE TABLE wp_posts (id INTEGER)")
    with pytest.raises(migrate.MigrationError, match="not an ISPyB database"):
        adopt.baseline(empty, MIGRATIONS)
    assert set(definitions(empty)) == {"wp_posts"}


def test_one_that_stopped_half_way_is_continued(theirs):
    """Between making the ledger and writing into it, say: a plain migrate must not take the database for ours."""
    adopt.baseline(theirs, MIGRATIONS)
    with theirs.raw() as raw:
        raw.cursor().execute("DELETE FROM api_schema_migration")
    with pytest.raises(migrate.MigrationError, match="--baseline"):
        migrate.migrate(theirs, MIGRATIONS)
    adopt.baseline(theirs, MIGRATIONS)
    assert query(theirs, "SELECT state FROM api_schema_migration WHERE number = 0") == [("adopted",)]


def test_our_migrations_make_what_is_compared_with():
    made = adopt.expected(migrate.discover(MIGRATIONS, "mariadb"))
    assert len(made) == 268
    assert isinstance(made["Person"]["login"], ddl.Column)


def test_dry_run_says_what_it_would_do_and_does_nothing(theirs):
    said, before = [], definitions(theirs)
    adopt.baseline(theirs, MIGRATIONS, said.append, dry_run=True)
    assert definitions(theirs) == before
    assert "0012_api_tokens" in said
    assert any(line.startswith("missing table: DataCollection") for line in said)
