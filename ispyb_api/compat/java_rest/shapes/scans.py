"""Energy scans and fluorescence spectra."""

from ispyb_api.compat.java_rest.gson import Shape

ENERGY_SCAN = Shape(
    "EnergyScanRow",
    """
    energyScanId           int   EnergyScan.energyScanId
    sessionId              int   EnergyScan.sessionId
    blSampleId             int   EnergyScan.blSampleId
    fluorescenceDetector   text  EnergyScan.fluorescenceDetector
    scanFileFullPath       text  EnergyScan.scanFileFullPath
    element                text  EnergyScan.element
    startEnergy            float EnergyScan.startEnergy
    endEnergy              float EnergyScan.endEnergy
    transmissionFactor     float EnergyScan.transmissionFactor
    exposureTime           float EnergyScan.exposureTime
    peakEnergy             float EnergyScan.peakEnergy
    peakFPrime             float EnergyScan.peakFPrime
    peakFDoublePrime       float EnergyScan.peakFDoublePrime
    inflectionEnergy       float EnergyScan.inflectionEnergy
    inflectionFPrime       float EnergyScan.inflectionFPrime
    inflectionFDoublePrime float EnergyScan.inflectionFDoublePrime
    startTime              stamp EnergyScan.startTime
    endTime                stamp EnergyScan.endTime
    edgeEnergy             text  EnergyScan.edgeEnergy
    filename               text  EnergyScan.filename
    beamSizeVertical       float EnergyScan.beamSizeVertical
    beamSizeHorizontal     float EnergyScan.beamSizeHorizontal
    flux                   float EnergyScan.flux
    remoteEnergy           float EnergyScan.remoteEnergy
    remoteFPrime           float EnergyScan.remoteFPrime
    remoteFDoublePrime     float EnergyScan.remoteFDoublePrime
    name                   text  BLSample.name
    code                   text  BLSample.code
    acronym                text  Protein.acronym
    choochFileFullPath     text  EnergyScan.choochFileFullPath
    jpegChoochFileFullPath text  EnergyScan.jpegChoochFileFullPath
    synchrotronCurrent     float EnergyScan.synchrotronCurrent
    temperature            float EnergyScan.temperature
    xrayDose               float EnergyScan.xrayDose
    crystalClass           text  EnergyScan.crystalClass
    comments               text  EnergyScan.comments
    flux_end               float EnergyScan.flux_end
    BLSample_sampleId      int   BLSample.blSampleId
    BLSession_proposalId   int   BLSession.proposalId
    """,
)

SPECTRUM = Shape(
    "SpectrumRow",
    """
    xfeFluorescenceSpectrumId int   XFEFluorescenceSpectrum.xfeFluorescenceSpectrumId
    sessionId                 int   XFEFluorescenceSpectrum.sessionId
    blSampleId                int   XFEFluorescenceSpectrum.blSampleId
    scanFileFullPath          text  XFEFluorescenceSpectrum.scanFileFullPath
    startTime                 stamp XFEFluorescenceSpectrum.startTime
    endTime                   stamp XFEFluorescenceSpectrum.endTime
    filename                  text  XFEFluorescenceSpectrum.filename
    energy                    float XFEFluorescenceSpectrum.energy
    exposureTime              float XFEFluorescenceSpectrum.exposureTime
    beamTransmission          float XFEFluorescenceSpectrum.beamTransmission
    beamSizeVertical          float XFEFluorescenceSpectrum.beamSizeVertical
    beamSizeHorizontal        float XFEFluorescenceSpectrum.beamSizeHorizontal
    flux                      float XFEFluorescenceSpectrum.flux
    workingDirectory          text  XFEFluorescenceSpectrum.workingDirectory
    fittedDataFileFullPath    text  XFEFluorescenceSpectrum.fittedDataFileFullPath
    jpegScanFileFullPath      text  XFEFluorescenceSpectrum.jpegScanFileFullPath
    annotatedPymcaXfeSpectrum text  XFEFluorescenceSpectrum.annotatedPymcaXfeSpectrum
    crystalClass              text  XFEFluorescenceSpectrum.crystalClass
    comments                  text  XFEFluorescenceSpectrum.comments
    flux_end                  float XFEFluorescenceSpectrum.flux_end
    BLSample_sampleId         int   BLSample.blSampleId
    BLSession_proposalId      int   BLSession.proposalId
    """,
)
