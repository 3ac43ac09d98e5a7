"""What was done with proteins."""

from ispyb_api.compat.java_rest.gson import Shape

STATISTICS = Shape(
    "ProteinStatistics",
    """
    proposalId                                   int   Protein.proposalId
    proteinId                                    int   Protein.proteinId
    name                                         text  Protein.name
    acronym                                      text  Protein.acronym
    CrystalCount                                 int!  Crystal.crystalId, counted
    BLSampleCount                                int!  BLSample.blSampleId, counted
    DataCollectionGroupCount                     int!  DataCollectionGroup.dataCollectionGroupId, counted
    DataCollectionCount                          int!  DataCollection.numberOfImages, of five and more, counted
    EnergyScanCount                              int!  EnergyScan.energyScanId, counted
    EnergyScanSessionIdList                      text  EnergyScan.sessionId, joined
    XFEFluorescenceSpectrumCount                 int!  XFEFluorescenceSpectrum.xfeFluorescenceSpectrumId, counted
    XFEFluorescenceSessionIdList                 text  XFEFluorescenceSpectrum.sessionId, joined
    latestDataCollectionId                       int   DataCollection.dataCollectionId, the last of fewer than five images
    latestDataCollectionTime                     stamp DataCollection.startTime, of that
    latestSessionId                              int   DataCollectionGroup.sessionId, of that
    SessionCount                                 int!  BLSession.sessionId, counted
    SessionValuesList                            text  BLSession.sessionId with beamLineName and startDate, joined
    TestDataCollectionCount                      int!  DataCollection.numberOfImages, of fewer than five, counted
    TestDataCollectionIdList                     text  DataCollection.dataCollectionId, of these, joined
    AutoProcIntegrationCount                     int!  AutoProcIntegration.autoProcIntegrationId, counted
    PhasingStepCount                             int!  PhasingStep.phasingStepId, counted
    SADPhasingStepCount                          int!  PhasingStep.method, SAD, counted
    MRPhasingStepCount                           int!  PhasingStep.method, MR, counted
    ModelBuildingPhasingStepCount                int!  PhasingStep.phasingStepType, MODELBUILDING, counted
    SpaceGroupModelBuildingPhasingStep           text  SpaceGroup.spaceGroupShortName, of these, joined
    ModelBuildingPhasingStepDataCollectionIdList text  AutoProcIntegration.dataCollectionId, of these, joined
    PhasingProgramRunCount                       int!  PhasingStep.programRunId, counted
    PhasingProgramAttachementCount               int!  PhasingProgramAttachment.phasingProgramAttachmentId, counted
    ImagesPhasingProgramAttachementIds           text  PhasingProgramAttachment.phasingProgramAttachmentId, of pictures, joined
    ModelBuildingPhasingProgramIdList            text  PhasingStep.programRunId, of MODELBUILDING, joined
    ModelBuildingPhasingDataColletionIdList      text  AutoProcIntegration.dataCollectionId, of MODELBUILDING, joined
    """,
)
