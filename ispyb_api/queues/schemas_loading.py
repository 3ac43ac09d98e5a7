"""What control software loads at a beamline, as it looks from outside."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Float, Ident, Int, Items, Part, Text
from ispyb_api.http.paging import page_of
from ispyb_api.plans.schemas_whole import WholePlanSchema
from ispyb_api.proteins.schemas_crystals import CrystalSchema
from ispyb_api.queues.schemas import QueuedContainerSchema
from ispyb_api.shipping.schemas import PROPOSAL_NAME, OfProposalArguments

MM = "mm"


class LoadedPlanSchema(WholePlanSchema):
    """A plan of a sample at a beamline; its detectors and scans are at /diffractionplans/{diffractionPlanId}."""

    class Meta:
        exclude = ("detectors", "scans")


class LoadedCrystalSchema(CrystalSchema):
    """The crystal form of a sample at a beamline, in short.  Everything is null where none is recorded."""

    class Meta:
        exclude = (
            *("proteinId", "space_group", "morphology", "color", "comments", "pdbFileName", "pdbFilePath"),
            "crystal_compositions",
        )


class LoadedContainerSchema(QueuedContainerSchema):
    """The container of a sample at a beamline."""

    class Meta:
        exclude = ("dewarId", "containerStatus", "Dewar")

    sessionId = Int("The session it is for.", "Container.sessionId")


class LoadedMetadataSchema(ma.Schema):
    """Whose a sample is."""

    proposalId = Int("The row of the proposal.", "computed: Shipping.proposalId, Protein.proposalId")
    proposal = Text("The proposal's name, as mx415.", PROPOSAL_NAME)


class LoadedSampleSchema(ma.Schema):
    """A sample at a beamline, with all that is needed to measure it."""

    blSampleId = Ident("The sample's row.", "BLSample.blSampleId")
    name = Text("Name of the sample.", "BLSample.name")
    code = Text("Barcode of its holder.", "BLSample.code")
    location = Text("Its place in the container.", "BLSample.location")
    subLocation = Int("Its position among several on one holder.", "BLSample.subLocation")
    blSampleStatus = Text("Where it is on its way, as processing: on a beamline.", "BLSample.blSampleStatus")
    comments = Text("Remarks.", "BLSample.comments")
    holderLength = Float("Length of the holder.", "BLSample.holderLength", MM)
    loopLength = Float("Length of the loop.", "BLSample.loopLength", MM)
    loopType = Text("Kind of loop or mesh.", "BLSample.loopType")
    wireWidth = Float("Thickness of the loop's wire.", "BLSample.wireWidth", "µm")
    lastKnownCenteringPosition = Text(
        "Where the motors stood when it was centred last.", "BLSample.lastKnownCenteringPosition"
    )
    Crystal = Part(LoadedCrystalSchema, "The crystal form; always there.", allow_none=False)
    Container = Part(LoadedContainerSchema, "The container.", allow_none=False)
    DiffractionPlans = Items(
        LoadedPlanSchema,
        "Its plans in their order; without one of its own, the crystal form's.",
        "computed: BLSample.diffractionPlanId, Crystal.diffractionPlanId",
    )
    _metadata = Part(LoadedMetadataSchema, "Whose it is.", allow_none=False)


class LoadedSampleArguments(OfProposalArguments):
    beamline = Text("The beamline.", allow_none=False, required=True, validate=validate.Length(1, 20))


LoadedSamplePageSchema = page_of(LoadedSampleSchema)
