-- What is measured: proteins, components, crystals, samples, their pictures, and the plans for them.

-- BLSample and BLSubSample refer to each other, so one key must point at a table that is not there yet.
SET foreign_key_checks = 0;

-- Safety levels of samples. (pydb)
CREATE TABLE IF NOT EXISTS SafetyLevel (
    safetyLevelId INT NOT NULL AUTO_INCREMENT,
    code VARCHAR(45),
    description VARCHAR(45),
    PRIMARY KEY (safetyLevelId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Kinds of components: protein, ligand, buffer and so on.
CREATE TABLE IF NOT EXISTS ComponentType (
    componentTypeId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(31) NOT NULL,
    PRIMARY KEY (componentTypeId),
    UNIQUE KEY ComponentType_uq_name (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Kinds within kinds of components.
CREATE TABLE IF NOT EXISTS ComponentSubType (
    componentSubTypeId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(31) NOT NULL,
    hasPh TINYINT(1) DEFAULT 0,
    proposalType VARCHAR(10),
    active TINYINT(1) DEFAULT 1,
    PRIMARY KEY (componentSubTypeId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- How a concentration is counted, with the symbol to print.
CREATE TABLE IF NOT EXISTS ConcentrationType (
    concentrationTypeId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(31) NOT NULL,
    symbol VARCHAR(8) NOT NULL,
    proposalType VARCHAR(10),
    active TINYINT(1) DEFAULT 1,
    PRIMARY KEY (concentrationTypeId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A protein, or another component that a proposal may bring.
CREATE TABLE IF NOT EXISTS Protein (
    proteinId INT NOT NULL AUTO_INCREMENT,
    proposalId INT NOT NULL DEFAULT 0,
    name VARCHAR(255),
    acronym VARCHAR(45),
    description TEXT,
    hazardGroup TINYINT UNSIGNED NOT NULL DEFAULT 1,
    containmentLevel TINYINT UNSIGNED NOT NULL DEFAULT 1,
    safetyLevel ENUM('GREEN', 'YELLOW', 'RED'),
    molecularMass DOUBLE,
    proteinType VARCHAR(45),
    sequence TEXT,
    personId INT,
    bltimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    isCreatedBySampleSheet TINYINT(1) DEFAULT 0,
    externalId BINARY(16),
    componentTypeId INT,
    modId VARCHAR(20),
    concentrationTypeId INT,
    global TINYINT(1) DEFAULT 0,
    MOD_ID VARCHAR(20),
    density DOUBLE,
    abundance DOUBLE,
    isotropy ENUM('isotropic', 'anisotropic'),
    PRIMARY KEY (proteinId),
    KEY Protein_acronym (acronym),
    KEY Protein_componentTypeId (componentTypeId),
    KEY Protein_concentrationTypeId (concentrationTypeId),
    KEY Protein_personId (personId),
    KEY Protein_proposalId (proposalId),
    KEY Protein_proposalId_acronym (proposalId, acronym),
    CONSTRAINT Protein_fk_componentTypeId FOREIGN KEY (componentTypeId)
        REFERENCES ComponentType (componentTypeId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Protein_fk_concentrationTypeId FOREIGN KEY (concentrationTypeId)
        REFERENCES ConcentrationType (concentrationTypeId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Protein_fk_proposalId FOREIGN KEY (proposalId)
        REFERENCES Proposal (proposalId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A structure's file, or its code in the Protein Data Bank.
CREATE TABLE IF NOT EXISTS PDB (
    pdbId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(255),
    contents MEDIUMTEXT,
    code VARCHAR(4),
    source VARCHAR(30),
    PRIMARY KEY (pdbId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The known structures of a protein.
CREATE TABLE IF NOT EXISTS Protein_has_PDB (
    proteinhaspdbid INT NOT NULL AUTO_INCREMENT,
    proteinid INT NOT NULL,
    pdbid INT NOT NULL,
    PRIMARY KEY (proteinhaspdbid),
    KEY Protein_has_PDB_pdbid (pdbid),
    KEY Protein_has_PDB_proteinid (proteinid),
    CONSTRAINT Protein_has_PDB_fk_pdbid FOREIGN KEY (pdbid) REFERENCES PDB (pdbId) ON DELETE CASCADE,
    CONSTRAINT Protein_has_PDB_fk_proteinid FOREIGN KEY (proteinid)
        REFERENCES Protein (proteinId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The lattice expected for a protein. (pydb)
CREATE TABLE IF NOT EXISTS Protein_has_Lattice (
    proteinId INT NOT NULL,
    cell_a DOUBLE,
    cell_b DOUBLE,
    cell_c DOUBLE,
    cell_alpha DOUBLE,
    cell_beta DOUBLE,
    cell_gamma DOUBLE,
    PRIMARY KEY (proteinId),
    CONSTRAINT Protein_has_Lattice_fk_proteinId FOREIGN KEY (proteinId)
        REFERENCES Protein (proteinId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The lattice expected for a component. (dls)
CREATE TABLE IF NOT EXISTS ComponentLattice (
    componentLatticeId INT NOT NULL AUTO_INCREMENT,
    componentId INT,
    spaceGroup VARCHAR(20),
    cell_a DOUBLE,
    cell_b DOUBLE,
    cell_c DOUBLE,
    cell_alpha DOUBLE,
    cell_beta DOUBLE,
    cell_gamma DOUBLE,
    PRIMARY KEY (componentLatticeId),
    KEY ComponentLattice_componentId (componentId),
    CONSTRAINT ComponentLattice_fk_componentId FOREIGN KEY (componentId) REFERENCES Protein (proteinId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The sub-kinds of a component.
CREATE TABLE IF NOT EXISTS Component_has_SubType (
    componentId INT NOT NULL,
    componentSubTypeId INT NOT NULL,
    PRIMARY KEY (componentId, componentSubTypeId),
    KEY Component_has_SubType_componentSubTypeId (componentSubTypeId),
    CONSTRAINT Component_has_SubType_fk_componentId FOREIGN KEY (componentId)
        REFERENCES Protein (proteinId) ON DELETE CASCADE,
    CONSTRAINT Component_has_SubType_fk_componentSubTypeId FOREIGN KEY (componentSubTypeId)
        REFERENCES ComponentSubType (componentSubTypeId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What is mixed with a crystal or sample in a serial experiment.
CREATE TABLE IF NOT EXISTS Component (
    componentId INT NOT NULL AUTO_INCREMENT,
    componentTypeId INT NOT NULL,
    proposalId INT,
    name VARCHAR(255) NOT NULL,
    composition VARCHAR(255),
    PRIMARY KEY (componentId),
    KEY Component_componentTypeId (componentTypeId),
    KEY Component_proposalId (proposalId),
    CONSTRAINT Component_fk_componentTypeId FOREIGN KEY (componentTypeId)
        REFERENCES ComponentType (componentTypeId),
    CONSTRAINT Component_fk_proposalId FOREIGN KEY (proposalId)
        REFERENCES Proposal (proposalId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What a protein is brought with. (dls)
CREATE TABLE IF NOT EXISTS Protein_has_Component (
    proteinHasComponentId INT NOT NULL AUTO_INCREMENT,
    proteinId INT NOT NULL,
    componentId INT NOT NULL,
    PRIMARY KEY (proteinHasComponentId),
    KEY Protein_has_Component_componentId (componentId),
    KEY Protein_has_Component_proteinId (proteinId),
    CONSTRAINT Protein_has_Component_fk_componentId FOREIGN KEY (componentId)
        REFERENCES Component (componentId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Protein_has_Component_fk_proteinId FOREIGN KEY (proteinId)
        REFERENCES Protein (proteinId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The proteins of a project.
CREATE TABLE IF NOT EXISTS Project_has_Protein (
    projectId INT NOT NULL,
    proteinId INT NOT NULL,
    PRIMARY KEY (projectId, proteinId),
    KEY Project_has_Protein_proteinId (proteinId),
    CONSTRAINT Project_has_Protein_fk_projectId FOREIGN KEY (projectId)
        REFERENCES Project (projectId) ON DELETE CASCADE,
    CONSTRAINT Project_has_Protein_fk_proteinId FOREIGN KEY (proteinId)
        REFERENCES Protein (proteinId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A ligand that samples may be soaked with. (dls)
CREATE TABLE IF NOT EXISTS Ligand (
    ligandId INT NOT NULL AUTO_INCREMENT,
    proposalId INT NOT NULL,
    name VARCHAR(255) NOT NULL,
    SMILES VARCHAR(400),
    libraryName VARCHAR(30),
    libraryBatchNumber VARCHAR(30),
    plateBarcode VARCHAR(30),
    sourceWell VARCHAR(30),
    PRIMARY KEY (ligandId),
    KEY Ligand_proposalId (proposalId),
    CONSTRAINT Ligand_fk_proposalId FOREIGN KEY (proposalId)
        REFERENCES Proposal (proposalId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The known structures of a ligand. (dls)
CREATE TABLE IF NOT EXISTS Ligand_has_PDB (
    ligandId INT NOT NULL,
    pdbId INT NOT NULL,
    PRIMARY KEY (ligandId, pdbId),
    KEY Ligand_has_PDB_pdbId (pdbId),
    CONSTRAINT Ligand_has_PDB_fk_ligandId FOREIGN KEY (ligandId)
        REFERENCES Ligand (ligandId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Ligand_has_PDB_fk_pdbId FOREIGN KEY (pdbId)
        REFERENCES PDB (pdbId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Columns used before a SAXS measurement. (dls)
CREATE TABLE IF NOT EXISTS PurificationColumn (
    purificationColumnId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(100),
    active TINYINT(1) DEFAULT 1,
    PRIMARY KEY (purificationColumnId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A motor and its value. (dls)
CREATE TABLE IF NOT EXISTS Positioner (
    positionerId INT NOT NULL AUTO_INCREMENT,
    positioner VARCHAR(50) NOT NULL,
    value DOUBLE NOT NULL,
    PRIMARY KEY (positionerId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Crystal families.
CREATE TABLE IF NOT EXISTS GeometryClassname (
    geometryClassnameId INT NOT NULL AUTO_INCREMENT,
    geometryClassname VARCHAR(45),
    geometryOrder INT NOT NULL,
    PRIMARY KEY (geometryClassnameId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Space groups: number, name and lattice.
CREATE TABLE IF NOT EXISTS SpaceGroup (
    spaceGroupId INT NOT NULL AUTO_INCREMENT,
    geometryClassnameId INT,
    spaceGroupNumber INT,
    spaceGroupShortName VARCHAR(45),
    spaceGroupName VARCHAR(45),
    bravaisLattice VARCHAR(45),
    bravaisLatticeName VARCHAR(45),
    pointGroup VARCHAR(45),
    MX_used TINYINT(1) NOT NULL DEFAULT 0,
    PRIMARY KEY (spaceGroupId),
    KEY SpaceGroup_geometryClassnameId (geometryClassnameId),
    KEY SpaceGroup_spaceGroupShortName (spaceGroupShortName),
    CONSTRAINT SpaceGroup_fk_geometryClassnameId FOREIGN KEY (geometryClassnameId)
        REFERENCES GeometryClassname (geometryClassnameId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Classes that a crystal may be put into.
CREATE TABLE IF NOT EXISTS IspybCrystalClass (
    crystalClassId INT NOT NULL AUTO_INCREMENT,
    crystalClass_code VARCHAR(20) NOT NULL,
    crystalClass_name VARCHAR(255) NOT NULL,
    PRIMARY KEY (crystalClassId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- How a sample shall be measured; also how it was meant to be.
CREATE TABLE IF NOT EXISTS DiffractionPlan (
    diffractionPlanId INT NOT NULL AUTO_INCREMENT,
    xmlDocumentId INT,
    experimentKind ENUM(
        'Default', 'MXPressE', 'MXPressF', 'MXPressO', 'MXPressP', 'MXPressP_SAD', 'MXPressI',
        'MXPressE_SAD', 'MXScore', 'MXPressM', 'MAD', 'SAD', 'Fixed', 'Ligand binding',
        'Refinement', 'OSC', 'MAD - Inverse Beam', 'SAD - Inverse Beam', 'MESH', 'XFE',
        'Stepped transmission', 'XChem High Symmetry', 'XChem Low Symmetry', 'Commissioning',
        'Metal ID'
    ),
    observedResolution DOUBLE,
    minimalResolution DOUBLE,
    exposureTime DOUBLE,
    oscillationRange DOUBLE,
    maximalResolution DOUBLE,
    screeningResolution DOUBLE,
    radiationSensitivity DOUBLE,
    anomalousScatterer VARCHAR(255),
    preferredBeamSizeX DOUBLE,
    preferredBeamSizeY DOUBLE,
    preferredBeamDiameter DOUBLE,
    comments VARCHAR(1024),
    aimedCompleteness DOUBLE,
    aimedIOverSigmaAtHighestRes DOUBLE,
    aimedMultiplicity DOUBLE,
    aimedResolution DOUBLE,
    anomalousData TINYINT(1) DEFAULT 0,
    complexity VARCHAR(45),
    estimateRadiationDamage TINYINT(1) DEFAULT 0,
    forcedSpaceGroup VARCHAR(45),
    requiredCompleteness DOUBLE,
    requiredMultiplicity DOUBLE,
    requiredResolution DOUBLE,
    strategyOption VARCHAR(200),
    kappaStrategyOption VARCHAR(45),
    numberOfPositions INT,
    minDimAccrossSpindleAxis DOUBLE,
    maxDimAccrossSpindleAxis DOUBLE,
    radiationSensitivityBeta DOUBLE,
    radiationSensitivityGamma DOUBLE,
    minOscWidth DOUBLE,
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    diffractionPlanUUID VARCHAR(1000),
    dataCollectionPlanGroupId INT,
    detectorId INT,
    distance DOUBLE,
    orientation DOUBLE,
    monoBandwidth DOUBLE,
    monochromator VARCHAR(8),
    energy DOUBLE,
    transmission DOUBLE,
    boxSizeX DOUBLE,
    boxSizeY DOUBLE,
    kappaStart DOUBLE,
    axisStart DOUBLE,
    axisRange DOUBLE,
    numberOfImages MEDIUMINT,
    presetForProposalId INT,
    beamLineName VARCHAR(45),
    userPath VARCHAR(100),
    name VARCHAR(20),
    centringMethod ENUM('xray', 'loop', 'diffraction', 'optical'),
    robotPlateTemperature DOUBLE,  -- K
    exposureTemperature DOUBLE,  -- K
    experimentTypeId INT,
    purificationColumnId INT,
    collectionMode ENUM('auto', 'manual'),
    priority INT,
    qMin DOUBLE,  -- nm^-1
    qMax DOUBLE,  -- nm^-1
    reductionParametersAveraging ENUM('All', 'Fastest Dimension', '1D'),
    scanParameters LONGTEXT,
    PRIMARY KEY (diffractionPlanId),
    KEY DiffractionPlan_detectorId (detectorId),
    KEY DiffractionPlan_experimentTypeId (experimentTypeId),
    KEY DiffractionPlan_presetForProposalId (presetForProposalId),
    KEY DiffractionPlan_purificationColumnId (purificationColumnId),
    CONSTRAINT DiffractionPlan_fk_detectorId FOREIGN KEY (detectorId)
        REFERENCES Detector (detectorId) ON UPDATE CASCADE,
    CONSTRAINT DiffractionPlan_fk_experimentTypeId FOREIGN KEY (experimentTypeId)
        REFERENCES ExperimentType (experimentTypeId),
    CONSTRAINT DiffractionPlan_fk_presetForProposalId FOREIGN KEY (presetForProposalId)
        REFERENCES Proposal (proposalId),
    CONSTRAINT DiffractionPlan_fk_purificationColumnId FOREIGN KEY (purificationColumnId)
        REFERENCES PurificationColumn (purificationColumnId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Detectors to use in a plan. (pydb)
CREATE TABLE IF NOT EXISTS DiffractionPlan_has_Detector (
    diffractionPlanId INT NOT NULL,
    detectorId INT NOT NULL,
    exposureTime DOUBLE,
    distance DOUBLE,
    orientation DOUBLE,
    PRIMARY KEY (diffractionPlanId, detectorId),
    KEY DiffractionPlan_has_Detector_detectorId (detectorId),
    CONSTRAINT DiffractionPlan_has_Detector_fk_detectorId FOREIGN KEY (detectorId)
        REFERENCES Detector (detectorId) ON DELETE CASCADE,
    CONSTRAINT DiffractionPlan_has_Detector_fk_diffractionPlanId FOREIGN KEY (diffractionPlanId)
        REFERENCES DiffractionPlan (diffractionPlanId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Detectors to use in a plan, with distance and exposure. (dls)
CREATE TABLE IF NOT EXISTS DataCollectionPlan_has_Detector (
    dataCollectionPlanHasDetectorId INT NOT NULL AUTO_INCREMENT,
    dataCollectionPlanId INT NOT NULL,
    detectorId INT NOT NULL,
    exposureTime DOUBLE,
    distance DOUBLE,
    roll DOUBLE,
    PRIMARY KEY (dataCollectionPlanHasDetectorId),
    UNIQUE KEY DataCollectionPlan_has_Detector_uq_dataCollectionPlanId_etc (dataCollectionPlanId, detectorId),
    KEY DataCollectionPlan_has_Detector_detectorId (detectorId),
    CONSTRAINT DataCollectionPlan_has_Detector_fk_dataCollectionPlanId FOREIGN KEY (dataCollectionPlanId)
        REFERENCES DiffractionPlan (diffractionPlanId),
    CONSTRAINT DataCollectionPlan_has_Detector_fk_detectorId FOREIGN KEY (detectorId)
        REFERENCES Detector (detectorId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The wedges of a plan.
CREATE TABLE IF NOT EXISTS ExperimentKindDetails (
    experimentKindId INT NOT NULL AUTO_INCREMENT,
    diffractionPlanId INT NOT NULL,
    exposureIndex INT,
    dataCollectionType VARCHAR(45),
    dataCollectionKind VARCHAR(45),
    wedgeValue DOUBLE,
    PRIMARY KEY (experimentKindId),
    KEY ExperimentKindDetails_diffractionPlanId (diffractionPlanId),
    CONSTRAINT ExperimentKindDetails_fk_diffractionPlanId FOREIGN KEY (diffractionPlanId)
        REFERENCES DiffractionPlan (diffractionPlanId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What can be scanned during a measurement.
CREATE TABLE IF NOT EXISTS ScanParametersService (
    scanParametersServiceId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(45),
    description VARCHAR(45),
    PRIMARY KEY (scanParametersServiceId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A scan of a plan: from, to, step.
CREATE TABLE IF NOT EXISTS ScanParametersModel (
    scanParametersModelId INT NOT NULL AUTO_INCREMENT,
    scanParametersServiceId INT,
    dataCollectionPlanId INT,
    modelNumber TINYINT,
    start DOUBLE,
    stop DOUBLE,
    step DOUBLE,
    array TEXT,
    sequenceNumber TINYINT UNSIGNED,
    duration MEDIUMINT UNSIGNED,
    PRIMARY KEY (scanParametersModelId),
    KEY ScanParametersModel_dataCollectionPlanId (dataCollectionPlanId),
    KEY ScanParametersModel_scanParametersServiceId (scanParametersServiceId),
    CONSTRAINT ScanParametersModel_fk_dataCollectionPlanId FOREIGN KEY (dataCollectionPlanId)
        REFERENCES DiffractionPlan (diffractionPlanId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT ScanParametersModel_fk_scanParametersServiceId FOREIGN KEY (scanParametersServiceId)
        REFERENCES ScanParametersService (scanParametersServiceId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A crystal form of a protein.
CREATE TABLE IF NOT EXISTS Crystal (
    crystalId INT NOT NULL AUTO_INCREMENT,
    diffractionPlanId INT,
    proteinId INT NOT NULL DEFAULT 0,
    crystalUUID VARCHAR(45),
    name VARCHAR(255),
    spaceGroup VARCHAR(20),
    morphology VARCHAR(255),
    color VARCHAR(45),
    size_X DOUBLE,
    size_Y DOUBLE,
    size_Z DOUBLE,
    cell_a DOUBLE,
    cell_b DOUBLE,
    cell_c DOUBLE,
    cell_alpha DOUBLE,
    cell_beta DOUBLE,
    cell_gamma DOUBLE,
    comments VARCHAR(255),
    pdbFileName VARCHAR(255),
    pdbFilePath VARCHAR(1024),
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    abundance DOUBLE,
    packingFraction DOUBLE,
    theoreticalDensity DOUBLE,
    PRIMARY KEY (crystalId),
    KEY Crystal_diffractionPlanId (diffractionPlanId),
    KEY Crystal_proteinId (proteinId),
    CONSTRAINT Crystal_fk_diffractionPlanId FOREIGN KEY (diffractionPlanId)
        REFERENCES DiffractionPlan (diffractionPlanId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Crystal_fk_proteinId FOREIGN KEY (proteinId)
        REFERENCES Protein (proteinId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The names a crystal has elsewhere.
CREATE TABLE IF NOT EXISTS Crystal_has_UUID (
    crystal_has_UUID_Id INT NOT NULL AUTO_INCREMENT,
    crystalId INT NOT NULL,
    UUID VARCHAR(45),
    imageURL VARCHAR(255),
    PRIMARY KEY (crystal_has_UUID_Id),
    KEY Crystal_has_UUID_UUID (UUID),
    KEY Crystal_has_UUID_crystalId (crystalId),
    CONSTRAINT Crystal_has_UUID_fk_crystalId FOREIGN KEY (crystalId)
        REFERENCES Crystal (crystalId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What a crystal is mixed with.
CREATE TABLE IF NOT EXISTS CrystalComposition (
    crystalCompositionId INT NOT NULL AUTO_INCREMENT,
    componentId INT NOT NULL,
    crystalId INT NOT NULL,
    concentrationTypeId INT,
    abundance DOUBLE,
    ratio DOUBLE,
    ph DOUBLE,
    PRIMARY KEY (crystalCompositionId),
    KEY CrystalComposition_componentId (componentId),
    KEY CrystalComposition_concentrationTypeId (concentrationTypeId),
    KEY CrystalComposition_crystalId (crystalId),
    CONSTRAINT CrystalComposition_fk_componentId FOREIGN KEY (componentId) REFERENCES Component (componentId),
    CONSTRAINT CrystalComposition_fk_concentrationTypeId FOREIGN KEY (concentrationTypeId)
        REFERENCES ConcentrationType (concentrationTypeId),
    CONSTRAINT CrystalComposition_fk_crystalId FOREIGN KEY (crystalId) REFERENCES Crystal (crystalId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A sample in its place: pin, drop, grid or chip.
CREATE TABLE IF NOT EXISTS BLSample (
    blSampleId INT NOT NULL AUTO_INCREMENT,
    diffractionPlanId INT,
    crystalId INT,
    containerId INT,
    name VARCHAR(100),
    code VARCHAR(45),
    location VARCHAR(45),
    holderLength DOUBLE,
    loopLength DOUBLE,
    loopType VARCHAR(45),
    wireWidth DOUBLE,
    comments VARCHAR(1024),
    completionStage VARCHAR(45),
    structureStage VARCHAR(45),
    publicationStage VARCHAR(45),
    publicationComments VARCHAR(255),
    blSampleStatus VARCHAR(20),
    isInSampleChanger TINYINT(1),
    lastKnownCenteringPosition VARCHAR(255),
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    SMILES VARCHAR(400),
    lastImageURL VARCHAR(255),
    positionId INT,
    blSubSampleId INT,
    screenComponentGroupId INT,
    volume DOUBLE,
    dimension1 DOUBLE,
    dimension2 DOUBLE,
    dimension3 DOUBLE,
    shape VARCHAR(15),
    subLocation SMALLINT UNSIGNED,
    packingFraction DOUBLE,
    preparationTemeprature MEDIUMINT,  -- K
    preparationHumidity DOUBLE,  -- %
    blottingTime INT,  -- s
    blottingForce DOUBLE,  -- N
    blottingDrainTime INT,  -- s
    support VARCHAR(50),
    staffComments VARCHAR(255),
    source VARCHAR(50) DEFAULT CURRENT_USER(),
    PRIMARY KEY (blSampleId),
    -- Unique in one family; programs of the other leave subLocation NULL, which is never equal.
    UNIQUE KEY BLSample_uq_containerId_location_subLocation (containerId, location, subLocation),
    KEY BLSample_blSampleStatus (blSampleStatus),
    KEY BLSample_blSubSampleId (blSubSampleId),
    KEY BLSample_containerId (containerId),
    KEY BLSample_crystalId (crystalId),
    KEY BLSample_crystalId_containerId (crystalId, containerId),
    KEY BLSample_diffractionPlanId (diffractionPlanId),
    KEY BLSample_name (name),
    KEY BLSample_screenComponentGroupId (screenComponentGroupId),
    CONSTRAINT BLSample_fk_blSubSampleId FOREIGN KEY (blSubSampleId) REFERENCES BLSubSample (blSubSampleId),
    CONSTRAINT BLSample_fk_containerId FOREIGN KEY (containerId)
        REFERENCES Container (containerId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT BLSample_fk_crystalId FOREIGN KEY (crystalId)
        REFERENCES Crystal (crystalId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT BLSample_fk_diffractionPlanId FOREIGN KEY (diffractionPlanId)
        REFERENCES DiffractionPlan (diffractionPlanId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT BLSample_fk_screenComponentGroupId FOREIGN KEY (screenComponentGroupId)
        REFERENCES ScreenComponentGroup (screenComponentGroupId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Programs that judge pictures of drops. (dls)
CREATE TABLE IF NOT EXISTS BLSampleImageAutoScoreSchema (
    blSampleImageAutoScoreSchemaId TINYINT UNSIGNED NOT NULL AUTO_INCREMENT,
    schemaName VARCHAR(25) NOT NULL,
    enabled TINYINT(1) DEFAULT 1,
    PRIMARY KEY (blSampleImageAutoScoreSchemaId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What such a program can say. (dls)
CREATE TABLE IF NOT EXISTS BLSampleImageAutoScoreClass (
    blSampleImageAutoScoreClassId TINYINT UNSIGNED NOT NULL AUTO_INCREMENT,
    blSampleImageAutoScoreSchemaId TINYINT UNSIGNED,
    scoreClass VARCHAR(15) NOT NULL,
    PRIMARY KEY (blSampleImageAutoScoreClassId),
    KEY BLSampleImageAutoScoreClass_blSampleImageAutoScoreSchemaId (blSampleImageAutoScoreSchemaId),
    CONSTRAINT BLSampleImageAutoScoreClass_fk_schema FOREIGN KEY (blSampleImageAutoScoreSchemaId)
        REFERENCES BLSampleImageAutoScoreSchema (blSampleImageAutoScoreSchemaId) ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What a person can say of a picture of a drop.
CREATE TABLE IF NOT EXISTS BLSampleImageScore (
    blSampleImageScoreId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(45),
    score DOUBLE,
    colour VARCHAR(15),
    PRIMARY KEY (blSampleImageScoreId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A picture of a sample.
CREATE TABLE IF NOT EXISTS BLSampleImage (
    blSampleImageId INT NOT NULL AUTO_INCREMENT,
    blSampleId INT,
    micronsPerPixelX DOUBLE,
    micronsPerPixelY DOUBLE,
    imageFullPath VARCHAR(255),
    blSampleImageScoreId INT,
    comments VARCHAR(255),
    blTimeStamp DATETIME,
    containerInspectionId INT,
    modifiedTimeStamp DATETIME,
    offsetX INT NOT NULL DEFAULT 0,
    offsetY INT NOT NULL DEFAULT 0,
    PRIMARY KEY (blSampleImageId),
    KEY BLSampleImage_blSampleId (blSampleId),
    KEY BLSampleImage_blSampleImageScoreId (blSampleImageScoreId),
    KEY BLSampleImage_containerInspectionId (containerInspectionId),
    -- Unique in one family only: programs of the other store the same picture again when they repeat a call.
    KEY BLSampleImage_imageFullPath (imageFullPath),
    CONSTRAINT BLSampleImage_fk_blSampleId FOREIGN KEY (blSampleId)
        REFERENCES BLSample (blSampleId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT BLSampleImage_fk_blSampleImageScoreId FOREIGN KEY (blSampleImageScoreId)
        REFERENCES BLSampleImageScore (blSampleImageScoreId) ON UPDATE CASCADE,
    CONSTRAINT BLSampleImage_fk_containerInspectionId FOREIGN KEY (containerInspectionId)
        REFERENCES ContainerInspection (containerInspectionId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A place on a sample that is measured by itself.
CREATE TABLE IF NOT EXISTS BLSubSample (
    blSubSampleId INT NOT NULL AUTO_INCREMENT,
    blSampleId INT,
    diffractionPlanId INT,
    positionId INT,
    position2Id INT,
    blSubSampleUUID VARCHAR(45),
    imgFileName VARCHAR(255),
    imgFilePath VARCHAR(1024),
    comments VARCHAR(1024),
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    motorPositionId INT,
    blSampleImageId INT,
    source ENUM('manual', 'auto') DEFAULT 'manual',
    type VARCHAR(10),
    PRIMARY KEY (blSubSampleId),
    KEY BLSubSample_blSampleId (blSampleId),
    KEY BLSubSample_blSampleId_source (blSampleId, source),
    KEY BLSubSample_blSampleImageId (blSampleImageId),
    KEY BLSubSample_diffractionPlanId (diffractionPlanId),
    KEY BLSubSample_motorPositionId (motorPositionId),
    KEY BLSubSample_position2Id (position2Id),
    KEY BLSubSample_positionId (positionId),
    CONSTRAINT BLSubSample_fk_blSampleId FOREIGN KEY (blSampleId)
        REFERENCES BLSample (blSampleId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT BLSubSample_fk_blSampleImageId FOREIGN KEY (blSampleImageId)
        REFERENCES BLSampleImage (blSampleImageId),
    CONSTRAINT BLSubSample_fk_diffractionPlanId FOREIGN KEY (diffractionPlanId)
        REFERENCES DiffractionPlan (diffractionPlanId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT BLSubSample_fk_motorPositionId FOREIGN KEY (motorPositionId)
        REFERENCES MotorPosition (motorPositionId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT BLSubSample_fk_position2Id FOREIGN KEY (position2Id)
        REFERENCES Position (positionId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT BLSubSample_fk_positionId FOREIGN KEY (positionId)
        REFERENCES Position (positionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What a program found in a picture of a sample.
CREATE TABLE IF NOT EXISTS BLSampleImageAnalysis (
    blSampleImageAnalysisId INT NOT NULL AUTO_INCREMENT,
    blSampleImageId INT,
    oavSnapshotBefore VARCHAR(255),
    oavSnapshotAfter VARCHAR(255),
    deltaX INT,
    deltaY INT,
    goodnessOfFit DOUBLE,
    scaleFactor DOUBLE,
    resultCode VARCHAR(15),
    matchStartTimeStamp TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP(),
    matchEndTimeStamp TIMESTAMP NULL DEFAULT NULL,
    PRIMARY KEY (blSampleImageAnalysisId),
    KEY BLSampleImageAnalysis_blSampleImageId (blSampleImageId),
    CONSTRAINT BLSampleImageAnalysis_fk_blSampleImageId FOREIGN KEY (blSampleImageId)
        REFERENCES BLSampleImage (blSampleImageId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Sizes drawn into a picture of a sample. (dls)
CREATE TABLE IF NOT EXISTS BLSampleImageMeasurement (
    blSampleImageMeasurementId INT NOT NULL AUTO_INCREMENT,
    blSampleImageId INT NOT NULL,
    blSubSampleId INT,
    startPosX DOUBLE,
    startPosY DOUBLE,
    endPosX DOUBLE,
    endPosY DOUBLE,
    blTimeStamp DATETIME,
    PRIMARY KEY (blSampleImageMeasurementId),
    KEY BLSampleImageMeasurement_blSampleImageId (blSampleImageId),
    KEY BLSampleImageMeasurement_blSubSampleId (blSubSampleId),
    CONSTRAINT BLSampleImageMeasurement_fk_blSampleImageId FOREIGN KEY (blSampleImageId)
        REFERENCES BLSampleImage (blSampleImageId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT BLSampleImageMeasurement_fk_blSubSampleId FOREIGN KEY (blSubSampleId)
        REFERENCES BLSubSample (blSubSampleId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- How a program judged a picture. (dls)
CREATE TABLE IF NOT EXISTS BLSampleImage_has_AutoScoreClass (
    blSampleImageId INT NOT NULL,
    blSampleImageAutoScoreClassId TINYINT UNSIGNED NOT NULL,
    probability DOUBLE,
    PRIMARY KEY (blSampleImageId, blSampleImageAutoScoreClassId),
    KEY BLSampleImage_has_AutoScoreClass_blSampleImageAutoScoreClassId (blSampleImageAutoScoreClassId),
    CONSTRAINT BLSampleImage_has_AutoScoreClass_fk_scoreClass FOREIGN KEY (blSampleImageAutoScoreClassId)
        REFERENCES BLSampleImageAutoScoreClass (blSampleImageAutoScoreClassId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT BLSampleImage_has_AutoScoreClass_fk_blSampleImageId FOREIGN KEY (blSampleImageId)
        REFERENCES BLSampleImage (blSampleImageId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Motors when a picture was taken. (dls)
CREATE TABLE IF NOT EXISTS BLSampleImage_has_Positioner (
    blSampleImageHasPositionerId INT NOT NULL AUTO_INCREMENT,
    blSampleImageId INT NOT NULL,
    positionerId INT NOT NULL,
    value DOUBLE,
    PRIMARY KEY (blSampleImageHasPositionerId),
    KEY BLSampleImage_has_Positioner_blSampleImageId (blSampleImageId),
    KEY BLSampleImage_has_Positioner_positionerId (positionerId),
    CONSTRAINT BLSampleImage_has_Positioner_fk_blSampleImageId FOREIGN KEY (blSampleImageId)
        REFERENCES BLSampleImage (blSampleImageId),
    CONSTRAINT BLSampleImage_has_Positioner_fk_positionerId FOREIGN KEY (positionerId)
        REFERENCES Positioner (positionerId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Where a sample is on its holder. (dls)
CREATE TABLE IF NOT EXISTS BLSamplePosition (
    blSamplePositionId INT NOT NULL AUTO_INCREMENT,
    blSampleId INT NOT NULL,
    posX DOUBLE,
    posY DOUBLE,
    posZ DOUBLE,
    recordTimeStamp DATETIME DEFAULT CURRENT_TIMESTAMP(),
    positionType ENUM('dispensing'),
    PRIMARY KEY (blSamplePositionId),
    KEY BLSamplePosition_blSampleId (blSampleId),
    CONSTRAINT BLSamplePosition_fk_blSampleId FOREIGN KEY (blSampleId) REFERENCES BLSample (blSampleId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Motors at which a sample is centred. (dls)
CREATE TABLE IF NOT EXISTS BLSample_has_Positioner (
    blSampleHasPositioner INT NOT NULL AUTO_INCREMENT,
    blSampleId INT NOT NULL,
    positionerId INT NOT NULL,
    PRIMARY KEY (blSampleHasPositioner),
    KEY BLSample_has_Positioner_blSampleId (blSampleId),
    KEY BLSample_has_Positioner_positionerId (positionerId),
    CONSTRAINT BLSample_has_Positioner_fk_blSampleId FOREIGN KEY (blSampleId) REFERENCES BLSample (blSampleId),
    CONSTRAINT BLSample_has_Positioner_fk_positionerId FOREIGN KEY (positionerId)
        REFERENCES Positioner (positionerId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Motors at which a sub-sample is centred. (dls)
CREATE TABLE IF NOT EXISTS BLSubSample_has_Positioner (
    blSubSampleHasPositioner INT NOT NULL AUTO_INCREMENT,
    blSubSampleId INT NOT NULL,
    positionerId INT NOT NULL,
    PRIMARY KEY (blSubSampleHasPositioner),
    KEY BLSubSample_has_Positioner_blSubSampleId (blSubSampleId),
    KEY BLSubSample_has_Positioner_positionerId (positionerId),
    CONSTRAINT BLSubSample_has_Positioner_fk_blSubSampleId FOREIGN KEY (blSubSampleId)
        REFERENCES BLSubSample (blSubSampleId),
    CONSTRAINT BLSubSample_has_Positioner_fk_positionerId FOREIGN KEY (positionerId)
        REFERENCES Positioner (positionerId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Kinds of samples, for each kind of proposal. (dls)
CREATE TABLE IF NOT EXISTS BLSampleType (
    blSampleTypeId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(100),
    proposalType VARCHAR(10),
    active TINYINT(1) DEFAULT 1,
    PRIMARY KEY (blSampleTypeId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Components of a kind of sample.
CREATE TABLE IF NOT EXISTS BLSampleType_has_Component (
    blSampleTypeId INT NOT NULL,
    componentId INT NOT NULL,
    abundance DOUBLE,
    PRIMARY KEY (blSampleTypeId, componentId),
    KEY BLSampleType_has_Component_componentId (componentId),
    CONSTRAINT BLSampleType_has_Component_fk_blSampleTypeId FOREIGN KEY (blSampleTypeId)
        REFERENCES Crystal (crystalId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT BLSampleType_has_Component_fk_componentId FOREIGN KEY (componentId)
        REFERENCES Protein (proteinId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What a sample is mixed with.
CREATE TABLE IF NOT EXISTS SampleComposition (
    sampleCompositionId INT NOT NULL AUTO_INCREMENT,
    componentId INT NOT NULL,
    blSampleId INT NOT NULL,
    concentrationTypeId INT,
    abundance DOUBLE,
    ratio DOUBLE,
    ph DOUBLE,
    PRIMARY KEY (sampleCompositionId),
    KEY SampleComposition_blSampleId (blSampleId),
    KEY SampleComposition_componentId (componentId),
    KEY SampleComposition_concentrationTypeId (concentrationTypeId),
    CONSTRAINT SampleComposition_fk_blSampleId FOREIGN KEY (blSampleId) REFERENCES BLSample (blSampleId),
    CONSTRAINT SampleComposition_fk_componentId FOREIGN KEY (componentId) REFERENCES Component (componentId),
    CONSTRAINT SampleComposition_fk_concentrationTypeId FOREIGN KEY (concentrationTypeId)
        REFERENCES ConcentrationType (concentrationTypeId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The ligands a sample was soaked with. (dls)
CREATE TABLE IF NOT EXISTS BLSample_has_Ligand (
    blSampleId INT NOT NULL,
    ligandId INT NOT NULL,
    PRIMARY KEY (blSampleId, ligandId),
    KEY BLSample_has_Ligand_ligandId (ligandId),
    CONSTRAINT BLSample_has_Ligand_fk_blSampleId FOREIGN KEY (blSampleId)
        REFERENCES BLSample (blSampleId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT BLSample_has_Ligand_fk_ligandId FOREIGN KEY (ligandId)
        REFERENCES Ligand (ligandId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The plans of a sample. (pydb)
CREATE TABLE IF NOT EXISTS BLSample_has_DiffractionPlan (
    blSampleId INT NOT NULL,
    diffractionPlanId INT NOT NULL,
    PRIMARY KEY (blSampleId, diffractionPlanId),
    KEY BLSample_has_DiffractionPlan_diffractionPlanId (diffractionPlanId),
    CONSTRAINT BLSample_has_DiffractionPlan_fk_blSampleId FOREIGN KEY (blSampleId)
        REFERENCES BLSample (blSampleId) ON DELETE CASCADE,
    CONSTRAINT BLSample_has_DiffractionPlan_fk_diffractionPlanId FOREIGN KEY (diffractionPlanId)
        REFERENCES DiffractionPlan (diffractionPlanId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The plans of a sample, in order. (dls)
CREATE TABLE IF NOT EXISTS BLSample_has_DataCollectionPlan (
    blSampleId INT NOT NULL,
    dataCollectionPlanId INT NOT NULL,
    planOrder SMALLINT UNSIGNED,
    PRIMARY KEY (blSampleId, dataCollectionPlanId),
    KEY BLSample_has_DataCollectionPlan_dataCollectionPlanId (dataCollectionPlanId),
    CONSTRAINT BLSample_has_DataCollectionPlan_fk_blSampleId FOREIGN KEY (blSampleId)
        REFERENCES BLSample (blSampleId),
    CONSTRAINT BLSample_has_DataCollectionPlan_fk_dataCollectionPlanId FOREIGN KEY (dataCollectionPlanId)
        REFERENCES DiffractionPlan (diffractionPlanId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A set of samples that belong together.
CREATE TABLE IF NOT EXISTS BLSampleGroup (
    blSampleGroupId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(100),
    proposalId INT,
    ownerId INT,
    PRIMARY KEY (blSampleGroupId),
    KEY BLSampleGroup_ownerId (ownerId),
    KEY BLSampleGroup_proposalId (proposalId),
    CONSTRAINT BLSampleGroup_fk_ownerId FOREIGN KEY (ownerId) REFERENCES Person (personId) ON UPDATE CASCADE,
    CONSTRAINT BLSampleGroup_fk_proposalId FOREIGN KEY (proposalId)
        REFERENCES Proposal (proposalId) ON DELETE SET NULL ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The samples of a set.
CREATE TABLE IF NOT EXISTS BLSampleGroup_has_BLSample (
    blSampleGroupId INT NOT NULL,
    blSampleId INT NOT NULL,
    `order` MEDIUMINT,
    type ENUM('background', 'container', 'sample', 'calibrant', 'capillary'),
    groupOrder MEDIUMINT,
    blSampleTypeId INT,
    PRIMARY KEY (blSampleGroupId, blSampleId),
    KEY BLSampleGroup_has_BLSample_blSampleId (blSampleId),
    KEY BLSampleGroup_has_BLSample_blSampleTypeId (blSampleTypeId),
    CONSTRAINT BLSampleGroup_has_BLSample_fk_blSampleGroupId FOREIGN KEY (blSampleGroupId)
        REFERENCES BLSampleGroup (blSampleGroupId) ON DELETE CASCADE,
    CONSTRAINT BLSampleGroup_has_BLSample_fk_blSampleId FOREIGN KEY (blSampleId)
        REFERENCES BLSample (blSampleId) ON DELETE CASCADE,
    CONSTRAINT BLSampleGroup_has_BLSample_fk_blSampleTypeId FOREIGN KEY (blSampleTypeId)
        REFERENCES BLSampleType (blSampleTypeId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The samples of a project.
CREATE TABLE IF NOT EXISTS Project_has_BLSample (
    projectId INT NOT NULL,
    blSampleId INT NOT NULL,
    PRIMARY KEY (projectId, blSampleId),
    KEY Project_has_BLSample_blSampleId (blSampleId),
    CONSTRAINT Project_has_BLSample_fk_blSampleId FOREIGN KEY (blSampleId)
        REFERENCES BLSample (blSampleId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Project_has_BLSample_fk_projectId FOREIGN KEY (projectId)
        REFERENCES Project (projectId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Which code the sample changer read where. (pydb)
CREATE TABLE IF NOT EXISTS DatamatrixInSampleChanger (
    datamatrixInSampleChangerId INT NOT NULL AUTO_INCREMENT,
    proposalId INT NOT NULL DEFAULT 0,
    beamLineName VARCHAR(45),
    datamatrixCode VARCHAR(45),
    locationInContainer INT,
    containerLocationInSC INT,
    containerDatamatrixCode VARCHAR(45),
    bltimeStamp TIMESTAMP NULL DEFAULT NULL,
    PRIMARY KEY (datamatrixInSampleChangerId),
    KEY DatamatrixInSampleChanger_proposalId (proposalId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What a well of a screen contains.
CREATE TABLE IF NOT EXISTS ScreenComponent (
    screenComponentId INT NOT NULL AUTO_INCREMENT,
    screenComponentGroupId INT NOT NULL,
    componentId INT,
    concentration DOUBLE,
    pH DOUBLE,
    PRIMARY KEY (screenComponentId),
    KEY ScreenComponent_componentId (componentId),
    KEY ScreenComponent_screenComponentGroupId (screenComponentGroupId),
    CONSTRAINT ScreenComponent_fk_componentId FOREIGN KEY (componentId)
        REFERENCES Protein (proteinId) ON DELETE CASCADE,
    CONSTRAINT ScreenComponent_fk_screenComponentGroupId FOREIGN KEY (screenComponentGroupId)
        REFERENCES ScreenComponentGroup (screenComponentGroupId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A sample of a waiting container.
CREATE TABLE IF NOT EXISTS ContainerQueueSample (
    containerQueueSampleId INT NOT NULL AUTO_INCREMENT,
    containerQueueId INT,
    blSubSampleId INT,
    status VARCHAR(20),
    startTime DATETIME,
    endTime DATETIME,
    dataCollectionPlanId INT,
    blSampleId INT,
    PRIMARY KEY (containerQueueSampleId),
    KEY ContainerQueueSample_blSampleId (blSampleId),
    KEY ContainerQueueSample_blSubSampleId (blSubSampleId),
    KEY ContainerQueueSample_containerQueueId (containerQueueId),
    KEY ContainerQueueSample_dataCollectionPlanId (dataCollectionPlanId),
    CONSTRAINT ContainerQueueSample_fk_blSampleId FOREIGN KEY (blSampleId) REFERENCES BLSample (blSampleId),
    CONSTRAINT ContainerQueueSample_fk_blSubSampleId FOREIGN KEY (blSubSampleId)
        REFERENCES BLSubSample (blSubSampleId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT ContainerQueueSample_fk_containerQueueId FOREIGN KEY (containerQueueId)
        REFERENCES ContainerQueue (containerQueueId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT ContainerQueueSample_fk_dataCollectionPlanId FOREIGN KEY (dataCollectionPlanId)
        REFERENCES DiffractionPlan (diffractionPlanId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

SET foreign_key_checks = 1;
