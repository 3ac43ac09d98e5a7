-- Solution scattering.

-- A macromolecule in solution. (pydb)
CREATE TABLE IF NOT EXISTS Macromolecule (
    macromoleculeId INT NOT NULL AUTO_INCREMENT,
    proposalId INT,
    safetyLevelId INT,
    name VARCHAR(45),
    acronym VARCHAR(45),
    extintionCoefficient VARCHAR(45),
    molecularMass VARCHAR(45),
    sequence VARCHAR(1000),
    contactsDescriptionFilePath VARCHAR(255),
    symmetry VARCHAR(45),
    comments VARCHAR(1024),
    refractiveIndex VARCHAR(45),
    solventViscosity VARCHAR(45),
    creationDate DATETIME,
    electronDensity DOUBLE,
    PRIMARY KEY (macromoleculeId),
    KEY Macromolecule_safetyLevelId (safetyLevelId),
    CONSTRAINT Macromolecule_fk_safetyLevelId FOREIGN KEY (safetyLevelId)
        REFERENCES SafetyLevel (safetyLevelId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A part of it. (pydb)
CREATE TABLE IF NOT EXISTS MacromoleculeRegion (
    macromoleculeRegionId INT NOT NULL AUTO_INCREMENT,
    macromoleculeId INT NOT NULL,
    regionType VARCHAR(45),
    id VARCHAR(45),
    count VARCHAR(45),
    sequence VARCHAR(45),
    PRIMARY KEY (macromoleculeRegionId),
    KEY MacromoleculeRegion_macromoleculeId (macromoleculeId),
    CONSTRAINT MacromoleculeRegion_fk_macromoleculeId FOREIGN KEY (macromoleculeId)
        REFERENCES Macromolecule (macromoleculeId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A complex of macromolecules. (pydb)
CREATE TABLE IF NOT EXISTS Assembly (
    assemblyId INT NOT NULL AUTO_INCREMENT,
    macromoleculeId INT NOT NULL,
    creationDate DATETIME,
    comments VARCHAR(255),
    PRIMARY KEY (assemblyId),
    KEY Assembly_macromoleculeId (macromoleculeId),
    CONSTRAINT Assembly_fk_macromoleculeId FOREIGN KEY (macromoleculeId)
        REFERENCES Macromolecule (macromoleculeId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What a complex consists of. (pydb)
CREATE TABLE IF NOT EXISTS AssemblyHasMacromolecule (
    AssemblyHasMacromoleculeId INT NOT NULL AUTO_INCREMENT,
    assemblyId INT NOT NULL,
    macromoleculeId INT NOT NULL,
    PRIMARY KEY (AssemblyHasMacromoleculeId),
    KEY AssemblyHasMacromolecule_assemblyId (assemblyId),
    KEY AssemblyHasMacromolecule_macromoleculeId (macromoleculeId),
    CONSTRAINT AssemblyHasMacromolecule_fk_assemblyId FOREIGN KEY (assemblyId)
        REFERENCES Assembly (assemblyId) ON DELETE CASCADE,
    CONSTRAINT AssemblyHasMacromolecule_fk_macromoleculeId FOREIGN KEY (macromoleculeId)
        REFERENCES Macromolecule (macromoleculeId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A part of a complex. (pydb)
CREATE TABLE IF NOT EXISTS AssemblyRegion (
    assemblyRegionId INT NOT NULL AUTO_INCREMENT,
    assemblyHasMacromoleculeId INT NOT NULL,
    assemblyRegionType VARCHAR(45),
    name VARCHAR(45),
    fromResiduesBases VARCHAR(45),
    toResiduesBases VARCHAR(45),
    PRIMARY KEY (assemblyRegionId),
    KEY AssemblyRegion_assemblyHasMacromoleculeId (assemblyHasMacromoleculeId),
    CONSTRAINT AssemblyRegion_fk_assemblyHasMacromoleculeId FOREIGN KEY (assemblyHasMacromoleculeId)
        REFERENCES AssemblyHasMacromolecule (AssemblyHasMacromoleculeId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- How many of what. (pydb)
CREATE TABLE IF NOT EXISTS Stoichiometry (
    stoichiometryId INT NOT NULL AUTO_INCREMENT,
    hostMacromoleculeId INT NOT NULL,
    macromoleculeId INT NOT NULL,
    ratio VARCHAR(45),
    PRIMARY KEY (stoichiometryId),
    KEY Stoichiometry_hostMacromoleculeId (hostMacromoleculeId),
    KEY Stoichiometry_macromoleculeId (macromoleculeId),
    CONSTRAINT Stoichiometry_fk_hostMacromoleculeId FOREIGN KEY (hostMacromoleculeId)
        REFERENCES Macromolecule (macromoleculeId) ON DELETE CASCADE,
    CONSTRAINT Stoichiometry_fk_macromoleculeId FOREIGN KEY (macromoleculeId)
        REFERENCES Macromolecule (macromoleculeId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Parts of the detector not to trust. (pydb)
CREATE TABLE IF NOT EXISTS UntrustedRegion (
    untrustedRegionId INT NOT NULL AUTO_INCREMENT,
    detectorId INT NOT NULL,
    x1 INT NOT NULL,
    x2 INT NOT NULL,
    y1 INT NOT NULL,
    y2 INT NOT NULL,
    PRIMARY KEY (untrustedRegionId),
    KEY UntrustedRegion_detectorId (detectorId),
    CONSTRAINT UntrustedRegion_fk_detectorId FOREIGN KEY (detectorId)
        REFERENCES Detector (detectorId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A buffer. (pydb)
CREATE TABLE IF NOT EXISTS Buffer (
    bufferId INT NOT NULL AUTO_INCREMENT,
    proposalId INT NOT NULL DEFAULT -1,
    safetyLevelId INT,
    name VARCHAR(45),
    acronym VARCHAR(45),
    pH VARCHAR(45),
    composition VARCHAR(45),
    comments VARCHAR(512),
    BLSessionId INT,
    electronDensity DOUBLE,
    PRIMARY KEY (bufferId),
    KEY Buffer_safetyLevelId (safetyLevelId),
    CONSTRAINT Buffer_fk_safetyLevelId FOREIGN KEY (safetyLevelId)
        REFERENCES SafetyLevel (safetyLevelId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Something added to a buffer. (pydb)
CREATE TABLE IF NOT EXISTS Additive (
    additiveId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(45),
    additiveType VARCHAR(45),
    comments VARCHAR(512),
    chemFormulaHead VARCHAR(25) DEFAULT '',
    chemFormulaTail VARCHAR(25) DEFAULT '',
    PRIMARY KEY (additiveId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Units. (pydb)
CREATE TABLE IF NOT EXISTS MeasurementUnit (
    measurementUnitId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(45),
    unitType VARCHAR(45),
    PRIMARY KEY (measurementUnitId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What is added to a buffer. (pydb)
CREATE TABLE IF NOT EXISTS BufferHasAdditive (
    bufferHasAdditiveId INT NOT NULL AUTO_INCREMENT,
    bufferId INT NOT NULL,
    additiveId INT NOT NULL,
    measurementUnitId INT,
    quantity VARCHAR(45),
    PRIMARY KEY (bufferHasAdditiveId),
    KEY BufferHasAdditive_additiveId (additiveId),
    KEY BufferHasAdditive_bufferId (bufferId),
    KEY BufferHasAdditive_measurementUnitId (measurementUnitId),
    CONSTRAINT BufferHasAdditive_fk_additiveId FOREIGN KEY (additiveId)
        REFERENCES Additive (additiveId) ON DELETE CASCADE,
    CONSTRAINT BufferHasAdditive_fk_bufferId FOREIGN KEY (bufferId) REFERENCES Buffer (bufferId) ON DELETE CASCADE,
    CONSTRAINT BufferHasAdditive_fk_measurementUnitId FOREIGN KEY (measurementUnitId)
        REFERENCES MeasurementUnit (measurementUnitId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A program of the sample changer. (pydb)
CREATE TABLE IF NOT EXISTS InstructionSet (
    instructionSetId INT NOT NULL AUTO_INCREMENT,
    type VARCHAR(50),
    PRIMARY KEY (instructionSetId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A solution brought along. (pydb)
CREATE TABLE IF NOT EXISTS StockSolution (
    stockSolutionId INT NOT NULL AUTO_INCREMENT,
    proposalId INT NOT NULL DEFAULT -1,
    bufferId INT NOT NULL,
    macromoleculeId INT,
    instructionSetId INT,
    boxId INT,
    name VARCHAR(45),
    storageTemperature VARCHAR(55),
    volume VARCHAR(55),
    concentration VARCHAR(55),
    comments VARCHAR(255),
    PRIMARY KEY (stockSolutionId),
    KEY StockSolution_bufferId (bufferId),
    KEY StockSolution_instructionSetId (instructionSetId),
    KEY StockSolution_macromoleculeId (macromoleculeId),
    CONSTRAINT StockSolution_fk_bufferId FOREIGN KEY (bufferId) REFERENCES Buffer (bufferId) ON DELETE CASCADE,
    CONSTRAINT StockSolution_fk_instructionSetId FOREIGN KEY (instructionSetId)
        REFERENCES InstructionSet (instructionSetId) ON DELETE CASCADE,
    CONSTRAINT StockSolution_fk_macromoleculeId FOREIGN KEY (macromoleculeId)
        REFERENCES Macromolecule (macromoleculeId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A step of it. (pydb)
CREATE TABLE IF NOT EXISTS Instruction (
    instructionId INT NOT NULL AUTO_INCREMENT,
    instructionSetId INT NOT NULL,
    `order` INT NOT NULL,
    comments VARCHAR(255),
    PRIMARY KEY (instructionId),
    KEY Instruction_instructionSetId (instructionSetId),
    CONSTRAINT Instruction_fk_instructionSetId FOREIGN KEY (instructionSetId)
        REFERENCES InstructionSet (instructionSetId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Plates that belong together. (pydb)
CREATE TABLE IF NOT EXISTS PlateGroup (
    plateGroupId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(255),
    storageTemperature VARCHAR(45),
    PRIMARY KEY (plateGroupId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Kinds of plates. (pydb)
CREATE TABLE IF NOT EXISTS PlateType (
    PlateTypeId INT NOT NULL AUTO_INCREMENT,
    experimentId INT,
    name VARCHAR(45),
    description VARCHAR(45),
    shape VARCHAR(45),
    rowCount INT,
    columnCount INT,
    PRIMARY KEY (PlateTypeId),
    KEY PlateType_experimentId (experimentId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- An experiment: samples measured together. (pydb)
CREATE TABLE IF NOT EXISTS Experiment (
    experimentId INT NOT NULL AUTO_INCREMENT,
    sessionId INT,
    proposalId INT NOT NULL,
    name VARCHAR(255),
    creationDate DATETIME,
    experimentType VARCHAR(128),
    sourceFilePath VARCHAR(256),
    dataAcquisitionFilePath VARCHAR(256),
    status VARCHAR(45),
    comments VARCHAR(512),
    PRIMARY KEY (experimentId),
    KEY Experiment_sessionId (sessionId),
    CONSTRAINT Experiment_fk_sessionId FOREIGN KEY (sessionId) REFERENCES BLSession (sessionId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A plate of an experiment. (pydb)
CREATE TABLE IF NOT EXISTS SamplePlate (
    samplePlateId INT NOT NULL AUTO_INCREMENT,
    experimentId INT NOT NULL,
    plateGroupId INT,
    plateTypeId INT,
    instructionSetId INT,
    boxId INT,
    name VARCHAR(45),
    slotPositionRow VARCHAR(45),
    slotPositionColumn VARCHAR(45),
    storageTemperature VARCHAR(45),
    PRIMARY KEY (samplePlateId),
    KEY SamplePlate_experimentId (experimentId),
    KEY SamplePlate_instructionSetId (instructionSetId),
    KEY SamplePlate_plateGroupId (plateGroupId),
    KEY SamplePlate_plateTypeId (plateTypeId),
    CONSTRAINT SamplePlate_fk_experimentId FOREIGN KEY (experimentId)
        REFERENCES Experiment (experimentId) ON DELETE CASCADE,
    CONSTRAINT SamplePlate_fk_instructionSetId FOREIGN KEY (instructionSetId)
        REFERENCES InstructionSet (instructionSetId) ON DELETE CASCADE,
    CONSTRAINT SamplePlate_fk_plateGroupId FOREIGN KEY (plateGroupId)
        REFERENCES PlateGroup (plateGroupId) ON DELETE CASCADE,
    CONSTRAINT SamplePlate_fk_plateTypeId FOREIGN KEY (plateTypeId)
        REFERENCES PlateType (PlateTypeId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A well of a plate. (pydb)
CREATE TABLE IF NOT EXISTS SamplePlatePosition (
    samplePlatePositionId INT NOT NULL AUTO_INCREMENT,
    samplePlateId INT NOT NULL,
    rowNumber INT,
    columnNumber INT,
    volume VARCHAR(45),
    PRIMARY KEY (samplePlatePositionId),
    KEY SamplePlatePosition_samplePlateId (samplePlateId),
    CONSTRAINT SamplePlatePosition_fk_samplePlateId FOREIGN KEY (samplePlateId)
        REFERENCES SamplePlate (samplePlateId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What is in a well. (pydb)
CREATE TABLE IF NOT EXISTS Specimen (
    specimenId INT NOT NULL AUTO_INCREMENT,
    experimentId INT NOT NULL,
    bufferId INT,
    macromoleculeId INT,
    samplePlatePositionId INT,
    safetyLevelId INT,
    stockSolutionId INT,
    code VARCHAR(255),
    concentration VARCHAR(45),
    volume VARCHAR(45),
    comments VARCHAR(5120),
    PRIMARY KEY (specimenId),
    KEY Specimen_bufferId (bufferId),
    KEY Specimen_experimentId (experimentId),
    KEY Specimen_macromoleculeId (macromoleculeId),
    KEY Specimen_safetyLevelId (safetyLevelId),
    KEY Specimen_samplePlatePositionId (samplePlatePositionId),
    KEY Specimen_stockSolutionId (stockSolutionId),
    CONSTRAINT Specimen_fk_bufferId FOREIGN KEY (bufferId) REFERENCES Buffer (bufferId) ON DELETE CASCADE,
    CONSTRAINT Specimen_fk_experimentId FOREIGN KEY (experimentId)
        REFERENCES Experiment (experimentId) ON DELETE CASCADE,
    CONSTRAINT Specimen_fk_macromoleculeId FOREIGN KEY (macromoleculeId)
        REFERENCES Macromolecule (macromoleculeId) ON DELETE CASCADE,
    CONSTRAINT Specimen_fk_safetyLevelId FOREIGN KEY (safetyLevelId)
        REFERENCES SafetyLevel (safetyLevelId) ON DELETE CASCADE,
    CONSTRAINT Specimen_fk_samplePlatePositionId FOREIGN KEY (samplePlatePositionId)
        REFERENCES SamplePlatePosition (samplePlatePositionId) ON DELETE CASCADE,
    CONSTRAINT Specimen_fk_stockSolutionId FOREIGN KEY (stockSolutionId)
        REFERENCES StockSolution (stockSolutionId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- One exposure of a specimen and what was measured at it. (pydb)
CREATE TABLE IF NOT EXISTS Run (
    runId INT NOT NULL AUTO_INCREMENT,
    timePerFrame VARCHAR(45),
    timeStart VARCHAR(45),
    timeEnd VARCHAR(45),
    storageTemperature VARCHAR(45),
    exposureTemperature VARCHAR(45),
    spectrophotometer VARCHAR(45),
    energy VARCHAR(45),
    creationDate DATETIME,
    frameAverage VARCHAR(45),
    frameCount VARCHAR(45),
    transmission VARCHAR(45),
    beamCenterX VARCHAR(45),
    beamCenterY VARCHAR(45),
    pixelSizeX VARCHAR(45),
    pixelSizeY VARCHAR(45),
    radiationRelative VARCHAR(45),
    radiationAbsolute VARCHAR(45),
    normalization VARCHAR(45),
    PRIMARY KEY (runId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A measurement of a specimen. (pydb)
CREATE TABLE IF NOT EXISTS Measurement (
    measurementId INT NOT NULL AUTO_INCREMENT,
    specimenId INT NOT NULL,
    runId INT,
    code VARCHAR(100),
    imageDirectory VARCHAR(512),
    priorityLevelId INT,
    exposureTemperature VARCHAR(45),
    viscosity VARCHAR(45),
    flow TINYINT(1),
    extraFlowTime VARCHAR(45),
    volumeToLoad VARCHAR(45),
    waitTime VARCHAR(45),
    transmission VARCHAR(45),
    comments VARCHAR(512),
    pathToH5 VARCHAR(512),
    PRIMARY KEY (measurementId),
    KEY Measurement_runId (runId),
    KEY Measurement_specimenId (specimenId),
    CONSTRAINT Measurement_fk_runId FOREIGN KEY (runId) REFERENCES Run (runId) ON DELETE CASCADE,
    CONSTRAINT Measurement_fk_specimenId FOREIGN KEY (specimenId)
        REFERENCES Specimen (specimenId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- An acquisition, as older programs store it.
CREATE TABLE IF NOT EXISTS DataAcquisition (
    dataAcquisitionId INT NOT NULL AUTO_INCREMENT,
    sampleCellId INT NOT NULL,
    framesCount VARCHAR(45),
    energy VARCHAR(45),
    waitTime VARCHAR(45),
    detectorDistance VARCHAR(45),
    PRIMARY KEY (dataAcquisitionId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Measurements that belong together: buffer, sample, buffer. (pydb)
CREATE TABLE IF NOT EXISTS SaxsDataCollection (
    dataCollectionId INT NOT NULL AUTO_INCREMENT,
    experimentId INT NOT NULL,
    comments VARCHAR(5120),
    PRIMARY KEY (dataCollectionId),
    KEY SaxsDataCollection_experimentId (experimentId),
    CONSTRAINT SaxsDataCollection_fk_experimentId FOREIGN KEY (experimentId)
        REFERENCES Experiment (experimentId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Which measurements, and in which order. (pydb)
CREATE TABLE IF NOT EXISTS MeasurementToDataCollection (
    measurementToDataCollectionId INT NOT NULL AUTO_INCREMENT,
    dataCollectionId INT,
    measurementId INT,
    dataCollectionOrder INT,
    PRIMARY KEY (measurementToDataCollectionId),
    KEY MeasurementToDataCollection_dataCollectionId (dataCollectionId),
    KEY MeasurementToDataCollection_measurementId (measurementId),
    CONSTRAINT MeasurementToDataCollection_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES SaxsDataCollection (dataCollectionId) ON DELETE CASCADE,
    CONSTRAINT MeasurementToDataCollection_fk_measurementId FOREIGN KEY (measurementId)
        REFERENCES Measurement (measurementId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A frame of a curve. (pydb)
CREATE TABLE IF NOT EXISTS Frame (
    frameId INT NOT NULL AUTO_INCREMENT,
    filePath VARCHAR(255),
    comments VARCHAR(45),
    creationDate TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    frameSetId INT,
    PRIMARY KEY (frameId),
    KEY Frame_filePath (filePath)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A list of frames. (pydb)
CREATE TABLE IF NOT EXISTS FrameList (
    frameListId INT NOT NULL AUTO_INCREMENT,
    comments INT,
    PRIMARY KEY (frameListId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Frames taken together. (pydb)
CREATE TABLE IF NOT EXISTS FrameSet (
    frameSetId INT NOT NULL AUTO_INCREMENT,
    runId INT NOT NULL,
    frameListId INT,
    detectorId INT,
    detectorDistance VARCHAR(45),
    filePath VARCHAR(255),
    internalPath VARCHAR(255),
    PRIMARY KEY (frameSetId),
    KEY FrameSet_frameListId (frameListId),
    KEY FrameSet_runId (runId),
    CONSTRAINT FrameSet_fk_frameListId FOREIGN KEY (frameListId)
        REFERENCES FrameList (frameListId) ON DELETE CASCADE,
    CONSTRAINT FrameSet_fk_runId FOREIGN KEY (runId) REFERENCES Run (runId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Which frames are in a list. (pydb)
CREATE TABLE IF NOT EXISTS FrameToList (
    frameToListId INT NOT NULL AUTO_INCREMENT,
    frameListId INT NOT NULL,
    frameId INT NOT NULL,
    PRIMARY KEY (frameToListId),
    KEY FrameToList_frameId (frameId),
    KEY FrameToList_frameListId (frameListId),
    CONSTRAINT FrameToList_fk_frameId FOREIGN KEY (frameId) REFERENCES Frame (frameId) ON DELETE CASCADE,
    CONSTRAINT FrameToList_fk_frameListId FOREIGN KEY (frameListId)
        REFERENCES FrameList (frameListId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- How far a reduction is. (pydb)
CREATE TABLE IF NOT EXISTS DataReductionStatus (
    dataReductionStatusId INT NOT NULL AUTO_INCREMENT,
    dataCollectionId INT NOT NULL,
    status VARCHAR(15),
    filename VARCHAR(255),
    message VARCHAR(255),
    PRIMARY KEY (dataReductionStatusId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Frames averaged. (pydb)
CREATE TABLE IF NOT EXISTS Merge (
    mergeId INT NOT NULL AUTO_INCREMENT,
    measurementId INT,
    frameListId INT,
    discardedFrameNameList VARCHAR(1024),
    averageFilePath VARCHAR(255),
    framesCount VARCHAR(45),
    framesMerge VARCHAR(45),
    creationDate DATETIME,
    PRIMARY KEY (mergeId),
    KEY Merge_frameListId (frameListId),
    KEY Merge_measurementId (measurementId),
    CONSTRAINT Merge_fk_frameListId FOREIGN KEY (frameListId) REFERENCES FrameList (frameListId) ON DELETE CASCADE,
    CONSTRAINT Merge_fk_measurementId FOREIGN KEY (measurementId)
        REFERENCES Measurement (measurementId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A sample's curve less the buffer's. (pydb)
CREATE TABLE IF NOT EXISTS Subtraction (
    subtractionId INT NOT NULL AUTO_INCREMENT,
    dataCollectionId INT NOT NULL,
    rg VARCHAR(45),
    rgStdev VARCHAR(45),
    I0 VARCHAR(45),
    I0Stdev VARCHAR(45),
    firstPointUsed VARCHAR(45),
    lastPointUsed VARCHAR(45),
    quality VARCHAR(45),
    isagregated VARCHAR(45),
    concentration VARCHAR(45),
    gnomFilePath VARCHAR(255),
    rgGuinier VARCHAR(45),
    rgGnom VARCHAR(45),
    dmax VARCHAR(45),
    total VARCHAR(45),
    volume VARCHAR(45),
    creationTime DATETIME,
    kratkyFilePath VARCHAR(255),
    scatteringFilePath VARCHAR(255),
    guinierFilePath VARCHAR(255),
    substractedFilePath VARCHAR(255),
    gnomFilePathOutput VARCHAR(255),
    sampleOneDimensionalFiles INT,
    bufferOnedimensionalFiles INT,
    sampleAverageFilePath VARCHAR(255),
    bufferAverageFilePath VARCHAR(255),
    PRIMARY KEY (subtractionId),
    KEY Subtraction_bufferOnedimensionalFiles (bufferOnedimensionalFiles),
    KEY Subtraction_dataCollectionId (dataCollectionId),
    KEY Subtraction_sampleOneDimensionalFiles (sampleOneDimensionalFiles),
    CONSTRAINT Subtraction_fk_bufferOnedimensionalFiles FOREIGN KEY (bufferOnedimensionalFiles)
        REFERENCES FrameList (frameListId) ON DELETE CASCADE,
    CONSTRAINT Subtraction_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES SaxsDataCollection (dataCollectionId) ON DELETE CASCADE,
    CONSTRAINT Subtraction_fk_sampleOneDimensionalFiles FOREIGN KEY (sampleOneDimensionalFiles)
        REFERENCES FrameList (frameListId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A low-resolution model. (pydb)
CREATE TABLE IF NOT EXISTS Model (
    modelId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(45),
    pdbFile VARCHAR(255),
    fitFile VARCHAR(255),
    firFile VARCHAR(255),
    logFile VARCHAR(255),
    rFactor VARCHAR(45),
    chiSqrt VARCHAR(45),
    volume VARCHAR(45),
    rg VARCHAR(45),
    dMax VARCHAR(45),
    PRIMARY KEY (modelId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A list of models. (pydb)
CREATE TABLE IF NOT EXISTS ModelList (
    modelListId INT NOT NULL AUTO_INCREMENT,
    nsdFilePath VARCHAR(255),
    chi2RgFilePath VARCHAR(255),
    PRIMARY KEY (modelListId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Which models are in a list. (pydb)
CREATE TABLE IF NOT EXISTS ModelToList (
    modelToListId INT NOT NULL AUTO_INCREMENT,
    modelId INT NOT NULL,
    modelListId INT NOT NULL,
    PRIMARY KEY (modelToListId),
    KEY ModelToList_modelId (modelId),
    KEY ModelToList_modelListId (modelListId),
    CONSTRAINT ModelToList_fk_modelId FOREIGN KEY (modelId) REFERENCES Model (modelId) ON DELETE CASCADE,
    CONSTRAINT ModelToList_fk_modelListId FOREIGN KEY (modelListId)
        REFERENCES ModelList (modelListId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A shape from scattering alone. (pydb)
CREATE TABLE IF NOT EXISTS AbInitioModel (
    abInitioModelId INT NOT NULL AUTO_INCREMENT,
    modelListId INT,
    averagedModelId INT,
    rapidShapeDeterminationModelId INT,
    shapeDeterminationModelId INT,
    comments VARCHAR(512),
    creationTime DATETIME,
    PRIMARY KEY (abInitioModelId),
    KEY AbInitioModel_averagedModelId (averagedModelId),
    KEY AbInitioModel_modelListId (modelListId),
    KEY AbInitioModel_rapidShapeDeterminationModelId (rapidShapeDeterminationModelId),
    KEY AbInitioModel_shapeDeterminationModelId (shapeDeterminationModelId),
    CONSTRAINT AbInitioModel_fk_averagedModelId FOREIGN KEY (averagedModelId)
        REFERENCES Model (modelId) ON DELETE CASCADE,
    CONSTRAINT AbInitioModel_fk_modelListId FOREIGN KEY (modelListId)
        REFERENCES ModelList (modelListId) ON DELETE CASCADE,
    CONSTRAINT AbInitioModel_fk_rapidShapeDeterminationModelId FOREIGN KEY (rapidShapeDeterminationModelId)
        REFERENCES Model (modelId) ON DELETE CASCADE,
    CONSTRAINT AbInitioModel_fk_shapeDeterminationModelId FOREIGN KEY (shapeDeterminationModelId)
        REFERENCES Model (modelId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Which curve a shape was made from. (pydb)
CREATE TABLE IF NOT EXISTS SubtractionToAbInitioModel (
    subtractionToAbInitioModelId INT NOT NULL AUTO_INCREMENT,
    abInitioId INT,
    subtractionId INT,
    PRIMARY KEY (subtractionToAbInitioModelId),
    KEY SubtractionToAbInitioModel_abInitioId (abInitioId),
    KEY SubtractionToAbInitioModel_subtractionId (subtractionId),
    CONSTRAINT SubtractionToAbInitioModel_fk_abInitioId FOREIGN KEY (abInitioId)
        REFERENCES AbInitioModel (abInitioModelId) ON DELETE CASCADE,
    CONSTRAINT SubtractionToAbInitioModel_fk_subtractionId FOREIGN KEY (subtractionId)
        REFERENCES Subtraction (subtractionId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Known parts fitted to a curve. (pydb)
CREATE TABLE IF NOT EXISTS RigidBodyModeling (
    rigidBodyModelingId INT NOT NULL AUTO_INCREMENT,
    subtractionId INT NOT NULL,
    fitFilePath VARCHAR(255),
    rigidBodyModelFilePath VARCHAR(255),
    logFilePath VARCHAR(255),
    curveConfigFilePath VARCHAR(255),
    subUnitConfigFilePath VARCHAR(255),
    crossCorrConfigFilePath VARCHAR(255),
    contactDescriptionFilePath VARCHAR(255),
    symmetry VARCHAR(255),
    creationDate VARCHAR(45),
    PRIMARY KEY (rigidBodyModelingId),
    KEY RigidBodyModeling_subtractionId (subtractionId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A known structure to compare with. (pydb)
CREATE TABLE IF NOT EXISTS Structure (
    structureId INT NOT NULL AUTO_INCREMENT,
    macromoleculeId INT,
    crystalId INT,
    blSampleId INT,
    filePath VARCHAR(2048),
    structureType VARCHAR(45),
    fromResiduesBases VARCHAR(45),
    toResiduesBases VARCHAR(45),
    sequence VARCHAR(45),
    creationDate DATETIME,
    name VARCHAR(255),
    symmetry VARCHAR(45),
    multiplicity VARCHAR(45),
    groupName VARCHAR(45),
    proposalId INT,
    uniprotId VARCHAR(45),
    PRIMARY KEY (structureId),
    KEY Structure_blSampleId (blSampleId),
    KEY Structure_crystalId (crystalId),
    KEY Structure_macromoleculeId (macromoleculeId),
    KEY Structure_proposalId (proposalId),
    CONSTRAINT Structure_fk_blSampleId FOREIGN KEY (blSampleId) REFERENCES BLSample (blSampleId) ON DELETE CASCADE,
    CONSTRAINT Structure_fk_crystalId FOREIGN KEY (crystalId) REFERENCES Crystal (crystalId) ON DELETE CASCADE,
    CONSTRAINT Structure_fk_macromoleculeId FOREIGN KEY (macromoleculeId)
        REFERENCES Macromolecule (macromoleculeId) ON DELETE CASCADE,
    CONSTRAINT Structure_fk_proposalId FOREIGN KEY (proposalId) REFERENCES Proposal (proposalId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- How well a structure fits a curve. (pydb)
CREATE TABLE IF NOT EXISTS FitStructureToExperimentalData (
    fitStructureToExperimentalDataId INT NOT NULL AUTO_INCREMENT,
    structureId INT,
    subtractionId INT,
    workflowId INT,
    fitFilePath VARCHAR(255),
    logFilePath VARCHAR(255),
    outputFilePath VARCHAR(255),
    creationDate DATETIME,
    comments VARCHAR(2048),
    PRIMARY KEY (fitStructureToExperimentalDataId),
    KEY FitStructureToExperimentalData_structureId (structureId),
    KEY FitStructureToExperimentalData_subtractionId (subtractionId),
    KEY FitStructureToExperimentalData_workflowId (workflowId),
    CONSTRAINT FitStructureToExperimentalData_fk_structureId FOREIGN KEY (structureId)
        REFERENCES Structure (structureId) ON DELETE CASCADE,
    CONSTRAINT FitStructureToExperimentalData_fk_subtractionId FOREIGN KEY (subtractionId)
        REFERENCES Subtraction (subtractionId) ON DELETE CASCADE,
    CONSTRAINT FitStructureToExperimentalData_fk_workflowId FOREIGN KEY (workflowId)
        REFERENCES Workflow (workflowId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Structures of a mixture. (pydb)
CREATE TABLE IF NOT EXISTS MixtureToStructure (
    fitToStructureId INT NOT NULL AUTO_INCREMENT,
    structureId INT NOT NULL,
    mixtureId INT NOT NULL,
    volumeFraction VARCHAR(45),
    creationDate DATETIME,
    PRIMARY KEY (fitToStructureId),
    KEY MixtureToStructure_mixtureId (mixtureId),
    KEY MixtureToStructure_structureId (structureId),
    CONSTRAINT MixtureToStructure_fk_mixtureId FOREIGN KEY (mixtureId)
        REFERENCES FitStructureToExperimentalData (fitStructureToExperimentalDataId) ON DELETE CASCADE,
    CONSTRAINT MixtureToStructure_fk_structureId FOREIGN KEY (structureId)
        REFERENCES Structure (structureId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A model laid over a known structure. (pydb)
CREATE TABLE IF NOT EXISTS Superposition (
    superpositionId INT NOT NULL AUTO_INCREMENT,
    subtractionId INT NOT NULL,
    abinitioModelPdbFilePath VARCHAR(255),
    aprioriPdbFilePath VARCHAR(255),
    alignedPdbFilePath VARCHAR(255),
    creationDate DATETIME,
    PRIMARY KEY (superpositionId),
    KEY Superposition_subtractionId (subtractionId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
