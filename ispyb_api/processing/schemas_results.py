"""What integration and scaling gave: cells, space groups, statistics by shell."""

import marshmallow as ma

from ispyb_api.http.fields import Bool, Float, Ident, Int, Items, Part, Stamp, Text

FRACTION = "fraction; some programs write %"
PER_CENT = "%; some programs write a fraction"


class AutoProcSchema(ma.Schema):
    """The cell and space group that a program ended with."""

    autoProcId = Ident("The solution's row.", "AutoProc.autoProcId")
    spaceGroup = Text("The space group, as P 21 21 21 or P212121.", "AutoProc.spaceGroup")
    refinedCell_a = Float("Length a of the cell.", "AutoProc.refinedCell_a", "Å")
    refinedCell_b = Float("Length b of the cell.", "AutoProc.refinedCell_b", "Å")
    refinedCell_c = Float("Length c of the cell.", "AutoProc.refinedCell_c", "Å")
    refinedCell_alpha = Float("Angle α of the cell.", "AutoProc.refinedCell_alpha", "°")
    refinedCell_beta = Float("Angle β of the cell.", "AutoProc.refinedCell_beta", "°")
    refinedCell_gamma = Float("Angle γ of the cell.", "AutoProc.refinedCell_gamma", "°")


def _statistic(meaning, column, unit):
    return Float(meaning, f"AutoProcScalingStatistics.{column}", unit)


class ShellSchema(ma.Schema):
    """How good the scaled data are, in one shell of resolution."""

    autoProcScalingStatisticsId = Ident("The row.", "AutoProcScalingStatistics.autoProcScalingStatisticsId")
    scalingStatisticsType = Text(
        "The shell: overall, innerShell or outerShell.", "AutoProcScalingStatistics.scalingStatisticsType"
    )
    comments = Text("Remarks.", "AutoProcScalingStatistics.comments")
    resolutionLimitLow = _statistic("Where the shell begins.", "resolutionLimitLow", "Å")
    resolutionLimitHigh = _statistic("Where the shell ends.", "resolutionLimitHigh", "Å")
    rMerge = _statistic("How far equivalent reflections differ.", "rMerge", FRACTION)
    rMeasWithinIPlusIMinus = _statistic(
        "The same whatever the multiplicity, Bijvoet mates apart.", "rMeasWithinIPlusIMinus", FRACTION
    )
    rMeasAllIPlusIMinus = _statistic(
        "The same whatever the multiplicity, Bijvoet mates together.", "rMeasAllIPlusIMinus", FRACTION
    )
    rPimWithinIPlusIMinus = _statistic(
        "Precision of the merged intensities, Bijvoet mates apart.", "rPimWithinIPlusIMinus", FRACTION
    )
    rPimAllIPlusIMinus = _statistic(
        "Precision of the merged intensities, Bijvoet mates together.", "rPimAllIPlusIMinus", FRACTION
    )
    fractionalPartialBias = _statistic(
        "How far partly recorded reflections lie from whole ones.", "fractionalPartialBias", "fraction"
    )
    nTotalObservations = Int("How many reflections were measured.", "AutoProcScalingStatistics.nTotalObservations")
    nTotalUniqueObservations = Int(
        "How many of them are different by symmetry.", "AutoProcScalingStatistics.nTotalUniqueObservations"
    )
    meanIOverSigI = _statistic("Mean of intensity over its error.", "meanIOverSigI", "ratio")
    completeness = _statistic("How much of all reflections was measured.", "completeness", PER_CENT)
    completenessSpherical = _statistic("The same within the sphere of resolution.", "completenessSpherical", PER_CENT)
    completenessEllipsoidal = _statistic(
        "The same within the ellipsoid of resolution.", "completenessEllipsoidal", PER_CENT
    )
    multiplicity = _statistic("How often a reflection was measured in the mean.", "multiplicity", "ratio")
    anomalousCompleteness = _statistic(
        "Of how many reflections both Bijvoet mates were measured.", "anomalousCompleteness", PER_CENT
    )
    anomalousCompletenessSpherical = _statistic(
        "The same within the sphere of resolution.", "anomalousCompletenessSpherical", PER_CENT
    )
    anomalousCompletenessEllipsoidal = _statistic(
        "The same within the ellipsoid of resolution.", "anomalousCompletenessEllipsoidal", PER_CENT
    )
    anomalousMultiplicity = _statistic("Multiplicity, Bijvoet mates apart.", "anomalousMultiplicity", "ratio")
    anomalous = Bool("Whether Bijvoet mates were kept apart.", "AutoProcScalingStatistics.anomalous")
    ccHalf = _statistic("How far random halves of the data agree, CC1/2.", "ccHalf", FRACTION)
    ccAnomalous = Float(
        "How far anomalous differences of random halves agree; one family calls the column ccAno.",
        "computed: AutoProcScalingStatistics.ccAnomalous, AutoProcScalingStatistics.ccAno",
        FRACTION,
    )
    sigAno = Text("Mean anomalous difference over its error, as text.", "AutoProcScalingStatistics.sigAno", "ratio")
    isa = Text("Intensity over error of the strongest reflections, as text.", "AutoProcScalingStatistics.isa", "ratio")
    resIOverSigI2 = _statistic("Resolution at which intensity is twice its error.", "resIOverSigI2", "Å")


