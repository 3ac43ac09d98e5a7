"""The token in the path: it is in no log, no metric, no error, and no address that is handed on."""

import io
import logging

import pytest

from ispyb_api.auth import opaque
from ispyb_api.compat.java_rest import paths
from ispyb_api.compat.java_rest.paths import PREFIX
from ispyb_api.http import logs
from tests.api.java_rest.walking import FOREIGN, OWN, WORDS, filled, routes
from tests.support.java import Java
from tests.support.logins import another_server


@pytest.fixture
def logged():
    """All that is logged, down to debug, as lines."""
    root, stream = logging.getLogger(), io.StringIO()
    handlers, level = root.handlers[:], root.level
    logs.configure("json", "debug", prefixes=opaque.PREFIXES, stream=stream)
    yield stream
    logging.captureWarnings(False)
    root.handlers[:], root.level = handlers, level


class Measured:
    """A server of its own with metrics."""

    def __init__(self, site):
        self.app = another_server(site, **{"compat.java_rest": True, "metrics.mode": "open"})


@pytest.fixture
def java(site):
    measured = Measured(site)
    yield Java(measured)
    measured.app.extensions["ispyb_api"].database.engine.pool.close()


def test_a_token_is_written_nowhere(java, logged, monkeypatch):
    app, token = java.site.app, java.token("pi")
    client, answers = app.test_client(), []
    for path, method, function in routes(app):
        rows = FOREIGN if getattr(function, "__changes__", False) else OWN  # the site is only read
        answers.append(java.open(method, filled(path, "mx415", rows | WORDS), token=token))
    for odd in (f"{token}", f"{token}/", f"{token}/no/such/route", f"x/{token}/session/list", f"{token}/{token}/list"):
        answers.append(client.get(f"{PREFIX}/{odd}", headers={"Referer": f"http://exi{PREFIX}/{token}/session/list"}))
    answers.append(client.get(f"{PREFIX}/{token}/session/list", query_string={"token": token}))
    answers.append(client.get(f"/{token}"))
    answers.append(client.post(f"{PREFIX}/authenticate", data={"login": token, "password": token}))
    logging.getLogger("anybody").warning("somebody said %s", token)
    with monkeypatch.context() as patch:
        patch.setattr(app.extensions["ispyb_api"], "callers", _Broken(token))
        answers.append(java.get("/session/list", token=token))
    figures = client.get("/metrics").text
    assert "/<token>/session/list" in figures
    assert logged.getvalue().count("\n") > len(answers)
    for place in (logged.getvalue(), figures, *(answer.data.decode("utf-8", "replace") for answer in answers)):
        assert token not in place
    assert token not in "".join(str(answer.headers) for answer in answers)


class _Broken:
    def __init__(self, token):
        self._token = token

    def find(self, *_):
        raise RuntimeError(f"cannot use {self._token}")


def test_a_failure_is_an_empty_list_and_a_line_in_the_log(java, logged, monkeypatch):
    java.token("pi")
    with monkeypatch.context() as patch:
        patch.setattr(java.site.app.extensions["ispyb_api"], "callers", _Broken("it"))
        answer = java.get("/session/list", "pi")
    assert (answer.status_code, answer.mimetype, answer.text) == (200, "application/json", "[]")
    assert "RuntimeError" in logged.getvalue()


@pytest.mark.parametrize(
    ("given", "path", "token"),
    [
        ("/abc/session/list", "/-/session/list", "abc"),
        ("//session/list", "/-/session/list", ""),
        (f"/{'0f' * 20}", "/-", "0f" * 20),
        ("/authenticate", "/authenticate", None),
        ("/docs", "/docs", None),
    ],
)
def test_nothing_inside_sees_the_path_with_a_token(given, path, token):
    environ = {"PATH_INFO": PREFIX + given, "REQUEST_URI": f"{PREFIX}{given}?a=1", "QUERY_STRING": "a=1"}
    paths.WithoutTokens(lambda seen, _: None)(environ, None)
    assert environ["PATH_INFO"] == PREFIX + path
    assert environ["REQUEST_URI"] == f"{PREFIX}{path}?a=1"
    assert environ.get("ispyb_api.java_rest.token") == token


def test_the_page_that_a_request_came_from_is_told_without_it():
    environ = {"PATH_INFO": "/", "HTTP_REFERER": f"http://ispyb{PREFIX}/abc/proposal/mx415/info/get?x=1"}
    paths.WithoutTokens(lambda seen, _: None)(environ, None)
    assert environ["HTTP_REFERER"] == f"http://ispyb{PREFIX}/-/proposal/mx415/info/get?x=1"
