"""Measure every list and item route of a real server on a large invented facility: scripts/bench."""

import argparse
import contextlib
import json
import re
import sys
import tempfile
from pathlib import Path

from ispyb_api import settings as configuration
from ispyb_api.app import create_app
from ispyb_api.db import engines
from tests.bench import cases, examples, files, java, load, record, report, seed, serve
from tests.bench.facility.plan import ADMIN, LOGINS, MEMBER, STAFF

CALLERS = {"admin": LOGINS[ADMIN], "staff": LOGINS[STAFF], "member": LOGINS[MEMBER]}


def main():
    """Run the command line."""
    given = _arguments()
    with tempfile.TemporaryDirectory(prefix="ispyb-api-bench-") as folder:
        scales = [given.scale, *([given.compare_scale] if given.compare_scale else [])]
        sites = [
            _Site(scale, seed.database(given.database_url, scale, "bench", _say), Path(folder), is_java=given.java)
            for scale in scales
        ]
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
    parser.add_argument("--java", action="store_true", help="measure the lists of the Java server's REST API instead")
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


def _say(line):
    print(line, file=sys.stderr, flush=True)


class _Site:
    """A database of one scale, its settings, and what to ask."""

    def __init__(self, scale, url, folder, *, is_java):
        self.scale, self.url, self.is_java = scale, url, is_java
        self.settings = folder / f"settings-{scale:g}.toml"
        serve.write_settings(self.settings, url, java_rest=is_java)
        self.app = create_app(configuration.load(self.settings, environ={}))
        with engines.from_url(url).raw() as raw:
            cursor = raw.cursor()
            given = examples.find(cursor, LOGINS[MEMBER])
            self.cases = java.to_measure(cursor, given) if is_java else cases.to_measure(self.app, given)


def _run(given, sites, workers, folder):
    """Return the run of all scales with so many workers: side by side, so that they meet the same machine."""
    with contextlib.ExitStack() as stack:
        servers = [stack.enter_context(serve.running(site.settings, workers, folder / "log")) for site in sites]
        results = []
        for caller in given.callers:
            asked = [_Asked(site, server, caller) for site, server in zip(sites, servers, strict=True)]
            for place, case in enumerate(sites[0].cases):
                if given.routes.search(case.name):
                    _say(f"{workers} worker(s), {caller}: {case.name}")
                    results += _measured(given, asked, place, workers)
        scales = [
            report.Process(s.scale, server.seconds, server.megabytes())
            for s, server in zip(sites, servers, strict=True)
        ]
    return report.Run(workers, results, scales)


def _measured(given, asked, place, workers):
    """Return one case's figures of each site."""
    found = [each.ask(place) for each in asked]
    if any(answer.status_code != 200 for answer, _, _ in found):
        times = [(None, None)] * len(asked)
    else:
        times = _timed(given, asked, place, [repeated for _, _, repeated in found])
    return [
        report.Result(
            scale=each.site.scale,
            workers=workers,
            caller=each.caller,
            place=place,
            case=each.site.cases[place],
            statements=len(first),
            status=answer.status_code,
            rows=_rows(answer),
            size=len(answer.get_data()),
            times=served,
            bare=bare and bare.p50,
            per_second=served and each.throughput(place, given.threads, given.seconds),
        )
        for each, (answer, first, _), (served, bare) in zip(asked, found, times, strict=True)
    ]


def _rows(answer):
    """Return how many rows a list has, None for what is no list."""
    whole = answer.json if answer.is_json else None
    listed = whole.get("results") if isinstance(whole, dict) else whole
    return len(listed) if isinstance(listed, list) else None


def _timed(given, asked, place, statements):
    """Return (Times of the server, Times of the same SQL bare) of each site; None where there is no SQL."""
    with contextlib.ExitStack() as stack:
        served = [stack.enter_context(contextlib.closing(each.client(place))) for each in asked]
        bare = [
            stack.enter_context(load.bare(each.site.url, those)) if those else None
            for each, those in zip(asked, statements, strict=True)
        ]
        times = iter(load.side_by_side([*served, *filter(None, bare)], given.seconds))
        of_served = [next(times) for _ in served]
        return [(those, next(times) if sql else None) for those, sql in zip(of_served, bare, strict=True)]


class _Asked:
    """One caller of one site."""

    def __init__(self, site, server, caller):
        self.site, self.caller = site, caller
        self._server = server
        self._recorder = record.Recorder(site.app, CALLERS[caller], serve.PASSWORD)
        self._headers = server.log_in(CALLERS[caller])
        # The token is in the database: it is good for the application in this process, too.
        self._token = server.log_in_to_java(CALLERS[caller]) if site.is_java else ""

    def ask(self, place):
        """Return the answer, its statements, and those of a second time: without what is remembered for a while, as a total."""
        path = self._path(place)
        with files.laid():
            answer, first = self._recorder.ask(path)
        return answer, first, self._recorder.ask(path)[1]

    def client(self, place):
        return load.Asking(self._server.port, self._path(place), self._headers)

    def throughput(self, place, threads, seconds):
        return load.throughput(self._server.port, self._path(place), self._headers, threads, seconds)

    def _path(self, place):
        return self.site.cases[place].path.replace(java.TOKEN, self._token)


if __name__ == "__main__":
    main()
