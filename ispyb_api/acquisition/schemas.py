"""What data collections and their groups look like from outside, and what one may ask of them."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.acquisition.schemas_datacollection import DataCollectionSchema
from ispyb_api.acquisition.schemas_files import EventChainSchema
from ispyb_api.acquisition.schemas_parts import (
    CollectionWorkflowSchema,
    DetectorSchema,
    GridInfoSchema,
    SSXDataCollectionSchema,
)
from ispyb_api.http.fields import MAX_ID, Ident, Int, Items, Part, Stamp, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.names import PROPOSAL, SESSION


class WhereSchema(ma.Schema):
    """Where it was measured, and on which sample."""

    session = Text(
        "The session's name, as mx415-3; null if a part of it is missing.",
        "computed: Proposal.proposalCode, Proposal.proposalNumber, BLSession.visit_number",
    )
    proposal = Text("The proposal's name, as mx415.", "computed: Proposal.proposalCode, Proposal.proposalNumber")
    proposalId = Int("The proposal's row.", "BLSession.proposalId")
    beamLineName = Text("Name of the beamline.", "BLSession.beamLineName")
    blSample = Text("Name of the sample.", "BLSample.name")


class GroupMetadataSchema(ma.Schema):
    """What the group's collections say together; some facilities leave the group's own times empty."""

    dataCollections = Int(
        "How many data collections the group has.", "computed: DataCollection.dataCollectionId", allow_none=False
    )
    images = Int(
        "How many images were asked for in all of them.", "computed: DataCollection.numberOfImages", allow_none=False
    )
    startTime = Stamp("When the earliest of them began.", "computed: DataCollection.startTime")
    endTime = Stamp("When the latest of them ended.", "computed: DataCollection.endTime")


class BriefGroupSchema(ma.Schema):
    """A group of data collections, in short."""

    dataCollectionGroupId = Ident("The group's row.", "DataCollectionGroup.dataCollectionGroupId")
    experimentType = Text("Kind of experiment, as OSC, Mesh or SSX-Jet.", "DataCollectionGroup.experimentType")
    workflowId = Int("The workflow that made the group.", "DataCollectionGroup.workflowId")
    comments = Text("Remarks on the group.", "DataCollectionGroup.comments")


class DataCollectionGroupSchema(BriefGroupSchema, WhereSchema):
    """A group of data collections that were made together.  All times are the facility's clock."""

    sessionId = Ident("The session.", "DataCollectionGroup.sessionId")
    blSampleId = Int("The sample that the group names.", "DataCollectionGroup.blSampleId")
    startTime = Stamp(
        "When the group began, as recorded with it; null at some facilities.", "DataCollectionGroup.startTime"
    )
    endTime = Stamp(
        "When the group ended, as recorded with it; null at some facilities.", "DataCollectionGroup.endTime"
    )
    crystalClass = Text("Class of the crystal, as industrial users give it.", "DataCollectionGroup.crystalClass")
    detectorMode = Text("Read-out mode of the detector.", "DataCollectionGroup.detectorMode")
    actualSampleBarcode = Text(
        "Barcode that was read on the sample's holder.", "DataCollectionGroup.actualSampleBarcode"
    )
    actualSampleSlotInContainer = Int(
        "Slot of the container from which the sample came.", "DataCollectionGroup.actualSampleSlotInContainer"
    )
    actualContainerBarcode = Text(
        "Barcode that was read on the container.", "DataCollectionGroup.actualContainerBarcode"
    )
    actualContainerSlotInSC = Int(
        "Slot of the sample changer in which the container stood.", "DataCollectionGroup.actualContainerSlotInSC"
    )
    xtalSnapshotFullPath = Text("File of a picture of the crystal.", "DataCollectionGroup.xtalSnapshotFullPath")
    scanParameters = Text("Parameters of the scan, as JSON text.", "DataCollectionGroup.scanParameters")
    experimentTypeId = Int(
        "Kind of experiment, where it is recorded as a row of its own.", "DataCollectionGroup.experimentTypeId"
    )
    _metadata = Part(GroupMetadataSchema, "What the group's collections say together.", allow_none=False)


