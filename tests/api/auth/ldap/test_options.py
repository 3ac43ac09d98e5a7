"""Options that are wrong or do not go together refuse the start, naming backend and key."""

import pytest

from ispyb_api import settings as configuration
from ispyb_api.auth.backends.base import BackendError
from tests.api.auth.ldap.conftest import DIRECT, SEARCH, backend

SECURE = {"servers": ["ldaps://ldap.example.org"]}
GOOD = {**SECURE, **DIRECT}
NO_SERVERS = [
    *("", "ldap.example.org", "http://a", "ldaps://", "ldaps://a:x", "ldaps://a:0", "ldaps://[::1"),
    *("ldaps://a/dc=x", "ldaps://u:p@a", "ldapi://%2Frun", "ldaps://a?x"),
]
NO_FILTERS = ["", "uid={login}", "(uid=login)", "(uid={login}", "(uid={login}))", "(uid=*{login})", "({login}=x)"]


@pytest.mark.parametrize(
    ("key", "options"),
    [
        ("servers", DIRECT),
        ("servers", {**DIRECT, "servers": []}),
        ("servers", {**DIRECT, "servers": "ldap://ldap.example.org"}),
        ("servers", {**DIRECT, "servers": ["ldaps://a", "ldap://b"]}),
        *(("servers", {**DIRECT, "servers": uri}) for uri in NO_SERVERS),
        ("servers", {**DIRECT, "servers": 1}),
        ("start_tls", {**GOOD, "start_tls": True}),
        ("cleartext", {**GOOD, "cleartext": True}),
        ("cleartext", {**DIRECT, "servers": "ldap://a", "start_tls": True, "cleartext": True}),
        ("ca_file", {**GOOD, "ca_file": "/nowhere/ca.pem"}),
        ("ca_file", {**GOOD, "ca_file": __file__}),
        ("verify", {**GOOD, "verify": False}),  # there is no such thing
        ("connect_timeout", {**GOOD, "connect_timeout": 0}),
        ("read_timeout", {**GOOD, "read_timeout": "5"}),
        ("directory", {**GOOD, "directory": "novell"}),
        ("user_dn", SECURE),
        ("user_dn", {**GOOD, **SEARCH}),
        ("user_dn", {**SECURE, "user_dn": "uid=login,dc=x"}),
        ("user_dn", {**SECURE, "user_dn": "{login}@example.org"}),
        ("user_dn", {**SECURE, "user_dn": "ou=x,uid={login}"}),
        ("user_dn", {**SECURE, "user_dn": "uid={login}+cn={login},dc=x"}),
        ("user_dn", {**SECURE, "user_dn": "cn=Smith\\, {login},dc=x"}),
        ("base", {**SECURE, "base": "example.org"}),
        ("base", {**SECURE, "base": ""}),
        ("user_filter", {**GOOD, "user_filter": "(uid={login})"}),
        *(("user_filter", {**SECURE, **SEARCH, "user_filter": text}) for text in NO_FILTERS),
        ("login_attribute", {**GOOD, "login_attribute": "uid)(x"}),
        ("bind_dn", {**SECURE, "base": "dc=x", "bind_password": "x"}),
        ("bind_password", {**SECURE, "base": "dc=x", "bind_dn": "cn=x"}),
        ("bind_password", {**SECURE, **SEARCH, "bind_password_file": "/x"}),
        ("bind_password", {**SECURE, **SEARCH, "bind_password": ""}),
        ("bind_password_file", {**SECURE, "base": "dc=x", "bind_dn": "cn=x", "bind_password_file": "/nowhere/x"}),
        ("bind_password_file", {**SECURE, "base": "dc=x", "bind_dn": "cn=x", "bind_password_file": "/dev/null"}),
        ("attributes", {**GOOD, "attributes": {"login": "uid"}}),
        ("groups", {**GOOD, "groups": "some"}),
        ("group_base", {**GOOD, "groups": "groupOfNames"}),
        ("group_base", {**GOOD, "groups": "groupOfNames", "group_base": "Groups"}),
        ("group_base", {**GOOD, "group_base": "dc=x"}),
        ("group_map", {**GOOD, "group_map": {"a": "b"}}),
        ("group_map", {**GOOD, "groups": "memberOf", "group_map": {"a": "b" * 32}}),
        ("group_map", {**GOOD, "groups": "memberOf", "group_map": {"a": [""]}}),
        ("group_map", {**GOOD, "groups": "memberOf", "group_map": {"cn=a,,": "b"}}),
        ("group_pass_through", {**GOOD, "group_pass_through": True}),
        ("nested", {**GOOD, "nested": True}),
        ("nested", {**GOOD, "groups": "posixGroup", "group_base": "dc=x", "nested": True}),
        ("group_filter", {**GOOD, "groups": "memberOf", "group_filter": "(member={dn})"}),
        ("group_filter", {**GOOD, "groups": "groupOfNames", "group_base": "dc=x", "group_filter": "(cn=x)"}),
        ("group_filter", {**GOOD, "groups": "groupOfNames", "group_base": "dc=x", "group_filter": "(member={dn}"}),
    ],
)
def test_wrong_options_are_refused_by_name(key, options):
    with pytest.raises(BackendError) as refused:
        backend(**options)
    assert "auth.backend site-ldap: " in str(refused.value)
    assert f"'{key}'" in str(refused.value)


