"""A flask-restx Namespace that takes marshmallow schemas, so each resource is described once."""

import functools

import flask
import flask_restx
import marshmallow as ma
from apispec.ext.marshmallow import resolver

from ispyb_api.errors import Invalid
from ispyb_api.http import lists, models, quick, tables, writing
from ispyb_api.http.dump import dumper
from ispyb_api.http.encoding import as_json
from ispyb_api.http.fields import described
from ispyb_api.http.limits import LINES, form_body, json_body, query_arguments
from ispyb_api.http.openapi import OTHERWISE, TAKEN
from ispyb_api.http.shapes import flat

_ERRORS = {
    401: "The caller is unknown: no token, or one that is expired or revoked.",
    403: "The caller is known but may not do this.",
    404: "No such row, or none that the caller may see.",
    409: "The change conflicts with existing data.",
    412: "The row is not as If-Match says: somebody else changed it.",
    422: "The request is not valid; every bad field is named.",
    429: "There were too many failures; try again after Retry-After seconds.",
    501: "This database lacks what the route needs.",
    503: "The database, or a directory, is away; try again after Retry-After seconds.",
}


_KEY = {
    "in": "header",
    "type": "string",
    "description": "Any text of the client's own, new for each new row: a repeated request with it gets the first answer.",
}
_MATCH = {
    "in": "header",
    "type": "string",
    "description": "The ETag that the row was read with: 412 if it was changed since.",
}


class ErrorSchema(ma.Schema):
    """The one shape of every error."""

    code = ma.fields.String(required=True, metadata=described("Stable name of what went wrong."))
    message = ma.fields.String(required=True, metadata=described("What went wrong and what to do next, for people."))
    errors = ma.fields.Dict(metadata=described("Messages by field name, where fields are at fault."))


class Namespace(flask_restx.Namespace):
    """``accepts`` validates and documents the input, ``returns`` sends and documents the output."""

    def accepts(self, schema, location="json", most=None, *, table=False, lines=None):
        """Load the query string, the JSON body or the form with ``schema``; pass it as the method's next argument.

        With ``most`` the body is a list of up to so many rows, each of the schema; errors name ``[row].field``.  Such a list may
        be sent as a ``table``, if that is said; or with a line for each of up to ``lines`` rows: then the argument is lists.Rows.
        """
        many = most is not None
        read = {"query": lambda: query_arguments(_lists(schema)), "json": json_body, "form": form_body}[location]

        def decorate(method):
            doc = _document(method)
            method.__accepts__ = schema
            _document_errors(self, doc, 422)
            if location == "json":
                model = self.describe(schema)
                doc.setdefault("expect", []).append([model] if most else model)
            else:
                doc.setdefault("params", {}).update(models.parameters(schema, location))
                if location == "form":
                    _further(doc)[TAKEN] = ["application/x-www-form-urlencoded"]
            if table or lines:
                _further(doc)[TAKEN] = ["application/json", tables.TYPE if table else LINES]

            @functools.wraps(method)
            def wrapper(*args, **kwargs):
                if lines and flask.request.mimetype == LINES:
                    return method(*args, lists.received(_instance(schema), lines), **kwargs)
                named = dict
                if table and tables.is_sent():
                    body, named = tables.read(_instance(schema, many), most)
                else:
                    body = _rows(read(), most) if most else read()
                loader = _loader(schema, many) if location == "json" else _instance(schema)
                try:
                    given = loader.load(body)
                except ma.ValidationError as exc:
                    raise Invalid(errors=named(flat(exc.normalized_messages()))) from None
                try:
                    return method(*args, given, **kwargs)
                except Invalid as exc:  # columns that clients know by other names
                    raise Invalid(str(exc), errors=named(_renamed(schema, exc.errors))) from None

            return wrapper

        return decorate

    def accepts_rows(self, schema, most):
        """Pass the method a long list of rows of the schema, sent as a JSON list or as lines; it goes through them in batches."""

        def decorate(method):
            doc = _document(method)
            method.__accepts__ = schema
            doc.setdefault("expect", []).append([self.describe(schema)])
            _further(doc)[TAKEN] = ["application/json", LINES]
            _document_errors(self, doc, 422)

            @functools.wraps(method)
            def wrapper(*args, **kwargs):
                return method(*args, lists.received(_instance(schema), most), **kwargs)

            return wrapper

        return decorate

    def returns(self, schema, status=200, description="Success", errors=(), found=None, many=False, counted=None):
        """Send what the method returns as JSON, a list of rows with ``many``; a tuple's second part is headers, its third
        another status.

        ``found`` describes what 200 means where the row that was to be made was there already.  ``counted`` is the schema of the
        answer to lines: an object that says how many there were.
        """

        def dumped(body):
            dump = dumper(schema)
            return [dump(row) for row in body] if many else dump(body)

        def decorate(method):
            doc, model = _document(method), self.describe(schema)
            doc.setdefault("responses", {})[status] = (description, [model] if many else model, {})
            if found:
                doc["responses"][200] = (found, model, {})
            if counted:
                self._document_counted(doc, counted)
            _document_errors(self, doc, 503, *errors)
            method.__returns__ = schema

            @functools.wraps(method)
            def wrapper(*args, **kwargs):
                answer = method(*args, **kwargs)
                if isinstance(answer, flask.Response):  # one that is sent while it is read
                    return answer
                body, headers, other = writing.parts(answer)
                if counted and isinstance(body, dict):
                    return flask.Response(as_json(dumper(counted)(body)), 200, headers, mimetype="application/json")
                return flask.Response(as_json(dumped(body)), other or status, headers, mimetype="application/json")

            return wrapper

        return decorate

    def writes(self):
        """Pass the method a transaction as its next argument: tried again after a deadlock, once per Idempotency-Key."""

        def decorate(method):
            doc = _document(method)
            if method.__name__ == "post":
                doc.setdefault("params", {})[writing.HEADER] = _KEY
            else:
                doc.setdefault("params", {})["If-Match"] = _MATCH
                _document_errors(self, doc, 412)
            _document_errors(self, doc, 404, 409, 422)

            @functools.wraps(method)
            def wrapper(resource, *args, **kwargs):
                try:
                    return writing.once(lambda tx: method(resource, tx, *args, **kwargs))
                except writing.Rehearsed as rehearsed:
                    return rehearsed.answer, {}, 200

            return wrapper

        return decorate

    def confirms(self, description="Done", errors=()):
        """Answer 204, without a body, once the method has done what it is for."""

        def decorate(method):
            _document(method).setdefault("responses", {})[204] = (description, None, {})
            _document_errors(self, _document(method), 503, *errors)

            @functools.wraps(method)
            def wrapper(*args, **kwargs):
                method(*args, **kwargs)
                answer = flask.Response(status=204)
                del answer.headers["Content-Type"]  # there is nothing of any type
                return answer

            return wrapper

        return decorate

    def sends(self, *types, errors=(404,)):
        """Document a method that answers with a file of one of the media ``types``; errors are JSON."""

        def decorate(method):
            doc = _document(method)
            doc["produces"] = list(dict.fromkeys([*types, "application/json"]))
            responses = doc.setdefault("responses", {})
            only_json = set(types) == {"application/json"}
            anything = self.schema_model("AnyJson", {"description": "Any JSON value."}) if only_json else None
            responses[200] = ("The file", anything, {})
            if only_json:  # made for the request, not a file that is there
                _document_errors(self, doc, 503, *errors)
                return method
            responses[206] = ("The part of the file that the header Range asks for", None, {})
            responses[304] = ("The file is as the client has it", None, {})
            _document_errors(self, doc, 503, *errors)
            return method

        return decorate

    def add_resource(self, resource, *urls, **kwargs):
        """Document what the guard answers: 401 and 403, or that the route is public."""
        for name in resource.methods:
            method = getattr(resource, name.lower())
            if getattr(method, "__requires__", None) is None:
                _document(method)["security"] = []
            else:
                _document_errors(self, _document(method), 401, 403)
        super().add_resource(resource, *urls, **kwargs)

    def _document_counted(self, doc, schema):
        """Document the answer to lines; where 200 has a shape already, Swagger 2.0 has no place for another one."""
        model, told = self.describe(schema), "Of lines, how many there were"
        if 200 in doc["responses"]:
            description, *others = doc["responses"][200]
            doc["responses"][200] = (f"{description}.  {told}: {model.name}.", *others)
            _further(doc)[OTHERWISE] = {"$ref": f"#/definitions/{model.name}"}
        else:
            doc["responses"][200] = (told, model, {})

    def describe(self, schema):
        """Register the schema as a Swagger model and return that."""
        name = resolver(schema)
        if name not in self.models:
            self.add_model(name, models.Model(schema))
        return self.models[name]


