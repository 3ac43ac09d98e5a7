"""Apply ``sql/migrations/NNNN_what_it_does.sql`` in order, once each, forwards only."""

import contextlib
import hashlib
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pymysql

from ispyb_api.db import ddl, sqlite_ddl
from ispyb_api.db.ledger import ORIGIN, TABLE, Ledger

_FILE = re.compile(r"^(\d{4})_([a-z0-9_]+?)(?:\.(sqlite|mariadb))?\.sql$")
_WAIT = 3600


class MigrationError(Exception):
    """Why the schema cannot be brought up to date, and what to do."""


@dataclass(frozen=True)
class Migration:
    number: int
    path: Path
    for_engine: str | None

    @property
    def name(self):
        return self.path.name.removesuffix(".sql").removesuffix(f".{self.for_engine}")

    @property
    def digest(self):
        return hashlib.sha256(self.path.read_bytes()).hexdigest()

    def statements(self):
        """Return ``[(line, statement)]`` as written."""
        return list(ddl.split(self.path.read_text(encoding="utf-8")))

    @property
    def own(self):
        """Whether it touches the project's own tables (api_...) only."""
        return all(table.startswith("api_") for table in _tables(self))


@dataclass(frozen=True)
class State:
    """Where a database stands: numbers applied, names to come, names that this version does not know."""

    applied: tuple
    pending: tuple
    unknown: tuple


def discover(folder, engine_name):
    """Return the migrations for an engine in order; an engine's own file goes before the common one."""
    found = {}
    for path in sorted(Path(folder).glob("*.sql")):
        match = _FILE.match(path.name)
        if not match:
            raise MigrationError(f"{path.name}: a migration is called NNNN_what_it_does.sql")
        number, only = int(match[1]), match[3]
        if only not in (None, engine_name):
            continue
        other = found.get(number)
        if other and bool(other.for_engine) == bool(only):
            raise MigrationError(f"{path.name} and {other.path.name} have the same number; give the newer one the next")
        if not other or only:
            found[number] = Migration(number, path, only)
    for expected, number in enumerate(sorted(found), 1):
        if number != expected:
            raise MigrationError(
                f"{found[number].path.name}: number {expected:04} is missing before it; the installation is incomplete"
            )
    return [found[number] for number in sorted(found)]


def migrate(engine, folder, *, dry_run=False, progress=lambda line: None):
    """Bring the database to the newest version; return the names of the migrations applied.

    On a database that was adopted only the project's own tables are made.  With ``dry_run`` nothing
    is written and the names are those that would be applied.
    """
    migrations = discover(folder, engine.name)
    with opened(engine) as raw, _nothing() if dry_run else alone(engine, raw, progress):
        ledger = Ledger(engine, raw)
        rows = ledger.rows()
        if not rows and (foreign := ledger.foreign_tables()):
            raise MigrationError(
                f"{named(engine)} holds {len(foreign)} tables that this project did not make: run "
                "'ispyb-api migrate --baseline' to adopt an existing ISPyB database, or use an empty one"
            )
        pending = check(rows, migrations)
        adopted = was_adopted(rows)
        if not dry_run and not rows:
            ledger.begin("created")
        return [each.name for each in pending if bring(engine, raw, ledger, each, adopted, dry_run, progress)]


def bring(engine, raw, ledger, migration, adopted, dry_run, progress):
    """Apply one migration, or only record it where the tables are another program's; return whether applied."""
    if adopted and not migration.own:
        progress(f"{migration.name}: not applied, it is about tables that were adopted")
        if not dry_run:
            ledger.record(migration.number, migration.name, migration.digest, "adopted")
        return False
    progress(migration.name)
    if not dry_run:
        _apply(engine, raw, migration)
        ledger.record(migration.number, migration.name, migration.digest, "applied")
    return True


def was_adopted(rows):
    """Return whether the database was another program's before it was ours."""
    return rows.get(ORIGIN, {}).get("state") == "adopted"


