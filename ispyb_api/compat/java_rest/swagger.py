"""The Java server's routes and shapes as the Swagger page shows them."""

from ispyb_api.compat.java_rest.answers import Lists, Rows
from ispyb_api.compat.java_rest.gson import TYPES

_TOKEN = {"in": "path", "type": "string", "description": "From POST /authenticate."}
_REFUSED = "The token is none, or this is closed to its holder."


def describe(api, method, answer):
    """Say of a method what it answers."""
    method.__apidoc__ = {
        "params": {"token": _TOKEN},
        "responses": {200: ("Success", _answered(api, answer), {}), 403: (_REFUSED, None, {})},
    }
    if answer.produces:
        method.__apidoc__["produces"] = [answer.produces]


def _answered(api, answer):
    shape = getattr(answer, "shape", None)
    if shape is None:
        return None
    model = _model(api, shape)
    if isinstance(answer, Lists):
        rows = {"type": "array", "items": {"$ref": f"#/definitions/{shape.name}"}}
        return api.schema_model(f"{shape.name}Lists", {"type": "array", "items": rows})
    return [model] if isinstance(answer, Rows) else model


def _model(api, shape):
    if shape.name not in api.models:
        for part in shape.parts.values():
            _model(api, part)
        properties = {key.name: _property(key, shape.parts) for key in shape.keys}
        api.schema_model(shape.name, {"type": "object", "properties": properties})
    return api.models[shape.name]


def _property(key, parts):
    if key.kind in ("list", "object"):
        inner = {"$ref": f"#/definitions/{parts[key.name].name}"}
        return {"type": "array", "items": inner} if key.kind == "list" else inner
    described = {"type": TYPES.get(key.kind, "string"), "description": f"Source: {key.source}."}
    return described if key.needed else {**described, "x-nullable": True}
