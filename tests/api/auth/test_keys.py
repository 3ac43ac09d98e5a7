"""Keys that sign access tokens: named in each token, derived from the secret, changed without anybody noticing."""

import time

import jwt
import pytest
from click.testing import CliRunner

from ispyb_api import cli
from ispyb_api.auth import keys
from tests.support import forging
from tests.support.logins import another_server, forget, log_in, recorded, send, status


def header(token):
    return jwt.get_unverified_header(token)


def rotate(site, **options):
    with site.database.transaction(write=True) as tx:
        return keys.rotate(tx, access_minutes=15, **options)[0]


def test_a_token_names_its_key_and_says_what_it_is(site):
    assert header(log_in(site.app).json["token"]) == {"alg": "HS256", "typ": "at+jwt", "kid": "first"}


def test_a_key_is_neither_the_secret_nor_another_key(site):
    found = {forging.key_of(site, kid) for kid in ("first", "second", "")} | {site.settings.token.secret.encode()}
    assert len(found) == 4


def test_what_the_secret_itself_signs_is_refused(site):
    assert status(site.app, forging.forged(site, key=site.settings.token.secret)) == 401


def test_a_key_that_the_database_does_not_know_is_refused(site):
    assert status(site.app, forging.forged(site, header={"kid": "f" * 16})) == 401


def test_old_tokens_are_taken_until_they_would_have_expired(written_site):
    old = log_in(written_site.app).json["token"]
    kid = rotate(written_site)
    new = log_in(written_site.app).json["token"]
    assert (header(new)["kid"], status(written_site.app, old), status(written_site.app, new)) == (kid, 200, 200)
    retired = written_site.ask("SELECT retiresAt FROM api_signing_key WHERE kid = %s", header(old)["kid"])
    assert retired[0]["retiresAt"] is not None
    written_site.ask("UPDATE api_signing_key SET retiresAt = '2020-01-01 00:00:00' WHERE kid = %s", header(old)["kid"])
    forget(written_site.app)
    assert (status(written_site.app, old), status(written_site.app, new)) == (401, 200)


def test_at_once_means_at_once_and_who_refreshes_goes_on(written_site):
    pair = log_in(written_site.app).json
    kid = rotate(written_site, at_once=True)
    forget(written_site.app)
    assert status(written_site.app, pair["token"]) == 401
    fresh = send(written_site.app, "POST", "/auth/refresh", json={"refreshToken": pair["refreshToken"]}).json
    assert (header(fresh["token"])["kid"], status(written_site.app, fresh["token"])) == (kid, 200)


def test_a_key_on_its_way_out_can_be_ended_at_once(written_site):
    old = log_in(written_site.app).json["token"]
    rotate(written_site)
    rotate(written_site, at_once=True)
    forget(written_site.app)
    assert status(written_site.app, old) == 401


def test_other_servers_follow_within_seconds(written_site):
    other = another_server(written_site)
    old = log_in(written_site.app).json
    assert status(other, old["token"]) == 200
    rotate(written_site, at_once=True)
    new = send(written_site.app, "POST", "/auth/refresh", json={"refreshToken": old["refreshToken"]}).json["token"]
    assert status(other, new) == 200  # at once, though this server remembers the caller
    forget(written_site.app)
    deadline = time.monotonic() + 5
    while status(other, old["token"]) == 200 and time.monotonic() < deadline:
        time.sleep(0.2)
    assert status(other, old["token"]) == 401
    other.extensions["ispyb_api"].database.engine.pool.close()


def test_a_key_costs_no_statement(written_site):
    token = log_in(written_site.app).json["token"]
    rotate(written_site)
    with written_site.statements() as counted:
        assert [status(written_site.app, token) for _ in range(20)] == [200] * 20
    assert counted.number == 0


@pytest.mark.parametrize(("previous", "expected"), [(True, 200), (False, 401)])
def test_the_secret_can_be_changed(written_site, previous, expected):
    token = log_in(written_site.app).json["token"]
    earlier = [written_site.settings.token.secret] if previous else []
    other = another_server(written_site, **{"token.secret": "another" * 8, "token.previous_secrets": earlier})
    assert (status(other, token), status(other, log_in(other).json["token"])) == (expected, 200)
    other.extensions["ispyb_api"].database.engine.pool.close()


def test_new_tokens_are_not_signed_by_a_previous_secret(written_site):
    other = another_server(written_site, **{"token.previous_secrets": ["earlier" * 8]})
    assert status(written_site.app, log_in(other).json["token"]) == 200
    other.extensions["ispyb_api"].database.engine.pool.close()


def test_the_operator_changes_the_key(written_site):
    environ = {"ISPYB_DATABASE_URL": written_site.url, "ISPYB_TOKEN_SECRET": written_site.settings.token.secret}
    done = CliRunner().invoke(cli.main, ["token", "rotate-key"], env=environ)
    assert done.exit_code == 0, done.output
    kid = header(log_in(written_site.app).json["token"])["kid"]
    assert f"Key {kid} signs from now on" in done.output
    line = recorded(written_site, "signing key rotated")[-1]
    assert (line["target"], line["login"].endswith("(command)")) == (f"key {kid}", True)


def test_keys_that_retired_long_ago_are_dropped(written_site):
    rotate(written_site)
    written_site.ask("UPDATE api_signing_key SET retiresAt = '2020-01-01 00:00:00' WHERE retiresAt IS NOT NULL")
    rotate(written_site)
    assert len(written_site.ask("SELECT kid FROM api_signing_key")) == 2
