"""``ispyb-api check``: does this server fit this database, and if not, which routes and why."""

import re
import sqlite3

import pymysql

from ispyb_api import paths
from ispyb_api.db import indexes as wanted_indexes
from ispyb_api.db import migrate
from ispyb_api.db.queries import load
from ispyb_api.tracing import queries_of

_NONE = "none are wanted, for none of ISPyB's tables is there"


def schema(engine):
    """Return (good, sentence) on the version of the schema."""
    state = migrate.state(engine, paths.MIGRATIONS)
    if state.pending:
        return (
            False,
            f"{len(state.pending)} migrations are pending, the first is {state.pending[0]}: run ispyb-api migrate",
        )
    newer = ""
    if state.unknown:  # while the servers are exchanged one by one, the old ones go on
        newer = f", and the database is newer (migration {max(state.unknown)}): install the newer program soon"
    return True, f"migration {max(state.applied, default=0)}{newer}"


def time_zone(engine):
    """Return a sentence on the clock that the database's times are read with."""
    with engine.raw() as raw:
        cursor = raw.cursor()
        if engine.name == "sqlite":
            return "this machine's local time"
        cursor.execute("SELECT @@session.time_zone AS zone, @@system_time_zone AS system_zone, NOW() AS now")
        row = cursor.fetchone()
    zone = f"{row['zone']} ({row['system_zone']})" if row["zone"] == "SYSTEM" else row["zone"]
    return f"{zone}; the database says it is {row['now']}"


def indexes(engine):
    """Return (whether any of ISPyB's tables is there, sentence) on the indexes that our queries want."""
    found = _indexes(engine)
    if not found.wanted:
        return False, _NONE
    if not found.lacking:
        return True, f"ok: all {len(found.wanted)} that the queries want are there"
    lacking = f"{len(found.lacking)} of {len(found.wanted)}"
    return True, f"{lacking} are not there: ispyb-api check --indexes prints SQL for them"


def index_statements(engine, name):
    """Yield SQL, with comments, that would make the indexes which our queries want and the database lacks."""
    found = _indexes(engine)
    if not found.wanted:
        yield f"-- {name}: {_NONE}."
        return
    if not found.lacking:
        yield f"-- All {len(found.wanted)} indexes that ispyb-api's queries want are in {name}."
        return
    yield f"-- {len(found.lacking)} of {len(found.wanted)} indexes that ispyb-api's queries want are not in {name}."
    yield "-- Nothing was changed.  Look at each, try it on a copy, and run what you want; other programs may go on meanwhile."
    yield from found.statements()


def _indexes(engine):
    migrations = migrate.discover(paths.MIGRATIONS, engine.name)
    return wanted_indexes.compare(engine, migrations, load(paths.QUERIES, engine.name))


def queries(database):
    """Yield (name, reason it cannot run or "", columns shown as null, whether that is for want of tables) of every query."""
    with database.engine.raw() as raw:
        for name, fitted in sorted(database.fitted().items()):
            if fitted.refused and fitted.query.is_part:
                continue  # the others do without it
            refusal = fitted.refused or _refusal(raw.cursor(), fitted.query, database.engine)
            yield name, refusal, fitted.nulls, bool(fitted.refused)


def _refusal(cursor, query, engine):
    sql, params = query.render(engine.pyformat, dict.fromkeys(query.params))
    try:
        if engine.name == "sqlite":
            cursor.execute(f"EXPLAIN {sql}", params)
        else:
            text = re.sub(r"%\(\w+\)s", "?", sql).replace("%%", "%")
            cursor.execute("PREPARE ispyb_api_check FROM %s", (text,))
            cursor.execute("DEALLOCATE PREPARE ispyb_api_check")
    except (pymysql.Error, sqlite3.Error) as exc:
        return str(exc.args[-1])
    return ""


def routes(found, refused):
    """Yield (method, path, reasons) for the routes that use a query of ``refused`` ({name: reason})."""
    for rule, method, function in found:
        reasons = sorted({refused[name] for name in queries_of(function, refused.keys())})
        if reasons:
            yield method, rule.rule, reasons
