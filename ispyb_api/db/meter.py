"""Count the SQL statements of a request and the time they take; knows no web framework."""

from contextvars import ContextVar
from time import perf_counter

_RUNNING: ContextVar["Meter"] = ContextVar("ispyb_api_meter")


class Meter:
    """What one request has cost so far; entered around each statement."""

    __slots__ = ("_since", "seconds", "statements")

    def __init__(self):
        self.statements = 0
        self.seconds = 0.0
        self._since = 0.0

    def __enter__(self):
        self._since = perf_counter()
        return self

    def __exit__(self, *failure):
        self.seconds += perf_counter() - self._since
        self.statements += 1


def start():
    """Begin a new count for this thread of execution, and return it."""
    meter = Meter()
    _RUNNING.set(meter)
    return meter


def current():
    """Return the running count, or an unread one where nobody asked for a count."""
    return _RUNNING.get(None) or Meter()


def statement():
    """Return the block to run one statement in: ``with meter.statement(): cursor.execute(...)``."""
    return current()
