"""Limits on failed logins: per login and per address, in windows that grow, and nothing that tells logins apart."""

import contextlib
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time

import pytest

from ispyb_api.auth.attempts import Attempts
from ispyb_api.auth.backends.static import StaticBackend, hashed
from ispyb_api.errors import TooManyRequests
from ispyb_api.settings import Section, SettingsError
from tests.support.logins import another_server, log_in, send, status

PER_LOGIN, PER_ADDRESS = "3 per minute; 5 per hour", "6 per minute"


@pytest.fixture
def limited(site):
    """``limited(per_login, per_address)``: a server with these limits; its counts are its own."""
    opened = []

    def made(per_login=PER_LOGIN, per_address="", **overrides):
        limits = {"auth.failures_per_login": per_login, "auth.failures_per_address": per_address}
        opened.append(another_server(site, **limits, **overrides))
        return opened[-1]

    yield made
    for app in opened:
        app.extensions["ispyb_api"].database.engine.pool.close()


def attempts(per_login=PER_LOGIN, per_address="", storage="memory://"):
    return Attempts(
        Section({"failures_per_login": per_login, "failures_per_address": per_address, "failures_storage": storage})
    )


def fail(app, login="member", address="10.0.0.1"):
    return log_in(app, login, "wrong", environ_base={"REMOTE_ADDR": address})


def waits(counted, login="a", address="10.0.0.1"):
    """Return for how long one has to wait, 0 if not at all."""
    try:
        counted.check(login, address)
    except TooManyRequests as exc:
        return int(exc.headers["Retry-After"])
    return 0


# --- Over HTTP


def test_failures_with_one_login_are_limited_wherever_they_come_from(limited):
    app = limited()
    answers = [fail(app, login, f"10.0.0.{i}") for i, login in enumerate(["member", "MEMBER", " member ", "member"])]
    assert [answer.status_code for answer in answers] == [401, 401, 401, 429]
    assert answers[3].json["code"] == "too_many_requests"
    assert 1 <= int(answers[3].headers["Retry-After"]) <= 60
    right = log_in(app, "member", environ_base={"REMOTE_ADDR": "10.0.0.9"})
    assert right.status_code == 429  # that a guess was right is not told either
    assert log_in(app, "pi").status_code == 201


def test_failures_from_one_address_are_limited_whatever_the_login(limited):
    app = limited("", PER_ADDRESS)
    assert [fail(app, f"guess{i}").status_code for i in range(7)] == [401] * 6 + [429]
    assert fail(app, "pi", "10.0.0.2").status_code == 401
    assert log_in(app, "pi", environ_base={"REMOTE_ADDR": "10.0.0.2"}).status_code == 201


def test_the_oauth2_way_counts_the_same(limited):
    app = limited()
    form = {"grant_type": "password", "username": "member", "password": "wrong"}
    statuses = [send(app, "POST", "/auth/token", data=form).status_code for _ in range(3)]
    assert (statuses, fail(app).status_code) == ([401] * 3, 429)
    assert send(app, "POST", "/auth/token", data=form).headers["Retry-After"]


def test_logins_that_succeed_are_not_limited(limited):
    app = limited("2 per minute", "2 per minute")
    assert {log_in(app).status_code for _ in range(5)} == {201}


def test_who_is_logged_in_is_not_concerned(limited):
    app = limited()
    pair = log_in(app).json
    assert [fail(app).status_code for _ in range(4)][-1] == 429
    assert status(app, pair["token"]) == 200
    assert send(app, "POST", "/auth/refresh", json={"refreshToken": pair["refreshToken"]}).status_code == 200


def test_no_backend_is_asked_and_nothing_is_written_once_the_limit_is_reached(limited, site, monkeypatch):
    app = limited()
    assert [fail(app).status_code for _ in range(4)][-1] == 429
    monkeypatch.setattr(StaticBackend, "check", lambda *arguments: pytest.fail("asked"))
    lines = site.ask("SELECT COUNT(*) AS n FROM api_activity")
    assert fail(app).status_code == 429
    assert site.ask("SELECT COUNT(*) AS n FROM api_activity") == lines


