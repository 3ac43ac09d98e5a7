"""What a characterisation looks like from outside: lattices that fit, strategies to collect by."""

import marshmallow as ma

from ispyb_api.http.fields import Bool, Float, Ident, Int, Items, Stamp, Text
from ispyb_api.http.paging import page_of
from ispyb_api.processing import plausible


class SubWedgeSchema(ma.Schema):
    """A part of a wedge to be collected in one go."""

    screeningStrategySubWedgeId = Ident("The row.", "ScreeningStrategySubWedge.screeningStrategySubWedgeId")
    subWedgeNumber = Int("Number of the part within its wedge.", "ScreeningStrategySubWedge.subWedgeNumber")
    rotationAxis = Text("The axis that turns, as Omega.", "ScreeningStrategySubWedge.rotationAxis")
    axisStart = Float("Where the axis begins.", "ScreeningStrategySubWedge.axisStart", "°")
    axisEnd = Float("Where the axis ends.", "ScreeningStrategySubWedge.axisEnd", "°")
    exposureTime = Float("Exposure of one image.", "ScreeningStrategySubWedge.exposureTime", "s", **plausible.EXPOSURE)
    transmission = Float(
        "Transmission of the attenuators.", "ScreeningStrategySubWedge.transmission", "%", **plausible.TRANSMISSION
    )
    oscillationRange = Float("Rotation during one image.", "ScreeningStrategySubWedge.oscillationRange", "°")
    completeness = Float(
        "Completeness to be expected.", "ScreeningStrategySubWedge.completeness", "%", **plausible.COMPLETENESS
    )
    multiplicity = Float("Multiplicity to be expected.", "ScreeningStrategySubWedge.multiplicity", "ratio")
    RESOLUTION = Float(
        "Resolution to be expected.", "ScreeningStrategySubWedge.resolution", "Å", **plausible.RESOLUTION
    )
    doseTotal = Float(
        "Dose that the sample will absorb.", "ScreeningStrategySubWedge.doseTotal", "MGy", **plausible.DOSE
    )
    numberOfImages = Int("How many images.", "ScreeningStrategySubWedge.numberOfImages")
    comments = Text("Remarks.", "ScreeningStrategySubWedge.comments")


class WedgeSchema(ma.Schema):
    """A range of rotation at one orientation of the sample."""

    screeningStrategyWedgeId = Ident("The wedge's row.", "ScreeningStrategyWedge.screeningStrategyWedgeId")
    wedgeNumber = Int("Number of the wedge within its strategy.", "ScreeningStrategyWedge.wedgeNumber")
    resolution = Float("Resolution to be expected.", "ScreeningStrategyWedge.resolution", "Å", **plausible.RESOLUTION)
    completeness = Float(
        "Completeness to be expected.", "ScreeningStrategyWedge.completeness", "%", **plausible.COMPLETENESS
    )
    multiplicity = Float("Multiplicity to be expected.", "ScreeningStrategyWedge.multiplicity", "ratio")
    doseTotal = Float("Dose that the sample will absorb.", "ScreeningStrategyWedge.doseTotal", "MGy", **plausible.DOSE)
    numberOfImages = Int("How many images.", "ScreeningStrategyWedge.numberOfImages")
    phi = Float("Angle φ of the goniometer.", "ScreeningStrategyWedge.phi", "°")
    kappa = Float("Angle κ of the goniometer.", "ScreeningStrategyWedge.kappa", "°")
    chi = Float("Angle χ of the goniometer.", "ScreeningStrategyWedge.chi", "°")
    comments = Text("Remarks.", "ScreeningStrategyWedge.comments")
    wavelength = Float("Wavelength of the beam.", "ScreeningStrategyWedge.wavelength", "Å", **plausible.WAVELENGTH)
    ScreeningStrategySubWedge = Items(SubWedgeSchema, "The parts of the wedge.")


class StrategySchema(ma.Schema):
    """A way to collect a whole set of data."""

    screeningStrategyId = Ident("The strategy's row.", "ScreeningStrategy.screeningStrategyId")
    program = Text("The program that found it.", "ScreeningStrategy.program")
    phiStart = Float("Where the spindle begins.", "ScreeningStrategy.phiStart", "°")
    phiEnd = Float("Where the spindle ends.", "ScreeningStrategy.phiEnd", "°")
    rotation = Float("Rotation during one image.", "ScreeningStrategy.rotation", "°")
    exposureTime = Float("Exposure of one image.", "ScreeningStrategy.exposureTime", "s", **plausible.EXPOSURE)
    transmission = Float(
        "Transmission of the attenuators.", "ScreeningStrategy.transmission", "%", **plausible.TRANSMISSION
    )
    resolution = Float("Resolution to be expected.", "ScreeningStrategy.resolution", "Å", **plausible.RESOLUTION)
    rankingResolution = Float(
        "Resolution by which samples are ranked.", "ScreeningStrategy.rankingResolution", "Å", **plausible.RESOLUTION
    )
    completeness = Float(
        "Completeness to be expected.", "ScreeningStrategy.completeness", "%", **plausible.COMPLETENESS
    )
    multiplicity = Float("Multiplicity to be expected.", "ScreeningStrategy.multiplicity", "ratio")
    anomalous = Bool("Whether the strategy keeps Bijvoet mates apart.", "ScreeningStrategy.anomalous")
    ScreeningStrategyWedge = Items(WedgeSchema, "The strategy's wedges.")


