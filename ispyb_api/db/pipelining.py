"""Begin and leave transactions without waiting for answers: a request waits for its own statements only.

A server answers in the order in which it was asked, so what it still owes is read before the next answer.
"""

import select
import struct

import pymysql
from pymysql.constants import COMMAND, CR

from ispyb_api.db.reading import QuickConnection

# What waited for a lock sees what others have left.
_OF_WRITERS = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED"


def begin(raw, *, write):
    """Begin a transaction on any connection of PyMySQL's, and wait for it."""
    if write:
        raw.query(_OF_WRITERS)
    raw.begin()


class PipeliningConnection(QuickConnection):
    """A connection that begins a transaction with its first statement, and does not wait for the end of one that only read.

    Without ``pipelining`` it waits each time, as proxies need it that take one statement at a time.
    """

    def __init__(self, *, pipelining=True, **options):
        self._pipelining = pipelining
        self._unsent, self._owed = b"", 0
        super().__init__(**options)

    def start(self, *, write):
        """Begin a transaction; raise an OperationalError if the connection is known to be dead.

        The first statement begins one by itself, for nothing is committed unasked.
        """
        if not self._pipelining:
            begin(self, write=write)
            return
        if self.open:
            self._settle()
        if not self.open or self._is_spoken_to():
            self._force_close()
            raise pymysql.err.OperationalError(CR.CR_SERVER_LOST, "The server has closed this connection.")
        self._unsent = _asking(_OF_WRITERS) if write else b""

    def leave(self):
        """End a transaction that only read."""
        if self._pipelining:
            self._owed += 1
            super()._execute_command(COMMAND.COM_QUERY, "COMMIT")
        else:
            self.commit()

    def _is_spoken_to(self):
        """Tell whether the server says something though it was not asked: that it goes away."""
        poll = select.poll()
        poll.register(self._sock, select.POLLIN)
        return bool(poll.poll(0))

    def _execute_command(self, command, sql):
        super()._execute_command(command, sql)
        self._settle()

    def _write_bytes(self, data):
        if self._unsent:
            data, self._unsent = self._unsent + data, b""
            self._owed += 1
        super()._write_bytes(data)

    def _settle(self):
        """Read what the server owes for statements that return nothing."""
        following = self._next_seq_id
        while self._owed:
            self._next_seq_id = 1
            self._owed -= 1
            try:
                self.payload()
            except pymysql.err.MySQLError:  # the next answer would be taken for that of another statement
                self._force_close()
                raise
        self._next_seq_id = following

    def _force_close(self):
        self._unsent, self._owed = b"", 0
        super()._force_close()


def _asking(sql):
    """Return the packet that asks for a short statement."""
    asked = sql.encode()
    return struct.pack("<iB", len(asked) + 1, COMMAND.COM_QUERY) + asked
