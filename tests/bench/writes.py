"""Measure what is recorded: the server over HTTP beside the same statements and commit bare.  scripts/bench writes."""

import argparse
import http.client
import json
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from ispyb_api import settings as configuration
from ispyb_api.app import PREFIX, create_app
from ispyb_api.db import engines
from tests.bench import record, replay, seed, serve, writes_cases
from tests.bench.facility.plan import ADMIN, LOGINS

_FORMAT = "{:44} {:>9} {:>9} {:>6} {:>5}"
_WARM = 2
_IDLE = 2  # seconds
PERMISSIONS = ["ingest_data", "ingest_proc", "all_proposals"]


class Result(NamedTuple):
    """What one case took, in seconds."""

    name: str
    served: list
    bare: list
    statements: int
    grown: float  # MiB

    def line(self):
        served, bare = statistics.median(self.served), statistics.median(self.bare)
        return _FORMAT.format(
            self.name, f"{served * 1000:.1f}", f"{bare * 1000:.1f}", f"{served / bare:.2f}", self.statements
        )


def main():
    """Run the command line."""
    given = _arguments()
    with tempfile.TemporaryDirectory(prefix="ispyb-api-bench-") as folder:
        url = seed.database(given.database_url, given.scale, "bench_writes", _say)
        settings = Path(folder) / "settings.toml"
        serve.write_settings(settings, url)
        with (
            serve.running(settings, 1, Path(folder) / "log") as server,
            engines.from_url(url).raw(autocommit=False) as raw,
        ):
            site = _Site(create_app(configuration.load(settings, environ={})), server, raw)
            results = [
                result
                for case in writes_cases.CASES
                if given.cases.search(case.name)
                for result in _measure(site, case, given)
            ]
    print(_FORMAT.format("", "API ms", "bare ms", "ratio", "SQL"))
    for each in results:
        print(each.line())
    print(
        "\nThe worker grew, in MiB: " + ", ".join(f"{each.name} {each.grown:.1f}" for each in results if each.grown > 1)
    )


def _arguments():
    parser = argparse.ArgumentParser(prog="scripts/bench writes", description=__doc__)
    parser.add_argument("--scale", type=float, default=0.2, help="size of the facility; 1 is 60,000 collections")
    parser.add_argument("--rounds", type=int, default=40, help="requests of each case; a tenth of them of the largest")
    parser.add_argument(
        "--cases", type=re.compile, default=re.compile(""), help="only those in whose names this pattern is found"
    )
    parser.add_argument(
        "--database-url",
        help="a database to write to: empty, or one that scripts/seed filled; a private server if absent",
    )
    return parser.parse_args()


def _say(line):
    print(line, file=sys.stderr, flush=True)


class _Site:
    """The server, the same application in this process, a bare connection, and the rows to write to."""

    def __init__(self, app, server, raw):
        self.server, self.raw, self._asked = server, raw, 0
        self._recorder = record.Recorder(app, LOGINS[ADMIN], serve.PASSWORD)
        self._client = http.client.HTTPConnection("127.0.0.1", server.port, timeout=300)
        self._headers = {"Content-Type": "application/json", **server.log_in(LOGINS[ADMIN])}
        token = self.make("/auth/service-tokens", name="bench", owner=LOGINS[ADMIN], permissions=PERMISSIONS)["token"]
        self._headers["Authorization"] = f"Bearer {token}"
        self.rows = writes_cases.Rows(self, raw)

    def make(self, path, **body):
        """Record a row; return it."""
        return json.loads(self.send("POST", path, json.dumps(body)))

    def send(self, method, path, text):
        """Return the server's answer, read."""
        if time.monotonic() - self._asked > _IDLE:  # the server ends a connection that nobody uses
            self._client.close()
        self._client.request(method, f"{PREFIX}{path}", text, self._headers)
        answer = self._client.getresponse()
        body = answer.read()
        self._asked = time.monotonic()
        if answer.status not in (200, 201):
            raise RuntimeError(f"{method} {path} answers {answer.status}: {body[:500]!r}")
        return body

    def statements(self, method, path, text):
        """Return the statements of a request, which is done."""
        answer, statements = self._recorder.ask(f"{PREFIX}{path}", method, self._headers, data=text)
        if answer.status_code not in (200, 201):
            raise RuntimeError(f"{method} {path} answers {answer.status_code}: {answer.get_data()[:500]!r}")
        return statements


def _measure(site, case, given):
    """Yield the results of a case: beside all its statements and, if it is asked for, beside those that send many rows alone."""
    _say(case.name)
    recorded = case.request(site.rows)
    site.statements(*recorded.sent())  # what a process asks once
    recorded = case.request(site.rows)
    statements = site.statements(*recorded.sent())
    alone = [each for each in statements if isinstance(each.values, list)] if case.many else []
    served, bare, bare_alone = [], [], []
    for number in range(_WARM + max(3, given.rounds // (10 if case.many else 1))):
        if number == _WARM:
            before = sum(site.server.megabytes())
            for times in (served, bare, bare_alone):
                times.clear()
        sent = case.request(site.rows).sent()
        served.append(_timed(site.send, *sent))
        for times, those in ((bare, statements), (bare_alone, alone)):
            if those:
                times.append(replay.seconds(site.raw, those, recorded, case.request(site.rows)))
    grown = sum(site.server.megabytes()) - before
    yield Result(case.name, served, bare, len(statements), grown)
    if alone:
        yield Result(f"{case.name}, to executemany alone", served, bare_alone, len(alone), 0)


def _timed(work, *arguments):
    began = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
