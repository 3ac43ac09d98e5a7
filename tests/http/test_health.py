"""/health and /ready."""

import threading
import time

import pytest

from ispyb_api.errors import DatabaseUnavailable, NotInThisDatabase
from ispyb_api.http import health


class Check:
    """A readiness check that counts how often it is made."""

    def __init__(self, outcome):
        self.outcome, self.calls, self.seconds = outcome, 0, 0

    def __call__(self):
        self.calls += 1
        time.sleep(self.seconds)
        if isinstance(self.outcome, Exception):
            raise self.outcome
        return self.outcome


@pytest.fixture
def check(bare):
    check = Check({"database": "ok", "schema": 12})
    health.register(bare, version="1.2.3", ready=check)
    return check


def test_health_asks_nobody(bare, check):
    check.outcome = DatabaseUnavailable()
    answer = bare.test_client().get("/health")
    assert (answer.status_code, answer.json) == (200, {"status": "ok", "version": "1.2.3"})
    assert check.calls == 0


def test_ready_says_what_the_check_found(bare, check):
    answer = bare.test_client().get("/ready")
    assert (answer.status_code, answer.json) == (200, {"status": "ok", "database": "ok", "schema": 12})


@pytest.mark.parametrize(
    ("failure", "code", "message"),
    [
        (DatabaseUnavailable(), "database_unavailable", DatabaseUnavailable.message),
        (
            NotInThisDatabase("The schema is at 3, 12 is needed: run 'ispyb-api migrate'."),
            "unavailable",
            "The schema is at 3, 12 is needed: run 'ispyb-api migrate'.",
        ),
        (
            RuntimeError("mysql://ispyb:password@db/"),
            "unavailable",
            "Readiness could not be found out; the log says why.",
        ),
    ],
)
def test_not_ready_is_503_with_the_reason(bare, check, failure, code, message):
    check.outcome = failure
    for _ in range(2):
        answer = bare.test_client().get("/ready")
        assert (answer.status_code, answer.json) == (503, {"code": code, "message": message})
        assert answer.headers["Retry-After"].isdigit()


def test_asking_often_checks_once_a_second(bare, check, monkeypatch):
    now = time.monotonic()
    monkeypatch.setattr(health, "monotonic", lambda: now)
    for _ in range(20):
        bare.test_client().get("/ready")
    assert check.calls == 1
    now += 1.01
    check.outcome = DatabaseUnavailable()
    assert bare.test_client().get("/ready").status_code == 503
    now += 1.01
    check.outcome = {}
    assert bare.test_client().get("/ready").status_code == 200
    assert check.calls == 3


def test_a_slow_check_holds_one_caller_only(bare, check, monkeypatch):
    bare.test_client().get("/ready")
    later = time.monotonic() + 2
    monkeypatch.setattr(health, "monotonic", lambda: later)
    check.seconds = 0.3
    held = threading.Thread(target=bare.test_client().get, args=["/ready"])
    held.start()
    time.sleep(0.05)
    began = time.perf_counter()
    assert bare.test_client().get("/ready").status_code == 200
    assert time.perf_counter() - began < 0.2
    held.join()
    assert check.calls == 2
