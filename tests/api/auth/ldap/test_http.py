"""Logging in through the API: persons, permissions by groups, refusals, a directory that is away."""

import pytest

from ispyb_api.app import PREFIX
from tests.api.auth.ldap.conftest import SEARCH, site_with
from tests.conftest import ENGINES
from tests.support import slapd

GROUP_MAP = {"mx-staff": "MX beamline staff", f"cn=em-users,{slapd.GROUPS}": ["Directory's own"]}
STATIC = {"name": "demo", "kind": "static", "users": []}


def table(server, **options):
    return {"name": "site-ldap", "kind": "ldap", "servers": [server.secure_url], "ca_file": str(server.ca_file),
            **SEARCH, "groups": "memberOf", "group_map": GROUP_MAP, "attributes": {"siteId": "employeeNumber"},
            **options}  # fmt: skip


@pytest.fixture(scope="module", params=ENGINES)
def ldap_site(request, own_directory, tmp_path_factory):
    with site_with(request.param, tmp_path_factory.mktemp("site"), table(own_directory), STATIC) as site:
        yield site


@pytest.fixture
def welcoming(ldap_site, monkeypatch):
    """The same site while it makes a person of whoever the directory knows."""
    monkeypatch.setitem(ldap_site.settings.auth._values, "create_person_on_missing", True)
    return ldap_site


def log_in(site, login, password=None):
    body = {"plugin": "site-ldap", "login": login, "password": password or f"ldap-{login}"}
    return site.app.test_client().post(f"{PREFIX}/auth/login", json=body)


def current(site, answer):
    site.app.extensions["ispyb_api"].callers._known.clear()
    headers = {"Authorization": f"Bearer {answer.json['token']}"}
    return site.app.test_client().get(f"{PREFIX}/user/current", headers=headers).json


def person(site, login):
    return site.ask("SELECT * FROM Person WHERE login = %s", login)


def test_login_answers_real_tokens(ldap_site):
    answer = log_in(ldap_site, "pi")
    assert answer.status_code == 201
    assert (answer.json["login"], current(ldap_site, answer)["personId"]) == ("pi", 2)


def test_the_first_backend_is_asked_if_none_is_named(ldap_site):
    answer = ldap_site.app.test_client().post(f"{PREFIX}/auth/login", json={"login": "pi", "password": "ldap-pi"})
    assert answer.status_code == 201


def test_oauth2_password_grant(ldap_site):
    form = {"grant_type": "password", "username": "pi", "password": "ldap-pi"}
    assert ldap_site.app.test_client().post(f"{PREFIX}/auth/token", data=form).status_code == 200


def test_config_shows_no_option(ldap_site):
    plugins = ldap_site.get("/auth/config", login=None).json["plugins"]
    assert plugins[0] == {"name": "site-ldap", "kind": "ldap", "config": {}}


@pytest.mark.parametrize(("login", "password"), [("pi", "wrong"), ("nobody", "x"), ("locked", "ldap-locked")])
def test_refusals_are_alike(ldap_site, login, password):
    answer = log_in(ldap_site, login, password)
    assert (answer.status_code, answer.json) == (
        401, {"code": "unauthenticated", "message": "Login or password is wrong."},
    )  # fmt: skip


def test_any_spelling_is_the_same_person(ldap_site):
    answers = [log_in(ldap_site, login, "ldap-pi") for login in ("pi", "PI")]
    assert {current(ldap_site, answer)["personId"] for answer in answers} == {2}
    assert {answer.json["login"] for answer in answers} == {"pi"}


def test_the_directorys_capitals_find_the_person(ldap_site):
    answer = log_in(ldap_site, "staff", "ldap-Staff")
    assert (answer.status_code, current(ldap_site, answer)["personId"]) == (201, 5)


def test_the_person_is_refreshed_from_the_directory(ldap_site):
    log_in(ldap_site, "pi")
    (found,) = person(ldap_site, "pi")
    told = ("givenName", "familyName", "emailAddress", "phoneNumber", "siteId")
    assert [found[name] for name in told] == [
        "Mirela", "Costaforte-Newname", "mirela@directory.example.org", "+351 999", 2002,
    ]  # fmt: skip


