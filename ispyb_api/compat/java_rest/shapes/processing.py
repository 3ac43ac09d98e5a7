"""What came of processing data collections, and the files that it left."""

from ispyb_api.compat.java_rest.gson import Shape

ROW = Shape(
    "ProcessingRow",
    """
    v_datacollection_summary_phasing_autoProcIntegrationId int   AutoProcIntegration.autoProcIntegrationId
    v_datacollection_summary_phasing_cell_a                float AutoProcIntegration.cell_a, or AutoProc.refinedCell_a
    v_datacollection_summary_phasing_cell_b                float AutoProcIntegration.cell_b, or AutoProc.refinedCell_b
    v_datacollection_summary_phasing_cell_c                float AutoProcIntegration.cell_c, or AutoProc.refinedCell_c
    v_datacollection_summary_phasing_cell_alpha            float AutoProcIntegration.cell_alpha, or AutoProc.refinedCell_alpha
    v_datacollection_summary_phasing_cell_beta             float AutoProcIntegration.cell_beta, or AutoProc.refinedCell_beta
    v_datacollection_summary_phasing_cell_gamma            float AutoProcIntegration.cell_gamma, or AutoProc.refinedCell_gamma
    v_datacollection_summary_phasing_anomalous             flag  AutoProcIntegration.anomalous
    v_datacollection_summary_phasing_autoproc_space_group  text! AutoProc.spaceGroup
    v_datacollection_processingPrograms                    text  AutoProcProgram.processingPrograms
    v_datacollection_summary_phasing_autoProcProgramId     int   AutoProcProgram.autoProcProgramId
    v_datacollection_processingStatus                      text  AutoProcProgram.processingStatus
    v_datacollection_processingStartTime                   stamp AutoProcProgram.processingStartTime
    AutoProcIntegration_dataCollectionId                   int   AutoProcIntegration.dataCollectionId
    AutoProcIntegration_autoProcIntegrationId              int   AutoProcIntegration.autoProcIntegrationId
    Protein_acronym                                        text  Protein.acronym
    BLSample_name                                          text  BLSample.name
    DataCollection_dataCollectionNumber                    int   DataCollection.dataCollectionNumber
    DataCollection_imagePrefix                             text  DataCollection.imagePrefix
    phasingStepType                                        text  PhasingStep.phasingStepType, joined
    spaceGroupShortName                                    text  SpaceGroup.spaceGroupShortName, joined
    scalingStatisticsType                                  text  AutoProcScalingStatistics.scalingStatisticsType, joined
    resolutionLimitLow                                     text  AutoProcScalingStatistics.resolutionLimitLow, joined
    resolutionLimitHigh                                    text  AutoProcScalingStatistics.resolutionLimitHigh, joined
    completeness                                           text  AutoProcScalingStatistics.completeness, joined
    multiplicity                                           text  AutoProcScalingStatistics.multiplicity, joined
    anomalousMultiplicity                                  text  AutoProcScalingStatistics.anomalousMultiplicity, joined
    ccHalf                                                 text  AutoProcScalingStatistics.ccHalf, joined
    meanIOverSigI                                          text  AutoProcScalingStatistics.meanIOverSigI, joined
    anomalousCompleteness                                  text  AutoProcScalingStatistics.anomalousCompleteness, joined
    rMerge                                                 text  AutoProcScalingStatistics.rMerge, joined
    rMeasAllIPlusIMinus                                    text  AutoProcScalingStatistics.rMeasAllIPlusIMinus, joined
    rPimWithinIPlusIMinus                                  text  AutoProcScalingStatistics.rPimWithinIPlusIMinus, joined
    anomalous                                              text  AutoProcScalingStatistics.anomalous, joined
    sigAno                                                 text  AutoProcScalingStatistics.sigAno, joined
    ccAno                                                  text  AutoProcScalingStatistics.ccAno, joined
    isa                                                    text  AutoProcScalingStatistics.isa, joined
    v_datacollection_summary_phasing_dataCollectionId      int   AutoProcIntegration.dataCollectionId
    v_datacollection_summary_phasing_autoproc_autoprocId   int   AutoProc.autoProcId
    v_datacollection_summary_phasing_autoProcScalingId     int   AutoProcScaling.autoProcScalingId
    v_datacollection_processingEndTime                     stamp AutoProcProgram.processingEndTime
    v_datacollection_summary_session_sessionId             int   BLSession.sessionId
    v_datacollection_summary_session_proposalId            int   BLSession.proposalId
    PhasingStep_phasing_phasingStepType                    text  PhasingStep.phasingStepType
    SpaceGroup_spaceGroupShortName                         text  SpaceGroup.spaceGroupShortName
    Protein_proteinId                                      int   Protein.proteinId
    spaceGroupIds                                          text  SpaceGroup.spaceGroupId, joined
    rMeasWithinIPlusIMinus                                 text  AutoProcScalingStatistics.rMeasWithinIPlusIMinus, joined
    rPimAllIPlusIMinus                                     text  AutoProcScalingStatistics.rPimAllIPlusIMinus, joined
    fractionalPartialBias                                  text  AutoProcScalingStatistics.fractionalPartialBias, joined
    nTotalObservations                                     text  AutoProcScalingStatistics.nTotalObservations, joined
    nTotalUniqueObservations                               text  AutoProcScalingStatistics.nTotalUniqueObservations, joined
    """,
)

ATTACHMENT = Shape(
    "Attachment",
    """
    autoProcProgramAttachmentId int   AutoProcProgramAttachment.autoProcProgramAttachmentId
    fileType                    text  AutoProcProgramAttachment.fileType
    fileName                    text! AutoProcProgramAttachment.fileName
    filePath                    text  AutoProcProgramAttachment.filePath
    recordTimeStamp             stamp AutoProcProgramAttachment.recordTimeStamp
    """,
)
