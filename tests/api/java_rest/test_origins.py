"""What changes rows by GET is for our own pages, and for what is no browser."""

from types import SimpleNamespace

import pytest

from ispyb_api.compat.java_rest import origins
from ispyb_api.compat.java_rest.callers import Refused
from ispyb_api.compat.java_rest.paths import PREFIX
from tests.support.java import Java
from tests.support.logins import another_server

EXI = "https://exi.example.org"


@pytest.fixture(scope="module")
def app(shared_sites):
    served = another_server(shared_sites("sqlite"), **{"compat.java_rest": True, "http.cors_origins": [EXI]})
    yield served
    served.extensions["ispyb_api"].database.engine.pool.close()


@pytest.mark.parametrize(
    ("headers", "may"),
    [
        ({}, True),  # a script
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": EXI}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}, True),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example.org"}, False),
        ({"Origin": "null"}, False),
    ],
)
def test_which_pages_may(app, headers, may):
    with app.test_request_context("/", headers=headers):
        if may:
            origins.must_be_ours()
        else:
            with pytest.raises(Refused):
                origins.must_be_ours()


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/token/no/such/route", 404),
        ("POST", "/token/session/list", 405),
        ("GET", "/authenticate", 405),
        ("GET", f"/token/proposal/mx415/mx/image/{'1,' * 5000}/get", 414),
        ("GET", "/token/session/list", 403),
    ],
)
def test_a_page_of_another_origin_reads_also_why_there_is_no_answer(app, method, path, status):
    answer = app.test_client().open(f"{PREFIX}{path}", method=method, headers={"Origin": "https://other.example.org"})
    assert answer.status_code == status
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_only_these_routes_are_open_to_pages_of_any_origin(app):
    answer = app.test_client().get("/ispyb/api/v1/proposals", headers={"Origin": "https://other.example.org"})
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize(("hops", "may"), [(1, True), (0, False)])
def test_behind_a_proxy_its_address_is_ours(shared_sites, hops, may):
    served = another_server(shared_sites("sqlite"), **{"compat.java_rest": True, "server.proxy_hops": hops})
    java = Java(SimpleNamespace(app=served))
    headers = {
        "X-Forwarded-Proto": "https",
        "X-Forwarded-Host": "ispyb.example.org",
        "Origin": "https://ispyb.example.org",
    }
    answer = java.get("/proposal/mx415/update", "pi", headers=headers)
    served.extensions["ispyb_api"].database.engine.pool.close()
    assert answer.status_code == (200 if may else 403)
