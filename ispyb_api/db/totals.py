"""Totals of long lists: exact when counted, and remembered in proportion to what counting cost.

Counting all data collections of a facility reads an index of all of them, and grows with the
facility; a page of 25 does not.  So a count that took long is kept for fifty times as long (at most
ten seconds): counting never takes more than a fiftieth of a worker's time.  Quick counts, which are
all that ordinary members cause, are never remembered.
"""

import threading
import time

_TIMES = 50
_LONGEST = 10.0
_MOST = 1000


class Totals:
    slow = 0.01  # seconds; a quicker count is not worth remembering

    def __init__(self):
        self._known = {}
        self._lock = threading.Lock()

    def get(self, key, count):
        """Return the remembered total of ``key``, or ``count()``."""
        remembered = self._known.get(key)
        begin = time.monotonic()
        if remembered and remembered[0] > begin:
            return remembered[1]
        total = count()
        end = time.monotonic()
        if end - begin > self.slow:
            self._remember(key, end + min(_TIMES * (end - begin), _LONGEST), total)
        return total

    def _remember(self, key, until, total):
        with self._lock:
            if len(self._known) >= _MOST:
                self._known.clear()
            self._known[key] = (until, total)

    def forget(self):
        """Forget everything: this process wrote."""
        with self._lock:
            self._known.clear()
