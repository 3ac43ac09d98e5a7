"""When tokens of services, and of identity providers, were used: written down at most once a minute, after the answer was sent."""

import datetime
import functools
import logging
import threading
import time

import flask

from ispyb_api.auth import activity, clock
from ispyb_api.auth.service_tokens import named
from ispyb_api.errors import ApiError
from ispyb_api.http import requests

log = logging.getLogger(__name__)

_PAUSE = 60  # seconds
_MOST = 10_000


class Uses:
    def __init__(self, database):
        self._database = database
        self._noted = {}  # {(service token's id, person's id, address): until when there is no need to write}
        self._lock = threading.Lock()

    def note(self, identity):
        """Have the running request's use of its token written down when its answer is on its way."""
        address = flask.request.remote_addr
        if self._is_due((identity.service_token, identity.person_id, address)):
            write = functools.partial(self._write, identity, address, requests.current_id())
            flask.after_this_request(lambda response: (response.call_on_close(write), response)[1])

    def _is_due(self, use):
        now = time.monotonic()
        with self._lock:
            if self._noted.get(use, 0) > now:
                return False
            if len(self._noted) >= _MOST:
                self._noted.clear()
            self._noted[use] = now + _PAUSE
            return True

    def _write(self, identity, address, request_id):
        try:
            with self._database.transaction(write=True) as tx:
                _write(tx, identity, address, request_id)
        except ApiError as exc:
            log.warning("the use of a service token was not written down: %s", exc)


def _write(tx, identity, address, request_id):
    """Note the use; once a day for each address it goes into the record, too."""
    now = clock.now()
    if identity.service_token:
        action, target = activity.Action.SERVICE_USED, named(identity.service_token)
        tx.run(
            "auth.use_service_token",
            serviceTokenId=identity.service_token,
            usedAt=now,
            minute_ago=now - datetime.timedelta(seconds=_PAUSE),
        )
    else:
        action, target = activity.Action.PROVIDER_USED, f"person {identity.person_id}"
    today = now.replace(hour=0, minute=0, second=0)
    if not tx.value("auth.use_recorded", action=action, target=target, address=address, since=today):
        activity.record(tx, login=identity.login, action=action, target=target, address=address, request_id=request_id)
