"""What a column takes, read from the connected database: so no value is cut, and what does not fit is refused by name."""

import datetime
import re
import sqlite3
from collections import defaultdict
from dataclasses import dataclass, replace

_MARIADB = """
SELECT TABLE_NAME AS table_name, COLUMN_NAME AS column_name, COLUMN_TYPE AS column_type,
       CHARACTER_MAXIMUM_LENGTH AS longest, IS_NULLABLE = 'YES' AS nullable,
       IS_NULLABLE = 'NO' AND COLUMN_DEFAULT IS NULL AND EXTRA NOT LIKE '%auto_increment%' AS needed
  FROM information_schema.columns
 WHERE TABLE_SCHEMA = DATABASE() AND IS_GENERATED = 'NEVER'
"""
# Enumerations are checks in SQLite, written as sqlite_ddl.py writes them.
_SQLITE = """
SELECT m.name AS table_name, c.name AS column_name, lower(c.type) AS column_type, NULL AS longest, NOT c."notnull" AS nullable,
       c."notnull" AND c.dflt_value IS NULL AND NOT c.pk AS needed, m.sql AS made_by
  FROM sqlite_master m
  JOIN pragma_table_xinfo(m.name) c
 WHERE m.type = 'table' AND c.hidden = 0
"""
_CHECK = re.compile(r'CHECK \("(\w+)" IN \(((?:\s*\'(?:[^\']|\'\')*\'\s*,?)+)\)\)')
_CHOICE = re.compile(r"'((?:[^']|'')*)'")
_BITS = {"tinyint": 8, "smallint": 16, "mediumint": 24, "int": 32, "integer": 32, "bigint": 64}
_TEXT_BYTES = {"tinytext": 255, "text": 65_535, "mediumtext": 2**24 - 1, "longtext": 2**32 - 1}
_EARLIEST = {"datetime": datetime.date(1000, 1, 1), "timestamp": datetime.date(1970, 1, 2)}
_LATEST = {"datetime": datetime.date(9999, 12, 31), "timestamp": datetime.date(2038, 1, 18)}


@dataclass(frozen=True)
class Column:
    """One column: the word of its type, and its limits."""

    kind: str
    nullable: bool = True
    needed: bool = False  # whether a new row must give it a value, there being no default
    longest: int | None = None  # characters; of blobs and large texts bytes
    low: float | None = None
    high: float | None = None
    choices: tuple = ()
    name: str = ""

    @property
    def is_time(self):
        return self.kind in _EARLIEST

    def spelt(self, value):
        """Return a value of an enumeration as the column spells it; others as they are."""
        if self.choices and isinstance(value, str):
            return next((each for each in self.choices if each.casefold() == value.casefold()), value)
        return value

    def fault(self, value):
        """Return why the column cannot hold ``value``; None if it can."""
        if value is None:
            return None if self.nullable else "Must not be null: its column always holds a value."
        if self.choices and str(value).casefold() not in {each.casefold() for each in self.choices}:
            return f"Must be one of: {', '.join(self.choices)}."
        if isinstance(value, (str, bytes)):
            if self.longest is not None and len(value) > self.longest:
                return f"Longer than the {self.longest} characters that its column holds."
        elif isinstance(value, (int, float)):
            if self.low is not None and self.high is not None and not self.low <= value <= self.high:
                return f"Must be from {self.low} to {self.high}: its column holds nothing else."
        elif isinstance(value, datetime.datetime) and self.kind in _EARLIEST:
            first, last = _EARLIEST[self.kind], _LATEST[self.kind]
            if not first <= value.date() <= last:
                return f"Must be from {first} to {last}: its column holds nothing else."
        return None


def read(raw):
    """Return ``{table: {column: Column}}``, all names in lower case, of the database behind a driver's connection."""
    lite = isinstance(raw, sqlite3.Connection)
    cursor = raw.cursor()
    cursor.execute(_SQLITE if lite else _MARIADB)
    found, choices = defaultdict(dict), {}
    for row in cursor.fetchall():
        table, name, kind, longest, nullable, needed, *made_by = row.values() if isinstance(row, dict) else row
        if made_by and table not in choices:
            choices[table] = {column: _choices(text) for column, text in _CHECK.findall(made_by[0])}
        among = choices[table].get(name, ()) if made_by else _choices(kind) if kind.startswith("enum") else ()
        column = _column(kind.lower(), longest, bool(nullable), among)
        found[table.lower()][name.lower()] = replace(column, needed=bool(needed), name=name)
    return dict(found)


def _choices(text):
    return tuple(each.replace("''", "'") for each in _CHOICE.findall(text))


def _column(kind, longest, nullable, choices):
    word = kind.split("(")[0].split(" ")[0]
    size = re.search(r"\((\d+)(?:,(\d+))?\)", kind)
    low: float | None = None
    high: float | None = None
    if word in _BITS:
        bits, unsigned = _BITS[word], "unsigned" in kind
        low, high = (0, 2**bits - 1) if unsigned else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
    elif word == "decimal" and size:
        high = 10 ** (int(size[1]) - int(size[2] or 0)) - 1
        low = -high
    elif word == "float":
        low, high = -3.402823466e38, 3.402823466e38
    if longest is None and word in ("varchar", "char", "varbinary", "binary") and size:
        longest = int(size[1])
    if longest is None:
        longest = _TEXT_BYTES.get(word)
    if choices:
        longest = None
    return Column(word, nullable, longest=longest, low=low, high=high, choices=choices)
