"""The timeline in the database.  The SQL is in sql/queries/events/."""

from ispyb_api.db.listing import envelope, page
from ispyb_api.db.queries import Clause
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
        following = cursors.of(rows[-1]) if len(rows) == arguments["limit"] else None
        for row in rows:
            del row["rowId"]
            row["Item"] = {kind: row.pop(kind) for kind in ("dc", *TYPE_NAMES)}[row["type"]]
        self._add_grids([row["Item"] for row in rows if row["type"] == "dc"], filters.one_by_one(arguments))
        count = lambda: self._count(arguments, access)  # noqa: E731 - of the whole timeline, wherever the page begins
        if "after" in arguments:
            return {"total": count(), "results": rows, "skip": 0, "limit": arguments["limit"], "next": following}
        return {**envelope(rows, arguments, count), "next": following}

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
        by_group = {each["DataCollectionGroup"]["dataCollectionGroupId"]: [] for each in collections}
        if by_group:
            groups = list(by_group)
            more = self._tx.part("events.grids_of_collections", groups=groups)
            slots = {"union": Clause(f"UNION {more.sql}", more.params)} if more else {}
            for grid in self._tx.all("events.grids", slots, groups=groups):
                by_group[grid.pop("groupId")].append(grid)
        for each in collections:
            grids = by_group[each["DataCollectionGroup"]["dataCollectionGroupId"]]
            owners = (None, each["dataCollectionId"])
            each["GridInfo"] = [grid for grid in grids if grid["dataCollectionId"] in owners] if single else grids


def _visible(access):
    """Return the slots that leave, of each source, what the caller may see."""
    return {f"visible_{kind}": access.measured(kind, key, "s.sessionId") for kind, key in KEYS.items()}
