"""What happened in sessions, one after the other, and what was set."""

import collections

from ispyb_api.statistics import counts, times

_SERIES = (
    ("energy", "eV", lambda row: round(counts.energy(row), 2) if row["wavelength"] else None),
    ("beamSizeAtSampleX", "mm", lambda row: row["beamSizeAtSampleX"]),
    ("beamSizeAtSampleY", "mm", lambda row: row["beamSizeAtSampleY"]),
    ("chiStart", "°", lambda row: row["chiStart"]),
    ("phiStart", "°", lambda row: row["phiStart"]),
    ("kappaStart", "°", lambda row: row["kappaStart"]),
)


def of_visits(visits, run=None):
    """Return the overview, the history and what can be plotted of some sessions; ``run`` is the period's name."""
    rows = sorted((row for visit in visits for row in _history(visit)), key=lambda row: row["startTime"])
    return {"overview": {**_overview(visits), "run": run}, "history": rows, "plottables": _plottables(visits)}


def _overview(visits):
    starts, ends = [v.start for v in visits if v.start], [v.end for v in visits if v.end]
    start, end = min(starts, default=None), max(ends, default=None)
    one = visits[0] if len(visits) == 1 else None
    known = [v.end - v.start for v in visits if v.start and v.end]
    return {
        "startDate": _text(start),
        "endDate": _text(end),
        "duration": round(sum(max(each.total_seconds(), 0) for each in known) / 3600, 4) if known else None,
        "beamLineName": visits[0].beamLineName,
        "sessionId": str(one.sessionId) if one else None,
        "session": one.session if one else None,
        "counts": _counts(visits),
    }


def _counts(visits):
    rows = [row for visit in visits for row in visit.collections]
    failed = sum(each["failed"] + each["aborted"] for each in counts.failures(visits, {}))
    return {
        "datacollections": len(rows),
        "failed": failed,
        "datacollectionTypes": dict(collections.Counter(row["experimentType"] or counts.UNKNOWN for row in rows)),
        "robot": sum(len(visit.robot) for visit in visits),
        "edge": sum(len(visit.edge) for visit in visits),
        "xrf": sum(len(visit.xrf) for visit in visits),
    }


def _history(visit):
    """Yield the session itself and all that lasted from one time to another."""
    yield from filter(None, [_entry(visit, "session", {"start": visit.start, "end": visit.end}, title=visit.session)])
    for row in visit.collections:
        more = {"subType": row["experimentType"], "status": row["runStatus"], "title": row["imagePrefix"]}
        yield from filter(None, [_entry(visit, "dc", row, sample=row["sample"], protein=row["protein"], **more)])
    for row in visit.robot:
        more = {"subType": row["actionType"], "status": row["status"], "sample": row["sample"]}
        yield from filter(None, [_entry(visit, "robot", row, **more)])
    for row in visit.edge:
        yield from filter(None, [_entry(visit, "edge", row, title=row["element"])])
    for row in visit.xrf:
        yield from filter(None, [_entry(visit, "xrf", row)])
    for row in visit.faults:
        yield from filter(None, [_entry(visit, "fault", row, title=row["title"])])
    for start, end in times.centrings(visit):
        yield _entry(visit, "centring", {"start": start, "end": end})
    for start, end, _ in times.strategies(visit):
        yield _entry(visit, "strategy", {"start": start, "end": end})


def _entry(visit, kind, row, **more):
    """Return an entry, or None of what has no time at all."""
    start = row["start"] or row["end"]
    if start is None:
        return None
    empty = dict.fromkeys(("protein", "sample", "subType", "status", "title"))
    of_session = {"session": visit.session, "sessionId": str(visit.sessionId)}
    times_of_it = {"startTime": _text(start), "endTime": _text(row["end"] or start)}
    return {"eventType": kind, **times_of_it, **empty, **more, **of_session}


def _plottables(visits):
    rows = [row for visit in visits for row in visit.collections if row["start"]]
    series = [{"title": title, "unit": unit, "data": [value(row) for row in rows]} for title, unit, value in _SERIES]
    return {"time": [_text(row["start"]) for row in rows], "series": series}


def _text(moment):
    return moment.isoformat(timespec="seconds") if moment else None
