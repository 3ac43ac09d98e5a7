-- Single particles and tomography.

-- A microscope. (pydb)
CREATE TABLE IF NOT EXISTS EMMicroscope (
    emMicroscopeId INT NOT NULL AUTO_INCREMENT,
    instrumentName VARCHAR(100) NOT NULL,
    voltage DOUBLE,
    CS DOUBLE,  -- mm
    detectorPixelSize DOUBLE,
    C2aperture DOUBLE,
    ObjAperture DOUBLE,
    C2lens DOUBLE,
    PRIMARY KEY (emMicroscopeId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The overview of a grid. (dls)
CREATE TABLE IF NOT EXISTS Atlas (
    atlasId INT NOT NULL AUTO_INCREMENT,
    dataCollectionGroupId INT NOT NULL,
    atlasImage VARCHAR(255) NOT NULL,
    pixelSize DOUBLE NOT NULL,
    cassetteSlot INT,
    hasRed TINYINT(1) DEFAULT 0,
    hasBlue TINYINT(1) DEFAULT 0,
    hasGreen TINYINT(1) DEFAULT 0,
    hasYellow TINYINT(1) DEFAULT 0,
    hasCyan TINYINT(1) DEFAULT 0,
    hasMagenta TINYINT(1) DEFAULT 0,
    hasGrey TINYINT(1) DEFAULT 0,
    mode ENUM('Bright Field and Fluorescent', 'Bright Field', 'Fluorescent', 'Tomography', 'Single Particle'),
    PRIMARY KEY (atlasId),
    KEY Atlas_dataCollectionGroupId (dataCollectionGroupId),
    CONSTRAINT Atlas_fk_dataCollectionGroupId FOREIGN KEY (dataCollectionGroupId)
        REFERENCES DataCollectionGroup (dataCollectionGroupId) ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A square of a grid. (dls)
CREATE TABLE IF NOT EXISTS GridSquare (
    gridSquareId INT NOT NULL AUTO_INCREMENT,
    atlasId INT NOT NULL,
    gridSquareLabel INT,
    gridSquareImage VARCHAR(255),
    pixelLocationX INT,
    pixelLocationY INT,
    height INT,
    width INT,
    angle DOUBLE,
    stageLocationX DOUBLE,
    stageLocationY DOUBLE,
    qualityIndicator DOUBLE,
    pixelSize DOUBLE,
    hasRed TINYINT(1) DEFAULT 0,
    hasBlue TINYINT(1) DEFAULT 0,
    hasGreen TINYINT(1) DEFAULT 0,
    hasYellow TINYINT(1) DEFAULT 0,
    hasCyan TINYINT(1) DEFAULT 0,
    hasMagenta TINYINT(1) DEFAULT 0,
    hasGrey TINYINT(1) DEFAULT 0,
    mode ENUM('Bright Field and Fluorescent', 'Bright Field', 'Fluorescent', 'Tomography', 'Single Particle'),
    PRIMARY KEY (gridSquareId),
    KEY GridSquare_atlasId (atlasId),
    CONSTRAINT GridSquare_fk_atlasId FOREIGN KEY (atlasId) REFERENCES Atlas (atlasId) ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A hole of a square. (dls)
CREATE TABLE IF NOT EXISTS FoilHole (
    foilHoleId INT NOT NULL AUTO_INCREMENT,
    gridSquareId INT NOT NULL,
    foilHoleLabel VARCHAR(30) NOT NULL,
    foilHoleImage VARCHAR(255),
    pixelLocationX INT,
    pixelLocationY INT,
    diameter INT,
    stageLocationX DOUBLE,
    stageLocationY DOUBLE,
    qualityIndicator DOUBLE,
    pixelSize DOUBLE,
    PRIMARY KEY (foilHoleId),
    KEY FoilHole_gridSquareId (gridSquareId),
    CONSTRAINT FoilHole_fk_gridSquareId FOREIGN KEY (gridSquareId)
        REFERENCES GridSquare (gridSquareId) ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- One exposure, or one tilt.
CREATE TABLE IF NOT EXISTS Movie (
    movieId INT NOT NULL AUTO_INCREMENT,
    dataCollectionId INT,
    movieNumber INT,
    movieFullPath VARCHAR(255),
    positionX DOUBLE,
    positionY DOUBLE,
    micrographFullPath VARCHAR(255),
    micrographSnapshotFullPath VARCHAR(255),
    xmlMetaDataFullPath VARCHAR(255),
    dosePerImage VARCHAR(45),
    createdTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP() ON UPDATE CURRENT_TIMESTAMP(),
    nominalDefocus DOUBLE,  -- angstrom
    angle DOUBLE,  -- degree
    fluence DOUBLE,
    numberOfFrames INT,
    foilHoleId INT,
    templateLabel INT,
    PRIMARY KEY (movieId),
    KEY Movie_dataCollectionId (dataCollectionId),
    KEY Movie_foilHoleId (foilHoleId),
    KEY Movie_movieFullPath (movieFullPath),
    CONSTRAINT Movie_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId) ON DELETE CASCADE,
    CONSTRAINT Movie_fk_foilHoleId FOREIGN KEY (foilHoleId) REFERENCES FoilHole (foilHoleId) ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A movie aligned.
CREATE TABLE IF NOT EXISTS MotionCorrection (
    motionCorrectionId INT NOT NULL AUTO_INCREMENT,
    movieId INT,
    firstFrame SMALLINT UNSIGNED,
    lastFrame SMALLINT UNSIGNED,
    dosePerFrame DOUBLE,  -- e/angstrom^2
    doseWeight DOUBLE,
    totalMotion DOUBLE,  -- angstrom
    averageMotionPerFrame DOUBLE,  -- angstrom
    driftPlotFullPath VARCHAR(512),
    micrographFullPath VARCHAR(512),
    micrographSnapshotFullPath VARCHAR(512),
    correctedDoseMicrographFullPath VARCHAR(512),
    patchesUsed VARCHAR(45),
    logFileFullPath VARCHAR(512),
    createdTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    dataCollectionId INT,
    autoProcProgramId INT,
    imageNumber SMALLINT UNSIGNED,
    patchesUsedX MEDIUMINT UNSIGNED,
    patchesUsedY MEDIUMINT UNSIGNED,
    fftFullPath VARCHAR(255),
    fftCorrectedFullPath VARCHAR(255),
    comments VARCHAR(255),
    PRIMARY KEY (motionCorrectionId),
    KEY MotionCorrection_autoProcProgramId (autoProcProgramId),
    KEY MotionCorrection_dataCollectionId (dataCollectionId),
    KEY MotionCorrection_movieId (movieId),
    CONSTRAINT MotionCorrection_fk_autoProcProgramId FOREIGN KEY (autoProcProgramId)
        REFERENCES AutoProcProgram (autoProcProgramId),
    CONSTRAINT MotionCorrection_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId),
    CONSTRAINT MotionCorrection_fk_movieId FOREIGN KEY (movieId) REFERENCES Movie (movieId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The contrast transfer function of a micrograph.
CREATE TABLE IF NOT EXISTS CTF (
    CTFid INT NOT NULL AUTO_INCREMENT,
    motionCorrectionId INT,
    spectraImageThumbnailFullPath VARCHAR(512),
    spectraImageFullPath VARCHAR(512),
    defocusU VARCHAR(45),
    defocusV VARCHAR(45),
    angle VARCHAR(45),
    crossCorrelationCoefficient VARCHAR(45),
    resolutionLimit VARCHAR(45),
    estimatedBfactor VARCHAR(45),
    logFilePath VARCHAR(512),
    createdTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    autoProcProgramId INT,
    boxSizeX DOUBLE,  -- pixel
    boxSizeY DOUBLE,  -- pixel
    minResolution DOUBLE,  -- angstrom
    maxResolution DOUBLE,  -- angstrom
    minDefocus DOUBLE,  -- angstrom
    maxDefocus DOUBLE,  -- angstrom
    defocusStepSize DOUBLE,  -- angstrom
    astigmatism DOUBLE,  -- angstrom
    astigmatismAngle DOUBLE,  -- degree
    estimatedResolution DOUBLE,  -- angstrom
    estimatedDefocus DOUBLE,  -- angstrom
    amplitudeContrast DOUBLE,  -- %
    ccValue DOUBLE,
    fftTheoreticalFullPath VARCHAR(255),
    comments VARCHAR(255),
    iceRingDensity DOUBLE,
    PRIMARY KEY (CTFid),
    KEY CTF_autoProcProgramId (autoProcProgramId),
    KEY CTF_motionCorrectionId (motionCorrectionId),
    CONSTRAINT CTF_fk_autoProcProgramId FOREIGN KEY (autoProcProgramId)
        REFERENCES AutoProcProgram (autoProcProgramId),
    CONSTRAINT CTF_fk_motionCorrectionId FOREIGN KEY (motionCorrectionId)
        REFERENCES MotionCorrection (motionCorrectionId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- How thick the ice of a micrograph is. (dls)
CREATE TABLE IF NOT EXISTS RelativeIceThickness (
    relativeIceThicknessId INT NOT NULL AUTO_INCREMENT,
    motionCorrectionId INT,
    autoProcProgramId INT,
    minimum DOUBLE,
    q1 DOUBLE,
    median DOUBLE,
    q3 DOUBLE,
    maximum DOUBLE,
    PRIMARY KEY (relativeIceThicknessId),
    KEY RelativeIceThickness_autoProcProgramId (autoProcProgramId),
    KEY RelativeIceThickness_motionCorrectionId (motionCorrectionId),
    CONSTRAINT RelativeIceThickness_fk_autoProcProgramId FOREIGN KEY (autoProcProgramId)
        REFERENCES AutoProcProgram (autoProcProgramId) ON UPDATE CASCADE,
    CONSTRAINT RelativeIceThickness_fk_motionCorrectionId FOREIGN KEY (motionCorrectionId)
        REFERENCES MotionCorrection (motionCorrectionId) ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Particles picked.
CREATE TABLE IF NOT EXISTS ParticlePicker (
    particlePickerId INT NOT NULL AUTO_INCREMENT,
    programId INT,
    firstMotionCorrectionId INT,
    particlePickingTemplate VARCHAR(255),
    particleDiameter DOUBLE,  -- nm
    numberOfParticles INT,
    summaryImageFullPath VARCHAR(255),
    PRIMARY KEY (particlePickerId),
    KEY ParticlePicker_firstMotionCorrectionId (firstMotionCorrectionId),
    KEY ParticlePicker_programId (programId),
    CONSTRAINT ParticlePicker_fk_firstMotionCorrectionId FOREIGN KEY (firstMotionCorrectionId)
        REFERENCES MotionCorrection (motionCorrectionId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT ParticlePicker_fk_programId FOREIGN KEY (programId)
        REFERENCES AutoProcProgram (autoProcProgramId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A classification run, in 2D or 3D.
CREATE TABLE IF NOT EXISTS ParticleClassificationGroup (
    particleClassificationGroupId INT NOT NULL AUTO_INCREMENT,
    particlePickerId INT,
    programId INT,
    type ENUM('2D', '3D'),
    batchNumber INT,
    numberOfParticlesPerBatch INT,
    numberOfClassesPerBatch INT,
    symmetry VARCHAR(20),
    binnedPixelSize DOUBLE,  -- angstrom
    PRIMARY KEY (particleClassificationGroupId),
    KEY ParticleClassificationGroup_particlePickerId (particlePickerId),
    KEY ParticleClassificationGroup_programId (programId),
    CONSTRAINT ParticleClassificationGroup_fk_particlePickerId FOREIGN KEY (particlePickerId)
        REFERENCES ParticlePicker (particlePickerId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT ParticleClassificationGroup_fk_programId FOREIGN KEY (programId)
        REFERENCES AutoProcProgram (autoProcProgramId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A class of it.
CREATE TABLE IF NOT EXISTS ParticleClassification (
    particleClassificationId INT NOT NULL AUTO_INCREMENT,
    particleClassificationGroupId INT,
    classNumber INT,
    classImageFullPath VARCHAR(255),
    particlesPerClass INT,
    classDistribution DOUBLE,
    rotationAccuracy DOUBLE,
    translationAccuracy DOUBLE,  -- angstrom
    estimatedResolution DOUBLE,  -- angstrom
    overallFourierCompleteness DOUBLE,
    selected TINYINT(1) DEFAULT 0,
    bFactorFitIntercept DOUBLE,
    bFactorFitLinear DOUBLE,
    bFactorFitQuadratic DOUBLE,
    angularEfficiency DOUBLE,
    suggestedTilt DOUBLE,  -- degree
    PRIMARY KEY (particleClassificationId),
    KEY ParticleClassification_particleClassificationGroupId (particleClassificationGroupId),
    CONSTRAINT ParticleClassification_fk_particleClassificationGroupId FOREIGN KEY (particleClassificationGroupId)
        REFERENCES ParticleClassificationGroup (particleClassificationGroupId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A model to start 3D classification from.
CREATE TABLE IF NOT EXISTS CryoemInitialModel (
    cryoemInitialModelId INT NOT NULL AUTO_INCREMENT,
    resolution DOUBLE,  -- angstrom
    numberOfParticles INT,
    PRIMARY KEY (cryoemInitialModelId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The same, as the collaboration keeps it. (pydb)
CREATE TABLE IF NOT EXISTS InitialModel (
    initialModelId INT NOT NULL AUTO_INCREMENT,
    resolution DOUBLE,  -- angstrom
    numberOfParticles INT,
    PRIMARY KEY (initialModelId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Which classes started from which model.
CREATE TABLE IF NOT EXISTS ParticleClassification_has_CryoemInitialModel (
    particleClassificationId INT NOT NULL,
    cryoemInitialModelId INT NOT NULL,
    PRIMARY KEY (particleClassificationId, cryoemInitialModelId),
    KEY ParticleClassification_has_CryoemInitialModel_model (cryoemInitialModelId),
    CONSTRAINT ParticleClassification_has_CryoemInitialModel_fk_model FOREIGN KEY (cryoemInitialModelId)
        REFERENCES CryoemInitialModel (cryoemInitialModelId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT ParticleClassification_has_CryoemInitialModel_fk_class FOREIGN KEY (particleClassificationId)
        REFERENCES ParticleClassification (particleClassificationId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- How resolution grows with particles. (dls)
CREATE TABLE IF NOT EXISTS BFactorFit (
    bFactorFitId INT NOT NULL AUTO_INCREMENT,
    particleClassificationId INT NOT NULL,
    resolution DOUBLE,
    numberOfParticles INT,
    particleBatchSize INT,
    PRIMARY KEY (bFactorFitId),
    KEY BFactorFit_particleClassificationId (particleClassificationId),
    CONSTRAINT BFactorFit_fk_particleClassificationId FOREIGN KEY (particleClassificationId)
        REFERENCES ParticleClassification (particleClassificationId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Where a particle lies in a collection's micrograph. (pydb)
CREATE TABLE IF NOT EXISTS Particle (
    particleId INT NOT NULL AUTO_INCREMENT,
    dataCollectionId INT NOT NULL,
    x DOUBLE,
    y DOUBLE,
    PRIMARY KEY (particleId),
    KEY Particle_dataCollectionId (dataCollectionId),
    CONSTRAINT Particle_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A tomogram. (dls)
CREATE TABLE IF NOT EXISTS Tomogram (
    tomogramId INT NOT NULL AUTO_INCREMENT,
    dataCollectionId INT,
    autoProcProgramId INT,
    volumeFile VARCHAR(255),
    stackFile VARCHAR(255),
    sizeX INT,  -- pixel
    sizeY INT,  -- pixel
    sizeZ INT,  -- pixel
    pixelSpacing DOUBLE,
    residualErrorMean DOUBLE,  -- nm
    residualErrorSD DOUBLE,  -- nm
    xAxisCorrection DOUBLE,  -- degree
    tiltAngleOffset DOUBLE,  -- degree
    zShift DOUBLE,
    fileDirectory VARCHAR(255),
    centralSliceImage VARCHAR(255),
    tomogramMovie VARCHAR(255),
    xyShiftPlot VARCHAR(255),
    projXY VARCHAR(255),
    projXZ VARCHAR(255),
    recordTimeStamp DATETIME DEFAULT CURRENT_TIMESTAMP(),
    globalAlignmentQuality DOUBLE,
    gridSquareId INT,
    pixelLocationX INT,
    pixelLocationY INT,
    thickness DOUBLE,  -- nm
    PRIMARY KEY (tomogramId),
    KEY Tomogram_autoProcProgramId (autoProcProgramId),
    KEY Tomogram_dataCollectionId (dataCollectionId),
    KEY Tomogram_gridSquareId (gridSquareId),
    CONSTRAINT Tomogram_fk_autoProcProgramId FOREIGN KEY (autoProcProgramId)
        REFERENCES AutoProcProgram (autoProcProgramId) ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT Tomogram_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Tomogram_fk_gridSquareId FOREIGN KEY (gridSquareId) REFERENCES GridSquare (gridSquareId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A tomogram denoised or segmented. (dls)
CREATE TABLE IF NOT EXISTS ProcessedTomogram (
    processedTomogramId INT NOT NULL AUTO_INCREMENT,
    tomogramId INT NOT NULL,
    filePath VARCHAR(255),
    processingType VARCHAR(255),
    feature ENUM(
        'Membrane', 'Microtubule', 'Ribosome', 'Tric', 'Actin', 'Cytoplasm', 'Cytoplasmic granule',
        'Lipid droplet', 'Mitochondrial granule', 'Mitochondrion', 'Npc', 'Nuclear envelope',
        'Nucleus', 'Prohibitin', 'Proteasome', 'Vault', 'Vimentin', 'Void'
    ),
    PRIMARY KEY (processedTomogramId),
    KEY ProcessedTomogram_tomogramId (tomogramId),
    CONSTRAINT ProcessedTomogram_fk_tomogramId FOREIGN KEY (tomogramId)
        REFERENCES Tomogram (tomogramId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- How a tilt was aligned. (dls)
CREATE TABLE IF NOT EXISTS TiltImageAlignment (
    movieId INT NOT NULL,
    tomogramId INT NOT NULL,
    defocusU DOUBLE,  -- angstrom
    defocusV DOUBLE,  -- angstrom
    psdFile VARCHAR(255),
    resolution DOUBLE,  -- angstrom
    fitQuality DOUBLE,
    refinedMagnification DOUBLE,
    refinedTiltAngle DOUBLE,  -- degree
    refinedTiltAxis DOUBLE,  -- degree
    residualError DOUBLE,  -- nm
    PRIMARY KEY (movieId, tomogramId),
    KEY TiltImageAlignment_tomogramId (tomogramId),
    CONSTRAINT TiltImageAlignment_fk_movieId FOREIGN KEY (movieId)
        REFERENCES Movie (movieId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT TiltImageAlignment_fk_tomogramId FOREIGN KEY (tomogramId)
        REFERENCES Tomogram (tomogramId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Steps of milling a lamella. (dls)
CREATE TABLE IF NOT EXISTS MillingStepName (
    millingStepNameId INT NOT NULL AUTO_INCREMENT,
    step VARCHAR(45) NOT NULL,
    recipe VARCHAR(45) NOT NULL,
    PRIMARY KEY (millingStepNameId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A step done on a grid square. (dls)
CREATE TABLE IF NOT EXISTS MillingStep (
    millingStepId INT NOT NULL AUTO_INCREMENT,
    gridSquareId INT NOT NULL,
    millingStepNameId INT,
    isEnabled TINYINT(1) DEFAULT 0,
    status ENUM('Finished', 'Failed', 'Aborted'),
    executionTime DOUBLE,  -- s
    stageX DOUBLE,  -- metre
    stageY DOUBLE,  -- metre
    stageZ DOUBLE,  -- metre
    rotation DOUBLE,  -- degree
    alphaTilt DOUBLE,  -- degree
    millingAngle DOUBLE,  -- degree
    beamType ENUM('Electron', 'Ion'),
    beamVoltage DOUBLE,  -- V
    beamCurrent DOUBLE,  -- angstrom
    depthCorrection DOUBLE,
    lamellaOffset DOUBLE,  -- metre
    trenchHeightFront DOUBLE,  -- metre
    trenchHeightRear DOUBLE,  -- metre
    widthOverlapFrontLeft DOUBLE,  -- metre
    widthOverlapFrontRight DOUBLE,  -- metre
    widthOverlapRearLeft DOUBLE,  -- metre
    widthOverlapRearRight DOUBLE,  -- metre
    PRIMARY KEY (millingStepId),
    KEY MillingStep_gridSquareId (gridSquareId),
    KEY MillingStep_millingStepNameId (millingStepNameId),
    CONSTRAINT MillingStep_fk_gridSquareId FOREIGN KEY (gridSquareId)
        REFERENCES GridSquare (gridSquareId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT MillingStep_fk_millingStepNameId FOREIGN KEY (millingStepNameId)
        REFERENCES MillingStepName (millingStepNameId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
