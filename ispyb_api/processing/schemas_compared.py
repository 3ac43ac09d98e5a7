"""What results of several pipelines look like beside one another."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Choice, Float, Ident, Int, Items, Part, Stamp, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.processing.schemas import outcome
from ispyb_api.processing.schemas_jobs import JobProgramSchema
from ispyb_api.processing.schemas_results import FRACTION, PER_CENT
from ispyb_api.processing.schemas_scopes import SomeDataArguments


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
    ccAnomalous = Float(
        "How far anomalous differences of random halves agree.",
        "computed: AutoProcScalingStatistics.ccAnomalous, AutoProcScalingStatistics.ccAno",
        FRACTION,
    )
    completeness = _statistic("How much of all reflections was measured.", "completeness", PER_CENT)
    completenessEllipsoidal = _statistic(
        "The same within the ellipsoid of resolution.", "completenessEllipsoidal", PER_CENT
    )
    multiplicity = _statistic("How often a reflection was measured in the mean.", "multiplicity", "ratio")
    anomalousCompleteness = _statistic(
        "Of how many both Bijvoet mates were measured.", "anomalousCompleteness", PER_CENT
    )
    anomalousMultiplicity = _statistic("Multiplicity, Bijvoet mates apart.", "anomalousMultiplicity", "ratio")
    nTotalObservations = Int("Reflections that were measured.", "AutoProcScalingStatistics.nTotalObservations")
    nTotalUniqueObservations = Int("Different reflections.", "AutoProcScalingStatistics.nTotalUniqueObservations")


class ComparedSchema(ma.Schema):
    """One result of one pipeline, in short."""

    autoProcScalingId = Ident("The scaling's row.", "AutoProcScaling.autoProcScalingId")
    autoProcProgramId = Int("The run of the program.", "AutoProcProgram.autoProcProgramId")
    processingPrograms = Text("Names of the programs.", "AutoProcProgram.processingPrograms")
    processingStatus = outcome("How the run ended", "computed: AutoProcProgram.processingStatus")
    processingMessage = Text("What the program said when it ended.", "AutoProcProgram.processingMessage")
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


class ResultSweepSchema(ma.Schema):
    """A sweep that went into a scaling."""

    autoProcIntegrationId = Ident("Its integration.", "AutoProcIntegration.autoProcIntegrationId")
    startImageNumber = Int("First image that was used.", "AutoProcIntegration.startImageNumber")
    endImageNumber = Int("Last image that was used.", "AutoProcIntegration.endImageNumber")
    dataCollectionId = Ident("The data collection.", "DataCollection.dataCollectionId")
    dataCollectionNumber = Int("Its number.", "DataCollection.dataCollectionNumber")
    imagePrefix = Text("How its images' names begin.", "DataCollection.imagePrefix")
    startTime = Stamp("When it began, on the facility's clock.", "DataCollection.startTime")
    dataCollectionGroupId = Ident("Its group.", "DataCollectionGroup.dataCollectionGroupId")
    sessionId = Int("The session.", "DataCollectionGroup.sessionId")
    blSampleId = Int("The sample.", "computed: DataCollectionGroup.blSampleId, DataCollection.blSampleId")
    blSample = Text("The sample's name.", "BLSample.name")


class ResultSchema(ComparedSchema):
    """One result of one pipeline, with what it was made of."""

    DataCollections = Items(
        ResultSweepSchema,
        "The sweeps that went into it, of collections that the caller may see; several where they were scaled together.",
        "computed: AutoProcScaling_has_Int.autoProcIntegrationId",
    )


class ComparisonSchema(ma.Schema):
    """Results of all pipelines beside one another."""

    best = Int(
        "Which scaling is the best, by the rule in the documentation; null if there is none.",
        "computed: AutoProcScalingStatistics.resolutionLimitHigh",
    )
    results = Items(ComparedSchema, "Each result.", "computed: AutoProcScaling.autoProcScalingId")
    unscaled = Items(
        JobProgramSchema,
        "Runs that led to no scaling, the latest first: they failed, are not over, or do something else.",
        "computed: AutoProcProgram.autoProcProgramId",
    )


class BestSchema(ma.Schema):
    """The best result of one thing."""

    id = Ident("The row of what by names.", "computed: the table of what by names")
    scalings = Int("How many scalings there are of it.", "computed: AutoProcScaling.autoProcScalingId")
    best = Part(ResultSchema, "The best of them, by the rule in the documentation; null if none can be.")


class ResultTableArguments(SomeDataArguments):
    processingPrograms = Text("Of programs by this name.", allow_none=False, validate=validate.Length(1, 255))
    spaceGroup = Text("In this space group, as it is written.", allow_none=False, validate=validate.Length(1, 45))


class ResultArguments(ResultTableArguments, PageArguments):
    order_by = order_by(
        "autoProcScalingId", "processingPrograms", "resolutionLimitHigh", "completeness", "meanIOverSigI"
    )


class BestArguments(SomeDataArguments, PageArguments):
    class Meta:
        exclude = ("order",)

    by = Choice(
        ("blSampleId", "dataCollectionId", "dataCollectionGroupId", "blSampleGroupId"),
        "Of what the best result is asked for each: samples unless given.",
        load_default="blSampleId",
    )


ResultPageSchema = page_of(ResultSchema)
BestPageSchema = page_of(BestSchema)