def test_what_is_not_about_logging_in_is_not_counted(limited):
    app = limited("", "1 per hour")
    for _ in range(3):
        assert send(app, "GET", "/proposals", "nonsense").status_code == 401
        assert send(app, "POST", "/auth/refresh", json={"refreshToken": "x"}).status_code == 401
        assert send(app, "POST", "/auth/login", json={"plugin": "none", "login": "a"}).status_code == 422
    assert log_in(app, environ_base={"REMOTE_ADDR": "127.0.0.1"}).status_code == 201


# --- Counting


def test_windows_grow(monkeypatch):
    counted, now = attempts("2 per minute; 4 per hour"), [1_000_000.0]
    monkeypatch.setattr("time.time", lambda: now[0])
    found = []
    for _ in range(2):
        for _ in range(2):
            assert waits(counted) == 0
            counted.failed("a", "10.0.0.1")
        found.append(waits(counted))
        now[0] += 61
    assert found[0] == 60
    assert 3000 < waits(counted) <= 3600  # the minute is over, the hour is not
    now[0] += 3600
    assert waits(counted) == 0


def test_the_longest_wait_is_told():
    counted = attempts("1 per minute", "1 per hour")
    counted.failed("a", "10.0.0.1")
    assert waits(counted) > 3500
    assert waits(counted, address="10.0.0.2") <= 60


@pytest.mark.parametrize(
    ("other", "same"),
    [("2001:db8::2", True), ("2001:db8::ffff:1:2", True), ("2001:db8:0:1::1", False), ("10.0.0.1", False)],
)
def test_of_ipv6_the_network_is_counted(other, same):
    counted = attempts("", "1 per minute")
    counted.failed("a", "2001:db8::1")
    assert (waits(counted, "b", other) > 0) == same


def test_addresses_of_ipv4_are_told_apart_by_a_server_that_takes_both():
    counted = attempts("", "1 per minute")
    counted.failed("a", "::ffff:10.0.0.1")
    assert waits(counted, "b", "::ffff:10.0.0.1") > 0
    assert waits(counted, "b", "10.0.0.1") > 0
    assert waits(counted, "b", "::ffff:10.0.0.2") == 0


@pytest.mark.parametrize(
    ("login", "address"), [(None, None), ("", ""), ("é" * 255, "unix:"), ("\x00", "not an address")]
)
def test_odd_logins_and_addresses_are_counted_or_not_but_do_no_harm(login, address):
    counted = attempts("2 per minute", "2 per minute")
    for _ in range(3):
        counted.failed(login, address)
    assert (waits(counted, login, address) > 0) == bool(login or address)


def test_without_limits_nothing_is_counted():
    counted = attempts("", "")
    for _ in range(100):
        counted.failed("a", "10.0.0.1")
    assert waits(counted) == 0


def test_logins_are_not_kept_as_they_were_typed():
    counted = attempts("2 per minute")
    counted.failed("hunter2-typed-in-the-wrong-field", "10.0.0.1")
    assert "hunter2" not in repr(counted._own.storage.storage)


class _Away:
    """A limiter whose storage is away, and counts how often it is asked."""

    asked = 0

    def __getattr__(self, name):
        def ask(*arguments):
            self.asked += 1
            raise ConnectionError("connect to redis://user:hunter2@nowhere refused")

        return ask


def test_a_storage_that_is_away_neither_locks_out_nor_opens(caplog):
    counted = attempts("2 per minute")
    counted._shared = away = _Away()
    assert waits(counted) == 0
    for _ in range(2):
        counted.failed("a", "10.0.0.1")
    assert waits(counted) > 0  # this worker's own counts hold
    assert away.asked == 1  # and it is not asked again for a while
    assert ("storage of failed logins is away" in caplog.text, "hunter2" in caplog.text) == (True, False)
    counted._away_until = 0
    waits(counted)
    assert away.asked == 2


