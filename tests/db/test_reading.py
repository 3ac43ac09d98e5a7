"""What is read of MariaDB's answers: all types, as PyMySQL reads them, but for times as text and decimals as numbers."""

import datetime
import decimal

import pymysql
import pytest

from ispyb_api.db import reading
from ispyb_api.db.engines import from_url
from tests.support import mariadb

_TYPES = {
    "tinyint": (-128, 0, 127),
    "tinyint(1)": (0, 1),
    "smallint unsigned": (0, 65535),
    "mediumint": (-8388608, 7),
    "int": (-2147483648, 2147483647),
    "bigint unsigned": (0, 18446744073709551615),
    "year": (1901, 2155),
    "float": (-1.5, 0, 1e-30, 3e30),
    "double": (-1.5, 0.1, 1e-300, 1.7976931348623157e308),
    "decimal(10,0)": (-1234567890, 0),
    "decimal(12,4)": (-0.0001, 0, 12345678.9),
    "bit(1)": (b"\0", b"\1"),
    "bit(12)": (b"\x0f\xff",),
    "char(3)": ("", "abc", "Å"),
    "varchar(300)": ("", "x" * 250, "x" * 251, "x" * 252, "é😀", "a\0b"),
    "text": ("", "x" * 255, "x" * 256, "x" * 65535),
    "longtext": ("x" * 65536, "x" * 1_000_000, "é" * 70000),
    "json": ('{"a": [1, 2]}', "[]"),
    "enum('one','zwei','')": ("one", "zwei", ""),
    "set('a','b')": ("", "a,b"),
    "binary(4)": (b"\0\xff\xfe\xfb",),
    "varbinary(300)": (b"", b"\xfb" * 251),
    "blob": (b"", bytes(range(256))),
    "longblob": (b"\xfe" * 70000,),
    "time": ("-838:59:59", "00:00:00", "12:34:56"),
    "date": ("1000-01-01", "2026-02-28", "9999-12-31"),
    "datetime": ("1000-01-01 00:00:00", "2026-02-28 23:59:59"),
    "datetime(3)": ("2026-02-28 23:59:59.125",),
    "timestamp null": ("2026-02-28 23:59:59",),
}


@pytest.fixture(scope="module")
def server():
    with mariadb.database() as url:
        yield from_url(url)


def _expected(value):
    if isinstance(value, decimal.Decimal):
        return float(value) if "." in str(value) else int(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat(timespec="milliseconds" if value.microsecond else "seconds")
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def _both(server, sql):
    """Return what our connection and PyMySQL's own read, rows and descriptions."""
    found = []
    with server.raw(cursorclass=pymysql.cursors.Cursor) as plain, server.connection() as ours:
        for raw in (ours, plain):
            cursor = raw.cursor()
            cursor.execute(sql)
            found.append((cursor.fetchall(), cursor.description))
        ours.rollback()
    return found


@pytest.mark.parametrize("kind", _TYPES)
def test_every_type_is_read_as_the_driver_reads_it(server, kind):
    with server.raw() as raw:
        cursor = raw.cursor()
        cursor.execute("DROP TABLE IF EXISTS T")
        cursor.execute(f"CREATE TABLE T (n int, v {kind}, last varchar(5) DEFAULT 'end')")
        cursor.executemany("INSERT INTO T (n, v) VALUES (%s, %s)", list(enumerate((None, *_TYPES[kind]))))
    (ours, description), (plain, theirs) = _both(server, "SELECT n, v, last FROM T ORDER BY n")
    assert description == theirs
    if kind == "time":  # which is a duration to PyMySQL
        assert [row[1] for row in ours] == [None, *_TYPES[kind]]
        return
    assert ours == tuple(tuple(_expected(value) for value in row) for row in plain)
    assert [[type(value) for value in row] for row in ours] == [
        [type(_expected(value)) for value in row] for row in plain
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("CAST('0000-00-00' AS DATE)", None),
        ("CAST('2026-00-10 01:02:03' AS DATETIME)", None),
        ("CAST('2026-01-00 01:02:03' AS DATETIME)", None),
        ("CAST('2026-01-02 01:02:03' AS DATETIME)", "2026-01-02T01:02:03"),
    ],
)
def test_times_that_are_none_are_null(server, written, read):
    with server.connection() as raw:
        cursor = raw.cursor()
        cursor.execute("SET SESSION sql_mode = ''")
        cursor.execute(f"SELECT {written}")
        assert cursor.fetchall() == ((read,),)


