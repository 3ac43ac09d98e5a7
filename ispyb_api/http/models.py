"""What schemas look like in a Swagger document: each is described once, and only when somebody asks for the document."""

import functools
import threading

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin, resolver
from flask_restx.model import ModelBase

_PLUGIN = MarshmallowPlugin(schema_name_resolver=resolver)
_SPEC = APISpec("", "", "2.0", plugins=[_PLUGIN])
_DESCRIBING = threading.Lock()


class Model(ModelBase):
    """The model of a schema, whose definition nobody has made yet."""

    def __init__(self, schema):
        super().__init__(resolver(schema))
        self._of = schema

    @property
    def _schema(self):
        return self.definitions[self.name]

    @functools.cached_property
    def definitions(self):
        """{name: definition} of the schema and of those nested in it."""
        described = _SPEC.components.schemas
        with _DESCRIBING:
            if self.name not in described:
                _SPEC.components.schema(self.name, schema=self._of)
        found, left = {}, [self.name]
        while left:
            each = left.pop()
            if each not in found:
                found[each] = described[each]
                left += _named(described[each])
        return found


def complete(api):
    """Have the API know the models that its own refer to."""
    for model in [each for each in api.models.values() if isinstance(each, Model)]:
        for name, definition in model.definitions.items():
            if name not in api.models:
                api.schema_model(name, definition)


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
