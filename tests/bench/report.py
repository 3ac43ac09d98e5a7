"""Put the figures of a bench into tables, and say which aims they reach."""

from dataclasses import dataclass

from tests.bench.cases import LARGE, PAGE

RATIO = {PAGE: 2.0, LARGE: 1.5}  # of a list's p50 to that of its SQL bare, by its rows
STATEMENTS = 3
GROWTH = 1.3  # of p50, at four times the facility
MEGABYTES = 100
START = 1.5


@dataclass(frozen=True)
class Result:
    """One URL asked by one caller; ``bare`` is the p50 of its SQL alone.  Times are in seconds."""

    scale: float
    workers: int
    caller: str
    place: int  # of the case among those of its scale
    case: object
    statements: int
    status: int
    rows: int | None = None
    size: int = 0
    bare: float | None = None
    times: object = None
    per_second: float = 0.0

    @property
    def ratio(self):
        return self.times.p50 / self.bare if self.bare else None

    @property
    def is_slow(self):
        """Whether a page takes longer than it may; of ours, full ones: the SQL of a few rows is too quick to compare with."""
        most = self.case.most or RATIO.get(self.rows)
        return bool(most and self.ratio and self.ratio > most)

    @property
    def asks_much(self):
        """Whether a list of ours takes too many statements; the Java server's rows have more relations."""
        return self.case.most is None and self.statements > STATEMENTS


@dataclass(frozen=True)
class Process:
    scale: float
    seconds: float
    megabytes: list


@dataclass(frozen=True)
class Run:
    """All that was measured with one number of workers."""

    workers: int
    results: list
    processes: list


def as_data(runs):
    """Return the figures as JSON takes them."""
    return [
        {
            "workers": run.workers,
            "servers": [vars(each) for each in run.processes],
            "results": [_data(each) for each in run.results],
        }
        for run in runs
    ]


def _data(result):
    timed = result.times and {"p50": result.times.p50, "p95": result.times.p95, "ratio": result.ratio}
    plain = {name: value for name, value in vars(result).items() if name not in ("case", "times")}
    return {**plain, "url": result.case.name, **(timed or {})}


def text(runs):
    """Return the figures as tables."""
    return "\n".join(line for run in runs for line in (*_tables(run), *_growth(run), *_rest(run)))


_HEAD = (
    f"{'':2}{'rows':>5} {'kB':>7} {'p50 ms':>8} {'p95 ms':>8} {'req/s':>7} {'SQL':>4} {'bare ms':>8} {'ratio':>6}  URL"
)


def _tables(run):
    groups = dict.fromkeys((each.scale, each.caller) for each in run.results)
    for scale, caller in groups:
        yield f"\nscale {scale:g}, {run.workers} worker(s), as {caller}"
        yield _HEAD
        yield from (_line(each) for each in run.results if (each.scale, each.caller) == (scale, caller))


def _line(result):
    if result.status != 200:
        return f"{'':59}  {result.case.name}: not measured, it answers {result.status}"
    times = f"{result.times.p50 * 1000:8.2f} {result.times.p95 * 1000:8.2f} {result.per_second:7.0f}"
    bare = f"{result.bare * 1000:8.2f} {result.ratio:6.2f}" if result.bare else f"{'-':>8} {'-':>6}"
    rows = "" if result.rows is None else result.rows
    mark = "!" if result.is_slow or result.asks_much else ""
    return f"{mark:2}{rows:>5} {result.size / 1000:7.1f} {times} {result.statements:>4} {bare}  {result.case.name}"


def _growth(run):
    """Yield how the lists grow with the facility."""
    first, *others = run.processes
    base = {(each.caller, each.place): each for each in run.results if each.scale == first.scale and each.times}
    for other in others:
        yield f"\np50 at scale {other.scale:g} to that at scale {first.scale:g}, {run.workers} worker(s)"
        for each in run.results:
            small = base.get((each.caller, each.place))
            if each.scale == other.scale and each.times and small and small.rows == each.rows:
                growth = each.times.p50 / small.times.p50
                mark = "!" if growth > GROWTH and each.case.limit else ""
                yield f"{mark:2}{growth:6.2f}  {small.times.p50 * 1000:8.2f} {each.times.p50 * 1000:8.2f} ms  {each.caller:7} {each.case.name}"


def _rest(run):
    for each in run.processes:
        memory = ", ".join(f"{size:.0f}" for size in each.megabytes)
        yield f"\nscale {each.scale:g}, {run.workers} worker(s): {each.seconds:.2f} s from start to /health; resident memory of each worker, MB: {memory}"
    yield from _verdict(run)


def _verdict(run):
    """Yield the aims with how many of the figures reach them."""
    done = [each for each in run.results if each.times]
    lists = [each for each in done if each.case.limit]
    growth = [line for line in _growth(run) if line.startswith("!")]
    bounded = [each for each in done if each.case.most]
    aims = {
        "ratio of each <= its most": _share(bounded, lambda each: not each.is_slow),
        **{
            f"{rows} rows: ratio <= {most:g}": _share(_full(lists, rows), lambda each: not each.is_slow)
            for rows, most in RATIO.items()
        },
        f"lists: <= {STATEMENTS} statements besides authentication": _share(
            lists, lambda each: each.statements <= STATEMENTS
        ),
        f"lists: p50 grows by <= {GROWTH:g}": f"{len(growth)} do not" if len(run.processes) > 1 else "not measured",
        f"< {MEGABYTES} MB a worker": _share(run.processes, lambda each: max(each.megabytes) < MEGABYTES),
        f"start-up < {START:g} s": _share(run.processes, lambda each: each.seconds < START),
    }
    yield f"\naims, {run.workers} worker(s)"
    yield from (f"  {aim}: {found}" for aim, found in aims.items())


def _full(lists, rows):
    return [each for each in lists if each.rows == rows]


def _share(things, good):
    return f"{sum(map(good, things))} of {len(things)}"
