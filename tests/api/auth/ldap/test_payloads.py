"""Logins that would be filters, names or nothing: none gets in, none reaches another entry, none is an error."""

import ldap3
import pytest

from ispyb_api.app import PREFIX
from tests.api.auth.ldap import payloads
from tests.api.auth.ldap.conftest import DIRECT, SEARCH, plain, site_with
from tests.support import slapd


@pytest.fixture(
    scope="module",
    params=[
        DIRECT,
        SEARCH,
        {**SEARCH, "user_filter": "(&(objectClass=inetOrgPerson)(|(uid={login})(mail={login}))(!(uid=nobody)))"},
    ],
    ids=["direct", "search", "long filter"],
)
def asked(request, directory):
    return plain(directory, **request.param)


def test_there_are_enough():
    assert len(set(payloads.LOGINS)) == len(payloads.LOGINS) > 100


@pytest.mark.parametrize("kind", payloads.KINDS)
def test_no_payload_is_a_login(asked, kind):
    # With the password of the entry that most of them are after.
    assert [login for login in payloads.KINDS[kind] if asked.check(login, "ldap-pi") is not None] == []


def test_no_odd_password_is_a_password(asked):
    pairs = [(login, password) for login in ("pi", "nopassword") for password in payloads.PASSWORDS]
    assert [pair for pair in pairs if asked.check(*pair) is not None] == []


def test_the_directory_would_let_an_empty_password_in(directory):
    """So that the test above is one."""
    server = ldap3.Server(directory.url, get_info=ldap3.NONE)
    connection = ldap3.Connection(server, f"uid=pi,{slapd.PEOPLE}", authentication=ldap3.SIMPLE, password=b"x")
    connection.open()
    request = ldap3.operation.bind.bind_operation(3, ldap3.ANONYMOUS)
    request["name"] = f"uid=pi,{slapd.PEOPLE}"
    connection.post_send_single_response(connection.send("bindRequest", request))
    assert connection.result["description"] == "success"
    connection.unbind()


def test_what_the_directory_is_not_to_see_is_not_sent():
    away = plain(type("Nowhere", (), {"url": "ldap://127.0.0.1:1"}), **DIRECT)  # asking it would be a 503
    assert [away.check(login, "x") for login in payloads.UNSEEN[:13] + payloads.LONG[:3] + [""]] == [None] * 17
    assert [away.check("pi", password) for password in ("", "\x00", "\ud800", "x" * 1025)] == [None] * 4


@pytest.fixture(scope="module")
def asked_by_http(directory, tmp_path_factory):
    table = {"name": "ldap", "kind": "ldap", "servers": directory.url, "cleartext": True, **SEARCH}
    settings = {"auth.create_person_on_missing": True}
    with site_with("sqlite", tmp_path_factory.mktemp("site"), table, **settings) as site:
        yield site


def test_no_payload_gets_in_by_http(asked_by_http):
    persons = asked_by_http.ask("SELECT COUNT(*) AS n FROM Person")
    post = asked_by_http.app.test_client().post
    pairs = [(login, "ldap-pi") for login in payloads.LOGINS] + [("pi", password) for password in payloads.PASSWORDS]
    for login, password in pairs:
        answer = post(f"{PREFIX}/auth/login", json={"login": login, "password": password})
        assert answer.status_code in (401, 422), (login, password, answer.json)
    for login in payloads.FILTER + payloads.NAMES:
        form = {"grant_type": "password", "username": login, "password": "ldap-pi"}
        assert post(f"{PREFIX}/auth/token", data=form).status_code == 401
    assert asked_by_http.ask("SELECT COUNT(*) AS n FROM Person") == persons
