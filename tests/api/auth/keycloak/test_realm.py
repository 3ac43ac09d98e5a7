"""Logging in by Keycloak: the same cases with a real one and, so that every machine runs them, with a small provider.

The order matters once: the last tests kill the provider.
"""

import threading
import time

import pytest
import requests
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait
from werkzeug.serving import make_server

from ispyb_api.app import PREFIX
from ispyb_api.http.documentation import REDIRECT_PAGE
from tests.api.auth.keycloak.conftest import real_or_small, site_with, table
from tests.api.auth.keycloak.forgeries import FORGERIES, Parts
from tests.support import oidc

pytestmark = pytest.mark.timeout(900)  # a Keycloak that was never here is fetched and built


@pytest.fixture(scope="module", params=["keycloak", "small"])
def realm(request, tmp_path_factory):
    """A provider with the realm of tests/support/keycloak-realm.json."""
    with real_or_small(request.param, tmp_path_factory.mktemp("provider")) as started:
        yield started


@pytest.fixture(scope="module")
def site(realm, tmp_path_factory):
    """A site that takes the realm's tokens, and makes persons of those it does not know."""
    settings = table(realm, client_id=oidc.UI, swagger_client_id=oidc.SWAGGER)
    with site_with(
        "sqlite", tmp_path_factory.mktemp("site"), settings, **{"auth.create_person_on_missing": True}
    ) as opened:
        yield opened


@pytest.fixture(scope="module")
def token(realm):
    """``token("member")``: an access token, fetched once."""
    fetched = {}

    def token(login, client=oidc.UI):
        if (login, client) not in fetched:
            fetched[login, client] = realm.token(login, client)
        return fetched[login, client]

    return token


@pytest.fixture
def ask(site):
    """``ask(token)``: the answer to a bearer."""

    def ask(token, path="/user/current", **options):
        headers = {"Authorization": f"Bearer {token}".encode().decode("latin-1")}
        return site.app.test_client().open(f"{PREFIX}{path}", headers=headers, **options)

    return ask


@pytest.fixture
def log_in(site):
    return lambda **body: site.app.test_client().post(f"{PREFIX}/auth/login", json={"plugin": "keycloak", **body})


def test_a_bearer_is_the_person_with_that_login(ask, token):
    answer = ask(token("member"))
    assert answer.status_code == 200
    assert (answer.json["login"], answer.json["personId"], answer.json["Permissions"]) == ("member", 3, [])


def test_a_bearer_sees_what_the_person_sees(ask, token, site):
    of_person = site.ask("SELECT p.personId AS id FROM Person p WHERE p.login = 'member'")
    assert [row["id"] for row in of_person] == [3]
    assert 0 < ask(token("member"), "/proposals").json["total"] < ask(token("outsider"), "/proposals").json["total"]


def test_roles_and_groups_become_permissions(ask, token):
    permissions = set(ask(token("outsider")).json["Permissions"])
    assert {"bl_mx_staff", "bl_em_staff", "all_proposals", "ingest_data"} <= permissions


def test_a_token_is_exchanged_as_mxcube_and_the_user_interface_do(ask, token, log_in):
    answer = log_in(login="outsider", token=token("outsider"))
    assert answer.status_code == 201
    assert set(answer.json) == {"login", "token", "refreshToken", "expiresIn", "permissions"}
    assert (answer.json["login"], "bl_em_staff" in answer.json["permissions"]) == ("outsider", True)
    assert ask(answer.json["token"]).json["Permissions"] == ask(token("outsider")).json["Permissions"]


def test_an_exchanged_token_is_refreshed(site, token, log_in, ask):
    pair = log_in(token=token("member")).json
    answer = site.app.test_client().post(f"{PREFIX}/auth/refresh", json={"refreshToken": pair["refreshToken"]})
    assert (answer.status_code, answer.json["login"]) == (200, "member")
    assert ask(answer.json["token"]).status_code == 200


