"""Give each request an id and a count of its SQL, and say what became of it when it is over."""

import logging
import re
import uuid
from contextvars import ContextVar
from dataclasses import dataclass
from time import perf_counter

import flask
from werkzeug.middleware.proxy_fix import ProxyFix

from ispyb_api.db import meter

_ACCEPTABLE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_OURS = "ispyb_api.exchange"

_RUNNING: ContextVar[str | None] = ContextVar("ispyb_api_request_id", default=None)

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Exchange:
    """One request and its answer, as the log and the metrics want to know them."""

    request_id: str
    method: str
    path: str
    remote: str
    sql: meter.Meter
    started: float
    route: str | None = None
    login: str | None = None
    status: int = 500
    size: int = 0
    milliseconds: float = 0.0


def register(app, *, proxy_hops=0):
    """Watch the application; call this first.  ``proxy_hops`` reverse proxies in front are believed."""
    watched = app.extensions[_OURS] = _Watched(app.wsgi_app)
    app.wsgi_app = watched
    if proxy_hops:
        hops = dict.fromkeys(("x_for", "x_proto", "x_host", "x_prefix"), proxy_hops)
        app.wsgi_app = ProxyFix(watched, **hops)
    app.after_request(_note_what_flask_knows)


def watch(app, watcher):
    """Have ``watcher(exchange)`` called after each request."""
    app.extensions[_OURS].watchers.append(watcher)


def send_always(app, headers):
    """Add headers to every answer that does not have them."""
    app.extensions[_OURS].headers.extend(headers.items())


def current_id():
    """Return the id of the request being answered, or None between requests."""
    return _RUNNING.get()


def _note_what_flask_knows(response):
    request = flask.request
    exchange = request.environ.get(_OURS)
    if exchange is not None:
        rule = request.url_rule
        exchange.route = rule.rule if rule else None
        exchange.login = flask.g.get("login")
    return response


class _Watched:
    """Outside Flask, so that nothing escapes: neither its own failures nor answers without a body."""

    def __init__(self, application):
        self._application = application
        self.watchers, self.headers = [], []

    def __call__(self, environ, start_response):
        exchange = environ[_OURS] = _begun(environ)

        def start(status, headers, exc_info=None):
            exchange.status = int(status[:3])
            exchange.size = _announced_size(exchange, headers)
            names = {name for name, _ in headers}
            headers = [*headers, *(pair for pair in self.headers if pair[0] not in names)]
            return start_response(status, [*headers, ("X-Request-Id", exchange.request_id)], exc_info)

        _RUNNING.set(exchange.request_id)
        try:
            body = self._application(environ, start)
        except BaseException:
            self._over(exchange)
            raise
        if exchange.size is None:
            _RUNNING.set(None)  # between two pieces of a body this thread may do other work
            return _Stream(body, exchange, self._over)
        self._over(exchange)
        return body

    def _over(self, exchange):
        exchange.milliseconds = (perf_counter() - exchange.started) * 1000
        for watcher in self.watchers:
            try:
                watcher(exchange)
            except Exception:  # the answer is worth more than its log line
                log.exception("%s failed", watcher)
        _RUNNING.set(None)


def _begun(environ):
    given = environ.get("HTTP_X_REQUEST_ID", "")
    return Exchange(
        request_id=given if _ACCEPTABLE_ID.fullmatch(given) else uuid.uuid4().hex,
        method=environ["REQUEST_METHOD"],
        path=environ.get("PATH_INFO", ""),
        remote=environ.get("REMOTE_ADDR", ""),
        sql=meter.start(),
        started=perf_counter(),
    )


def _announced_size(exchange, headers):
    """Return how many bytes will be sent; None for a stream, whose end has to be waited for."""
    if exchange.method == "HEAD" or exchange.status in (204, 304):
        return 0
    return next((int(value) for name, value in headers if name.lower() == "content-length"), None)


class _Stream:
    """A body that is made while it is sent: counts it, and tells when it has ended."""

    def __init__(self, body, exchange, over):
        self._body, self._chunks, self._exchange, self._over = body, iter(body), exchange, over
        exchange.size = 0

    def __iter__(self):
        return self

    def __next__(self):
        _RUNNING.set(self._exchange.request_id)
        try:
            chunk = next(self._chunks)
        except BaseException:
            self._end()
            raise
        _RUNNING.set(None)
        self._exchange.size += len(chunk)
        return chunk

    def close(self):
        _RUNNING.set(self._exchange.request_id)
        if hasattr(self._body, "close"):
            self._body.close()
        self._end()

    def _end(self):
        if self._over is not None:
            over, self._over = self._over, None
            over(self._exchange)
        _RUNNING.set(None)
