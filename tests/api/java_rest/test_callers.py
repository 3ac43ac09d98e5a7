"""Who gets what, for every route: strangers, others' proposals, others' rows, and paths that mean nothing."""

import logging

import pytest

from ispyb_api.compat.java_rest.paths import PREFIX
from tests.api.java_rest.walking import FOREIGN, ODD, OWN, WORDS, filled, parts, routes

REFUSAL = "Nobody can access this resource"
UP_TO_DATE = '{"Status":"Done"}'
CLOSED = "You don't have access to this resource"


def refused(answer):
    """Tell of the one answer to whoever may not have another, which front ends of any origin can read."""
    assert (answer.status_code, answer.text) == (403, REFUSAL)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    return True


def nothing(answer):
    """Tell of an answer that holds nothing."""
    return answer.status_code in (204, 404) or answer.text in ("", "[]", "null", "[[]]", CLOSED)


def test_every_part_of_a_path_is_known_here(app):
    known = FOREIGN.keys() | WORDS.keys()
    assert FOREIGN.keys() == OWN.keys()
    assert {name for path, *_ in routes(app) for name in parts(path)} - known == set()


@pytest.mark.parametrize("token", ["", "-", "0" * 40, "a" * 39, "null", "x.y.z"])
def test_without_a_token_there_is_nothing(app, token):
    client = app.test_client()
    for path, method, _ in routes(app):
        whole = f"{PREFIX}/{token}{filled(path, 'mx415', OWN | WORDS)}"
        assert refused(client.open(whole, method=method)), whole


def test_of_another_ones_proposal_there_is_nothing(java, app):
    for path, method, _ in routes(app):
        if "<proposal>" in path:
            for login in ("outsider", "member"):
                assert refused(java.open(method, filled(path, "mx533", FOREIGN | WORDS), login)), path


def test_where_no_proposal_is_named_an_outsider_gets_nothing(java, app):
    for path, _, _ in routes(app, "GET"):
        if "<proposal>" not in path:
            answer = java.get(filled(path, "", FOREIGN | WORDS), "outsider")
            assert nothing(answer) or answer.text == UP_TO_DATE or refused(answer), path


@pytest.mark.parametrize("login", ["pi", "admin"])
def test_a_row_of_another_proposal_is_not_there(java, app, login):
    """Also for who sees both: what is asked for belongs to the proposal in the path."""
    for path, _, function in routes(app, "GET"):
        if "<proposal>" in path and FOREIGN.keys() & set(parts(path)) and not getattr(function, "__changes__", False):
            assert nothing(java.get(filled(path, "mx415", FOREIGN | WORDS), login)), path


def test_of_a_list_with_a_row_of_another_proposal_the_rest_is_there(java, app):
    lists = [each for each in FOREIGN if each.endswith("s")]
    for path, _, _ in routes(app, "GET"):
        if "<proposal>" in path and set(lists) & set(parts(path)):
            mixed = {name: f"{FOREIGN[name]},{OWN[name]}" for name in lists}
            own = java.get(filled(path, "mx415", OWN | WORDS), "pi")
            both = java.get(filled(path, "mx415", OWN | WORDS | mixed), "pi")
            assert both.status_code == own.status_code, path
            if own.mimetype == "application/json":
                assert list(filter(None, both.json)) == list(filter(None, own.json)), path


def test_roles_open_routes(java, app):
    for path, _, function in routes(app, "GET"):
        if "User" not in function.__roles__ and not getattr(function, "__changes__", False):
            assert refused(java.get(filled(path, "mx415", OWN | WORDS), "pi")), path
            assert java.get(filled(path, "mx415", OWN | WORDS), "admin").status_code == 200, path


@pytest.mark.parametrize("odd", ODD)
def test_no_path_is_too_odd(java, app, caplog, odd):
    caplog.set_level(logging.ERROR)
    for path, _, function in routes(app, "GET"):
        if "operator" in parts(path) and odd == "é":
            continue  # an e to MariaDB, which is in some names
        if parts(path) and not getattr(function, "__changes__", False):
            for login in ("pi", "admin"):
                answer = java.get(filled(path, "mx415", dict.fromkeys(OWN | WORDS, odd)), login)
                assert nothing(answer) or (login == "pi" and answer.status_code == 403), f"{path} {answer.text[:200]}"
    assert [each for each in caplog.records if each.name.startswith("ispyb_api.compat")] == []


@pytest.mark.parametrize("odd", [*ODD, "..", "mx415%2F", "x" * 300])
def test_no_proposal_is_too_odd(java, app, caplog, odd):
    caplog.set_level(logging.ERROR)
    for path, _, function in routes(app, "GET"):
        if "<proposal>" in path and not getattr(function, "__changes__", False):
            assert java.get(filled(path, odd, OWN | WORDS), "pi").status_code in (403, 404), path
            told = java.get(filled(path, odd, OWN | WORDS), "admin")
            assert nothing(told) or told.text == "No proposal found.", path
    assert [each for each in caplog.records if each.name.startswith("ispyb_api.compat")] == []
