"""``ispyb-api check --indexes``: what our queries want and a database lacks, as SQL that somebody else may run."""

import re

import pytest
from click.testing import CliRunner

from ispyb_api import cli, paths
from ispyb_api.db import indexes, migrate
from ispyb_api.db.engines import from_url
from ispyb_api.db.queries import load
from tests.db.conftest import empty_engine
from tests.support import families

# By what both families' databases have no index, and by what one of them has none.
BOTH = {"BLSession (beamLineName, startDate)", "DataCollectionGroup (sessionId, startTime)", "Permission (type)", "BLSample (code)"}  # fmt: skip
ONE = {
    "pydb": {
        "DataCollection (blSampleId)",
        "Screening (dataCollectionId)",
        "ImageQualityIndicators (dataCollectionId, imageNumber)",
        "BLSession (protectedData(32))",
        "XRFFluorescenceMapping (dataCollectionId, xrfFluorescenceMappingROIId)",
    },
    "dls": {"ImageQualityIndicators (imageId)"},
}


def check(url, *options):
    return CliRunner().invoke(cli.main, ["check", *options], env={"ISPYB_DATABASE_URL": url, "ISPYB_TOKEN_SECRET": "s" * 32})  # fmt: skip


def proposed(output):
    return {
        f"{table} {columns}" for table, columns in re.findall(r"^CREATE INDEX \w+ ON `(\w+)` (\(.*\))", output, re.M)
    }


def execute(engine, *statements):
    with engine.raw() as raw:
        for each in statements:
            raw.cursor().execute(each)


def found(engine):
    return indexes.compare(engine, migrate.discover(paths.MIGRATIONS, engine.name), load(paths.QUERIES, engine.name))


def lacking(engine):
    return {index.name for index, _ in found(engine).lacking}


@pytest.fixture(params=families.FLAVOURS, scope="module")
def theirs(request):
    """A family and the URL of a database as it has it, that was not adopted."""
    with families.database(request.param, with_rows=False) as url:
        yield request.param, url


@pytest.fixture(params=["sqlite", "mariadb"])
def ours(request, tmp_path):
    """An engine with a database that our migrations made, to change."""
    with empty_engine(request.param, tmp_path) as engine:
        migrate.migrate(engine, paths.MIGRATIONS)
        yield engine


def test_what_a_family_lacks_is_proposed(theirs):
    flavour, url = theirs
    result = check(url, "--indexes")
    assert result.exit_code == 0, result.output
    told, (other,) = proposed(result.output), ONE.keys() - {flavour}
    assert told >= BOTH | ONE[flavour]
    assert not told & ONE[other]
    tables = {each.split(" ")[0].lower() for each in told}
    with from_url(url).raw() as raw:
        cursor = raw.cursor()
        cursor.execute("SHOW TABLES")
        assert tables <= {next(iter(row.values())).lower() for row in cursor.fetchall()}


def test_index_with_the_primary_key_behind_it_will_do(theirs):
    # Both families have an index on Session_has_Person.personId; the primary key (sessionId, personId) follows in it.
    assert "Session_has_Person (personId, sessionId)" not in proposed(check(theirs[1], "--indexes").output)


def test_nothing_is_changed_until_somebody_runs_it_and_then_nothing_is_lacking(theirs):
    def indexes_of(cursor):
        cursor.execute(
            "SELECT TABLE_NAME, INDEX_NAME FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()"
        )
        return sorted(map(str, cursor.fetchall()))

    with from_url(theirs[1]).raw() as raw:
        cursor = raw.cursor()
        before = indexes_of(cursor)
        output = check(theirs[1], "--indexes").output
        assert indexes_of(cursor) == before
        for line in output.splitlines():
            if not line.startswith("--"):
                cursor.execute(line)
    assert re.fullmatch(r"-- All \d+ indexes .*\n", check(theirs[1], "--indexes").output)


def test_database_that_is_away_is_said_in_a_sentence():
    result = check("mysql://u:hush@127.0.0.1:1/ispyb", "--indexes")
    assert result.exit_code == 1
    assert "hush" not in result.output
    assert "Error: the database ispyb" in result.output


def test_our_own_databases_lack_none(site):
    whole = re.fullmatch(r"-- All (\d+) indexes .*\n", check(site.url, "--indexes").output)
    assert int(whole[1]) > 100
    assert f"\nindexes     ok: all {whole[1]} " in check(site.url).output


def test_indexes_that_were_dropped_are_proposed(ours):
    dropped = {"BLSample_code": "BLSample", "BLSampleImage_imageFullPath": "BLSampleImage"}
    execute(ours, *(_drop(ours, name, table) for name, table in dropped.items()))
    assert lacking(ours) == dropped.keys()
    execute(ours, *(each for each in found(ours).statements() if not each.startswith("--")))
    assert lacking(ours) == set()


def test_longer_index_will_do(ours):
    execute(ours, "CREATE INDEX theirs ON BLSample (CODE, name)", _drop(ours, "BLSample_code", "BLSample"))
    assert lacking(ours) == set()


def test_index_in_another_order_will_not_do(ours):
    execute(ours, _drop(ours, "BLSample_code", "BLSample"), "CREATE INDEX theirs ON BLSample (location, code)")
    assert lacking(ours) == {"BLSample_code"}


def test_index_of_that_name_on_something_else_is_left_alone(ours):
    execute(ours, _drop(ours, "BLSample_code", "BLSample"), "CREATE INDEX BLSample_code ON BLSample (location)")
    statements = [each for each in found(ours).statements() if not each.startswith("--")]
    assert [each.split(" ")[2] for each in statements] == ["BLSample_code_api"]
    execute(ours, *statements)
    assert lacking(ours) == set()


def test_index_of_fewer_characters_will_not_do():
    with families.mariadb.database() as url:
        engine = from_url(url)
        migrate.migrate(engine, paths.MIGRATIONS)
        for length, expected in ((16, {"BLSession_protectedData"}), (64, set())):
            name = f"theirs_{length}"
            execute(engine, f"CREATE INDEX {name} ON BLSession (protectedData({length}))", "DROP INDEX IF EXISTS BLSession_protectedData ON BLSession")  # fmt: skip
            assert lacking(engine) == expected


def test_what_tables_are_missing_for_is_not_wanted(ours):
    execute(ours, "DROP TABLE IF EXISTS XFEFluorescenceComposite", "DROP TABLE XRFFluorescenceMapping")
    assert "XRFFluorescenceMapping" not in {index.table for index in found(ours).wanted}
    assert lacking(ours) == set()


def _drop(engine, name, table):
    return f"DROP INDEX {name}" if engine.name == "sqlite" else f"DROP INDEX {name} ON {table}"
