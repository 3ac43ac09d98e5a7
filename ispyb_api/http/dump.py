"""From row to JSON: change the few values whose type the database does not know, leave the rest.

marshmallow describes and checks; in the tests every answer is held against its schema.  At run time
a page goes out as it came from the database, but for booleans (0 and 1 there) and times.
"""

import functools

from marshmallow import fields

from ispyb_api.http.fields import Timestamp, moment


@functools.cache
def dumper(schema):
    """Return the function that makes rows of ``schema``, in place, ready for JSON."""
    conversions = [
        (field.data_key or name, change) for name, field in schema().fields.items() if (change := _change(field))
    ]
    if not conversions:
        return lambda row: row

    def dump(row):
        for name, change in conversions:
            value = row.get(name)
            if value is not None:
                row[name] = change(value)
        return row

    return dump


def _change(field):
    if isinstance(field, Timestamp):
        return moment
    if isinstance(field, fields.Boolean):
        return bool
    if isinstance(field, fields.Nested):
        return dumper(_class_of(field))
    if isinstance(field, fields.List):
        return _each(_change(field.inner))
    return None


def _class_of(field):
    return field.nested if isinstance(field.nested, type) else type(field.schema)


def _each(change):
    return (lambda values: [change(value) for value in values]) if change else None
