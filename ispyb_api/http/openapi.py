"""The Swagger 2.0 document as OpenAPI 3.1, in which shapes may be null: what generators of clients and forms read."""

_PLAIN = ("type", "format", "enum", "minimum", "maximum", "minLength", "maxLength", "pattern", "items", "default")
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
TAKEN = "x-consumes"  # of an operation, as flask-restx can say it: the types of a body
OTHERWISE = "x-otherwise"  # of an operation: what else than its shape 200 may be
_FLOWS = {"password": "password", "accessCode": "authorizationCode"}


def converted(swagger, also=None):
    """Return the document for a Swagger 2.0 one; ``also`` are further names of shapes, {name: what it is here}."""
    shapes = {name: _shape(each) for name, each in swagger["definitions"].items()}
    shapes |= {name: {"$ref": f"#/components/schemas/{known}"} for name, known in (also or {}).items()}
    return {
        "openapi": "3.1.0",
        "info": swagger["info"],
        "servers": [{"url": swagger["basePath"]}],
        "tags": swagger["tags"],
        "security": swagger["security"],
        "paths": {path: _path(methods) for path, methods in swagger["paths"].items()},
        "components": {
            "schemas": shapes,
            "securitySchemes": {name: _scheme(each) for name, each in swagger["securityDefinitions"].items()},
        },
    }


def _path(methods):
    return {
        name: [_parameter(each) for each in what] if name == "parameters" else _operation(what)
        for name, what in methods.items()
    }


def _operation(operation):
    given = operation.get("parameters", [])
    apart = ("parameters", "produces", "consumes", OTHERWISE)
    found = {name: what for name, what in operation.items() if name not in apart}
    if plain := [_parameter(each) for each in given if each["in"] not in ("body", "formData")]:
        found["parameters"] = plain
    if sent := [each for each in given if each["in"] in ("body", "formData")]:
        found["requestBody"] = _body(sent, operation.get("consumes"))
    types = operation.get("produces", ["application/json"])
    found["responses"] = {str(status): _answer(each, types) for status, each in operation["responses"].items()}
    if other := operation.get(OTHERWISE):
        content = found["responses"]["200"]["content"]["application/json"]
        content["schema"] = {"oneOf": [content["schema"], _shape(other)]}
    return found


def _body(sent, types):
    """Return what is sent: one body, or the fields of a form."""
    if sent[0]["in"] == "body":
        shape, types = _shape(sent[0]["schema"]), types or ["application/json"]
    else:
        shape, types = {"type": "object", "properties": {each["name"]: _plain(each) for each in sent}}, types or _FORMS
        if required := [each["name"] for each in sent if each.get("required")]:
            shape["required"] = required
    return {
        "required": any(each.get("required") for each in sent),
        "content": {each: {"schema": shape} for each in types},
    }


def _answer(answer, types):
    found = {name: what for name, what in answer.items() if name in ("description", "headers")}
    if "schema" in answer:
        found["content"] = {"application/json": {"schema": _shape(answer["schema"])}}
    elif any(each != "application/json" for each in types) and "default" not in answer:
        found["content"] = {each: {} for each in types if each != "application/json"}
    return found


def _parameter(parameter):
    found = {name: what for name, what in parameter.items() if name not in (*_PLAIN, "collectionFormat")}
    found["schema"] = _plain({name: what for name, what in parameter.items() if name != "description"})
    return found


def _plain(given):
    return _shape({name: what for name, what in given.items() if name in (*_PLAIN, "description")})


def _shape(given):
    """Return a shape, and what is within it, with null among its types where it may be null."""
    if isinstance(given, list):
        return [_shape(each) for each in given]
    if not isinstance(given, dict):
        return given
    if "$ref" in given:
        return {"$ref": given["$ref"].replace("#/definitions/", "#/components/schemas/")}
    found = {name: _shape(what) for name, what in given.items() if name != "x-nullable"}
    return _or_null(found) if given.get("x-nullable") is True else found


def _or_null(shape):
    if "allOf" in shape:
        return {
            **{name: what for name, what in shape.items() if name != "allOf"},
            "anyOf": [*shape["allOf"], {"type": "null"}],
        }
    if "type" in shape:
        shape["type"] = [shape["type"], "null"]
    if "enum" in shape:
        shape["enum"] = [*shape["enum"], *([None] if None not in shape["enum"] else [])]
    return shape


def _scheme(scheme):
    if scheme["type"] != "oauth2":
        return scheme
    flow = {name: what for name, what in scheme.items() if name in ("tokenUrl", "authorizationUrl", "scopes")}
    plain = {name: what for name, what in scheme.items() if name in ("type", "description")}
    return {**plain, "flows": {_FLOWS[scheme["flow"]]: flow}}
