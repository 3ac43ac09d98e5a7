"""What one may send, derived from what is shown: the same fields, with the same meanings and units."""

import copy
import re

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import Bool, Timestamp, described

_COLUMN = re.compile(r"(\w+)\.(\w+)")
INSIST = "accept_implausible"
_INSIST_MEANING = "Whether to take values that look as if they were in another unit."
_IMPLAUSIBLE = "{0} is not plausible in the unit {3}, where {1} to {2} are; send accept_implausible if it is right."
FILLED = validate.Regexp(r"[\s\S]*\S", error="Must not be empty.")
_ZONE = re.compile(r"(?:Z|[+-]\d\d:?\d\d)$", re.IGNORECASE)


class LocalTime(Timestamp):
    """A time on the facility's clock; one with a zone is refused, for nobody knows what the client meant."""

    def _deserialize(self, value, attr, data, **kwargs):
        if isinstance(value, str) and _ZONE.search(value):
            raise ma.ValidationError("Must be the facility's clock, without a zone, as 2026-05-01T09:30:00.")
        return super()._deserialize(value, attr, data, **kwargs)


def new_of(shown, *names, name, required=(), doc=None, **others):
    """Return the schema of a new row: the fields ``names`` of the schema ``shown``, and ``others``.

    A field whose column has another name is loaded under its column's, as ``dewarType`` under ``type``.  A text that is required
    must say something.
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


def insisting():
    """Return the field by which a client says that its values are right, whatever they look like."""
    return Bool(_INSIST_MEANING, load_only=True, allow_none=False)


def _made(name, made, doc, base=ma.Schema):
    if any("plausible" in field.metadata or _may_insist(field) for field in made.values()):
        made = {**made, INSIST: insisting()}
    return type(name, (Plausible, base), {**made, "__doc__": doc, "__module__": base.__module__})


def flat(messages, where=""):
    """Return messages by the whole names of their fields: ``[row].field``, ``parts[0].name``."""
    if not isinstance(messages, dict):
        return {where: messages}
    found = {}
    for name, each in messages.items():
        whole = f"{where}[{name}]" if isinstance(name, int) else f"{where}.{name}".lstrip(".")
        found |= flat(each, where if name == "_schema" and where else whole)
    return found


class Plausible(ma.Schema):
    """Refuses values that cannot be right in their field's unit, unless the client insists; then in its parts too."""

    @ma.pre_load
    def _insist_within(self, data, **_):
        if not isinstance(data, dict) or data.get(INSIST) not in (True, "true"):
            return data
        return {name: _insisting(self.fields.get(name), value) for name, value in data.items()}

    @ma.validates_schema(skip_on_field_errors=False)
    def _can_be_right(self, data, **_):
        if data.get(INSIST):
            return
        wrong = {
            name: [_IMPLAUSIBLE.format(value, *field.metadata["plausible"], field.metadata["unit"] or "1")]
            for name, field in self.fields.items()
            if "plausible" in field.metadata
            and (value := data.get(field.attribute or name)) is not None
            and not field.metadata["plausible"][0] <= value <= field.metadata["plausible"][1]
        }
        if wrong:
            raise ma.ValidationError(wrong)

    @ma.post_load
    def _without_the_wish(self, data, **_):
        data.pop(INSIST, None)
        return data


def _may_insist(field):
    """Tell whether a field holds objects, or a list of them, in which the client may insist."""
    inner = getattr(field, "inner", field)
    return isinstance(inner, fields.Nested) and INSIST in inner.schema.fields


def _insisting(field, value):
    """Return what was sent for a field, with the wish in each object of it."""
    if field is None or not _may_insist(field):
        return value
    if isinstance(value, list):
        return [_insisting(field, each) for each in value]
    return {**value, INSIST: True} if isinstance(value, dict) else value


class _Patch(ma.Schema):
    @ma.validates_schema
    def _something(self, data, **_):
        if not data.keys() - {INSIST}:
            raise ma.ValidationError("Give at least one field to change.", "body")


def _noun(schema):
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", schema.__name__.removesuffix("Schema").removeprefix("New"))
    return f"What is known of a {words.lower()}"


def _input(name, field, *, required):
    field = copy.deepcopy(field)
    source = _COLUMN.fullmatch(field.metadata.get("source") or "")
    if source and source[2] != name:
        field.attribute = source[2]
    unit, _, doubt = (field.metadata.get("unit") or "").partition(";")
    if doubt:  # others write another one; who sends something now may not
        known = field.metadata
        field.metadata = {**known, **described(known["meaning"], known["source"], unit)}
    if type(field) is Timestamp:
        field = LocalTime(allow_none=field.allow_none, attribute=field.attribute, metadata=dict(field.metadata))
    if isinstance(field, fields.Integer):
        field.strict = True
    if required and isinstance(field, fields.String):
        field.validators = [*field.validators, FILLED]
    field.required, field.allow_none = required, field.allow_none and not required
    return field
