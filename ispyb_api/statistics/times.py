"""How the time of a session was spent.  docs/statistics.rst defines each number; a test holds them against a plain model."""

import datetime

from ispyb_api.statistics.visits import moment

LONGEST_CENTRING = datetime.timedelta(minutes=15)
LONGEST_STRATEGY = datetime.timedelta(hours=1)
PARTS = ("startup", "datacollection", "edge", "xrf", "robot", "strategy", "centring", "fault", "remaining")
_NOTHING = datetime.timedelta()


def of_visit(visit):
    """Return {duration, startup, ..., thinking} in hours; what cannot be known is None."""
    busy = [row for rows in (visit.collections, visit.robot, visit.edge, visit.xrf) for row in rows]
    starts = [row["start"] for row in busy if row["start"]]
    ends = [row["end"] or row["start"] for row in busy if row["end"] or row["start"]]
    spent = {
        "startup": _between(visit.start, min(starts, default=None)),
        "datacollection": _sum(visit.collections),
        "edge": _sum(visit.edge),
        "xrf": _sum(visit.xrf),
        "robot": _sum(visit.robot),
        "strategy": sum((took for *_, took in strategies(visit)), _NOTHING),
        "centring": sum((end - start for start, end in centrings(visit)), _NOTHING),
        "fault": _sum(visit.faults),
        "remaining": _between(max(ends, default=None), visit.end),
    }
    duration = _between(visit.start, visit.end)
    thinking = None if duration is None else max(duration - sum(filter(None, spent.values()), _NOTHING), _NOTHING)
    return {name: hours(value) for name, value in {"duration": duration, **spent, "thinking": thinking}.items()}


def average(times):
    """Return the mean of each number over the sessions in which it is known."""
    found = {}
    for name in ("duration", *PARTS, "thinking"):
        known = [each[name] for each in times if each[name] is not None]
        found[name] = round(sum(known) / len(known), 4) if known else None
    return found


def centrings(visit):
    """Yield (start, end) from the end of each load of a sample to the next start of a data collection, if that is soon."""
    loads = sorted(row["end"] for row in visit.robot if row["end"] and (row["actionType"] or "").upper() == "LOAD")
    starts = sorted(row["start"] for row in visit.collections if row["start"])
    for number, loaded in enumerate(loads):
        following = next((start for start in starts if start >= loaded), None)
        until = loads[number + 1] if number + 1 < len(loads) else None
        if following and following - loaded <= LONGEST_CENTRING and (until is None or following <= until):
            yield loaded, following


def strategies(visit):
    """Yield (start, end, how long) from the end of a group's last collection to its last characterisation, if that is soon."""
    last = {}
    for row in visit.collections:
        if row["end"]:
            group = row["dataCollectionGroupId"]
            last[group] = max(last.get(group, row["end"]), row["end"])
    for row in visit.strategies:
        done, end = moment(row["doneAt"]), last.get(row["dataCollectionGroupId"])
        if done and end and end <= done <= end + LONGEST_STRATEGY:
            yield end, done, done - end


def hours(length):
    """Return a length of time in hours."""
    return None if length is None else round(length.total_seconds() / 3600, 4)


def _between(start, end):
    return max(end - start, _NOTHING) if start and end else None


def _sum(rows):
    known = (row["end"] - row["start"] for row in rows if row["start"] and row["end"])
    return sum((each for each in known if each > _NOTHING), _NOTHING)