def test_a_token_refreshed_at_the_provider_is_taken(ask, realm):
    granted = realm.grant("member")
    renewed = realm.refresh(granted["refresh_token"]).json()
    assert renewed["access_token"] != granted["access_token"]
    assert ask(renewed["access_token"]).json["login"] == "member"


@pytest.mark.parametrize("login", ["member", "MEMBER", "", None])
def test_the_login_may_be_said_too(log_in, token, login):
    body = {"token": token("member"), **({} if login is None else {"login": login})}
    assert log_in(**body).status_code == 201


@pytest.mark.parametrize("body", [{"login": "admin"}, {"login": "admin", "password": "x"}, {"login": "membe"}])
def test_somebody_elses_login_is_refused(log_in, token, body):
    answer = log_in(token=token("member"), **body)
    assert (answer.status_code, answer.json["code"]) == (401, "unauthenticated")


@pytest.mark.parametrize("body", [{}, {"token": ""}, {"token": "x"}, {"login": "member", "password": "sso-member"}])
def test_without_a_token_there_is_no_login(log_in, body):
    assert log_in(**body).status_code == 401


def test_the_configuration_is_public(site, realm):
    config = site.get("/auth/config", login=None).json["plugins"][0]["config"]
    old = ("KEYCLOAK_SERVER_URL", "KEYCLOAK_REALM_NAME", "KEYCLOAK_CLIENT_ID")
    assert [config[name] for name in old] == [realm.server, oidc.NAME, oidc.UI]
    assert (config["issuer"], config["realm"], config["client_id"]) == (realm.issuer, oidc.NAME, oidc.UI)
    assert set(config) == {*old, "issuer", "realm", "client_id"}


def test_a_person_is_made_of_what_the_token_tells(site, ask, token):
    assert ask(token("alice")).json["givenName"] == "Alice"
    made = site.ask("SELECT givenName, familyName, emailAddress FROM Person WHERE login = 'alice'")
    assert [tuple(dict(row).values()) for row in made] == [("Alice", "Ångström", "alice@lumenfjord.example.org")]
    assert ask(token("alice"), "/proposals").json["total"] == 0


def test_an_elliptic_signature_is_taken(ask, token):
    assert Parts(token("member", oidc.ELLIPTIC), [], "").header["alg"] == "ES256"
    assert ask(token("member", oidc.ELLIPTIC)).status_code == 200


def test_a_token_for_another_program_is_refused(ask, token, log_in):
    for login in ("member", "outsider"):  # the second has a role of this API, which alone does not let a token in
        assert ask(token(login, oidc.ELSEWHERE)).status_code == 401
        assert log_in(token=token(login, oidc.ELSEWHERE)).status_code == 401


def test_a_token_of_another_realm_is_refused(ask, realm):
    answer = ask(realm.other_realms_token())
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")


def test_a_token_expires(ask, realm):
    short = realm.token("member", oidc.SHORT)
    time.sleep(1.2)
    answer = ask(short)
    assert (answer.status_code, "expired" in answer.json["message"]) == (401, True)


def test_what_was_remembered_expires_with_the_token(ask, realm):
    short = realm.token("member", oidc.SHORT)
    assert ask(short).status_code in (200, 401)
    time.sleep(1.2)
    assert ask(short).status_code == 401


def test_only_access_tokens_are_taken(ask, realm):
    granted = realm.grant("member")
    for name in ("refresh_token", "id_token"):
        assert ask(granted[name]).status_code == 401


def test_logging_out_here_says_where_to_log_out(ask, token):
    answer = ask(token("member"), "/auth/logout", method="POST")
    assert (answer.status_code, "ends at the provider" in answer.json["message"]) == (409, True)


def test_logging_out_there_is_seen_when_the_token_expires(ask, realm):
    granted = realm.grant("member")
    realm.log_out(granted["refresh_token"])
    assert realm.refresh(granted["refresh_token"]).status_code == 400
    assert ask(granted["access_token"]).status_code == 200


@pytest.mark.parametrize("way", FORGERIES)
def test_a_forged_token_is_refused(ask, log_in, realm, token, published, way):
    forged = FORGERIES[way](Parts(token("member"), published, token("outsider")))
    answer = ask(forged)
    assert (answer.status_code, answer.json["code"]) == (401, "unauthenticated"), answer.json
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert log_in(token=forged).status_code in (401, 422)


