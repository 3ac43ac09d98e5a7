"""Containers that wait to be measured, and what of them.  The SQL is in sql/queries/queues/."""

import json

from ispyb_api import names
from ispyb_api.db.listing import Listing, envelope
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.queues.progress import Progress, progress

QUEUES = Listing(
    filters={
        "containerQueueId": ("qu.containerQueueId", "eq"),
        "containerId": ("qu.containerId", "eq"),
        "proposal": names.proposal,
        "beamLineName": ("co.beamlineLocation", "eq"),
        "completed": lambda done: Clause(f"qu.completedTimeStamp IS {'NOT ' if done else ''}NULL"),
    },
    sorts={"containerQueueId": "qu.containerQueueId"},
    default_sort="-containerQueueId",
    tie_breaker="qu.containerQueueId",
)
_SAMPLE_FILTERS = {
    "containerQueueSampleId": ("qi.containerQueueSampleId", "eq"),
    "containerQueueId": ("qi.containerQueueId", "eq"),
    **{name: QUEUES.filters[name] for name in ("containerId", "proposal", "beamLineName")},
}
_OF_SAMPLE = ("queues.queued_by_position", "queues.queued_itself")


class QueueRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the queued containers that match and that the caller may see."""
        visible = access.contents("sh.proposalId")
        page = QUEUES.read(self._tx, "queues.list_queues", "queues.count_queues", arguments, visible=visible)
        for row in page["results"]:
            container = row["Container"] = row.pop("_Container")
            container["Dewar"] = container.pop("_Dewar")
            container["Dewar"]["Shipping"] = container["Dewar"].pop("_Shipping")
        return page

    def get(self, queue_id, access):
        """Return one queued container by the row of its queue."""
        found = self.page({"containerQueueId": queue_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No queue {queue_id}.")
        return found[0]


class QueuedSampleRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of what was queued, each with the data collections that were made for it."""
        made = Progress(self._tx, access)
        listing = Listing(
            filters={**_SAMPLE_FILTERS, "status": made.has_status},
            sorts={"containerQueueSampleId": "qi.containerQueueSampleId"},
            default_sort="containerQueueSampleId",
            tie_breaker="qi.containerQueueSampleId",
        )
        visible = conjoined(access.contents("sh.proposalId"), self._of_sample(arguments.get("blSampleId")))
        slots = {"visible": visible, "where": listing.where(arguments)}
        shown = {**slots, **made.slots(listing, arguments)}
        rows = self._tx.all("queues.list_queued_samples", shown)
        self._finish(rows, made)
        return envelope(rows, arguments, lambda: self._tx.total("queues.count_queued_samples", slots))

    def get(self, item_id, access):
        """Return one thing that was queued, by its row."""
        found = self.page({"containerQueueSampleId": item_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No queued sample {item_id}.")
        return found[0]

    def _of_sample(self, sample_id):
        """Return the join with the places of a sample, and of positions on it."""
        if sample_id is None:
            return Clause()
        parts = [part.sql for part in map(self._tx.part, _OF_SAMPLE) if part]
        return Clause(
            f"JOIN ({' UNION '.join(parts)}) place ON place.containerQueueSampleId = qi.containerQueueSampleId",
            {"sampleId": sample_id},
        )

    def _finish(self, rows, made):
        collections = made.of([row["containerQueueSampleId"] for row in rows])
        for row in rows:
            row["Container"] = row.pop("_Container")
            row["_metadata"] |= progress(collections[row["containerQueueSampleId"]])
            if row["DiffractionPlan"]:
                row["DiffractionPlan"]["scanParameters"] = _object(row["DiffractionPlan"]["scanParameters"])


def conjoined(*joins):
    """Return several joins as one."""
    return Clause(
        " ".join(join.sql for join in joins), {key: each for join in joins for key, each in join.params.items()}
    )


def _object(text):
    """Return the JSON object that a text is, None for any other text."""
    try:
        found = json.loads(text) if text else None
    except ValueError:
        return None
    return found if isinstance(found, dict) else None
