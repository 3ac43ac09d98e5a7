"""What is asked of an experiment before it is done."""

import marshmallow as ma

from ispyb_api.http.fields import Bool, Float, Int, Stamp, Text

ANGSTROM, DEGREE, RATIO, PERCENT, MICRON = "Å", "°", "ratio", "%", "µm"
_FRACTIONS = "Programs of some facilities write a fraction."
_MILLIMETRES = "Programs of some facilities write millimetres."


class DiffractionPlanSchema(ma.Schema):
    """What is asked of an experiment before it is done.  Everything is null where there is no plan."""

    diffractionPlanId = Int("The plan's row; null if there is no plan.", "DiffractionPlan.diffractionPlanId")
    name = Text("Name of the plan.", "DiffractionPlan.name")
    experimentKind = Text("Kind of experiment, as OSC, SAD or MXPressE.", "DiffractionPlan.experimentKind")
    collectionMode = Text("auto if a robot is to do it without people, else manual.", "DiffractionPlan.collectionMode")
    priority = Int("Rank among the samples that came together.", "DiffractionPlan.priority")
    observedResolution = Float(
        "Resolution that was seen earlier.", "DiffractionPlan.observedResolution", ANGSTROM, plausible=(0.2, 100)
    )
    minimalResolution = Float(
        "Worst resolution that is still good.", "DiffractionPlan.minimalResolution", ANGSTROM, plausible=(0.2, 100)
    )
    maximalResolution = Float(
        "Best resolution to look for.", "DiffractionPlan.maximalResolution", ANGSTROM, plausible=(0.2, 100)
    )
    screeningResolution = Float(
        "Resolution of the images for screening.", "DiffractionPlan.screeningResolution", ANGSTROM, plausible=(0.2, 100)
    )
    requiredResolution = Float(
        "Resolution that has to be reached.", "DiffractionPlan.requiredResolution", ANGSTROM, plausible=(0.2, 100)
    )
    aimedResolution = Float(
        "Resolution that is aimed at.", "DiffractionPlan.aimedResolution", ANGSTROM, plausible=(0.2, 100)
    )
    requiredCompleteness = Float(
        f"Completeness that has to be reached.  {_FRACTIONS}",
        "DiffractionPlan.requiredCompleteness",
        PERCENT,
        plausible=(1.001, 100),
    )
    aimedCompleteness = Float(
        f"Completeness that is aimed at.  {_FRACTIONS}",
        "DiffractionPlan.aimedCompleteness",
        PERCENT,
        plausible=(1.001, 100),
    )
    requiredMultiplicity = Float(
        "Multiplicity that has to be reached.", "DiffractionPlan.requiredMultiplicity", RATIO, plausible=(0, 100_000)
    )
    aimedMultiplicity = Float(
        "Multiplicity that is aimed at.", "DiffractionPlan.aimedMultiplicity", RATIO, plausible=(0, 100_000)
    )
    aimedIOverSigmaAtHighestRes = Float(
        "I/σ(I) that is aimed at in the outer shell.", "DiffractionPlan.aimedIOverSigmaAtHighestRes", RATIO
    )
    exposureTime = Float("Exposure of one image.", "DiffractionPlan.exposureTime", "s", plausible=(0, 100_000))
    oscillationRange = Float(
        "Rotation for one image.", "DiffractionPlan.oscillationRange", DEGREE, plausible=(-360, 360)
    )
    minOscWidth = Float("Smallest rotation for one image.", "DiffractionPlan.minOscWidth", DEGREE, plausible=(0, 360))
    axisStart = Float("Angle at which the rotation starts.", "DiffractionPlan.axisStart", DEGREE)
    axisRange = Float(
        "Rotation in all.  Programs of some facilities write that of one image.", "DiffractionPlan.axisRange", DEGREE
    )
    kappaStart = Float("Angle of kappa.", "DiffractionPlan.kappaStart", DEGREE, plausible=(-360, 360))
    numberOfImages = Int("How many images to take.", "DiffractionPlan.numberOfImages", plausible=(0, 10_000_000))
    numberOfPositions = Int(
        "At how many positions to shoot.", "DiffractionPlan.numberOfPositions", plausible=(0, 1_000_000)
    )
    energy = Float("Energy of the beam.", "DiffractionPlan.energy", "eV", plausible=(1000, 200000))
    transmission = Float(
        "Transmission of the attenuators, 0 to 1; data collections have per cent.",
        "DiffractionPlan.transmission",
        "fraction",
    )
    preferredBeamSizeX = Float(
        f"Width of the beam.  {_MILLIMETRES}", "DiffractionPlan.preferredBeamSizeX", MICRON, plausible=(0.2, 5000)
    )
    preferredBeamSizeY = Float(
        f"Height of the beam.  {_MILLIMETRES}", "DiffractionPlan.preferredBeamSizeY", MICRON, plausible=(0.2, 5000)
    )
    preferredBeamDiameter = Float(
        f"Diameter of the beam.  {_MILLIMETRES}", "DiffractionPlan.preferredBeamDiameter", MICRON, plausible=(0.2, 5000)
    )
    detectorId = Int("Detector to use.", "DiffractionPlan.detectorId")
    distance = Float("Distance of the detector.", "DiffractionPlan.distance", "mm", plausible=(1, 100_000))
    orientation = Float("Roll of the detector.", "DiffractionPlan.orientation", DEGREE)
    monochromator = Text("DMM for a multilayer or DCM for crystals.", "DiffractionPlan.monochromator")
    monoBandwidth = Float("Bandwidth of the beam.", "DiffractionPlan.monoBandwidth", "%")
    boxSizeX = Float("Width of the grid to scan.", "DiffractionPlan.boxSizeX", MICRON, plausible=(0.2, 100000))
    boxSizeY = Float("Height of the grid to scan.", "DiffractionPlan.boxSizeY", MICRON, plausible=(0.2, 100000))
    radiationSensitivity = Float(
        "How much the sample suffers from radiation, 1 being ordinary.", "DiffractionPlan.radiationSensitivity", RATIO
    )
    radiationSensitivityBeta = Float(
        "β of the model of radiation damage.", "DiffractionPlan.radiationSensitivityBeta", "1/MGy"
    )
    radiationSensitivityGamma = Float(
        "γ of the model of radiation damage.", "DiffractionPlan.radiationSensitivityGamma", "1/MGy"
    )
    estimateRadiationDamage = Bool(
        "Whether to reckon with radiation damage.", "DiffractionPlan.estimateRadiationDamage"
    )
    minDimAccrossSpindleAxis = Float(
        "Smallest width of the crystal across the spindle.", "DiffractionPlan.minDimAccrossSpindleAxis", "mm"
    )
    maxDimAccrossSpindleAxis = Float(
        "Greatest width of the crystal across the spindle.", "DiffractionPlan.maxDimAccrossSpindleAxis", "mm"
    )
    anomalousData = Bool("Whether the anomalous signal is wanted.", "DiffractionPlan.anomalousData")
    anomalousScatterer = Text("Element for phasing, as Se.", "DiffractionPlan.anomalousScatterer")
    forcedSpaceGroup = Text("Space group to index with.", "DiffractionPlan.forcedSpaceGroup")
    complexity = Text("How complex the strategy may be: none, min or full.", "DiffractionPlan.complexity")
    strategyOption = Text("Options for the program that finds the strategy.", "DiffractionPlan.strategyOption")
    kappaStrategyOption = Text("Options for strategies with kappa.", "DiffractionPlan.kappaStrategyOption")
    centringMethod = Text("How to centre: xray, loop, diffraction or optical.", "DiffractionPlan.centringMethod")
    robotPlateTemperature = Float("Temperature of the robot's plate.", "DiffractionPlan.robotPlateTemperature", "K")
    exposureTemperature = Float("Temperature of the sample in the beam.", "DiffractionPlan.exposureTemperature", "K")
    qMin = Float("Lowest scattering vector.", "DiffractionPlan.qMin", "1/nm")
    qMax = Float("Highest scattering vector.", "DiffractionPlan.qMax", "1/nm")
    scanParameters = Text("Parameters of the scan, as JSON text.", "DiffractionPlan.scanParameters")
    beamLineName = Text("Beamline that the plan is for.", "DiffractionPlan.beamLineName")
    userPath = Text("Folder for the data, within the session's.", "DiffractionPlan.userPath")
    comments = Text("Remarks.", "DiffractionPlan.comments")
    recordTimeStamp = Stamp("When its row was made, on the facility's clock.", "DiffractionPlan.recordTimeStamp")
