"""What integration and scaling gave: cells, space groups, statistics by shell."""

import marshmallow as ma

from ispyb_api.http.fields import Bool, Float, Ident, Int, Items, Part, Stamp, Text
from ispyb_api.processing import plausible

FRACTION = "fraction; some programs write %"
PER_CENT = "%; some programs write a fraction"


class AutoProcSchema(ma.Schema):
    """The cell and space group that a program ended with."""

    autoProcId = Ident("The solution's row.", "AutoProc.autoProcId")
    spaceGroup = Text("The space group, as P 21 21 21 or P212121.", "AutoProc.spaceGroup")
    refinedCell_a = Float("Length a of the cell.", "AutoProc.refinedCell_a", "Å", **plausible.LENGTH)
    refinedCell_b = Float("Length b of the cell.", "AutoProc.refinedCell_b", "Å", **plausible.LENGTH)
    refinedCell_c = Float("Length c of the cell.", "AutoProc.refinedCell_c", "Å", **plausible.LENGTH)
    refinedCell_alpha = Float("Angle α of the cell.", "AutoProc.refinedCell_alpha", "°", **plausible.ANGLE)
    refinedCell_beta = Float("Angle β of the cell.", "AutoProc.refinedCell_beta", "°", **plausible.ANGLE)
    refinedCell_gamma = Float("Angle γ of the cell.", "AutoProc.refinedCell_gamma", "°", **plausible.ANGLE)


def _statistic(meaning, column, unit, **more):
    return Float(meaning, f"AutoProcScalingStatistics.{column}", unit, **more)


class ShellSchema(ma.Schema):
    """How good the scaled data are, in one shell of resolution."""

    autoProcScalingStatisticsId = Ident("The row.", "AutoProcScalingStatistics.autoProcScalingStatisticsId")
    scalingStatisticsType = Text(
        "The shell: overall, innerShell or outerShell.", "AutoProcScalingStatistics.scalingStatisticsType"
    )
    comments = Text("Remarks.", "AutoProcScalingStatistics.comments")
    resolutionLimitLow = _statistic("Where the shell begins.", "resolutionLimitLow", "Å", **plausible.RESOLUTION)
    resolutionLimitHigh = _statistic("Where the shell ends.", "resolutionLimitHigh", "Å", **plausible.RESOLUTION)
    rMerge = _statistic("How far equivalent reflections differ.", "rMerge", FRACTION, **plausible.R_FACTOR)
    rMeasWithinIPlusIMinus = _statistic(
        "The same whatever the multiplicity, Bijvoet mates apart.",
        "rMeasWithinIPlusIMinus",
        FRACTION,
        **plausible.R_FACTOR,
    )
    rMeasAllIPlusIMinus = _statistic(
        "The same whatever the multiplicity, Bijvoet mates together.",
        "rMeasAllIPlusIMinus",
        FRACTION,
        **plausible.R_FACTOR,
    )
    rPimWithinIPlusIMinus = _statistic(
        "Precision of the merged intensities, Bijvoet mates apart.",
        "rPimWithinIPlusIMinus",
        FRACTION,
        **plausible.R_FACTOR,
    )
    rPimAllIPlusIMinus = _statistic(
        "Precision of the merged intensities, Bijvoet mates together.",
        "rPimAllIPlusIMinus",
        FRACTION,
        **plausible.R_FACTOR,
    )
    fractionalPartialBias = _statistic(
        "How far partly recorded reflections lie from whole ones.", "fractionalPartialBias", "fraction"
    )
    nTotalObservations = Int("How many reflections were measured.", "AutoProcScalingStatistics.nTotalObservations")
    nTotalUniqueObservations = Int(
        "How many of them are different by symmetry.", "AutoProcScalingStatistics.nTotalUniqueObservations"
    )
    meanIOverSigI = _statistic("Mean of intensity over its error.", "meanIOverSigI", "ratio")
    completeness = _statistic(
        "How much of all reflections was measured.", "completeness", PER_CENT, **plausible.COMPLETENESS
    )
    completenessSpherical = _statistic(
        "The same within the sphere of resolution.", "completenessSpherical", PER_CENT, **plausible.COMPLETENESS
    )
    completenessEllipsoidal = _statistic(
        "The same within the ellipsoid of resolution.", "completenessEllipsoidal", PER_CENT, **plausible.COMPLETENESS
    )
    multiplicity = _statistic("How often a reflection was measured in the mean.", "multiplicity", "ratio")
    anomalousCompleteness = _statistic(
        "Of how many reflections both Bijvoet mates were measured.",
        "anomalousCompleteness",
        PER_CENT,
        **plausible.OF_PAIRS,
    )
    anomalousCompletenessSpherical = _statistic(
        "The same within the sphere of resolution.", "anomalousCompletenessSpherical", PER_CENT, **plausible.OF_PAIRS
    )
    anomalousCompletenessEllipsoidal = _statistic(
        "The same within the ellipsoid of resolution.",
        "anomalousCompletenessEllipsoidal",
        PER_CENT,
        **plausible.OF_PAIRS,
    )
    anomalousMultiplicity = _statistic("Multiplicity, Bijvoet mates apart.", "anomalousMultiplicity", "ratio")
    anomalous = Bool("Whether Bijvoet mates were kept apart.", "AutoProcScalingStatistics.anomalous")
    ccHalf = _statistic("How far random halves of the data agree, CC1/2.", "ccHalf", FRACTION, **plausible.CORRELATION)
    ccAnomalous = Float(
        "How far anomalous differences of random halves agree; one family calls the column ccAno.",
        "computed: AutoProcScalingStatistics.ccAnomalous, AutoProcScalingStatistics.ccAno",
        FRACTION,
        **plausible.CORRELATION,
    )
    sigAno = Text("Mean anomalous difference over its error, as text.", "AutoProcScalingStatistics.sigAno", "ratio")
    isa = Text("Intensity over error of the strongest reflections, as text.", "AutoProcScalingStatistics.isa", "ratio")
    resIOverSigI2 = _statistic(
        "Resolution at which intensity is twice its error.", "resIOverSigI2", "Å", **plausible.RESOLUTION
    )


