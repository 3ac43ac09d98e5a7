"""The record of migrations in the database: the table ``api_schema_migration``."""

from datetime import UTC, datetime

from ispyb_api.db import catalog

TABLE = "api_schema_migration"
ORIGIN = 0  # the number of the row that says how this database began

_CREATE = f"""
CREATE TABLE IF NOT EXISTS {TABLE} (
    number INTEGER NOT NULL PRIMARY KEY,
    name VARCHAR(120) NOT NULL,
    sha256 CHAR(64) NOT NULL,
    appliedAt DATETIME NOT NULL,
    state VARCHAR(10) NOT NULL
)
"""
# How a value is marked, and how to ask for the table.
_DIALECT = {
    "mariadb": ("%s", f"SHOW TABLES LIKE '{TABLE}'"),
    "sqlite": ("?", f"SELECT name FROM sqlite_master WHERE name = '{TABLE}'"),
}


class Ledger:
    """Reads and writes the record over one connection.

    A row's ``state`` is ``applied``, or ``adopted``: recorded, but not applied, because the tables
    belong to another program.
    """

    def __init__(self, engine, raw):
        self._raw = raw
        self._mark, self._exists = _DIALECT[engine.name]

    def rows(self):
        """Return ``{number: row}``, empty where there is no ledger yet."""
        cursor = self._raw.cursor()
        cursor.execute(self._exists)
        if not cursor.fetchall():
            return {}
        cursor.execute(f"SELECT number, name, sha256, state FROM {TABLE}")
        return {row["number"]: row for row in cursor.fetchall()}

    def foreign_tables(self):
        """Return the tables, with their columns' types, that are not the project's own."""
        return {table: found for table, found in catalog.types(self._raw).items() if not table.startswith("api_")}

    def begin(self, state):
        """Make the ledger and say in it how the database began."""
        self._raw.cursor().execute(_CREATE)
        if ORIGIN not in self.rows():
            self.record(ORIGIN, "origin", "", state)

    def record(self, number, name, digest, state):
        sql = f"INSERT INTO {TABLE} (number, name, sha256, appliedAt, state) VALUES ({', '.join([self._mark] * 5)})"
        self._raw.cursor().execute(sql, (number, name, digest, datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S"), state))
