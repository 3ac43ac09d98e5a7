"""What the timeline looks like from outside."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.acquisition.schemas_datacollection import DataCollectionSchema
from ispyb_api.acquisition.schemas_parts import DetectorSchema, GridInfoSchema, SSXDataCollectionSchema, WorkflowSchema
from ispyb_api.acquisition.schemas_scans import (
    EnergyScanMetadataSchema,
    EnergyScanSchema,
    RobotActionMetadataSchema,
    RobotActionSchema,
    SpectrumMetadataSchema,
    SpectrumSchema,
)
from ispyb_api.http.fields import Bool, Choice, Float, Ident, Int, Items, Part, Stamp, Text, described
from ispyb_api.http.paging import CursorArguments, page_of
from ispyb_api.names import PROPOSAL, SESSION

TYPES = ("dc", "robot", "es", "xrf")
STATUSES = ("success", "failed", "processing", "processed", "processerror")

# Of a collection's 107 columns, those that a timeline shows.
SHOWN = """
    dataCollectionId dataCollectionNumber runStatus comments imageDirectory imagePrefix imageSuffix fileTemplate
    imageContainerSubPath numberOfImages numberOfPasses exposureTime wavelength flux xBeam yBeam xBeamPix yBeamPix
    beamSizeAtSampleX beamSizeAtSampleY beamShape polarisation transmission undulatorGap1 undulatorGap2 undulatorGap3
    resolution detectorDistance rotationAxis axisStart axisEnd axisRange overlap phiStart kappaStart omegaStart chiStart
    binning particleDiameter defocusStepSize amountAstigmatism voltage objAperture
""".split()  # noqa: SIM905 - names, to be read as a list of words


def _recorded(meaning, column):
    return Bool(f"Whether {meaning} is recorded; whether it can be read shows when it is fetched.", f"computed: DataCollection.{column}", allow_none=False)  # fmt: skip


class EventGroupSchema(ma.Schema):
    """The group of collections made together."""

    dataCollectionGroupId = Ident("The group's row.", "DataCollectionGroup.dataCollectionGroupId")
    experimentType = Text("Kind of experiment, as OSC, Mesh or SSX-Jet.", "DataCollectionGroup.experimentType")
    blSampleId = Int("The sample that the group names.", "DataCollectionGroup.blSampleId")
    comments = Text("Remarks on the group.", "DataCollectionGroup.comments")
    Workflow = Part(WorkflowSchema, "The workflow that made the group; null if none did.")


SnapshotsSchema = ma.Schema.from_dict(
    {
        **{str(n): _recorded(f"picture {n} of the crystal", f"xtalSnapshotFullPath{n}") for n in range(1, 5)},
        "analysis": _recorded("the plot of the images' quality", "imageQualityIndicatorsPlotPath"),
    },
    name="SnapshotsSchema",
)


class EventDataCollectionMetadataSchema(ma.Schema):
    snapshots = Part(SnapshotsSchema, "Which pictures are recorded.", allow_none=False)


class EventDataCollectionSchema(
    ma.Schema.from_dict({name: DataCollectionSchema._declared_fields[name] for name in SHOWN})
):
    """The Item of type dc: a data collection; of a group, the one made last."""

    magnification = Int("Magnification as calibrated (electron microscopes).", "DataCollection.magnification", "times")
    DataCollectionGroup = Part(EventGroupSchema, "The group of collections made together.", allow_none=False)
    Detector = Part(DetectorSchema, "The detector; null if none is recorded.")
    SSXDataCollection = Part(SSXDataCollectionSchema, "What serial crystallography adds; null for other experiments.")
    GridInfo = Items(GridInfoSchema, "The grids that were scanned.")
    _metadata = Part(EventDataCollectionMetadataSchema, "What can be fetched for the collection.", allow_none=False)


ITEMS = {"dc": EventDataCollectionSchema, "robot": RobotActionSchema, "es": EnergyScanSchema, "xrf": SpectrumSchema}


class EventSchema(ma.Schema):
    """Something that happened in a session.  All times are the facility's clock."""

    id = Ident(
        "The row of the table that type names; for a group of collections the highest dataCollectionId in it.",
        "computed: DataCollection.dataCollectionId, RobotAction.robotActionId, EnergyScan.energyScanId, XFEFluorescenceSpectrum.xfeFluorescenceSpectrumId",
    )
    type = Choice(
        TYPES,
        "What happened: dc data collections, robot a robot action, es an energy scan, xrf a fluorescence spectrum.",
        "computed: the table",
    )
    startTime = Stamp(
        "When it began; of a group when its earliest collection began.",
        "computed: DataCollection.startTime, RobotAction.startTimestamp, EnergyScan.startTime, XFEFluorescenceSpectrum.startTime",
    )
    endTime = Stamp(
        "When it ended; of a group when its latest collection ended.",
        "computed: DataCollection.endTime, RobotAction.endTimestamp, EnergyScan.endTime, XFEFluorescenceSpectrum.endTime",
    )
    duration = Float(
        "How long it took; of a group the sum over its collections. Null where a start or an end is missing.",
        "computed: DataCollection.startTime, DataCollection.endTime, RobotAction.startTimestamp, RobotAction.endTimestamp, EnergyScan.startTime, EnergyScan.endTime, XFEFluorescenceSpectrum.startTime, XFEFluorescenceSpectrum.endTime",
        "min",
    )
    count = Int(
        "How many data collections the group has; 1 for everything else.",
        "computed: DataCollection.dataCollectionId",
        allow_none=False,
    )
    session = Text(
        "The session's name, as mx415-3; null if a part of it is missing.",
        "computed: Proposal.proposalCode, Proposal.proposalNumber, BLSession.visit_number",
    )
    sessionId = Ident("The session's row.", "BLSession.sessionId")
    proposal = Text("The proposal's name, as mx415.", "computed: Proposal.proposalCode, Proposal.proposalNumber")
    proposalId = Int("The proposal's row.", "BLSession.proposalId")
    beamLineName = Text("Name of the beamline.", "BLSession.beamLineName")
    blSample = Text("Name of the sample.", "BLSample.name")
    blSampleId = Int(
        "The sample's row.",
        "computed: DataCollectionGroup.blSampleId, DataCollection.blSampleId, RobotAction.blsampleId, EnergyScan.blSampleId, XFEFluorescenceSpectrum.blSampleId",
    )
    attachments = Int(
        "How many files are attached to the collections.",
        "computed: DataCollectionFileAttachment.dataCollectionFileAttachmentId",
        allow_none=False,
    )
    Item = fields.Dict(
        metadata={
            **described(
                "What happened, in full. By type: dc EventDataCollection, robot RobotAction, es EnergyScan, xrf Spectrum.",
                "computed: the table that type names",
            ),
            "one_of": ITEMS,
        }
    )


