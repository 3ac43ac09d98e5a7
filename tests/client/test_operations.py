"""A client that exists works unmodified: every operation of ispyb-client that has a route here, with rights and without."""

import json
import re
from pathlib import Path

import pytest

from ispyb_api.app import routes
from tests.client.operations import CALLS, OUT_OF_SCOPE, UNSENDABLE
from tests.contract.shapes import faults

HOLDERS_ONLY = {"admin_api.get_activity", "options_api.get_options", "options_api.update_options"}
FOR_STRANGERS = {call.operation for call in CALLS if call.operation.startswith("authentication_api.")}
NOTHING = ("total", "results", "dataCollectionIds", "a", "gamma")  # keys of answers to lists, and of histograms
FOR_ANYBODY = FOR_STRANGERS | {"current_user_api.current_user", "options_api.get_ui_options"}


@pytest.fixture(scope="module")
def operations(client):
    """{operation: {method, path, parameters}} of what is to be had here."""
    return {name: known for name, known in client.operations().items() if not known["path"].startswith(OUT_OF_SCOPE)}


@pytest.fixture(scope="module")
def functions(written):
    """{(method, path without the parameters' names): the function that answers}."""
    return {(method, plain(rule.rule)): function for rule, method, function in routes(written.app)}


def plain(path):
    return re.sub(r"<.*?>|\{.*?\}", "{}", path)


def function_of(functions, known):
    return functions.get((known["method"], plain(known["path"])))


def only_nulls(answer):
    """Tell whether nothing but nulls is in the package's way; one that it needs looks missing once nulls are left out."""
    if answer["without_nulls"] is None:
        return True
    missing = re.fullmatch(r"ApiTypeError: \w+ is missing \d+ required arguments?: (\[.*\])", answer["without_nulls"])
    names = re.findall(r"'(\w+)'", missing[1]) if missing else []
    return bool(names) and all(f'"{name}": null' in json.dumps(answer["body"]) for name in names)


@pytest.fixture
def called(client, written):
    """``called(call, login)``: what the package makes of a call's answer."""

    def ask(call, login):
        return client.call(call.operation, login and written.token(login), **call.given())

    return ask


def test_every_operation_and_every_parameter_is_called(operations):
    named = {name: set() for name in operations}
    for call in CALLS:
        named[call.operation] |= call.query.keys()
    assert named == {name: set(known["parameters"]) - UNSENDABLE for name, known in operations.items()}


def test_every_operation_has_a_route(operations, functions):
    assert [name for name, known in operations.items() if function_of(functions, known) is None] == []


def test_what_it_refuses_is_written_down():
    told = (Path(__file__).parents[2] / "docs" / "compatibility.rst").read_text()
    refused = {call.operation.partition(".")[2] for call in CALLS if call.nulls}
    assert [name for name in refused if f"``{name}``" not in told] == []


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_the_package_takes_the_answer(called, operations, functions, call):
    answer = called(call, "admin")
    assert answer["status"] == call.status, answer
    returned = getattr(function_of(functions, operations[call.operation]), "__returns__", None)
    if returned is None:
        assert answer["bytes"] > 0  # a file
        return
    rows = answer["body"] if isinstance(answer["body"], list) else [answer["body"]]
    assert [fault for row in rows for fault in faults(returned, row)] == []
    assert [row for row in rows if row.get("results") != []] != [], "that says nothing"
    assert answer["accepted"] is not call.nulls, answer["refused"]
    assert only_nulls(answer), answer["without_nulls"]


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_an_outsider_sees_nothing(called, call):
    answer = called(call, "outsider")
    if call.operation in FOR_ANYBODY:
        assert answer["accepted"]
    elif call.operation in HOLDERS_ONLY:
        assert (answer["status"], answer["body"]["code"]) == (403, "forbidden")
    elif call.status == 201:  # made in a proposal that the body names
        assert (answer["status"], answer["body"]["code"]) == (422, "invalid")
    elif call.path or call.operation.endswith("_processing_cells"):
        assert (answer["status"], answer["body"]["code"]) == (404, "not_found")
    else:
        assert only_nulls(answer), answer["without_nulls"]
        assert answer["body"] == [] or not any(answer["body"].get(name) for name in NOTHING)


@pytest.mark.parametrize("call", CALLS, ids=str)
def test_a_stranger_is_refused(called, call):
    answer = called(call, None)
    if call.operation in FOR_STRANGERS:
        assert answer["accepted"]
    else:
        assert (answer["status"], answer["body"]["code"]) == (401, "unauthenticated")