@pytest.mark.parametrize(
    "options",
    [
        GOOD,
        {**GOOD, "servers": "ldaps://[::1]:636"},
        {**DIRECT, "servers": ["ldap://a", "ldap://b:1389"], "start_tls": True},
        {**SECURE, **SEARCH, "user_filter": "(&(|(uid={login})(mail={login}@example.org))(!(x=y)))"},
        {
            **SECURE,
            **SEARCH,
            "directory": "activeDirectory",
            "groups": "activeDirectory",
            "group_base": "dc=x",
            "nested": True,
        },
        {**GOOD, "groups": "memberOf", "group_map": {"cn=a\\,b,dc=x": ["A", "B"], "c": "C"}},
    ],
)
def test_right_options_are_taken(options):
    assert backend(**options).kind == "ldap"


def test_clear_text_is_warned_of(caplog):
    backend(**DIRECT, servers="ldap://ldap.example.org", cleartext=True)
    assert [(record.levelname, record.servers) for record in caplog.records] == [
        ("WARNING", ["ldap://ldap.example.org"])
    ]


def test_active_directory_has_its_own_defaults():
    known = backend(**SECURE, **SEARCH, directory="activeDirectory")
    assert (known._login, known._filter) == (
        "sAMAccountName", "(&(objectCategory=person)(objectClass=user)(sAMAccountName={login}))",
    )  # fmt: skip
    assert known._typed_as == [("sAMAccountName", "{login}")]


def test_settings_of_a_file_reach_the_backend(tmp_path):
    site = tmp_path / "site.toml"
    site.write_text(
        """
[[auth.backend]]
name = "site-ldap"
kind = "ldap"
servers = ["ldaps://ldap1.example.org", "ldaps://ldap2.example.org"]
user_dn = "uid={login},ou=People,dc=example,dc=org"
groups = "memberOf"

[auth.backend.attributes]
siteId = "employeeNumber"

[auth.backend.group_map]
"ispyb-admins" = "Administrators"
"cn=mx,ou=Groups,dc=example,dc=org" = ["MX beamline staff", "Pipelines"]
"""
    )
    environ = {"ISPYB_DATABASE_URL": "sqlite:///x.db", "ISPYB_TOKEN_SECRET": "x" * 32}
    (table,) = configuration.load(site, environ).auth.backend
    assert backend(**{key: value for key, value in table.items() if key not in ("name", "kind")}).kind == "ldap"
