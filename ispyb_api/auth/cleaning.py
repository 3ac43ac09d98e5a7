"""Drop what is over, now and then and some at a time: old logins, tokens, lines of the record, answers to repeated requests."""

import datetime
import logging
import threading
import time

from ispyb_api.auth import clock
from ispyb_api.errors import ApiError
from ispyb_api.http import writing

log = logging.getLogger(__name__)

_PAUSE = 60  # seconds between two rounds of a worker
_MOST = 1000  # rows of a table in a round

# What is kept for how long after its end: to tell a stolen token that is used late from one that never was.
_LOGINS = datetime.timedelta(days=7)
_ONETIME = datetime.timedelta(minutes=10)


class Cleaning:
    """``now_and_then`` is called where rows are made; most calls do nothing."""

    def __init__(self, database, settings):
        self._database = database
        self._record_kept = datetime.timedelta(days=settings.activity_days)
        self._next, self._lock = 0.0, threading.Lock()

    def now_and_then(self):
        """Do a round if the last one was a while ago; that it fails is nobody's trouble but the log's."""
        with self._lock:
            if self._next > time.monotonic():
                return
            self._next = time.monotonic() + _PAUSE
        try:
            self.round()
        except ApiError as exc:
            log.warning("old tokens were not dropped: %s", exc)

    def round(self):
        """Find rows by their age, drop them by their keys: rows that others are adding are not in the way."""
        now = clock.now()
        with self._database.transaction(write=True) as tx:
            if old := tx.all("auth.old_families", long_ago=now - _LOGINS, most=_MOST):
                tx.run("auth.forget_families", families=[row["familyId"] for row in old])
            if old := tx.all("auth.old_refresh_tokens", long_ago=now - _LOGINS, most=_MOST):
                tx.run("auth.forget_refresh_tokens", hashes=[row["tokenHash"] for row in old])
            if old := tx.all("auth.old_onetime_tokens", long_ago=now - _ONETIME, most=_MOST):
                tx.run("auth.forget_onetime_tokens", hashes=[row["tokenHash"] for row in old])
            if old := tx.all("auth.old_activities", long_ago=now - self._record_kept, most=_MOST):
                tx.run("auth.forget_activities", ids=[row["activityId"] for row in old])
            if old := tx.all("http.old_answers", long_ago=now - writing.KEPT, most=_MOST):
                tx.run("http.forget_answers", hashes=[row["keyHash"] for row in old])
