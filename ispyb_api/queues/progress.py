"""How far what was queued is: read off the data collections that were made for it since."""

from ispyb_api.db.listing import page
from ispyb_api.db.queries import Clause

QUEUED, COMPLETED, FAILED = "Queued", "Completed", "Failed"
STATUS = (QUEUED, COMPLETED, FAILED)

# A collection is for what was queued by its plan; without a plan, by its position or its sample.
_WAYS = ("queues.collections_by_plan", "queues.collections_at_positions", "queues.collections_of_samples")
_THIS = " AND it.containerQueueSampleId = qi.containerQueueSampleId"
_WRONG = (
    " AND mc.runStatus <> '' AND mc.runStatus NOT LIKE '%running%'"
    " AND (mc.runStatus NOT LIKE '%success%' OR mc.runStatus LIKE '%unsuccess%')"
)
_TIMES = {"started": "MIN(mo.startTime)", "finished": "MAX(mo.endTime)"}


class Progress:
    """The collections that a caller may see, all of them without ``access``, as one transaction reads them."""

    def __init__(self, tx, access=None):
        self._tx = tx
        self._visible = access.measured("dc", "mg.dataCollectionGroupId", "mg.sessionId") if access else Clause()
        self._parts = [
            part.sql.replace("/*visible_sessions*/", self._visible.sql) for part in map(tx.part, _WAYS) if part
        ]

    def of(self, items):
        """Return {what was queued: its collections}."""
        found = {item: [] for item in items}
        if found:
            ways = self._ways(" AND it.containerQueueSampleId IN (:items)")
            union = Clause("".join(f" UNION {way}" for way in ways), {**self._visible.params, "items": list(found)})
            for row in self._tx.all("queues.collections_of_queued", {"union": union}):
                found[row.pop("containerQueueSampleId")].append(row)
        return found

    def waiting(self, items):
        """Return those for which nothing was collected yet."""
        return [item for item, collections in self.of(items).items() if not collections]

    def has_status(self, name):
        """Return the condition that something queued has a status."""
        some, wrong = self._any(_THIS), self._any(_THIS + _WRONG)
        sql = {QUEUED: f"NOT ({some})", COMPLETED: f"({some}) AND NOT ({wrong})", FAILED: wrong}[name]
        return Clause(sql, self._visible.params)

    def slots(self, listing, arguments):
        """Return order and page; the order may be by when the collections were made."""
        by = _TIMES.get(arguments.get("order_by"))
        if by is None:
            slots = listing.slots(arguments)
            return {"order": slots["order"], "page": slots["page"]}
        direction = (arguments.get("order") or "asc").upper()
        times = ", ".join(
            f"(SELECT {by} FROM DataCollection mo WHERE (qi.containerQueueSampleId, mo.dataCollectionId) IN ({way}))"
            for way in self._ways(_THIS)
        )
        order = f"ORDER BY COALESCE({times}, NULL) {direction}, qi.containerQueueSampleId {direction}"
        return {"order": Clause(order, self._visible.params), "page": page(arguments)}

    def _ways(self, where):
        return [part.replace("/*where*/", where) for part in self._parts]

    def _any(self, where):
        return " OR ".join(f"EXISTS ({way})" for way in self._ways(where))


def progress(collections):
    """Return what is told of collections that were made for one thing."""
    last = collections[-1] if collections else {}
    begun = [row["startTime"] for row in collections if row["startTime"]]
    ended = [row["endTime"] for row in collections if row["endTime"]]
    return {
        "datacollections": [{key: row[key] for key in ("dataCollectionId", "runStatus")} for row in collections],
        "dataCollectionGroupId": last.get("dataCollectionGroupId"),
        "sessionId": last.get("sessionId"),
        "started": min(begun, default=None),
        "finished": max(ended, default=None),
        "types": sorted({row["experimentType"] for row in collections if row["experimentType"]}),
        "status": _status(collections),
    }


def _status(collections):
    if not collections:
        return QUEUED
    return FAILED if any(_is_wrong((row["runStatus"] or "").casefold()) for row in collections) else COMPLETED


def _is_wrong(status):
    return bool(status) and "running" not in status and ("success" not in status or "unsuccess" in status)
