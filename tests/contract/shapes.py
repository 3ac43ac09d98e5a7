"""Hold an answer against the schema that documents it: every key, every type, nothing undeclared."""

import re

from marshmallow import fields

from ispyb_api.http.fields import Timestamp

_DAY = re.compile(r"^\d{4}-\d\d-\d\d$")
_MOMENT = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$")


def _matches(pattern):
    return lambda value: isinstance(value, str) and bool(pattern.match(value))


# What the values of a field may be; the first that fits counts, so special kinds stand before general ones.
_KINDS = (
    (Timestamp, _matches(_MOMENT)),
    (fields.Date, _matches(_DAY)),
    (fields.Boolean, lambda value: isinstance(value, bool)),
    (fields.Integer, lambda value: type(value) is int),
    (fields.Float, lambda value: type(value) in (int, float)),
    (fields.String, lambda value: isinstance(value, str)),
    (fields.Dict, lambda value: isinstance(value, dict)),
)


def faults(schema, value, where=""):
    """Yield what is wrong with ``value`` as an answer of ``schema``."""
    schema = schema() if isinstance(schema, type) else schema
    if not isinstance(value, dict):
        yield f"{where}: {value!r} is not an object"
        return
    declared = {field.data_key or name: field for name, field in schema.fields.items()}
    for name in value.keys() - declared.keys():
        yield f"{where}.{name} is not declared"
    for name, field in declared.items():
        if name not in value:
            yield f"{where}.{name} is missing"
        else:
            yield from _faults_of_field(field, value[name], f"{where}.{name}")


def _faults_of_field(field, value, where):
    if value is None:
        if not field.allow_none:
            yield f"{where} is null"
    elif isinstance(field, fields.Nested):
        yield from faults(field.schema, value, where)
    elif isinstance(field, fields.List):
        if not isinstance(value, list):
            yield f"{where}: {value!r} is not a list"
            return
        for index, each in enumerate(value):
            yield from _faults_of_field(field.inner, each, f"{where}[{index}]")
    elif isinstance(field, fields.Dict) and field.value_field and isinstance(value, dict):
        for name, each in value.items():
            yield from _faults_of_field(field.value_field, each, f"{where}.{name}")
    elif not _fits(field, value):
        yield f"{where}: {value!r} is not what {type(field).__name__} says"


def _fits(field, value):
    return next((fits(value) for kind, fits in _KINDS if isinstance(field, kind)), False)
