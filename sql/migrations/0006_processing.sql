-- What programs made of the data: screening, integration, scaling, phasing, refinement.

-- A processing that somebody, or something, asked for. (dls)
CREATE TABLE IF NOT EXISTS ProcessingJob (
    processingJobId INT NOT NULL AUTO_INCREMENT,
    dataCollectionId INT,
    displayName VARCHAR(80),
    comments VARCHAR(255),
    recordTimestamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    recipe VARCHAR(50),
    automatic TINYINT(1),
    PRIMARY KEY (processingJobId),
    KEY ProcessingJob_dataCollectionId (dataCollectionId),
    CONSTRAINT ProcessingJob_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A parameter of a job. (dls)
CREATE TABLE IF NOT EXISTS ProcessingJobParameter (
    processingJobParameterId INT NOT NULL AUTO_INCREMENT,
    processingJobId INT,
    parameterKey VARCHAR(80),
    parameterValue VARCHAR(1024),
    PRIMARY KEY (processingJobParameterId),
    KEY ProcessingJobParameter_parameterKey_processingJobId (parameterKey, processingJobId),
    KEY ProcessingJobParameter_processingJobId (processingJobId),
    CONSTRAINT ProcessingJobParameter_fk_processingJobId FOREIGN KEY (processingJobId)
        REFERENCES ProcessingJob (processingJobId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The images a job works on. (dls)
CREATE TABLE IF NOT EXISTS ProcessingJobImageSweep (
    processingJobImageSweepId INT NOT NULL AUTO_INCREMENT,
    processingJobId INT,
    dataCollectionId INT,
    startImage MEDIUMINT UNSIGNED,
    endImage MEDIUMINT UNSIGNED,
    PRIMARY KEY (processingJobImageSweepId),
    KEY ProcessingJobImageSweep_dataCollectionId (dataCollectionId),
    KEY ProcessingJobImageSweep_processingJobId (processingJobId),
    CONSTRAINT ProcessingJobImageSweep_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId),
    CONSTRAINT ProcessingJobImageSweep_fk_processingJobId FOREIGN KEY (processingJobId)
        REFERENCES ProcessingJob (processingJobId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- One run of a program.
CREATE TABLE IF NOT EXISTS AutoProcProgram (
    autoProcProgramId INT NOT NULL AUTO_INCREMENT,
    dataCollectionId INT,
    processingCommandLine VARCHAR(255),
    processingPrograms VARCHAR(255),
    processingStatus VARCHAR(16),  -- words (RUNNING, SUCCESS, FAILED) in one family, 0, 1 or NULL in the other
    processingMessage VARCHAR(255),
    processingStartTime DATETIME,
    processingEndTime DATETIME,
    processingEnvironment VARCHAR(255),
    recordTimeStamp DATETIME,
    processingJobId INT,
    processingPipelineId INT,
    parentAutoProcProgramId INT,
    jobUuid BINARY(16),
    PRIMARY KEY (autoProcProgramId),
    KEY AutoProcProgram_dataCollectionId (dataCollectionId),
    KEY AutoProcProgram_parentAutoProcProgramId (parentAutoProcProgramId),
    KEY AutoProcProgram_processingJobId (processingJobId),
    CONSTRAINT AutoProcProgram_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId) ON DELETE CASCADE,
    CONSTRAINT AutoProcProgram_fk_parentAutoProcProgramId FOREIGN KEY (parentAutoProcProgramId)
        REFERENCES AutoProcProgram (autoProcProgramId),
    CONSTRAINT AutoProcProgram_fk_processingJobId FOREIGN KEY (processingJobId)
        REFERENCES ProcessingJob (processingJobId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A file that a run wrote.
CREATE TABLE IF NOT EXISTS AutoProcProgramAttachment (
    autoProcProgramAttachmentId INT NOT NULL AUTO_INCREMENT,
    autoProcProgramId INT NOT NULL,
    fileType ENUM('Log', 'Result', 'Graph', 'Debug', 'Input'),
    fileName VARCHAR(255),
    filePath VARCHAR(255),
    recordTimeStamp DATETIME,
    importanceRank TINYINT UNSIGNED,
    deleted TINYINT(1) DEFAULT 0,
    PRIMARY KEY (autoProcProgramAttachmentId),
    KEY AutoProcProgramAttachment_autoProcProgramId (autoProcProgramId),
    CONSTRAINT AutoProcProgramAttachment_fk_autoProcProgramId FOREIGN KEY (autoProcProgramId)
        REFERENCES AutoProcProgram (autoProcProgramId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What a run had to say. (dls)
CREATE TABLE IF NOT EXISTS AutoProcProgramMessage (
    autoProcProgramMessageId INT NOT NULL AUTO_INCREMENT,
    autoProcProgramId INT,
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    severity ENUM('ERROR', 'WARNING', 'INFO') NOT NULL,
    message VARCHAR(200),
    description TEXT,
    PRIMARY KEY (autoProcProgramMessageId),
    KEY AutoProcProgramMessage_autoProcProgramId (autoProcProgramId),
    CONSTRAINT AutoProcProgramMessage_fk_autoProcProgramId FOREIGN KEY (autoProcProgramId)
        REFERENCES AutoProcProgram (autoProcProgramId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Rows that a message service wrote already, by the message's own key. (dls)
CREATE TABLE IF NOT EXISTS zc_ZocaloBuffer (
    AutoProcProgramID INT NOT NULL,
    UUID INT NOT NULL,
    Reference INT,
    PRIMARY KEY (AutoProcProgramID, UUID),
    CONSTRAINT zc_ZocaloBuffer_fk_AutoProcProgramID FOREIGN KEY (AutoProcProgramID)
        REFERENCES AutoProcProgram (autoProcProgramId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- How good one image is.
CREATE TABLE IF NOT EXISTS ImageQualityIndicators (
    imageQualityIndicatorsId INT NOT NULL AUTO_INCREMENT,
    imageId INT,
    autoProcProgramId INT,
    spotTotal INT,
    inResTotal INT,
    goodBraggCandidates INT,
    iceRings INT,
    method1Res DOUBLE,
    method2Res DOUBLE,
    maxUnitCell DOUBLE,
    pctSaturationTop50Peaks DOUBLE,
    inResolutionOvrlSpots INT,
    binPopCutOffMethod2Res DOUBLE,
    recordTimeStamp DATETIME,
    totalIntegratedSignal DOUBLE,
    dozor_score DOUBLE,
    dataCollectionId INT,
    imageNumber MEDIUMINT UNSIGNED,
    driftFactor DOUBLE,
    PRIMARY KEY (imageQualityIndicatorsId),
    -- The primary key of one family; rows that name an image only have no dataCollectionId.
    UNIQUE KEY ImageQualityIndicators_uq_dataCollectionId_imageNumber (dataCollectionId, imageNumber),
    -- No foreign key: per-image analysis of one family writes 0 where it has nothing to say.
    KEY ImageQualityIndicators_autoProcProgramId (autoProcProgramId),
    KEY ImageQualityIndicators_imageId (imageId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Which files of a program are shown, and how. (pydb)
CREATE TABLE IF NOT EXISTS IspybAutoProcAttachment (
    autoProcAttachmentId INT NOT NULL AUTO_INCREMENT,
    fileName VARCHAR(255) NOT NULL,
    description VARCHAR(255) NOT NULL,
    step ENUM('XDS', 'XSCALE', 'SCALA', 'SCALEPACK', 'TRUNCATE', 'DIMPLE') DEFAULT 'XDS',
    fileCategory ENUM('input', 'output', 'log', 'correction') DEFAULT 'output',
    hasGraph TINYINT(1) NOT NULL DEFAULT 0,
    PRIMARY KEY (autoProcAttachmentId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The cell and space group a program ended with.
CREATE TABLE IF NOT EXISTS AutoProc (
    autoProcId INT NOT NULL AUTO_INCREMENT,
    autoProcProgramId INT,
    spaceGroup VARCHAR(45),
    refinedCell_a DOUBLE,
    refinedCell_b DOUBLE,
    refinedCell_c DOUBLE,
    refinedCell_alpha DOUBLE,
    refinedCell_beta DOUBLE,
    refinedCell_gamma DOUBLE,
    recordTimeStamp DATETIME,
    PRIMARY KEY (autoProcId),
    KEY AutoProc_autoProcProgramId (autoProcProgramId),
    KEY AutoProc_refinedCell_a_etc
        (refinedCell_a, refinedCell_b, refinedCell_c, refinedCell_alpha, refinedCell_beta, refinedCell_gamma)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Data scaled together.
CREATE TABLE IF NOT EXISTS AutoProcScaling (
    autoProcScalingId INT NOT NULL AUTO_INCREMENT,
    autoProcId INT,
    recordTimeStamp DATETIME,
    resolutionEllipsoidAxis11 DOUBLE,
    resolutionEllipsoidAxis12 DOUBLE,
    resolutionEllipsoidAxis13 DOUBLE,
    resolutionEllipsoidAxis21 DOUBLE,
    resolutionEllipsoidAxis22 DOUBLE,
    resolutionEllipsoidAxis23 DOUBLE,
    resolutionEllipsoidAxis31 DOUBLE,
    resolutionEllipsoidAxis32 DOUBLE,
    resolutionEllipsoidAxis33 DOUBLE,
    resolutionEllipsoidValue1 DOUBLE,
    resolutionEllipsoidValue2 DOUBLE,
    resolutionEllipsoidValue3 DOUBLE,
    PRIMARY KEY (autoProcScalingId),
    KEY AutoProcScaling_autoProcId (autoProcId),
    KEY AutoProcScaling_autoProcScalingId_autoProcId (autoProcScalingId, autoProcId),
    CONSTRAINT AutoProcScaling_fk_autoProcId FOREIGN KEY (autoProcId)
        REFERENCES AutoProc (autoProcId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Statistics of a scaling, for one shell.
CREATE TABLE IF NOT EXISTS AutoProcScalingStatistics (
    autoProcScalingStatisticsId INT NOT NULL AUTO_INCREMENT,
    autoProcScalingId INT,
    scalingStatisticsType ENUM('overall', 'innerShell', 'outerShell') NOT NULL DEFAULT 'overall',
    comments VARCHAR(255),
    resolutionLimitLow DOUBLE,
    resolutionLimitHigh DOUBLE,
    rMerge DOUBLE,
    rMeasWithinIPlusIMinus DOUBLE,
    rMeasAllIPlusIMinus DOUBLE,
    rPimWithinIPlusIMinus DOUBLE,
    rPimAllIPlusIMinus DOUBLE,
    fractionalPartialBias DOUBLE,
    nTotalObservations INT,
    nTotalUniqueObservations INT,
    meanIOverSigI DOUBLE,
    completeness DOUBLE,
    multiplicity DOUBLE,
    anomalousCompleteness DOUBLE,
    anomalousMultiplicity DOUBLE,
    recordTimeStamp DATETIME,
    anomalous TINYINT(1) DEFAULT 0,
    ccHalf DOUBLE,
    ccAno DOUBLE,
    sigAno VARCHAR(45),
    isa VARCHAR(45),
    completenessSpherical DOUBLE,
    completenessEllipsoidal DOUBLE,
    anomalousCompletenessSpherical DOUBLE,
    anomalousCompletenessEllipsoidal DOUBLE,
    ccAnomalous DOUBLE,
    resIOverSigI2 DOUBLE,
    PRIMARY KEY (autoProcScalingStatisticsId),
    KEY AutoProcScalingStatistics_autoProcScalingId (autoProcScalingId),
    KEY AutoProcScalingStatistics_autoProcScalingId_etc (autoProcScalingId, scalingStatisticsType),
    KEY AutoProcScalingStatistics_scalingStatisticsType (scalingStatisticsType),
    CONSTRAINT AutoProcScalingStatistics_fk_autoProcScalingId FOREIGN KEY (autoProcScalingId)
        REFERENCES AutoProcScaling (autoProcScalingId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- One collection integrated.
CREATE TABLE IF NOT EXISTS AutoProcIntegration (
    autoProcIntegrationId INT NOT NULL AUTO_INCREMENT,
    dataCollectionId INT NOT NULL,
    autoProcProgramId INT,
    startImageNumber INT,
    endImageNumber INT,
    refinedDetectorDistance DOUBLE,
    refinedXBeam DOUBLE,
    refinedYBeam DOUBLE,
    rotationAxisX DOUBLE,
    rotationAxisY DOUBLE,
    rotationAxisZ DOUBLE,
    beamVectorX DOUBLE,
    beamVectorY DOUBLE,
    beamVectorZ DOUBLE,
    cell_a DOUBLE,
    cell_b DOUBLE,
    cell_c DOUBLE,
    cell_alpha DOUBLE,
    cell_beta DOUBLE,
    cell_gamma DOUBLE,
    recordTimeStamp DATETIME,
    anomalous TINYINT(1) DEFAULT 0,
    PRIMARY KEY (autoProcIntegrationId),
    KEY AutoProcIntegration_autoProcProgramId (autoProcProgramId),
    KEY AutoProcIntegration_dataCollectionId (dataCollectionId),
    CONSTRAINT AutoProcIntegration_fk_autoProcProgramId FOREIGN KEY (autoProcProgramId)
        REFERENCES AutoProcProgram (autoProcProgramId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT AutoProcIntegration_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Which integrations went into a scaling.
CREATE TABLE IF NOT EXISTS AutoProcScaling_has_Int (
    autoProcScaling_has_IntId INT NOT NULL AUTO_INCREMENT,
    autoProcScalingId INT,
    autoProcIntegrationId INT NOT NULL,
    recordTimeStamp DATETIME,
    PRIMARY KEY (autoProcScaling_has_IntId),
    KEY AutoProcScaling_has_Int_autoProcIntegrationId (autoProcIntegrationId),
    KEY AutoProcScaling_has_Int_autoProcScalingId (autoProcScalingId),
    KEY AutoProcScaling_has_Int_autoProcScalingId_etc (autoProcScalingId, autoProcIntegrationId),
    CONSTRAINT AutoProcScaling_has_Int_fk_autoProcIntegrationId FOREIGN KEY (autoProcIntegrationId)
        REFERENCES AutoProcIntegration (autoProcIntegrationId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT AutoProcScaling_has_Int_fk_autoProcScalingId FOREIGN KEY (autoProcScalingId)
        REFERENCES AutoProcScaling (autoProcScalingId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- How far an integration is.
CREATE TABLE IF NOT EXISTS AutoProcStatus (
    autoProcStatusId INT NOT NULL AUTO_INCREMENT,
    autoProcIntegrationId INT NOT NULL,
    step ENUM('Indexing', 'Integration', 'Correction', 'Scaling', 'Importing') NOT NULL,
    status ENUM('Launched', 'Successful', 'Failed') NOT NULL,
    comments VARCHAR(1024),
    bltimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP() ON UPDATE CURRENT_TIMESTAMP(),
    PRIMARY KEY (autoProcStatusId),
    KEY AutoProcStatus_autoProcIntegrationId (autoProcIntegrationId),
    CONSTRAINT AutoProcStatus_fk_autoProcIntegrationId FOREIGN KEY (autoProcIntegrationId)
        REFERENCES AutoProcIntegration (autoProcIntegrationId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A characterisation of a sample from a few images.
CREATE TABLE IF NOT EXISTS Screening (
    screeningId INT NOT NULL AUTO_INCREMENT,
    diffractionPlanId INT,
    dataCollectionGroupId INT,
    dataCollectionId INT,
    bltimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP() ON UPDATE CURRENT_TIMESTAMP(),
    programVersion VARCHAR(45),
    comments VARCHAR(255),
    shortComments VARCHAR(20),
    xmlSampleInformation LONGBLOB,
    autoProcProgramId INT,
    PRIMARY KEY (screeningId),
    KEY Screening_autoProcProgramId (autoProcProgramId),
    KEY Screening_dataCollectionGroupId (dataCollectionGroupId),
    KEY Screening_dataCollectionId (dataCollectionId),
    KEY Screening_diffractionPlanId (diffractionPlanId),
    CONSTRAINT Screening_fk_autoProcProgramId FOREIGN KEY (autoProcProgramId)
        REFERENCES AutoProcProgram (autoProcProgramId) ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT Screening_fk_dataCollectionGroupId FOREIGN KEY (dataCollectionGroupId)
        REFERENCES DataCollectionGroup (dataCollectionGroupId) ON DELETE CASCADE,
    CONSTRAINT Screening_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What a characterisation was told.
CREATE TABLE IF NOT EXISTS ScreeningInput (
    screeningInputId INT NOT NULL AUTO_INCREMENT,
    screeningId INT NOT NULL DEFAULT 0,
    diffractionPlanId INT,
    beamX DOUBLE,
    beamY DOUBLE,
    rmsErrorLimits DOUBLE,
    minimumFractionIndexed DOUBLE,
    maximumFractionRejected DOUBLE,
    minimumSignalToNoise DOUBLE,
    xmlSampleInformation LONGBLOB,
    PRIMARY KEY (screeningInputId),
    KEY ScreeningInput_screeningId (screeningId),
    CONSTRAINT ScreeningInput_fk_screeningId FOREIGN KEY (screeningId)
        REFERENCES Screening (screeningId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What a characterisation found.
CREATE TABLE IF NOT EXISTS ScreeningOutput (
    screeningOutputId INT NOT NULL AUTO_INCREMENT,
    screeningId INT NOT NULL DEFAULT 0,
    statusDescription VARCHAR(1024),
    rejectedReflections INT,
    resolutionObtained DOUBLE,
    spotDeviationR DOUBLE,
    spotDeviationTheta DOUBLE,
    beamShiftX DOUBLE,
    beamShiftY DOUBLE,
    numSpotsFound INT,
    numSpotsUsed INT,
    numSpotsRejected INT,
    mosaicity DOUBLE,
    iOverSigma DOUBLE,
    diffractionRings TINYINT(1),
    strategySuccess TINYINT(1) NOT NULL DEFAULT 0,
    mosaicityEstimated TINYINT(1) NOT NULL DEFAULT 0,
    rankingResolution DOUBLE,
    program VARCHAR(45),
    doseTotal DOUBLE,
    totalExposureTime DOUBLE,
    totalRotationRange DOUBLE,
    totalNumberOfImages INT,
    rFriedel DOUBLE,
    indexingSuccess TINYINT(1) NOT NULL DEFAULT 0,
    screeningSuccess TINYINT(1) DEFAULT 0,
    alignmentSuccess TINYINT(1) NOT NULL DEFAULT 0,
    PRIMARY KEY (screeningOutputId),
    KEY ScreeningOutput_screeningId (screeningId),
    CONSTRAINT ScreeningOutput_fk_screeningId FOREIGN KEY (screeningId)
        REFERENCES Screening (screeningId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A lattice that a characterisation found.
CREATE TABLE IF NOT EXISTS ScreeningOutputLattice (
    screeningOutputLatticeId INT NOT NULL AUTO_INCREMENT,
    screeningOutputId INT NOT NULL DEFAULT 0,
    spaceGroup VARCHAR(45),
    pointGroup VARCHAR(45),
    bravaisLattice VARCHAR(45),
    rawOrientationMatrix_a_x DOUBLE,
    rawOrientationMatrix_a_y DOUBLE,
    rawOrientationMatrix_a_z DOUBLE,
    rawOrientationMatrix_b_x DOUBLE,
    rawOrientationMatrix_b_y DOUBLE,
    rawOrientationMatrix_b_z DOUBLE,
    rawOrientationMatrix_c_x DOUBLE,
    rawOrientationMatrix_c_y DOUBLE,
    rawOrientationMatrix_c_z DOUBLE,
    unitCell_a DOUBLE,
    unitCell_b DOUBLE,
    unitCell_c DOUBLE,
    unitCell_alpha DOUBLE,
    unitCell_beta DOUBLE,
    unitCell_gamma DOUBLE,
    bltimeStamp TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP() ON UPDATE CURRENT_TIMESTAMP(),
    labelitIndexing TINYINT(1) DEFAULT 0,
    PRIMARY KEY (screeningOutputLatticeId),
    KEY ScreeningOutputLattice_screeningOutputId (screeningOutputId),
    CONSTRAINT ScreeningOutputLattice_fk_screeningOutputId FOREIGN KEY (screeningOutputId)
        REFERENCES ScreeningOutput (screeningOutputId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- How a characterisation would collect.
CREATE TABLE IF NOT EXISTS ScreeningStrategy (
    screeningStrategyId INT NOT NULL AUTO_INCREMENT,
    screeningOutputId INT NOT NULL DEFAULT 0,
    phiStart DOUBLE,
    phiEnd DOUBLE,
    rotation DOUBLE,
    exposureTime DOUBLE,
    resolution DOUBLE,
    completeness DOUBLE,
    multiplicity DOUBLE,
    anomalous TINYINT(1) NOT NULL DEFAULT 0,
    program VARCHAR(45),
    rankingResolution DOUBLE,
    transmission DOUBLE,
    PRIMARY KEY (screeningStrategyId),
    KEY ScreeningStrategy_screeningOutputId (screeningOutputId),
    CONSTRAINT ScreeningStrategy_fk_screeningOutputId FOREIGN KEY (screeningOutputId)
        REFERENCES ScreeningOutput (screeningOutputId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A wedge of a strategy.
CREATE TABLE IF NOT EXISTS ScreeningStrategyWedge (
    screeningStrategyWedgeId INT NOT NULL AUTO_INCREMENT,
    screeningStrategyId INT,
    wedgeNumber INT,
    resolution DOUBLE,
    completeness DOUBLE,
    multiplicity DOUBLE,
    doseTotal DOUBLE,
    numberOfImages INT,
    phi DOUBLE,
    kappa DOUBLE,
    chi DOUBLE,
    comments VARCHAR(255),
    wavelength DOUBLE,
    PRIMARY KEY (screeningStrategyWedgeId),
    KEY ScreeningStrategyWedge_screeningStrategyId (screeningStrategyId),
    CONSTRAINT ScreeningStrategyWedge_fk_screeningStrategyId FOREIGN KEY (screeningStrategyId)
        REFERENCES ScreeningStrategy (screeningStrategyId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A part of a wedge.
CREATE TABLE IF NOT EXISTS ScreeningStrategySubWedge (
    screeningStrategySubWedgeId INT NOT NULL AUTO_INCREMENT,
    screeningStrategyWedgeId INT,
    subWedgeNumber INT,
    rotationAxis VARCHAR(45),
    axisStart DOUBLE,
    axisEnd DOUBLE,
    exposureTime DOUBLE,
    transmission DOUBLE,
    oscillationRange DOUBLE,
    completeness DOUBLE,
    multiplicity DOUBLE,
    doseTotal DOUBLE,
    numberOfImages INT,
    comments VARCHAR(255),
    resolution DOUBLE,
    PRIMARY KEY (screeningStrategySubWedgeId),
    KEY ScreeningStrategySubWedge_screeningStrategyWedgeId (screeningStrategyWedgeId),
    CONSTRAINT ScreeningStrategySubWedge_fk_screeningStrategyWedgeId FOREIGN KEY (screeningStrategyWedgeId)
        REFERENCES ScreeningStrategyWedge (screeningStrategyWedgeId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Characterisations ranked together.
CREATE TABLE IF NOT EXISTS ScreeningRankSet (
    screeningRankSetId INT NOT NULL AUTO_INCREMENT,
    rankEngine VARCHAR(255),
    rankingProjectFileName VARCHAR(255),
    rankingSummaryFileName VARCHAR(255),
    PRIMARY KEY (screeningRankSetId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The place of a characterisation in a ranking.
CREATE TABLE IF NOT EXISTS ScreeningRank (
    screeningRankId INT NOT NULL AUTO_INCREMENT,
    screeningRankSetId INT NOT NULL DEFAULT 0,
    screeningId INT NOT NULL DEFAULT 0,
    rankValue DOUBLE,
    rankInformation VARCHAR(1024),
    PRIMARY KEY (screeningRankId),
    KEY ScreeningRank_screeningId (screeningId),
    KEY ScreeningRank_screeningRankSetId (screeningRankSetId),
    CONSTRAINT ScreeningRank_fk_screeningId FOREIGN KEY (screeningId)
        REFERENCES Screening (screeningId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT ScreeningRank_fk_screeningRankSetId FOREIGN KEY (screeningRankSetId)
        REFERENCES ScreeningRankSet (screeningRankSetId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A structure deposited from processed data.
CREATE TABLE IF NOT EXISTS PDBEntry (
    pdbEntryId INT NOT NULL AUTO_INCREMENT,
    autoProcProgramId INT,
    code VARCHAR(4),
    cell_a DOUBLE,
    cell_b DOUBLE,
    cell_c DOUBLE,
    cell_alpha DOUBLE,
    cell_beta DOUBLE,
    cell_gamma DOUBLE,
    resolution DOUBLE,
    pdbTitle VARCHAR(255),
    pdbAuthors VARCHAR(600),
    pdbDate DATETIME,
    pdbBeamlineName VARCHAR(50),
    beamlines VARCHAR(100),
    distance DOUBLE,
    autoProcCount SMALLINT,
    dataCollectionCount SMALLINT,
    beamlineMatch TINYINT(1),
    authorMatch TINYINT(1),
    PRIMARY KEY (pdbEntryId),
    KEY PDBEntry_autoProcProgramId (autoProcProgramId),
    CONSTRAINT PDBEntry_fk_autoProcProgramId FOREIGN KEY (autoProcProgramId)
        REFERENCES AutoProcProgram (autoProcProgramId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Which runs a deposited structure came from.
CREATE TABLE IF NOT EXISTS PDBEntry_has_AutoProcProgram (
    pdbEntryHasAutoProcId INT NOT NULL AUTO_INCREMENT,
    pdbEntryId INT NOT NULL,
    autoProcProgramId INT NOT NULL,
    distance DOUBLE,
    PRIMARY KEY (pdbEntryHasAutoProcId),
    KEY PDBEntry_has_AutoProcProgram_autoProcProgramId (autoProcProgramId),
    KEY PDBEntry_has_AutoProcProgram_pdbEntryId (pdbEntryId),
    CONSTRAINT PDBEntry_has_AutoProcProgram_fk_autoProcProgramId FOREIGN KEY (autoProcProgramId)
        REFERENCES AutoProcProgram (autoProcProgramId) ON DELETE CASCADE,
    CONSTRAINT PDBEntry_has_AutoProcProgram_fk_pdbEntryId FOREIGN KEY (pdbEntryId)
        REFERENCES PDBEntry (pdbEntryId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- One run of a phasing program.
CREATE TABLE IF NOT EXISTS PhasingProgramRun (
    phasingProgramRunId INT NOT NULL AUTO_INCREMENT,
    phasingCommandLine VARCHAR(255),
    phasingPrograms VARCHAR(255),
    phasingStatus TINYINT(1),
    phasingMessage VARCHAR(255),
    phasingStartTime DATETIME,
    phasingEndTime DATETIME,
    phasingEnvironment VARCHAR(255),
    phasingDirectory VARCHAR(255),
    recordTimeStamp DATETIME DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (phasingProgramRunId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Phasing, told the older way: an analysis,
CREATE TABLE IF NOT EXISTS PhasingAnalysis (
    phasingAnalysisId INT NOT NULL AUTO_INCREMENT,
    recordTimeStamp DATETIME,
    PRIMARY KEY (phasingAnalysisId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- ... the data that went into it,
CREATE TABLE IF NOT EXISTS Phasing_has_Scaling (
    phasingHasScalingId INT NOT NULL AUTO_INCREMENT,
    phasingAnalysisId INT NOT NULL,
    autoProcScalingId INT NOT NULL,
    datasetNumber INT,
    recordTimeStamp DATETIME DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (phasingHasScalingId),
    KEY Phasing_has_Scaling_autoProcScalingId (autoProcScalingId),
    KEY Phasing_has_Scaling_phasingAnalysisId (phasingAnalysisId),
    CONSTRAINT Phasing_has_Scaling_fk_autoProcScalingId FOREIGN KEY (autoProcScalingId)
        REFERENCES AutoProcScaling (autoProcScalingId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Phasing_has_Scaling_fk_phasingAnalysisId FOREIGN KEY (phasingAnalysisId)
        REFERENCES PhasingAnalysis (phasingAnalysisId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- ... its preparation,
CREATE TABLE IF NOT EXISTS PreparePhasingData (
    preparePhasingDataId INT NOT NULL AUTO_INCREMENT,
    phasingAnalysisId INT NOT NULL,
    phasingProgramRunId INT NOT NULL,
    spaceGroupId INT,
    lowRes DOUBLE,
    highRes DOUBLE,
    recordTimeStamp DATETIME,
    PRIMARY KEY (preparePhasingDataId),
    KEY PreparePhasingData_phasingAnalysisId (phasingAnalysisId),
    KEY PreparePhasingData_phasingProgramRunId (phasingProgramRunId),
    KEY PreparePhasingData_spaceGroupId (spaceGroupId),
    CONSTRAINT PreparePhasingData_fk_phasingAnalysisId FOREIGN KEY (phasingAnalysisId)
        REFERENCES PhasingAnalysis (phasingAnalysisId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT PreparePhasingData_fk_phasingProgramRunId FOREIGN KEY (phasingProgramRunId)
        REFERENCES PhasingProgramRun (phasingProgramRunId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT PreparePhasingData_fk_spaceGroupId FOREIGN KEY (spaceGroupId)
        REFERENCES SpaceGroup (spaceGroupId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- ... the heavy atoms,
CREATE TABLE IF NOT EXISTS SubstructureDetermination (
    substructureDeterminationId INT NOT NULL AUTO_INCREMENT,
    phasingAnalysisId INT NOT NULL,
    phasingProgramRunId INT NOT NULL,
    spaceGroupId INT,
    method ENUM('SAD', 'MAD', 'SIR', 'SIRAS', 'MR', 'MIR', 'MIRAS', 'RIP', 'RIPAS'),
    lowRes DOUBLE,
    highRes DOUBLE,
    recordTimeStamp DATETIME,
    PRIMARY KEY (substructureDeterminationId),
    KEY SubstructureDetermination_phasingAnalysisId (phasingAnalysisId),
    KEY SubstructureDetermination_phasingProgramRunId (phasingProgramRunId),
    KEY SubstructureDetermination_spaceGroupId (spaceGroupId),
    CONSTRAINT SubstructureDetermination_fk_phasingAnalysisId FOREIGN KEY (phasingAnalysisId)
        REFERENCES PhasingAnalysis (phasingAnalysisId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT SubstructureDetermination_fk_phasingProgramRunId FOREIGN KEY (phasingProgramRunId)
        REFERENCES PhasingProgramRun (phasingProgramRunId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT SubstructureDetermination_fk_spaceGroupId FOREIGN KEY (spaceGroupId)
        REFERENCES SpaceGroup (spaceGroupId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- ... the phases,
CREATE TABLE IF NOT EXISTS Phasing (
    phasingId INT NOT NULL AUTO_INCREMENT,
    phasingAnalysisId INT NOT NULL,
    phasingProgramRunId INT NOT NULL,
    spaceGroupId INT,
    method ENUM('solvent flattening', 'solvent flipping', 'e', 'SAD', 'shelxe'),
    solventContent DOUBLE,
    enantiomorph TINYINT(1),
    lowRes DOUBLE,
    highRes DOUBLE,
    recordTimeStamp DATETIME DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (phasingId),
    KEY Phasing_phasingAnalysisId (phasingAnalysisId),
    KEY Phasing_phasingProgramRunId (phasingProgramRunId),
    KEY Phasing_spaceGroupId (spaceGroupId),
    CONSTRAINT Phasing_fk_phasingAnalysisId FOREIGN KEY (phasingAnalysisId)
        REFERENCES PhasingAnalysis (phasingAnalysisId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Phasing_fk_phasingProgramRunId FOREIGN KEY (phasingProgramRunId)
        REFERENCES PhasingProgramRun (phasingProgramRunId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Phasing_fk_spaceGroupId FOREIGN KEY (spaceGroupId)
        REFERENCES SpaceGroup (spaceGroupId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- ... and the model.
CREATE TABLE IF NOT EXISTS ModelBuilding (
    modelBuildingId INT NOT NULL AUTO_INCREMENT,
    phasingAnalysisId INT NOT NULL,
    phasingProgramRunId INT NOT NULL,
    spaceGroupId INT,
    lowRes DOUBLE,
    highRes DOUBLE,
    recordTimeStamp DATETIME,
    PRIMARY KEY (modelBuildingId),
    KEY ModelBuilding_phasingAnalysisId (phasingAnalysisId),
    KEY ModelBuilding_phasingProgramRunId (phasingProgramRunId),
    KEY ModelBuilding_spaceGroupId (spaceGroupId),
    CONSTRAINT ModelBuilding_fk_phasingAnalysisId FOREIGN KEY (phasingAnalysisId)
        REFERENCES PhasingAnalysis (phasingAnalysisId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT ModelBuilding_fk_phasingProgramRunId FOREIGN KEY (phasingProgramRunId)
        REFERENCES PhasingProgramRun (phasingProgramRunId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT ModelBuilding_fk_spaceGroupId FOREIGN KEY (spaceGroupId)
        REFERENCES SpaceGroup (spaceGroupId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A file that a phasing program wrote.
CREATE TABLE IF NOT EXISTS PhasingProgramAttachment (
    phasingProgramAttachmentId INT NOT NULL AUTO_INCREMENT,
    phasingProgramRunId INT NOT NULL,
    fileType ENUM(
        'DSIGMA_RESOLUTION', 'OCCUPANCY_SITENUMBER', 'CONTRAST_CYCLE', 'CCALL_CCWEAK', 'IMAGE',
        'Map', 'Logfile', 'PDB', 'CSV', 'INS', 'RES', 'TXT'
    ),
    fileName VARCHAR(45),
    filePath VARCHAR(255),
    input TINYINT(1),
    recordTimeStamp DATETIME DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (phasingProgramAttachmentId),
    KEY PhasingProgramAttachment_phasingProgramRunId (phasingProgramRunId),
    CONSTRAINT PhasingProgramAttachment_fk_phasingProgramRunId FOREIGN KEY (phasingProgramRunId)
        REFERENCES PhasingProgramRun (phasingProgramRunId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- One step of phasing; steps form a tree.
CREATE TABLE IF NOT EXISTS PhasingStep (
    phasingStepId INT NOT NULL AUTO_INCREMENT,
    previousPhasingStepId INT,
    programRunId INT,
    spaceGroupId INT,
    autoProcScalingId INT,
    phasingAnalysisId INT,
    phasingStepType ENUM(
        'PREPARE', 'SUBSTRUCTUREDETERMINATION', 'PHASING', 'MODELBUILDING', 'REFINEMENT',
        'LIGAND_FIT'
    ),
    method VARCHAR(45),
    solventContent VARCHAR(45),
    enantiomorph VARCHAR(45),
    lowRes VARCHAR(45),
    highRes VARCHAR(45),
    groupName VARCHAR(45),
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (phasingStepId),
    KEY PhasingStep_autoProcScalingId (autoProcScalingId),
    KEY PhasingStep_phasingAnalysisId (phasingAnalysisId),
    KEY PhasingStep_programRunId (programRunId),
    KEY PhasingStep_spaceGroupId (spaceGroupId),
    CONSTRAINT PhasingStep_fk_autoProcScalingId FOREIGN KEY (autoProcScalingId)
        REFERENCES AutoProcScaling (autoProcScalingId) ON DELETE CASCADE,
    CONSTRAINT PhasingStep_fk_programRunId FOREIGN KEY (programRunId)
        REFERENCES PhasingProgramRun (phasingProgramRunId) ON DELETE CASCADE,
    CONSTRAINT PhasingStep_fk_spaceGroupId FOREIGN KEY (spaceGroupId)
        REFERENCES SpaceGroup (spaceGroupId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A figure of merit of a step, for one shell.
CREATE TABLE IF NOT EXISTS PhasingStatistics (
    phasingStatisticsId INT NOT NULL AUTO_INCREMENT,
    phasingHasScalingId1 INT,
    phasingHasScalingId2 INT,
    phasingStepId INT,
    numberOfBins INT,
    binNumber INT,
    lowRes DOUBLE,
    highRes DOUBLE,
    metric ENUM(
        'Rcullis', 'Average Fragment Length', 'Chain Count', 'Residues Count', 'CC', 'PhasingPower',
        'FOM', '<d"/sig>', 'Best CC', 'CC(1/2)', 'Weak CC', 'CFOM', 'Pseudo_free_CC',
        'CC of partial model', 'Start R-work', 'Start R-free', 'Final R-work', 'Final R-free'
    ),
    statisticsValue DOUBLE,
    nReflections INT,
    recordTimeStamp DATETIME DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (phasingStatisticsId),
    KEY PhasingStatistics_phasingHasScalingId1 (phasingHasScalingId1),
    KEY PhasingStatistics_phasingHasScalingId2 (phasingHasScalingId2),
    KEY PhasingStatistics_phasingStepId (phasingStepId),
    CONSTRAINT PhasingStatistics_fk_phasingHasScalingId1 FOREIGN KEY (phasingHasScalingId1)
        REFERENCES Phasing_has_Scaling (phasingHasScalingId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT PhasingStatistics_fk_phasingHasScalingId2 FOREIGN KEY (phasingHasScalingId2)
        REFERENCES Phasing_has_Scaling (phasingHasScalingId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT PhasingStatistics_fk_phasingStepId FOREIGN KEY (phasingStepId)
        REFERENCES PhasingStep (phasingStepId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A molecular replacement or refinement.
CREATE TABLE IF NOT EXISTS MXMRRun (
    mxMRRunId INT NOT NULL AUTO_INCREMENT,
    autoProcScalingId INT NOT NULL,
    success TINYINT(1) DEFAULT 0,
    message VARCHAR(255),
    pipeline VARCHAR(50),
    inputCoordFile VARCHAR(255),
    outputCoordFile VARCHAR(255),
    inputMTZFile VARCHAR(255),
    outputMTZFile VARCHAR(255),
    runDirectory VARCHAR(255),
    logFile VARCHAR(255),
    commandLine VARCHAR(255),
    rValueStart DOUBLE,
    rValueEnd DOUBLE,
    rFreeValueStart DOUBLE,
    rFreeValueEnd DOUBLE,
    starttime DATETIME,
    endtime DATETIME,
    LLG DOUBLE,
    TFZ DOUBLE,
    spaceGroup VARCHAR(45),
    autoProcProgramId INT,
    PRIMARY KEY (mxMRRunId),
    KEY MXMRRun_autoProcProgramId (autoProcProgramId),
    KEY MXMRRun_autoProcScalingId (autoProcScalingId),
    CONSTRAINT MXMRRun_fk_autoProcProgramId FOREIGN KEY (autoProcProgramId)
        REFERENCES AutoProcProgram (autoProcProgramId),
    CONSTRAINT MXMRRun_fk_autoProcScalingId FOREIGN KEY (autoProcScalingId)
        REFERENCES AutoProcScaling (autoProcScalingId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- An unexplained peak of density after it.
CREATE TABLE IF NOT EXISTS MXMRRunBlob (
    mxMRRunBlobId INT NOT NULL AUTO_INCREMENT,
    mxMRRunId INT NOT NULL,
    view1 VARCHAR(255),
    view2 VARCHAR(255),
    view3 VARCHAR(255),
    filePath VARCHAR(255),
    x DOUBLE,
    y DOUBLE,
    z DOUBLE,
    height DOUBLE,
    occupancy DOUBLE,
    nearestAtomName VARCHAR(4),
    nearestAtomChainId VARCHAR(2),
    nearestAtomResName VARCHAR(4),
    nearestAtomResSeq MEDIUMINT UNSIGNED,
    nearestAtomDistance DOUBLE,
    mapType ENUM('anomalous', 'difference'),
    PRIMARY KEY (mxMRRunBlobId),
    KEY MXMRRunBlob_mxMRRunId (mxMRRunId),
    CONSTRAINT MXMRRunBlob_fk_mxMRRunId FOREIGN KEY (mxMRRunId) REFERENCES MXMRRun (mxMRRunId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A range of energy that is mapped.
CREATE TABLE IF NOT EXISTS XRFFluorescenceMappingROI (
    xrfFluorescenceMappingROIId INT NOT NULL AUTO_INCREMENT,
    startEnergy DOUBLE NOT NULL,
    endEnergy DOUBLE NOT NULL,
    element VARCHAR(2),
    edge VARCHAR(15),
    r TINYINT UNSIGNED,
    g TINYINT UNSIGNED,
    b TINYINT UNSIGNED,
    blSampleId INT,
    scalar VARCHAR(50),
    PRIMARY KEY (xrfFluorescenceMappingROIId),
    KEY XRFFluorescenceMappingROI_blSampleId (blSampleId),
    CONSTRAINT XRFFluorescenceMappingROI_fk_blSampleId FOREIGN KEY (blSampleId) REFERENCES BLSample (blSampleId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A map of one range over a grid.
CREATE TABLE IF NOT EXISTS XRFFluorescenceMapping (
    xrfFluorescenceMappingId INT NOT NULL AUTO_INCREMENT,
    xrfFluorescenceMappingROIId INT NOT NULL,
    dataCollectionId INT,
    imageNumber INT,
    counts INT,
    gridInfoId INT,
    dataFormat VARCHAR(15),
    data LONGBLOB,
    points INT,
    opacity DOUBLE NOT NULL DEFAULT 1,
    colourMap VARCHAR(20),
    min INT,
    max INT,
    autoProcProgramId INT,
    PRIMARY KEY (xrfFluorescenceMappingId),
    KEY XRFFluorescenceMapping_autoProcProgramId (autoProcProgramId),
    KEY XRFFluorescenceMapping_dataCollectionId (dataCollectionId),
    KEY XRFFluorescenceMapping_gridInfoId (gridInfoId),
    KEY XRFFluorescenceMapping_xrfFluorescenceMappingROIId (xrfFluorescenceMappingROIId),
    CONSTRAINT XRFFluorescenceMapping_fk_autoProcProgramId FOREIGN KEY (autoProcProgramId)
        REFERENCES AutoProcProgram (autoProcProgramId),
    CONSTRAINT XRFFluorescenceMapping_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT XRFFluorescenceMapping_fk_gridInfoId FOREIGN KEY (gridInfoId) REFERENCES GridInfo (gridInfoId),
    CONSTRAINT XRFFluorescenceMapping_fk_xrfFluorescenceMappingROIId FOREIGN KEY (xrfFluorescenceMappingROIId)
        REFERENCES XRFFluorescenceMappingROI (xrfFluorescenceMappingROIId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Three maps shown together as red, green and blue. (dls)
CREATE TABLE IF NOT EXISTS XFEFluorescenceComposite (
    xfeFluorescenceCompositeId INT NOT NULL AUTO_INCREMENT,
    r INT NOT NULL,
    g INT NOT NULL,
    b INT NOT NULL,
    rOpacity DOUBLE NOT NULL DEFAULT 1,
    bOpacity DOUBLE NOT NULL DEFAULT 1,
    gOpacity DOUBLE NOT NULL DEFAULT 1,
    opacity DOUBLE NOT NULL DEFAULT 1,
    PRIMARY KEY (xfeFluorescenceCompositeId),
    KEY XFEFluorescenceComposite_b (b),
    KEY XFEFluorescenceComposite_g (g),
    KEY XFEFluorescenceComposite_r (r),
    CONSTRAINT XFEFluorescenceComposite_fk_b FOREIGN KEY (b)
        REFERENCES XRFFluorescenceMapping (xrfFluorescenceMappingId),
    CONSTRAINT XFEFluorescenceComposite_fk_g FOREIGN KEY (g)
        REFERENCES XRFFluorescenceMapping (xrfFluorescenceMappingId),
    CONSTRAINT XFEFluorescenceComposite_fk_r FOREIGN KEY (r)
        REFERENCES XRFFluorescenceMapping (xrfFluorescenceMappingId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
