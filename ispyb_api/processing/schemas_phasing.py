"""What phasing, refinement and X-ray centring look like from outside."""

import marshmallow as ma

from ispyb_api.http.fields import Bool, Float, Ident, Int, Items, Part, Stamp, Text
from ispyb_api.http.paging import page_of
from ispyb_api.processing import plausible

VOXEL = "voxel"


class StepSpaceGroupSchema(ma.Schema):
    """A space group."""

    spaceGroupId = Ident("The space group's row.", "SpaceGroup.spaceGroupId")
    spaceGroupShortName = Text("Its short name.", "SpaceGroup.spaceGroupShortName")
    spaceGroupName = Text("Its name.", "SpaceGroup.spaceGroupName")


class PhasingFileSchema(ma.Schema):
    """A file that a phasing program left."""

    phasingProgramAttachmentId = Ident("The file's row.", "PhasingProgramAttachment.phasingProgramAttachmentId")
    phasingProgramRunId = Int("The run.", "PhasingProgramAttachment.phasingProgramRunId")
    fileType = Text("What it holds, as Map or Logfile.", "PhasingProgramAttachment.fileType")
    fileName = Text("Its name.", "PhasingProgramAttachment.fileName")
    recordTimeStamp = Stamp(
        "When it was recorded, on the facility's clock.", "PhasingProgramAttachment.recordTimeStamp"
    )


class PhasingRunSchema(ma.Schema):
    """A run of a phasing program."""

    phasingProgramRunId = Ident("The run's row.", "PhasingProgramRun.phasingProgramRunId")
    phasingCommandLine = Text("How it was called.", "PhasingProgramRun.phasingCommandLine")
    phasingPrograms = Text("Names of the programs.", "PhasingProgramRun.phasingPrograms")
    phasingStatus = Int("1 if it succeeded, 0 if it failed, null while it runs.", "PhasingProgramRun.phasingStatus")
    phasingMessage = Text("What it says of its end.", "PhasingProgramRun.phasingMessage")
    phasingStartTime = Stamp("When it began, on the facility's clock.", "PhasingProgramRun.phasingStartTime")
    phasingEndTime = Stamp("When it ended, on the facility's clock.", "PhasingProgramRun.phasingEndTime")
    phasingEnvironment = Text("Where it ran.", "PhasingProgramRun.phasingEnvironment")
    PhasingProgramAttachment = Items(PhasingFileSchema, "Its files.")


class PhasingStatisticSchema(ma.Schema):
    """One number, of one bin of resolution."""

    phasingStatisticsId = Ident("The number's row.", "PhasingStatistics.phasingStatisticsId")
    phasingStepId = Int("The step.", "PhasingStatistics.phasingStepId")
    numberOfBins = Int("How many bins there are.", "PhasingStatistics.numberOfBins")
    binNumber = Int("Number of the bin; 999 is all of them.", "PhasingStatistics.binNumber")
    lowRes = Float("Where the bin begins.", "PhasingStatistics.lowRes", "Å", **plausible.RESOLUTION)
    highRes = Float("Where the bin ends.", "PhasingStatistics.highRes", "Å", **plausible.RESOLUTION)
    metric = Text("What the number is, as FOM or CC.", "PhasingStatistics.metric")
    statisticsValue = Float("The number.", "PhasingStatistics.statisticsValue", "as metric says")
    nReflections = Int("Reflections in the bin.", "PhasingStatistics.nReflections")


class PhasingStepSchema(ma.Schema):
    """A step from scaled data towards a structure."""

    phasingStepId = Ident("The step's row.", "PhasingStep.phasingStepId")
    previousPhasingStepId = Int("The step before it.", "PhasingStep.previousPhasingStepId")
    autoProcScalingId = Int("The scaling it began with.", "PhasingStep.autoProcScalingId")
    phasingStepType = Text("Kind of step, from PREPARE to LIGAND_FIT.", "PhasingStep.phasingStepType")
    method = Text("Method, as SAD or MR.", "PhasingStep.method")
    solventContent = Text("Part of the cell that is solvent, as text.", "PhasingStep.solventContent", "fraction")
    enantiomorph = Text("Which hand of the structure.", "PhasingStep.enantiomorph")
    lowRes = Text("Low limit of resolution, as text.", "PhasingStep.lowRes", "Å")
    highRes = Text("High limit of resolution, as text.", "PhasingStep.highRes", "Å")
    groupName = Text("Steps of one attempt have one name.", "PhasingStep.groupName")
    recordTimeStamp = Stamp("When it was recorded, on the facility's clock.", "PhasingStep.recordTimeStamp")
    SpaceGroup = Part(StepSpaceGroupSchema, "Space group it was done in.")
    PhasingProgramRun = Part(PhasingRunSchema, "The run of the program; null if none is recorded.")
    PhasingStatistics = Items(PhasingStatisticSchema, "Its statistics.")


