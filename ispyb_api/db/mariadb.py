"""MariaDB, the production engine."""

import contextlib
import functools
import re
import ssl

import pymysql
import pymysql.converters
import pymysql.cursors
from pymysql.constants import CLIENT

from ispyb_api.db import pipelining as pipelines
from ispyb_api.db.pool import Pool
from ispyb_api.errors import Conflict, DatabaseUnavailable, Invalid, NotInThisDatabase

SQL_MODE = "PIPES_AS_CONCAT,ONLY_FULL_GROUP_BY,STRICT_ALL_TABLES,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

# lock wait timeout, deadlock, too many connections, shutdown; cannot connect, gone away, lost, out of sync, read timeout
_PASSING = {1205, 1213, 1020, 1040, 1053, 1927, 2002, 2003, 2006, 2013, 2014, 3024, 1969}
_PASSING |= {1044, 1045, 1698}  # the account was changed, or its password, while the server runs
_READ_ONLY = {1290, 1836}  # a replica, or while somebody copies the database
_MADE_WAY = {1213, 1020}  # deadlock, row changed since the snapshot: the transaction may be tried again
_REFUSED_BY_DATA = {1451, 1452, 1062, 1048}
# Out of range, not in the enumeration, no such time, character that the column's alphabet lacks, too long.
_REFUSED_BY_COLUMN = {1264, 1265, 1292, 1366, 1406, 3819, 4025}
_MIXED = {1267, 1270, 1271}
# A text to compare with has characters that the column's alphabet lacks (of two columns the message says otherwise).
_UNKNOWN_LETTERS = re.compile(r"^Illegal mix of collations (.*COERCIBLE|for operation 'in')")
_ABSENT = {1054, 1146}
# "INSERT command denied to user 'ispyb_api'@'host' for table `pydb`.`Dewar`", or for a column of it
_DENIED = {1142, 1143}
_WHAT_IS_DENIED = re.compile(r"^(.*) command denied to .* for (?:table|column '.*' in table) .*?[`'.]*(\w+)[`']$")


class MariaDB:
    """Connections to the first host of ``hosts`` that answers."""

    name = "mariadb"
    pyformat = True

    def __init__(self, *, hosts, user, password, database, unix_socket=None, tls="prefer", tls_ca=None, size=8, wait=5.0,
                 connect_timeout=5, read_timeout=60, time_zone=None, pipelining=True):  # fmt: skip
        self.database = database
        self._hosts = hosts
        self._options = {
            "user": user,
            "password": password,
            "database": database,
            "charset": "utf8mb4",
            "client_flag": CLIENT.FOUND_ROWS,  # an UPDATE that changes nothing still found its row
            "connect_timeout": connect_timeout,
            "read_timeout": read_timeout,
            "write_timeout": read_timeout,
            "init_command": _init_command(time_zone),
            **({"unix_socket": unix_socket} if unix_socket else {}),
            **_tls(
                tls,
                tls_ca,
                local=bool(unix_socket) or all(host in ("localhost", "127.0.0.1", "::1") for host, _ in hosts),
            ),
        }
        opened = functools.partial(pipelines.PipeliningConnection, pipelining=pipelining)
        self.pool = Pool(lambda: self._connect(opened), (pymysql.Error, OSError), size=size, wait=wait)

    @contextlib.contextmanager
    def connection(self):
        """Lend a connection; what is done with it and not committed is undone."""
        with self.begun(write=False) as raw:
            try:
                yield raw
            finally:
                if raw.open:
                    raw.rollback()

    def begun(self, *, write):
        """Lend a connection in a new transaction."""
        return self.pool.connection(lambda raw: raw.start(write=write))

    def begin(self, raw, *, write):
        """Start a transaction on a connection outside the pool."""
        pipelines.begin(raw, write=write)

    def end(self, raw, *, write):
        """Keep what a transaction has written, or leave what it has read."""
        if write:
            raw.commit()
        else:
            raw.leave()

    @contextlib.contextmanager
    def raw(self, **options):
        """Lend a connection of its own, outside the pool, with dict rows and autocommit."""
        raw = self._connect(
            pymysql.connect,
            **{
                "autocommit": True,
                "cursorclass": pymysql.cursors.DictCursor,
                "read_timeout": None,
                "write_timeout": None,
            }
            | options,
        )
        try:
            yield raw
        finally:
            raw.close()

    def _connect(self, opened, **options):
        for host, port in self._hosts[:-1]:
            with contextlib.suppress(pymysql.err.OperationalError):
                return opened(**{**self._options, "host": host, "port": port, **options})
        host, port = self._hosts[-1]
        return opened(**{**self._options, "host": host, "port": port, **options})

    def translate(self, exc):
        """Return the ApiError that a driver's error means, or None: then it is a fault of ours."""
        number = exc.args[0] if exc.args else None
        if isinstance(exc, pymysql.err.InterfaceError) or number in _PASSING | _READ_ONLY:
            why = "The database takes no changes now; try again later." if number in _READ_ONLY else None
            return DatabaseUnavailable(why, again=number in _MADE_WAY)
        if number in _REFUSED_BY_DATA:
            return _refused_by_data(exc.args[1])
        if number in _REFUSED_BY_COLUMN:
            return _refused_by_column(exc.args[1])
        if number in _MIXED and _UNKNOWN_LETTERS.match(exc.args[1]):
            return Invalid("This database has no letters for what was sent.")
        if number in _ABSENT | _DENIED:
            return _not_here(number, exc.args[1])
        return None


ERRORS = pymysql.Error


def _not_here(number, text):
    """Return the error for what the database lacks, or the server's account may not do there; without the account's name."""
    if number in _ABSENT:
        return NotInThisDatabase(f"This database cannot answer: {text}.")
    what = _WHAT_IS_DENIED.match(text)
    named = f": {what[1]} on {what[2]}" if what else ""
    return NotInThisDatabase(f"This server may not do that in the connected database{named}.")


def _refused_by_data(text):
    """Return the error for a row that contradicts others; where it names one that is not there, with the column that does."""
    named = re.match(r"Cannot add or update a child row.* FOREIGN KEY \(`(\w+)`\) REFERENCES", text)
    return Conflict(errors={named[1]: ["There is no such row."]} if named else {})


def _refused_by_column(text):
    """Return the error for a value that got as far as the database: it names the column, not the value."""
    named = re.search(r"for column (?:`[^`]*`\.`[^`]*`\.)?[`']([^`']*)[`']", text)
    return Invalid(errors={named[1]: ["Does not fit its column."]} if named else {})


def _init_command(time_zone):
    zone = f", time_zone = {pymysql.converters.escape_string(time_zone)!r}" if time_zone else ""
    # What GROUP_CONCAT brings together is JSON here and there, which must not be cut.
    return f"SET sql_mode = '{SQL_MODE}', group_concat_max_len = 16777216{zone}"


def _tls(mode, ca, *, local):
    """Return PyMySQL's options; one context for all connections, for making one costs 25 ms."""
    if mode == "off" or (mode == "prefer" and local):
        return {"ssl_disabled": True}
    if mode == "prefer":
        return {}
    context = ssl.create_default_context(cafile=ca)
    if mode == "require":
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return {"ssl": context}
