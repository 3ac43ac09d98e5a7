"""No secret in any log or in the record: everything that can be done with tokens is done, then both are searched."""

import io
import json
import logging

import pytest
from click.testing import CliRunner

from ispyb_api import cli
from ispyb_api.app import PREFIX
from ispyb_api.auth import opaque
from ispyb_api.http import logs
from tests.support.logins import another_server, log_in, send

PASSWORDS = ("wr0ng-passw0rd-1", "demo-pi", "typed-into-the-login-field-9")


@pytest.fixture
def written():
    """Everything that is logged, down to debug, as lines for machines and for people."""
    root, streams = logging.getLogger(), {name: io.StringIO() for name in ("json", "plain")}
    handlers, level = root.handlers[:], root.level
    logs.configure("json", "debug", prefixes=opaque.PREFIXES, stream=streams["json"])
    (first,) = root.handlers
    logs.configure("plain", "debug", prefixes=opaque.PREFIXES, stream=streams["plain"])
    root.addHandler(first)
    yield streams
    logging.captureWarnings(False)
    root.handlers[:], root.level = handlers, level


class Session:
    """Does what people, services and thieves do, and remembers every secret that it met."""

    def __init__(self, site):
        self.app, self.site, self.secrets = site.app, site, {*PASSWORDS, site.settings.token.secret}

    def met(self, answer):
        body = answer.json or {}
        self.secrets |= {
            body[name] for name in ("token", "refreshToken", "access_token", "refresh_token") if name in body
        }
        return body

    def log_in(self, login="pi", **options):
        return self.met(log_in(self.app, login, **options))

    def people(self):
        for login, password in (("pi", PASSWORDS[0]), (PASSWORDS[2], PASSWORDS[0])):
            log_in(self.app, login, password)
        pair = self.log_in()
        self.met(
            send(
                self.app,
                "POST",
                "/auth/token",
                data={"grant_type": "password", "username": "pi", "password": PASSWORDS[1]},
            )
        )
        for _ in range(2):
            self.met(send(self.app, "POST", "/auth/refresh", json={"refreshToken": pair["refreshToken"]}))
        pair = self.log_in()
        send(self.app, "POST", "/auth/logout", pair["token"])
        send(self.app, "POST", "/auth/logout/everywhere", self.log_in()["token"])
        send(self.app, "GET", "/user/current", pair["token"])

    def one_time(self):
        pair = self.log_in()
        for path in ("/sessions?limit=1", "/no/such/route?a=1", "/sessions/1"):
            token = self.met(send(self.app, "POST", "/user/sign", pair["token"], json={"validity": path}))["token"]
            for _ in range(2):
                send(self.app, "GET", f"{path}{'&' if '?' in path else '?'}onetime={token}")
            send(self.app, "GET", f"/proposals?onetime={token}")
            send(self.app, "GET", f"/proposals?onetime={token}&onetime={token}&nonsense={token}")
            self.app.test_client().get(f"/{token}?onetime={token}", headers={"Referer": f"http://x/?onetime={token}"})

    def services(self):
        admin = self.log_in("admin")
        wanted = {"name": "scrubbed", "owner": "service", "permissions": ["all_proposals"]}
        made = self.met(send(self.app, "POST", "/auth/service-tokens", admin["token"], json=wanted))
        send(self.app, "GET", "/sessions", made["token"])
        send(self.app, "GET", f"/sessions?search={made['token']}", made["token"])
        send(self.app, "DELETE", f"/auth/service-tokens/{made['serviceTokenId']}", admin["token"])
        send(self.app, "GET", "/sessions", made["token"])
        # Somebody pastes a token where a name is asked for.
        send(self.app, "POST", "/auth/service-tokens", admin["token"], json={**wanted, "owner": made["token"]})

    def mistakes(self):
        """Put tokens where they do not belong."""
        pair = self.log_in()
        for token in (pair["token"], pair["refreshToken"]):
            for path in (
                f"/{token}",
                f"/proposals/{token}",
                f"/sessions?token={token}",
                f"/user/current?onetime={token}",
            ):
                send(self.app, "GET", path, token)
            for headers in ({"Authorization": token}, {"X-Request-Id": token}, {"Cookie": f"session={token}"}):
                self.app.test_client().get(f"{PREFIX}/user/current", headers=headers)
            send(self.app, "POST", "/auth/login", json={"login": token, "password": token})
            send(
                self.app, "POST", "/auth/login", data=json.dumps({"login": token})[:-1], content_type="application/json"
            )
            send(self.app, "POST", "/auth/refresh", json={"refreshToken": token, "password": token})

    def failures(self, monkeypatch):
        """Let the server break, with a traceback of everything."""
        token = self.log_in()["token"]
        for part in ("callers", "tokens"):
            method = {"callers": "find", "tokens": "read"}[part]
            with monkeypatch.context() as patch:
                patch.setattr(self.app.extensions["ispyb_api"], part, _Broken(method, f"cannot use {token}"))
                assert send(self.app, "GET", "/user/current", token).status_code == 500

    def limited(self):
        app = another_server(self.site, **{"auth.failures_per_login": "1 per minute"})
        for _ in range(3):
            log_in(app, "pi", PASSWORDS[0])
        app.extensions["ispyb_api"].database.engine.pool.close()

    def commands(self):
        environ = {"ISPYB_DATABASE_URL": self.site.url, "ISPYB_TOKEN_SECRET": self.site.settings.token.secret}
        run = lambda *arguments: CliRunner().invoke(cli.main, ["token", *arguments], env=environ)  # noqa: E731
        self.secrets.add(run("create", "--name", "scrubbed", "--owner", "pi").stdout.strip())
        return run("list").output + run("rotate-key").output


