"""Data collections: those of a group with what came of them, and those of a shipment."""

from ispyb_api.compat.java_rest.gson import Shape

ROW = Shape(
    "DataCollectionRow",
    """
    dataCollectionId                          int   DataCollection.dataCollectionId
    dataCollectionGroupId                     int   DataCollection.dataCollectionGroupId
    dataCollectionNumber                      int   DataCollection.dataCollectionNumber
    startTime                                 stamp DataCollection.startTime
    runStatus                                 text  DataCollection.runStatus
    overlap                                   float DataCollection.overlap
    numberOfImages                            int   DataCollection.numberOfImages
    exposureTime                              float DataCollection.exposureTime
    imageDirectory                            text  DataCollection.imageDirectory
    imagePrefix                               text  DataCollection.imagePrefix
    fileTemplate                              text! DataCollection.fileTemplate
    wavelength                                float DataCollection.wavelength
    resolution                                float DataCollection.resolution
    comments                                  text  DataCollection.comments
    transmission                              float DataCollection.transmission
    resolutionAtCorner                        float DataCollection.resolutionAtCorner
    workflowId                                int   DataCollectionGroup.workflowId
    AutoProcIntegration_dataCollectionId      int   AutoProcIntegration.dataCollectionId
    cell_a                                    float AutoProcIntegration.cell_a, or AutoProc.refinedCell_a
    cell_b                                    float AutoProcIntegration.cell_b, or AutoProc.refinedCell_b
    cell_c                                    float AutoProcIntegration.cell_c, or AutoProc.refinedCell_c
    cell_alpha                                float AutoProcIntegration.cell_alpha, or AutoProc.refinedCell_alpha
    cell_beta                                 float AutoProcIntegration.cell_beta, or AutoProc.refinedCell_beta
    cell_gamma                                float AutoProcIntegration.cell_gamma, or AutoProc.refinedCell_gamma
    anomalous                                 flag  AutoProcIntegration.anomalous
    scalingStatisticsType                     text  AutoProcScalingStatistics.scalingStatisticsType
    resolutionLimitHigh                       float AutoProcScalingStatistics.resolutionLimitHigh
    resolutionLimitLow                        float AutoProcScalingStatistics.resolutionLimitLow
    completeness                              float AutoProcScalingStatistics.completeness
    rMerge                                    float AutoProcScalingStatistics.rMerge
    ccHalf                                    float AutoProcScalingStatistics.ccHalf
    meanIOverSigI                             float AutoProcScalingStatistics.meanIOverSigI
    AutoProcIntegration_autoProcIntegrationId int   AutoProcIntegration.autoProcIntegrationId
    autoProcIntegrationId                     text  AutoProcIntegration.autoProcIntegrationId, joined
    hasPhasing                                int!  PhasingStep.phasingStepId, counted
    hasAutoProcessing                         int!  AutoProcIntegration.autoProcIntegrationId, counted
    strategySubWedgeOrigId                    int   DataCollection.strategySubWedgeOrigId
    detectorId                                int   DataCollection.detectorId
    blSubSampleId                             int   DataCollection.blSubSampleId
    endTime                                   stamp DataCollection.endTime
    axisStart                                 float DataCollection.axisStart
    axisEnd                                   float DataCollection.axisEnd
    axisRange                                 float DataCollection.axisRange
    startImageNumber                          int   DataCollection.startImageNumber
    numberOfPasses                            int   DataCollection.numberOfPasses
    imageSuffix                               text  DataCollection.imageSuffix
    detectorDistance                          float DataCollection.detectorDistance
    xBeam                                     float DataCollection.xBeam
    yBeam                                     float DataCollection.yBeam
    xBeamPix                                  float DataCollection.xBeamPix
    yBeamPix                                  float DataCollection.yBeamPix
    printableForReport                        int   DataCollection.printableForReport
    slitGapVertical                           float DataCollection.slitGapVertical
    slitGapHorizontal                         float DataCollection.slitGapHorizontal
    synchrotronMode                           text  DataCollection.synchrotronMode
    xtalSnapshotFullPath1                     text  DataCollection.xtalSnapshotFullPath1
    xtalSnapshotFullPath2                     text  DataCollection.xtalSnapshotFullPath2
    xtalSnapshotFullPath3                     text  DataCollection.xtalSnapshotFullPath3
    xtalSnapshotFullPath4                     text  DataCollection.xtalSnapshotFullPath4
    rotationAxis                              text  DataCollection.rotationAxis
    phiStart                                  float DataCollection.phiStart
    kappaStart                                float DataCollection.kappaStart
    omegaStart                                float DataCollection.omegaStart
    detector2Theta                            float DataCollection.detector2Theta
    undulatorGap1                             float DataCollection.undulatorGap1
    undulatorGap2                             float DataCollection.undulatorGap2
    undulatorGap3                             float DataCollection.undulatorGap3
    beamSizeAtSampleX                         float DataCollection.beamSizeAtSampleX
    beamSizeAtSampleY                         float DataCollection.beamSizeAtSampleY
    centeringMethod                           text  DataCollection.centeringMethod
    averageTemperature                        float DataCollection.averageTemperature
    actualCenteringPosition                   text  DataCollection.actualCenteringPosition
    beamShape                                 text  DataCollection.beamShape
    flux                                      float DataCollection.flux
    flux_end                                  float DataCollection.flux_end
    totalAbsorbedDose                         float DataCollection.totalAbsorbedDose
    bestWilsonPlotPath                        text  DataCollection.bestWilsonPlotPath
    imageQualityIndicatorsPlotPath            text  DataCollection.imageQualityIndicatorsPlotPath
    imageQualityIndicatorsCSVPath             text  DataCollection.imageQualityIndicatorsCSVPath
    sessionId                                 int   DataCollectionGroup.sessionId
    proposalId                                int   BLSession.proposalId
    autoProcScalingId                         int   AutoProcScaling.autoProcScalingId
    AutoProc_spaceGroup                       text  AutoProc.spaceGroup
    autoProcId                                int   AutoProc.autoProcId
    AutoProcProgram_processingPrograms        text  AutoProcProgram.processingPrograms
    AutoProcProgram_processingStatus          text  AutoProcProgram.processingStatus
    AutoProcProgram_autoProcProgramId         int   AutoProcProgram.autoProcProgramId
    ScreeningOutput_rankingResolution         float ScreeningOutput.rankingResolution
    processingPrograms                        text  AutoProcProgram.processingPrograms, joined
    processingStatus                          text  AutoProcProgram.processingStatus, joined
    Autoprocessing_cell_a                     text  AutoProcIntegration.cell_a, or AutoProc.refinedCell_a, joined
    Autoprocessing_cell_b                     text  AutoProcIntegration.cell_b, or AutoProc.refinedCell_b, joined
    Autoprocessing_cell_c                     text  AutoProcIntegration.cell_c, or AutoProc.refinedCell_c, joined
    Autoprocessing_cell_alpha                 text  AutoProcIntegration.cell_alpha, or AutoProc.refinedCell_alpha, joined
    Autoprocessing_cell_beta                  text  AutoProcIntegration.cell_beta, or AutoProc.refinedCell_beta, joined
    Autoprocessing_cell_gamma                 text  AutoProcIntegration.cell_gamma, or AutoProc.refinedCell_gamma, joined
    Autoprocessing_anomalous                  text  AutoProcIntegration.anomalous, joined
    autoProcIds                               text  AutoProc.autoProcId, joined
    scalingStatisticsTypes                    text  AutoProcScalingStatistics.scalingStatisticsType, joined
    resolutionsLimitHigh                      text  AutoProcScalingStatistics.resolutionLimitHigh, joined
    resolutionsLimitLow                       text  AutoProcScalingStatistics.resolutionLimitLow, joined
    completenessList                          text  AutoProcScalingStatistics.completeness, joined
    AutoProc_spaceGroups                      text  AutoProc.spaceGroup, joined
    meanIOverSigIList                         text  AutoProcScalingStatistics.meanIOverSigI, joined
    rMerges                                   text  AutoProcScalingStatistics.rMerge, joined
    ccHalfList                                text  AutoProcScalingStatistics.ccHalf, joined
    value1                                    text  nothing: no front end reads it
    value2                                    text  nothing: no front end reads it
    value3                                    text  nothing: no front end reads it
    value4                                    text  nothing: no front end reads it
    """,
)


