"""Settings of the backend that are refused, by name, before the server starts."""

import re
import tomllib
from pathlib import Path

import pytest

from ispyb_api.auth.backends import base, keycloak

PAGE = Path(__file__).parents[4] / "docs" / "authentication-keycloak.rst"
GOOD = {"issuer": "https://sso.example.org/realms/site", "audience": "ispyb-api"}


def made(kind="keycloak", **options):
    return base.load([{"name": "sso", "kind": kind, **GOOD, **options}])["sso"]


def test_the_smallest_settings():
    assert made().public["KEYCLOAK_SERVER_URL"] == "https://sso.example.org"
    assert made("oidc").public == {"issuer": GOOD["issuer"], "client_id": ""}


def test_a_slash_at_the_end_is_not_keycloaks():
    assert made(issuer=GOOD["issuer"] + "/").public["issuer"] == GOOD["issuer"]
    assert made("oidc", issuer="https://tenant.example.org/").public["issuer"] == "https://tenant.example.org/"


def test_an_older_keycloak_is_below_a_folder():
    public = made(issuer="https://sso.example.org/auth/realms/site").public
    assert (public["KEYCLOAK_SERVER_URL"], public["realm"]) == ("https://sso.example.org/auth", "site")


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"issuer": None}, "issuer"), ({"issuer": "sso.example.org"}, "issuer"), ({"issuer": "https://"}, "issuer"),
        ({"issuer": "https://sso.example.org"}, "realm's address"), ({"issuer": "https://s.example.org/realms/"}, "realm's"),
        ({"issuer": "https://sso.example.org/realms/a/b"}, "realm's"), ({"issuer": "https://a:b@s.example.org/realms/x"}, "issuer"),
        ({"issuer": "https://sso.example.org/realms/x?a=b"}, "issuer"), ({"issuer": "https://s.example.org:x/realms/x"}, "issuer"),
        ({"issuer": "http://sso.example.org/realms/x"}, "allow_http"), ({"issuer": "ftp://s.example.org/realms/x"}, "issuer"),
        ({"discovery_url": "http://sso.example.org/x"}, "discovery_url"), ({"discovery_url": "file:///etc/passwd"}, "discovery_url"),
        ({"audience": []}, "audience"), ({"audience": "account"}, "account"), ({"audience": ["x", "broker"]}, "broker"),
        ({"algorithms": ["HS256"]}, "algorithms"), ({"algorithms": []}, "algorithms"), ({"algorithms": ["none"]}, "algorithms"),
        ({"leeway": 9999}, "leeway"), ({"timeout": 0}, "timeout"), ({"key_cooldown": -1}, "key_cooldown"),
        ({"login_claim": ""}, "login_claim"), ({"claims": {"password": "x"}}, "password"), ({"ca_file": "/no/such/file"}, "ca_file"),
        ({"group_map": {"a": "x" * 32}}, "group_map"), ({"group_map": {"a": ""}}, "group_map"), ({"secret": "x"}, "secret"),
        ({"swagger_client_id": ""}, "swagger_client_id"),
    ],
)  # fmt: skip
def test_wrong_settings_are_refused_by_name(options, named):
    given = {name: value for name, value in {**GOOD, **options}.items() if value is not None}
    with pytest.raises(base.BackendError, match=r"auth\.backend sso") as refused:
        base.load([{"name": "sso", "kind": "keycloak", **given}])
    assert named in str(refused.value)


def test_http_is_for_loopback_unless_it_is_allowed():
    assert made(issuer="http://localhost:8080/realms/x").public["realm"] == "x"
    assert made(issuer="http://[::1]:8080/realms/x").public["realm"] == "x"
    assert made(issuer="http://sso.internal/realms/x", allow_http=True).public["realm"] == "x"


def test_swagger_ui_is_sent_to_the_realms_pages():
    assert made().sign_in is None
    sign_in = made(swagger_client_id="ispyb-swagger").sign_in
    assert sign_in["authorization_url"] == f"{GOOD['issuer']}/protocol/openid-connect/auth"
    assert sign_in["token_url"] == f"{GOOD['issuer']}/protocol/openid-connect/token"
    assert (sign_in["client_id"], sign_in["origin"]) == ("ispyb-swagger", "https://sso.example.org")


def test_the_documented_example_is_accepted():
    example = re.search(r"code-block:: toml\n\n((?:   .*\n|\n)+)", PAGE.read_text(encoding="utf-8"))[1]
    loaded = base.load(tomllib.loads(re.sub(r"^   ", "", example, flags=re.M))["auth"]["backend"])
    assert loaded["keycloak"].sign_in["client_id"] == "ispyb-swagger"


def test_every_option_is_documented():
    documented = set(
        re.findall(r"``(\w+)``", " ".join(re.findall(r"^   \* - (.+)", PAGE.read_text(encoding="utf-8"), re.M)))
    )
    assert documented == set(keycloak.OptionsSchema._declared_fields)
