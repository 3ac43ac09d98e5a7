-- What was done at the beamline: collections, images, scans, spectra, robot actions, workflows.

-- A collection names the strategy it follows, which 0006 creates: that key points at a table that is not there
-- yet.
SET foreign_key_checks = 0;

-- Kinds of workflows. (pydb)
CREATE TABLE IF NOT EXISTS WorkflowType (
    workflowTypeId INT NOT NULL AUTO_INCREMENT,
    workflowTypeName VARCHAR(45),
    comments VARCHAR(2048),
    recordTimeStamp TIMESTAMP NULL DEFAULT NULL,
    PRIMARY KEY (workflowTypeId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What a workflow was started with. (pydb)
CREATE TABLE IF NOT EXISTS InputParameterWorkflow (
    inputParameterId INT NOT NULL AUTO_INCREMENT,
    workflowId INT NOT NULL,
    parameterType VARCHAR(255),
    name VARCHAR(255),
    value VARCHAR(255),
    comments VARCHAR(2048),
    PRIMARY KEY (inputParameterId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A sequence of measurements run as one. (pydb)
CREATE TABLE IF NOT EXISTS Workflow (
    workflowId INT NOT NULL AUTO_INCREMENT,
    workflowTitle VARCHAR(255),
    workflowType ENUM(
        'Characterisation', 'Undefined', 'BioSAXS Post Processing', 'EnhancedCharacterisation',
        'LineScan', 'MeshScan', 'Dehydration', 'KappaReorientation', 'BurnStrategy',
        'XrayCentering', 'DiffractionTomography', 'TroubleShooting', 'VisualReorientation',
        'HelicalCharacterisation', 'GroupedProcessing', 'MXPressE', 'MXPressO', 'MXPressL',
        'MXScore', 'MXPressI', 'MXPressM', 'MXPressA', 'CollectAndSpectra', 'LowDoseDC',
        'EnergyInterleavedMAD', 'MXPressF', 'MXPressH', 'MXPressP', 'MXPressP_SAD', 'MXPressR',
        'MXPressR_180', 'MXPressR_dehydration', 'MeshAndCollect', 'MeshAndCollectFromFile',
        'CalibrateKappa', 'CenterRotationAxis', 'CentreBeam', 'CentrePin', 'ChipX_collect',
        'ChipX_collect_sections', 'ChipX_left_position', 'ChipX_right_position',
        'DistanceCalibration', 'IceRingsMeshScan', 'MeshAndBurn', 'MXPressA_globalp',
        'MXPressA_globalp_full', 'MXPressA_globalp_minimal', 'MXPressA_globalp_quick',
        'MXPressA_HTX', 'MXPressF_twoMeshes', 'MXPressK', 'MXPressO_540', 'MXPressS',
        'TroubleShootingWithDialog'
    ),
    workflowTypeId INT,
    comments VARCHAR(1024),
    status VARCHAR(255),
    resultFilePath VARCHAR(255),
    logFilePath VARCHAR(255),
    recordTimeStamp DATETIME,
    PRIMARY KEY (workflowId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A step of a workflow, with its pictures. (pydb)
CREATE TABLE IF NOT EXISTS WorkflowStep (
    workflowStepId INT NOT NULL AUTO_INCREMENT,
    workflowId INT NOT NULL,
    workflowStepType VARCHAR(45),
    status VARCHAR(45),
    folderPath VARCHAR(1024),
    imageResultFilePath VARCHAR(1024),
    htmlResultFilePath VARCHAR(1024),
    resultFilePath VARCHAR(1024),
    comments VARCHAR(2048),
    crystalSizeX VARCHAR(45),
    crystalSizeY VARCHAR(45),
    crystalSizeZ VARCHAR(45),
    maxDozorScore VARCHAR(45),
    recordTimeStamp TIMESTAMP NULL DEFAULT NULL,
    PRIMARY KEY (workflowStepId),
    KEY WorkflowStep_workflowId (workflowId),
    CONSTRAINT WorkflowStep_fk_workflowId FOREIGN KEY (workflowId)
        REFERENCES Workflow (workflowId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Where a dehydration workflow wrote its data. (pydb)
CREATE TABLE IF NOT EXISTS WorkflowDehydration (
    workflowDehydrationId INT NOT NULL AUTO_INCREMENT,
    workflowId INT NOT NULL,
    dataFilePath VARCHAR(255),
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (workflowDehydrationId),
    KEY WorkflowDehydration_workflowId (workflowId),
    CONSTRAINT WorkflowDehydration_fk_workflowId FOREIGN KEY (workflowId)
        REFERENCES Workflow (workflowId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Collections made together; the kind of experiment is said here.
CREATE TABLE IF NOT EXISTS DataCollectionGroup (
    dataCollectionGroupId INT NOT NULL AUTO_INCREMENT,
    blSampleId INT,
    sessionId INT NOT NULL,
    workflowId INT,
    experimentType ENUM(
        'EM', 'SAD', 'SAD - Inverse Beam', 'OSC', 'Collect - Multiwedge', 'MAD', 'Helical',
        'Multi-positional', 'Mesh', 'Burn', 'MAD - Inverse Beam', 'Characterization', 'Dehydration',
        'Still', 'SSX-Chip', 'SSX-Jet', 'LineScan', 'GphNative', 'tomo', 'experiment', 'PDF',
        'PDF+Bragg', 'Bragg', 'single particle', 'Serial Fixed', 'Serial Jet', 'Standard',
        'Time Resolved', 'Diamond Anvil High Pressure', 'Custom', 'XRF map', 'Energy scan',
        'XRF spectrum', 'XRF map xas', 'Mesh3D', 'Screening', 'Metal ID'
    ),
    startTime DATETIME,
    endTime DATETIME,
    crystalClass VARCHAR(20),
    comments VARCHAR(1024),
    detectorMode VARCHAR(255),
    actualSampleBarcode VARCHAR(45),
    actualSampleSlotInContainer INT,
    actualContainerBarcode VARCHAR(45),
    actualContainerSlotInSC INT,
    xtalSnapshotFullPath VARCHAR(255),
    scanParameters LONGTEXT,
    experimentTypeId INT,
    PRIMARY KEY (dataCollectionGroupId),
    KEY DataCollectionGroup_blSampleId (blSampleId),
    KEY DataCollectionGroup_experimentTypeId (experimentTypeId),
    KEY DataCollectionGroup_sessionId (sessionId),
    KEY DataCollectionGroup_workflowId (workflowId),
    CONSTRAINT DataCollectionGroup_fk_blSampleId FOREIGN KEY (blSampleId)
        REFERENCES BLSample (blSampleId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT DataCollectionGroup_fk_experimentTypeId FOREIGN KEY (experimentTypeId)
        REFERENCES ExperimentType (experimentTypeId),
    CONSTRAINT DataCollectionGroup_fk_sessionId FOREIGN KEY (sessionId)
        REFERENCES BLSession (sessionId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT DataCollectionGroup_fk_workflowId FOREIGN KEY (workflowId)
        REFERENCES Workflow (workflowId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- One series of images, or one grid, foil hole or run.
CREATE TABLE IF NOT EXISTS DataCollection (
    dataCollectionId INT NOT NULL AUTO_INCREMENT,
    dataCollectionGroupId INT NOT NULL,
    strategySubWedgeOrigId INT,
    detectorId INT,
    blSubSampleId INT,
    startPositionId INT,
    endPositionId INT,
    dataCollectionNumber INT,
    startTime DATETIME,
    endTime DATETIME,
    runStatus VARCHAR(45),
    axisStart DOUBLE,
    axisEnd DOUBLE,
    axisRange DOUBLE,
    overlap DOUBLE,
    numberOfImages INT,
    startImageNumber INT,
    numberOfPasses INT,
    exposureTime DOUBLE,
    imageDirectory VARCHAR(255),
    imagePrefix VARCHAR(100),
    imageSuffix VARCHAR(45),
    imageContainerSubPath VARCHAR(255),
    fileTemplate VARCHAR(255),
    wavelength DOUBLE,
    resolution DOUBLE,
    detectorDistance DOUBLE,
    xBeam DOUBLE,
    yBeam DOUBLE,
    xBeamPix DOUBLE,
    yBeamPix DOUBLE,
    comments VARCHAR(1024),
    printableForReport TINYINT DEFAULT 1,
    slitGapVertical DOUBLE,
    slitGapHorizontal DOUBLE,
    transmission DOUBLE,
    synchrotronMode VARCHAR(20),
    xtalSnapshotFullPath1 VARCHAR(255),
    xtalSnapshotFullPath2 VARCHAR(255),
    xtalSnapshotFullPath3 VARCHAR(255),
    xtalSnapshotFullPath4 VARCHAR(255),
    rotationAxis ENUM('Omega', 'Kappa', 'Phi'),
    phiStart DOUBLE,
    kappaStart DOUBLE,
    omegaStart DOUBLE,
    resolutionAtCorner DOUBLE,
    detector2Theta DOUBLE,
    undulatorGap1 DOUBLE,
    undulatorGap2 DOUBLE,
    undulatorGap3 DOUBLE,
    beamSizeAtSampleX DOUBLE,
    beamSizeAtSampleY DOUBLE,
    centeringMethod VARCHAR(255),
    averageTemperature DOUBLE,
    actualCenteringPosition VARCHAR(255),
    beamShape VARCHAR(45),
    flux DOUBLE,
    flux_end DOUBLE,
    totalAbsorbedDose DOUBLE,  -- e/angstrom^2
    bestWilsonPlotPath VARCHAR(255),
    imageQualityIndicatorsPlotPath VARCHAR(512),
    imageQualityIndicatorsCSVPath VARCHAR(512),
    blSampleId INT,
    sessionId INT DEFAULT 0,
    experimentType VARCHAR(24),
    crystalClass VARCHAR(20),
    chiStart DOUBLE,
    detectorMode VARCHAR(255),
    actualSampleBarcode VARCHAR(45),
    actualSampleSlotInContainer INT,
    actualContainerBarcode VARCHAR(45),
    actualContainerSlotInSC INT,
    positionId INT,
    focalSpotSizeAtSampleX DOUBLE,
    polarisation DOUBLE,
    focalSpotSizeAtSampleY DOUBLE,
    apertureId INT,
    screeningOrigId INT,
    processedDataFile VARCHAR(255),
    datFullPath VARCHAR(255),
    magnification DOUBLE,
    binning TINYINT(1) DEFAULT 1,
    particleDiameter DOUBLE,  -- nm
    boxSize_CTF DOUBLE,  -- pixel
    minResolution DOUBLE,  -- angstrom
    minDefocus DOUBLE,  -- angstrom
    maxDefocus DOUBLE,  -- angstrom
    defocusStepSize DOUBLE,  -- angstrom
    amountAstigmatism DOUBLE,  -- angstrom
    extractSize DOUBLE,  -- pixel
    bgRadius DOUBLE,  -- nm
    voltage DOUBLE,  -- kV
    objAperture DOUBLE,  -- micrometre
    c1aperture DOUBLE,  -- micrometre
    c2aperture DOUBLE,  -- micrometre
    c3aperture DOUBLE,  -- micrometre
    c1lens DOUBLE,  -- %
    c2lens DOUBLE,  -- %
    c3lens DOUBLE,  -- %
    totalExposedDose DOUBLE,  -- e/angstrom^2
    nominalMagnification DOUBLE,
    nominalDefocus DOUBLE,  -- angstrom
    imageSizeX MEDIUMINT UNSIGNED,  -- pixel
    imageSizeY MEDIUMINT UNSIGNED,  -- pixel
    pixelSizeOnImage DOUBLE,  -- micrometre
    phasePlate TINYINT(1),
    dataCollectionPlanId INT,
    PRIMARY KEY (dataCollectionId),
    KEY DataCollection_blSampleId (blSampleId),
    KEY DataCollection_blSubSampleId (blSubSampleId),
    KEY DataCollection_dataCollectionGroupId (dataCollectionGroupId),
    KEY DataCollection_dataCollectionGroupId_startTime (dataCollectionGroupId, startTime),
    KEY DataCollection_dataCollectionNumber (dataCollectionNumber),
    KEY DataCollection_dataCollectionPlanId (dataCollectionPlanId),
    KEY DataCollection_detectorId (detectorId),
    KEY DataCollection_endPositionId (endPositionId),
    KEY DataCollection_imageDirectory (imageDirectory),
    KEY DataCollection_imagePrefix (imagePrefix),
    KEY DataCollection_sessionId (sessionId),
    -- No foreign keys: one family puts ids of MotorPosition there, programs of the other ids of Position.
    KEY DataCollection_startPositionId (startPositionId),
    KEY DataCollection_startTime (startTime),
    KEY DataCollection_strategySubWedgeOrigId (strategySubWedgeOrigId),
    CONSTRAINT DataCollection_fk_blSubSampleId FOREIGN KEY (blSubSampleId)
        REFERENCES BLSubSample (blSubSampleId) ON DELETE CASCADE,
    CONSTRAINT DataCollection_fk_dataCollectionGroupId FOREIGN KEY (dataCollectionGroupId)
        REFERENCES DataCollectionGroup (dataCollectionGroupId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT DataCollection_fk_dataCollectionPlanId FOREIGN KEY (dataCollectionPlanId)
        REFERENCES DiffractionPlan (diffractionPlanId),
    CONSTRAINT DataCollection_fk_detectorId FOREIGN KEY (detectorId)
        REFERENCES Detector (detectorId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT DataCollection_fk_strategySubWedgeOrigId FOREIGN KEY (strategySubWedgeOrigId)
        REFERENCES ScreeningStrategySubWedge (screeningStrategySubWedgeId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A remark on a collection, with its author. (dls)
CREATE TABLE IF NOT EXISTS DataCollectionComment (
    dataCollectionCommentId INT NOT NULL AUTO_INCREMENT,
    dataCollectionId INT NOT NULL,
    personId INT NOT NULL,
    comments VARCHAR(4000),
    createTime DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    modTime DATE,
    PRIMARY KEY (dataCollectionCommentId),
    KEY DataCollectionComment_dataCollectionId (dataCollectionId),
    KEY DataCollectionComment_personId (personId),
    CONSTRAINT DataCollectionComment_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT DataCollectionComment_fk_personId FOREIGN KEY (personId)
        REFERENCES Person (personId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A file that belongs to a collection.
CREATE TABLE IF NOT EXISTS DataCollectionFileAttachment (
    dataCollectionFileAttachmentId INT NOT NULL AUTO_INCREMENT,
    dataCollectionId INT NOT NULL,
    fileFullPath VARCHAR(255) NOT NULL,
    fileType ENUM('snapshot', 'log', 'xy', 'recip', 'pia', 'warning', 'params'),
    createTime TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (dataCollectionFileAttachmentId),
    KEY DataCollectionFileAttachment_dataCollectionId (dataCollectionId),
    CONSTRAINT DataCollectionFileAttachment_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A sample whose collections are planned together in a session. (pydb)
CREATE TABLE IF NOT EXISTS DataCollectionPlanGroup (
    dataCollectionPlanGroupId INT NOT NULL AUTO_INCREMENT,
    sessionId INT,
    blSampleId INT,
    PRIMARY KEY (dataCollectionPlanGroupId),
    KEY DataCollectionPlanGroup_blSampleId (blSampleId),
    KEY DataCollectionPlanGroup_sessionId (sessionId),
    CONSTRAINT DataCollectionPlanGroup_fk_blSampleId FOREIGN KEY (blSampleId)
        REFERENCES BLSample (blSampleId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT DataCollectionPlanGroup_fk_sessionId FOREIGN KEY (sessionId)
        REFERENCES BLSession (sessionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The groups of collections of a project.
CREATE TABLE IF NOT EXISTS Project_has_DCGroup (
    projectId INT NOT NULL,
    dataCollectionGroupId INT NOT NULL,
    PRIMARY KEY (projectId, dataCollectionGroupId),
    KEY Project_has_DCGroup_dataCollectionGroupId (dataCollectionGroupId),
    CONSTRAINT Project_has_DCGroup_fk_dataCollectionGroupId FOREIGN KEY (dataCollectionGroupId)
        REFERENCES DataCollectionGroup (dataCollectionGroupId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Project_has_DCGroup_fk_projectId FOREIGN KEY (projectId)
        REFERENCES Project (projectId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- One image and what the beamline measured at it.
CREATE TABLE IF NOT EXISTS Image (
    imageId INT NOT NULL AUTO_INCREMENT,
    dataCollectionId INT NOT NULL DEFAULT 0,
    motorPositionId INT,
    imageNumber INT,
    fileName VARCHAR(255),
    fileLocation VARCHAR(255),
    measuredIntensity DOUBLE,
    jpegFileFullPath VARCHAR(255),
    jpegThumbnailFileFullPath VARCHAR(255),
    temperature DOUBLE,
    cumulativeIntensity DOUBLE,
    synchrotronCurrent DOUBLE,
    comments VARCHAR(1024),
    machineMessage VARCHAR(1024),
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    BLTIMESTAMP TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (imageId),
    KEY Image_dataCollectionId (dataCollectionId),
    KEY Image_fileLocation_fileName (fileLocation, fileName),
    KEY Image_imageNumber (imageNumber),
    KEY Image_motorPositionId (motorPositionId),
    CONSTRAINT Image_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Image_fk_motorPositionId FOREIGN KEY (motorPositionId)
        REFERENCES MotorPosition (motorPositionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The result of a mesh workflow: best image and map. (pydb)
CREATE TABLE IF NOT EXISTS WorkflowMesh (
    workflowMeshId INT NOT NULL AUTO_INCREMENT,
    workflowId INT NOT NULL,
    bestPositionId INT,
    bestImageId INT,
    value1 DOUBLE,
    value2 DOUBLE,
    value3 DOUBLE,
    value4 DOUBLE,
    cartographyPath VARCHAR(255),
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (workflowMeshId),
    KEY WorkflowMesh_bestImageId (bestImageId),
    KEY WorkflowMesh_bestPositionId (bestPositionId),
    KEY WorkflowMesh_workflowId (workflowId),
    CONSTRAINT WorkflowMesh_fk_bestImageId FOREIGN KEY (bestImageId)
        REFERENCES Image (imageId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT WorkflowMesh_fk_workflowId FOREIGN KEY (workflowId)
        REFERENCES Workflow (workflowId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The grid of a mesh: steps, size, and where it lies on the picture.
CREATE TABLE IF NOT EXISTS GridInfo (
    gridInfoId INT NOT NULL AUTO_INCREMENT,
    workflowMeshId INT,
    xOffset DOUBLE,
    yOffset DOUBLE,
    dx_mm DOUBLE,
    dy_mm DOUBLE,
    steps_x DOUBLE,
    steps_y DOUBLE,
    meshAngle DOUBLE,
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    orientation ENUM('vertical', 'horizontal') DEFAULT 'horizontal',
    dataCollectionGroupId INT,
    pixelspermicronX DOUBLE,
    pixelspermicronY DOUBLE,
    snapshot_offsetxpixel DOUBLE,
    snapshot_offsetypixel DOUBLE,
    snaked TINYINT(1) DEFAULT 0,
    dataCollectionId INT,
    patchesX INT DEFAULT 1,
    patchesY INT DEFAULT 1,
    micronsPerPixelX DOUBLE,
    micronsPerPixelY DOUBLE,
    PRIMARY KEY (gridInfoId),
    KEY GridInfo_dataCollectionGroupId (dataCollectionGroupId),
    KEY GridInfo_dataCollectionId (dataCollectionId),
    KEY GridInfo_workflowMeshId (workflowMeshId),
    CONSTRAINT GridInfo_fk_dataCollectionGroupId FOREIGN KEY (dataCollectionGroupId)
        REFERENCES DataCollectionGroup (dataCollectionGroupId) ON DELETE CASCADE,
    CONSTRAINT GridInfo_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT GridInfo_fk_workflowMeshId FOREIGN KEY (workflowMeshId)
        REFERENCES WorkflowMesh (workflowMeshId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Which image was taken at which point of a grid. (dls)
CREATE TABLE IF NOT EXISTS GridImageMap (
    gridImageMapId INT NOT NULL AUTO_INCREMENT,
    dataCollectionId INT,
    imageNumber INT,
    outputFileId VARCHAR(80),
    positionX DOUBLE,  -- micrometre
    positionY DOUBLE,  -- micrometre
    PRIMARY KEY (gridImageMapId),
    KEY GridImageMap_dataCollectionId (dataCollectionId),
    CONSTRAINT GridImageMap_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A scan over an absorption edge.
CREATE TABLE IF NOT EXISTS EnergyScan (
    energyScanId INT NOT NULL AUTO_INCREMENT,
    sessionId INT NOT NULL,
    blSampleId INT,
    fluorescenceDetector VARCHAR(255),
    scanFileFullPath VARCHAR(255),
    choochFileFullPath VARCHAR(255),
    jpegChoochFileFullPath VARCHAR(255),
    element VARCHAR(45),
    startEnergy DOUBLE,
    endEnergy DOUBLE,
    transmissionFactor DOUBLE,
    exposureTime DOUBLE,
    axisPosition DOUBLE,
    synchrotronCurrent DOUBLE,
    temperature DOUBLE,
    peakEnergy DOUBLE,
    peakFPrime DOUBLE,
    peakFDoublePrime DOUBLE,
    inflectionEnergy DOUBLE,
    inflectionFPrime DOUBLE,
    inflectionFDoublePrime DOUBLE,
    xrayDose DOUBLE,
    startTime DATETIME,
    endTime DATETIME,
    edgeEnergy VARCHAR(255),
    filename VARCHAR(255),
    beamSizeVertical DOUBLE,
    beamSizeHorizontal DOUBLE,
    crystalClass VARCHAR(20),
    comments VARCHAR(1024),
    flux DOUBLE,
    flux_end DOUBLE,
    workingDirectory VARCHAR(45),
    blSubSampleId INT,
    remoteEnergy DOUBLE,
    remoteFPrime DOUBLE,
    remoteFDoublePrime DOUBLE,
    PRIMARY KEY (energyScanId),
    KEY EnergyScan_blSampleId (blSampleId),
    KEY EnergyScan_blSubSampleId (blSubSampleId),
    KEY EnergyScan_sessionId (sessionId),
    CONSTRAINT EnergyScan_fk_blSampleId FOREIGN KEY (blSampleId)
        REFERENCES BLSample (blSampleId) ON DELETE CASCADE,
    CONSTRAINT EnergyScan_fk_blSubSampleId FOREIGN KEY (blSubSampleId)
        REFERENCES BLSubSample (blSubSampleId) ON DELETE CASCADE,
    CONSTRAINT EnergyScan_fk_sessionId FOREIGN KEY (sessionId)
        REFERENCES BLSession (sessionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The scans of a sample, as older programs link them.
CREATE TABLE IF NOT EXISTS BLSample_has_EnergyScan (
    blSampleId INT NOT NULL DEFAULT 0,
    energyScanId INT NOT NULL DEFAULT 0,
    blSampleHasEnergyScanId INT NOT NULL AUTO_INCREMENT,
    PRIMARY KEY (blSampleHasEnergyScanId),
    KEY BLSample_has_EnergyScan_blSampleId (blSampleId),
    KEY BLSample_has_EnergyScan_energyScanId (energyScanId),
    CONSTRAINT BLSample_has_EnergyScan_fk_blSampleId FOREIGN KEY (blSampleId)
        REFERENCES BLSample (blSampleId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT BLSample_has_EnergyScan_fk_energyScanId FOREIGN KEY (energyScanId)
        REFERENCES EnergyScan (energyScanId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The energy scans of a project.
CREATE TABLE IF NOT EXISTS Project_has_EnergyScan (
    projectId INT NOT NULL,
    energyScanId INT NOT NULL,
    PRIMARY KEY (projectId, energyScanId),
    KEY Project_has_EnergyScan_energyScanId (energyScanId),
    CONSTRAINT Project_has_EnergyScan_fk_energyScanId FOREIGN KEY (energyScanId)
        REFERENCES EnergyScan (energyScanId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Project_has_EnergyScan_fk_projectId FOREIGN KEY (projectId)
        REFERENCES Project (projectId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A fluorescence spectrum.
CREATE TABLE IF NOT EXISTS XFEFluorescenceSpectrum (
    xfeFluorescenceSpectrumId INT NOT NULL AUTO_INCREMENT,
    sessionId INT NOT NULL,
    blSampleId INT,
    fittedDataFileFullPath VARCHAR(255),
    scanFileFullPath VARCHAR(255),
    jpegScanFileFullPath VARCHAR(255),
    startTime DATETIME,
    endTime DATETIME,
    filename VARCHAR(255),
    energy DOUBLE,
    exposureTime DOUBLE,
    axisPosition DOUBLE,
    beamTransmission DOUBLE,
    annotatedPymcaXfeSpectrum VARCHAR(255),
    beamSizeVertical DOUBLE,
    beamSizeHorizontal DOUBLE,
    crystalClass VARCHAR(20),
    comments VARCHAR(1024),
    flux DOUBLE,
    flux_end DOUBLE,
    workingDirectory VARCHAR(512),
    blSubSampleId INT,
    PRIMARY KEY (xfeFluorescenceSpectrumId),
    KEY XFEFluorescenceSpectrum_blSampleId (blSampleId),
    KEY XFEFluorescenceSpectrum_blSubSampleId (blSubSampleId),
    KEY XFEFluorescenceSpectrum_sessionId (sessionId),
    CONSTRAINT XFEFluorescenceSpectrum_fk_blSampleId FOREIGN KEY (blSampleId)
        REFERENCES BLSample (blSampleId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT XFEFluorescenceSpectrum_fk_blSubSampleId FOREIGN KEY (blSubSampleId)
        REFERENCES BLSubSample (blSubSampleId) ON DELETE CASCADE,
    CONSTRAINT XFEFluorescenceSpectrum_fk_sessionId FOREIGN KEY (sessionId)
        REFERENCES BLSession (sessionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The fluorescence spectra of a project.
CREATE TABLE IF NOT EXISTS Project_has_XFEFSpectrum (
    projectId INT NOT NULL,
    xfeFluorescenceSpectrumId INT NOT NULL,
    PRIMARY KEY (projectId, xfeFluorescenceSpectrumId),
    KEY Project_has_XFEFSpectrum_xfeFluorescenceSpectrumId (xfeFluorescenceSpectrumId),
    CONSTRAINT Project_has_XFEFSpectrum_fk_projectId FOREIGN KEY (projectId)
        REFERENCES Project (projectId) ON DELETE CASCADE,
    CONSTRAINT Project_has_XFEFSpectrum_fk_xfeFluorescenceSpectrumId FOREIGN KEY (xfeFluorescenceSpectrumId)
        REFERENCES XFEFluorescenceSpectrum (xfeFluorescenceSpectrumId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What the sample changer did.
CREATE TABLE IF NOT EXISTS RobotAction (
    robotActionId INT NOT NULL AUTO_INCREMENT,
    blsessionId INT NOT NULL,
    blsampleId INT,
    actionType ENUM('LOAD', 'UNLOAD', 'DISPOSE', 'STORE', 'WASH', 'ANNEAL', 'MOSAIC', 'LASER'),
    startTimestamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP() ON UPDATE CURRENT_TIMESTAMP(),
    endTimestamp TIMESTAMP NULL DEFAULT NULL,
    status ENUM('SUCCESS', 'ERROR', 'CRITICAL', 'WARNING', 'COMMANDNOTSENT', 'EPICSFAIL'),
    message VARCHAR(255),
    containerLocation SMALLINT,
    dewarLocation SMALLINT,
    sampleBarcode VARCHAR(45),
    xtalSnapshotBefore VARCHAR(255),
    xtalSnapshotAfter VARCHAR(255),
    PRIMARY KEY (robotActionId),
    KEY RobotAction_blsampleId (blsampleId),
    KEY RobotAction_blsessionId (blsessionId),
    CONSTRAINT RobotAction_fk_blsampleId FOREIGN KEY (blsampleId)
        REFERENCES BLSample (blSampleId) ON DELETE CASCADE,
    CONSTRAINT RobotAction_fk_blsessionId FOREIGN KEY (blsessionId)
        REFERENCES BLSession (sessionId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The laser's settings in an action of the robot. (dls)
CREATE TABLE IF NOT EXISTS LaserParameters (
    laserParametersId INT NOT NULL AUTO_INCREMENT,
    robotActionId INT,
    laserRepetitionRate DOUBLE,
    scanheadMoveSpeed DOUBLE,
    laserTransmission DOUBLE,
    numberOfPasses INT,
    gonioRotationSpeed INT,
    totalMarkingTime DOUBLE,
    PRIMARY KEY (laserParametersId),
    UNIQUE KEY LaserParameters_uq_robotActionId (robotActionId),
    CONSTRAINT LaserParameters_fk_robotActionId FOREIGN KEY (robotActionId)
        REFERENCES RobotAction (robotActionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A point that the laser shot at. (dls)
CREATE TABLE IF NOT EXISTS LaserPoint (
    laserPointId INT NOT NULL AUTO_INCREMENT,
    laserParametersId INT,
    x INT NOT NULL,
    y INT NOT NULL,
    pointIndex INT NOT NULL,
    radius INT,
    laserOn TINYINT(1) DEFAULT 0,
    PRIMARY KEY (laserPointId),
    UNIQUE KEY LaserPoint_uq_laserParametersId_pointIndex (laserParametersId, pointIndex),
    KEY LaserPoint_laserParametersId (laserParametersId),
    CONSTRAINT LaserPoint_fk_laserParametersId FOREIGN KEY (laserParametersId)
        REFERENCES LaserParameters (laserParametersId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A search for the crystal by diffraction. (dls)
CREATE TABLE IF NOT EXISTS XrayCentring (
    xrayCentringId INT NOT NULL AUTO_INCREMENT,
    dataCollectionGroupId INT NOT NULL,
    status ENUM('success', 'failed', 'pending'),
    xrayCentringType ENUM('2d', '3d'),
    PRIMARY KEY (xrayCentringId),
    KEY XrayCentring_dataCollectionGroupId (dataCollectionGroupId),
    CONSTRAINT XrayCentring_fk_dataCollectionGroupId FOREIGN KEY (dataCollectionGroupId)
        REFERENCES DataCollectionGroup (dataCollectionGroupId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A crystal found by such a search. (dls)
CREATE TABLE IF NOT EXISTS XrayCentringResult (
    xrayCentringResultId INT NOT NULL AUTO_INCREMENT,
    xrayCentringId INT NOT NULL,
    centreOfMassX DOUBLE,
    centreOfMassY DOUBLE,
    centreOfMassZ DOUBLE,
    maxVoxelX INT,
    maxVoxelY INT,
    maxVoxelZ INT,
    numberOfVoxels INT,
    totalCount DOUBLE,
    boundingBoxMinX DOUBLE,
    boundingBoxMaxX DOUBLE,
    boundingBoxMinY DOUBLE,
    boundingBoxMaxY DOUBLE,
    boundingBoxMinZ DOUBLE,
    boundingBoxMaxZ DOUBLE,
    status ENUM('success', 'failure', 'pending'),
    gridInfoId INT,
    blSampleId INT,
    PRIMARY KEY (xrayCentringResultId),
    KEY XrayCentringResult_blSampleId (blSampleId),
    KEY XrayCentringResult_xrayCentringId (xrayCentringId),
    CONSTRAINT XrayCentringResult_fk_blSampleId FOREIGN KEY (blSampleId)
        REFERENCES BLSample (blSampleId) ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT XrayCentringResult_fk_xrayCentringId FOREIGN KEY (xrayCentringId)
        REFERENCES XrayCentring (xrayCentringId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

SET foreign_key_checks = 1;