def check(rows, migrations):
    """Return the migrations that the ledger's ``rows`` lack; refuse a file that was edited after it was applied."""
    for each in migrations:
        if each.number in rows and rows[each.number]["sha256"] != each.digest:
            raise MigrationError(
                f"{each.path.name} is not the file that was applied to this database: restore it, and put the change "
                f"into a new migration ({migrations[-1].number + 1:04}_...)"
            )
    pending = [each for each in migrations if each.number not in rows]
    newest = max(rows, default=ORIGIN)
    if pending and pending[0].number < newest:
        raise MigrationError(
            f"{pending[0].path.name} was not applied, but {rows[newest]['name']} was: the ledger {TABLE} has a gap"
        )
    return pending


def state(engine, folder):
    """Return the State of the connected database; writes nothing."""
    migrations = discover(folder, engine.name)
    with engine.raw() as raw:
        rows = Ledger(engine, raw).rows()
    known = {each.number for each in migrations} | {ORIGIN}
    return State(
        applied=tuple(sorted(set(rows) - {ORIGIN})),
        pending=tuple(each.name for each in check(rows, migrations)),
        unknown=tuple(rows[number]["name"] for number in sorted(set(rows) - known)),
    )


def require_current(engine, folder):
    """Raise MigrationError where the database is older than this version; a newer one is accepted."""
    found = state(engine, folder)
    if found.pending:
        has = f"is at {max(found.applied):04}" if found.applied else "has no schema of ours"
        raise MigrationError(f"{named(engine)} {has} and lacks {', '.join(found.pending)}: run 'ispyb-api migrate'")
    return found


@contextlib.contextmanager
def opened(engine):
    """Lend a connection; what the driver refuses is said without a traceback."""
    try:
        with engine.raw() as raw:
            yield raw
    except (pymysql.Error, sqlite3.Error) as exc:
        raise MigrationError(f"{named(engine)}: {exc.args[-1]}") from exc


@contextlib.contextmanager
def alone(engine, raw, progress):
    """Let one migration at a time work on a database; another waits."""
    cursor = raw.cursor()
    if engine.name == "sqlite":
        cursor.execute(f"PRAGMA busy_timeout = {_WAIT * 1000}")
        cursor.execute("BEGIN EXCLUSIVE")
        try:
            yield
        except BaseException:
            cursor.execute("ROLLBACK")
            raise
        cursor.execute("COMMIT")
        return
    lock = "ispyb_api:" + hashlib.sha256(engine.database.encode()).hexdigest()[:40]
    if not _locked(cursor, lock, 0):
        progress("another migration of this database is running; waiting for it")
        if not _locked(cursor, lock, _WAIT):
            raise MigrationError(
                f"another migration of {named(engine)} has been running for an hour; look at SHOW PROCESSLIST"
            )
    yield  # the lock goes with the connection


def _locked(cursor, name, seconds):
    cursor.execute("SELECT GET_LOCK(%s, %s) AS got", (name, seconds))
    return bool(cursor.fetchone()["got"])


@contextlib.contextmanager
def _nothing():
    yield


def _apply(engine, raw, migration):
    """Run a migration's statements; each can be run again, for MariaDB commits each by itself."""
    cursor = raw.cursor()
    translated = engine.name == "sqlite" and not migration.for_engine
    for line, statement in migration.statements():
        try:
            for each in sqlite_ddl.translate(statement) if translated else [statement]:
                cursor.execute(each)
        except (pymysql.Error, sqlite3.Error, ddl.NotUnderstood) as exc:
            raise MigrationError(
                f"{migration.path.name}, line {line} ({ddl.title(statement)}): {exc}.  Correct the cause and run "
                "'ispyb-api migrate' again; what was done before is kept or done again without harm"
            ) from exc


def _tables(migration):
    """Yield the tables that a migration touches; ``?`` for a statement that is not understood."""
    for _, statement in migration.statements():
        try:
            table = ddl.parse(statement).table
        except ddl.NotUnderstood:
            table = "?"
        if table:
            yield table


def named(engine):
    """Return how to call a database in a message."""
    return f"the database {engine.database}"
