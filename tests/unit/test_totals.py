"""Totals remembered in proportion to their cost."""

import time

from ispyb_api.db.totals import Totals


def counted(totals, seconds):
    calls = []

    def count():
        calls.append(1)
        time.sleep(seconds)
        return len(calls)

    return [totals.get("key", count) for _ in range(3)]


def test_quick_counts_are_always_fresh():
    totals = Totals()
    totals.slow = 60.0  # a busy machine must not make it slow
    assert counted(totals, 0) == [1, 2, 3]


def test_slow_counts_are_remembered_for_a_while():
    assert counted(Totals(), 0.03) == [1, 1, 1]


def test_writing_forgets():
    totals = Totals()
    counted(totals, 0.03)
    totals.forget()
    assert totals.get("key", lambda: 7) == 7
