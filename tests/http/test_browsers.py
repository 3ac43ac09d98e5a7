"""Security headers and CORS."""

import re

import flask
import flask_restx
import pytest

from ispyb_api.http import browsers, caching, requests

UI = "https://ui.example.org"
PREFLIGHT = {"Access-Control-Request-Method": "PATCH", "Access-Control-Request-Headers": "authorization"}


@pytest.fixture
def made(bare):
    def made(**options):
        requests.register(bare)
        caching.register(bare)
        browsers.register(bare, **options)
        bare.serve("/people", lambda: {"a": 1}, methods=["GET", "PATCH"])
        bare.serve("/broken", lambda: 1 / 0)
        return bare.test_client()

    return made


@pytest.mark.parametrize(("path", "method"), [("/people", "GET"), ("/none", "GET"), ("/people", "DELETE"), ("/broken", "GET"), ("/people", "OPTIONS")])  # fmt: skip
def test_every_answer_is_protected(made, path, method):
    headers = made(docs={"/docs"}).open(path, method=method).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Server" not in headers
    assert not [name for name, _ in headers if name.startswith("Access-Control")]


def test_swagger_ui_may_run_its_own_scripts_and_no_others(bare, made):
    blueprint = flask.Blueprint("v1", __name__, url_prefix="/v1")
    flask_restx.Api(blueprint, doc="/docs")
    bare.register_blueprint(blueprint)
    answer = made(docs={"/v1/docs"}, docs_connect=["https://sso.example.org"]).get("/v1/docs")
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    assert len(re.findall("<script type", answer.text)) == len(re.findall("'sha256-", policy["script-src"])) == 1
    assert "unsafe-inline" not in policy["script-src"]
    assert policy["connect-src"] == "'self' https://sso.example.org"


def test_an_allowed_origin_may_read(made):
    answer = made(origins=[UI]).get("/people", headers={"Origin": UI})
    assert answer.headers["Access-Control-Allow-Origin"] == UI
    assert answer.headers["Access-Control-Expose-Headers"] == "ETag, X-Request-Id, Location, Retry-After"
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert "Origin" in answer.vary
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_errors_and_304_can_be_read_too(made):
    client = made(origins=[UI])
    for path, headers, status in (("/none", {}, 404), ("/broken", {}, 500), ("/people", {"If-None-Match": "*"}, 304)):
        answer = client.get(path, headers={"Origin": UI, **headers})
        assert (answer.status_code, answer.headers["Access-Control-Allow-Origin"]) == (status, UI)


@pytest.mark.parametrize("origin", [None, "", "null", "*", "https://evil.example", UI + "/", UI + ".evil.example", "http://ui.example.org", UI.upper(), "é"])  # fmt: skip
def test_other_origins_get_nothing(made, origin):
    client = made(origins=[UI])
    headers = {} if origin is None else {"Origin": origin.encode().decode("latin-1")}
    for answer in (client.get("/people", headers=headers), client.options("/people", headers={**headers, **PREFLIGHT})):
        assert answer.status_code == 200
        assert not [name for name, _ in answer.headers if name.startswith("Access-Control")]
        assert "Origin" in answer.vary


def test_a_preflight_is_answered(made):
    answer = made(origins=[UI, "http://localhost:3000"]).options("/people", headers={"Origin": UI, **PREFLIGHT})
    assert (answer.status_code, answer.data) == (204, b"")
    assert answer.headers["Access-Control-Allow-Origin"] == UI
    allowed = answer.headers["Access-Control-Allow-Headers"].split(", ")
    assert allowed == ["Authorization", "Content-Type", "If-None-Match", "If-Match", "Idempotency-Key", "X-Request-Id"]
    assert {"GET", "POST", "PATCH", "DELETE"} <= set(answer.headers["Access-Control-Allow-Methods"].split(", "))
    assert "Origin" in answer.vary


def test_options_that_is_no_preflight_is_the_routes_own(made):
    answer = made(origins=[UI]).options("/people", headers={"Origin": UI})
    assert (answer.status_code, "PATCH" in answer.headers["Allow"]) == (200, True)
