"""/health says that the process lives, /ready that it can do its work; neither asks who wants to know."""

import logging
import threading
from time import monotonic

from ispyb_api.errors import ApiError, Unavailable

_REMEMBERED = 1.0  # seconds: probes, or strangers, cannot make the database work harder than this

log = logging.getLogger(__name__)


def register(app, *, version, ready):
    """Serve both; ``ready()`` returns what /ready shows or raises an ApiError that says what is missing."""
    readiness = _Readiness(ready)

    @app.get("/health", endpoint="health")
    def health():
        return {"status": "ok", "version": version}

    @app.get("/ready", endpoint="ready")
    def ready_():
        return {"status": "ok", **readiness.get()}


class _Readiness:
    def __init__(self, check):
        self._check = check
        self._checking = threading.Lock()
        self._found = None
        self._until = 0.0

    def get(self):
        """Return what the last check found; only one caller checks, the others take what is known."""
        if monotonic() >= self._until and self._checking.acquire(blocking=self._found is None):
            try:
                if monotonic() >= self._until:
                    self._found = self._look()
                    self._until = monotonic() + _REMEMBERED
            finally:
                self._checking.release()
        if isinstance(self._found, Exception):
            raise self._found.with_traceback(None)
        return self._found

    def _look(self):
        try:
            return self._check()
        except Unavailable as exc:
            return exc
        except ApiError as exc:
            return Unavailable(str(exc))
        except Exception:
            log.exception("the readiness check failed")
            return Unavailable("Readiness could not be found out; the log says why.")
