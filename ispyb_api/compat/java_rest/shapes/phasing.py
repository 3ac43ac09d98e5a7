"""Phasing and what follows it, step by step, and the files that it left."""

from ispyb_api.compat.java_rest.gson import Shape

ROW = Shape(
    "PhasingRow",
    """
    SpaceGroup_spaceGroupShortName                text  SpaceGroup.spaceGroupShortName
    SpaceGroup_spaceGroupName                     text  SpaceGroup.spaceGroupName
    PhasingStep_phasingStepId                     int   PhasingStep.phasingStepId
    PhasingStep_previousPhasingStepId             int   PhasingStep.previousPhasingStepId
    PhasingStep_phasingStepType                   text  PhasingStep.phasingStepType
    PhasingStep_method                            text  PhasingStep.method
    PhasingStep_solventContent                    text  PhasingStep.solventContent
    PhasingStep_enantiomorph                      text  PhasingStep.enantiomorph
    PhasingStep_lowRes                            text  PhasingStep.lowRes
    PhasingStep_highRes                           text  PhasingStep.highRes
    PhasingProgramRun_phasingPrograms             text  PhasingProgramRun.phasingPrograms
    PhasingProgramRun_phasingStartTime            stamp PhasingProgramRun.phasingStartTime
    PhasingProgramRun_phasingEndTime              stamp PhasingProgramRun.phasingEndTime
    metric                                        text  PhasingStatistics.metric, joined
    statisticsValue                               text  PhasingStatistics.statisticsValue, joined
    csv                                           text  PhasingProgramAttachment.phasingProgramAttachmentId, of .csv, joined
    map                                           text  PhasingProgramAttachment.phasingProgramAttachmentId, of .map, joined
    pdb                                           text  PhasingProgramAttachment.phasingProgramAttachmentId, of .pdb, joined
    png                                           text  PhasingProgramAttachment.phasingProgramAttachmentId, of .png, joined
    csvFileName                                   text  PhasingProgramAttachment.fileName, of .csv, joined
    mapFileName                                   text  PhasingProgramAttachment.fileName, of .map, joined
    pdbFileName                                   text  PhasingProgramAttachment.fileName, of .pdb, joined
    phasingProgramAttachmentId                    text  PhasingProgramAttachment.phasingProgramAttachmentId, of pictures, joined
    fileType                                      text  PhasingProgramAttachment.fileType, of pictures, joined
    BLSample_blSampleId                           int   BLSample.blSampleId
    AutoProcIntegration_autoProcIntegrationId     int   AutoProcIntegration.autoProcIntegrationId
    AutoProcIntegration_dataCollectionId          int   AutoProcIntegration.dataCollectionId
    AutoProcIntegration_autoProcProgramId         int   AutoProcIntegration.autoProcProgramId
    AutoProcIntegration_startImageNumber          int   AutoProcIntegration.startImageNumber
    AutoProcIntegration_endImageNumber            int   AutoProcIntegration.endImageNumber
    AutoProcIntegration_refinedDetectorDistance   float AutoProcIntegration.refinedDetectorDistance
    AutoProcIntegration_refinedXBeam              float AutoProcIntegration.refinedXBeam
    AutoProcIntegration_refinedYBeam              float AutoProcIntegration.refinedYBeam
    AutoProcIntegration_rotationAxisX             float AutoProcIntegration.rotationAxisX
    AutoProcIntegration_rotationAxisY             float AutoProcIntegration.rotationAxisY
    AutoProcIntegration_rotationAxisZ             float AutoProcIntegration.rotationAxisZ
    AutoProcIntegration_beamVectorX               float AutoProcIntegration.beamVectorX
    AutoProcIntegration_beamVectorY               float AutoProcIntegration.beamVectorY
    AutoProcIntegration_beamVectorZ               float AutoProcIntegration.beamVectorZ
    AutoProcIntegration_cell_a                    float AutoProcIntegration.cell_a
    AutoProcIntegration_cell_b                    float AutoProcIntegration.cell_b
    AutoProcIntegration_cell_c                    float AutoProcIntegration.cell_c
    AutoProcIntegration_cell_alpha                float AutoProcIntegration.cell_alpha
    AutoProcIntegration_cell_beta                 float AutoProcIntegration.cell_beta
    AutoProcIntegration_cell_gamma                float AutoProcIntegration.cell_gamma
    AutoProcIntegration_recordTimeStamp           stamp AutoProcIntegration.recordTimeStamp
    AutoProcIntegration_anomalous                 flag  AutoProcIntegration.anomalous
    SpaceGroup_spaceGroupId                       int   SpaceGroup.spaceGroupId
    SpaceGroup_geometryClassnameId                int   SpaceGroup.geometryClassnameId
    SpaceGroup_spaceGroupNumber                   int   SpaceGroup.spaceGroupNumber
    SpaceGroup_bravaisLattice                     text  SpaceGroup.bravaisLattice
    SpaceGroup_bravaisLatticeName                 text  SpaceGroup.bravaisLatticeName
    SpaceGroup_pointGroup                         text  SpaceGroup.pointGroup
    SpaceGroup_MX_used                            flag  SpaceGroup.MX_used
    PhasingStep_programRunId                      int   PhasingStep.programRunId
    PhasingStep_spaceGroupId                      int   PhasingStep.spaceGroupId
    PhasingStep_autoProcScalingId                 int   PhasingStep.autoProcScalingId
    PhasingStep_phasingAnalysisId                 int   PhasingStep.phasingAnalysisId
    PhasingStep_recordTimeStamp                   stamp PhasingStep.recordTimeStamp
    DataCollection_dataCollectionId               int   DataCollection.dataCollectionId
    DataCollection_dataCollectionGroupId          int   DataCollection.dataCollectionGroupId
    DataCollection_strategySubWedgeOrigId         int   DataCollection.strategySubWedgeOrigId
    DataCollection_detectorId                     int   DataCollection.detectorId
    DataCollection_blSubSampleId                  int   DataCollection.blSubSampleId
    DataCollection_dataCollectionNumber           int   DataCollection.dataCollectionNumber
    DataCollection_startTime                      stamp DataCollection.startTime
    DataCollection_endTime                        stamp DataCollection.endTime
    DataCollection_runStatus                      text  DataCollection.runStatus
    DataCollection_axisStart                      float DataCollection.axisStart
    DataCollection_axisEnd                        float DataCollection.axisEnd
    DataCollection_axisRange                      float DataCollection.axisRange
    DataCollection_overlap                        float DataCollection.overlap
    DataCollection_numberOfImages                 int   DataCollection.numberOfImages
    DataCollection_startImageNumber               int   DataCollection.startImageNumber
    DataCollection_numberOfPasses                 int   DataCollection.numberOfPasses
    DataCollection_exposureTime                   float DataCollection.exposureTime
    DataCollection_imageDirectory                 text  DataCollection.imageDirectory
    DataCollection_imagePrefix                    text  DataCollection.imagePrefix
    DataCollection_imageSuffix                    text  DataCollection.imageSuffix
    DataCollection_fileTemplate                   text  DataCollection.fileTemplate
    DataCollection_wavelength                     float DataCollection.wavelength
    DataCollection_resolution                     float DataCollection.resolution
    DataCollection_detectorDistance               float DataCollection.detectorDistance
    DataCollection_xBeam                          float DataCollection.xBeam
    DataCollection_yBeam                          float DataCollection.yBeam
    DataCollection_xBeamPix                       float DataCollection.xBeamPix
    DataCollection_yBeamPix                       float DataCollection.yBeamPix
    DataCollection_comments                       text  DataCollection.comments
    DataCollection_printableForReport             int   DataCollection.printableForReport
    DataCollection_slitGapVertical                float DataCollection.slitGapVertical
    DataCollection_slitGapHorizontal              float DataCollection.slitGapHorizontal
    DataCollection_transmission                   float DataCollection.transmission
    DataCollection_synchrotronMode                text  DataCollection.synchrotronMode
    DataCollection_xtalSnapshotFullPath1          text  DataCollection.xtalSnapshotFullPath1
    DataCollection_xtalSnapshotFullPath2          text  DataCollection.xtalSnapshotFullPath2
    DataCollection_xtalSnapshotFullPath3          text  DataCollection.xtalSnapshotFullPath3
    DataCollection_xtalSnapshotFullPath4          text  DataCollection.xtalSnapshotFullPath4
    DataCollection_rotationAxis                   text  DataCollection.rotationAxis
    DataCollection_phiStart                       float DataCollection.phiStart
    DataCollection_kappaStart                     float DataCollection.kappaStart
    DataCollection_omegaStart                     float DataCollection.omegaStart
    DataCollection_resolutionAtCorner             float DataCollection.resolutionAtCorner
    DataCollection_detector2Theta                 float DataCollection.detector2Theta
    DataCollection_undulatorGap1                  float DataCollection.undulatorGap1
    DataCollection_undulatorGap2                  float DataCollection.undulatorGap2
    DataCollection_undulatorGap3                  float DataCollection.undulatorGap3
    DataCollection_beamSizeAtSampleX              float DataCollection.beamSizeAtSampleX
    DataCollection_beamSizeAtSampleY              float DataCollection.beamSizeAtSampleY
    DataCollection_centeringMethod                text  DataCollection.centeringMethod
    DataCollection_averageTemperature             float DataCollection.averageTemperature
    DataCollection_actualCenteringPosition        text  DataCollection.actualCenteringPosition
    DataCollection_beamShape                      text  DataCollection.beamShape
    DataCollection_flux                           float DataCollection.flux
    DataCollection_flux_end                       float DataCollection.flux_end
    DataCollection_totalAbsorbedDose              float DataCollection.totalAbsorbedDose
    DataCollection_bestWilsonPlotPath             text  DataCollection.bestWilsonPlotPath
    DataCollection_imageQualityIndicatorsPlotPath text  DataCollection.imageQualityIndicatorsPlotPath
    DataCollection_imageQualityIndicatorsCSVPath  text  DataCollection.imageQualityIndicatorsCSVPath
    PhasingProgramRun_phasingProgramRunId         int   PhasingProgramRun.phasingProgramRunId
    PhasingProgramRun_phasingCommandLine          text  PhasingProgramRun.phasingCommandLine
    PhasingProgramRun_phasingStatus               flag  PhasingProgramRun.phasingStatus
    PhasingProgramRun_phasingMessage              text  PhasingProgramRun.phasingMessage
    PhasingProgramRun_phasingEnvironment          text  PhasingProgramRun.phasingEnvironment
    PhasingProgramRun_phasingDirectory            text  PhasingProgramRun.phasingDirectory
    PhasingProgramRun_recordTimeStamp             stamp PhasingProgramRun.recordTimeStamp
    Protein_proteinId                             int   Protein.proteinId
    BLSession_sessionId                           int   BLSession.sessionId
    BLSession_proposalId                          int   BLSession.proposalId
    PhasingStatistics_phasingStatisticsId         int   PhasingStatistics.phasingStatisticsId
    PhasingStatistics_metric                      text  PhasingStatistics.metric
    PhasingStatistics_statisticsValue             float PhasingStatistics.statisticsValue
    PhasingStatistics_phasingStatisticsIds        text  PhasingStatistics.phasingStatisticsId, joined
    """,
)