def _element(axis, part):
    return Float(
        f"Orientation matrix in the program's frame: part {part} of the reciprocal axis {axis}*.",
        f"ScreeningOutputLattice.rawOrientationMatrix_{axis}_{part}",
        "1/Å",
    )


class LatticeSchema(
    ma.Schema.from_dict({f"rawOrientationMatrix_{a}_{p}": _element(a, p) for a in "abc" for p in "xyz"})
):
    """A lattice that explains the spots."""

    screeningOutputLatticeId = Ident("The lattice's row.", "ScreeningOutputLattice.screeningOutputLatticeId")
    spaceGroup = Text("Space group.", "ScreeningOutputLattice.spaceGroup")
    pointGroup = Text("Point group.", "ScreeningOutputLattice.pointGroup")
    bravaisLattice = Text("Bravais lattice, as oP.", "ScreeningOutputLattice.bravaisLattice")
    unitCell_a = Float("Length a of the cell.", "ScreeningOutputLattice.unitCell_a", "Å", **plausible.LENGTH)
    unitCell_b = Float("Length b of the cell.", "ScreeningOutputLattice.unitCell_b", "Å", **plausible.LENGTH)
    unitCell_c = Float("Length c of the cell.", "ScreeningOutputLattice.unitCell_c", "Å", **plausible.LENGTH)
    unitCell_alpha = Float("Angle α of the cell.", "ScreeningOutputLattice.unitCell_alpha", "°", **plausible.ANGLE)
    unitCell_beta = Float("Angle β of the cell.", "ScreeningOutputLattice.unitCell_beta", "°", **plausible.ANGLE)
    unitCell_gamma = Float("Angle γ of the cell.", "ScreeningOutputLattice.unitCell_gamma", "°", **plausible.ANGLE)
    labelitIndexing = Bool("Whether LABELIT indexed it.", "ScreeningOutputLattice.labelitIndexing")


class ScreeningOutputSchema(ma.Schema):
    """What a program made of the reference images."""

    screeningOutputId = Ident("The output's row.", "ScreeningOutput.screeningOutputId")
    program = Text("The program.", "ScreeningOutput.program")
    statusDescription = Text("What the program said.", "ScreeningOutput.statusDescription")
    indexingSuccess = Int("1 if a lattice was found, else 0.", "ScreeningOutput.indexingSuccess")
    strategySuccess = Int("1 if a strategy was found, else 0.", "ScreeningOutput.strategySuccess")
    screeningSuccess = Int("1 if the characterisation went well, else 0.", "ScreeningOutput.screeningSuccess")
    alignmentSuccess = Int("1 if a way to align the crystal was found, else 0.", "ScreeningOutput.alignmentSuccess")
    mosaicity = Float("Mosaicity of the crystal.", "ScreeningOutput.mosaicity", "°")
    mosaicityEstimated = Bool("Whether the mosaicity was estimated.", "ScreeningOutput.mosaicityEstimated")
    iOverSigma = Float("Mean of intensity over its error.", "ScreeningOutput.iOverSigma", "ratio")
    resolutionObtained = Float(
        "Resolution that was seen.", "ScreeningOutput.resolutionObtained", "Å", **plausible.RESOLUTION
    )
    rankingResolution = Float(
        "Resolution by which samples are ranked.", "ScreeningOutput.rankingResolution", "Å", **plausible.RESOLUTION
    )
    spotDeviationR = Float(
        "How far spots lie from where they are expected.", "ScreeningOutput.spotDeviationR", "mm; pixels of some programs"
    )  # fmt: skip
    spotDeviationTheta = Float("The same as an angle.", "ScreeningOutput.spotDeviationTheta", "°")
    beamShiftX = Float("By how much the beam's place was corrected, across.", "ScreeningOutput.beamShiftX", "mm")
    beamShiftY = Float("By how much the beam's place was corrected, down.", "ScreeningOutput.beamShiftY", "mm")
    numSpotsFound = Int("How many spots were found.", "ScreeningOutput.numSpotsFound")
    numSpotsUsed = Int("How many of them were used.", "ScreeningOutput.numSpotsUsed")
    numSpotsRejected = Int("How many of them were rejected.", "ScreeningOutput.numSpotsRejected")
    rejectedReflections = Int("How many reflections were rejected.", "ScreeningOutput.rejectedReflections")
    diffractionRings = Bool("Whether there are rings, as of ice.", "ScreeningOutput.diffractionRings")
    rFriedel = Float("How far Friedel mates differ.", "ScreeningOutput.rFriedel", "fraction", **plausible.R_FACTOR)
    doseTotal = Float("Dose of the whole strategy.", "ScreeningOutput.doseTotal", "MGy", **plausible.DOSE)
    totalExposureTime = Float("Exposure of the whole strategy.", "ScreeningOutput.totalExposureTime", "s")
    totalRotationRange = Float("Rotation of the whole strategy.", "ScreeningOutput.totalRotationRange", "°")
    totalNumberOfImages = Int("How many images the whole strategy has.", "ScreeningOutput.totalNumberOfImages")
    ScreeningOutputLattice = Items(LatticeSchema, "The lattices that were found; none if indexing failed.")
    ScreeningStrategy = Items(StrategySchema, "The strategies that were found; none if there is none.")


