"""End data collections that nobody ended: control software that was stopped does not come back to say so."""

import datetime

RUN_STATUS = "No end recorded"
_MOST, _ALL = 500, 2**31 - 1


def close(database, *, now, hours, days, dry_run, tell=lambda number: None):
    """End collections that began more than ``hours`` and less than ``days`` ago; return how many.

    The end is when the images that were asked for would have been taken.  ``tell`` hears how many were ended so far.
    """
    since, earlier = now - datetime.timedelta(days=days), now - datetime.timedelta(hours=hours)
    closed, most = 0, _ALL if dry_run else _MOST
    while True:
        with database.transaction(write=not dry_run) as tx:
            rows = tx.all("acquisition.stale_collections", since=since, earlier=earlier, most=most)
            if dry_run:
                return len(rows)
            for row in rows:
                end = datetime.datetime.fromisoformat(row["startTime"]) + datetime.timedelta(
                    seconds=row["seconds"] or 0
                )
                values = {"endTime": min(end, now), "runStatus": RUN_STATUS}
                tx.run("acquisition.close_collection", dataCollectionId=row["dataCollectionId"], **values)
        closed += len(rows)
        tell(closed)
        if len(rows) < _MOST:
            return closed