def test_a_storage_counts_for_all_workers():
    one, two = attempts("2 per minute"), attempts("2 per minute")
    two._shared = one._shared = one._own
    for counted in (one, two):
        counted.failed("a", "10.0.0.1")
    assert (waits(one) > 0, waits(two) > 0) == (True, True)


def test_a_storage_that_is_not_installed_is_said_at_the_start(monkeypatch):
    monkeypatch.setitem(sys.modules, "redis", None)
    with pytest.raises(SettingsError, match=r"auth.failures_storage .* ispyb-api\[redis\]"):
        attempts(storage="redis://127.0.0.1:6379/0")


@pytest.fixture
def redis(tmp_path):
    """A Redis server of the test's own: its URL, and how to stop it."""
    if not shutil.which("redis-server"):
        missing = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        missing("no redis-server: run the tests with scripts/test, or install Debian's redis-server")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--bind", "127.0.0.1", "--save", "", "--requirepass", "hush", "--dir", str(tmp_path)]
    server = subprocess.Popen(["redis-server", "--port", str(port), *options], stdout=subprocess.DEVNULL)
    for _ in range(200):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            break
        time.sleep(0.02)

    def stop():
        server.terminate()
        server.wait()

    yield f"redis://:hush@127.0.0.1:{port}/0", stop
    stop()


def test_redis_counts_for_all_workers_and_may_go_away(redis):
    url, stop = redis
    one, two = attempts("2 per minute", storage=url), attempts("2 per minute", storage=url)
    for counted in (one, two):
        counted.failed("a", "10.0.0.1")
    assert [waits(one), waits(two)] == [60, 60]
    stop()
    assert [waits(one), waits(two)] == [0, 0]  # their own counts begin
    for _ in range(2):
        one.failed("a", "10.0.0.1")
    assert waits(one) > 0


def test_checking_takes_less_than_half_a_millisecond():
    counted = attempts("5 per minute; 20 per hour", "30 per minute; 300 per hour")

    def milliseconds():
        began = time.thread_time()  # of this thread alone: the machine may be busy
        for _ in range(50):
            counted.check("somebody", "10.0.0.1")
        return (time.thread_time() - began) * 1000 / 50

    assert min(milliseconds() for _ in range(10)) < 0.5


# --- Nothing tells an unknown login from a wrong password


def test_answers_to_an_unknown_login_and_a_wrong_password_are_the_same(site):
    unknown, wrong = fail(site.app, "nobody-here"), fail(site.app, "member")
    assert (unknown.status_code, unknown.json) == (wrong.status_code, wrong.json)
    names = [{name for name, _ in answer.headers} for answer in (unknown, wrong)]
    assert names[0] == names[1]


@pytest.mark.parametrize("quick", [True, False])
def test_they_take_the_same_time(quick):
    backend = StaticBackend([{"login": "somebody", "password_hash": hashed("sesame", quick=quick)}])

    def seconds(login):
        began = time.process_time()
        assert backend.check(login, "wrong") is None
        return time.process_time() - began

    pairs = [(seconds("somebody"), seconds("nobody")) for _ in range(15)]
    wrong, unknown = (statistics.median(each) for each in zip(*pairs, strict=True))
    assert abs(wrong - unknown) < 0.3 * max(wrong, unknown), (wrong, unknown)


def test_they_take_the_same_time_over_http(site):
    def seconds(login):
        began = time.perf_counter()
        fail(site.app, login)
        return time.perf_counter() - began

    pairs = [(seconds("member"), seconds(f"nobody{i}")) for i in range(21)]
    wrong, unknown = (statistics.median(each) for each in zip(*pairs, strict=True))
    assert abs(wrong - unknown) < 0.5 * max(wrong, unknown) + 0.002, (wrong, unknown)
