"""SQLite, embedded: for demonstration, development and small tests."""

import contextlib
import datetime
import decimal
import sqlite3
from pathlib import Path

from ispyb_api.db.pool import Pool
from ispyb_api.errors import Conflict, DatabaseUnavailable, Invalid

ERRORS = (sqlite3.Error, OverflowError)  # the latter of whole numbers of more than 64 bits
BUSY_SECONDS = 5.0  # how long to wait for another writer


class SQLite:
    name = "sqlite"
    pyformat = False

    def __init__(self, path, *, size=8, wait=5.0):
        self.path = Path(path)
        self.database = str(path)
        self.pool = Pool(self._connect, (), size=size, wait=wait)

    def connection(self):
        return self.pool.connection(lambda raw: None)

    def begun(self, *, write):
        """Lend a connection in a new transaction."""
        return self.pool.connection(lambda raw: self.begin(raw, write=write))

    def begin(self, raw, *, write):
        """Start a transaction; one that will write takes the lock at once, for it cannot be had later."""
        raw.execute("BEGIN IMMEDIATE" if write else "BEGIN")

    def end(self, raw, *, write):
        """Keep what a transaction has written, or leave what it has read."""
        raw.commit()

    @contextlib.contextmanager
    def raw(self):
        """Lend a connection of its own, outside the pool, with dict rows and autocommit."""
        raw = self._connect()
        raw.row_factory = lambda cursor, row: {c[0]: v for c, v in zip(cursor.description, row, strict=True)}
        try:
            yield raw
        finally:
            raw.close()

    def _connect(self):
        raw = sqlite3.connect(self.path, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=False)
        raw.execute("PRAGMA foreign_keys = ON")
        try:
            raw.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as exc:
            if "locked" not in str(exc):  # another connection is saying so of the file just now, for both
                raise
        raw.execute("PRAGMA synchronous = NORMAL")
        for name, arguments, function in _FUNCTIONS:
            raw.create_function(name, arguments, function, deterministic=name not in ("NOW", "CURDATE"))
        return raw

    def translate(self, exc):
        """Return the ApiError that a driver's error means, or None: then it is a fault of ours."""
        if isinstance(exc, sqlite3.IntegrityError):
            return Conflict()
        if isinstance(exc, OverflowError):
            return Invalid("The request holds a number that is larger than those of any column.")
        if isinstance(exc, sqlite3.OperationalError) and any(
            word in str(exc) for word in ("locked", "unable to open", "disk")
        ):
            return DatabaseUnavailable()
        return None


def _concat(*parts):
    return None if None in parts else "".join(map(str, parts))


def _concat_ws(separator, *parts):
    return separator.join(str(part) for part in parts if part is not None)


def _seconds(moment=None):
    try:
        return moment and datetime.datetime.fromisoformat(moment).timestamp()
    except ValueError:  # a zero date
        return None


def _part(start, end):
    return lambda moment: None if moment is None else int(moment[start:end])


def _extreme(choose):
    return lambda *values: None if None in values else choose(values)


# What MariaDB has and SQLite lacks, so that one text serves both.
_FUNCTIONS = (
    ("NOW", 0, lambda: datetime.datetime.now().isoformat(" ", "seconds")),
    ("CURDATE", 0, lambda: datetime.date.today().isoformat()),
    ("CONCAT", -1, _concat),
    ("CONCAT_WS", -1, _concat_ws),
    ("UNIX_TIMESTAMP", 1, _seconds),
    ("YEAR", 1, _part(0, 4)),
    ("MONTH", 1, _part(5, 7)),
    ("DAY", 1, _part(8, 10)),
    ("GREATEST", -1, _extreme(max)),
    ("LEAST", -1, _extreme(min)),
    ("IF", 3, lambda condition, yes, no: yes if condition else no),
    ("LOCATE", 2, lambda part, text: None if None in (part, text) else text.lower().find(part.lower()) + 1),
    ("CHAR_LENGTH", 1, lambda text: None if text is None else len(str(text))),
    ("LEFT", 2, lambda text, length: None if text is None else text[:length]),
    ("FIELD", -1, lambda wanted, *among: among.index(wanted) + 1 if wanted in among else 0),
)

sqlite3.register_adapter(datetime.datetime, lambda value: value.isoformat(" ", "seconds"))
sqlite3.register_adapter(datetime.date, lambda value: value.isoformat())
sqlite3.register_adapter(decimal.Decimal, float)
