"""The routes of py-ISPyB, one by one: each is here, takes the same arguments and answers with the same keys."""

import re

import pytest
from marshmallow import fields

from ispyb_api.app import PREFIX, routes
from ispyb_api.events.schemas import ITEMS as EVENT_ITEMS
from tests.contract.inventory import KEYS
from tests.support import facts

BRANCHES = {"master", "queued-samples", "ssx-samples", "ssx-events", "ssx-webservice", "192-implement-ssx-fundamentals"}

# The spellings of the Java server's routes are in tests/api/legacy/; later work: what the user office sends.
LATER = ("/legacy/", "/webservices/userportalsync/")
# The description of the API and its pages are elsewhere, and of another kind: docs/compatibility.rst.
DESCRIPTION = {"/openapi.json", "/docs", "/docs/oauth2-redirect", "/redoc"}

# What is left out on purpose: the token of a request to sign, which was never looked at.
LEFT_OUT = {("POST", "/user/sign"): [["token"]]}


def plain(path):
    return re.sub(r"<.*?>|\{.*?\}", "{}", path)


@pytest.fixture(scope="module")
def old():
    """{(METHOD, path): [its rows in the table]} of what is to be had here."""
    found = {}
    for row in facts.rows("pyispyb-routes"):
        path = plain(row["path"].removeprefix(PREFIX))
        if row["branch"] in BRANCHES and not path.startswith(LATER) and path not in DESCRIPTION:
            found.setdefault((row["method"], path), []).append(row)
    return found


@pytest.fixture(scope="module")
def ours(site):
    """{(METHOD, path): function} of this server."""
    return {(method, plain(rule.rule.removeprefix(PREFIX))): function for rule, method, function in routes(site.app)}


def column(row, beginning):
    return next(text for name, text in row.items() if name.startswith(beginning))


def test_no_route_is_missing(old, ours):
    assert old.keys() - ours.keys() == set()


def test_every_argument_is_taken(old, ours):
    refused = {}
    for route in old.keys() & ours.keys():
        names = set()
        for row in old[route]:
            for each in column(row, "query_params").split(";"):
                name = each.strip().partition(":")[0]
                if re.fullmatch(r"\w+", name):
                    names.add(name)
        taken = keys(getattr(ours[route], "__accepts__", None))
        if names - taken.keys():
            refused[route] = names - taken.keys()
    assert refused == {}


def test_every_key_of_a_body_is_taken(old, ours):
    refused = {}
    for route in old.keys() & ours.keys():
        taken = getattr(ours[route], "__accepts__", None)
        names = [each for row in old[route] if row["branch"] == "master" for each in told(column(row, "body_fields"))]
        missing = [each for each in names if not has(taken, each)]
        if missing:
            refused[route] = missing
    assert refused == LEFT_OUT


def test_every_key_of_an_answer_is_sent(old, ours):
    missing = {}
    for route in old.keys() & ours.keys():
        sent = getattr(ours[route], "__returns__", None)
        names = [each for row in old[route] for each in told(column(row, "response_fields"))]
        names += [each.split(".") for each in KEYS.get(route, [])]
        without = [each for each in names if not has(sent, each)]
        if without:
            missing[route] = without
    assert missing == {}


def told(text):
    """Yield the keys that a row tells, as ["results[]", "Item<DataCollection>", "runStatus"]."""
    for each in text.split(";"):
        path, colon, _ = each.strip().partition(":")
        path = f"results[]{path}" if path.startswith(".") else path
        if colon and re.fullmatch(r"[\w.\[\]{}<>]+", path):
            yield path.removeprefix("[].").split(".")


def keys(schema):
    """Return {the name that clients know: field} of a schema."""
    return {field.data_key or name: field for name, field in schema().fields.items()} if schema else {}


def has(schema, path):
    """Tell whether a schema has a key, which may lie deeper: results[], then _metadata, then url."""
    if schema is None:
        return False
    name = re.sub(r"\[\]|<\w+>", "", path[0])
    found = keys(schema).get(name)
    if found is None:
        return False
    rest = [each for each in path[1:] if not each.startswith("{key}")]
    if not rest:
        return True
    if name == "Item":
        return any(has(each, rest) for each in EVENT_ITEMS.values())
    inner = innermost(found)
    return isinstance(inner, fields.Nested) and has(type(inner.schema), rest)


def innermost(field):
    inner = getattr(field, "value_field", None) or getattr(field, "inner", None)
    return innermost(inner) if inner else field
