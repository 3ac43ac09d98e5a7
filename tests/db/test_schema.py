"""The schema that our migrations make is that of both ISPyB families, on both engines."""

import re
from collections import defaultdict

import pytest

from ispyb_api.db import catalog, ddl, migrate
from ispyb_api.paths import MIGRATIONS
from tests.support import facts
from tests.support.schema import query

# Unique in one family only, where programs of the other offend against it (why: see the migrations).
PLAIN_INDEX = {("BLSession", ("proposalId", "visit_number")), ("BLSampleImage", ("imageFullPath",))}
# Foreign keys of one family only, to which programs of the other do not keep.
NO_FOREIGN_KEY = {
    ("ImageQualityIndicators", "autoProcProgramId"),
    ("DataCollection", "startPositionId"),
    ("DataCollection", "endPositionId"),
}
# SQLite has no users, so a default of current_user() is left out.
NO_DEFAULT_ON_SQLITE = {("BLSample", "source"), ("Container", "source"), ("Dewar", "source"), ("Shipping", "source")}


@pytest.fixture(scope="module")
def columns():
    return facts.rows("schema-columns")


@pytest.fixture(scope="module")
def keys():
    return [{**row, "columns": tuple(row["columns"].split(","))} for row in facts.rows("schema-keys")]


def of_ispyb(rows):
    return [row for row in rows if not row[0].startswith("api_")]


def test_tables_are_those_of_both_families(migrated, columns):
    with migrated.raw() as raw:
        made = {table for table in catalog.columns(raw) if not table.startswith("api_")}
    assert made == {row["table"] for row in columns}
    assert len(made) == 268


def test_columns(migrated, columns):
    assert len(columns) == 2396
    _COMPARE[migrated.name](migrated, columns)


def _same_columns_on_mariadb(migrated, columns):
    rows = query(
        migrated,
        "SELECT TABLE_NAME, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, COLUMN_DEFAULT, EXTRA, GENERATION_EXPRESSION"
        "  FROM information_schema.columns WHERE TABLE_SCHEMA = DATABASE()",
    )
    made = {
        tuple(row[:2]): (_type(row[2]), row[3] == "YES", _default(row[4]), _extra(*row[5:])) for row in of_ispyb(rows)
    }
    expected = {
        (row["table"], row["column"]): (
            _type(row["type"]), row["nullable"] == "yes", _default(row["default"]), row["extra"].replace("`", "")
        )
        for row in columns
    }  # fmt: skip
    assert made == expected


def _type(text):
    # A display width says nothing of what can be stored.
    return text if text.startswith("enum") else re.sub(r"(int)\(\d+\)", r"\1", text)


def _default(text):
    return text if text not in (None, "", "NULL") else None


def _extra(extra, expression):
    if expression:
        return f"generated always as ({expression.replace('`', '')}) virtual"
    return extra.lower()


def _same_columns_on_sqlite(migrated, columns):
    rows = query(
        migrated,
        'SELECT m.name AS t, c.name AS c, c.type AS type, c."notnull" AS required, c.dflt_value AS value, c.pk AS pk'
        "  FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c WHERE m.type = 'table'",
    )
    made = {(row[0], row[1]): row[2:] for row in of_ispyb(rows)}
    assert set(made) == {(row["table"], row["column"]) for row in columns}
    for row in columns:
        where = (row["table"], row["column"])
        kind, required, default, in_key = made[where]
        assert (required or in_key > 0) == (row["nullable"] == "no"), where
        assert _affinity(kind) == _affinity_of_facts(row["type"]), where
        expected = None if where in NO_DEFAULT_ON_SQLITE else _default(row["default"])
        assert _default(default) == (_LOCAL_TIME if expected == "current_timestamp()" else expected), where


_LOCAL_TIME = "datetime('now', 'localtime')"
_COMPARE = {"mariadb": _same_columns_on_mariadb, "sqlite": _same_columns_on_sqlite}


def _affinity(kind):
    """Return how SQLite treats a declared type (its documented rules)."""
    for words, affinity in (
        (("INT",), "int"),
        (("CHAR", "CLOB", "TEXT"), "text"),
        (("BLOB",), "bytes"),
        (("REAL", "FLOA", "DOUB"), "real"),
    ):
        if any(word in kind.upper() for word in words):
            return affinity
    return "other"


def _affinity_of_facts(kind):
    word = kind.split("(")[0].split()[0]
    if word == "enum":
        return "text"
    return "bytes" if word in ("binary", "blob", "longblob") else _affinity(word)


def test_primary_and_unique_keys(migrated, keys):
    made = _keys_of(migrated)
    for kind in ("primary", "unique"):
        expected = {(row["table"], row["columns"]) for row in keys if row["kind"] == kind} - PLAIN_INDEX
        assert made[kind] == expected


