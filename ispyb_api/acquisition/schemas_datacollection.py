"""What a data collection is: every column, with its meaning and unit."""

import marshmallow as ma

from ispyb_api.http.fields import Bool, Float, Ident, Int, Stamp, Text

NOT_PRESENT = "A value of -9999 says that there is no such axis."


def _magnification(meaning, column):
    return Float(meaning, column, "times", plausible=(0, 100_000_000))


def _tried_defocus(meaning, column):
    return Float(meaning, column, "Å", plausible=(100, 1_000_000))


def _aperture(meaning, column):
    return Float(meaning, column, "µm", plausible=(0, 10_000))


class DataCollectionSchema(ma.Schema):
    """A data collection: one sweep of images, one scan over a grid, one run of serial crystallography, one grid square."""

    dataCollectionId = Ident("The data collection's row.", "DataCollection.dataCollectionId")
    dataCollectionGroupId = Ident(
        "The group of collections made together that this one belongs to.", "DataCollection.dataCollectionGroupId"
    )
    dataCollectionNumber = Int(
        "Number of the run; with the prefix it makes the files' names unique.", "DataCollection.dataCollectionNumber"
    )
    sessionId = Ident("The session in which it was taken.", "DataCollectionGroup.sessionId")
    blSampleId = Int(
        "The sample: the group's, else the one that the collection itself names.",
        "computed: DataCollectionGroup.blSampleId, DataCollection.blSampleId",
    )
    blSubSampleId = Int("The position within the sample.", "DataCollection.blSubSampleId")
    detectorId = Int("The detector that was used.", "DataCollection.detectorId")
    startTime = Stamp("When exposure began, on the facility's clock.", "DataCollection.startTime")
    endTime = Stamp("When exposure ended, on the facility's clock.", "DataCollection.endTime")
    runStatus = Text(
        "How it ended, in the words of the control software, as 'DataCollection Successful'.",
        "DataCollection.runStatus",
    )
    comments = Text("Remarks.", "DataCollection.comments")
    printableForReport = Bool("Whether it is to appear in reports.", "DataCollection.printableForReport")
    experimentType = Text(
        "Kind of experiment as the collection itself records it; the group's is the one that counts.",
        "DataCollection.experimentType",
    )
    crystalClass = Text("Class of the crystal, as industrial users give it.", "DataCollection.crystalClass")

    numberOfImages = Int(
        "How many images were asked for.", "DataCollection.numberOfImages", "images", plausible=(0, 100_000_000)
    )
    startImageNumber = Int("Number of the first image.", "DataCollection.startImageNumber")
    numberOfPasses = Int("How often each image is exposed.", "DataCollection.numberOfPasses", plausible=(0, 100_000))
    exposureTime = Float("Exposure of one image.", "DataCollection.exposureTime", "s", plausible=(0, 100_000))
    imageDirectory = Text("Folder of the images.", "DataCollection.imageDirectory")
    imagePrefix = Text("First part of the images' file names.", "DataCollection.imagePrefix")
    imageSuffix = Text("Suffix of the images' file names.", "DataCollection.imageSuffix")
    fileTemplate = Text(
        "Pattern of the images' file names; the number stands for %04d, #### or the like.",
        "DataCollection.fileTemplate",
    )
    imageContainerSubPath = Text("Path of the images within an HDF5 file.", "DataCollection.imageContainerSubPath")

    wavelength = Float("Wavelength of the beam.", "DataCollection.wavelength", "Å", plausible=(0.005, 50))
    transmission = Float("Transmission of the attenuators.", "DataCollection.transmission", "%", plausible=(0, 100))
    flux = Float(
        "Photon flux at the sample before the collection.", "DataCollection.flux", "photons/s", plausible=(0, 1e20)
    )
    flux_end = Float(
        "Photon flux at the sample after the collection.", "DataCollection.flux_end", "photons/s", plausible=(0, 1e20)
    )
    beamSizeAtSampleX = Float(
        "Width of the beam at the sample.", "DataCollection.beamSizeAtSampleX", "mm", plausible=(0, 10)
    )
    beamSizeAtSampleY = Float(
        "Height of the beam at the sample.", "DataCollection.beamSizeAtSampleY", "mm", plausible=(0, 10)
    )
    beamShape = Text("Shape of the beam, as rectangular or ellipse.", "DataCollection.beamShape")
    focalSpotSizeAtSampleX = Float(
        "Width of the focus at the sample.", "DataCollection.focalSpotSizeAtSampleX", "µm", plausible=(0, 10_000)
    )
    focalSpotSizeAtSampleY = Float(
        "Height of the focus at the sample.", "DataCollection.focalSpotSizeAtSampleY", "µm", plausible=(0, 10_000)
    )
    polarisation = Float(
        "Polarised part of the beam, 0 to 1.", "DataCollection.polarisation", "fraction", plausible=(0, 1)
    )
    slitGapHorizontal = Float(
        "Gap of the horizontal slits; for an electron microscope the width of the energy slit in eV.",
        "DataCollection.slitGapHorizontal",
        "mm",
    )
    slitGapVertical = Float("Gap of the vertical slits.", "DataCollection.slitGapVertical", "mm")
    apertureId = Int("The aperture that was in the beam.", "DataCollection.apertureId")
    undulatorGap1 = Float(
        "Gap of the first insertion device.", "DataCollection.undulatorGap1", "mm", plausible=(0, 1000)
    )
    undulatorGap2 = Float(
        "Gap of the second insertion device.", "DataCollection.undulatorGap2", "mm", plausible=(0, 1000)
    )
    undulatorGap3 = Float(
        "Gap of the third insertion device.", "DataCollection.undulatorGap3", "mm", plausible=(0, 1000)
    )
    synchrotronMode = Text("Filling mode of the storage ring.", "DataCollection.synchrotronMode")

    detectorDistance = Float(
        "Distance from sample to detector.", "DataCollection.detectorDistance", "mm", plausible=(1, 100_000)
    )
    detector2Theta = Float("Swing of the detector.", "DataCollection.detector2Theta", "°")
    detectorMode = Text("Read-out mode of the detector.", "DataCollection.detectorMode")
    resolution = Float("Resolution at the detector's edge.", "DataCollection.resolution", "Å", plausible=(0.1, 1000))
    resolutionAtCorner = Float(
        "Resolution at the detector's corner.", "DataCollection.resolutionAtCorner", "Å", plausible=(0.1, 1000)
    )
    xBeam = Float(
        "Where the direct beam meets the detector, first direction.",
        "DataCollection.xBeam",
        "mm",
        plausible=(-5000, 5000),
    )
    yBeam = Float(
        "Where the direct beam meets the detector, second direction.",
        "DataCollection.yBeam",
        "mm",
        plausible=(-5000, 5000),
    )
    xBeamPix = Float(
        "The same in pixels; electron microscopes keep the size of a pixel here.", "DataCollection.xBeamPix", "pixel"
    )
    yBeamPix = Float("The same in pixels.", "DataCollection.yBeamPix", "pixel")

    rotationAxis = Text("Which axis turned: Omega, Kappa or Phi.", "DataCollection.rotationAxis")
    axisStart = Float("Angle of the turning axis at the start.", "DataCollection.axisStart", "°")
    axisEnd = Float(
        "Angle of the turning axis at the end; some programs write the width of an image here.",
        "DataCollection.axisEnd",
        "°",
    )
    axisRange = Float("Rotation during one image.", "DataCollection.axisRange", "°")
    overlap = Float(
        "By how much neighbouring images overlap; negative for a gap between them.", "DataCollection.overlap", "°"
    )
    omegaStart = Float(f"Omega at the start. {NOT_PRESENT}", "DataCollection.omegaStart", "°")
    kappaStart = Float(f"Kappa at the start. {NOT_PRESENT}", "DataCollection.kappaStart", "°")
    phiStart = Float(f"Phi at the start. {NOT_PRESENT}", "DataCollection.phiStart", "°")
    chiStart = Float(f"Chi at the start. {NOT_PRESENT}", "DataCollection.chiStart", "°")
    centeringMethod = Text("How the crystal was centred.", "DataCollection.centeringMethod")
    actualCenteringPosition = Text(
        "Positions of the motors after centring, as text.", "DataCollection.actualCenteringPosition"
    )
    positionId = Int("The position at which it was taken.", "DataCollection.positionId")
    startPositionId = Int("Positions of the motors at the start.", "DataCollection.startPositionId")
    endPositionId = Int("Positions of the motors at the end.", "DataCollection.endPositionId")
    averageTemperature = Float(
        "Mean temperature at the sample.", "DataCollection.averageTemperature", "K", plausible=(0, 1000)
    )
    totalAbsorbedDose = Float(
        "Dose that the sample absorbed; for an electron microscope the fluence on it, in e⁻/Å².",
        "DataCollection.totalAbsorbedDose",
        "MGy",
    )

    actualSampleBarcode = Text("Barcode that was read on the sample's holder.", "DataCollection.actualSampleBarcode")
    actualSampleSlotInContainer = Int(
        "Slot of the container from which the sample came.", "DataCollection.actualSampleSlotInContainer"
    )
    actualContainerBarcode = Text("Barcode that was read on the container.", "DataCollection.actualContainerBarcode")
    actualContainerSlotInSC = Int(
        "Slot of the sample changer in which the container stood.", "DataCollection.actualContainerSlotInSC"
    )

    xtalSnapshotFullPath1 = Text("File of the first picture of the crystal.", "DataCollection.xtalSnapshotFullPath1")
    xtalSnapshotFullPath2 = Text("File of the second picture of the crystal.", "DataCollection.xtalSnapshotFullPath2")
    xtalSnapshotFullPath3 = Text(
        "File of the third picture of the crystal; of a mesh, the picture with its grid.",
        "DataCollection.xtalSnapshotFullPath3",
    )
    xtalSnapshotFullPath4 = Text("File of the fourth picture of the crystal.", "DataCollection.xtalSnapshotFullPath4")
    imageQualityIndicatorsPlotPath = Text(
        "File of the plot of the images' quality.", "DataCollection.imageQualityIndicatorsPlotPath"
    )
    imageQualityIndicatorsCSVPath = Text(
        "File of the table of the images' quality.", "DataCollection.imageQualityIndicatorsCSVPath"
    )
    bestWilsonPlotPath = Text("File of the Wilson plot that BEST drew.", "DataCollection.bestWilsonPlotPath")
    processedDataFile = Text("File of processed data.", "DataCollection.processedDataFile")
    datFullPath = Text("File of the data behind a plot.", "DataCollection.datFullPath")

    strategySubWedgeOrigId = Int(
        "The part of a strategy that was carried out.", "DataCollection.strategySubWedgeOrigId"
    )
    screeningOrigId = Int("The screening that it follows.", "DataCollection.screeningOrigId")
    dataCollectionPlanId = Int("The plan that it follows.", "DataCollection.dataCollectionPlanId")

    magnification = _magnification(
        "Magnification as calibrated (electron microscopes).", "DataCollection.magnification"
    )
    nominalMagnification = _magnification(
        "Magnification as the microscope names it.", "DataCollection.nominalMagnification"
    )
    voltage = Float("Accelerating voltage of the electrons.", "DataCollection.voltage", "kV", plausible=(1, 2000))
    binning = Int("How many pixels are read as one along each edge.", "DataCollection.binning", "pixel")
    imageSizeX = Int("Width of an image.", "DataCollection.imageSizeX", "pixel", plausible=(0, 1_000_000))
    imageSizeY = Int("Height of an image.", "DataCollection.imageSizeY", "pixel", plausible=(0, 1_000_000))
    pixelSizeOnImage = Float(
        "Size of a pixel at the specimen.", "DataCollection.pixelSizeOnImage", "Å", plausible=(0.05, 500)
    )
    totalExposedDose = Float(
        "Fluence of electrons on the specimen for one movie.",
        "DataCollection.totalExposedDose",
        "e⁻/Å²",
        plausible=(0, 1000),
    )
    nominalDefocus = Float("Defocus as set.", "DataCollection.nominalDefocus", "Å", plausible=(-200_000, 200_000))
    minDefocus = _tried_defocus(
        "Least defocus that the fit of the contrast transfer function tries.", "DataCollection.minDefocus"
    )
    maxDefocus = _tried_defocus(
        "Greatest defocus that the fit of the contrast transfer function tries.", "DataCollection.maxDefocus"
    )
    defocusStepSize = Float(
        "Step of the search for the defocus.", "DataCollection.defocusStepSize", "Å", plausible=(1, 10_000)
    )
    amountAstigmatism = Float(
        "Astigmatism that is expected.", "DataCollection.amountAstigmatism", "Å", plausible=(0, 50_000)
    )
    minResolution = Float(
        "Lowest resolution that the fit of the contrast transfer function uses.",
        "DataCollection.minResolution",
        "Å",
        plausible=(0.5, 1000),
    )
    boxSize_CTF = Float(
        "Edge of the box for the fit of the contrast transfer function.",
        "DataCollection.boxSize_CTF",
        "pixel",
        plausible=(0, 65_536),
    )
    particleDiameter = Float(
        "Expected diameter of the particles.", "DataCollection.particleDiameter", "nm", plausible=(0.5, 5000)
    )
    extractSize = Float(
        "Edge of the box in which particles are cut out.", "DataCollection.extractSize", "pixel", plausible=(0, 65_536)
    )
    bgRadius = Float(
        "Radius of the background around a particle.", "DataCollection.bgRadius", "nm", plausible=(0, 5000)
    )
    phasePlate = Bool("Whether a phase plate was used.", "DataCollection.phasePlate")
    objAperture = _aperture("Diameter of the objective aperture.", "DataCollection.objAperture")
    c1aperture = _aperture("Diameter of the first condenser aperture.", "DataCollection.c1aperture")
    c2aperture = _aperture("Diameter of the second condenser aperture.", "DataCollection.c2aperture")
    c3aperture = _aperture("Diameter of the third condenser aperture.", "DataCollection.c3aperture")
    c1lens = Float("Strength of the first condenser lens.", "DataCollection.c1lens", "%")
    c2lens = Float("Strength of the second condenser lens.", "DataCollection.c2lens", "%")
    c3lens = Float("Strength of the third condenser lens.", "DataCollection.c3lens", "%")
