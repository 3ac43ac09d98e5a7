"""Leave a directory alone that accepts connections and does not answer: it would hold a thread for each login tried."""

import threading
import time

# After so many questions in a row that waited for longer than so many seconds in vain, none is asked for a while.
ENOUGH, SLOW, SECONDS = 3, 0.5, 15


class Pause:
    """``fault`` is the exception of a question that was not answered; it is also raised for those not asked."""

    def __init__(self, fault):
        self._fault = fault
        self._in_vain, self._ends, self._trying = 0, 0.0, False
        self._lock = threading.Lock()

    def ask(self, question):
        """Return what ``question()`` returns, unless the last ones waited in vain."""
        self._enter()
        begun, in_vain = time.monotonic(), False
        try:
            return question()
        except self._fault:
            in_vain = time.monotonic() - begun > SLOW
            raise
        finally:
            self._leave(in_vain)

    def _enter(self):
        with self._lock:
            if self._in_vain < ENOUGH:
                return
            if self._trying or time.monotonic() < self._ends:
                raise self._fault(f"it did not answer, and is left alone for {SECONDS} s")
            self._trying = True  # one finds out for all whether it answers again

    def _leave(self, in_vain):
        with self._lock:
            self._trying = False
            self._in_vain = self._in_vain + 1 if in_vain else 0
            if self._in_vain >= ENOUGH:
                self._ends = time.monotonic() + SECONDS
