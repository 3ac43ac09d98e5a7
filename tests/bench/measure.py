"""Measure every list and item route of a real server on a large invented facility: scripts/bench."""

import argparse
import contextlib
import json
import os
import re
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import pymysql

from ispyb_api import settings as configuration
from ispyb_api.app import create_app
from ispyb_api.db import engines, migrate
from tests.bench import cases, examples, load, record, report, seed, serve
from tests.bench.facility.plan import ADMIN, LOGINS, MEMBER, STAFF, at_scale

CALLERS = {"admin": LOGINS[ADMIN], "staff": LOGINS[STAFF], "member": LOGINS[MEMBER]}


def main():
    """Run the command line."""
    given = _arguments()
    with tempfile.TemporaryDirectory(prefix="ispyb-api-bench-") as folder:
        scales = [given.scale, *([given.compare_scale] if given.compare_scale else [])]
        sites = [_Site(scale, _database(given, scale), Path(folder)) for scale in scales]
        runs = [_run(given, sites, workers, Path(folder)) for workers in given.workers]
    if given.json:
        given.json.write_text(json.dumps(report.as_data(runs), indent=1), encoding="utf-8")
    print(report.text(runs))


def _arguments():
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--scale", type=float, default=1.0, help="size of the facility; 1 is 60,000 collections")
    parser.add_argument("--compare-scale", type=float, help="measure beside it one of this size, as 4")
    parser.add_argument(
        "--workers", type=_numbers, default=[1, 2], help="worker processes, one run for each number: 1,2"
    )
    parser.add_argument("--threads", type=int, default=4, help="clients at once, for the requests a second")
    parser.add_argument("--callers", type=lambda text: text.split(","), default=["admin", "member"], help="of admin, staff, member")  # fmt: skip
    parser.add_argument(
        "--routes", type=re.compile, default=re.compile(""), help="only URLs in which this pattern is found"
    )
    parser.add_argument("--seconds", type=float, default=1.0, help="how long to ask each URL, for each figure")
    parser.add_argument(
        "--database-url", help="an empty database, or one that scripts/seed filled; a private server if absent"
    )
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    given = parser.parse_args()
    if given.database_url and given.compare_scale:
        parser.error("--compare-scale needs two databases, and --database-url is one")
    return given


def _numbers(text):
    return [int(each) for each in text.split(",")]


def _database(given, scale):
    """Return the URL of a database with the facility, filled if it was not; one of our own is made anew if it is stale."""
    if given.database_url:
        seed.fill(given.database_url, at_scale(scale), progress=_say)
        return given.database_url
    server = urlsplit(os.environ["ISPYB_TEST_MARIADB"])
    name = f"bench_{scale:g}".replace(".", "_")
    url = f"{server.geturl()}/{name}"
    with pymysql.connect(host=server.hostname, port=server.port, user=server.username).cursor() as cursor:
        cursor.execute(f"CREATE DATABASE IF NOT EXISTS {name} CHARACTER SET utf8mb4")
        try:
            seed.fill(url, at_scale(scale), progress=_say)
        except (seed.SeedError, migrate.MigrationError):
            cursor.execute(f"DROP DATABASE {name}")
            cursor.execute(f"CREATE DATABASE {name} CHARACTER SET utf8mb4")
            seed.fill(url, at_scale(scale), progress=_say)
    return url


def _say(line):
    print(line, file=sys.stderr, flush=True)


class _Site:
    """A database of one scale, its settings, and what to ask."""

    def __init__(self, scale, url, folder):
        self.scale, self.url = scale, url
        self.settings = folder / f"settings-{scale:g}.toml"
        serve.write_settings(self.settings, url)
        self.app = create_app(configuration.load(self.settings, environ={}))
        with engines.from_url(url).raw() as raw:
            self.examples = examples.find(raw.cursor(), LOGINS[MEMBER])
        self.cases = cases.to_measure(self.app, self.examples)


def _run(given, sites, workers, folder):
    """Return the run of all scales with so many workers: side by side, so that they meet the same machine."""
    with contextlib.ExitStack() as stack:
        servers = [stack.enter_context(serve.running(site.settings, workers, folder / "log")) for site in sites]
        results = []
        for caller in given.callers:
            asked = [_Asked(given, site, server, caller) for site, server in zip(sites, servers, strict=True)]
            for place, case in enumerate(sites[0].cases):
                if given.routes.search(case.name):
                    _say(f"{workers} worker(s), {caller}: {case.name}")
                    results += [each.measure(each.site.cases[place], workers) for each in asked]
        scales = [
            report.Process(s.scale, server.seconds, server.megabytes())
            for s, server in zip(sites, servers, strict=True)
        ]
    return report.Run(workers, results, scales)


class _Asked:
    """One caller of one site."""

    def __init__(self, given, site, server, caller):
        self.site = site
        self._given, self._server, self._caller = given, server, caller
        self._recorder = record.Recorder(site.app, CALLERS[caller], serve.PASSWORD)
        self._headers = server.log_in(CALLERS[caller])

    def measure(self, case, workers):
        """Return the figures of one case."""
        answer, first = self._recorder.ask(case.path)
        what = {
            "scale": self.site.scale,
            "workers": workers,
            "caller": self._caller,
            "case": case,
            "statements": len(first),
        }
        if answer.status_code != 200:
            return report.Result(**what, status=answer.status_code)
        _, repeated = self._recorder.ask(case.path)  # without what is remembered for a while, as a total
        served, bare = self._timed(case, repeated)
        return report.Result(
            **what,
            status=200,
            rows=len(answer.json["results"]) if case.limit else None,
            size=len(answer.get_data()),
            times=served,
            bare=bare and bare.p50,
            per_second=load.throughput(
                self._server.port, case.path, self._headers, self._given.threads, self._given.seconds
            ),
        )

    def _timed(self, case, statements):
        """Return the Times of the server, and those of the same SQL bare; None where there is no SQL."""
        with contextlib.ExitStack() as stack:
            asking = load.Asking(self._server.port, case.path, self._headers)
            calls = [stack.enter_context(contextlib.closing(asking))]
            if statements:
                calls.append(stack.enter_context(load.bare(self.site.url, statements)))
            return [*load.side_by_side(calls, self._given.seconds), None][:2]


if __name__ == "__main__":
    main()
