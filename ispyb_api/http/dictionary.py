"""What every field of every answer means: read off the schemas, so that nobody has to write it down twice."""

import re
from functools import cached_property

from marshmallow import fields

from ispyb_api.http.fields import Timestamp

_TABLE = re.compile(r"\b([A-Za-z]\w+)\.\w+")  # as in Container.barcode

# The first that fits counts, so special kinds stand before general ones.
_TYPES = (
    (Timestamp, ("string", "date-time-local")),
    (fields.Date, ("string", "date")),
    (fields.Boolean, ("boolean", None)),
    (fields.Integer, ("integer", None)),
    (fields.Float, ("number", None)),
    (fields.String, ("string", None)),
    (fields.List, ("array", None)),
    (fields.Field, ("object", None)),
)


class Dictionary:
    """The resources of an application, by their paths without ids: ``sessions``, ``processings/attachments``."""

    def __init__(self, routes, prefix):
        self._routes, self._prefix = list(routes), prefix

    @cached_property
    def resources(self):
        """{name: {"resource", "meaning", "routes", "fields"}}, in alphabetical order."""
        found = {}
        for rule, method, function in sorted(self._routes, key=lambda each: (each[0].rule, each[1])):
            if schema := getattr(function, "__returns__", None):
                path = rule.rule.removeprefix(self._prefix)
                name = "/".join(part for part in path.split("/") if part and not part.startswith("<"))
                self._add(found, name, f"{method} {_documented(rule, path)}", _row(schema))
        return {name: _told(name, *found[name]) for name in sorted(found)}

    def _add(self, found, name, route, schema):
        """Add a route's answer to a resource; what only some of its routes answer with is told as well."""
        schemas, routes, told = found.setdefault(name, ([], [], {}))
        routes.append(route)
        if schema not in schemas:
            schemas.append(schema)
            for each in _fields(schema()):
                told.setdefault(each["name"], each)


def _told(name, schemas, routes, told):
    meaning = next((_sentence(each) for each in schemas if _sentence(each)), None)
    return {"resource": name, "meaning": meaning, "routes": routes, "fields": list(told.values())}


def _sentence(schema):
    """Return what a schema says of itself; one that was made by a function says nothing."""
    return " ".join((schema.__dict__.get("__doc__") or "").split()) or None


def _documented(rule, path):
    for name in rule.arguments:
        path = "/".join(f"{{{name}}}" if part.endswith(f":{name}>") else part for part in path.split("/"))
    return path


def _row(schema):
    """Return the schema of a page's rows, or the schema itself."""
    rows = schema().fields.get("results")
    inner = getattr(rows, "inner", None)
    return type(inner.schema) if isinstance(inner, fields.Nested) else schema


def _fields(schema, prefix=""):
    """Yield every field of a schema and of what is nested in it: ``Crystal.Protein.name``, ``events[].name``, ``em{}.movie``."""
    for name, field in schema.fields.items():
        whole = f"{prefix}{field.data_key or name}"
        yield _field(whole, field)
        inner, mark = _innermost(field)
        if isinstance(inner, fields.Nested):
            yield from _fields(inner.schema, f"{whole}{mark}.")
        for kind, other in field.metadata.get("one_of", {}).items():
            yield from _fields(other(), f"{whole}<{kind}>.")


def _innermost(field, mark=""):
    """Return what lists and maps consist of in the end, and the marks for the way there: [] and {}."""
    if isinstance(field, fields.List):
        return _innermost(field.inner, f"{mark}[]")
    if isinstance(field, fields.Dict) and field.value_field:
        return _innermost(field.value_field, f"{mark}{{}}")
    return field, mark


def _type(field):
    return next(types for cls, types in _TYPES if isinstance(field, cls))


def _said(field):
    """Return what a field says itself; of a list's values its items may say more."""
    return {name: value for name, value in field.metadata.items() if value is not None}


def _tables(nested):
    """Return the tables that what is nested comes from, in the order of its fields; "computed" if it comes from none."""
    said = " ".join(each["source"] or "" for each in _fields(nested.schema))
    return ", ".join(dict.fromkeys(_TABLE.findall(said))) or "computed"


def _field(name, field):
    kind, form = _type(field)
    choices = [
        [str(value) for value in each.choices if value is not None]
        for each in field.validators
        if hasattr(each, "choices")
    ]
    inner = _innermost(field)[0]
    about = {**({"source": _tables(inner)} if isinstance(inner, fields.Nested) else inner.metadata), **_said(field)}
    return {
        "name": name,
        "type": kind,
        "format": form,
        "items": None if inner is field else _type(inner)[0],
        "nullable": field.allow_none,
        "meaning": about.get("meaning"),
        "unit": about.get("unit"),
        "source": about.get("source"),
        "values": choices[0] if choices else None,
        "plausible": list(about["plausible"]) if about.get("plausible") else None,
    }
