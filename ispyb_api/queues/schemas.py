"""What queues of containers look like from outside, and what one may ask of them."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import Bool, Choice, Float, Ident, Int, Items, Part, Stamp, Text, described
from ispyb_api.http.paging import order_by, page_of
from ispyb_api.queues.progress import STATUS
from ispyb_api.shipping.schemas import PROPOSAL_NAME, BriefDewarSchema, OfProposalArguments

BEAMLINE = "Beamline at which the container is."


class QueuedContainerSchema(ma.Schema):
    """A container in a queue, in short.  Everything is null where there is none."""

    containerId = Int("The container's row.", "Container.containerId")
    dewarId = Int("The dewar it came in.", "Container.dewarId")
    code = Text("Name of the container.", "Container.code")
    barcode = Text("Barcode on the container.", "Container.barcode")
    containerType = Text("Kind of container, as Unipuck.", "Container.containerType")
    capacity = Int("How many samples it can hold.", "Container.capacity")
    containerStatus = Text("Where it is on its way, as processing: on a beamline.", "Container.containerStatus")
    beamlineLocation = Text("Beamline at which it is.", "Container.beamlineLocation")
    sampleChangerLocation = Text("Its position in the sample changer.", "Container.sampleChangerLocation")
    Dewar = Part(BriefDewarSchema, "The dewar it came in; always there.", allow_none=False)


class QueueMetadataSchema(ma.Schema):
    """Whose a queued container is, and how much of it was queued."""

    proposal = Text("The proposal's name, as mx415.", PROPOSAL_NAME)
    samples = Int(
        "How many samples, and positions on samples, are to be measured.",
        "computed: ContainerQueueSample.containerQueueSampleId",
        allow_none=False,
    )


class ContainerQueueSchema(ma.Schema):
    """A container that waits to be measured, or that waited.  All times are the facility's clock."""

    containerQueueId = Ident("The queue's row.", "ContainerQueue.containerQueueId")
    containerId = Int("The container.", "ContainerQueue.containerId")
    personId = Int("Who queued it.", "ContainerQueue.personId")
    createdTimeStamp = Stamp("When it was queued.", "ContainerQueue.createdTimeStamp")
    completedTimeStamp = Stamp("When it was done; null while it waits.", "ContainerQueue.completedTimeStamp")
    Container = Part(QueuedContainerSchema, "The container; always there.", allow_none=False)
    _metadata = Part(QueueMetadataSchema, "Whose it is, and how much of it.", allow_none=False)


class QueuedNameSchema(ma.Schema):
    """A sample in a queue, in short."""

    blSampleId = Ident("The sample's row.", "BLSample.blSampleId")
    name = Text("Name of the sample.", "BLSample.name")
    location = Text("Its place in the container.", "BLSample.location")


class QueuedPositionSchema(ma.Schema):
    """A position on a sample in a queue, in short."""

    blSubSampleId = Ident("The position's row.", "BLSubSample.blSubSampleId")
    type = Text("poi, a point; loi, a line; roi, a region; as facilities write it.", "BLSubSample.type")
    BLSample = Part(QueuedNameSchema, "The sample it is on.")


class QueuedPlanSchema(ma.Schema):
    """The plan of a queued sample, in short; all of it is at /diffractionplans/{diffractionPlanId}."""

    diffractionPlanId = Ident("The plan's row.", "DiffractionPlan.diffractionPlanId")
    experimentKind = Text("Kind of experiment, as OSC.", "DiffractionPlan.experimentKind")
    scanParameters = fields.Dict(
        keys=fields.String(),
        allow_none=True,
        metadata=described(
            "Parameters of the scan; null where the text is no JSON object.", "DiffractionPlan.scanParameters"
        ),
    )
    monoBandwidth = Float("Bandwidth of the beam.", "DiffractionPlan.monoBandwidth", "%")
    recordTimeStamp = Stamp("When its row was made, on the facility's clock.", "DiffractionPlan.recordTimeStamp")


class PlaceOfContainerSchema(ma.Schema):
    """Where the container of a queued sample is."""

    containerId = Int("The container's row.", "Container.containerId")
    code = Text("Name of the container.", "Container.code")
    beamlineLocation = Text(BEAMLINE, "Container.beamlineLocation")
    sampleChangerLocation = Text("Its position in the sample changer.", "Container.sampleChangerLocation")


