"""What schemas look like in a Swagger document: each is described once, whichever routes send it."""

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin, resolver

_PLUGIN = MarshmallowPlugin(schema_name_resolver=resolver)
_SPEC = APISpec("", "", "2.0", plugins=[_PLUGIN])


def of(schema):
    """Return {name: definition} of a schema and of those nested in it."""
    name, described = resolver(schema), _SPEC.components.schemas
    if name not in described:
        _SPEC.components.schema(name, schema=schema)
    found, left = {}, [name]
    while left:
        each = left.pop()
        if each not in found:
            found[each] = described[each]
            left += _named(described[each])
    return found


def parameters(schema, where):
    """Return {name: description} of what may be sent in the ``where``, a query or a form."""
    found = {}
    for parameter in _PLUGIN.converter.schema2parameters(schema, location=where):
        parameter["in"] = {"form": "formData"}.get(where, where)
        found[parameter.pop("name")] = parameter
    return found


def _named(value):
    """Return the names of the definitions that a definition refers to."""
    if isinstance(value, list):
        return [name for each in value for name in _named(each)]
    if not isinstance(value, dict):
        return []
    inner = [name for each in value.values() for name in _named(each)]
    reference = value.get("$ref")
    return [*inner, reference.rpartition("/")[2]] if isinstance(reference, str) else inner
