"""What is sent to queues of containers."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Bool, Ident, Items
from ispyb_api.http.paging import MOST


class NewQueuedSampleSchema(ma.Schema):
    """What is to be measured: a sample, or a position on one."""

    blSampleId = Ident("The sample, of the container.", "ContainerQueueSample.blSampleId", strict=True)
    blSubSampleId = Ident(
        "The position, on a sample of the container.", "ContainerQueueSample.blSubSampleId", strict=True
    )
    dataCollectionPlanId = Ident(
        "The plan, of the same proposal; if absent, its own.", "ContainerQueueSample.dataCollectionPlanId", strict=True
    )

    @ma.validates_schema
    def _one_thing(self, data, **_):
        if ("blSampleId" in data) == ("blSubSampleId" in data):
            raise ma.ValidationError("Give either blSampleId or blSubSampleId.", "blSampleId")


class NewContainerQueueSchema(ma.Schema):
    """A container to queue."""

    containerId = Ident("The container.", "ContainerQueue.containerId", required=True, strict=True)
    samples = Items(
        NewQueuedSampleSchema,
        "What of it is to be measured, in this order.  If absent: each sample by each of its plans, then the positions that"
        " have plans.",
        validate=validate.Length(1, MOST),
    )


class ContainerQueuePatchSchema(ma.Schema):
    """What becomes of a queued container."""

    completed = Bool("Whether it is done: it waits no longer.", allow_none=False, required=True)