FILE = Shape(
    "PhasingFile",
    """
    phasingStepId              int  PhasingStep.phasingStepId
    previousPhasingStepId      int  PhasingStep.previousPhasingStepId
    phasingAnalysisId          int  PhasingStep.phasingAnalysisId
    autoProcIntegrationId      int  AutoProcIntegration.autoProcIntegrationId
    dataCollectionId           int  AutoProcIntegration.dataCollectionId
    autoProcId                 int  AutoProc.autoProcId
    phasingStepType            text PhasingStep.phasingStepType
    method                     text PhasingStep.method
    autoProcScalingId          int  AutoProcScaling.autoProcScalingId
    spaceGroupShortName        text SpaceGroup.spaceGroupShortName
    phasingPrograms            text PhasingProgramRun.phasingPrograms
    phasingStatus              flag PhasingProgramRun.phasingStatus
    sessionId                  int  DataCollectionGroup.sessionId
    proposalId                 int  BLSession.proposalId
    blSampleId                 int  BLSample.blSampleId
    name                       text BLSample.name
    code                       text BLSample.code
    acronym                    text Protein.acronym
    proteinId                  int  Protein.proteinId
    phasingProgramAttachmentId int  PhasingProgramAttachment.phasingProgramAttachmentId
    fileType                   text PhasingProgramAttachment.fileType
    fileName                   text PhasingProgramAttachment.fileName
    filePath                   text PhasingProgramAttachment.filePath
    """,
)
