"""Rows that come again: known by what makes them the same, made once, and changed when more is said of them."""

from typing import NamedTuple

from ispyb_api.errors import Invalid


class Kind(NamedTuple):
    """Rows of a table: their key, and the statements that make and change them."""

    table: str
    key: str
    add: str
    change: str


def store(tx, kind, rows, known, **fixed):
    """Make the rows that are not ``known`` (their keys, in the order of rows), change the others; return the keys of all.

    Of a row that was there, what is null or absent stays.  ``fixed`` are the same for each row that is made.
    """
    fresh = [number for number, key in enumerate(known) if key is None]
    made = tx.add_all(kind.add, [rows[number] for number in fresh], **fixed)
    keys = [*known]
    for number, key in zip(fresh, made, strict=True):
        keys[number] = key
    said = [(key, _said(row)) for key, row in zip(known, rows, strict=True) if key is not None]
    tx.change_all(kind.change, kind.key, said)
    return keys


def faults(tx, kind, rows):
    """Return why the table cannot hold the rows: {(row's number, column): messages}."""
    found = {}
    for number, row in enumerate(rows):
        found |= {(number, column): messages for column, messages in tx.faults(kind.table, row).items()}
    return found


def once(keys):
    """Return the numbers of rows whose key was in an earlier row: {number: the earlier one's}; rows without one have None."""
    first, again = {}, {}
    for number, key in enumerate(keys):
        if key is not None and first.setdefault(key, number) != number:
            again[number] = first[key]
    return again


def refuse(errors):
    """Raise what is wrong with rows, if something is."""
    if errors:
        raise Invalid("Nothing was saved; each field that is wrong is named.", errors=errors)


def _said(row):
    return {name: value for name, value in row.items() if value is not None}
