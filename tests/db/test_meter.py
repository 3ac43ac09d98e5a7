"""The count of SQL statements."""

import contextlib
import threading
import timeit

import pytest

from ispyb_api.db import meter


@pytest.fixture(autouse=True)
def fresh():
    return meter.start()


def test_statements_and_their_time_are_counted(fresh):
    for _ in range(3):
        with meter.statement():
            pass
    assert meter.current() is fresh
    assert fresh.statements == 3
    assert 0 < fresh.seconds < 0.1


def test_a_failing_statement_counts_and_still_raises(fresh):
    with contextlib.suppress(KeyError), meter.statement():
        raise KeyError
    assert fresh.statements == 1


def test_threads_do_not_count_for_one_another(fresh):
    def elsewhere():
        meter.start()
        with meter.statement():
            pass

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert fresh.statements == 0


def test_a_thread_that_nobody_counts_may_run_statements():
    counted = []

    def elsewhere():
        with meter.statement():
            pass
        counted.append(meter.current().statements)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert counted == [0]


def test_counting_costs_next_to_nothing():
    def one():
        with meter.statement():
            pass

    assert min(timeit.repeat(one, number=1000, repeat=5)) / 1000 < 10e-6