class _Broken:
    def __init__(self, method, message):
        def fail(*arguments, **options):
            raise RuntimeError(message)

        setattr(self, method, fail)


def test_no_secret_is_in_the_logs_or_in_the_record(written_site, written, monkeypatch):
    session = Session(written_site)
    session.people()
    session.one_time()
    session.services()
    session.mistakes()
    session.failures(monkeypatch)
    session.limited()
    listed = session.commands()
    assert len(session.secrets) > 25
    record = repr(written_site.ask("SELECT * FROM api_activity"))
    tables = "".join(repr(written_site.ask(f"SELECT * FROM {table}")) for table in (
        "api_token_family", "api_refresh_token", "api_onetime_token", "api_service_token", "api_signing_key",
    ))  # fmt: skip
    places = {name: stream.getvalue() for name, stream in written.items()}
    assert all(place.count("\n") > 50 for place in places.values())
    places |= {"record": record, "tables": tables, "commands": listed}
    # A signature alone would do to make the token again, for the rest of it can be guessed.
    found = {
        (name, secret[:12])
        for name, text in places.items()
        for secret in session.secrets
        if secret in text or (secret.count(".") == 2 and secret.rpartition(".")[2] in text)
    }
    assert found == set()


def test_secrets_are_not_in_the_settings_that_are_shown(written_site):
    environ = {
        "ISPYB_DATABASE_URL": "mysql://ispyb:db-passw0rd@db/ispyb",
        "ISPYB_TOKEN_SECRET": "s3cret" * 6,
        "ISPYB_TOKEN_PREVIOUS_SECRETS": "0lder" * 7 + "," + "0ldest" * 6,
        "ISPYB_AUTH_FAILURES_STORAGE": "redis://user:redis-passw0rd@cache:6379/0",
    }
    shown = CliRunner().invoke(cli.main, ["check", "--settings"], env=environ).output
    assert "token.previous_secrets" in shown
    assert not any(secret in shown for secret in ("db-passw0rd", "s3cret", "0lder", "0ldest", "redis-passw0rd"))
