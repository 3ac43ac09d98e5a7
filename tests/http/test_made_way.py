"""A transaction that had to make way for another is done again, until it is through or too much time has passed."""

import contextlib

import pytest

from ispyb_api.errors import DatabaseUnavailable
from ispyb_api.http import writing


class Clock:
    """Time passes while somebody sleeps, and ``work`` seconds each time it is looked at."""

    def __init__(self, work):
        self.pauses, self.now, self._work = [], 0.0, work

    @property
    def takes_long(self):
        return self._work > 0

    def monotonic(self):
        self.now += self._work
        return self.now

    def sleep(self, seconds):
        self.pauses.append(seconds)
        self.now += seconds


@pytest.fixture(params=[0.0, 7.0], ids=["quick", "long in waiting"])
def clock(monkeypatch, request):
    found = Clock(request.param)
    monkeypatch.setattr(writing, "time", found)
    return found


@pytest.fixture
def ended(bare, monkeypatch):
    """How each transaction ended."""
    found = []

    @contextlib.contextmanager
    def transaction(*, write):
        assert write
        try:
            yield len(found)
        except DatabaseUnavailable:
            found.append("made way")
            raise
        found.append("saved")

    monkeypatch.setattr(writing, "transaction", transaction)
    with bare.test_request_context(method="POST"):
        yield found


def making_way(times, *, again=True):
    """Return work that has to make way that many times."""

    def work(tx):
        if tx < times:
            raise DatabaseUnavailable(again=again)
        return tx

    return work


@pytest.mark.parametrize("times", [0, 1, 7])
def test_is_done_again_until_it_is_through(clock, ended, times):
    assert writing.once(making_way(times)) == times
    assert ended == ["made way"] * times + ["saved"]
    assert len(clock.pauses) == times


def test_gives_up_in_time_for_those_who_wait(clock, ended):
    with pytest.raises(DatabaseUnavailable):
        writing.once(making_way(10_000))
    assert set(ended) == {"made way"}
    if clock.takes_long:
        assert len(ended) == 8
    else:
        assert len(ended) > 8
        assert 5 < sum(clock.pauses) < 6
    assert max(clock.pauses) <= 0.5


def test_what_is_away_is_not_waited_for(clock, ended):
    with pytest.raises(DatabaseUnavailable):
        writing.once(making_way(1, again=False))
    assert (ended, clock.pauses) == (["made way"], [])
