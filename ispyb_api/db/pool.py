"""A fixed number of connections, shared by the threads of one worker process."""

import contextlib
import queue

from ispyb_api.errors import DatabaseUnavailable


class Pool:
    """Lend connections; open them when first needed, replace those that died.

    ``connect()`` opens one, ``alive(raw)`` tells whether a used one still works.
    """

    def __init__(self, connect, alive, *, size, wait):
        self._connect, self._alive, self._wait = connect, alive, wait
        self.size = size
        self._free = queue.LifoQueue()
        for _ in range(size):
            self._free.put(None)

    @property
    def in_use(self):
        return self.size - self._free.qsize()

    @contextlib.contextmanager
    def connection(self):
        try:
            raw = self._free.get(timeout=self._wait)
        except queue.Empty:
            raise DatabaseUnavailable("All database connections are in use; try again.") from None
        try:
            raw = self._working(raw)
            yield raw
        finally:
            self._free.put(raw)

    def _working(self, raw):
        if raw is None:
            return self._connect()
        if not self._alive(raw):
            with contextlib.suppress(Exception):
                raw.close()
            return self._connect()
        return raw

    def close(self):
        """Close what is not in use; a connection lent out is closed by nobody."""
        for _ in range(self._free.qsize()):
            with contextlib.suppress(queue.Empty, Exception):
                if raw := self._free.get_nowait():
                    raw.close()
                self._free.put(None)