class BlobSchema(ma.Schema):
    """Something unexplained in a map."""

    mxMRRunBlobId = Ident("The blob's row.", "MXMRRunBlob.mxMRRunBlobId")
    mxMRRunId = Int("The run.", "MXMRRunBlob.mxMRRunId")
    mapType = Text("anomalous or difference.", "MXMRRunBlob.mapType")
    x = Float("Where it is, along a.", "MXMRRunBlob.x", "fraction of the cell")
    y = Float("Where it is, along b.", "MXMRRunBlob.y", "fraction of the cell")
    z = Float("Where it is, along c.", "MXMRRunBlob.z", "fraction of the cell")
    height = Float("How high it stands.", "MXMRRunBlob.height", "σ")
    occupancy = Float("Its occupancy.", "MXMRRunBlob.occupancy", "fraction", **plausible.FRACTION)
    nearestAtomName = Text("Nearest atom.", "MXMRRunBlob.nearestAtomName")
    nearestAtomChainId = Text("Its chain.", "MXMRRunBlob.nearestAtomChainId")
    nearestAtomResName = Text("Its residue.", "MXMRRunBlob.nearestAtomResName")
    nearestAtomResSeq = Int("The residue's number.", "MXMRRunBlob.nearestAtomResSeq")
    nearestAtomDistance = Float("How far that is.", "MXMRRunBlob.nearestAtomDistance", "Å")


class RefinementSchema(ma.Schema):
    """A run of molecular replacement or refinement."""

    mxMRRunId = Ident("The run's row.", "MXMRRun.mxMRRunId")
    autoProcScalingId = Int("The scaling it began with.", "MXMRRun.autoProcScalingId")
    autoProcProgramId = Int("The run of the program, where it is recorded.", "MXMRRun.autoProcProgramId")
    success = Bool("Whether it succeeded.", "MXMRRun.success")
    message = Text("What it says of its end.", "MXMRRun.message")
    pipeline = Text("Name of the pipeline.", "MXMRRun.pipeline")
    rValueStart = Float("R at the beginning.", "MXMRRun.rValueStart", "fraction", **plausible.FRACTION)
    rValueEnd = Float("R at the end.", "MXMRRun.rValueEnd", "fraction", **plausible.FRACTION)
    rFreeValueStart = Float("Free R at the beginning.", "MXMRRun.rFreeValueStart", "fraction", **plausible.FRACTION)
    rFreeValueEnd = Float("Free R at the end.", "MXMRRun.rFreeValueEnd", "fraction", **plausible.FRACTION)
    LLG = Float("Log-likelihood gain of the placement.", "MXMRRun.LLG", "1")
    TFZ = Float("Z-score of the translation function.", "MXMRRun.TFZ", "σ")
    spaceGroup = Text("Space group of the solution.", "MXMRRun.spaceGroup")
    starttime = Stamp("When it began, on the facility's clock.", "MXMRRun.starttime")
    endtime = Stamp("When it ended, on the facility's clock.", "MXMRRun.endtime")
    MXMRRunBlob = Items(BlobSchema, "What is unexplained in its maps.")


def _box(end, axis):
    word = "begins" if end == "Min" else "ends"
    return Float(
        f"Where the box around it {word} along {axis.lower()}.", f"XrayCentringResult.boundingBox{end}{axis}", VOXEL
    )


