"""What was done in sessions, counted: failures by kind of experiment, collections by the hour, values in bins."""

import collections

UNKNOWN = "unknown"
EV_ANGSTROM = 12_398.419_843_320_026  # eV Å


def energy(row):
    """Return a collection's photon energy in eV, None where its wavelength is not known."""
    return EV_ANGSTROM / row["wavelength"] if row["wavelength"] else None


# Parameters that can be counted in bins: from, to, width, unit, and the value of a collection in that unit.
PARAMETERS = {
    "energy": (1000, 25_000, 200, "eV", energy),
    "beamsizex": (0, 150, 5, "µm", lambda row: _times(row["beamSizeAtSampleX"], 1000)),
    "beamsizey": (0, 150, 5, "µm", lambda row: _times(row["beamSizeAtSampleY"], 1000)),
    "exposuretime": (0, 5000, 50, "ms", lambda row: _times(row["exposureTime"], 1000)),
}


def succeeded(status):
    """Tell whether a run status says that a collection went well; nothing recorded says nothing bad."""
    text = (status or "").casefold()
    return not text or ("success" in text and "unsuccess" not in text)


def failures(visits, messages):
    """Return for each kind of experiment how many collections there were, failed and were aborted, and why.

    ``messages`` are the last words of the collections' logs, {dataCollectionId: text}.
    """
    found = {}
    for row in (row for visit in visits for row in visit.collections):
        kind = found.setdefault(row["experimentType"] or UNKNOWN, collections.Counter())
        kind["total"] += 1
        if row["runStatus"] and not succeeded(row["runStatus"]) and not _runs(row):
            kind["aborted" if "abort" in row["runStatus"].casefold() else "failed"] += 1
            if said := messages.get(row["dataCollectionId"]):
                kind["message", said] += 1
    return [_failures_of(name, kind) for name, kind in sorted(found.items())]


def _runs(row):
    return row["end"] is None and row["runStatus"].casefold() in ("running", "started")


def _failures_of(name, kind):
    said = sorted(((number, key[1]) for key, number in kind.items() if isinstance(key, tuple)), reverse=True)
    return {
        "experimentType": name,
        "total": kind["total"],
        "failed": kind["failed"],
        "failedPercent": _percent(kind["failed"], kind["total"]),
        "aborted": kind["aborted"],
        "abortedPercent": _percent(kind["aborted"], kind["total"]),
        "messages": [{"count": number, "message": text} for number, text in said],
    }


def by_the_hour(moments):
    """Return for each hour of the day how often something began, on average over the days on which something did."""
    moments = [each for each in moments if each]
    days = {each.date() for each in moments}
    counted = collections.Counter(each.hour for each in moments)
    return {
        "hour": list(range(24)),
        "average": [round(counted[hour] / len(days), 4) if days else 0 for hour in range(24)],
    }


def histogram(visits, parameter):
    """Return for each beamline how many collections had a value in each bin; the last bin's end belongs to it."""
    low, high, width, unit, value_of = PARAMETERS[parameter]
    lines = {}
    for visit in visits:
        counted = lines.setdefault(visit.beamLineName or UNKNOWN, collections.Counter())
        for row in visit.collections:
            value = value_of(row)
            if value is not None and low <= value <= high:
                counted[min(int((value - low) // width), (high - low) // width - 1)] += 1
    bins = range(low, high, width)
    rows = [
        {"beamLineName": name, "bin": list(bins), "frequency": [counted[number] for number in range(len(bins))]}
        for name, counted in sorted(lines.items())
    ]
    return {"parameter": parameter, "unit": unit, "beamLines": rows}


def _times(value, factor):
    return None if value is None else value * factor


def _percent(part, whole):
    return round(100 * part / whole, 2) if whole else 0
