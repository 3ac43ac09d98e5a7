"""A fixed number of connections, shared by the threads of one worker process."""

import contextlib
import queue

from ispyb_api.errors import DatabaseUnavailable


class Pool:
    """Lend connections; open them when first needed, replace those that died.

    ``connect()`` opens one.  What a connection is lent for begins with ``begin(raw)``, which fails, with one of ``errors``, where it
    died; nothing was done by then, so it can begin on another.
    """

    def __init__(self, connect, errors, *, size, wait):
        self._connect, self._errors, self._wait = connect, errors, wait
        self.size = size
        self._free = queue.LifoQueue()
        for _ in range(size):
            self._free.put(None)

    @property
    def in_use(self):
        return self.size - self._free.qsize()

    @contextlib.contextmanager
    def connection(self, begin):
        try:
            raw = self._free.get(timeout=self._wait)
        except queue.Empty:
            raise DatabaseUnavailable("All database connections are in use; try again.") from None
        try:
            raw = self._begun(raw, begin)
            yield raw
        finally:
            self._free.put(raw)

    def _begun(self, raw, begin):
        if raw is not None:
            try:
                begin(raw)
                return raw
            except self._errors:
                with contextlib.suppress(Exception):
                    raw.close()
        raw = self._connect()
        begin(raw)
        return raw

    def close(self):
        """Close what is not in use; a connection lent out is closed by nobody."""
        for _ in range(self._free.qsize()):
            with contextlib.suppress(queue.Empty, Exception):
                if raw := self._free.get_nowait():
                    raw.close()
                self._free.put(None)