class QueuedCollectionSchema(ma.Schema):
    """A data collection that was made for something queued."""

    dataCollectionId = Ident("The data collection's row.", "DataCollection.dataCollectionId")
    runStatus = Text("How it ended, in the words of the control software.", "DataCollection.runStatus")


class QueuedSampleMetadataSchema(ma.Schema):
    """What became of something queued, as far as the caller may see."""

    proposalId = Int("The row of the proposal.", "Shipping.proposalId")
    proposal = Text("The proposal's name, as mx415.", PROPOSAL_NAME)
    queued = Stamp("When the container was queued.", "ContainerQueue.createdTimeStamp")
    completed = Stamp("When the container was done; null while it waits.", "ContainerQueue.completedTimeStamp")
    status = Text(
        "Queued, without data collections; Failed, where one did not end with success; else Completed.",
        "computed: DataCollection.runStatus",
        allow_none=False,
        validate=validate.OneOf(STATUS),
    )
    datacollections = Items(
        QueuedCollectionSchema,
        "Data collections that were made for it since it was queued: by its plan; without one, at its position or of its"
        " sample.",
        "computed: DataCollection.dataCollectionPlanId",
    )
    dataCollectionGroupId = Int("The group of the last of them.", "DataCollection.dataCollectionGroupId")
    sessionId = Int("The session of the last of them.", "DataCollectionGroup.sessionId")
    started = Stamp("When the first of them began.", "computed: DataCollection.startTime")
    finished = Stamp("When the last of them ended.", "computed: DataCollection.endTime")
    types = Items(
        Text("Kind of experiment.", "DataCollectionGroup.experimentType"),
        "Kinds of experiments that were made, each once.",
        "computed: DataCollectionGroup.experimentType",
    )


class QueuedSampleSchema(ma.Schema):
    """A sample of a queued container, or a position on one, that is to be measured by a plan."""

    containerQueueSampleId = Ident("The row of its place in the queue.", "ContainerQueueSample.containerQueueSampleId")
    containerQueueId = Int("The queue.", "ContainerQueueSample.containerQueueId")
    dataCollectionPlanId = Int("The plan.", "ContainerQueueSample.dataCollectionPlanId")
    blSampleId = Int("The sample; null of a position.", "ContainerQueueSample.blSampleId")
    blSubSampleId = Int("The position; null of a whole sample.", "ContainerQueueSample.blSubSampleId")
    status = Text("What a program noted of it, as skipped or reinspect.", "ContainerQueueSample.status")
    startTime = Stamp("When a program noted that it began, on the facility's clock.", "ContainerQueueSample.startTime")
    endTime = Stamp("When a program noted that it was done, on the facility's clock.", "ContainerQueueSample.endTime")
    BLSample = Part(QueuedNameSchema, "The sample; null of a position.")
    BLSubSample = Part(QueuedPositionSchema, "The position; null of a whole sample.")
    DiffractionPlan = Part(QueuedPlanSchema, "The plan; null if there is none.")
    Container = Part(PlaceOfContainerSchema, "Where it is; always there.", allow_none=False)
    _metadata = Part(QueuedSampleMetadataSchema, "What became of it.", allow_none=False)


class ContainerQueueArguments(OfProposalArguments):
    order_by = order_by("containerQueueId")
    containerId = Ident("The container's row.")
    beamLineName = Text(BEAMLINE, allow_none=False, validate=validate.Length(1, 45))
    completed = Bool("Whether they are done, or still wait; both if absent.", allow_none=False)


class QueuedSampleArguments(OfProposalArguments):
    order_by = order_by("containerQueueSampleId", "started", "finished")
    containerQueueId = Ident("The queue's row.")
    containerId = Ident("The container's row.")
    blSampleId = Ident("The sample's row; positions on it are found too.")
    beamLineName = Text(BEAMLINE, allow_none=False, validate=validate.Length(1, 45))
    status = Choice(STATUS, "What became of it.")


ContainerQueuePageSchema = page_of(ContainerQueueSchema)
QueuedSamplePageSchema = page_of(QueuedSampleSchema)
