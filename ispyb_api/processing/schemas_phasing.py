"""What phasing, refinement, X-ray centring and comparisons look like from outside."""

import marshmallow as ma

from ispyb_api.http.fields import Bool, Float, Ident, Int, Items, Part, Stamp, Text
from ispyb_api.http.paging import PageArguments, page_of
from ispyb_api.processing.schemas_results import FRACTION

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
    lowRes = Float("Where the bin begins.", "PhasingStatistics.lowRes", "Å")
    highRes = Float("Where the bin ends.", "PhasingStatistics.highRes", "Å")
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
    occupancy = Float("Its occupancy.", "MXMRRunBlob.occupancy", "fraction")
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
    rValueStart = Float("R at the beginning.", "MXMRRun.rValueStart", "fraction")
    rValueEnd = Float("R at the end.", "MXMRRun.rValueEnd", "fraction")
    rFreeValueStart = Float("Free R at the beginning.", "MXMRRun.rFreeValueStart", "fraction")
    rFreeValueEnd = Float("Free R at the end.", "MXMRRun.rFreeValueEnd", "fraction")
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


def _statistic(meaning, column, unit):
    return Float(meaning, f"AutoProcScalingStatistics.{column}", unit)


class ComparedShellSchema(ma.Schema):
    """How good the scaled data are, in one shell of resolution, in short."""

    resolutionLimitLow = _statistic("Where the shell begins.", "resolutionLimitLow", "Å")
    resolutionLimitHigh = _statistic("Where the shell ends.", "resolutionLimitHigh", "Å")
    rMerge = _statistic("How far equivalent reflections differ.", "rMerge", FRACTION)
    rMeasAllIPlusIMinus = _statistic("The same whatever the multiplicity.", "rMeasAllIPlusIMinus", FRACTION)
    rPimAllIPlusIMinus = _statistic("Precision of the merged intensities.", "rPimAllIPlusIMinus", FRACTION)
    meanIOverSigI = _statistic("Mean of intensity over its error.", "meanIOverSigI", "ratio")
    ccHalf = _statistic("How far random halves of the data agree.", "ccHalf", FRACTION)
    completeness = _statistic("How much of all reflections was measured.", "completeness", "%")
    multiplicity = _statistic("How often a reflection was measured in the mean.", "multiplicity", "ratio")
    anomalousCompleteness = _statistic("Of how many both Bijvoet mates were measured.", "anomalousCompleteness", "%")
    nTotalUniqueObservations = Int("Different reflections.", "AutoProcScalingStatistics.nTotalUniqueObservations")


class ComparedSchema(ma.Schema):
    """One result of one pipeline, in short."""

    autoProcScalingId = Ident("The scaling's row.", "AutoProcScaling.autoProcScalingId")
    autoProcProgramId = Int("The run of the program.", "AutoProcProgram.autoProcProgramId")
    processingPrograms = Text("Names of the programs.", "AutoProcProgram.processingPrograms")
    processingStatus = Int("1 if it succeeded, 0 if it failed, null while it runs.", "AutoProcProgram.processingStatus")
    processingEndTime = Stamp("When it ended, on the facility's clock.", "AutoProcProgram.processingEndTime")
    spaceGroup = Text("The space group.", "AutoProc.spaceGroup")
    refinedCell_a = Float("Length a of the cell.", "AutoProc.refinedCell_a", "Å")
    refinedCell_b = Float("Length b of the cell.", "AutoProc.refinedCell_b", "Å")
    refinedCell_c = Float("Length c of the cell.", "AutoProc.refinedCell_c", "Å")
    refinedCell_alpha = Float("Angle α of the cell.", "AutoProc.refinedCell_alpha", "°")
    refinedCell_beta = Float("Angle β of the cell.", "AutoProc.refinedCell_beta", "°")
    refinedCell_gamma = Float("Angle γ of the cell.", "AutoProc.refinedCell_gamma", "°")
    sweeps = Int(
        "How many integrations were scaled together.", "computed: AutoProcScaling_has_Int.autoProcIntegrationId"
    )
    overall = Part(ComparedShellSchema, "All shells together; null if not recorded.")
    innerShell = Part(ComparedShellSchema, "The innermost shell.")
    outerShell = Part(ComparedShellSchema, "The outermost shell.")


class ComparisonSchema(ma.Schema):
    """Results of all pipelines beside one another."""

    best = Int(
        "Which scaling is the best, by the rule in the documentation; null if there is none.",
        "computed: AutoProcScalingStatistics.resolutionLimitHigh",
    )
    results = Items(ComparedSchema, "Each result.", "computed: AutoProcScaling.autoProcScalingId")


class JobSweepSchema(ma.Schema):
    """A sweep that a job works on."""

    processingJobImageSweepId = Ident("The sweep's row.", "ProcessingJobImageSweep.processingJobImageSweepId")
    dataCollectionId = Int("The data collection.", "ProcessingJobImageSweep.dataCollectionId")
    startImage = Int("First image.", "ProcessingJobImageSweep.startImage")
    endImage = Int("Last image.", "ProcessingJobImageSweep.endImage")


class WholeJobParameterSchema(ma.Schema):
    """A parameter of a job."""

    processingJobParameterId = Ident("The parameter's row.", "ProcessingJobParameter.processingJobParameterId")
    parameterKey = Text("Its name.", "ProcessingJobParameter.parameterKey")
    parameterValue = Text("Its value.", "ProcessingJobParameter.parameterValue")


class WholeJobSchema(ma.Schema):
    """A job: processing that was asked for."""

    processingJobId = Ident("The job's row.", "ProcessingJob.processingJobId")
    dataCollectionId = Int("The data collection it was asked for.", "ProcessingJob.dataCollectionId")
    displayName = Text("What it is called.", "ProcessingJob.displayName")
    comments = Text("Remarks.", "ProcessingJob.comments")
    recipe = Text("What is to be done.", "ProcessingJob.recipe")
    automatic = Bool("Whether nobody asked for it.", "ProcessingJob.automatic")
    recordTimestamp = Stamp("When it was asked for, on the facility's clock.", "ProcessingJob.recordTimestamp")
    ProcessingJobParameters = Items(WholeJobParameterSchema, "Its parameters.")
    ProcessingJobImageSweeps = Items(JobSweepSchema, "The sweeps it works on.")


class JobsSchema(ma.Schema):
    """Jobs of a data collection."""

    results = Items(WholeJobSchema, "Each job.", "computed: ProcessingJob.processingJobId")


class OfDataArguments(ma.Schema):
    """Of which data."""

    dataCollectionId = Ident("The data collection's row.")
    dataCollectionGroupId = Ident("The row of a group of data collections.")
    blSampleId = Ident("The sample's row.")

    @ma.validates_schema(skip_on_field_errors=False)
    def _of_something(self, data, **_):
        if not {"dataCollectionId", "dataCollectionGroupId", "blSampleId"} & data.keys():
            message = "Give dataCollectionId, dataCollectionGroupId or blSampleId."
            raise ma.ValidationError({"dataCollectionId": [message]})


class PhasingArguments(OfDataArguments, PageArguments):
    pass


class CentringArguments(ma.Schema):
    dataCollectionGroupId = Ident("The row of a group of data collections.", required=True)


class JobArguments(ma.Schema):
    dataCollectionId = Ident("The data collection's row.", required=True)


PhasingStepPageSchema = page_of(PhasingStepSchema)
RefinementPageSchema = page_of(RefinementSchema)
