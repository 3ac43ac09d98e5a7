"""What else happens at a beamline: robot actions, energy scans, fluorescence spectra."""

import marshmallow as ma

from ispyb_api.http.fields import Bool, Float, Ident, Int, Part, Stamp, Text

KEV = "keV; eV at Diamond"
SIZE = "µm; mm at some facilities"


def _files(name, **meanings):
    """Return the schema of what an Item says of its files: which of them are recorded."""
    table = name.removesuffix("Schema")
    flags = {
        column: Bool(f"Whether {meaning} is recorded.", f"computed: {table}.{column}", allow_none=False)
        for column, meaning in meanings.items()
    }
    recorded = ma.Schema.from_dict(flags, name=f"{table}FilesSchema")
    meaning = "Which files are recorded; whether one can be read shows when it is fetched."
    return ma.Schema.from_dict(
        {"attachments": Part(recorded, meaning, allow_none=False)}, name=f"{table}MetadataSchema"
    )


RobotActionMetadataSchema = _files(
    "RobotActionSchema",
    xtalSnapshotBefore="the crystal's picture before the action",
    xtalSnapshotAfter="the crystal's picture after the action",
)
EnergyScanMetadataSchema = _files(
    "EnergyScanSchema",
    scanFileFullPath="the scan as measured",
    choochFileFullPath="what Chooch made of it",
    jpegChoochFileFullPath="Chooch's picture",
)
SpectrumMetadataSchema = _files(
    "XFEFluorescenceSpectrumSchema",
    scanFileFullPath="the spectrum",
    jpegScanFileFullPath="the spectrum's picture",
    annotatedPymcaXfeSpectrum="the spectrum with its lines named",
    fittedDataFileFullPath="the fit",
)


class RobotActionSchema(ma.Schema):
    """Something that the sample changer's robot did."""

    robotActionId = Ident("The action's row.", "RobotAction.robotActionId")
    blsessionId = Ident("The session.", "RobotAction.blsessionId")
    blsampleId = Int("The sample that was handled.", "RobotAction.blsampleId")
    actionType = Text(
        "What was done: LOAD, UNLOAD, DISPOSE, STORE, WASH, ANNEAL, MOSAIC or LASER.", "RobotAction.actionType"
    )
    startTimestamp = Stamp("When it began, on the facility's clock.", "RobotAction.startTimestamp")
    endTimestamp = Stamp("When it ended, on the facility's clock.", "RobotAction.endTimestamp")
    status = Text("How it ended: SUCCESS, ERROR, CRITICAL, WARNING, EPICSFAIL or COMMANDNOTSENT.", "RobotAction.status")
    message = Text("What the robot said.", "RobotAction.message")
    containerLocation = Int("Position of the sample in its container.", "RobotAction.containerLocation")
    dewarLocation = Int("Position of the container in the sample changer.", "RobotAction.dewarLocation")
    sampleBarcode = Text("Barcode that was read on the sample's holder.", "RobotAction.sampleBarcode")
    xtalSnapshotBefore = Text("File of the crystal's picture before the action.", "RobotAction.xtalSnapshotBefore")
    xtalSnapshotAfter = Text("File of the crystal's picture after the action.", "RobotAction.xtalSnapshotAfter")
    _metadata = Part(RobotActionMetadataSchema, "What can be fetched of it.", allow_none=False)