def test_what_the_directory_does_not_tell_stays(ldap_site):
    log_in(ldap_site, "outsider")
    (found,) = person(ldap_site, "outsider")
    assert (found["givenName"], found["siteId"]) == ("Petra", 2006)


def test_mapped_groups_give_their_permissions(ldap_site):
    assert log_in(ldap_site, "member").json["permissions"] == []
    answer = log_in(ldap_site, "pi")
    assert "bl_mx_staff" in answer.json["permissions"]
    assert current(ldap_site, answer)["beamLines"]


def test_permissions_of_a_mapped_group_are_fresh(ldap_site):
    answer = log_in(ldap_site, "pi")
    ldap_site.ask("INSERT INTO UserGroup (userGroupId, name) VALUES (900, 'Directory''s own')")
    ldap_site.ask("INSERT INTO Permission (permissionId, type, description) VALUES (9001, 'made_just_now', 'x')")
    ldap_site.ask("INSERT INTO UserGroup_has_Permission (userGroupId, permissionId) VALUES (900, 9001)")
    assert "made_just_now" in current(ldap_site, answer)["Permissions"]
    ldap_site.ask("DELETE FROM UserGroup_has_Permission WHERE permissionId = 9001")
    assert "made_just_now" not in current(ldap_site, answer)["Permissions"]


def test_somebody_the_database_does_not_know_is_refused(ldap_site):
    answer = log_in(ldap_site, "newcomer")
    assert (answer.status_code, "user office" in answer.json["message"]) == (401, True)
    assert person(ldap_site, "newcomer") == []


def test_a_person_is_made_from_the_directory(welcoming):
    assert log_in(welcoming, "NEWCOMER", "ldap-newcomer").status_code == 201
    assert log_in(welcoming, "newcomer").status_code == 201
    (found,) = person(welcoming, "newcomer")
    assert (found["givenName"], found["familyName"], found["siteId"]) == ("Žofie", "Østby", 7777)


def test_changes_in_the_directory_arrive_with_the_next_login(ldap_site, own_directory):
    dn, group = f"uid=pi,{slapd.PEOPLE}", f"cn=mx-staff,{slapd.GROUPS}"
    with own_directory.as_root() as root:
        assert root.modify(dn, {"sn": [("MODIFY_REPLACE", ["Renamed"])]})
        assert root.modify(group, {"member": [("MODIFY_DELETE", [dn])]})
        assert "bl_mx_staff" not in log_in(ldap_site, "pi").json["permissions"]
        assert person(ldap_site, "pi")[0]["familyName"] == "Renamed"
        assert root.modify(dn, {"sn": [("MODIFY_REPLACE", ["Costaforte-Newname"])]})
        assert root.modify(group, {"member": [("MODIFY_ADD", [dn])]})
    assert "bl_mx_staff" in log_in(ldap_site, "pi").json["permissions"]


def test_a_directory_that_is_away_is_503_by_name_and_comes_back(ldap_site, own_directory):
    own_directory.kill()
    answer = log_in(ldap_site, "pi")
    assert (answer.status_code, answer.json["code"]) == (503, "unavailable")
    assert "site-ldap" in answer.json["message"]
    assert answer.headers["Retry-After"]
    assert "127.0.0.1" not in answer.text
    own_directory.start()
    assert log_in(ldap_site, "pi").status_code == 201


def test_a_login_of_two_persons_is_refused(ldap_site, caplog):
    # One family's databases have no unique key on it.
    drop = {"mariadb": "ALTER TABLE Person DROP INDEX Person_uq_login"}
    ldap_site.ask(drop.get(ldap_site.name, "DROP INDEX Person_uq_login"))
    ldap_site.ask("INSERT INTO Person (login, familyName) VALUES ('outsider', 'Double')")
    answer = log_in(ldap_site, "outsider")
    assert (answer.status_code, "Several persons" in answer.json["message"]) == (401, True)
    assert "several persons" in caplog.text
