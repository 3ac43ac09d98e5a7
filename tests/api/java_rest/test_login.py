"""POST /authenticate: by form, and what fails is 200 with words that are no JSON."""

import json
import re

import pytest

from ispyb_api.app import create_app
from ispyb_api.compat.java_rest.paths import PREFIX
from tests.support.java import Java
from tests.support.logins import another_server, forget

ON = {"compat.java_rest": True}


class Served:
    """Another server at a site's database."""

    def __init__(self, site, **settings):
        self.app = another_server(site, **{**ON, **settings})

    def close(self):
        self.app.extensions["ispyb_api"].database.engine.pool.close()


@pytest.fixture
def served(site):
    """``served(**settings)``: the API of a server with other settings."""
    opened = []

    def serve(**settings):
        opened.append(Served(site, **settings))
        return Java(opened[-1])

    yield serve
    for each in opened:
        each.close()


def refused(answer, words):
    """Tell whether a login failed as the front ends know it."""
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.text == words
    with pytest.raises(json.JSONDecodeError):
        json.loads(answer.text)


@pytest.mark.parametrize(("login", "roles"), [("pi", ["User"]), ("outsider", ["User"]), ("admin", ["User", "Manager"])])
def test_a_login_gives_a_token_and_roles(java, login, roles):
    answer = java.log_in(login)
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    assert answer.json.keys() == {"token", "roles"}
    assert re.fullmatch(r"[0-9a-f]{40}", answer.json["token"])
    assert answer.json["roles"] == roles
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_wrong_password_fails_in_words(java):
    refused(java.log_in("pi", "wrong"), "Login or password is wrong.")


def test_an_empty_password_is_not_asked_about(site):
    answer = site.app.test_client().post(f"{PREFIX}/authenticate?site=ESRF", data={"login": "pi", "password": ""})
    refused(answer, "Empty passwords are not allowed")


@pytest.mark.parametrize("body", [b"", b"login=pi", b"\xff=\xff", b"login=%00&password=%00", b"[1]"])
def test_no_form_is_too_odd(site, body):
    answer = site.app.test_client().post(
        f"{PREFIX}/authenticate", data=body, content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 200
    assert "token" not in answer.text


def test_too_many_failures_fail_in_words_too(served):
    java = served(**{"auth.failures_per_login": "1 per minute"})
    java.log_in("member", "wrong")
    refused(java.log_in("member"), "There were too many failed logins: try again later.")


def test_sites_are_login_backends(served):
    java = served(**{"compat.sites": ["ESRF=demo", "MAXIV=nonesuch"]})
    assert java.log_in("pi", site="esrf").json["roles"] == ["User"]
    for site in ("MAXIV", "EMBL", ""):
        refused(java.log_in("pi", site=site), "Site is not defined")


def test_roles_are_those_of_the_settings(served):
    java = served(**{"compat.roles": ["Localcontact=bl_mx_staff", "Manager=all_proposals", "User=bl_mx_staff"]})
    assert java.log_in("staff").json["roles"] == ["Localcontact", "User"]
    refused(java.log_in("pi"), "User is not allowed")


def test_a_local_contact_lists_sessions_by_date(served):
    java = served(**{"compat.roles": ["User", "Localcontact=bl_mx_staff"]})
    path = "/proposal/session/date/19000101/21000101/list"
    assert {row["beamLineName"] for row in java.rows(path, "staff")} == {"BL01-MX", "BL09-MX"}
    assert java.get(path, "pi").status_code == 403


def test_without_the_setting_there_is_nothing(served):
    java = served(**{"compat.java_rest": False})
    assert java.log_in("pi").status_code == 404


def test_a_token_opens_nothing_else(java, site):
    token = java.token("pi")
    assert site.open("GET", "/user/current", None, {"Authorization": f"Bearer {token}"}).status_code == 401
    assert site.open("POST", "/auth/refresh", None, json={"refreshToken": token}).status_code == 401


def test_a_token_of_the_other_api_opens_nothing_here(java, site):
    assert java.get("/session/list", token=site.token("pi")).status_code == 403


def test_logging_out_everywhere_ends_the_token(java_written):
    site = java_written.site
    assert java_written.get("/session/list", "member").status_code == 200
    site.open("POST", "/auth/logout/everywhere", "member")
    site._tokens.pop("member")
    assert java_written.get("/session/list", "member").status_code == 403


def test_a_token_ends_after_three_hours(java_written):
    site, token = java_written.site, java_written.token("pi")
    assert java_written.get("/session/list", token=token).status_code == 200
    left = site.ask("SELECT expiresAt FROM api_path_token ORDER BY expiresAt DESC LIMIT 1")
    begun = site.ask("SELECT createdAt FROM api_token_family ORDER BY expiresAt DESC LIMIT 1")
    assert str(left[0]["expiresAt"]) > str(begun[0]["createdAt"])
    site.ask("UPDATE api_path_token SET expiresAt = '2020-01-01 00:00:00'")
    other = create_app(site.settings)
    site.app, before = other, site.app
    try:
        answer = java_written.get("/session/list", token=token)
        assert (answer.status_code, answer.text) == (403, "Nobody can access this resource")
    finally:
        other.extensions["ispyb_api"].database.engine.pool.close()
        site.app = before
        forget(before)


def test_only_the_hash_of_a_token_is_kept(java):
    token = java.token("contact")
    kept = java.site.ask("SELECT tokenHash FROM api_path_token")
    assert token not in repr(kept)
    assert all(re.fullmatch(r"[0-9a-f]{64}", row["tokenHash"]) for row in kept)


def test_a_login_is_on_record(java_written):
    java_written.log_in("pi")
    java_written.log_in("pi", "wrong")
    actions = [row["action"] for row in java_written.site.ask("SELECT action FROM api_activity ORDER BY activityId")]
    assert actions[-2:] == ["login", "login refused"]