def _axis(axis, part):
    return Float(
        f"Axis {axis} of the ellipsoid within which reflections were kept, part {part}.",
        f"AutoProcScaling.resolutionEllipsoidAxis{axis}{part}",
        "unit vector",
        **plausible.DIRECTION,
    )


def _limit(axis):
    return Float(
        f"Resolution along axis {axis} of the ellipsoid.",
        f"AutoProcScaling.resolutionEllipsoidValue{axis}",
        "Å",
        **plausible.RESOLUTION,
    )


class ScalingMetadataSchema(ma.Schema):
    autoProcIntegrationIds = Items(
        Ident("An integration.", "AutoProcScaling_has_Int.autoProcIntegrationId"),
        "The integrations of this run that were scaled together here; several where sweeps were joined.",
        "computed: AutoProcScaling_has_Int.autoProcIntegrationId",
    )


class AutoProcScalingSchema(
    ma.Schema.from_dict(
        {f"resolutionEllipsoidAxis{a}{p}": _axis(a, p) for a in (1, 2, 3) for p in (1, 2, 3)}
        | {f"resolutionEllipsoidValue{a}": _limit(a) for a in (1, 2, 3)}
    )
):
    """Data that were scaled together."""

    autoProcScalingId = Ident("The scaling's row.", "AutoProcScaling.autoProcScalingId")
    recordTimeStamp = Stamp("When it was recorded, on the facility's clock.", "AutoProcScaling.recordTimeStamp")
    AutoProc = Part(AutoProcSchema, "The cell and space group; null if none is recorded.")
    AutoProcScalingStatistics = Items(ShellSchema, "Every shell that is recorded, the overall one first.")
    _metadata = Part(ScalingMetadataSchema, "What was scaled.", allow_none=False)


class ScalingLinkSchema(ma.Schema):
    AutoProcScaling = Part(AutoProcScalingSchema, "The scaling.", allow_none=False)