@pytest.fixture(scope="module")
def published(realm):
    return realm.keys()


def test_the_token_that_was_forged_is_good(ask, token):
    assert ask(token("member")).status_code == 200


def test_a_new_key_is_taken_and_the_old_one_still(ask, realm, token, site):
    old = token("member")
    realm.rotate()
    new = realm.token("member")
    assert Parts(old, [], "").header["kid"] != Parts(new, [], "").header["kid"]
    site.app.extensions["ispyb_api"].callers._known.clear()
    assert [ask(each).status_code for each in (new, old, new)] == [200, 200, 200]


def test_log_in_from_swagger_ui(site, realm, browser):
    server = make_server("127.0.0.1", 0, site.app, threaded=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}{PREFIX}"
        realm.allow(f"{address}{REDIRECT_PAGE}")
        browser.get(f"{address}/docs")
        _authorize(browser)
        assert _execute(browser, "get_current_user") == 200
        shown = browser.find_element(By.CSS_SELECTOR, ".live-responses-table .highlight-code").text
        assert '"login": "outsider"' in shown
    finally:
        server.shutdown()
        server.server_close()


def _authorize(browser):
    """Press Authorize, log in on the provider's page, come back."""
    own = browser.current_window_handle
    _click(browser, ".btn.authorize")
    form = "//div[contains(@class, 'auth-container')][.//h4[contains(., 'provider')]]"
    button = browser.find_element(By.XPATH, f"{form}//button[contains(@class, 'authorize')]")
    browser.execute_script("arguments[0].click();", button)
    WebDriverWait(browser, 20).until(lambda b: len(b.window_handles) == 2)
    browser.switch_to.window(next(each for each in browser.window_handles if each != own))
    browser.find_element(By.ID, "username").send_keys("outsider")
    browser.find_element(By.ID, "password").send_keys(oidc.password("outsider"))
    browser.find_element(By.ID, "kc-login").click()
    WebDriverWait(browser, 20).until(lambda b: len(b.window_handles) == 1)
    browser.switch_to.window(own)
    WebDriverWait(browser, 20).until(lambda b: "Logout" in b.find_element(By.CSS_SELECTOR, ".modal-ux").text)
    _click(browser, ".modal-ux .btn-done")


def _execute(browser, operation):
    for part in (".opblock-summary-control", ".try-out__btn", ".execute"):
        _click(browser, f"[id$='{operation}'] {part}")
    column = f"[id$='{operation}'] .live-responses-table tbody .response-col_status"
    return int(browser.find_element(By.CSS_SELECTOR, column).text.split()[0])


def _click(browser, css):
    browser.execute_script("arguments[0].click();", browser.find_element(By.CSS_SELECTOR, css))


def test_without_the_provider_known_keys_still_work(ask, realm, token, site, log_in):
    member, outsider = realm.token("member"), realm.token("outsider")
    assert ask(member).status_code == 200  # this worker knows the key
    realm.kill()
    with pytest.raises(requests.ConnectionError):
        realm.keys()
    assert ask(outsider).status_code == 200
    assert log_in(token=outsider).status_code == 201


def test_without_the_provider_unknown_keys_are_503(ask, realm, token, log_in):
    unknown = Parts(token("member"), [], "").own(kid="not seen before")
    for answer in (ask(unknown), log_in(token=unknown)):
        assert (answer.status_code, answer.json["code"]) == (503, "unavailable")
        assert "keycloak" in answer.json["message"]
        assert answer.headers["Retry-After"]


def test_without_the_provider_a_new_worker_knows_no_key(realm, token, tmp_path):
    with site_with("sqlite", tmp_path, table(realm)) as fresh:
        headers = {"Authorization": f"Bearer {token('member')}"}
        assert fresh.app.test_client().get(f"{PREFIX}/user/current", headers=headers).status_code == 503
        assert fresh.get("/auth/config", login=None).status_code == 200