def test_indexes(migrated, keys):
    """Each is there, unless a primary or unique key has the very same columns."""
    made = _keys_of(migrated)
    wanted = {(row["table"], row["columns"]) for row in keys if row["kind"] == "index"} | PLAIN_INDEX
    assert wanted - made["primary"] - made["unique"] <= made["index"]


def _keys_of(engine):
    found = defaultdict(list)
    if engine.name == "mariadb":
        rows = query(
            engine,
            "SELECT TABLE_NAME, INDEX_NAME, NON_UNIQUE, COLUMN_NAME FROM information_schema.statistics"
            " WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX",
        )
        for table, name, plain, column in of_ispyb(rows):
            found[table, "primary" if name == "PRIMARY" else "index" if plain else "unique", name].append(column)
    else:
        rows = query(
            engine,
            'SELECT m.name AS t, i.name AS i, i."unique" AS u, i.origin AS o, c.name AS c FROM sqlite_master m'
            " JOIN pragma_index_list(m.name) i JOIN pragma_index_info(i.name) c WHERE m.type = 'table' ORDER BY t, i, c.seqno",
        )
        for table, name, unique, origin, column in of_ispyb(rows):
            found[table, "primary" if origin == "pk" else "unique" if unique else "index", name].append(column)
        rows = query(
            engine,
            "SELECT m.name AS t, c.name AS c FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE c.pk = 1 AND m.type = 'table'",
        )
        for table, column in of_ispyb(rows):
            if (table, "primary") not in {each[:2] for each in found}:
                found[table, "primary", "rowid"].append(column)
    kinds = defaultdict(set)
    for (table, kind, _), names in found.items():
        kinds[kind].add((table, tuple(names)))
    return kinds


def test_foreign_keys(migrated, keys):
    expected = {
        (row["table"], row["columns"][0], row["references"], _action(row["on_delete"]), _action(row["on_update"]))
        for row in keys
        if row["kind"] == "foreign" and (row["table"], row["columns"][0]) not in NO_FOREIGN_KEY
    }
    assert _foreign_keys(migrated) == expected


def _foreign_keys(engine):
    if engine.name == "mariadb":
        sql = (
            "SELECT k.TABLE_NAME, k.COLUMN_NAME, k.REFERENCED_TABLE_NAME, k.REFERENCED_COLUMN_NAME, r.DELETE_RULE, r.UPDATE_RULE"
            "  FROM information_schema.key_column_usage k JOIN information_schema.referential_constraints r"
            "    ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME AND r.TABLE_NAME = k.TABLE_NAME"
            " WHERE k.TABLE_SCHEMA = DATABASE() AND k.REFERENCED_TABLE_NAME IS NOT NULL"
        )
    else:
        sql = (
            'SELECT m.name AS t, f."from" AS c, f."table" AS p, f."to" AS pc, f.on_delete AS d, f.on_update AS u'
            "  FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'"
        )
    return {
        (row[0], row[1], f"{row[2]}({row[3]})", _action(row[4]), _action(row[5]))
        for row in of_ispyb(query(engine, sql))
    }


def _action(text):
    return "RESTRICT" if text in ("RESTRICT", "NO ACTION", "") else text


def test_every_foreign_key_finds_its_table(migrated):
    with migrated.raw() as raw:
        made = catalog.types(raw)
    for table, column, parent, *_ in _foreign_keys(migrated):
        name, of = re.fullmatch(r"(\w+)\((\w+)\)", parent).groups()
        assert made[table][column] == made[name][of] or migrated.name == "sqlite", (table, column)


def test_container_of_another_program_finds_its_default_pipeline(migrated):
    ((default,),) = query(migrated, "SELECT name FROM ProcessingPipeline WHERE processingPipelineId = 6")
    assert default == "xia2/DIALS"


def test_text_compares_without_case(migrated):
    assert query(migrated, "SELECT name FROM EventType WHERE name = 'xrayDETECTION'") == [("XrayDetection",)]


def test_permission_types_are_unique_and_fit(migrated):
    types = [kind for (kind,) in query(migrated, "SELECT type FROM Permission")]
    assert len(types) == len(set(types))
    assert max(map(len, types)) <= 15


def test_names_are_unique_in_the_whole_schema():
    """SQLite needs it of indexes, MariaDB of foreign keys."""
    names = []
    for migration in migrate.discover(MIGRATIONS, "mariadb"):
        for _, statement in migration.statements():
            step = ddl.parse(statement)
            names += [key.name for key in (*getattr(step, "keys", ()), *getattr(step, "foreign_keys", ()))]
            names += [step.key.name] if isinstance(step, ddl.CreateIndex) else []
    assert len(names) == len({name.lower() for name in names})