class IntegratedCollectionSchema(ma.Schema):
    """The sweep, as it was recorded."""

    dataCollectionId = Ident("The data collection.", "AutoProcIntegration.dataCollectionId")
    xBeam = Float("Where the beam met the detector, across.", "DataCollection.xBeam", "mm")
    yBeam = Float("Where the beam met the detector, down.", "DataCollection.yBeam", "mm")


class SweepWorkflowSchema(ma.Schema):
    """The workflow of several sweeps that a sweep was part of, as the workflow itself names things."""

    uid = Text("The workflow's own identifier.", "api_integration_workflow.uid")
    name = Text("Name of the workflow.", "api_integration_workflow.name")
    type = Text("Kind of the workflow.", "api_integration_workflow.type")
    characterisation = Text("The characterisation that the sweep follows.", "api_integration_workflow.characterisation")
    orientation = Text("The crystal's orientation in the sweep.", "api_integration_workflow.orientation")
    position = Text("The position on the sample.", "api_integration_workflow.position")


def _of_integration(meaning, column, unit, **more):
    return Float(meaning, f"AutoProcIntegration.{column}", unit, **more)


class AutoProcIntegrationSchema(ma.Schema):
    """One sweep, integrated."""

    autoProcIntegrationId = Ident("The integration's row.", "AutoProcIntegration.autoProcIntegrationId")
    startImageNumber = Int("Number of the first image that was used.", "AutoProcIntegration.startImageNumber")
    endImageNumber = Int("Number of the last image that was used.", "AutoProcIntegration.endImageNumber")
    refinedDetectorDistance = _of_integration(
        "Refined distance of the detector.", "refinedDetectorDistance", "mm", plausible=(1, 100_000)
    )
    refinedXBeam = _of_integration(
        "Refined place of the beam on the detector, across.",
        "refinedXBeam",
        "mm; pixels of some programs",
        **plausible.ON_DETECTOR,
    )
    refinedYBeam = _of_integration(
        "Refined place of the beam on the detector, down.",
        "refinedYBeam",
        "mm; pixels of some programs",
        **plausible.ON_DETECTOR,
    )
    rotationAxisX = _of_integration("Axis of rotation, part x.", "rotationAxisX", "unit vector", **plausible.DIRECTION)
    rotationAxisY = _of_integration("Axis of rotation, part y.", "rotationAxisY", "unit vector", **plausible.DIRECTION)
    rotationAxisZ = _of_integration("Axis of rotation, part z.", "rotationAxisZ", "unit vector", **plausible.DIRECTION)
    beamVectorX = _of_integration(
        "Direction of the beam, part x.", "beamVectorX", "unit vector; 1/Å of some programs", **plausible.DIRECTION
    )
    beamVectorY = _of_integration(
        "Direction of the beam, part y.", "beamVectorY", "unit vector; 1/Å of some programs", **plausible.DIRECTION
    )
    beamVectorZ = _of_integration(
        "Direction of the beam, part z.", "beamVectorZ", "unit vector; 1/Å of some programs", **plausible.DIRECTION
    )
    cell_a = _of_integration("Length a of the cell.", "cell_a", "Å", **plausible.LENGTH)
    cell_b = _of_integration("Length b of the cell.", "cell_b", "Å", **plausible.LENGTH)
    cell_c = _of_integration("Length c of the cell.", "cell_c", "Å", **plausible.LENGTH)
    cell_alpha = _of_integration("Angle α of the cell.", "cell_alpha", "°", **plausible.ANGLE)
    cell_beta = _of_integration("Angle β of the cell.", "cell_beta", "°", **plausible.ANGLE)
    cell_gamma = _of_integration("Angle γ of the cell.", "cell_gamma", "°", **plausible.ANGLE)
    anomalous = Bool("Whether Bijvoet mates were kept apart.", "AutoProcIntegration.anomalous")
    DataCollection = Part(IntegratedCollectionSchema, "The sweep, as it was recorded.", allow_none=False)
    Workflow = Part(SweepWorkflowSchema, "The workflow that the sweep was part of; null if none was recorded with it.")
    AutoProcScalingHasInt = Items(ScalingLinkSchema, "The scalings that it went into.")
