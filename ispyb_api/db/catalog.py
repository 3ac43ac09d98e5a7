"""What the connected database has: its tables and their columns."""

import sqlite3
from collections import defaultdict

_MARIADB = """
SELECT TABLE_NAME AS table_name, COLUMN_NAME AS column_name, DATA_TYPE AS data_type, IS_GENERATED = 'ALWAYS' AS is_generated
  FROM information_schema.columns
 WHERE TABLE_SCHEMA = DATABASE()
 ORDER BY TABLE_NAME, ORDINAL_POSITION
"""
# Hidden columns 2 and 3 are the generated ones.
_SQLITE = """
SELECT m.name AS table_name, c.name AS column_name, lower(c.type) AS data_type, c.hidden IN (2, 3) AS is_generated
  FROM sqlite_master m
  JOIN pragma_table_xinfo(m.name) c
 WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite_%'
 ORDER BY m.name, c.cid
"""


def columns(raw):
    """Return ``{table: {column, ...}}`` of the database behind a driver's connection, views included."""
    return {table: set(found) for table, found in types(raw).items()}


def types(raw):
    """Return ``{table: {column: type}}``, columns in their order; the type is the word alone, in lower case."""
    tables = defaultdict(dict)
    for table, column, kind, _ in _rows(raw):
        tables[table][column] = _word(kind)
    return dict(tables)


def writable(raw):
    """Return the same without the columns that are computed from others."""
    tables = defaultdict(dict)
    for table, column, kind, generated in _rows(raw):
        if not generated:
            tables[table][column] = _word(kind)
    return dict(tables)


def _word(kind):
    return kind.split("(")[0].split()[0] if kind else ""


def _rows(raw):
    cursor = raw.cursor()
    cursor.execute(_SQLITE if isinstance(raw, sqlite3.Connection) else _MARIADB)
    return [tuple(row.values()) if isinstance(row, dict) else row for row in cursor.fetchall()]
