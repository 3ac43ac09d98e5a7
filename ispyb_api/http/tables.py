"""A list of rows as a table: CSV with a line of field names, as spreadsheets write it."""

import csv
import io
import re

import flask
from marshmallow import fields

from ispyb_api.errors import Invalid
from ispyb_api.http.limits import text_body

TYPE = "text/csv"
_ROW = re.compile(r"^\[(\d+)\]")
_TRUE, _FALSE = ("true", "yes", "1"), ("false", "no", "0")


def is_sent():
    """Tell whether the request's body says that it is such a table."""
    return flask.request.mimetype == TYPE


def read(loader, most):
    """Return the rows of the body, for ``loader`` to judge, and a function that names their lines in messages."""
    cells, lines = _cells(text_body(TYPE).removeprefix("\ufeff"), most)
    if not cells:
        raise _wrong("A line of field names is required, and rows below it.")
    names = [name.strip() for name in cells[0]]
    _refuse_names(names, loader)
    if len(cells) == 1:
        raise _wrong(f"Must be 1 to {most} rows.")
    for row, line in zip(cells[1:], lines[1:], strict=True):
        if len(row) > len(names):
            raise _wrong(f"Line {line} has {len(row)} cells, and there are {len(names)} names.")
    rows = [_typed(dict(zip(names, row, strict=False)), loader) for row in cells[1:]]
    return rows, lambda errors: _with_lines(errors, lines[1:])


def _cells(text, most):
    """Return the lines that are not empty, cut into cells, and the number of the line at which each begins.

    No further than the first row too many: a long text of short lines would take a hundred times its size.
    """
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in head and "," not in head else ",", strict=True)  # fmt: skip
    found, lines, begin = [], [], 1
    try:
        for row in reader:
            while row and not row[-1].strip():  # spreadsheets send columns that were used once
                row.pop()
            if row:
                found.append(row)
                lines.append(begin)
            if len(found) - 1 > most:
                raise _wrong(f"Must be 1 to {most} rows.")
            begin = reader.line_num + 1
    except csv.Error as exc:
        raise _wrong(f"Not CSV from line {begin} on: {exc}.") from None
    return found, lines


def _refuse_names(names, loader):
    known = {name for name, field in loader.fields.items() if not isinstance(field, (fields.Nested, fields.List))}
    if unknown := [name for name in names if name not in known]:
        shown = ", ".join(name[:40] or "(empty)" for name in unknown[:10])
        raise _wrong(f"Line 1 names what is no field: {shown}.  Fields are: {', '.join(sorted(known))}.")
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise _wrong(f"Line 1 names twice: {', '.join(twice)}.")


def _typed(row, loader):
    """Return what is in the row's cells, as JSON would have it; an empty cell is absent."""
    return {name: _value(cell.strip(), loader.fields[name]) for name, cell in row.items() if cell.strip()}


def _value(text, field):
    """Return a number or a truth where the field is one and the text looks like one; else the text, for the schema to refuse."""
    try:
        if isinstance(field, fields.Integer):
            return int(text) if re.fullmatch(r"[+-]?\d{1,18}", text) else text
        if isinstance(field, fields.Float):
            return float(text) if re.fullmatch(r"[+-]?[\d.eE+-]{1,40}", text) else text
    except ValueError:
        return text
    if isinstance(field, fields.Boolean):
        return {**dict.fromkeys(_TRUE, True), **dict.fromkeys(_FALSE, False)}.get(text.casefold(), text)
    return text


def _with_lines(errors, lines):
    """Say in messages about rows at which line of the table each row begins."""
    found = {}
    for name, messages in errors.items():
        match = _ROW.match(name)
        line = f"Line {lines[int(match[1])]}: " if match else ""
        found[name] = [f"{line}{message}" for message in messages]
    return found


def _wrong(why):
    return Invalid("The table cannot be read.", errors={"body": [why]})
