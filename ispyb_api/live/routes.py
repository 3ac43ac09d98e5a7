"""/sessions/{sessionId}/stream"""

import math
import time

import flask
from flask_restx import Resource

from ispyb_api.auth.guard import current_access, look_again, requires
from ispyb_api.errors import ApiError, Unavailable
from ispyb_api.http.encoding import as_json
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import services, transaction
from ispyb_api.live.repository import session_exists
from ispyb_api.live.schemas import EVENTS, LiveArguments

api = Namespace("live", path="/sessions", description="What happens in sessions, as it happens")

LAST = "Last-Event-ID"
_SILENCE = 15  # seconds after which something is said, so that proxies keep the connection and lost clients are noticed
_RIGHTS = 5  # seconds for which rights are believed
_RETRY = 3000  # milliseconds
_FULL = "As many streams are open as this server keeps: poll /events with If-None-Match instead, or try again later."


@api.route(f"/<int(max={MAX_ID}):sessionId>/stream")
@api.param("sessionId", "The session's row.")
@api.param(LAST, "The id of the last event that was received; browsers send it themselves.", _in="header")
class Stream(Resource):
    @requires()
    @api.accepts(LiveArguments, "query")
    @api.sends("text/event-stream")
    def get(self, arguments, sessionId):  # noqa: N803 - the contract's name
        """Be told what happens in a session, as server-sent events

        New data collections, processings, results and movies, and changes of status, within about a second.  503 if as
        many streams are open as the server keeps: then poll /events with If-None-Match.
        """
        hub, most = services().live, services().settings.server.streams
        with transaction() as tx:
            session_exists(tx, sessionId, current_access())
        if hub.listeners >= most:
            raise Unavailable(_FULL)
        listener = hub.listen(sessionId, flask.request.headers.get(LAST))
        told = flask.stream_with_context(_told(hub, listener, arguments.get("seconds", math.inf)))
        response = flask.Response(told, mimetype="text/event-stream")
        response.call_on_close(lambda: hub.leave(listener))
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Accel-Buffering"] = "no"  # of nginx, which else keeps events back
        return response


def _told(hub, listener, seconds):
    """Yield events for so many seconds, unless the client goes, its rights end, or the server stops: it comes back by itself."""
    yield f"retry: {_RETRY}\n\n"
    begun = looked = spoken = time.monotonic()
    while not listener.behind and not hub.closing.is_set():
        left = begun + seconds - time.monotonic()
        event = listener.take(max(0, min(left, 1.0)))
        if left <= 0 and not event:
            return
        now = time.monotonic()
        if now - looked > _RIGHTS:
            if not _may_still(listener.session_id):
                return
            looked = now
        if event:
            kind, what, position = event
            yield f"id: {position}\nevent: {kind}\ndata: {as_json(EVENTS[kind].dump(what))}\n\n"
            spoken = now
        elif now - spoken > _SILENCE:
            yield ":\n\n"
            spoken = now


def _may_still(session_id):
    try:
        look_again()
        with transaction() as tx:
            session_exists(tx, session_id, current_access())
    except Unavailable:  # the database is away: nothing is told meanwhile, either
        return True
    except ApiError:
        return False
    return True
