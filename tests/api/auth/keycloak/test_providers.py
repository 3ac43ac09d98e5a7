"""Tokens of a provider beside our own, on both engines: who it is, with which rights, at what cost."""

import contextlib
import time
from unittest import mock

import pytest

from ispyb_api import demonstration
from ispyb_api.app import PREFIX, routes
from ispyb_api.auth import opaque
from ispyb_api.auth.backends import base
from ispyb_api.auth.backends.base import BackendError, TokenBackend
from ispyb_api.auth.identity import Known
from ispyb_api.auth.providers import Providers
from ispyb_api.db import meter
from tests.api.auth.keycloak.conftest import site_with, small, table


@pytest.fixture(scope="module", params=["sqlite", "mariadb"])
def site(request, provider, tmp_path_factory):
    """A site with people of its own and tokens of a provider."""
    folder = tmp_path_factory.mktemp("site")
    own = demonstration.settings(folder)["auth.backend"]
    with site_with(request.param, folder, table(provider), *own) as opened:
        yield opened


@pytest.fixture
def ask(site, provider):
    """``ask("member", "/sessions", exp=...)``: the answer to a bearer with such a token."""

    def ask(login="member", path="/user/current", method="GET", **claims):
        headers = {"Authorization": f"Bearer {provider.sign(provider.claims(login, **claims))}"}
        return site.app.test_client().open(f"{PREFIX}{path}", method=method, headers=headers)

    return ask


@contextlib.contextmanager
def counted():
    """Count the SQL statements of a block."""
    found, count = [], meter.statement

    def counting():
        found.append(1)
        return count()

    with mock.patch.object(meter, "statement", counting):
        yield found


@pytest.fixture
def settings(site):
    """``settings(create=True, seconds=0)``, for one test."""
    providers, callers = site.app.extensions["ispyb_api"].providers, site.app.extensions["ispyb_api"].callers
    before = providers._create, callers._seconds
    callers._known.clear()

    def change(create=before[0], seconds=before[1]):
        providers._create, callers._seconds = create, seconds

    yield change
    change()


def test_authenticating_costs_one_statement_now_and_then(site, provider):
    headers = {"Authorization": f"Bearer {provider.sign(provider.claims())}"}
    with counted() as statements:
        for _ in range(20):
            assert site.app.test_client().get(f"{PREFIX}/user/current", headers=headers).status_code == 200
    assert len(statements) <= 2


def test_own_tokens_are_taken_beside_them(site):
    assert site.get("/user/current", login="member").json["personId"] == 3


def test_rights_are_fresh(site, ask, settings):
    settings(seconds=0)
    assert "bl_em_staff" in ask("outsider").json["Permissions"]
    site.ask("UPDATE UserGroup SET name = 'EM people' WHERE name = 'EM facility staff'")
    site.ask("UPDATE UserGroup SET name = 'Admins' WHERE name = 'Administrators'")
    try:
        assert "bl_em_staff" not in ask("outsider").json["Permissions"]
    finally:
        site.ask("UPDATE UserGroup SET name = 'EM facility staff' WHERE name = 'EM people'")
        site.ask("UPDATE UserGroup SET name = 'Administrators' WHERE name = 'Admins'")


def test_a_token_is_not_remembered_longer_than_it_lives(site, provider, settings):
    headers = {"Authorization": f"Bearer {provider.sign(provider.claims(exp=int(time.time()) + 2))}"}
    client = site.app.test_client()
    assert client.get(f"{PREFIX}/user/current", headers=headers).status_code == 200
    time.sleep(2.1)
    assert client.get(f"{PREFIX}/user/current", headers=headers).status_code == 401


def test_a_login_that_nobody_has_is_refused(ask, settings):
    answer = ask(preferred_username="newcomer")
    assert (answer.status_code, "user office" in answer.json["message"]) == (401, True)


def test_a_person_is_made_if_the_settings_say_so(site, ask, settings):
    settings(create=True)
    answer = ask(preferred_username="newcomer2", given_name="N" * 99, email="x" * 99)
    assert answer.status_code == 200
    assert ask(preferred_username="newcomer2").json["personId"] == answer.json["personId"]
    assert len(site.ask("SELECT givenName FROM Person WHERE login = 'newcomer2'")) == 1


def test_a_login_of_two_persons_is_refused_and_logged(site, ask, settings, caplog):
    drop = "DROP INDEX Person_uq_login" + (" ON Person" if site.name == "mariadb" else "")
    site.ask(drop)
    site.ask("INSERT INTO Person (login, familyName) VALUES ('contact', 'Double')")
    try:
        answer = ask(preferred_username="contact")
        assert (answer.status_code, "Several persons" in answer.json["message"]) == (401, True)
        assert "several persons have the login" in caplog.text
    finally:
        site.ask("DELETE FROM Person WHERE familyName = 'Double'")
        site.ask("CREATE UNIQUE INDEX Person_uq_login ON Person (login)")


