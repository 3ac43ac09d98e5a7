"""Fields that take what control software sends: ids as text, numbers as text, nothing as an empty text."""

import copy
import math

import marshmallow as ma
from marshmallow import fields

from ispyb_api.http.fields import MAX_ID, Timestamp, described

_ABSENT_AXIS = -9999  # what MXCuBE sends of an axis that the goniometer does not have


class Id(fields.Integer):
    """A row's id, also as text or within the answer that told it; what cannot be one, as -1, is none."""

    def _deserialize(self, value, attr, data, **kwargs):
        if isinstance(value, dict):
            value = value.get("dataCollectionGroupId")
        number = _number(value)
        return int(number) if number is not None and number == int(number) and 1 <= number <= MAX_ID else None


class Number(fields.Float):
    """A number, also as text; anything else, and what stands for an axis that is not there, is none."""

    def _deserialize(self, value, attr, data, **kwargs):
        number = _number(value)
        return None if number == _ABSENT_AXIS else number


class Resolution(Number):
    """A resolution, as a number or as ``{"upper": number}``."""

    def _deserialize(self, value, attr, data, **kwargs):
        return super()._deserialize(value.get("upper") if isinstance(value, dict) else value, attr, data, **kwargs)


class Count(fields.Integer):
    """A whole number, also as text."""

    def _deserialize(self, value, attr, data, **kwargs):
        number = _number(value)
        return int(number) if number is not None and number == int(number) else None


class Words(fields.String):
    """Text, or a number to be kept as text; an empty one is none."""

    def _deserialize(self, value, attr, data, **kwargs):
        if isinstance(value, bool) or not isinstance(value, (str, int, float)):
            return None
        return str(value).strip() or None


class Moment(Words):
    """A time on the beamline's clock, however it is written; a Z behind it does not mean what it says."""

    def _deserialize(self, value, attr, data, **kwargs):
        text = super()._deserialize(value, attr, data, **kwargs)
        return text and text.replace(" ", "T", 1).removesuffix("Z")


def _number(value):
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


class Loose(ma.Schema):
    """Base of what control software sends: keys that nobody knows are passed over, and what is none counts as absent."""

    class Meta:
        unknown = ma.EXCLUDE

    @ma.post_load
    def _what_is_there(self, data, **_):
        return {name: value for name, value in data.items() if value is not None}


def loosened(strict, name, doc, without=(), **others):
    """Return the schema of what MXCuBE sends where others send ``strict``; ``others`` are further fields."""
    sent = {each: field for each, field in strict._declared_fields.items() if each not in without}
    made = {each: _loose(each, field) for each, field in sent.items() if not field.load_only}
    return type(name, (Loose,), {**made, **others, "__doc__": doc, "__module__": __name__})


def _loose(name, field):
    kind = _kind(name, field)
    if kind is None:
        return copy.deepcopy(field)
    about = field.metadata
    return kind(allow_none=True, metadata=described(about["meaning"], about["source"], about["unit"]))


def _kind(name, field):
    """Return the loose field for a strict one; None if it is loose itself."""
    if isinstance(field, Timestamp):
        return Moment
    if type(field) is fields.Integer:
        return Id if name.endswith("Id") else Count
    return {fields.Float: Number}.get(type(field), Words if isinstance(field, fields.String) else None)