class ScreeningInputSchema(ma.Schema):
    """What the programs were told to begin with."""

    screeningInputId = Ident("The row.", "ScreeningInput.screeningInputId")
    diffractionPlanId = Int("The plan whose wishes were kept to.", "ScreeningInput.diffractionPlanId")
    beamX = Float("Where the beam hits the detector, across.", "ScreeningInput.beamX", "mm", **plausible.ON_DETECTOR)
    beamY = Float("Where the beam hits the detector, down.", "ScreeningInput.beamY", "mm", **plausible.ON_DETECTOR)
    rmsErrorLimits = Float(
        "How far spots may lie from where they are expected, in the mean of squares.",
        "ScreeningInput.rmsErrorLimits",
        "mm",
    )
    minimumFractionIndexed = Float(
        "Least share of the spots that has to be indexed.",
        "ScreeningInput.minimumFractionIndexed",
        "fraction",
        **plausible.FRACTION,
    )
    maximumFractionRejected = Float(
        "Greatest share of the spots that may be rejected.",
        "ScreeningInput.maximumFractionRejected",
        "fraction",
        **plausible.FRACTION,
    )
    minimumSignalToNoise = Float(
        "Least intensity over its error that counts as signal.", "ScreeningInput.minimumSignalToNoise", "ratio"
    )
    xmlSampleInformation = Text(
        "What was known of the sample, as the program's XML.", "ScreeningInput.xmlSampleInformation"
    )


class RankSchema(ma.Schema):
    """The place of a characterisation among those of several crystals."""

    screeningRankId = Ident("The rank's row.", "ScreeningRank.screeningRankId")
    screeningRankSetId = Int("Ranks that were given together have one set.", "ScreeningRank.screeningRankSetId")
    rankEngine = Text("What gave it.", "ScreeningRankSet.rankEngine")
    rankValue = Float("The rank, as its engine counts.", "ScreeningRank.rankValue", "1")
    rankInformation = Text("Why.", "ScreeningRank.rankInformation")


class ScreeningSchema(ma.Schema):
    """A characterisation: a few images, what they say of the crystal, and how best to collect from it."""

    screeningId = Ident("The characterisation's row.", "Screening.screeningId")
    dataCollectionId = Int("The collection of its images, where that is recorded.", "Screening.dataCollectionId")
    dataCollectionGroupId = Int("The group of that collection.", "Screening.dataCollectionGroupId")
    diffractionPlanId = Int("The plan that it was made by.", "Screening.diffractionPlanId")
    autoProcProgramId = Int("The run of the program, where that is recorded.", "Screening.autoProcProgramId")
    programVersion = Text("The program, with its version.", "Screening.programVersion")
    comments = Text("Remarks.", "Screening.comments")
    shortComments = Text("Remarks, in a few words.", "Screening.shortComments")
    bltimeStamp = Stamp("When it was recorded, on the facility's clock.", "Screening.bltimeStamp")
    ScreeningRank = Items(RankSchema, "Its places among those of several crystals.")
    ScreeningInput = Items(ScreeningInputSchema, "What the programs were told to begin with, where that is recorded.")
    ScreeningOutput = Items(ScreeningOutputSchema, "What programs made of the images; several where they disagree.")


ScreeningPageSchema = page_of(ScreeningSchema)