class EnergyScanSchema(ma.Schema):
    """A scan of fluorescence over an absorption edge, to choose energies for phasing."""

    energyScanId = Ident("The scan's row.", "EnergyScan.energyScanId")
    sessionId = Ident("The session.", "EnergyScan.sessionId")
    blSampleId = Int("The sample.", "EnergyScan.blSampleId")
    blSubSampleId = Int("The position within the sample.", "EnergyScan.blSubSampleId")
    startTime = Stamp("When it began, on the facility's clock.", "EnergyScan.startTime")
    endTime = Stamp("When it ended, on the facility's clock.", "EnergyScan.endTime")
    element = Text("Symbol of the element, as Se.", "EnergyScan.element")
    edgeEnergy = Text("The edge: its name, as K, or its energy.", "EnergyScan.edgeEnergy")
    startEnergy = Float("Energy at which the scan began.", "EnergyScan.startEnergy", KEV)
    endEnergy = Float("Energy at which the scan ended.", "EnergyScan.endEnergy", KEV)
    exposureTime = Float("Exposure of one point.", "EnergyScan.exposureTime", "s")
    transmissionFactor = Float("Transmission of the attenuators.", "EnergyScan.transmissionFactor", "%")
    peakEnergy = Float("Energy at which f″ is greatest.", "EnergyScan.peakEnergy", KEV)
    peakFPrime = Float("f′ at the peak.", "EnergyScan.peakFPrime", "electrons")
    peakFDoublePrime = Float("f″ at the peak.", "EnergyScan.peakFDoublePrime", "electrons")
    inflectionEnergy = Float("Energy at which f′ is least.", "EnergyScan.inflectionEnergy", KEV)
    inflectionFPrime = Float("f′ at the inflection.", "EnergyScan.inflectionFPrime", "electrons")
    inflectionFDoublePrime = Float("f″ at the inflection.", "EnergyScan.inflectionFDoublePrime", "electrons")
    remoteEnergy = Float("An energy far from the edge.", "EnergyScan.remoteEnergy", KEV)
    remoteFPrime = Float("f′ at the remote energy.", "EnergyScan.remoteFPrime", "electrons")
    remoteFDoublePrime = Float("f″ at the remote energy.", "EnergyScan.remoteFDoublePrime", "electrons")
    fluorescenceDetector = Text("The detector of fluorescence.", "EnergyScan.fluorescenceDetector")
    axisPosition = Float("Angle of the spindle.", "EnergyScan.axisPosition", "°")
    synchrotronCurrent = Float("Current of the storage ring.", "EnergyScan.synchrotronCurrent", "mA")
    temperature = Float("Temperature at the sample.", "EnergyScan.temperature", "K")
    xrayDose = Float("Dose that the sample absorbed.", "EnergyScan.xrayDose", "MGy")
    flux = Float("Photon flux before the scan.", "EnergyScan.flux", "photons/s")
    flux_end = Float("Photon flux after the scan.", "EnergyScan.flux_end", "photons/s")
    beamSizeHorizontal = Float("Width of the beam.", "EnergyScan.beamSizeHorizontal", SIZE)
    beamSizeVertical = Float("Height of the beam.", "EnergyScan.beamSizeVertical", SIZE)
    crystalClass = Text("Class of the crystal, as industrial users give it.", "EnergyScan.crystalClass")
    comments = Text("Remarks.", "EnergyScan.comments")
    scanFileFullPath = Text("File of the scan as measured.", "EnergyScan.scanFileFullPath")
    choochFileFullPath = Text("File of what Chooch made of it.", "EnergyScan.choochFileFullPath")
    jpegChoochFileFullPath = Text("File of Chooch's picture.", "EnergyScan.jpegChoochFileFullPath")
    filename = Text("Name of the scan's file.", "EnergyScan.filename")
    workingDirectory = Text("Folder in which the scan was worked on.", "EnergyScan.workingDirectory")
    _metadata = Part(EnergyScanMetadataSchema, "What can be fetched of it.", allow_none=False)


class SpectrumSchema(ma.Schema):
    """An X-ray fluorescence spectrum, to see which elements a sample holds."""

    xfeFluorescenceSpectrumId = Ident("The spectrum's row.", "XFEFluorescenceSpectrum.xfeFluorescenceSpectrumId")
    sessionId = Ident("The session.", "XFEFluorescenceSpectrum.sessionId")
    blSampleId = Int("The sample.", "XFEFluorescenceSpectrum.blSampleId")
    blSubSampleId = Int("The position within the sample.", "XFEFluorescenceSpectrum.blSubSampleId")
    startTime = Stamp("When it began, on the facility's clock.", "XFEFluorescenceSpectrum.startTime")
    endTime = Stamp("When it ended, on the facility's clock.", "XFEFluorescenceSpectrum.endTime")
    energy = Float("Energy of the exciting beam.", "XFEFluorescenceSpectrum.energy", KEV)
    exposureTime = Float("Exposure.", "XFEFluorescenceSpectrum.exposureTime", "s")
    beamTransmission = Float("Transmission of the attenuators.", "XFEFluorescenceSpectrum.beamTransmission", "%")
    axisPosition = Float("Angle of the spindle.", "XFEFluorescenceSpectrum.axisPosition", "°")
    flux = Float("Photon flux before the exposure.", "XFEFluorescenceSpectrum.flux", "photons/s")
    flux_end = Float("Photon flux after the exposure.", "XFEFluorescenceSpectrum.flux_end", "photons/s")
    beamSizeHorizontal = Float("Width of the beam.", "XFEFluorescenceSpectrum.beamSizeHorizontal", SIZE)
    beamSizeVertical = Float("Height of the beam.", "XFEFluorescenceSpectrum.beamSizeVertical", SIZE)
    crystalClass = Text("Class of the crystal, as industrial users give it.", "XFEFluorescenceSpectrum.crystalClass")
    comments = Text("Remarks.", "XFEFluorescenceSpectrum.comments")
    filename = Text("File of the spectrum as the detector wrote it.", "XFEFluorescenceSpectrum.filename")
    scanFileFullPath = Text("File of the spectrum.", "XFEFluorescenceSpectrum.scanFileFullPath")
    jpegScanFileFullPath = Text("File of the spectrum's picture.", "XFEFluorescenceSpectrum.jpegScanFileFullPath")
    annotatedPymcaXfeSpectrum = Text(
        "File of the spectrum with its lines named, as a page.", "XFEFluorescenceSpectrum.annotatedPymcaXfeSpectrum"
    )
    fittedDataFileFullPath = Text("File of the fit.", "XFEFluorescenceSpectrum.fittedDataFileFullPath")
    workingDirectory = Text("Folder in which the spectrum was worked on.", "XFEFluorescenceSpectrum.workingDirectory")
    _metadata = Part(SpectrumMetadataSchema, "What can be fetched of it.", allow_none=False)
