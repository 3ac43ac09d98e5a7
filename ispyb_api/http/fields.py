"""Fields that say what they mean: every one takes its meaning, where it comes from, and its unit."""

import datetime

from marshmallow import fields, validate

MAX_ID = 2**31 - 1


class Timestamp(fields.NaiveDateTime):
    """A date and time without a zone: the facility's clock, as ISPyB stores it."""

    def __init__(self, **kwargs):
        # "date-time" would promise a zone.
        metadata = {"format": "date-time-local", **kwargs.pop("metadata", {})}
        super().__init__(timezone=datetime.UTC, metadata=metadata, **kwargs)

    def _serialize(self, value, attr, obj, **kwargs):
        return moment(value)

    def _deserialize(self, value, attr, data, **kwargs):
        try:
            return super()._deserialize(value, attr, data, **kwargs)
        except OverflowError:  # the first or the last day there is, in another zone
            raise self.make_error("invalid", input=value, obj_type=self.OBJ_TYPE) from None


class Numeral(fields.String):
    """Text that mostly is a number, as the column has it; a number will do."""

    def _deserialize(self, value, attr, data, **kwargs):
        return super()._deserialize(str(value) if type(value) in (int, float) else value, attr, data, **kwargs)


def moment(value):
    """Return ISO text for what either driver gives: text with a space or a T, or a datetime."""
    if isinstance(value, str):
        return value.replace(" ", "T", 1)
    return value if value is None else value.isoformat(timespec="seconds")


def described(meaning, source=None, unit=None):
    """Return the metadata that documentation, dictionary and Swagger are made from."""
    text = meaning + (f" Unit: {unit}." if unit else "") + (f" Source: {source}." if source else "")
    metadata = {"description": text, "meaning": meaning, "unit": unit, "source": source}
    return metadata | ({"x-unit": unit} if unit else {}) | ({"x-source": source} if source else {})


def _make(field):
    def make(meaning, source=None, unit=None, plausible=None, **options):
        """Return the field; ``plausible`` are the least and the greatest value that can be right in its unit."""
        metadata = described(meaning, source, unit)
        if plausible:
            low, high = plausible
            metadata |= {"plausible": plausible, "x-plausible": [low, high]}
        return field(**{"allow_none": True, **options}, metadata=metadata)

    return make


Int = _make(fields.Integer)
Float = _make(fields.Float)
Text = _make(fields.String)
NumberText = _make(Numeral)
Bool = _make(fields.Boolean)
Stamp = _make(Timestamp)
Day = _make(fields.Date)


def Ident(meaning, source=None, **options):  # noqa: N802 - a field, like the others
    """Return the field of a row's id: never null, never beyond the database's integers."""
    return fields.Integer(**options, validate=validate.Range(1, MAX_ID), metadata=described(meaning, source))


def Choice(values, meaning, source=None, **options):  # noqa: N802
    """Return a text field that takes one of ``values``."""
    return fields.String(**options, validate=validate.OneOf(list(values)), metadata=described(meaning, source))


def Part(schema, meaning, **options):  # noqa: N802
    """Return the field of an object within an object."""
    return fields.Nested(schema, **{"allow_none": True, **options}, metadata=described(meaning))


def Items(item, meaning, source=None, **options):  # noqa: N802
    """Return the field of a list; ``item`` is a schema or a field."""
    inner = item if isinstance(item, fields.Field) else fields.Nested(item)
    return fields.List(inner, **options, metadata=described(meaning, source))
