"""What else happens at a beamline: robot actions, energy scans, fluorescence spectra."""

import marshmallow as ma

from ispyb_api.http.fields import Bool, Float, Ident, Int, NumberText, Part, Stamp, Text


def _energy(meaning, column):
    """Return the field of an energy; one of thousands is in eV."""
    return Float(f"{meaning}  Programs of Diamond record eV.", column, "keV", plausible=(0, 200))


def _beam(meaning, column):
    """Return the field of a beam's size; one of hundredths is in mm."""
    return Float(f"{meaning}  Some programs record mm.", column, "µm", plausible=(0.5, 5000))


def _factor(meaning, column):
    return Float(meaning, column, "electrons", plausible=(-100, 100))


def _flux(meaning, column):
    return Float(meaning, column, "photons/s", plausible=(0, 1e20))


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
    edgeEnergy = NumberText("The edge: its name, as K, or its energy.", "EnergyScan.edgeEnergy")
    startEnergy = _energy("Energy at which the scan began.", "EnergyScan.startEnergy")
    endEnergy = _energy("Energy at which the scan ended.", "EnergyScan.endEnergy")
    exposureTime = Float("Exposure of one point.", "EnergyScan.exposureTime", "s", plausible=(0, 100_000))
    transmissionFactor = Float(
        "Transmission of the attenuators.", "EnergyScan.transmissionFactor", "%", plausible=(0, 100)
    )
    peakEnergy = _energy("Energy at which f″ is greatest.", "EnergyScan.peakEnergy")
    peakFPrime = _factor("f′ at the peak.", "EnergyScan.peakFPrime")
    peakFDoublePrime = _factor("f″ at the peak.", "EnergyScan.peakFDoublePrime")
    inflectionEnergy = _energy("Energy at which f′ is least.", "EnergyScan.inflectionEnergy")
    inflectionFPrime = _factor("f′ at the inflection.", "EnergyScan.inflectionFPrime")
    inflectionFDoublePrime = _factor("f″ at the inflection.", "EnergyScan.inflectionFDoublePrime")
    remoteEnergy = _energy("An energy far from the edge.", "EnergyScan.remoteEnergy")
    remoteFPrime = _factor("f′ at the remote energy.", "EnergyScan.remoteFPrime")
    remoteFDoublePrime = _factor("f″ at the remote energy.", "EnergyScan.remoteFDoublePrime")
    fluorescenceDetector = Text("The detector of fluorescence.", "EnergyScan.fluorescenceDetector")
    axisPosition = Float("Angle of the spindle.", "EnergyScan.axisPosition", "°")
    synchrotronCurrent = Float(
        "Current of the storage ring.", "EnergyScan.synchrotronCurrent", "mA", plausible=(0, 2000)
    )
    temperature = Float("Temperature at the sample.", "EnergyScan.temperature", "K", plausible=(0, 1000))
    xrayDose = Float("Dose that the sample absorbed.", "EnergyScan.xrayDose", "MGy", plausible=(0, 10_000))
    flux = _flux("Photon flux before the scan.", "EnergyScan.flux")
    flux_end = _flux("Photon flux after the scan.", "EnergyScan.flux_end")
    beamSizeHorizontal = _beam("Width of the beam.", "EnergyScan.beamSizeHorizontal")
    beamSizeVertical = _beam("Height of the beam.", "EnergyScan.beamSizeVertical")
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
    energy = _energy("Energy of the exciting beam.", "XFEFluorescenceSpectrum.energy")
    exposureTime = Float("Exposure.", "XFEFluorescenceSpectrum.exposureTime", "s", plausible=(0, 100_000))
    beamTransmission = Float(
        "Transmission of the attenuators.", "XFEFluorescenceSpectrum.beamTransmission", "%", plausible=(0, 100)
    )
    axisPosition = Float("Angle of the spindle.", "XFEFluorescenceSpectrum.axisPosition", "°")
    flux = _flux("Photon flux before the exposure.", "XFEFluorescenceSpectrum.flux")
    flux_end = _flux("Photon flux after the exposure.", "XFEFluorescenceSpectrum.flux_end")
    beamSizeHorizontal = _beam("Width of the beam.", "XFEFluorescenceSpectrum.beamSizeHorizontal")
    beamSizeVertical = _beam("Height of the beam.", "XFEFluorescenceSpectrum.beamSizeVertical")
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
