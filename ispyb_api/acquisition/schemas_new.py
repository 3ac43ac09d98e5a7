"""What instruments send of data collections and their groups."""

from marshmallow import validate

from ispyb_api.acquisition.schemas import DataCollectionGroupSchema
from ispyb_api.acquisition.schemas_datacollection import DataCollectionSchema
from ispyb_api.acquisition.schemas_parts import CollectionWorkflowSchema
from ispyb_api.acquisition.schemas_serial import NewSSXDataCollectionSchema, chains
from ispyb_api.http.fields import Ident, Part, Text
from ispyb_api.http.shapes import new_of, patch_of
from ispyb_api.samples.schemas_new import NewSampleSchema

_SAMPLE = Ident(
    "The sample; it may arrive later.  Without it the sample's barcode is looked for, then the slot of the container with its"
    " barcode, among the proposal's samples.",
    "DataCollectionGroup.blSampleId",
    allow_none=True,
)
_TYPE = Text(
    "Kind of experiment, as OSC, Mesh or SSX-Jet; capitals do not matter, and other words for it are known.",
    "DataCollectionGroup.experimentType",
    validate=validate.Length(1, 100),
)

NewDataCollectionGroupSchema = new_of(
    DataCollectionGroupSchema,
    *("sessionId", "workflowId", "comments", "startTime", "endTime", "crystalClass", "detectorMode"),
    *("actualSampleBarcode", "actualSampleSlotInContainer", "actualContainerBarcode", "actualContainerSlotInSC"),
    *("xtalSnapshotFullPath", "scanParameters"),
    name="NewDataCollectionGroupSchema",
    required=("sessionId",),
    experimentType=_TYPE,
    blSampleId=_SAMPLE,
    sample=Part(
        NewSampleSchema,
        "Or the sample as POST /samples takes it: the proposal's latest of this name and protein, else a new one; a protein"
        " that the proposal lacks is made by its acronym.",
        allow_none=False,
    ),
)
DataCollectionGroupPatchSchema = patch_of(
    NewDataCollectionGroupSchema, name="DataCollectionGroupPatchSchema", without=("sessionId",)
)

_NewCollectionWorkflowSchema = new_of(
    CollectionWorkflowSchema,
    *CollectionWorkflowSchema._declared_fields,
    name="NewCollectionWorkflowSchema",
    required=("uid",),
    doc="The workflow of several sweeps that made a data collection.",
)

# What the database works out, or what belongs to other rows.
_NOT_SENT = ("dataCollectionId", "sessionId", "blSampleId", "experimentType", "printableForReport", "positionId")

NewDataCollectionSchema = new_of(
    DataCollectionSchema,
    *(name for name in DataCollectionSchema._declared_fields if name not in _NOT_SENT),
    name="NewDataCollectionSchema",
    required=("dataCollectionGroupId",),
    blSampleId=Ident(
        "The sample; also becomes the group's if that has none.", "DataCollection.blSampleId", allow_none=True
    ),
    SSXDataCollection=Part(NewSSXDataCollectionSchema, "What serial crystallography adds; null if it is none."),
    event_chains=chains(),
    SweepWorkflow=Part(_NewCollectionWorkflowSchema, "The workflow of several sweeps that made it; null if none did."),
)
DataCollectionPatchSchema = patch_of(NewDataCollectionSchema, name="DataCollectionPatchSchema")