class ListedDataCollectionSchema(DataCollectionSchema, WhereSchema):
    """A data collection with all its columns and its detector.  All times are the facility's clock."""

    DataCollectionGroup = Part(BriefGroupSchema, "The group of collections made together, in short.", allow_none=False)
    Detector = Part(DetectorSchema, "The detector; null if none is recorded.")
    SSXDataCollection = Part(SSXDataCollectionSchema, "What serial crystallography adds; null for other experiments.")
    SweepWorkflow = Part(CollectionWorkflowSchema, "The workflow of several sweeps that made it; null if none did.")


class WholeDataCollectionSchema(ListedDataCollectionSchema):
    """A data collection with all its columns, its group, its detector and its grids.  All times are the facility's clock."""

    DataCollectionGroup = Part(DataCollectionGroupSchema, "The group of collections made together.", allow_none=False)
    GridInfo = Items(GridInfoSchema, "The grids that were scanned.")
    event_chains = Items(
        EventChainSchema, "Of serial crystallography, the sequences of events that were repeated during it."
    )


class AcquisitionArguments(PageArguments):
    session = Text("The session's name, as mx415-3.", allow_none=False, validate=validate.Regexp(SESSION))
    sessionId = Ident("The session's row.")
    proposal = Text("The proposal's name, as mx415.", allow_none=False, validate=validate.Regexp(PROPOSAL))
    proposalId = Ident("The proposal's row.")
    beamLineName = Text("Name of the beamline.", allow_none=False, validate=validate.Length(1, 45))
    blSampleId = Ident("The sample that the group or a collection names.")
    experimentType = Text(
        "Kind of experiment, as OSC, Mesh or SSX-Jet.", allow_none=False, validate=validate.Length(1, 45)
    )


class DataCollectionGroupArguments(AcquisitionArguments):
    order_by = order_by("dataCollectionGroupId", "startTime")


class DataCollectionArguments(AcquisitionArguments):
    order_by = order_by("dataCollectionId", "startTime")
    dataCollectionGroupId = Ident("The group's row.")
    blSubSampleId = Ident("The row of a position within a sample.")
    runStatus = Text("How the collection ended, word for word.", allow_none=False, validate=validate.Length(1, 45))
    imageDirectory = Text("Folder of the images, letter by letter.", allow_none=False, validate=validate.Length(1, 255))
    fileTemplate = Text(
        "Pattern of the images' file names; needs imageDirectory.", allow_none=False, validate=validate.Length(1, 255)
    )
    imagePrefix = Text(
        "First part of the images' file names; needs imageDirectory.",
        allow_none=False,
        validate=validate.Length(1, 255),
    )
    dataCollectionNumber = Int(
        "The run's number; needs imageDirectory.", allow_none=False, validate=validate.Range(0, MAX_ID)
    )
    since = Stamp("Collections that began at this time or later, on the facility's clock.", allow_none=False)
    until = Stamp("Collections that began before this time, on the facility's clock.", allow_none=False)
    workflowUid = Text(
        "Sweeps of the workflow with this identifier of its own.", allow_none=False, validate=validate.Length(1, 100)
    )

    @ma.validates_schema
    def _names_in_a_folder(self, data, **_):
        wrong = data.keys() & {"fileTemplate", "imagePrefix", "dataCollectionNumber"}
        if wrong and "imageDirectory" not in data:
            raise ma.ValidationError({name: ["Give imageDirectory too."] for name in sorted(wrong)})


DataCollectionGroupPageSchema = page_of(DataCollectionGroupSchema)
ListedDataCollectionPageSchema = page_of(ListedDataCollectionSchema)
