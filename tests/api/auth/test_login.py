"""Logging in, refreshing, logging out, and what is taken for a token."""

import base64
import concurrent.futures
import json
import time

import jwt
import pytest

from ispyb_api import demo
from ispyb_api.app import PREFIX
from ispyb_api.auth.backends import base, static
from ispyb_api.auth.backends.base import BackendError
from ispyb_api.auth.backends.static import hashed
from tests.support import forging
from tests.support.logins import another_server, log_in


@pytest.fixture
def post(site):
    return lambda path, body=None, headers=None, **options: site.app.test_client().post(
        f"{PREFIX}{path}", json=body, headers=headers, **options
    )


@pytest.fixture
def pair(post):
    return post("/auth/login", {"plugin": "demo", "login": "member", "password": "demo-member"}).json


def bearer(token):
    return {"Authorization": f"Bearer {token}"}


def status(site, token, path="/user/current"):
    return site.app.test_client().get(f"{PREFIX}{path}", headers=bearer(token)).status_code


def test_login_answers_tokens_and_permissions(post, site):
    answer = post("/auth/login", {"plugin": "demo", "login": "admin", "password": "demo-admin"})
    assert answer.status_code == 201
    assert set(answer.json) == {"login", "token", "refreshToken", "expiresIn", "permissions"}
    assert (answer.json["login"], answer.json["expiresIn"]) == ("admin", 900)
    assert "all_proposals" in answer.json["permissions"]
    assert status(site, answer.json["token"]) == 200


def test_plugin_may_be_left_out(post):
    assert post("/auth/login", {"login": "pi", "password": "demo-pi"}).status_code == 201


@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("member", "wrong"),
        ("nobody", "demo-nobody"),
        ("member", ""),
        ("", "x"),
        ("", ""),
        ("member", None),
        (None, None),
    ],
)
def test_wrong_pair_is_401_and_says_no_more(post, login, password):
    answer = post("/auth/login", {"login": login, "password": password})
    assert (answer.status_code, answer.json["code"]) == (401, "unauthenticated")
    assert answer.json["message"] == "Login or password is wrong."


def test_unknown_plugin_names_those_there_are(post):
    answer = post("/auth/login", {"plugin": "ldap", "login": "a", "password": "b"})
    assert (answer.status_code, answer.json["errors"]) == (422, {"plugin": ["Must be one of: demo."]})


def test_unknown_field_is_refused(post):
    assert "admin" in post("/auth/login", {"login": "a", "password": "b", "admin": True}).json["errors"]


def test_config_lists_backends_without_their_users(get):
    answer = get("/auth/config", login=None)
    assert answer.json == {"plugins": [{"name": "demo", "kind": "static", "config": {}}]}


def test_what_is_no_hash_is_refused():
    table = {"name": "x", "kind": "static", "users": [{"login": "ali", "password_hash": "sesame"}]}
    with pytest.raises(BackendError, match="Not a hash"):
        base.load([table])


@pytest.mark.parametrize("quick", [True, False])
def test_password_of_the_demo_is_refused_outside_the_demo(quick):
    users = [{"login": "pi", "password_hash": hashed("demo-pi", quick=quick)}]
    table = {"name": "x", "kind": "static", "users": users}
    with pytest.raises(BackendError, match="left in: pi"):
        base.load([table])
    assert base.load([{**table, "demo": True}])["x"].check("pi", "demo-pi").login == "pi"
    assert set(static.DEMO_LOGINS) == set(demo.LOGINS)


def test_oauth2_password_grant(site):
    form = {"grant_type": "password", "username": "pi", "password": "demo-pi", "scope": "", "client_id": "x"}
    answer = site.app.test_client().post(f"{PREFIX}/auth/token", data=form)
    assert (answer.status_code, answer.json["token_type"], answer.json["expires_in"]) == (200, "bearer", 900)
    assert status(site, answer.json["access_token"]) == 200


def test_oauth2_refuses_json_and_other_grants(site):
    client = site.app.test_client()
    assert client.post(f"{PREFIX}/auth/token", json={}).status_code == 415
    answer = client.post(f"{PREFIX}/auth/token", data={"grant_type": "client_credentials"})
    assert set(answer.json["errors"]) == {"grant_type", "username", "password"}


