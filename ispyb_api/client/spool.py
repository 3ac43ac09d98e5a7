"""Writes that are on disk before they are sent, in their order, until the server has answered them.

One SQLite file in a folder: each entry is there, whole and synced, when ``append`` returns, whatever becomes of the program
or the machine afterwards.  Programs may share a folder; only one of them at a time delivers.
"""

import json
import sqlite3
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ispyb_api.client.errors import IspybError
from ispyb_api.client.transport import KEY

WAITING, DELIVERED, ASIDE = "waiting", "delivered", "aside"
_KEPT = 7 * 24 * 3600  # seconds for which answers are kept, for writes that name them, as servers keep keys
_TABLES = """
CREATE TABLE IF NOT EXISTS entry (
    number INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, method TEXT NOT NULL, path TEXT NOT NULL,
    body TEXT NOT NULL, headers TEXT NOT NULL, state TEXT NOT NULL, faults INTEGER NOT NULL DEFAULT 0,
    answer TEXT, error TEXT, at REAL NOT NULL);
CREATE INDEX IF NOT EXISTS entry_state ON entry (state, number);
CREATE TABLE IF NOT EXISTS server (url TEXT NOT NULL)
"""
_COLUMNS = "number, key, method, path, body, headers, state, faults, answer, error, at"


@dataclass(frozen=True)
class Entry:
    """A write in the spool; of one that was set aside ``error`` says why."""

    number: int
    key: str
    method: str
    path: str
    body: Any
    headers: dict[str, str]
    state: str
    faults: int
    answer: Any
    error: IspybError | None
    at: float


class Spool:
    def __init__(self, folder: str | Path, url: str):
        self._folder = Path(folder)
        self._folder.mkdir(parents=True, exist_ok=True)
        self._own = threading.RLock()
        self._turn = threading.Lock()
        with _explained():
            self._file = sqlite3.connect(
                self._folder / "spool.db", timeout=60, isolation_level=None, check_same_thread=False
            )
            self._file.execute("PRAGMA synchronous = EXTRA")
            self._file.executescript(_TABLES)
        self._belongs_to(url)
        self._drop_old()

    def close(self) -> None:
        with self._own:
            self._file.close()

    def append(self, method: str, path: str, body: Any, headers: dict[str, str], key: str | None = None) -> Entry:
        """Keep a write, unless one with this key is there; it is on disk when this returns."""
        sql = "INSERT OR IGNORE INTO entry (key, method, path, body, headers, state, at) VALUES (?, ?, ?, ?, ?, ?, ?)"
        key = key or uuid.uuid4().hex
        self._run(sql, key, method, path, json.dumps(body), json.dumps(headers), WAITING, time.time())
        return next(self._entries("key = ?", key))

    def entry(self, number: int) -> Entry:
        return next(self._entries("number = ?", number))

    def first(self) -> Entry | None:
        """Return the write that is to be delivered next."""
        return next(self._entries("state = ? ORDER BY number LIMIT 1", WAITING), None)

    def waiting(self) -> list[Entry]:
        """Return the writes that are to be delivered, in their order."""
        return list(self._entries("state = ? ORDER BY number", WAITING))

    def before(self, number: int) -> int:
        """Return how many writes are to be delivered before one."""
        sql = "SELECT COUNT(*) FROM entry WHERE state = ? AND number < ?"
        return int(self._run(sql, WAITING, number)[0][0])

    def aside(self) -> list[Entry]:
        """Return the writes that the server refused after they had waited; they stay until ``again`` or ``forget``."""
        return list(self._entries("state = ? ORDER BY number", ASIDE))

    def answer(self, key: str) -> Any:
        """Return the answer that a write got; KeyError if it has none."""
        found = next(self._entries("key = ? AND state = ?", key, DELIVERED), None)
        if found is None:
            raise KeyError(key)
        return found.answer

    def delivered(self, number: int, answer: Any) -> None:
        sql = "UPDATE entry SET state = ?, answer = ?, body = 'null', at = ? WHERE number = ?"
        self._run(sql, DELIVERED, json.dumps(answer), time.time(), number)
        if number % 1000 == 0:
            self._drop_old()

    def set_aside(self, number: int, error: IspybError) -> None:
        sql = "UPDATE entry SET state = ?, error = ? WHERE number = ?"
        self._run(sql, ASIDE, json.dumps(error.as_json()), number)

    def met_fault(self, number: int) -> None:
        """Count that the server failed by its own fault when a write was sent."""
        self._run("UPDATE entry SET faults = faults + 1 WHERE number = ?", number)

    def again(self, number: int) -> None:
        """Let a write that was set aside wait again, behind the others.

        It keeps its key, by which others name its answer; the server remembers none of what it refused.  One that was refused
        for its key gets another.
        """
        entry = self.entry(number)
        clash = entry.error is not None and KEY in entry.error.errors
        sql = (
            "UPDATE entry SET number = (SELECT MAX(number) + 1 FROM entry), key = ?, state = ?, faults = 0, error = NULL, at = ?"
            " WHERE number = ? AND state = ?"
        )
        self._run(sql, uuid.uuid4().hex if clash else entry.key, WAITING, time.time(), number, ASIDE)

    def forget(self, number: int) -> None:
        """Drop a write that was set aside."""
        self._run("DELETE FROM entry WHERE number = ? AND state = ?", number, ASIDE)

    @contextmanager
    def turn(self, patience: float) -> Iterator[bool]:
        """Let one thread of one program deliver at a time; False if the turn does not come within ``patience`` seconds."""
        if not self._turn.acquire(timeout=patience):
            yield False
            return
        lock = sqlite3.connect(self._folder / "turn.db", timeout=patience, isolation_level=None)
        try:
            with suppress(sqlite3.OperationalError):
                lock.execute("BEGIN EXCLUSIVE")
            yield lock.in_transaction
        finally:
            lock.close()
            self._turn.release()

    def _belongs_to(self, url: str) -> None:
        """Refuse a folder with the writes for another server."""
        with self._own:
            found = self._run("SELECT url FROM server")
            if not found:
                self._run("INSERT INTO server VALUES (?)", url)
        if found and found[0][0] != url:
            raise ValueError(f"{self._folder} is the spool of {found[0][0]}, not of {url}.")

    def _drop_old(self) -> None:
        self._run("DELETE FROM entry WHERE state = ? AND at < ?", DELIVERED, time.time() - _KEPT)

    def _run(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with self._own, _explained():
            return self._file.execute(sql, values).fetchall()

    def _entries(self, where: str, *values: Any) -> Iterator[Entry]:
        return map(_entry, self._run(f"SELECT {_COLUMNS} FROM entry WHERE {where}", *values))


@contextmanager
def _explained() -> Iterator[None]:
    """Say of a disk that is full, or a file that is broken, that it is the spool's."""
    try:
        yield
    except sqlite3.Error as exc:
        raise IspybError(f"The spool cannot be used: {exc}", code="spool") from exc


def _entry(row: tuple[Any, ...]) -> Entry:
    number, key, method, path, body, headers, state, faults, answer, error, at = row
    return Entry(
        number,
        key,
        method,
        path,
        json.loads(body),
        json.loads(headers),
        state,
        faults,
        json.loads(answer) if answer else None,
        IspybError.of_json(json.loads(error)) if error else None,
        at,
    )
