"""One thread of a process looks at the database for all who listen; it begins with the first of them and ends after the last."""

import logging
import queue
import threading
import time

from ispyb_api.errors import ApiError
from ispyb_api.live.changes import Changes, since
from ispyb_api.live.unfinished import Unfinished

log = logging.getLogger(__name__)

EVERY = 1.0  # seconds between two looks
_BEHIND = 1000  # events that a listener may leave unread
_RESUMES = 3600  # seconds after which a position is too old to go on from
MOST_MISSED = 500  # of each kind, told to who comes back


class Listener:
    """Somebody who wants to know what happens in a session."""

    def __init__(self, session_id):
        self.session_id = session_id
        self._events = queue.Queue(_BEHIND)
        self.behind = False  # has left so many unread that some are lost

    def put(self, event):
        try:
            self._events.put_nowait(event)
        except queue.Full:
            self.behind = True

    def take(self, seconds):
        """Return the next event, (kind, what, position), or None if there is none for so long."""
        try:
            return self._events.get(timeout=seconds)
        except queue.Empty:
            return None


class Hub:
    def __init__(self, database):
        self._database = database
        self._lock = threading.Lock()
        self._listeners = []
        self._thread = None
        self._changes, self._unfinished = Changes(), Unfinished()
        self.closing = threading.Event()  # the process is about to end

    def listen(self, session_id, last=None):
        """Return a listener; one who was here before begins with what happened since ``last``, its last event's id."""
        listener = Listener(session_id)
        with self._lock:
            with self._database.transaction() as tx:
                if not self._listeners:
                    self._changes, self._unfinished = Changes(), Unfinished()
                    self._changes.begin(tx)
                self._unfinished.watch_session(tx, session_id)
                self._greet(tx, listener, last)
            self._listeners.append(listener)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="live", daemon=True)
                self._thread.start()
        return listener

    def leave(self, listener):
        with self._lock:
            self._listeners.remove(listener)

    @property
    def listeners(self):
        return len(self._listeners)

    def _greet(self, tx, listener, last):
        here = self._position()
        position = _read(last)
        if last is not None and position is None:
            listener.put(("reload", {}, here))
            return
        missed = list(since(tx, listener.session_id, position, MOST_MISSED + 1)) if position else []
        if any(sum(kind == each for each, _ in missed) > MOST_MISSED for kind in {kind for kind, _ in missed}):
            listener.put(("reload", {}, here))
            return
        listener.put(("ready", {}, here))
        for kind, what in missed:
            listener.put((kind, what, here))

    def _run(self):
        told = ""  # what is wrong, once for as long as it is
        while True:
            time.sleep(EVERY)
            with self._lock:
                if not self._listeners or self.closing.is_set():
                    self._thread = None
                    return
                told = self._tell(told)

    def _tell(self, told):
        """Look, and return what is wrong with the database; it is asked again."""
        try:
            self._look()
        except ApiError as exc:  # it is away, or gives way to others
            if str(exc) != told:
                log.warning("live: %s", exc)
            return str(exc)
        except Exception as exc:
            if str(exc) != told:
                log.exception("live: the look at the database failed")
            return str(exc)
        if told:
            log.warning("live: the database is back")
        return ""

    def _look(self):
        with self._database.transaction() as tx:
            found = list(self._changes.look(tx))
            for session_id, kind, what in found:
                self._unfinished.watch(session_id, kind, what)
            found += self._unfinished.look(tx)
        position = self._position()
        for session_id, kind, what in found:
            for listener in self._listeners:
                if listener.session_id == session_id:
                    listener.put((kind, what, position))

    def _position(self):
        return "-".join(map(str, [int(time.time()), *self._changes.position()]))


def _read(last):
    """Return the keys of an event's id; None if it is none, or too old."""
    parts = (last or "").split("-")
    if len(parts) != 5 or not all(part.isascii() and part.isdigit() and len(part) < 19 for part in parts):
        return None
    when, *keys = map(int, parts)
    return keys if 0 <= time.time() - when <= _RESUMES else None
