"""Groups of data collections, each with the last of its collections, its sample and what came of it."""

from ispyb_api.compat.java_rest.gson import Shape

ROW = Shape(
    "GroupSummary",
    """
    DataCollectionGroup_dataCollectionGroupId  int    DataCollectionGroup.dataCollectionGroupId
    DataCollectionGroup_workflowId             int    DataCollectionGroup.workflowId
    DataCollectionGroup_experimentType         text   DataCollectionGroup.experimentType
    DataCollectionGroup_startTime              stamp  DataCollectionGroup.startTime
    DataCollectionGroup_endTime                stamp  DataCollectionGroup.endTime
    DataCollectionGroup_comments               text   DataCollectionGroup.comments
    BLSample_blSampleId                        int    BLSample.blSampleId
    BLSample_crystalId                         int    BLSample.crystalId
    BLSample_name                              text   BLSample.name
    BLSample_location                          text   BLSample.location
    BLSample_comments                          text   BLSample.comments
    Container_containerId                      int    Container.containerId
    BLSession_sessionId                        int    BLSession.sessionId
    Dewar_dewarId                              int    Dewar.dewarId
    Dewar_code                                 text   Dewar.code
    Container_containerType                    text   Container.containerType
    Container_code                             text   Container.code
    Container_capacity                         int    Container.capacity
    Container_beamlineLocation                 text   Container.beamlineLocation
    Container_sampleChangerLocation            text   Container.sampleChangerLocation
    Protein_proteinId                          int    Protein.proteinId
    Protein_name                               text   Protein.name
    Protein_acronym                            text   Protein.acronym
    DataCollection_dataCollectionId            int    DataCollection.dataCollectionId
    DataCollection_dataCollectionGroupId       int    DataCollection.dataCollectionGroupId
    DataCollection_runStatus                   text   DataCollection.runStatus
    DataCollection_numberOfImages              int    DataCollection.numberOfImages
    DataCollection_startImageNumber            int    DataCollection.startImageNumber
    DataCollection_numberOfPasses              int    DataCollection.numberOfPasses
    DataCollection_exposureTime                float  DataCollection.exposureTime
    DataCollection_imageDirectory              text   DataCollection.imageDirectory
    DataCollection_wavelength                  float  DataCollection.wavelength
    DataCollection_resolution                  float  DataCollection.resolution
    DataCollection_detectorDistance            float  DataCollection.detectorDistance
    DataCollection_xBeam                       float  DataCollection.xBeam
    transmission                               float  DataCollection.transmission
    DataCollection_yBeam                       float  DataCollection.yBeam
    DataCollection_imagePrefix                 text   DataCollection.imagePrefix
    DataCollection_xtalSnapshotFullPath2       text   DataCollection.xtalSnapshotFullPath2
    DataCollection_xtalSnapshotFullPath3       text   DataCollection.xtalSnapshotFullPath3
    DataCollection_xtalSnapshotFullPath4       text   DataCollection.xtalSnapshotFullPath4
    DataCollection_phiStart                    float  DataCollection.phiStart
    DataCollection_kappaStart                  float  DataCollection.kappaStart
    DataCollection_flux                        float  DataCollection.flux
    DataCollection_flux_end                    float  DataCollection.flux_end
    DataCollection_resolutionAtCorner          float  DataCollection.resolutionAtCorner
    DataCollection_bestWilsonPlotPath          text   DataCollection.bestWilsonPlotPath
    DataCollection_dataCollectionNumber        int    DataCollection.dataCollectionNumber
    DataCollection_axisRange                   float  DataCollection.axisRange
    DataCollection_axisStart                   float  DataCollection.axisStart
    DataCollection_axisEnd                     float  DataCollection.axisEnd
    DataCollection_rotationAxis                text   DataCollection.rotationAxis
    DataCollection_undulatorGap1               float  DataCollection.undulatorGap1
    DataCollection_undulatorGap2               float  DataCollection.undulatorGap2
    DataCollection_undulatorGap3               float  DataCollection.undulatorGap3
    beamSizeAtSampleX                          float  DataCollection.beamSizeAtSampleX
    beamSizeAtSampleY                          float  DataCollection.beamSizeAtSampleY
    DataCollection_slitGapVertical             float  DataCollection.slitGapVertical
    DataCollection_slitGapHorizontal           float  DataCollection.slitGapHorizontal
    DataCollection_beamShape                   text   DataCollection.beamShape
    DataCollection_voltage                     float  DataCollection.voltage
    DataCollection_xBeamPix                    float  DataCollection.xBeamPix
    Workflow_workflowType                      text   Workflow.workflowType
    Workflow_status                            text   Workflow.status
    Workflow_workflowId                        int    Workflow.workflowId
    AutoProcIntegration_dataCollectionId       int    AutoProcIntegration.dataCollectionId
    cell_a                                     float  AutoProcIntegration.cell_a, or AutoProc.refinedCell_a
    cell_b                                     float  AutoProcIntegration.cell_b, or AutoProc.refinedCell_b
    cell_c                                     float  AutoProcIntegration.cell_c, or AutoProc.refinedCell_c
    cell_alpha                                 float  AutoProcIntegration.cell_alpha, or AutoProc.refinedCell_alpha
    cell_beta                                  float  AutoProcIntegration.cell_beta, or AutoProc.refinedCell_beta
    cell_gamma                                 float  AutoProcIntegration.cell_gamma, or AutoProc.refinedCell_gamma
    anomalous                                  flag   AutoProcIntegration.anomalous
    scalingStatisticsType                      text   AutoProcScalingStatistics.scalingStatisticsType
    resolutionLimitHigh                        float  AutoProcScalingStatistics.resolutionLimitHigh
    resolutionLimitLow                         float  AutoProcScalingStatistics.resolutionLimitLow
    completeness                               float  AutoProcScalingStatistics.completeness
    autoProcId                                 int    AutoProc.autoProcId
    rMerge                                     float  AutoProcScalingStatistics.rMerge
    AutoProcIntegration_autoProcIntegrationId  int    AutoProcIntegration.autoProcIntegrationId
    AutoProcProgram_processingPrograms         text   AutoProcProgram.processingPrograms
    Screening_screeningId                      int    Screening.screeningId
    ScreeningOutput_strategySuccess            flag   ScreeningOutput.strategySuccess
    ScreeningOutput_indexingSuccess            flag   ScreeningOutput.indexingSuccess
    ScreeningOutput_rankingResolution          float  ScreeningOutput.rankingResolution
    ScreeningOutput_mosaicity                  float  ScreeningOutput.mosaicity
    ScreeningOutputLattice_spaceGroup          text   ScreeningOutputLattice.spaceGroup
    ScreeningOutputLattice_unitCell_a          float  ScreeningOutputLattice.unitCell_a
    ScreeningOutputLattice_unitCell_b          float  ScreeningOutputLattice.unitCell_b
    ScreeningOutputLattice_unitCell_c          float  ScreeningOutputLattice.unitCell_c
    ScreeningOutputLattice_unitCell_alpha      float  ScreeningOutputLattice.unitCell_alpha
    ScreeningOutputLattice_unitCell_beta       float  ScreeningOutputLattice.unitCell_beta
    ScreeningOutputLattice_unitCell_gamma      float  ScreeningOutputLattice.unitCell_gamma
    ScreeningOutput_totalRotationRange         float  ScreeningOutput.totalRotationRange
    ScreeningStrategySubWedge_exposureTime     float  ScreeningStrategySubWedge.exposureTime
    ScreeningStrategySubWedge_transmission     float  ScreeningStrategySubWedge.transmission
    ScreeningStrategySubWedge_oscillationRange float  ScreeningStrategySubWedge.oscillationRange
    ScreeningStrategySubWedge_numberOfImages   int    ScreeningStrategySubWedge.numberOfImages
    ScreeningStrategySubWedge_axisStart        float  ScreeningStrategySubWedge.axisStart
    Shipping_shippingId                        int    Shipping.shippingId
    Shipping_shippingName                      text   Shipping.shippingName
    Shipping_shippingStatus                    text   Shipping.shippingStatus
    experimentKind                             text   DiffractionPlan.experimentKind
    observedResolution                         float  DiffractionPlan.observedResolution
    minimalResolution                          float  DiffractionPlan.minimalResolution
    exposureTime                               float  DiffractionPlan.exposureTime
    maximalResolution                          float  DiffractionPlan.maximalResolution
    screeningResolution                        float  DiffractionPlan.screeningResolution
    radiationSensitivity                       float  DiffractionPlan.radiationSensitivity
    anomalousScatterer                         text   DiffractionPlan.anomalousScatterer
    preferredBeamSizeX                         float  DiffractionPlan.preferredBeamSizeX
    preferredBeamSizeY                         float  DiffractionPlan.preferredBeamSizeY
    preferredBeamDiameter                      float  DiffractionPlan.preferredBeamDiameter
    aimedCompleteness                          float  DiffractionPlan.aimedCompleteness
    aimedMultiplicity                          float  DiffractionPlan.aimedMultiplicity
    aimedResolution                            float  DiffractionPlan.aimedResolution
    forcedSpaceGroup                           text   DiffractionPlan.forcedSpaceGroup
    requiredResolution                         float  DiffractionPlan.requiredResolution
    numberOfPositions                          int    DiffractionPlan.numberOfPositions
    minOscWidth                                float  DiffractionPlan.minOscWidth
    Detector_detectorType                      text   Detector.detectorType
    Detector_detectorManufacturer              text   Detector.detectorManufacturer
    Detector_detectorModel                     text   Detector.detectorModel
    Detector_detectorPixelSizeHorizontal       float  Detector.detectorPixelSizeHorizontal
    Detector_detectorPixelSizeVertical         float  Detector.detectorPixelSizeVertical
    Detector_detectorMode                      text   Detector.detectorMode
    BeamLineSetup_undulatorType1               text   BeamLineSetup.undulatorType1
    BeamLineSetup_undulatorType2               text   BeamLineSetup.undulatorType2
    BeamLineSetup_undulatorType3               text   BeamLineSetup.undulatorType3
    BeamLineSetup_synchrotronName              text   BeamLineSetup.synchrotronName
    BeamLineSetup_synchrotronMode              text   BeamLineSetup.synchrotronMode
    BeamLineSetup_polarisation                 float  BeamLineSetup.polarisation
    BeamLineSetup_focusingOptic                text   BeamLineSetup.focusingOptic
    BeamLineSetup_beamDivergenceHorizontal     float  BeamLineSetup.beamDivergenceHorizontal
    BeamLineSetup_beamDivergenceVertical       float  BeamLineSetup.beamDivergenceVertical
    BeamLineSetup_monochromatorType            text   BeamLineSetup.monochromatorType
    WorkflowStep_workflowStepId                text   WorkflowStep.workflowStepId, joined
    WorkflowStep_workflowStepType              text   WorkflowStep.workflowStepType, joined
    WorkflowStep_status                        text   WorkflowStep.status, joined
    processingPrograms                         text   AutoProcProgram.processingPrograms, joined
    processingStatus                           text   AutoProcProgram.processingStatus, joined
    autoProcIntegrationId                      text   AutoProcIntegration.autoProcIntegrationId, joined
    Autoprocessing_cell_a                      text   AutoProcIntegration.cell_a, or AutoProc.refinedCell_a, joined
    Autoprocessing_cell_b                      text   AutoProcIntegration.cell_b, or AutoProc.refinedCell_b, joined
    Autoprocessing_cell_c                      text   AutoProcIntegration.cell_c, or AutoProc.refinedCell_c, joined
    Autoprocessing_cell_alpha                  text   AutoProcIntegration.cell_alpha, or AutoProc.refinedCell_alpha, joined
    Autoprocessing_cell_beta                   text   AutoProcIntegration.cell_beta, or AutoProc.refinedCell_beta, joined
    Autoprocessing_cell_gamma                  text   AutoProcIntegration.cell_gamma, or AutoProc.refinedCell_gamma, joined
    Autoprocessing_anomalous                   text   AutoProcIntegration.anomalous, joined
    autoProcIds                                text   AutoProc.autoProcId, joined
    scalingStatisticsTypes                     text   AutoProcScalingStatistics.scalingStatisticsType, joined
    resolutionsLimitHigh                       text   AutoProcScalingStatistics.resolutionLimitHigh, joined
    resolutionsLimitLow                        text   AutoProcScalingStatistics.resolutionLimitLow, joined
    rMerges                                    text   AutoProcScalingStatistics.rMerge, joined
    completenessList                           text   AutoProcScalingStatistics.completeness, joined
    AutoProc_spaceGroups                       text   AutoProc.spaceGroup, joined
    hasPhasing                                 int!   PhasingStep.method, of SAD, counted
    hasMR                                      int!   PhasingStep.method, of MR, counted
    SpaceGroupModelResolvedByPhasing           text   SpaceGroup.spaceGroupShortName, of models that were built, joined
    SpaceGroupModelResolvedByMr                text   SpaceGroup.spaceGroupShortName, of refinements, joined
    totalNumberOfImages                        number DataCollection.numberOfImages, summed
    totalNumberOfDataCollections               int!   DataCollection.dataCollectionId, counted
    lastImageId                                int    Image.imageId, of the last image
    firstImageId                               int    Image.imageId, of the first image
    synchrotronCurrent                         text   Image.synchrotronCurrent, of the first and the last image, joined
    numberOfGridSquares                        int!   DataCollection.dataCollectionId, counted
    dataCollectionIdList                       text   DataCollection.dataCollectionId, joined
    imageDirectoryList                         text   DataCollection.imageDirectory, joined
    startTimeList                              text   DataCollection.startTime, joined
    magnificationList                          text   DataCollection.magnification, joined
    voltageList                                text   DataCollection.voltage, joined
    imagesCount                                text   DataCollection.numberOfImages, joined
    DataCollectionGroup_blSampleId             int    DataCollectionGroup.blSampleId
    DataCollectionGroup_sessionId              int    DataCollectionGroup.sessionId
    DataCollectionGroup_actualSampleBarcode    text   DataCollectionGroup.actualSampleBarcode
    DataCollectionGroup_xtalSnapshotFullPath   text   DataCollectionGroup.xtalSnapshotFullPath
    DataCollectionGroup_crystalClass           text   DataCollectionGroup.crystalClass
    BLSample_code                              text   BLSample.code
    BLSample_blSampleStatus                    text   BLSample.blSampleStatus
    BLSession_proposalId                       int    BLSession.proposalId
    BLSession_protectedData                    text   BLSession.protectedData
    Dewar_storageLocation                      text   Dewar.storageLocation
    DataCollection_startTime                   stamp  DataCollection.startTime
    DataCollection_endTime                     stamp  DataCollection.endTime
    DataCollection_comments                    text   DataCollection.comments
    DataCollection_xtalSnapshotFullPath1       text   DataCollection.xtalSnapshotFullPath1
    DataCollection_omegaStart                  float  DataCollection.omegaStart
    Workflow_workflowTitle                     text   Workflow.workflowTitle
    autoProcScalingId                          int    AutoProcScaling.autoProcScalingId
    AutoProc_spaceGroup                        text   AutoProc.spaceGroup
    AutoProcProgram_processingStatus           text   AutoProcProgram.processingStatus
    AutoProcProgram_autoProcProgramId          int    AutoProcProgram.autoProcProgramId
    Screening_dataCollectionId                 int    Screening.dataCollectionId
    Screening_dataCollectionGroupId            int    Screening.dataCollectionGroupId
    ScreeningOutput_totalExposureTime          float  ScreeningOutput.totalExposureTime
    ScreeningOutput_totalNumberOfImages        int    ScreeningOutput.totalNumberOfImages
    ScreeningStrategySubWedge_multiplicity     float  ScreeningStrategySubWedge.multiplicity
    ScreeningStrategySubWedge_completeness     float  ScreeningStrategySubWedge.completeness
    diffractionPlanId                          int    DiffractionPlan.diffractionPlanId
    oscillationRange                           float  DiffractionPlan.oscillationRange
    DiffractipnPlan_comments                   text   DiffractionPlan.comments
    aimedIOverSigmaAtHighestRes                float  DiffractionPlan.aimedIOverSigmaAtHighestRes
    anomalousData                              flag   DiffractionPlan.anomalousData
    complexity                                 text   DiffractionPlan.complexity
    estimateRadiationDamage                    flag   DiffractionPlan.estimateRadiationDamage
    requiredCompleteness                       float  DiffractionPlan.requiredCompleteness
    requiredMultiplicity                       float  DiffractionPlan.requiredMultiplicity
    strategyOption                             text   DiffractionPlan.strategyOption
    kappaStrategyOption                        text   DiffractionPlan.kappaStrategyOption
    minDimAccrossSpindleAxis                   float  DiffractionPlan.minDimAccrossSpindleAxis
    maxDimAccrossSpindleAxis                   float  DiffractionPlan.maxDimAccrossSpindleAxis
    radiationSensitivityBeta                   float  DiffractionPlan.radiationSensitivityBeta
    radiationSensitivityGamma                  float  DiffractionPlan.radiationSensitivityGamma
    Detector_detectorSerialNumber              text   Detector.detectorSerialNumber
    Detector_detectorDistanceMin               float  Detector.detectorDistanceMin
    Detector_detectorDistanceMax               float  Detector.detectorDistanceMax
    Detector_trustedPixelValueRangeLower       float  Detector.trustedPixelValueRangeLower
    Detector_trustedPixelValueRangeUpper       float  Detector.trustedPixelValueRangeUpper
    Detector_sensorThickness                   float  Detector.sensorThickness
    Detector_overload                          float  Detector.overload
    Detector_XGeoCorr                          text   Detector.XGeoCorr
    Detector_YGeoCorr                          text   Detector.YGeoCorr
    characterisationWorkflowStepIds            text   WorkflowStep.workflowStepId, of characterisations, joined
    """,
)