class CentringResultSchema(
    ma.Schema.from_dict({f"boundingBox{end}{axis}": _box(end, axis) for axis in "XYZ" for end in ("Min", "Max")})
):
    """One crystal that was found; counted in steps of the grid."""

    xrayCentringResultId = Ident("The result's row.", "XrayCentringResult.xrayCentringResultId")
    centreOfMassX = Float("Its centre along x.", "XrayCentringResult.centreOfMassX", VOXEL)
    centreOfMassY = Float("Its centre along y.", "XrayCentringResult.centreOfMassY", VOXEL)
    centreOfMassZ = Float("Its centre along z.", "XrayCentringResult.centreOfMassZ", VOXEL)
    maxVoxelX = Int("Where it diffracts best, along x.", "XrayCentringResult.maxVoxelX", VOXEL)
    maxVoxelY = Int("Where it diffracts best, along y.", "XrayCentringResult.maxVoxelY", VOXEL)
    maxVoxelZ = Int("Where it diffracts best, along z.", "XrayCentringResult.maxVoxelZ", VOXEL)
    numberOfVoxels = Int("Its size.", "XrayCentringResult.numberOfVoxels", VOXEL)
    totalCount = Float("Sum of what was measured in it.", "XrayCentringResult.totalCount", "spots")
    blSampleId = Int("Its sample, where several are on one pin.", "XrayCentringResult.blSampleId")
    gridInfoId = Int("The grid in which it was found.", "XrayCentringResult.gridInfoId")


class CentringSchema(ma.Schema):
    """An X-ray centring."""

    xrayCentringId = Ident("The centring's row.", "XrayCentring.xrayCentringId")
    dataCollectionGroupId = Ident("The group of grid scans.", "XrayCentring.dataCollectionGroupId")
    status = Text("success, failed or pending.", "XrayCentring.status")
    xrayCentringType = Text("2d or 3d.", "XrayCentring.xrayCentringType")
    XrayCentringResult = Items(CentringResultSchema, "What was found.")


class CentringsSchema(ma.Schema):
    """X-ray centrings."""

    results = Items(CentringSchema, "Each centring.", "computed: XrayCentring.xrayCentringId")


class AnalysisScalingSchema(ma.Schema):
    """Scaled data that an analysis began with."""

    phasingHasScalingId = Ident("The link's row.", "Phasing_has_Scaling.phasingHasScalingId")
    autoProcScalingId = Int("The scaling.", "Phasing_has_Scaling.autoProcScalingId")
    datasetNumber = Int(
        "Number of the data set in the analysis, as of wavelengths.", "Phasing_has_Scaling.datasetNumber"
    )


def _of_stages(column, *others):
    tables = ("PreparePhasingData", "SubstructureDetermination", "Phasing", "ModelBuilding")
    return "computed: " + ", ".join(f"{table}.{column}" for table in others or tables)


class AnalysisStageSchema(ma.Schema):
    """One stage of an analysis."""

    id = Int(
        "The stage's row, in the table of its kind.",
        "computed: PreparePhasingData.preparePhasingDataId, SubstructureDetermination.substructureDeterminationId,"
        " Phasing.phasingId, ModelBuilding.modelBuildingId",
    )
    stage = Text("PREPARE, SUBSTRUCTUREDETERMINATION, PHASING or MODELBUILDING.", "computed: the table")
    method = Text("Method, as SAD or solvent flattening.", _of_stages("method", "SubstructureDetermination", "Phasing"))
    solventContent = Float("Part of the cell that is solvent.", "Phasing.solventContent", "fraction")
    enantiomorph = Bool("Whether it is the other hand.", "Phasing.enantiomorph")
    lowRes = Float("Low limit of resolution.", _of_stages("lowRes"), "Å")
    highRes = Float("High limit of resolution.", _of_stages("highRes"), "Å")
    recordTimeStamp = Stamp("When it was recorded, on the facility's clock.", _of_stages("recordTimeStamp"))
    SpaceGroup = Part(StepSpaceGroupSchema, "Space group it was done in.")
    PhasingProgramRun = Part(PhasingRunSchema, "The run of the program; null if none is recorded.")


class PhasingAnalysisSchema(ma.Schema):
    """Phasing as it was recorded before there were steps."""

    phasingAnalysisId = Ident("The analysis's row.", "PhasingAnalysis.phasingAnalysisId")
    recordTimeStamp = Stamp("When it was recorded, on the facility's clock.", "PhasingAnalysis.recordTimeStamp")
    Phasing_has_Scaling = Items(AnalysisScalingSchema, "The scalings that it began with.")
    stages = Items(AnalysisStageSchema, "Its stages, in the order of the work.", "computed: the tables of stages")
    PhasingStatistics = Items(PhasingStatisticSchema, "Its statistics, by the data sets that they are of.")


PhasingStepPageSchema = page_of(PhasingStepSchema)
RefinementPageSchema = page_of(RefinementSchema)
PhasingAnalysisPageSchema = page_of(PhasingAnalysisSchema)
