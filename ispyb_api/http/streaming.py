"""Send long tables while they are read, a piece at a time: memory stays flat, however many rows there are."""

import csv
import io
import itertools

import flask

from ispyb_api.http.encoding import as_json


def table(pieces, columns, kind, name):
    """Return a response that streams rows (dicts) as CSV, or as one JSON object of lists.

    ``pieces`` yields lists of rows; the first is read before anything is sent, so that its errors are answered as such.
    """
    pieces = iter(pieces)
    first = next(pieces, [])
    rows = itertools.chain(first, itertools.chain.from_iterable(pieces))
    made = _csv(rows, columns) if kind == "csv" else _json(rows, columns)
    response = flask.Response(
        flask.stream_with_context(made), mimetype="text/csv" if kind == "csv" else "application/json"
    )
    response.headers.set("Content-Disposition", "attachment" if kind == "csv" else "inline", filename=f"{name}.{kind}")
    return response


def _csv(rows, columns):
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(columns)
    for number, row in enumerate(rows, 1):
        writer.writerow([_harmless(row[name]) for name in columns])
        if number % 500 == 0:
            yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer):
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _harmless(value):
    """Keep spreadsheets from taking a text for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _json(rows, columns):
    """Yield {"results": [row, row, ...]}."""
    yield '{"results":['
    separator = ""
    for rows_together in iter(lambda: list(itertools.islice(rows, 500)), []):
        yield separator + ",".join(as_json({name: row[name] for name in columns}) for row in rows_together)
        separator = ","
    yield "]}"
