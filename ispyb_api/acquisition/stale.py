"""End data collections that nobody ended: control software that was stopped does not come back to say so."""

import datetime
import json

from ispyb_api.auth import activity, clock

RUN_STATUS = "No end recorded"
_MOST, _ALL = 500, 2**31 - 1


def close(database, *, hours, days, dry_run, login, tell=lambda number: None):
    """End collections that began more than ``hours`` and less than ``days`` ago; return how many.

    The end is when the images that were asked for would have been taken.  ``tell`` hears how many were ended so far.
    """
    closed, most = 0, _ALL if dry_run else _MOST
    while True:
        with database.transaction(write=not dry_run) as tx:
            now = clock.facility(tx)
            since, earlier = now - datetime.timedelta(days=days), now - datetime.timedelta(hours=hours)
            rows = tx.all("acquisition.stale_collections", since=since, earlier=earlier, most=most)
            if dry_run:
                return len(rows)
            _end(tx, rows, now, login)
        closed += len(rows)
        tell(closed)
        if len(rows) < _MOST:
            return closed


def _end(tx, rows, now, login):
    """End collections, as a change of their sessions that is on record."""
    ended = {}
    for row in rows:
        ended.setdefault(row["sessionId"], []).append(row["dataCollectionId"])
    tx.lock("auth.touch_sessions", sessionIds=sorted(ended))
    for row in rows:
        end = clock.read(row["startTime"]) + datetime.timedelta(seconds=row["seconds"] or 0)
        values = {"endTime": min(end, now), "runStatus": RUN_STATUS}
        tx.run("acquisition.close_collection", dataCollectionId=row["dataCollectionId"], **values)
    for session_id, numbers in sorted(ended.items()):
        detail = json.dumps({"dataCollectionId": numbers})
        activity.record(tx, login=login, action="collections ended", target=f"session {session_id}", detail=detail)
