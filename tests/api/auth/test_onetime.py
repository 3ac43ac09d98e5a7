"""One-time tokens: for one method, path and query, once, for seconds, with the rights of that moment."""

import concurrent.futures

import flask
import pytest

from ispyb_api.app import PREFIX
from ispyb_api.auth import opaque
from ispyb_api.auth.onetime import target_of
from ispyb_api.errors import Invalid
from tests.support.logins import another_server, forget, log_in, recorded, send

SIGNED = "/sessions?limit=2&skip=1"


@pytest.fixture
def login(written_site):
    """The tokens of a new login."""
    return log_in(written_site.app, "pi").json


@pytest.fixture
def sign(written_site, login):
    """``sign("/sessions?limit=2")``: a one-time token."""

    def signed(validity=SIGNED, token=None, **more):
        body = {"validity": validity, **more}
        answer = send(written_site.app, "POST", "/user/sign", token or login["token"], json=body)
        assert answer.status_code == 200, answer.json
        return answer.json["token"]

    return signed


@pytest.fixture
def use(written_site):
    """``use(token, "/sessions?limit=2")``: the answer to a request without a header."""

    def used(token, path=SIGNED, method="GET", app=None, **options):
        separator = "&" if "?" in path else "?"
        return send(app or written_site.app, method, f"{path}{separator}onetime={token}", **options)

    return used


def test_the_answer_has_the_contracts_keys(written_site, login):
    answer = send(written_site.app, "POST", "/user/sign", login["token"], json={"validity": SIGNED})
    assert set(answer.json) == {"validity", "token", "expiresIn"}
    assert (answer.json["validity"], answer.json["expiresIn"]) == (SIGNED, 10)
    assert opaque.pattern("ispyb_ot_").fullmatch(answer.json["token"])


def test_it_opens_what_was_signed_once(sign, use, written_site):
    token = sign()
    answer = use(token)
    assert (answer.status_code, answer.json["limit"], answer.json["skip"]) == (200, 2, 1)
    again = use(token)
    assert (again.status_code, again.json["code"]) == (401, "unauthenticated")
    line = recorded(written_site, "one-time token refused")[-1]
    assert (line["login"], line["detail"], line["target"]) == ("pi", "used before", f"{PREFIX}/sessions")


def test_it_acts_as_its_signer(sign, use, written_site):
    shown = use(sign("/user/current"), "/user/current").json
    assert shown == send(written_site.app, "GET", "/user/current", written_site.token("pi")).json


@pytest.mark.parametrize(
    ("signed", "used"),
    [
        ("/sessions?limit=2&skip=1", "/sessions?skip=1&limit=2"),
        (f"{PREFIX}/sessions?limit=2", "/sessions?limit=2"),
        (f"https://ispyb.example.org{PREFIX}/sessions?limit=2", "/sessions?limit=2"),
        ("sessions?limit=2", "/sessions?limit=2"),
        ("/sessions", "/sessions"),
        ("/sessions?", "/sessions"),
        ("/persons?search=a%20b", "/persons?search=a+b"),
        ("/persons?search=%C3%A9", "/persons?search=é"),
    ],
)
def test_another_spelling_is_the_same_request(sign, use, signed, used):
    assert use(sign(signed), used).status_code == 200


@pytest.mark.parametrize(
    ("path", "method"),
    [
        ("/sessions?limit=2&skip=2", "GET"),
        ("/sessions?limit=2", "GET"),
        ("/sessions?limit=2&skip=1&order_by=startDate", "GET"),
        ("/sessions", "GET"),
        ("/proposals?limit=2&skip=1", "GET"),
        ("/sessions/1?limit=2&skip=1", "GET"),
        ("/user/current", "GET"),
        (SIGNED, "HEAD"),
        (SIGNED, "POST"),
        ("/auth/logout", "POST"),
        ("/user/sign", "POST"),
    ],
)
def test_for_anything_else_it_is_refused_and_not_used_up(sign, use, path, method):
    token = sign()
    assert use(token, path, method).status_code in (401, 405)
    assert use(token).status_code == 200


def test_head_is_signed_for_itself(sign, use):
    token = sign(method="HEAD")
    assert [use(token).status_code, use(token, method="HEAD").status_code] == [401, 200]


@pytest.mark.parametrize("method", ["POST", "DELETE", "PATCH", "PUT", "OPTIONS", "get", "", None, 1])
def test_only_reading_can_be_signed(written_site, login, method):
    body = {"validity": "/auth/service-tokens/1", "method": method}
    answer = send(written_site.app, "POST", "/user/sign", login["token"], json=body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["method"])


@pytest.mark.parametrize(
    "validity", ["", "/", "?a=1", "http://[", f"{PREFIX}/", "x" * 2001, "/é" * 500, None, 1, ["/"]]
)
def test_what_is_no_request_is_not_signed(written_site, login, validity):
    answer = send(written_site.app, "POST", "/user/sign", login["token"], json={"validity": validity})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["validity"])


def test_a_proxys_prefix_is_no_part_of_it():
    assert target_of("https://x/facility/api/v1/a?b=1", "/api/v1", "/facility") == "/api/v1/a?b=1"
    assert target_of("/facility/a", "/api/v1", "") == "/api/v1/facility/a"
    with pytest.raises(Invalid):
        target_of("/facility/api/v1/", "/api/v1", "/facility")


