"""Long lists of small rows: one JSON list, or a JSON object on each line (NDJSON), which is never in memory as a whole."""

import contextlib
import hashlib
import re
import tempfile
from dataclasses import dataclass
from typing import Any

import flask
import marshmallow as ma

from ispyb_api.errors import Invalid
from ispyb_api.http import quick
from ispyb_api.http.limits import LINES, json_body, parsed, require_type
from ispyb_api.http.shapes import flat

BATCH = 2000  # rows that are handed on together
_MOST_FAULTS = 100  # rows that are named; who sent so many wrong ones knows enough
_LONGEST_LINE = 65_536
_IN_MEMORY = 1_048_576
_ROW = re.compile(r"\[(\d+)\]")
# The row that a message compares with: what its first number is.  Behind others there may be texts of a client's.
_COMPARED = re.compile(r"\A(\D*?\[)(\d+)\]")


@dataclass(frozen=True)
class Rows:
    """The rows of a request, each of one schema; they can be gone through several times."""

    loader: Any
    source: Any
    most: int

    def batches(self, columns, faults):
        """Yield lists of good rows; raise Invalid that names the others, once all were looked at: then nothing may be kept.

        ``columns`` are those of the table, {name in small letters: column}; ``faults`` tells what the table cannot hold of a row.
        """
        check, errors, batch, number = Check(self.loader, columns, faults), {}, Batch(0), -1
        for number, (where, text) in enumerate(self.source()):
            self._bounded(number)
            row, wrong = check(text)
            if wrong:
                errors |= _named(number, where, wrong)
                if number_of(errors) >= _MOST_FAULTS:
                    break
            elif not errors:
                batch.append(row)
                batch.lines.append(where)
                if len(batch) == BATCH:
                    yield batch
                    batch = Batch(number + 1)
        self._bounded(number)
        if errors:
            raise Invalid(errors=errors)
        if batch:
            yield batch

    def _bounded(self, number):
        if not 0 <= number < self.most:
            raise Invalid(errors={"body": [f"Must be a list of 1 to {self.most} rows."]})


class Batch(list):
    """Good rows that are handed on together; ``first`` is the place of the first of them in the whole list."""

    def __init__(self, first):
        super().__init__()
        self.first, self.lines = first, []

    @contextlib.contextmanager
    def named(self):
        """Name what is wrong with rows of the batch, as ``[3].name``, by their places in the whole list, and by their lines."""
        try:
            yield
        except Invalid as exc:
            raise Invalid(str(exc), errors=self._in_list(exc.errors)) from None

    def _in_list(self, errors):
        found = {}
        for name, messages in errors.items():
            if row := _ROW.match(name):
                place = int(row[1])
                if number_of(found) >= _MOST_FAULTS:
                    break
                told = _on_line(self.lines[place], map(self._compared, messages))
                found[f"[{self.first + place}]{name[row.end() :]}"] = told
            else:
                found[name] = messages
        return found

    def _compared(self, message):
        return _COMPARED.sub(lambda match: f"{match[1]}{self.first + int(match[2])}]", message)


class Check:
    """Looks at rows: at numbers within their limits quickly, at all else as the schema says."""

    def __init__(self, loader, columns, faults):
        self._load, self._faults = quick.Loader(loader).load, faults
        self._alone = quick.checks(loader) == []  # whether each field is right or wrong by itself
        self._needed = {name for name, field in loader.fields.items() if field.required}
        self._plain = {
            name: limits
            for name, field in loader.fields.items()
            if (limits := _limits(field, columns.get(name.lower())))
        }

    def __call__(self, given):
        """Return the row, and what is wrong with it by field."""
        try:
            row = parsed(given) if isinstance(given, str) else given
        except Invalid as exc:
            return None, exc.errors
        return (row, None) if self._is_plain(row) else self._loaded(row)

    def _is_plain(self, row):
        if not self._alone or type(row) is not dict or not self._needed <= row.keys():
            return False
        for name, value in row.items():
            types, low, high, nullable = self._plain.get(name, ((), 0, 0, False))
            if value is None:
                if not nullable:
                    return False
            elif type(value) not in types or not low <= value <= high:
                return False
        return True

    def _loaded(self, row):
        try:
            found = self._load(row)
        except ma.ValidationError as exc:
            return None, flat(exc.normalized_messages())
        return found, self._faults(found)


def received(loader, most):
    """Return the rows of the running request."""
    if flask.request.mimetype != LINES:
        body = json_body()
        if not isinstance(body, list):
            raise Invalid(errors={"body": [f"Must be a list of 1 to {most} rows."]})
        return Rows(loader, lambda: ((None, row) for row in body), most)
    require_type(LINES)
    file = _spooled(flask.request.stream)
    return Rows(loader, lambda: _lines(file), most)


def _spooled(stream):
    """Put the body into a temporary file: no transaction waits for a slow client, and it can be read again."""
    file, digest = tempfile.SpooledTemporaryFile(_IN_MEMORY), hashlib.sha256()  # noqa: SIM115 - it is gone with the request
    while piece := stream.read(_LONGEST_LINE):
        file.write(piece)
        digest.update(piece)
    flask.g.body_digest = digest.hexdigest()
    return file


def _lines(file):
    """Yield (what a line is called, its text), empty ones left out."""
    file.seek(0)
    number = 0
    while raw := file.readline(_LONGEST_LINE + 1):
        number += 1
        if len(raw) > _LONGEST_LINE:
            raise Invalid(errors={"body": [f"Line {number} is longer than {_LONGEST_LINE} bytes."]})
        if raw.strip():
            yield f"Line {number}", _decoded(raw, number)


def _decoded(raw, number):
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Invalid(errors={"body": [f"Line {number} is not valid UTF-8."]}) from None


def _limits(field, column):
    """Return (types, least, greatest, whether null will do) of a number that its column can hold; None of any other field."""
    found = column and quick.limits(field)
    if not found:
        return None
    types, low, high = found
    lows, highs = [low, column.low], [high, column.high]
    least = max(value for value in lows if value is not None)
    return types, least, min(v for v in highs if v is not None), field.allow_none and column.nullable


def number_of(errors):
    """Return how many rows messages are about."""
    return len({name.partition(".")[0] for name in errors})


def _named(number, where, wrong):
    """Return messages about a row under ``[row].field``; of a line, they say which."""
    return {
        f"[{number}]" if name in ("_schema", "body") else f"[{number}].{name}": _on_line(where, messages)
        for name, messages in wrong.items()
    }


def _on_line(where, messages):
    return [f"{where}: {each}" if where else each for each in messages]
