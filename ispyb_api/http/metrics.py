"""Figures for Prometheus at /metrics, the same whichever of several workers is asked."""

import contextlib
import functools
import hmac
import logging
import os
import threading
from pathlib import Path

import flask
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, multiprocess, values
from prometheus_client.exposition import choose_encoder
from prometheus_client.mmap_dict import MmapedDict

from ispyb_api.errors import Unauthenticated
from ispyb_api.http import requests

# Where workers share their figures; the server makes it, and prometheus_client asks for this name.
FOLDER = "PROMETHEUS_MULTIPROC_DIR"

_BUCKETS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
# One label for all that lead nowhere: a scanner must not be able to fill the memory.
_UNKNOWN, _OTHER = "unknown", "OTHER"

log = logging.getLogger(__name__)


def register(app, *, mode="off", token="", pool=None):
    """Count requests; ``mode`` is off, open or token; ``pool()`` returns (connections in use, size)."""
    if mode == "off":
        return
    if os.environ.get(FOLDER):
        _share()
    figures = _Figures(pool)
    requests.watch(app, figures.count)

    @app.get("/metrics", endpoint="metrics")
    def metrics():
        if mode == "token":
            _check(token)
        encode, content_type = choose_encoder(flask.request.headers.get("Accept", ""))
        return flask.Response(figures.exposed(encode), content_type=content_type)


def _check(token):
    kind, _, given = flask.request.headers.get("Authorization", "").partition(" ")
    right = hmac.compare_digest(given.strip().encode(), token.encode())
    if not (token and right and kind.lower() == "bearer"):
        raise Unauthenticated("The metrics are behind a token of their own: send 'Authorization: Bearer <token>'.")


class _Figures:
    """The metrics of one application, in a registry of their own."""

    def __init__(self, pool):
        self._registry = own = CollectorRegistry()
        self._requests = Counter(
            "ispyb_api_requests", "Requests answered.", ["method", "route", "status"], registry=own
        )
        self._seconds = Histogram(
            "ispyb_api_request_seconds", "Time to answer.", ["route"], buckets=_BUCKETS, registry=own
        )
        self._statements = Counter("ispyb_api_sql_statements", "SQL statements executed.", ["route"], registry=own)
        self._sql_seconds = Counter("ispyb_api_sql_seconds", "Time in SQL statements.", ["route"], registry=own)
        self._labelled = functools.cache(self._find)  # as many as there are routes, methods and statuses
        self._pool, self._sampling = pool, threading.Lock()
        if pool:
            live = {"multiprocess_mode": "livesum", "registry": own}
            self._in_use = Gauge("ispyb_api_pool_connections_in_use", "Database connections at work.", **live)
            self._size = Gauge("ispyb_api_pool_connections_size", "Database connections there may be.", **live)
        self._sample_pool()

    def count(self, exchange):
        """Add one request."""
        route = exchange.route or _UNKNOWN
        method = exchange.method if exchange.method in _METHODS else _OTHER
        answered, seconds, statements, sql_seconds = self._labelled(method, route, exchange.status)
        answered.inc()
        seconds.observe(exchange.milliseconds / 1000)
        if exchange.sql.statements:
            statements.inc(exchange.sql.statements)
            sql_seconds.inc(exchange.sql.seconds)
        self._sample_pool()

    def _find(self, method, route, status):
        of_route = (self._seconds, self._statements, self._sql_seconds)
        return (self._requests.labels(method, route, str(status)), *(figure.labels(route) for figure in of_route))

    def exposed(self, encode):
        """Return all figures as Prometheus reads them."""
        self._sample_pool()
        folder = os.environ.get(FOLDER)
        if not folder:
            return encode(self._registry)
        everybody = CollectorRegistry()
        multiprocess.MultiProcessCollector(everybody, path=folder)
        with _locked(folder, exclusive=False):
            return encode(everybody)

    def _sample_pool(self):
        if self._pool:
            with self._sampling:  # or an older sample might be stored last, and stay
                in_use, size = self._pool()
                self._in_use.set(in_use)
                self._size.set(size)


def _share():
    """Keep figures in files: prometheus_client decided on import, when the folder was not named yet."""
    if not values.ValueClass._multiprocess:
        values.ValueClass = values.get_value_class()


def bury(pid):
    """Add a worker's counts to those of all workers gone before it, and drop its gauges.

    Otherwise each restarted worker would leave its files behind for every later answer to read.
    """
    folder = os.environ[FOLDER]
    try:
        with _locked(folder, exclusive=True):
            multiprocess.mark_process_dead(pid, path=folder)
            for kind in ("counter", "histogram"):
                _inherit(Path(folder, f"{kind}_{pid}.db"), Path(folder, f"{kind}_gone.db"))
    except Exception:  # the server goes on, whatever a dying worker left
        log.exception("the figures of worker %s are lost", pid)


def _inherit(left, heir):
    if not left.exists():
        return
    inherited = MmapedDict(str(heir))
    try:
        for key, value, *_ in MmapedDict.read_all_values_from_file(str(left)):
            inherited.write_value(key, inherited.read_value(key)[0] + value, 0.0)
    finally:  # a damaged file would spoil every later answer
        inherited.close()
        left.unlink()


@contextlib.contextmanager
def _locked(folder, *, exclusive):
    """Hold the folder: counts on their way from one file to another must not be read twice, or not at all."""
    import fcntl  # noqa: PLC0415  (several workers exist on POSIX only)

    with Path(folder, "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH)
        yield
