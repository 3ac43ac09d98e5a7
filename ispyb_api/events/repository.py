"""The timeline in the database.  The SQL is in sql/queries/events/."""

from ispyb_api.db.listing import envelope, page
from ispyb_api.db.queries import Clause
from ispyb_api.events import filters

TYPE_NAMES = {"robot": "Sample Actions", "es": "Energy Scan", "xrf": "XRF Spectrum"}


class EventRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the timeline, with the whole row of whatever happened as its Item."""
        single = filters.one_by_one(arguments)
        slots = filters.slots(self._tx, arguments) | {"visible": access.sessions("s.sessionId")}
        count = "events.count_collections" if single else "events.count_events"
        rows = self._tx.all(
            "events.list_events", slots | {"page": page(arguments)}, most=arguments["skip"] + arguments["limit"]
        )
        for row in rows:
            row["Item"] = {kind: row.pop(kind) for kind in ("dc", *TYPE_NAMES)}[row["type"]]
        self._add_grids([row["Item"] for row in rows if row["type"] == "dc"], single)
        return envelope(rows, arguments, lambda: self._tx.total(count, slots))

    def types(self, arguments, access):
        """Return the kinds of events that there are."""
        slots = filters.slots(self._tx, arguments) | {"visible": access.sessions("s.sessionId")}
        query = "events.event_types" if arguments or not access.everything else "events.all_event_types"
        kinds = sorted({row["eventType"] for row in self._tx.all(query, slots)}, key=str.casefold)
        found = [{"eventTypeName": TYPE_NAMES.get(kind, kind), "eventType": kind} for kind in kinds]
        return {"total": len(found), "results": found, "skip": 0, "limit": len(found)}

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
