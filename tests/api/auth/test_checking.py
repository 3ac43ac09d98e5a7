"""``ispyb-api check`` of login backends: what an operator is told, and how soon."""

import time

import pytest
from click.testing import CliRunner

from ispyb_api import cli
from ispyb_api.auth.backends.base import PasswordBackend
from tests.api.auth.ldap import fakes

SECRETS = ("s" * 32, "hush-hush")
LDAP = """
[[auth.backend]]
name = "directory"
kind = "ldap"
servers = ["ldap://127.0.0.1:{}"]
base = "dc=example,dc=org"
bind_dn = "cn=reader,dc=example,dc=org"
bind_password = "hush-hush"
connect_timeout = 1
read_timeout = 1
cleartext = true
"""
KEYCLOAK = """
[[auth.backend]]
name = "realm"
kind = "keycloak"
issuer = "http://127.0.0.1:{}/realms/x"
audience = "ispyb"
timeout = 1
"""


@pytest.fixture
def check(site, tmp_path):
    """``check(settings)``: the command's output and exit code, with these login backends."""

    def run(settings):
        (tmp_path / "site.toml").write_text(settings)
        environ = {
            "ISPYB_SETTINGS": str(tmp_path / "site.toml"),
            "ISPYB_DATABASE_URL": site.url,
            "ISPYB_TOKEN_SECRET": SECRETS[0],
        }
        result = CliRunner().invoke(cli.main, ["check"], env=environ)
        assert not any(secret in result.output for secret in SECRETS)
        return result.output, result.exit_code

    return run


def test_without_backends_to_ask_all_is_well(check):
    output, code = check("")
    assert (code, "login" in output) == (0, False)


def test_each_that_is_away_is_named_with_the_reason(check):
    output, code = check(LDAP.format(9) + KEYCLOAK.format(9))
    told = [line for line in output.splitlines() if line.startswith("login ")]
    assert [
        ("WRONG" in line, name in line)
        for line, name in zip(told, ("directory: ldap://", "realm: keys of http://"), strict=True)
    ] == [(True, True)] * 2
    assert all("refused" in line for line in told)
    assert (code, "Traceback" in output) == (1, False)


def test_what_hangs_is_given_up(check):
    with fakes.serving(fakes.hanging) as port:
        begun = time.monotonic()
        output, code = check(LDAP.format(port) + KEYCLOAK.format(port))
    assert (code, output.count("WRONG")) == (1, 2)
    assert time.monotonic() - begun < 30


def test_a_site_s_own_backend_that_fails_does_not_hide_the_others(capsys):
    class Broken(PasswordBackend):
        def check(self, login, password):
            return None

        def probe(self):
            yield "its first server", ""
            raise RuntimeError("no such server")

    assert cli._report_logins({"own": Broken(), "other": Broken()}) is False
    assert [line.split("login", 1)[1].split() for line in capsys.readouterr().out.splitlines()] == [
        part.split()
        for name in ("own", "other")
        for part in (f"ok: {name}: its first server", f"WRONG: {name}: RuntimeError: no such server")
    ]
