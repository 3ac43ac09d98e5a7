"""The parts of http/ at work in the real application."""

import io
import json
import logging

import pytest

from ispyb_api.app import PREFIX, create_app
from ispyb_api.http import logs
from tests.support import sites

UI = "https://ui.example.org"


@pytest.fixture(scope="module")
def facility(tmp_path_factory):
    with sites.open_site("sqlite", tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture
def configured(facility):
    """Return a function that makes a client of an application with other settings."""

    def made(**overrides):
        values = {"database.url": facility.url, "token.secret": "0" * 32}
        dotted = {key.replace("__", "."): value for key, value in overrides.items()}
        return create_app(sites.configuration.load(environ={}, overrides={**values, **dotted})).test_client()

    return made


@pytest.mark.parametrize("path", ["/proposals", "/sessions", "/swagger.json", "/auth/config"])
def test_polling_what_did_not_change_costs_a_304(facility, path):
    first = facility.get(path, headers={"Accept-Encoding": "gzip"})
    assert first.status_code == 200
    again = facility.get(path, headers={"Accept-Encoding": "gzip", "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_callers_with_different_sight_get_different_etags(facility):
    etags = {login: facility.get("/proposals", login).headers["ETag"] for login in ("admin", "outsider")}
    assert etags["admin"] != etags["outsider"]
    assert facility.get("/proposals", "outsider", headers={"If-None-Match": etags["admin"]}).status_code == 200


def test_head_works_like_get(facility):
    got, head = (facility.open(method, "/proposals") for method in ("GET", "HEAD"))
    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["ETag"] == got.headers["ETag"]


def test_tokens_are_not_to_be_stored(facility):
    body = {"login": "pi", "password": "demo-pi"}
    assert facility.open("POST", "/auth/login", None, json=body).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "sent", "status", "code"),
    [
        ("/auth/login", {"data": b"{}", "content_type": "text/plain"}, 415, "unsupported_media_type"),
        ("/auth/login", {"data": b'{"login": "a", "login": "b"}', "content_type": "application/json"}, 422, "invalid"),
        ("/auth/login", {"data": b"[" * 9000, "content_type": "application/json"}, 422, "invalid"),
        ("/auth/login", {"data": b'{"login": "\xff"}', "content_type": "application/json"}, 422, "invalid"),
        ("/auth/login", {"data": b'{"login": NaN}', "content_type": "application/json"}, 422, "invalid"),
        ("/auth/login", {"json": {"login": "a\0", "password": "b"}}, 422, "invalid"),
        ("/auth/login", {"data": b"x" * (16 * 2**20 + 1)}, 413, "request_entity_too_large"),
        ("/auth/token", {"json": {"username": "pi"}}, 415, "unsupported_media_type"),
        ("/auth/token", {"data": {"username": ["pi", "admin"], "password": "demo-pi"}}, 422, "invalid"),
        ("/auth/token", {"data": {"username": "pi\0", "password": "demo-pi"}}, 422, "invalid"),
    ],
)
def test_odd_bodies_are_refused(facility, path, sent, status, code):
    answer = facility.open("POST", path, None, **sent)
    assert (answer.status_code, answer.json["code"]) == (status, code)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/proposals?limit=1&limit=2", 422),
        ("/proposals?search=%00", 422),
        ("/proposals?search=%FF", 422),
        ("/proposals/%00", 404),
        ("/proposals/%FF", 404),
        ("/proposals?search=" + "a" * 8000, 414),
    ],
)
def test_odd_urls_are_refused(facility, path, status):
    answer = facility.get(path)
    assert (answer.status_code, set(answer.json) - {"errors"}) == (status, {"code", "message"})


def test_every_kind_of_answer_has_an_id_and_is_protected(facility):
    for path, status in (("/proposals", 200), ("/none", 404), ("/docs", 200), ("/proposals?x=1", 422)):
        answer = facility.get(path, headers={"X-Request-Id": "mine-1"})
        assert (answer.status_code, answer.headers["X-Request-Id"]) == (status, "mine-1")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert len(answer.headers.getlist("Content-Security-Policy")) == 1
    assert facility.get("/proposals", None).headers["WWW-Authenticate"] == "Bearer"


def test_only_the_docs_may_run_scripts(facility):
    policies = [facility.get(path).headers["Content-Security-Policy"] for path in ("/docs", "/proposals")]
    assert ["sha256-" in policy for policy in policies] == [True, False]


def test_health_and_readiness_ask_for_no_login(facility):
    client = facility.app.test_client()
    assert client.get("/health").json["status"] == client.get("/ready").json["status"] == "ok"
    assert "schema" in client.get("/ready").json


def test_metrics_are_off_unless_asked_for(configured):
    assert configured().get("/metrics").status_code == 404
    guarded = configured(metrics__mode="token", metrics__token="s3cret")
    assert guarded.get("/metrics").status_code == 401
    assert guarded.get("/metrics", headers={"Authorization": "Bearer s3cret"}).status_code == 200


def test_metrics_show_routes_sql_and_the_pool(configured):
    client = configured(metrics__mode="open", database__pool_size=5)
    client.get("/ready")
    assert client.get(f"{PREFIX}/proposals/1").status_code == 401
    text = client.get("/metrics").text
    (rule,) = (
        rule.rule
        for rule in client.application.url_map.iter_rules()
        if rule.rule == f"{PREFIX}/proposals/<string:proposal>"
    )
    assert f'ispyb_api_requests_total{{method="GET",route="{rule}",status="401"}} 1.0' in text
    assert "ispyb_api_pool_connections_in_use 0.0" in text
    assert "ispyb_api_pool_connections_size 5.0" in text


def test_other_origins_are_as_listed(configured):
    client = configured(http__cors_origins=[UI])
    asked = {"Origin": UI, "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "authorization"}
    assert client.options(f"{PREFIX}/proposals", headers=asked).status_code == 204
    refused = client.get(f"{PREFIX}/proposals", headers={"Origin": UI})
    assert (refused.status_code, refused.headers["Access-Control-Allow-Origin"]) == (401, UI)


def test_the_log_tells_who_asked_what_and_no_secret(facility, logged):
    token = facility.token("pi")
    logging.getLogger().setLevel("DEBUG")
    refresh = facility.open("POST", "/auth/login", None, json={"login": "pi", "password": "demo-pi"}).json[
        "refreshToken"
    ]
    facility.get("/proposals?limit=2", "pi")
    facility.open("POST", "/auth/refresh", None, json={"refreshToken": refresh})
    facility.get(f"/none/{token}?onetime={token}", "pi")
    facility.open("POST", "/auth/login", None, json={"login": "pi", "password": "wr0ng-passw0rd"})
    (line,) = (each for each in logged.of("ispyb_api.access") if each["route"] == f"{PREFIX}/proposals")
    assert (line["login"], line["status"]) == ("pi", 200)
    assert 1 <= line["sql"] <= 4
    assert 0 < line["sql_ms"] <= line["ms"]
    secrets = (token, token.rpartition(".")[2], refresh, "demo-pi", "wr0ng-passw0rd", facility.settings.token.secret)
    assert [secret for secret in secrets if secret in logged.getvalue()] == []


def test_making_an_application_says_nothing(facility, capfd):
    create_app(facility.settings).test_client().get("/health")
    assert capfd.readouterr() == ("", "")


def test_lines_are_json_whatever_is_in_them(facility, logged):
    facility.get("/none/\u2028\n\"'\\{}é")
    assert all(json.loads(line) for line in io.StringIO(logged.getvalue()))
    assert logs.HIDDEN not in logged.lines[-1]["path"]
