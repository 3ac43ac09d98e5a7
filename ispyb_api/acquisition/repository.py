"""Data collections and their groups in the database.  The SQL is in sql/queries/acquisition/."""

from dataclasses import replace

from ispyb_api import names
from ispyb_api.acquisition import grids
from ispyb_api.db.listing import Listing, envelope
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound

_SESSION = {
    "session": lambda name: names.session(name, prefix="v"),
    "sessionId": ("g.sessionId", "eq"),
    "proposal": names.proposal,
    "proposalId": ("s.proposalId", "eq"),
    "beamLineName": ("s.beamLineName", "eq"),
    "experimentType": ("g.experimentType", "eq"),
}

GROUPS = Listing(
    filters={**_SESSION, "dataCollectionGroupId": ("g.dataCollectionGroupId", "eq")},
    sorts={"dataCollectionGroupId": "g.dataCollectionGroupId", "startTime": "g.startTime"},
    default_sort="-dataCollectionGroupId",
    tie_breaker="g.dataCollectionGroupId",
)

COLLECTIONS = Listing(
    filters={
        **_SESSION,
        "dataCollectionId": ("d.dataCollectionId", "eq"),
        "dataCollectionGroupId": ("d.dataCollectionGroupId", "eq"),
        "blSubSampleId": ("d.blSubSampleId", "eq"),
        "runStatus": ("d.runStatus", "eq"),
        "imageDirectory": ("d.imageDirectory", "eq"),
        "fileTemplate": ("d.fileTemplate", "eq"),
        "imagePrefix": ("d.imagePrefix", "eq"),
        "dataCollectionNumber": ("d.dataCollectionNumber", "eq"),
        "since": ("d.startTime", "gte"),
        "until": ("d.startTime", "lt"),
        "workflowUid": lambda uid: Clause(
            "d.dataCollectionId IN (SELECT fw.dataCollectionId FROM api_collection_workflow fw WHERE fw.uid = :f_uid)",
            {"f_uid": uid},
        ),
    },
    sorts={"dataCollectionId": "d.dataCollectionId", "startTime": "d.startTime"},
    default_sort="-startTime",
    tie_breaker="d.dataCollectionId",
)

# To find the first rows of a common type the database had better walk the time than begin with all groups of the type;
# with this condition it cannot begin there.
WALKED = replace(
    COLLECTIONS, filters={**COLLECTIONS.filters, "experimentType": ("COALESCE(g.experimentType, '')", "eq")}
)


class GroupRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the groups that match and that the caller may see."""
        visible = access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")
        if "blSampleId" in arguments:
            part = self._tx.part("acquisition.groups_of_sample", blSampleId=arguments["blSampleId"])
            visible = _also(visible, part, "dataCollectionGroupId", "g")
        return GROUPS.read(self._tx, "acquisition.list_groups", "acquisition.count_groups", arguments, visible=visible)

    def get(self, group_id, access):
        """Return one group by its id."""
        found = self.page({"dataCollectionGroupId": group_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No group {group_id} of data collections.")
        return found[0]


class CollectionRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the data collections that match and that the caller may see."""
        visible = access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")
        if "blSampleId" in arguments:
            part = self._tx.part("acquisition.collections_of_sample", blSampleId=arguments["blSampleId"])
            visible = _also(visible, part, "dataCollectionId", "d")
        rows = self._tx.all("acquisition.list_collections", WALKED.slots(arguments, visible=visible))
        return envelope(rows, arguments, lambda: self._count(COLLECTIONS.where(arguments), visible))

    def get(self, collection_id, access):
        """Return one data collection by its id, with its group, its detector, its grids and its sequences of events."""
        collection = self._seen(collection_id, access)
        group_id = collection["dataCollectionGroupId"]
        collection["DataCollectionGroup"] = GroupRepository(self._tx).get(group_id, access)
        collection["GridInfo"] = self._grids(collection)
        collection["event_chains"] = self._chains(collection_id) if collection["SSXDataCollection"] else []
        return collection

    def grids(self, collection_id, access):
        """Return the grids that a data collection scanned, and those of its group only."""
        return self._grids(self._seen(collection_id, access))

    def _seen(self, collection_id, access):
        found = self.page({"dataCollectionId": collection_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No data collection {collection_id}.")
        return found[0]

    def _grids(self, collection):
        group_id = collection["dataCollectionGroupId"]
        return grids.of_collection(grids.of_groups(self._tx, [group_id])[group_id], collection["dataCollectionId"])

    def _chains(self, collection_id):
        """Return the sequences of events of a collection; a database may have tables for the one and not for the other."""
        if self._tx.part("acquisition.chains_of_collection") is None:
            return []
        found = {}
        for row in self._tx.all("acquisition.chains_of_collection", dataCollectionId=collection_id):
            event = row.pop("event")
            chain = found.setdefault(row["eventChainId"], {**row, "events": []})
            chain["events"] += [event] if event else []
        return list(found.values())

    def _count(self, where, visible):
        if not where.sql and not visible.sql:
            return self._tx.total("acquisition.count_all_collections")
        return self._tx.total("acquisition.count_collections", {"where": where, "visible": visible})


def _also(visible, part, key, alias):
    """Return the join with what the caller may see, and with the rows of ``part``."""
    sql = f"{visible.sql} JOIN ({part.sql}) sampled ON sampled.{key} = {alias}.{key}"
    return Clause(sql, {**visible.params, **part.params})