def below_prefix(path):
    """Return the whole path of a route of the API that answers the running request."""
    return f"{flask.current_app.blueprints[flask.request.blueprint].url_prefix}{path}"


def created(body, row_id, *, new=True, at=None):
    """Return a new row's answer: the row, and where it is from now on; 200 if it was there already.

    ``at`` is the path below the API's prefix, where that is not the request's.
    """
    path = flask.request.path if at is None else below_prefix(at)
    return body, {"Location": f"{path}/{row_id}"}, None if new else 200


def _rows(body, most):
    if not isinstance(body, list) or not 1 <= len(body) <= most:
        raise Invalid(errors={"body": [f"Must be a list of 1 to {most} rows."]})
    return body


def _renamed(schema, errors):
    """Return messages about columns under the names that clients know."""
    names = {field.attribute: name for name, field in _instance(schema).fields.items() if field.attribute}
    return {_under(names, name): messages for name, messages in errors.items()}


def _under(names, name):
    row, _, last = name.rpartition(".")
    return f"{row}.{names[last]}".lstrip(".") if last in names else name


@functools.cache
def _lists(schema):
    return {name for name, field in _instance(schema).fields.items() if isinstance(field, ma.fields.List)}


# Made when the first request needs them: those of all routes would take a tenth of the start, and memory in every worker.
@functools.cache
def _instance(schema, many=False):
    return schema(many=many)


@functools.cache
def _loader(schema, many):
    return quick.Loader(_instance(schema, many))


def _document(method):
    if not hasattr(method, "__apidoc__"):
        method.__apidoc__ = {}
    return method.__apidoc__


def _further(doc):
    """Return what is said of a method that flask-restx has no words for."""
    return doc.setdefault("vendor", {})


def _document_errors(namespace, doc, *statuses):
    model = namespace.describe(ErrorSchema)
    responses = doc.setdefault("responses", {})
    for status in statuses:
        responses[status] = (_ERRORS[status], model, {})
    responses["default"] = ("Any other error", model, {})
