"""Where a page of the timeline ends, so that the next one goes on there, whatever has been added on top meanwhile."""

import base64
import binascii
import datetime

from ispyb_api.db.queries import Clause
from ispyb_api.errors import Invalid

# Columns that each source is sorted by: its time, the latest first, and its key; sources are sorted by their names between.
SOURCES = {
    "dc": ("d.startTime", "d.dataCollectionId"),
    "es": ("es.startTime", "es.energyScanId"),
    "robot": ("ra.startTimestamp", "ra.robotActionId"),
    "xrf": ("xs.startTime", "xs.xfeFluorescenceSpectrumId"),
}


def of(row):
    """Return the cursor that stands behind a row."""
    text = f"{row['type']}|{(row['startTime'] or '').replace(' ', 'T')}|{row['rowId']}"
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def after(cursor):
    """Return the conditions by source of what comes behind a cursor; raise Invalid if it is none."""
    kind, start, row_id = _read(cursor)
    return {source: _behind(source, kind, start, row_id) for source in SOURCES}


def _read(cursor):
    try:
        text = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode("ascii")
        kind, start, row_id = text.split("|")
        moment = datetime.datetime.fromisoformat(start) if start else None
        if kind in SOURCES and row_id.isdecimal() and len(row_id) < 11 and (moment is None or moment.tzinfo is None):
            return kind, moment, int(row_id)
    except (ValueError, binascii.Error):
        pass
    raise Invalid(errors={"after": ["Must be the next of an earlier page."]})


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