class EventTypeSchema(ma.Schema):
    """A kind of event that there is."""

    eventTypeName = Text(
        "Name to show.",
        "computed: DataCollectionGroup.experimentType, or a name of ours for the other types",
        allow_none=False,
    )
    eventType = Text(
        "Value for the argument eventType.",
        "computed: DataCollectionGroup.experimentType, or robot, es, xrf",
        allow_none=False,
    )


class EventTypeArguments(ma.Schema):
    session = Text("The session's name, as mx415-3.", allow_none=False, validate=validate.Regexp(SESSION))
    sessionId = Ident("The session's row.")
    proposal = Text("The proposal's name, as mx415.", allow_none=False, validate=validate.Regexp(PROPOSAL))
    proposalId = Ident("The proposal's row.")
    blSampleId = Ident("The sample's row.")
    proteinId = Ident("The row of the protein in the sample.")


class EventArguments(EventTypeArguments, CursorArguments):
    beamLineName = Text("Name of the beamline.", allow_none=False, validate=validate.Length(1, 45))
    dataCollectionGroupId = Ident("One group: its collections are listed one by one.")
    dataCollectionId = Ident("One data collection, listed by itself.")
    blSubSampleId = Ident("The row of a position within a sample.")
    eventType = Text(
        "dc, robot, es, xrf, or an experiment type as OSC or Mesh.", allow_none=False, validate=validate.Length(1, 45)
    )
    search = Text(
        "Part of the sample's name, of a collection's image prefix, or of what was remarked; of a group, of any of its"
        " collections.",
        allow_none=False,
        validate=validate.Length(1, 100),
    )
    status = Choice(
        STATUSES,
        "success and failed: how collections (of a group, at least one) and robot actions ended, those under way left out;"
        " processing: a program is at work on a collection; processed: one succeeded; processerror: one failed or reported"
        " an error.",
    )


class EventPageSchema(page_of(EventSchema)):
    """A page of the timeline."""

    next = Text(
        "Send it as after to get what follows, whatever has happened meanwhile; null if the page is not full.",
        "computed: DataCollection.startTime",
    )


EventTypePageSchema = page_of(EventTypeSchema)


def _file_of(metadata):
    """Return the argument that names one of an event's files, by its column."""
    columns = list(metadata._declared_fields["attachments"].schema.fields)
    return Choice(columns, "Which file, by its field in the timeline's Item.", required=True)


class RobotPictureArguments(ma.Schema):
    attachmentType = _file_of(RobotActionMetadataSchema)


class EnergyScanFileArguments(ma.Schema):
    attachmentType = _file_of(EnergyScanMetadataSchema)


class SpectrumFileArguments(ma.Schema):
    attachmentType = _file_of(SpectrumMetadataSchema)