def test_it_is_too_old_after_its_seconds(sign, use, written_site):
    token = sign()
    early = "2020-01-01 00:00:00"
    written_site.ask("UPDATE api_onetime_token SET expiresAt = %s WHERE tokenHash = %s", early, opaque.digest(token))
    assert use(token).status_code == 401
    assert recorded(written_site, "one-time token refused")[-1]["detail"] == "expired"


def test_of_two_at_once_one_wins(sign, use):
    token = sign()
    with concurrent.futures.ThreadPoolExecutor(6) as pool:
        statuses = sorted(pool.map(lambda _: use(token).status_code, range(6)))
    assert (statuses.count(200), set(statuses) <= {200, 401, 503}) == (1, True)


def test_another_server_takes_it(sign, use, written_site):
    other = another_server(written_site)
    token = sign()
    assert [use(token, app=other).status_code, use(token).status_code] == [200, 401]
    other.extensions["ispyb_api"].database.engine.pool.close()


def test_it_ends_with_its_login(sign, use, written_site, login):
    token = sign()
    send(written_site.app, "POST", "/auth/logout", login["token"])
    assert use(token).status_code == 401


def test_it_has_the_rights_of_the_moment_it_is_used(sign, use, written_site):
    token = sign("/auth/service-tokens", log_in(written_site.app, "admin").json["token"])
    taken = written_site.ask(
        "SELECT gp.userGroupId, gp.permissionId FROM UserGroup_has_Permission gp JOIN Permission p ON p.permissionId = gp.permissionId WHERE p.type = 'manage_tokens'"
    )
    for row in taken:
        written_site.ask(
            "DELETE FROM UserGroup_has_Permission WHERE userGroupId = %s AND permissionId = %s", *row.values()
        )
    forget(written_site.app)
    try:
        assert use(token, "/auth/service-tokens").status_code == 403
    finally:
        for row in taken:
            written_site.ask(
                "INSERT INTO UserGroup_has_Permission (userGroupId, permissionId) VALUES (%s, %s)", *row.values()
            )


def test_with_a_header_it_is_not_looked_at(sign, use, written_site):
    token = sign()
    assert use(token, headers={"Authorization": "Bearer nonsense"}).status_code == 401
    assert use(token, headers={"Authorization": ""}).status_code == 401
    with_both = use(token, headers=written_site.headers("member"))
    assert (with_both.status_code, with_both.json["limit"]) == (200, 2)
    assert use(token).status_code == 200


@pytest.mark.parametrize(
    "token", ["", "x", "ispyb_ot_", f"ispyb_ot_{'A' * 43}", f"ispyb_ot_{'A' * 5000}", "%00", "%FF", "'--"]
)
def test_what_is_no_token_is_refused(use, token):
    assert use(token).status_code == 401


def test_two_are_none(sign, written_site):
    token = sign()
    assert send(written_site.app, "GET", f"{SIGNED}&onetime={token}&onetime={token}").status_code == 401
    assert send(written_site.app, "GET", f"{SIGNED}&%6Fnetime={token}&onetime={token}").status_code == 401


@pytest.mark.parametrize("kind", ["token", "refreshToken"])
def test_other_tokens_are_not_taken_from_a_query(written_site, login, kind):
    assert send(written_site.app, "GET", f"/user/current?onetime={login[kind]}").status_code == 401


def test_a_one_time_token_is_no_bearer_token(sign, written_site):
    assert send(written_site.app, "GET", SIGNED, sign()).status_code == 401


def test_a_route_never_sees_it(sign, written_site, monkeypatch):
    seen, token = [], sign()

    def look():
        request = flask.request
        seen.append((request.url, request.full_path, dict(request.args), request.environ["QUERY_STRING"]))

    monkeypatch.setitem(
        written_site.app.before_request_funcs, None, [*written_site.app.before_request_funcs[None], look]
    )
    assert send(written_site.app, "GET", f"/sessions?limit=2&onetime={token}&skip=1").status_code == 200
    assert token not in repr(seen)
    assert seen[0][2:] == ({"limit": "2", "skip": "1"}, "limit=2&skip=1")


def test_it_is_stored_as_a_hash_only(sign, written_site):
    token = sign()
    stored = repr(written_site.ask("SELECT * FROM api_onetime_token"))
    assert (token in stored, opaque.digest(token) in stored) == (False, True)


def test_answers_to_it_are_not_kept_by_caches_or_told_to_other_pages(sign, use):
    headers = use(sign()).headers
    assert ("private" in headers["Cache-Control"], headers["Referrer-Policy"]) == (True, "no-referrer")


def test_who_has_no_login_of_ours_cannot_sign(written_site):
    wanted = {"name": "signing", "permissions": []}
    made = send(written_site.app, "POST", "/auth/service-tokens", written_site.token("admin"), json=wanted).json
    answer = send(written_site.app, "POST", "/user/sign", made["token"], json={"validity": SIGNED})
    assert (answer.status_code, answer.json["code"]) == (409, "conflict")
