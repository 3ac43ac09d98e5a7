"""Every documented argument of every route, given wrongly in every way: 422, and all wrong ones are named."""

import pytest
from marshmallow import fields, validate

from ispyb_api.app import routes
from tests.contract.test_matrix import ITEMS, plain

TOO_LONG = "x" * 3000


def bad_values(field):
    """Yield (what is wrong, percent-encoded value) for one argument."""
    yield "NUL", "a%00b"
    yield "not UTF-8", "%FF%FE"
    if isinstance(field, (fields.Integer, fields.Float)):
        yield from (("a word", "x"), ("empty", ""), ("beyond any column", "9" * 30), ("a list", "1,2"))
        yield from (("negative", "-1"), ("not a number", "NaN"), ("infinite", "Infinity"), ("exponent", "1e400"))
    elif isinstance(field, fields.Boolean):
        yield from (("a word", "perhaps"), ("empty", ""), ("a number", "2"))
    elif isinstance(field, fields.NaiveDateTime):
        yield from (("a word", "yesterday"), ("empty", ""), ("no such day", "2026-02-30T00:00:00"))
    elif isinstance(field, fields.String):
        yield from (("too long", TOO_LONG),)
        if any(isinstance(each, validate.OneOf) for each in field.validators):
            yield from (("not among them", "nonsense"), ("SQL", "1;DROP TABLE Person"))


def routes_with_arguments(app):
    for rule, method, function in routes(app):
        schema = getattr(function, "__accepts__", None)
        if method == "GET" and schema:
            yield plain(rule.rule), schema


def url(site, path):
    """Return an address of the route that exists, so that only the arguments are wrong."""
    if "{}" not in path:
        return path
    rows = site.ask(ITEMS.get(path) or ITEMS["/datacollections/{}/snapshots/1"])
    return path.format(rows[0]["id"])


def test_each_wrong_argument_is_named(site):
    missed = []
    for path, schema in routes_with_arguments(site.app):
        for name, field in schema().fields.items():
            for what, value in bad_values(field):
                answer = site.get(f"{url(site, path)}?{name}={value}")
                if answer.status_code != 422 or name not in answer.json["errors"]:
                    missed.append((path, name, what, answer.status_code))
    assert missed == []


def test_all_wrong_arguments_are_named_at_once(site):
    for path, schema in routes_with_arguments(site.app):
        names = [name for name, field in schema().fields.items() if isinstance(field, fields.Integer)]
        query = "&".join(f"{name}=x" for name in [*names, "nonsense"])
        names += [name for name, field in schema().fields.items() if field.required]
        answer = site.get(f"{url(site, path)}?{query}")
        assert (answer.status_code, set(answer.json["errors"])) == (422, {*names, "nonsense"}), path


def test_unknown_and_repeated_arguments_are_refused(site):
    for path, schema in routes_with_arguments(site.app):
        name = next(iter(schema().fields))
        answer = site.get(f"{url(site, path)}?{name}=1&{name}=2&unknown=1")
        assert answer.status_code == 422, path
        assert name in answer.json["errors"]


@pytest.mark.parametrize("path", ["/nope", "/proposals/mx415/nope", "/sessions/1/", "//sessions", "/sessions/1/../.."])
def test_unknown_routes_are_404_in_the_one_shape(site, path):
    answer = site.get(path)
    assert answer.status_code == 404
    assert set(answer.json) <= {"code", "message", "errors"}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_wrong_methods_are_405_in_the_one_shape(site, method):
    answer = site.open(method, "/proposals")
    assert (answer.status_code, answer.json["code"]) == (405, "method_not_allowed")
    assert "GET" in answer.headers["Allow"]


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b"{}", "text/plain", 415),
        (b"a=1", "application/x-www-form-urlencoded", 415),
        (b"", "application/json", 422),
        (b"{", "application/json", 422),
        (b"[]", "application/json", 422),
        (b"null", "application/json", 422),
        (b'"x"', "application/json", 422),
        (b'{"login": 1}', "application/json", 422),
        (b'{"login": {"a": 1}, "password": ["x"]}', "application/json", 422),
        (b'{"login": "a", "login": "b"}', "application/json", 422),
        (b'{"login": "\\u0000", "password": "x"}', "application/json", 422),
        (b'{"login": "\xff"}', "application/json", 422),
        (b'{"login": NaN}', "application/json", 422),
        (b"[" * 100000, "application/json", 422),
        (b'{"login": "' + b"a" * 300 + b'", "password": "x"}', "application/json", 422),
        (b" " * (17 * 1024 * 1024), "application/json", 413),
    ],
)
def test_bodies_that_are_not_what_is_asked_for(site, body, content_type, status):
    answer = site.open("POST", "/auth/login", None, data=body, content_type=content_type)
    assert answer.status_code == status
    assert set(answer.json) <= {"code", "message", "errors"}
