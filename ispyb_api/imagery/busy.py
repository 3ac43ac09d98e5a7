"""Let only some requests read images at a time: others go on being answered meanwhile."""

import contextlib
import threading

from ispyb_api.errors import NotInThisDatabase, Unavailable

_AT_ONCE = 2  # in each worker
_PATIENCE = 5  # seconds
_slots = threading.BoundedSemaphore(_AT_ONCE)


@contextlib.contextmanager
def turn():
    """Wait for a turn, or raise Unavailable; without the extra ``data``, say that it is missing."""
    if not _slots.acquire(timeout=_PATIENCE):
        raise Unavailable("The server is reading other images; try again.")
    try:
        yield
    except ImportError as exc:
        raise NotInThisDatabase(
            f"This server reads no images ({exc.name} is missing): install ispyb-api[data]."
        ) from None
    finally:
        _slots.release()
