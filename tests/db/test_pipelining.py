"""Transactions that begin and end without waiting: what is kept, what is seen, and what becomes of a connection that died."""

import itertools
import time

import pymysql
import pytest

from ispyb_api.db.engines import from_url
from ispyb_api.db.pipelining import PipeliningConnection
from ispyb_api.errors import DatabaseUnavailable
from tests.support import mariadb


@pytest.fixture(scope="module")
def url():
    with mariadb.database() as made:
        yield made


@pytest.fixture(params=[True, False], ids=["pipelining", "waiting"])
def engine(url, request):
    found = from_url(url, size=1, pipelining=request.param)
    with found.raw() as raw, raw.cursor() as cursor:
        cursor.execute("CREATE OR REPLACE TABLE T (n int)")
        cursor.execute("INSERT INTO T VALUES (1)")
    yield found
    found.pool.close()


def ask(raw, sql):
    cursor = raw.cursor()
    cursor.execute(sql)
    return cursor.fetchall()


def others(engine, sql):
    """Do something as another program."""
    with engine.raw() as raw, raw.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def read(engine, *statements):
    with engine.begun(write=False) as raw:
        found = [ask(raw, each) for each in statements]
        engine.end(raw, write=False)
    return found


def read_to_write(engine):
    with engine.begun(write=True) as raw:
        ask(raw, "SELECT 1")


def test_each_reader_sees_what_there_is_when_it_begins_and_nothing_later(engine):
    for number in (2, 3):
        with engine.begun(write=False) as raw:
            before = ask(raw, "SELECT MAX(n) FROM T")
            others(engine, f"INSERT INTO T VALUES ({number})")
            assert ask(raw, "SELECT MAX(n) FROM T") == before == ((number - 1,),)
            engine.end(raw, write=False)


def test_what_is_written_is_kept_once_it_is_said_to_be_and_not_before(engine):
    with engine.begun(write=True) as raw:
        ask(raw, "INSERT INTO T VALUES (5)")
        assert others(engine, "SELECT MAX(n) AS n FROM T") == [{"n": 1}]
        engine.end(raw, write=True)
        assert others(engine, "SELECT MAX(n) AS n FROM T") == [{"n": 5}]


def test_a_writer_sees_what_others_have_left_meanwhile_a_reader_after_it_does_not(engine):
    with engine.begun(write=True) as raw:
        assert ask(raw, "SELECT MAX(n) FROM T") == ((1,),)
        others(engine, "INSERT INTO T VALUES (2)")
        assert ask(raw, "SELECT MAX(n) FROM T") == ((2,),)
        engine.end(raw, write=True)
    with engine.begun(write=False) as raw:
        assert ask(raw, "SELECT MAX(n) FROM T") == ((2,),)
        others(engine, "INSERT INTO T VALUES (3)")
        assert ask(raw, "SELECT MAX(n) FROM T") == ((2,),)
        engine.end(raw, write=False)


def test_what_failed_or_was_given_up_is_undone(engine):
    with engine.begun(write=True) as raw:
        ask(raw, "INSERT INTO T VALUES (5)")
        with pytest.raises(pymysql.err.ProgrammingError):
            ask(raw, "SELECT nothing FROM Nowhere")
        raw.rollback()
    with engine.connection() as raw:
        ask(raw, "INSERT INTO T VALUES (6)")
    assert read(engine, "SELECT n FROM T") == [((1,),)]


class Interrupted:
    """What a connection reads from, while somebody interrupts."""

    def peek(self):
        raise KeyboardInterrupt

    def close(self):
        pass


def test_who_gives_up_while_waiting_leaves_no_answer_for_the_next(engine):
    with engine.connection() as raw:
        raw._rfile = Interrupted()
        with pytest.raises(KeyboardInterrupt):
            ask(raw, "SELECT 1")
        assert not raw.open
    assert read(engine, "SELECT 2") == [((2,),)]


@pytest.mark.parametrize("write", [True, False])
def test_a_transaction_without_statements(engine, write):
    for undone in (True, False):
        with engine.begun(write=write) as raw:
            raw.rollback() if undone else engine.end(raw, write=write)
    assert read(engine, "SELECT n FROM T", "SELECT 7") == [((1,),), ((7,),)]


def test_nobody_waits_for_a_reader_that_has_ended(engine):
    read(engine, "SELECT n FROM T")
    began = time.monotonic()
    others(engine, "SET STATEMENT lock_wait_timeout = 5 FOR ALTER TABLE T ADD COLUMN m int")
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("write", [True, False])
def test_a_connection_that_died_meanwhile_is_replaced(engine, write):
    read(engine, "SELECT 1")
    ((number,),) = read(engine, "SELECT CONNECTION_ID()")[0]
    others(engine, f"KILL {number}")
    until = time.monotonic() + 5
    while others(engine, f"SELECT 1 FROM information_schema.PROCESSLIST WHERE ID = {number}"):
        assert time.monotonic() < until
    with engine.begun(write=write) as raw:
        ((other,),) = ask(raw, "SELECT CONNECTION_ID()")
        assert other != number
        engine.end(raw, write=write)


def test_one_that_dies_in_a_transaction_says_so_and_is_replaced(engine):
    with engine.begun(write=True) as raw:
        ((number,),) = ask(raw, "SELECT CONNECTION_ID()")
        others(engine, f"KILL {number}")
        with pytest.raises(pymysql.err.OperationalError) as lost:
            ask(raw, "INSERT INTO T VALUES (9)")
    assert isinstance(engine.translate(lost.value), DatabaseUnavailable)
    assert read(engine, "SELECT n FROM T") == [((1,),)]


def test_what_begins_a_transaction_is_refused(engine, monkeypatch):
    """The refusal is the transaction's, and the next one gets its own answers."""
    monkeypatch.setattr("ispyb_api.db.pipelining._OF_WRITERS", "BEGIN NOTHING")
    with pytest.raises(pymysql.err.ProgrammingError):
        read_to_write(engine)
    monkeypatch.undo()
    assert read(engine, "SELECT 2") == [((2,),)]


def test_readers_wait_for_their_own_statements_only(url, monkeypatch):
    """Of three waits for each transaction one is left, and that for the end is over when the next begins."""
    waits = itertools.count()
    take_in = PipeliningConnection._take_in

    def counted(raw):
        next(waits)
        return take_in(raw)

    engine = from_url(url, size=1)
    read(engine, "SELECT 1")
    monkeypatch.setattr(PipeliningConnection, "_take_in", counted)
    for number in range(5):
        assert read(engine, f"SELECT {number}") == [((number,),)]
    assert next(waits) <= 10
    engine.pool.close()


def test_statements_longer_than_a_packet(engine):
    with engine.raw() as raw, raw.cursor() as cursor:
        cursor.execute("SET GLOBAL max_allowed_packet = 67108864")
    engine.pool.close()
    for write in (True, False):
        with engine.begun(write=write) as raw:
            assert ask(raw, f"SELECT LENGTH('{'x' * 17_000_000}')") == ((17_000_000,),)
            engine.end(raw, write=write)