def test_current_user_shows_rights_of_the_database(get):
    found = get("/user/current", login="staff").json
    assert found["login"] == "staff"
    assert found["beamLines"]
    assert found["beamLineGroups"]


def test_refresh_rotates(post, pair, site):
    answer = post("/auth/refresh", {"refreshToken": pair["refreshToken"]})
    assert answer.status_code == 200
    assert answer.json["refreshToken"] != pair["refreshToken"]
    assert status(site, answer.json["token"]) == 200
    assert post("/auth/refresh", {"refreshToken": answer.json["refreshToken"]}).status_code == 200


def test_refresh_token_used_twice_ends_the_login(post, pair, site):
    second = post("/auth/refresh", {"refreshToken": pair["refreshToken"]}).json
    assert post("/auth/refresh", {"refreshToken": pair["refreshToken"]}).status_code == 401
    assert post("/auth/refresh", {"refreshToken": second["refreshToken"]}).status_code == 401
    site.app.extensions["ispyb_api"].callers._known.clear()
    assert status(site, second["token"]) == 401


def test_of_two_refreshes_at_once_one_wins(post, pair):
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        refresh = lambda _: post("/auth/refresh", {"refreshToken": pair["refreshToken"]}).status_code  # noqa: E731
        statuses = sorted(pool.map(refresh, range(4)))
    assert statuses.count(200) <= 1
    assert set(statuses) <= {200, 401, 503}


@pytest.mark.parametrize("token", ["", "x", "x" * 300, "\u00e9"])
def test_what_is_no_refresh_token_is_refused(post, token):
    assert post("/auth/refresh", {"refreshToken": token}).status_code in (401, 422)


def test_logout_ends_access_and_refresh(post, pair, site):
    assert post("/auth/logout", headers=bearer(pair["token"])).json == {"message": "Logged out."}
    assert status(site, pair["token"]) == 401
    assert post("/auth/refresh", {"refreshToken": pair["refreshToken"]}).status_code == 401


def test_logout_is_seen_by_other_workers_within_seconds(post, pair, site):
    callers = site.app.extensions["ispyb_api"].callers
    assert status(site, pair["token"]) == 200
    remembered = dict(callers._known)  # what another worker remembers
    post("/auth/logout", headers=bearer(pair["token"]))
    callers._known = remembered
    deadline = time.monotonic() + 5
    while status(site, pair["token"]) == 200 and time.monotonic() < deadline:
        time.sleep(0.2)
    assert status(site, pair["token"]) == 401


def test_permissions_are_read_from_the_database_not_from_the_token(own_site):
    before = own_site.get("/proposals", login="outsider").json["total"]
    own_site.ask(
        "INSERT INTO ProposalHasPerson (proposalId, personId) SELECT MIN(p.proposalId), (SELECT personId FROM Person WHERE login = 'outsider') FROM Proposal p"
    )
    own_site.app.extensions["ispyb_api"].callers._known.clear()
    assert own_site.get("/proposals", login="outsider").json["total"] == before + 1


def test_person_that_is_gone_is_a_stranger(own_site):
    token = own_site.token("outsider")
    own_site.ask(
        "DELETE FROM UserGroup_has_Person WHERE personId = (SELECT personId FROM Person WHERE login = 'outsider')"
    )
    own_site.ask("UPDATE Person SET login = 'outsider2', personId = 999999 WHERE login = 'outsider'")
    own_site.app.extensions["ispyb_api"].callers._known.clear()
    assert status(own_site, token) == 401


def test_login_without_person_is_refused_unless_told_to_make_one(own_site):
    own_site.ask("UPDATE Person SET login = 'somebody' WHERE login = 'outsider'")
    body = {"login": "outsider", "password": "demo-outsider"}
    client = own_site.app.test_client()
    refused = client.post(f"{PREFIX}/auth/login", json=body)
    assert (refused.status_code, "user office" in refused.json["message"]) == (401, True)
    settings = own_site.app.extensions["ispyb_api"].settings.auth
    settings._values["create_person_on_missing"] = True
    assert client.post(f"{PREFIX}/auth/login", json=body).status_code == 201
    assert own_site.ask("SELECT COUNT(*) AS n FROM Person WHERE login = 'outsider'")[0]["n"] == 1