_NUMBERS = (True, False, 0, -7, 2**70, 0.1, -0.0, 1e300, 1e-300, 5.0, decimal.Decimal("1.50"))
_TEXTS = ("", "it's", "\\", '"', "\0\n\r\x1a%s", "é😀", b"", b"\0'\xff")
_TIMES = (datetime.datetime(2026, 2, 28, 1, 2, 3, 4), datetime.date(2026, 2, 28), datetime.time(1, 2, 3))
_SENT = (None, *_NUMBERS, *_TEXTS, *_TIMES, datetime.timedelta(hours=30), [1, "a", None])


@pytest.mark.parametrize("value", _SENT, ids=repr)
def test_every_value_is_spelt_as_the_driver_spells_it(server, value):
    with server.raw() as plain, server.connection() as ours:
        assert ours.escape(value) == plain.escape(value)
        assert ours.escape(value, ours.encoders) == plain.escape(value, plain.encoders)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_refused(server, value):
    with server.connection() as ours, pytest.raises(pymysql.err.ProgrammingError):
        ours.escape(value)


def test_many_columns_many_rows_and_none(server):
    columns = ", ".join(f"seq + {number} AS c{number}, NULL AS n{number}" for number in range(300))
    for rows in (0, 1, 700):
        (ours, description), (plain, theirs) = _both(server, f"SELECT {columns} FROM seq_1_to_700 LIMIT {rows}")
        assert (ours, description) == (plain, theirs)
        assert len(ours) == rows


def test_a_row_longer_than_a_packet(server):
    with server.raw() as raw, raw.cursor() as cursor:
        cursor.execute("SET GLOBAL max_allowed_packet = 67108864")
    server.pool.close()  # whose connections keep to the former limit
    for length in (16777205, 16777210, 16777215, 16777216, 40000000):
        (ours, _), (theirs, _) = _both(server, f"SELECT 7 AS n, REPEAT('x', {length}) AS v, 'end' AS last")
        assert ours == theirs
        assert len(ours[0][1]) == length


def test_an_error_in_the_middle_of_rows_leaves_a_connection_that_works(server):
    with server.connection() as raw:
        cursor = raw.cursor()
        with pytest.raises(pymysql.err.MySQLError):
            cursor.execute("SELECT seq, (SELECT 1 FROM seq_1_to_3 x WHERE x.seq > 3 - s.seq) FROM seq_1_to_90 s")
        cursor.execute("SELECT 5 AS five")
        assert cursor.fetchall() == ((5,),)


def test_a_packet_out_of_order_ends_the_connection(server):
    with server.raw() as other, server.connection() as raw:
        raw._execute_command(3, "SELECT 1")
        raw._read_packet()
        raw._next_seq_id += 1
        with pytest.raises(pymysql.err.OperationalError) as lost:
            raw.payload()
        assert lost.value.args[0] == 2013
        assert not raw.open
        assert other.open


def test_who_gives_up_in_the_middle_of_rows_leaves_no_half_an_answer(server, monkeypatch):
    def interrupted(data):
        raise KeyboardInterrupt

    monkeypatch.setattr(reading._Result, "known", {})
    monkeypatch.setitem(reading._READERS, reading.FIELD_TYPE.DATE, interrupted)
    with pytest.raises(KeyboardInterrupt), server.connection() as raw:
        raw.cursor().execute("SELECT seq, CAST('2026-01-02' AS DATE) AS day FROM seq_1_to_3")
    assert not raw.open
    with server.connection() as raw:
        cursor = raw.cursor()
        cursor.execute("SELECT 5 AS five")
        assert cursor.fetchall() == ((5,),)


def test_rows_can_be_read_one_by_one(server):
    with server.connection() as raw:
        cursor = raw.cursor(pymysql.cursors.SSCursor)
        cursor.execute("SELECT seq, CAST('2026-01-02' AS DATE) AS day FROM seq_1_to_3")
        assert list(cursor) == [(number, "2026-01-02") for number in (1, 2, 3)]
        cursor.close()


def test_errors_and_statements_without_rows(server):
    with server.connection() as raw:
        cursor = raw.cursor()
        with pytest.raises(pymysql.err.ProgrammingError):
            cursor.execute("SELECT nothing FROM Nowhere")
        assert cursor.execute("SET @a = 1") == 0
        assert cursor.description is None
        assert cursor.execute("SELECT @a") == 1


def test_what_is_known_of_columns_stays_small(server, monkeypatch):
    monkeypatch.setattr(reading, "_MOST_KNOWN", 5)
    monkeypatch.setattr(reading._Result, "known", {})
    with server.connection() as raw:
        cursor = raw.cursor()
        for number in range(20):
            cursor.execute(f"SELECT 1 AS one, 'x' AS c{number}")
            assert cursor.fetchall() == ((1, "x"),)
            assert len(reading._Result.known) <= 5
