"""What one may send, derived from what is shown: the same fields, with the same meanings and units."""

import copy
import re

import marshmallow as ma
from marshmallow import fields

from ispyb_api.http.fields import Timestamp

_COLUMN = re.compile(r"(\w+)\.(\w+)")
_ZONE = re.compile(r"(?:Z|[+-]\d\d:?\d\d)$", re.IGNORECASE)


class LocalTime(Timestamp):
    """A time on the facility's clock; one with a zone is refused, for nobody knows what the client meant."""

    def _deserialize(self, value, attr, data, **kwargs):
        if isinstance(value, str) and _ZONE.search(value):
            raise ma.ValidationError("Must be the facility's clock, without a zone, as 2026-05-01T09:30:00.")
        return super()._deserialize(value, attr, data, **kwargs)


def new_of(shown, *names, name, required=(), doc=None, **others):
    """Return the schema of a new row: the fields ``names`` of the schema ``shown``, and ``others``.

    A field whose column has another name is loaded under its column's, as ``dewarType`` under ``type``.
    """
    known = shown._declared_fields
    made = {each: _input(each, known[each], required=each in required) for each in names}
    return _made(name, {**made, **others}, doc or f"{_noun(shown)} to make.")


def patch_of(new, *, name, without=(), doc=None):
    """Return the schema of a change: nothing is required, what is absent stays, null clears."""
    made = {each: copy.deepcopy(field) for each, field in new._declared_fields.items() if each not in without}
    for field in made.values():
        field.required, field.load_default = False, ma.missing
    return _made(name, made, doc or f"{_noun(new)} to change: what is absent stays, null clears.", _Patch)


def _made(name, made, doc, base=ma.Schema):
    return type(name, (base,), {**made, "__doc__": doc, "__module__": base.__module__})


class _Patch(ma.Schema):
    @ma.validates_schema
    def _something(self, data, **_):
        if not data:
            raise ma.ValidationError("Give at least one field to change.", "body")


def _noun(schema):
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", schema.__name__.removesuffix("Schema").removeprefix("New"))
    return f"What is known of a {words.lower()}"


def _input(name, field, *, required):
    field = copy.deepcopy(field)
    source = _COLUMN.fullmatch(field.metadata.get("source") or "")
    if source and source[2] != name:
        field.attribute = source[2]
    if type(field) is Timestamp:
        field = LocalTime(allow_none=field.allow_none, attribute=field.attribute, metadata=dict(field.metadata))
    if isinstance(field, fields.Integer):
        field.strict = True
    field.required, field.allow_none = required, field.allow_none and not required
    return field
