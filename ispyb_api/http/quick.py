"""Load what is as its schema says without the long way through marshmallow, which is asked about all else and words what is wrong.

What comes out is the same: a test compares the two for every schema that requests are checked by.
"""

import sys

import marshmallow as ma
from marshmallow import fields, validate
from marshmallow.decorators import POST_LOAD, PRE_LOAD, VALIDATES, VALIDATES_SCHEMA

from ispyb_api.http.shapes import INSIST

# What Plausible does is done here by the limits of numbers; who insists goes the long way.
_PLAUSIBLE = {"_insist_within", "_can_be_right", "_without_the_wish"}
_LARGEST = sys.float_info.max
_TYPES = {fields.String: str, fields.Boolean: bool}


class Loader:
    """Loads as ``schema.load`` does, one row or many."""

    def __init__(self, schema):
        self._schema, self._row = schema, _Row(schema)

    def load(self, body):
        try:
            if not self._schema.many:
                return self._row(body)
            if type(body) is list:
                return [self._row(each) for each in body]
        except ma.ValidationError:
            pass
        return self._schema.load(body)


class _Row:
    """Reads an object of a schema; raises ValidationError if that is not for this module to say."""

    def __init__(self, schema):
        self._schema, self._fields, self._checks = schema, None, ()

    def __call__(self, given):
        if self._fields is None:
            self._checks, self._fields = checks(self._schema), list(_readers(self._schema))
        if type(given) is not dict or self._checks is None:
            raise _unsure()
        found, known = {}, 0
        for name, key, read, absent in self._fields:
            if name in given:
                found[key] = read(given[name])
                known += 1
            elif absent is not ma.missing:
                found[key] = absent()
        if known < len(given):
            raise _unsure()
        for check in self._checks:
            check(found, partial=self._schema.partial, many=False, unknown=self._schema.unknown)
        return found


def _unsure():
    return ma.ValidationError("")


def checks(schema):
    """Return what else a schema checks of an object; None if it does something that only marshmallow can."""
    hooks = schema._hooks
    others = [name for kind in (PRE_LOAD, POST_LOAD) for name, *_ in hooks[kind] if name not in _PLAUSIBLE]
    own = [hook for hook in hooks[VALIDATES_SCHEMA] if hook[0] not in _PLAUSIBLE]
    unusual = any(many or options["pass_original"] for _, many, options in own)
    if others or unusual or hooks[VALIDATES] or schema.unknown != ma.RAISE or schema.partial:
        return None
    return [getattr(schema, name) for name, *_ in own]


def _readers(schema):
    """Yield (name, key, reader, maker of what it is if absent) of what may be sent."""
    for own, field in schema.load_fields.items():
        name = field.data_key or own
        yield name, field.attribute or own, _nullable(field, _reader(name, field)), _absent(field)


def _absent(field):
    default = field.load_default
    if field.required:
        return _refuse
    return default if default is ma.missing or callable(default) else lambda: default


def _refuse(*_):
    raise _unsure()


def _nullable(field, read):
    if not field.allow_none:
        return read
    return lambda value: None if value is None else read(value)


def _reader(name, field):
    """Return the function that reads a value, or raises ValidationError."""
    if name == INSIST or field.pre_load or field.post_load:
        return _refuse
    if numeric := limits(field):
        return _number(*numeric, convert=float if type(field) is fields.Float else None)
    read = _plain_reader(name, field)
    return _checked(read, field.validators) if read else lambda value: field.deserialize(value, name, {name: value})


def _plain_reader(name, field):
    """Return the function that reads a value of a kind that is simple, before its validators; None of other kinds."""
    kind, read = type(field), None
    if kind in _TYPES:
        read = _of_type(_TYPES[kind])
    elif kind is fields.Nested and not field.many and field.unknown is None and not field.schema.many:
        read = _Row(field.schema)
    elif kind is fields.List:
        read = _each(_nullable(field.inner, _reader(name, field.inner)))
    return read


def limits(field):
    """Return (types, least, greatest) of a number that is checked by nothing else; None of any other field."""
    if type(field) not in (fields.Integer, fields.Float):
        return None
    whole = type(field) is fields.Integer
    lows, highs = [-_LARGEST], [_LARGEST]
    for each in field.validators:
        if not isinstance(each, validate.Range) or not (each.min_inclusive and each.max_inclusive):
            return None
        lows.append(each.min)
        highs.append(each.max)
    low, high = field.metadata.get("plausible") or (None, None)
    least = max(value for value in (*lows, low) if value is not None)
    return ((int,) if whole else (int, float)), least, min(v for v in (*highs, high) if v is not None)


def _number(types, low, high, convert):
    def read(value):
        if type(value) not in types or not low <= value <= high:
            raise _unsure()
        return convert(value) if convert else value

    return read


def _of_type(kind):
    def read(value):
        if type(value) is not kind:
            raise _unsure()
        return value

    return read


def _each(read):
    def read_all(values):
        if type(values) is not list:
            raise _unsure()
        return [read(value) for value in values]

    return read_all


def _checked(read, validators):
    if not validators:
        return read

    def checked(value):
        found = read(value)
        for validator in validators:
            validator(found)
        return found

    return checked
