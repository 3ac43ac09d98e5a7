"""Shapes as the Java server's JSON has them: each key's name, kind and source stand in one table.

A line of the table is ``key kind source``.  A kind that ends in ``!`` is never null: what is missing becomes the kind's
empty value, since a front end fails over it.  A row that is shaped has the keys' names as its columns.
"""

import datetime
import json
from dataclasses import dataclass
from typing import Any

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MOST = 2**31 - 1


def day(value):
    """Return a date as ``Jul 28, 2016``; None for a zero date, which only a database can hold."""
    at = moment(value)
    return at and f"{_MONTHS[at.month - 1]} {at.day}, {at.year:04}"


def stamp(value):
    """Return a time as ``Jul 28, 2016 9:00:00 AM``, in English whatever the machine speaks."""
    at = moment(value)
    if at is None:
        return None
    half = "AM" if at.hour < 12 else "PM"
    return f"{day(at)} {at.hour % 12 or 12}:{at.minute:02}:{at.second:02} {half}"


def moment(value):
    """Return a time that one engine has as text; None for a zero date."""
    if not isinstance(value, str):
        return value
    try:
        return datetime.datetime.fromisoformat(value)
    except ValueError:
        return None


def _text(value):
    return value if isinstance(value, str) else str(value)


def _flag(value):
    """Return a boolean; a column that holds words in one family of databases is true unless it says no."""
    return value.strip().lower() not in ("", "0", "false", "no") if isinstance(value, str) else bool(value)


def _number(value):
    """Return a sum: MariaDB's are decimal numbers, also those of whole ones."""
    whole = int(value)
    return whole if whole == value else float(value)


def _outside(value):
    """Return the number that another program knows a row by, from hexadecimal digits; None of a longer key."""
    number = int(value, 16) if value else None
    return number if number is None or number <= _MOST else None


_KINDS = {
    "int": (int, 0),
    "number": (_number, 0),
    "float": (float, 0.0),
    "text": (_text, ""),
    "flag": (_flag, False),
    "bit": (int, 0),
    "stamp": (stamp, ""),
    "day": (day, ""),
    "outside": (_outside, 0),
}
_AS_IS = {"int": int, "bit": int, "float": float, "text": str}
TYPES = {
    "int": "integer",
    "number": "number",
    "float": "number",
    "flag": "boolean",
    "bit": "integer",
    "outside": "integer",
    "list": "array",
    "object": "object",
}


@dataclass(frozen=True)
class Key:
    """One key: its kind, where it comes from, and how its value is made."""

    name: str
    kind: str
    source: str
    needed: bool
    convert: Any
    empty: Any
    as_is: type | None = None  # values of this type need no making


class Shape:
    """An object of the Java server; ``parts`` are the shapes of the keys of the kinds ``object`` and ``list``."""

    def __init__(self, name, table, **parts):
        self.name, self.parts = name, parts
        self.keys = tuple(_key(line.split(None, 2), parts) for line in table.strip().splitlines())

    def of(self, row, *, omits=False):
        """Return a row as it is sent; keys without a value are left out if the shape ``omits`` them."""
        # Not by a function for each value: a session's page has a hundred thousand.
        shaped = {
            key.name: (value if type(value) is key.as_is else key.convert(value))
            if (value := row.get(key.name)) is not None
            else (_fresh(key.empty) if key.needed else None)
            for key in self.keys
        }
        return {name: value for name, value in shaped.items() if value is not None} if omits else shaped

    def rows(self, rows, *, omits=False):
        """Return rows as they are sent."""
        return [self.of(row, omits=omits) for row in rows]

    def with_keys(self, name, table, **parts):
        """Return this shape with some more keys."""
        more = Shape(name, table, **parts)
        more.keys, more.parts = (*self.keys, *more.keys), {**self.parts, **parts}
        return more


def _key(words, parts):
    name, kind, source = words
    needed, kind = kind.endswith("!"), kind.rstrip("!")
    if kind == "object":
        return Key(name, kind, source, needed, parts[name].of, None)
    if kind == "list":
        return Key(name, kind, source, True, parts[name].rows, ())
    return Key(name, kind, source, needed, *_KINDS[kind], _AS_IS.get(kind))


def _fresh(empty):
    return [] if empty == () else empty


def text(body):
    """Return JSON as Gson writes it: compact, in UTF-8, with NaN and Infinity bare."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