def _axis(axis, part):
    return Float(
        f"Axis {axis} of the ellipsoid within which reflections were kept, part {part}.",
        f"AutoProcScaling.resolutionEllipsoidAxis{axis}{part}",
        "unit vector",
    )


def _limit(axis):
    return Float(
        f"Resolution along axis {axis} of the ellipsoid.", f"AutoProcScaling.resolutionEllipsoidValue{axis}", "Å"
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


def _of_integration(meaning, column, unit):
    return Float(meaning, f"AutoProcIntegration.{column}", unit)


class AutoProcIntegrationSchema(ma.Schema):
    """One sweep, integrated."""

    autoProcIntegrationId = Ident("The integration's row.", "AutoProcIntegration.autoProcIntegrationId")
    startImageNumber = Int("Number of the first image that was used.", "AutoProcIntegration.startImageNumber")
    endImageNumber = Int("Number of the last image that was used.", "AutoProcIntegration.endImageNumber")
    refinedDetectorDistance = _of_integration("Refined distance of the detector.", "refinedDetectorDistance", "mm")
    refinedXBeam = _of_integration(
        "Refined place of the beam on the detector, across.", "refinedXBeam", "mm; pixels of some programs"
    )
    refinedYBeam = _of_integration(
        "Refined place of the beam on the detector, down.", "refinedYBeam", "mm; pixels of some programs"
    )
    rotationAxisX = _of_integration("Axis of rotation, part x.", "rotationAxisX", "unit vector")
    rotationAxisY = _of_integration("Axis of rotation, part y.", "rotationAxisY", "unit vector")
    rotationAxisZ = _of_integration("Axis of rotation, part z.", "rotationAxisZ", "unit vector")
    beamVectorX = _of_integration("Direction of the beam, part x.", "beamVectorX", "unit vector; 1/Å of some programs")
    beamVectorY = _of_integration("Direction of the beam, part y.", "beamVectorY", "unit vector; 1/Å of some programs")
    beamVectorZ = _of_integration("Direction of the beam, part z.", "beamVectorZ", "unit vector; 1/Å of some programs")
    cell_a = _of_integration("Length a of the cell.", "cell_a", "Å")
    cell_b = _of_integration("Length b of the cell.", "cell_b", "Å")
    cell_c = _of_integration("Length c of the cell.", "cell_c", "Å")
    cell_alpha = _of_integration("Angle α of the cell.", "cell_alpha", "°")
    cell_beta = _of_integration("Angle β of the cell.", "cell_beta", "°")
    cell_gamma = _of_integration("Angle γ of the cell.", "cell_gamma", "°")
    anomalous = Bool("Whether Bijvoet mates were kept apart.", "AutoProcIntegration.anomalous")
    DataCollection = Part(IntegratedCollectionSchema, "The sweep, as it was recorded.", allow_none=False)
    AutoProcScalingHasInt = Items(ScalingLinkSchema, "The scalings that it went into.")
