"""Where a page of the timeline ends, so that the next one goes on there, whatever has been added on top meanwhile."""

import datetime

from ispyb_api.db import cursors
from ispyb_api.db.queries import Clause

# Columns that each source is sorted by: its time, the latest first, and its key; sources are sorted by their names between.
SOURCES = {
    "dc": ("d.startTime", "d.dataCollectionId"),
    "es": ("es.startTime", "es.energyScanId"),
    "robot": ("ra.startTimestamp", "ra.robotActionId"),
    "xrf": ("xs.startTime", "xs.xfeFluorescenceSpectrumId"),
}


def of(row):
    """Return the cursor that stands behind a row."""
    return cursors.written(row["type"], (row["startTime"] or "").replace(" ", "T"), row["rowId"])


def after(cursor):
    """Return the conditions by source of what comes behind a cursor; raise Invalid if it is none."""
    kind, start, row_id = _read(cursor)
    return {source: _behind(source, kind, start, row_id) for source in SOURCES}


def _read(cursor):
    kind, start, row_id = cursors.read(cursor, 3)
    try:
        moment = datetime.datetime.fromisoformat(start) if start else None
    except ValueError:
        raise cursors.unknown() from None
    if kind not in SOURCES or (moment is not None and moment.tzinfo is not None):
        raise cursors.unknown()
    return kind, moment, cursors.number(row_id)


def _behind(source, kind, start, row_id):
    time, key = SOURCES[source]
    same = f"{time} = :c_start" if start else f"{time} IS NULL"
    later = f"({time} < :c_start OR {time} IS NULL)" if start else "1 = 0"
    values = {"c_start": start} if start else {}
    if source < kind:
        return Clause(later, values)
    if source > kind:
        return Clause(f"{later} OR {same}", values)
    return Clause(f"{later} OR ({same} AND {key} < :c_row)", {**values, "c_row": row_id})
