"""Ask, and take the time: the server over HTTP, and the same SQL bare."""

import contextlib
import functools
import http.client
import json
import statistics
import threading
import time
from dataclasses import dataclass

from ispyb_api.db import engines

_FEWEST, _WARM = 20, 5


@dataclass(frozen=True)
class Times:
    """Seconds of each request."""

    seconds: list

    @property
    def p50(self):
        return statistics.median(self.seconds)

    @property
    def p95(self):
        return sorted(self.seconds)[int(len(self.seconds) * 0.95)]


def side_by_side(calls, seconds):
    """Call each of ``calls`` in turn for so long, and some times at least; whatever disturbs one disturbs them all.

    Return the Times of each.
    """
    for call in calls * _WARM:
        call()
    taken, until = [[] for _ in calls], time.perf_counter() + seconds * len(calls)
    while time.perf_counter() < until or len(taken[-1]) < _FEWEST:
        for call, times in zip(calls, taken, strict=True):
            began = time.perf_counter()
            call()
            times.append(time.perf_counter() - began)
    return [Times(times) for times in taken]


class Asking:
    """One path, asked over a connection that stays open."""

    def __init__(self, port, path, headers):
        self._client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self._path, self._headers = path, headers

    def __call__(self):
        self._client.request("GET", self._path, headers=self._headers)
        answer = self._client.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"{self._path} answers {answer.status}: {body[:200]!r}")
        return body

    def close(self):
        self._client.close()


def throughput(port, path, headers, threads, seconds):
    """Return how many requests a second are answered to so many clients at once."""
    done = [0] * threads
    until = time.perf_counter() + seconds

    def ask(place):
        with contextlib.closing(Asking(port, path, headers)) as asking:
            while time.perf_counter() < until:
                asking()
                done[place] += 1

    began = time.perf_counter()
    clients = [threading.Thread(target=ask, args=(place,)) for place in range(threads)]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    return sum(done) / (time.perf_counter() - began)


@contextlib.contextmanager
def bare(url, statements):
    """Yield a function that runs a request's statements as a script would: plain PyMySQL, one transaction, JSON."""
    with engines.from_url(url).raw(autocommit=False) as raw:
        yield functools.partial(_run, raw, statements)


def _run(raw, statements):
    raw.begin()
    rows = []
    with raw.cursor() as cursor:
        for each in statements:
            cursor.execute(each.sql, each.values)
            rows += cursor.fetchall()
    raw.commit()
    return json.dumps(rows, default=str)