@pytest.mark.parametrize("unique", [True, False])
def test_of_many_first_logins_at_once_one_makes_the_person(own_site, unique):
    """Also where the other programs' database does not see to it: two rows would shut the person out for good."""
    if not unique:
        own_site.ask(
            "ALTER TABLE Person DROP INDEX Person_uq_login"
            if own_site.name == "mariadb"
            else "DROP INDEX Person_uq_login"
        )
    own_site.ask("UPDATE Person SET login = 'somebody' WHERE login = 'outsider'")
    app = another_server(own_site, **{"auth.create_person_on_missing": True})
    with concurrent.futures.ThreadPoolExecutor(12) as pool:
        assert set(pool.map(lambda _: log_in(app, "outsider").status_code, range(12))) == {201}
    assert own_site.ask("SELECT COUNT(*) AS n FROM Person WHERE login = 'outsider'")[0]["n"] == 1


def test_login_of_two_persons_is_refused(own_site):
    # One family's databases have no unique key on it.
    own_site.ask(
        {"mariadb": "ALTER TABLE Person DROP INDEX Person_uq_login"}.get(own_site.name, "DROP INDEX Person_uq_login")
    )
    own_site.ask("INSERT INTO Person (login, familyName) VALUES ('outsider', 'Double')")
    answer = own_site.app.test_client().post(
        f"{PREFIX}/auth/login", json={"login": "outsider", "password": "demo-outsider"}
    )
    assert (answer.status_code, "Several persons" in answer.json["message"]) == (401, True)


def forged(site, **changes):
    return forging.forged(site, claims=changes)


def _part(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def test_a_forged_token_that_changes_nothing_is_a_token(site):
    assert status(site, forged(site)) == 200


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": 1},
        {"exp": None},
        {"iss": "else"},
        {"iss": None},
        {"aud": "else"},
        {"aud": None},
        {"fam": "0" * 32},
        {"fam": None},
        {"fam": ["a"]},
        {"pid": 0},
        {"pid": None},
        {"pid": "x"},
        {"pid": {"$gt": 0}},
        {"pid": 10**30},
        {"sub": None},
    ],
)
def test_wrong_claims_are_refused(site, changes):
    assert status(site, forged(site, **changes)) == 401


def test_somebody_elses_person_under_ones_own_login_is_refused(site):
    admin = jwt.decode(site.token("admin"), options={"verify_signature": False})
    assert status(site, forged(site, pid=admin["pid"])) == 401


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Bearer a.b.c",
        "Bearer " + "a" * 20000,
        "Basic YWRtaW46ZGVtby1hZG1pbg==",
        "Token {token}",
        "{token}",
        "Bearer {token}x",
        "Bearer {token} {token}",
        "Bearer {none}",
        "Bearer {none}.",
    ],
)
def test_what_is_no_bearer_token_is_401_with_a_challenge(site, header):
    token = site.token("member")
    payload = token.split(".")[1]
    none = f"{_part({'alg': 'none', 'typ': 'JWT'})}.{payload}"
    headers = {} if header is None else {"Authorization": header.format(token=token, none=none)}
    answer = site.app.test_client().get(f"{PREFIX}/user/current", headers=headers)
    assert (answer.status_code, answer.json["code"]) == (401, "unauthenticated")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("algorithm", ["none", "RS256", "HS512", "hs256", "", None])
def test_other_algorithms_are_refused(site, algorithm):
    _, payload, signature = site.token("member").split(".")
    assert status(site, f"{_part({'alg': algorithm, 'typ': 'JWT'})}.{payload}.{signature}") == 401


def test_token_in_the_query_is_not_looked_at(site):
    answer = site.app.test_client().get(
        f"{PREFIX}/user/current?token={site.token('member')}&jwt={site.token('member')}"
    )
    assert answer.status_code == 401


def test_refresh_tokens_are_stored_as_hashes_only(site, pair):
    stored = site.ask("SELECT tokenHash FROM api_refresh_token")
    assert stored
    assert pair["refreshToken"] not in repr(stored)