def test_logins_are_compared_as_the_database_does(ask):
    assert ask(preferred_username="Member").json["login"] == "member"


def test_no_claim_is_part_of_a_statement(ask, settings):
    for login in ("' OR '1'='1", "member'--", "member\\", "%", "_ember", "mem\u0301ber"):
        assert ask(preferred_username=login).status_code == 401
    assert ask("outsider", groups=["x') OR 1=1 -- ", "pipelines"]).status_code == 200


@pytest.mark.parametrize("path", ["/auth/logout", "/auth/logout-everywhere"])
def test_what_is_for_logins_of_ours_is_409(ask, site, path):
    paths = {rule.rule.removeprefix(PREFIX) for rule, _, _ in routes(site.app)}
    if path in paths:
        assert ask(path=path, method="POST").status_code == 409


def test_every_list_answers_a_provider_s_token(ask, site):
    lists = [
        rule.rule.removeprefix(PREFIX) for rule, method, _ in routes(site.app) if method == "GET" and not rule.arguments
    ]
    assert len(lists) > 10
    statuses = {path: ask("outsider", path).status_code for path in lists}
    assert {path: status for path, status in statuses.items() if status not in (200, 422)} == {}


def test_two_providers_are_told_apart(provider, tmp_path):
    with small() as other:
        tables = [table(provider), table(other, name="other", group_map={"visitor": "User office"})]
        with site_with("sqlite", tmp_path, *tables) as opened:
            for each, permissions in ((provider, set()), (other, {"manage_persons", "uportal_sync"})):
                headers = {"Authorization": f"Bearer {each.sign(each.claims())}"}
                answer = opened.app.test_client().get(f"{PREFIX}/user/current", headers=headers)
                assert set(answer.json["Permissions"]) == permissions
            crossed = other.sign(other.claims(iss=provider.issuer))
            headers = {"Authorization": f"Bearer {crossed}"}
            assert opened.app.test_client().get(f"{PREFIX}/user/current", headers=headers).status_code == 401


def test_a_site_s_own_backend_may_read_tokens_of_any_form(site):
    class Badges(TokenBackend):
        def read(self, token):
            return Known(token.removeprefix("badge-")) if token.startswith("badge-") else None

    parts = site.app.extensions["ispyb_api"]
    providers = Providers({"badges": Badges()}, parts.callers, ours="ispyb-api", create=False)
    assert providers.find("badge-member", parts.database).person_id == 3
    assert providers.find("x", parts.database) is None


def test_what_is_kept_of_a_service_token_is_no_token(site):
    """Where providers' tokens are taken, too, and while the token is in use: its hash opens nothing."""
    token = site.open("POST", "/auth/service-tokens", json={"name": "in use", "permissions": []}).json["token"]
    for presented, expected in ((token, 200), (opaque.digest(token), 401)):
        answer = site.open("GET", "/user/current", login=None, headers={"Authorization": f"Bearer {presented}"})
        assert answer.status_code == expected


@pytest.mark.parametrize("spelt", ["àdmin", "admin ", "adm\u00adin", "ad\u0301min", "ａdmin"])
def test_a_login_that_only_the_database_finds_the_same_is_somebody_elses(site, ask, settings, spelt):
    """Providers let people choose names; MariaDB compares them without accents and spaces at the end."""
    for create in (False, True):
        settings(create=create, seconds=0)
        answer = ask(preferred_username=spelt)
        assert answer.status_code == 401 or answer.json["login"] == spelt
        assert "all_proposals" not in answer.text
    assert ask(preferred_username="Member").json["personId"] == 3  # who differs in capitals is the same


def test_without_providers_nothing_is_looked_at(site):
    parts = site.app.extensions["ispyb_api"]
    assert Providers({}, parts.callers, ours="ispyb-api", create=False).find("a.b.c", None) is None


def test_use_of_a_providers_token_is_on_record_once_a_day(site, provider, ask):
    site.app.extensions["ispyb_api"].uses._noted.clear()  # a minute may have passed since the other tests
    ask("member", jti="one").close()
    ask("member", jti="two").close()
    rows = site.ask(
        "SELECT target, detail FROM api_activity WHERE action = %s AND login = 'member'", "provider's token used"
    )
    assert [row["target"] for row in rows] == ["person 3"]


def test_two_backends_with_one_issuer_are_refused_at_start(provider):
    with pytest.raises(BackendError, match="same issuer"):
        base.load([table(provider), {**table(provider), "name": "again"}])


def test_probe_tells_whether_the_provider_answers(provider):
    good = base.load([table(provider)])
    assert [wrong for backend in good.values() for _, wrong in backend.probe()] == [""]
    away = base.load([{**table(provider), "issuer": "http://127.0.0.1:9/realms/x"}])
    assert [bool(wrong) for backend in away.values() for _, wrong in backend.probe()] == [True]