# The object itself, with the Java server's spellings of its columns; whom it belongs to is not said.
COLLECTION = Shape(
    "DataCollection",
    """
    dataCollectionId               int   DataCollection.dataCollectionId
    dataCollectionNumber           int   DataCollection.dataCollectionNumber
    startTime                      stamp DataCollection.startTime
    endTime                        stamp DataCollection.endTime
    runStatus                      text  DataCollection.runStatus
    axisStart                      float DataCollection.axisStart
    axisEnd                        float DataCollection.axisEnd
    axisRange                      float DataCollection.axisRange
    overlap                        float DataCollection.overlap
    numberOfImages                 int   DataCollection.numberOfImages
    startImageNumber               int   DataCollection.startImageNumber
    numberOfPasses                 int   DataCollection.numberOfPasses
    exposureTime                   float DataCollection.exposureTime
    imageDirectory                 text  DataCollection.imageDirectory
    imagePrefix                    text  DataCollection.imagePrefix
    imageSuffix                    text  DataCollection.imageSuffix
    fileTemplate                   text  DataCollection.fileTemplate
    wavelength                     float DataCollection.wavelength
    resolution                     float DataCollection.resolution
    detectorDistance               float DataCollection.detectorDistance
    xbeam                          float DataCollection.xBeam
    ybeam                          float DataCollection.yBeam
    xbeamPix                       float DataCollection.xBeamPix
    ybeamPix                       float DataCollection.yBeamPix
    comments                       text  DataCollection.comments
    printableForReport             bit   DataCollection.printableForReport
    slitGapVertical                float DataCollection.slitGapVertical
    slitGapHorizontal              float DataCollection.slitGapHorizontal
    transmission                   float DataCollection.transmission
    synchrotronMode                text  DataCollection.synchrotronMode
    xtalSnapshotFullPath1          text  DataCollection.xtalSnapshotFullPath1
    xtalSnapshotFullPath2          text  DataCollection.xtalSnapshotFullPath2
    xtalSnapshotFullPath3          text  DataCollection.xtalSnapshotFullPath3
    xtalSnapshotFullPath4          text  DataCollection.xtalSnapshotFullPath4
    rotationAxis                   text  DataCollection.rotationAxis
    phiStart                       float DataCollection.phiStart
    kappaStart                     float DataCollection.kappaStart
    omegaStart                     float DataCollection.omegaStart
    resolutionAtCorner             float DataCollection.resolutionAtCorner
    detector2theta                 float DataCollection.detector2Theta
    undulatorGap1                  float DataCollection.undulatorGap1
    undulatorGap2                  float DataCollection.undulatorGap2
    undulatorGap3                  float DataCollection.undulatorGap3
    beamSizeAtSampleX              float DataCollection.beamSizeAtSampleX
    beamSizeAtSampleY              float DataCollection.beamSizeAtSampleY
    centeringMethod                text  DataCollection.centeringMethod
    averageTemperature             float DataCollection.averageTemperature
    actualCenteringPosition        text  DataCollection.actualCenteringPosition
    beamShape                      text  DataCollection.beamShape
    flux                           float DataCollection.flux
    flux_end                       float DataCollection.flux_end
    totalAbsorbedDose              float DataCollection.totalAbsorbedDose
    bestWilsonPlotPath             text  DataCollection.bestWilsonPlotPath
    imageQualityIndicatorsPlotPath text  DataCollection.imageQualityIndicatorsPlotPath
    imageQualityIndicatorsCSVPath  text  DataCollection.imageQualityIndicatorsCSVPath
    magnification                  int   DataCollection.magnification
    voltage                        float DataCollection.voltage
    """,
)
