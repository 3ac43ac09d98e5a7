"""How an experiment goes: numbers of movies over time, and by collection.  The SQL is in sql/queries/em/statistics.sql."""

from ispyb_api.db.listing import Listing
from ispyb_api.processing import scopes

MEASURES = (
    *("totalMotion", "averageMotionPerFrame", "estimatedDefocus", "astigmatism"),
    *("estimatedResolution", "iceThickness"),
)
COUNTS = ("movies", "motionCorrections", "ctfs")

# How many characters of a time say when an interval begins, and how the rest is filled up.
INTERVALS = {"minute": 16, "tenMinutes": 15, "hour": 13, "day": 10}
_BEGINNING = "0000-00-00 00:00:00"

COLLECTIONS = Listing(
    sorts={"dataCollectionId": "d.dataCollectionId", "startTime": "d.startTime"},
    default_sort="-dataCollectionId",
    tie_breaker="d.dataCollectionId",
)


class StatisticsRepository:
    def __init__(self, tx):
        self._tx = tx

    def over_time(self, arguments, access):
        """Return the numbers of each interval in which movies were made, and those of all of them."""
        slots = {"visible": scopes.visible(self._tx, access, arguments), "where": scopes.where(arguments)}
        rows = self._tx.all("em.statistics_over_time", slots, length=INTERVALS[arguments["interval"]])
        found = [{"begin": row["moment"] + _BEGINNING[len(row["moment"]) :], **_shown(row)} for row in rows]
        return {"whole": _shown(_together(rows)), "results": found}

    def of_collections(self, arguments, access):
        """Return one page of the collections with movies, each with its numbers."""
        visible, also = scopes.visible(self._tx, access, arguments), scopes.conditions(arguments)
        names = "em.list_collections", "em.count_collections"
        found = COLLECTIONS.read(self._tx, *names, arguments, *also, visible=visible)
        numbers = self._numbers([row["dataCollectionId"] for row in found["results"]])
        for row in found["results"]:
            row["statistics"] = _shown(numbers.get(row["dataCollectionId"]) or _together([]))
        return found

    def _numbers(self, collections):
        if not collections:
            return {}
        rows = self._tx.all("em.statistics_of_collections", collections=collections)
        return {row["dataCollectionId"]: row for row in rows}


def _shown(row):
    """Return counts, and of each measure the mean and the extremes."""
    return {name: row[name] for name in ("firstMovie", "lastMovie", *COUNTS)} | {
        name: _of_measure(row[name]) for name in MEASURES
    }


def _of_measure(sums):
    number = sums["number"]
    mean = sums["sum"] / number if number else None
    return {"number": number, "mean": mean, "min": sums["min"], "max": sums["max"]}


def _together(rows):
    """Return the numbers of all rows as one."""
    found = {name: sum(row[name] for row in rows) for name in COUNTS}
    found["firstMovie"] = min((row["firstMovie"] for row in rows), default=None)
    found["lastMovie"] = max((row["lastMovie"] for row in rows), default=None)
    for name in MEASURES:
        there = [row[name] for row in rows if row[name]["number"]]
        found[name] = {
            "number": sum(each["number"] for each in there),
            "sum": sum(each["sum"] for each in there),
            "min": min((each["min"] for each in there), default=None),
            "max": max((each["max"] for each in there), default=None),
        }
    return found
