"""Deliver what is in a spool, one write after the other, each exactly once."""

import logging
import threading

from ispyb_api.client.errors import IspybError
from ispyb_api.client.sent import resolved
from ispyb_api.client.spool import WAITING, Entry, Spool
from ispyb_api.client.transport import KEY, Transport

log = logging.getLogger("ispyb_api.client")

_FEW = 20  # how many writes of others a write waits for
_PATIENCE = 30.0  # seconds for which a write waits for another thread or program that delivers
_LONGEST_PAUSE = 30.0  # seconds between two tries while the server is away
_FAULTS = 20  # how often a write may meet a fault of the server before it makes way for the others


class Delivery:
    """Delivers at once what is handed over; what the server did not get, every ``interval`` seconds in a thread of its own."""

    def __init__(self, spool: Spool, transport: Transport, *, interval: float, tries: int):
        self._spool, self._transport = spool, transport
        self._interval, self._tries = interval, tries
        self._stopped, self._wanted = threading.Event(), threading.Event()
        self._away = threading.Event()
        self._thread = threading.Thread(target=self._go_on, name="ispyb-delivery", daemon=True)
        self._thread.start()
        if spool.first() is not None:
            self._wanted.set()

    def stop(self) -> None:
        """End the thread; what waits stays in the spool."""
        self._stopped.set()
        self._wanted.set()
        self._thread.join(timeout=self._interval + 60)

    def hand_over(self, entry: Entry) -> Entry:
        """Try to deliver a write that is in the spool, and those before it; return what has become of it.

        While the server is known to be away, or many writes come before it, it is left to the thread: nobody has to wait.
        """
        if not self._away.is_set() and self._spool.before(entry.number) <= _FEW:
            try:
                self.deliver(until=entry.number)
            except IspybError as exc:
                level = logging.WARNING if exc.away else logging.ERROR
                log.log(level, "%s %s waits in the spool: %s", entry.method, entry.path, exc)
        found = self._spool.entry(entry.number)
        if found.state == WAITING:
            self._wanted.set()
        return found

    def deliver(self, until: int | None = None) -> int:
        """Deliver what waits, up to a write or all of it; return how many writes wait no more, refused ones too.

        Raise IspybError if the server is away or the credentials are refused: nothing is lost then.
        """
        number = 0
        with self._spool.turn(_PATIENCE) as mine:
            while mine and (entry := self._spool.first()) and (until is None or entry.number <= until):
                self._deliver(entry, expected=until == entry.number)
                number += 1
        return number

    def _deliver(self, entry: Entry, *, expected: bool) -> None:
        """Deliver one write, or set it aside if the server will not have it; ``expected`` is one whose caller is told."""
        try:
            path, body = resolved(entry.path, self._spool.answer), resolved(entry.body, self._spool.answer)
            headers = {**entry.headers, KEY: entry.key}
            answer = self._transport.ask(entry.method, path, body=body, headers=headers, tries=self._tries)
        except KeyError as exc:
            error = IspybError(f"It names the answer of a write that was not delivered: {exc.args[0]}", code="depends")
            self._set_aside(entry, error, expected)
        except IspybError as exc:
            if self._may_succeed(entry, exc):
                raise
            self._set_aside(entry, exc, expected)
        else:
            self._away.clear()
            self._spool.delivered(entry.number, answer)

    def _may_succeed(self, entry: Entry, error: IspybError) -> bool:
        """Tell whether a write that failed has to be tried again: the server is away, the caller unknown, or it is a fault."""
        if error.away:
            self._away.set()
        if error.faulty:
            self._spool.met_fault(entry.number)
        return error.away or error.status == 401 or (error.faulty and entry.faults + 1 < _FAULTS)

    def _set_aside(self, entry: Entry, error: IspybError, expected: bool) -> None:
        self._spool.set_aside(entry.number, error)
        if not expected:
            log.error("%s %s was refused and set aside as %d: %s", entry.method, entry.path, entry.number, error)

    def _go_on(self) -> None:
        while not self._stopped.is_set():
            self._wanted.wait()
            self._wanted.clear()
            pause = self._interval
            while not self._stopped.wait(pause) and not self._is_done():
                pause = min(2 * pause, max(_LONGEST_PAUSE, self._interval))

    def _is_done(self) -> bool:
        """Deliver what waits; tell whether nothing does any more."""
        try:
            self.deliver()
            return self._spool.first() is None
        except IspybError as exc:
            log.info("what is in the spool has to wait: %s", exc)
            return False
