"""The timeline in the database.  The SQL is in sql/queries/events/."""

from ispyb_api.acquisition import grids
from ispyb_api.db.listing import continued, page
from ispyb_api.events import cursors, filters

TYPE_NAMES = {"robot": "Sample Actions", "es": "Energy Scan", "xrf": "XRF Spectrum"}
KEYS = {
    "dc": "g.dataCollectionGroupId",
    "robot": "ra.robotActionId",
    "es": "es.energyScanId",
    "xrf": "xs.xfeFluorescenceSpectrumId",
}


class EventRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the timeline, with the whole row of whatever happened as its Item."""
        slots = filters.slots(self._tx, arguments) | _visible(access) | {"page": page(arguments)}
        rows = self._tx.all("events.list_events", slots, most=arguments["skip"] + arguments["limit"])
        found = continued(rows, arguments, lambda: self._count(arguments, access), cursors.of)
        for row in rows:
            del row["rowId"]
            row["Item"] = {kind: row.pop(kind) for kind in ("dc", *TYPE_NAMES)}[row["type"]]
        self._add_grids([row["Item"] for row in rows if row["type"] == "dc"], filters.one_by_one(arguments))
        return found

    def types(self, arguments, access):
        """Return the kinds of events that there are."""
        slots = self._counting(arguments, access)
        kinds = {
            row["eventType"] for row in self._tx.all("events.event_types" if slots else "events.all_event_types", slots)
        }
        found = [
            {"eventTypeName": TYPE_NAMES.get(kind, kind), "eventType": kind} for kind in sorted(kinds, key=str.casefold)
        ]
        return {"total": len(found), "results": found, "skip": 0, "limit": len(found)}

    def _count(self, arguments, access):
        slots = self._counting(arguments, access)
        if not slots:
            return self._tx.total("events.count_all_events")
        single = filters.one_by_one(arguments)
        return self._tx.total("events.count_collections" if single else "events.count_events", slots)

    def _counting(self, arguments, access):
        """Return the conditions of a count; none if everything is to be counted."""
        if access.everything and not arguments.keys() - {"skip", "limit", "after"}:
            return {}
        return filters.slots(self._tx, arguments, counting=True) | _visible(access)

    def _add_grids(self, collections, single):
        """Add each collection's grids: all those of its group, or those that are its own."""
        by_group = grids.of_groups(self._tx, {_group(each) for each in collections})
        for each in collections:
            found = by_group[_group(each)]
            each["GridInfo"] = grids.of_collection(found, each["dataCollectionId"]) if single else found


def _group(collection):
    return collection["DataCollectionGroup"]["dataCollectionGroupId"]


def _visible(access):
    """Return the slots that leave, of each source, what the caller may see."""
    return {f"visible_{kind}": access.measured(kind, key, "s.sessionId") for kind, key in KEYS.items()}
