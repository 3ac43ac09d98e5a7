"""What a sample looks like from outside, and what one may ask of samples."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.components.schemas import CompositionSchema
from ispyb_api.http.fields import Bool, Choice, Float, Ident, Int, Items, Part, Stamp, Text
from ispyb_api.http.paging import MOST, PageArguments, order_by, page_of
from ispyb_api.names import PROPOSAL
from ispyb_api.plans.schemas import DiffractionPlanSchema
from ispyb_api.proteins.schemas_crystals import CrystalSchema

ANGSTROM, MM = "Å", "mm"
STATUS = ("Sample Action", "Data Collected", "Strategy", "Auto Integrated")


class SampleContainerSchema(ma.Schema):
    """The container of a sample, in short.  Everything is null where the sample is in none."""

    containerId = Int("The container's row.", "Container.containerId")
    code = Text("Name of the container.", "Container.code")
    barcode = Text("Barcode on the container.", "Container.barcode")
    containerType = Text("Kind of container, as Unipuck.", "Container.containerType")
    containerStatus = Text("Where it is on its way, as processing: on a beamline.", "Container.containerStatus")
    beamlineLocation = Text("Beamline at which it is.", "Container.beamlineLocation")
    sampleChangerLocation = Text("Its position in the sample changer.", "Container.sampleChangerLocation")
    dewarId = Int("The dewar it came in.", "Container.dewarId")


class SampleMetadataSchema(ma.Schema):
    """Whose a sample is, and what was done with it, as far as the caller may see."""

    proposalId = Int("The row of that proposal.", "computed: Shipping.proposalId, Protein.proposalId")
    proposal = Text(
        "The proposal of the shipment that the container came with; without one, the protein's.",
        "computed: Proposal.proposalCode, Proposal.proposalNumber",
    )
    subsamples = Int("How many positions are marked on it.", "computed: BLSubSample.blSubSampleId", allow_none=False)
    datacollections = Int(
        "How many data collections name it, themselves or by their group.",
        "computed: DataCollection.dataCollectionId",
        allow_none=False,
    )
    types = Items(fields.String(), "Kinds of experiment of these.", "computed: DataCollectionGroup.experimentType")
    strategies = Int(
        "How many strategies were found for it.", "computed: ScreeningOutput.strategySuccess", allow_none=False
    )
    autoIntegrations = Int(
        "How many integrations of its images are recorded.",
        "computed: AutoProcIntegration.autoProcIntegrationId",
        allow_none=False,
    )
    integratedResolution = Float(
        "Best resolution limit among these.", "computed: AutoProcScalingStatistics.resolutionLimitHigh", ANGSTROM
    )
    queued = Bool(
        "Whether it, or a position on it, is in a queue that is not done.",
        "computed: ContainerQueue.completedTimeStamp",
        allow_none=False,
    )


class SampleSchema(ma.Schema):
    """A sample: what is put into the beam.  All times are the facility's clock."""

    blSampleId = Ident("The sample's row.", "BLSample.blSampleId")
    name = Text("Name of the sample.", "BLSample.name")
    code = Text("Barcode of its holder.", "BLSample.code")
    location = Int("Its position in the container; null also if that is not a number.", "BLSample.location")
    subLocation = Int("Its position among several on one holder.", "BLSample.subLocation")
    containerId = Int("The container it is in.", "BLSample.containerId")
    crystalId = Int("The crystal form.", "BLSample.crystalId")
    diffractionPlanId = Int("A plan of its own.", "BLSample.diffractionPlanId")
    blSampleStatus = Text("Where it is on its way, as processing: on a beamline.", "BLSample.blSampleStatus")
    isInSampleChanger = Bool("Whether it is in a sample changer.", "BLSample.isInSampleChanger")
    comments = Text("Remarks.", "BLSample.comments")
    staffComments = Text("Remarks of the beamline's staff.", "BLSample.staffComments")
    holderLength = Float("Length of the holder.", "BLSample.holderLength", MM)
    loopLength = Float("Length of the loop.", "BLSample.loopLength", MM)
    loopType = Text("Kind of loop or mesh.", "BLSample.loopType")
    wireWidth = Float("Thickness of the loop's wire.", "BLSample.wireWidth", "µm")
    volume = Float("Volume.", "BLSample.volume", "µL, as far as is known")
    dimension1 = Float("First dimension of what it is in.", "BLSample.dimension1", MM)
    dimension2 = Float("Second dimension of what it is in.", "BLSample.dimension2", MM)
    dimension3 = Float("Third dimension of what it is in.", "BLSample.dimension3", MM)
    shape = Text("Shape of what it is in.", "BLSample.shape")
    packingFraction = Float("How densely a powder is packed.", "BLSample.packingFraction", "fraction")
    support = Text("What carries it: a chip, a jet, the material of a grid.", "BLSample.support")
    preparationTemeprature = Float("Temperature at which it was prepared.", "BLSample.preparationTemeprature", "K")
    preparationHumidity = Float("Humidity at which it was prepared.", "BLSample.preparationHumidity", "%")
    blottingTime = Float("How long it was blotted.", "BLSample.blottingTime", "s")
    blottingForce = Float("Force of blotting, as set.", "BLSample.blottingForce", "of the device")
    blottingDrainTime = Float("How long it was drained after blotting.", "BLSample.blottingDrainTime", "s")
    SMILES = Text("The compound, as SMILES.", "BLSample.SMILES")
    completionStage = Text("How far the work on it is.", "BLSample.completionStage")
    structureStage = Text("How far its structure is solved.", "BLSample.structureStage")
    publicationStage = Text("How far it is published.", "BLSample.publicationStage")
    publicationComments = Text("Remarks on its publication.", "BLSample.publicationComments")
    lastKnownCenteringPosition = Text(
        "Where the motors stood when it was centred last.", "BLSample.lastKnownCenteringPosition"
    )
    lastImageURL = Text("File of the last picture of it.", "BLSample.lastImageURL")
    source = Text("Program that made its row.", "BLSample.source")
    recordTimeStamp = Stamp("When its row was made, on the facility's clock.", "BLSample.recordTimeStamp")
    sample_compositions = Items(CompositionSchema, "What it is mixed with.", "computed: SampleComposition.componentId")
    Crystal = Part(CrystalSchema, "The crystal form; always there.", allow_none=False)
    Container = Part(SampleContainerSchema, "The container; always there.", allow_none=False)
    DiffractionPlan = Part(
        DiffractionPlanSchema, "What is asked of its experiment; without a plan, the crystal form's.", allow_none=False
    )
    _metadata = Part(SampleMetadataSchema, "Whose it is, and what was done with it.", allow_none=False)


class OfSampleArguments(PageArguments):
    """What one may ask of samples, and of the positions on them."""

    proposal = Text("The proposal's name, as mx415.", allow_none=False, validate=validate.Regexp(PROPOSAL))
    proteinId = Ident("The protein's row.")
    containerId = Ident("The container's row.")


class SampleArguments(OfSampleArguments):
    order_by = order_by("blSampleId", "name", "location", "datacollections")
    beamLineName = Text(
        f"Samples that are in the sample changer of this beamline; {MOST} of them unless limit says otherwise.",
        allow_none=False,
        validate=validate.Length(1, 45),
    )
    status = Choice(STATUS, "What happened to the sample, at least once.")
    search = Text("Part of the sample's name or of its barcode.", allow_none=False, validate=validate.Length(1, 100))

    @ma.pre_load
    def _whole_changer(self, data, **_):
        """Control software asks what is in the sample changer and pages nothing."""
        return {"limit": str(MOST), **data} if "beamLineName" in data else data


SamplePageSchema = page_of(SampleSchema)
