-- Beamlines as they are set up, the sessions given on them, and what goes wrong there.

-- Runs of the machine in which sessions are scheduled. (dls)
CREATE TABLE IF NOT EXISTS BeamCalendar (
    beamCalendarId INT NOT NULL AUTO_INCREMENT,
    run VARCHAR(7) NOT NULL,
    beamStatus VARCHAR(24) NOT NULL,
    startDate DATETIME NOT NULL,
    endDate DATETIME NOT NULL,
    PRIMARY KEY (beamCalendarId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Runs of the machine, with their names. (dls)
CREATE TABLE IF NOT EXISTS v_run (
    runId INT NOT NULL AUTO_INCREMENT,
    run VARCHAR(7) NOT NULL DEFAULT '',
    startDate DATETIME,
    endDate DATETIME,
    PRIMARY KEY (runId),
    KEY v_run_startDate_endDate (startDate, endDate)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A detector and its limits.
CREATE TABLE IF NOT EXISTS Detector (
    detectorId INT NOT NULL AUTO_INCREMENT,
    detectorType VARCHAR(255),
    detectorManufacturer VARCHAR(255),
    detectorModel VARCHAR(255),
    detectorPixelSizeHorizontal DOUBLE,
    detectorPixelSizeVertical DOUBLE,
    detectorSerialNumber VARCHAR(30),
    detectorDistanceMin DOUBLE,
    detectorDistanceMax DOUBLE,
    trustedPixelValueRangeLower DOUBLE,
    trustedPixelValueRangeUpper DOUBLE,
    sensorThickness DOUBLE,
    overload DOUBLE,
    XGeoCorr VARCHAR(255),
    YGeoCorr VARCHAR(255),
    detectorMode VARCHAR(255),
    detectorMaxResolution DOUBLE,
    detectorMinResolution DOUBLE,
    CS DOUBLE,  -- mm
    density DOUBLE,
    composition VARCHAR(16),
    localName VARCHAR(40),
    numberOfPixelsX MEDIUMINT,
    numberOfPixelsY MEDIUMINT,
    detectorRollMin DOUBLE,  -- degree
    detectorRollMax DOUBLE,  -- degree
    numberOfROIPixelsX MEDIUMINT,
    numberOfROIPixelsY MEDIUMINT,
    PRIMARY KEY (detectorId),
    UNIQUE KEY Detector_uq_detectorSerialNumber (detectorSerialNumber),
    KEY Detector_detectorType_etc
        (detectorType(100), detectorManufacturer(100),
         detectorModel(100), detectorPixelSizeHorizontal, detectorPixelSizeVertical)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A beam-defining aperture.
CREATE TABLE IF NOT EXISTS Aperture (
    apertureId INT NOT NULL AUTO_INCREMENT,
    sizeX DOUBLE,
    PRIMARY KEY (apertureId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A state of a beamline's optics and its limits; each collection's session names the latest.
CREATE TABLE IF NOT EXISTS BeamLineSetup (
    beamLineSetupId INT NOT NULL AUTO_INCREMENT,
    synchrotronMode VARCHAR(255),
    undulatorType1 VARCHAR(45),
    undulatorType2 VARCHAR(45),
    undulatorType3 VARCHAR(45),
    focalSpotSizeAtSample DOUBLE,
    focusingOptic VARCHAR(255),
    beamDivergenceHorizontal DOUBLE,
    beamDivergenceVertical DOUBLE,
    polarisation DOUBLE,
    monochromatorType VARCHAR(255),
    setupDate DATETIME,
    synchrotronName VARCHAR(255),
    maxExpTimePerDataCollection DOUBLE,
    minExposureTimePerImage DOUBLE,
    goniostatMaxOscillationSpeed DOUBLE,
    goniostatMinOscillationWidth DOUBLE,
    minTransmission DOUBLE,
    CS DOUBLE,  -- mm
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    detectorId INT,
    maxExposureTimePerImage DOUBLE,  -- s
    goniostatMaxOscillationWidth DOUBLE,  -- degree
    maxTransmission DOUBLE,  -- %
    beamlineName VARCHAR(50),
    beamSizeXMin DOUBLE,  -- micrometre
    beamSizeXMax DOUBLE,  -- micrometre
    beamSizeYMin DOUBLE,  -- micrometre
    beamSizeYMax DOUBLE,  -- micrometre
    energyMin DOUBLE,  -- eV
    energyMax DOUBLE,  -- eV
    omegaMin DOUBLE,  -- degree
    omegaMax DOUBLE,  -- degree
    kappaMin DOUBLE,  -- degree
    kappaMax DOUBLE,  -- degree
    phiMin DOUBLE,  -- degree
    phiMax DOUBLE,  -- degree
    active TINYINT(1) NOT NULL DEFAULT 0,
    numberOfImagesMax MEDIUMINT UNSIGNED,
    numberOfImagesMin MEDIUMINT UNSIGNED,
    boxSizeXMin DOUBLE,  -- micrometre
    boxSizeXMax DOUBLE,  -- micrometre
    boxSizeYMin DOUBLE,  -- micrometre
    boxSizeYMax DOUBLE,  -- micrometre
    monoBandwidthMin DOUBLE,  -- %
    monoBandwidthMax DOUBLE,  -- %
    preferredDataCentre VARCHAR(30),
    amplitudeContrast DOUBLE,
    PRIMARY KEY (beamLineSetupId),
    KEY BeamLineSetup_detectorId (detectorId),
    CONSTRAINT BeamLineSetup_fk_detectorId FOREIGN KEY (detectorId) REFERENCES Detector (detectorId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A visit: one proposal on one beamline for some days.
CREATE TABLE IF NOT EXISTS BLSession (
    sessionId INT NOT NULL AUTO_INCREMENT,
    expSessionPk INT,
    beamLineSetupId INT,
    proposalId INT NOT NULL DEFAULT 0,
    projectCode VARCHAR(45),
    startDate DATETIME,
    endDate DATETIME,
    beamLineName VARCHAR(45),
    scheduled TINYINT(1),
    nbShifts INT,
    comments VARCHAR(2000),
    beamLineOperator VARCHAR(255),
    visit_number INT DEFAULT 0,
    bltimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    usedFlag TINYINT(1),
    sessionTitle VARCHAR(255),
    structureDeterminations DOUBLE,
    dewarTransport DOUBLE,
    databackupFrance DOUBLE,
    databackupEurope DOUBLE,
    operatorSiteNumber VARCHAR(10),
    lastUpdate TIMESTAMP NULL DEFAULT NULL,
    protectedData VARCHAR(1024),
    externalId BINARY(16),
    nbReimbDewars INT,
    beamCalendarId INT,
    archived TINYINT(1) DEFAULT 0,
    riskRating ENUM('Low', 'Medium', 'High', 'Not Permitted'),
    purgedProcessedData TINYINT(1) DEFAULT 0,
    icatId INT,
    PRIMARY KEY (sessionId),
    KEY BLSession_beamCalendarId (beamCalendarId),
    KEY BLSession_beamLineName (beamLineName),
    KEY BLSession_beamLineSetupId (beamLineSetupId),
    KEY BLSession_endDate (endDate),
    KEY BLSession_nbShifts (nbShifts),
    KEY BLSession_operatorSiteNumber (operatorSiteNumber),
    KEY BLSession_proposalId (proposalId),
    -- Unique in one family only: programs of the other leave visit_number at its default, 0, many times over.
    KEY BLSession_proposalId_visit_number (proposalId, visit_number),
    KEY BLSession_startDate (startDate),
    CONSTRAINT BLSession_fk_beamCalendarId FOREIGN KEY (beamCalendarId)
        REFERENCES BeamCalendar (beamCalendarId) ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT BLSession_fk_beamLineSetupId FOREIGN KEY (beamLineSetupId)
        REFERENCES BeamLineSetup (beamLineSetupId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT BLSession_fk_proposalId FOREIGN KEY (proposalId)
        REFERENCES Proposal (proposalId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A place on a sample, relative to another if relativePositionId says so.
CREATE TABLE IF NOT EXISTS Position (
    positionId INT NOT NULL AUTO_INCREMENT,
    relativePositionId INT,
    posX DOUBLE,
    posY DOUBLE,
    posZ DOUBLE,
    scale DOUBLE,
    recordTimeStamp DATETIME,
    X DOUBLE GENERATED ALWAYS AS (posX) VIRTUAL,
    Y DOUBLE GENERATED ALWAYS AS (posY) VIRTUAL,
    Z DOUBLE GENERATED ALWAYS AS (posZ) VIRTUAL,
    PRIMARY KEY (positionId),
    KEY Position_relativePositionId (relativePositionId),
    CONSTRAINT Position_fk_relativePositionId FOREIGN KEY (relativePositionId)
        REFERENCES Position (positionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What a session is for, as the user office calls it.
CREATE TABLE IF NOT EXISTS SessionType (
    sessionTypeId INT NOT NULL AUTO_INCREMENT,
    sessionId INT NOT NULL,
    typeName VARCHAR(31) NOT NULL,
    PRIMARY KEY (sessionTypeId),
    KEY SessionType_sessionId (sessionId),
    CONSTRAINT SessionType_fk_sessionId FOREIGN KEY (sessionId)
        REFERENCES BLSession (sessionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Who takes part in a session, and as what.
CREATE TABLE IF NOT EXISTS Session_has_Person (
    sessionId INT NOT NULL DEFAULT 0,
    personId INT NOT NULL DEFAULT 0,
    role ENUM(
        'Local Contact', 'Local Contact 2', 'Staff', 'Team Leader', 'Co-Investigator',
        'Principal Investigator', 'Alternate Contact', 'Data Access', 'Team Member', 'ERA Admin',
        'Associate'
    ),
    remote TINYINT(1) DEFAULT 0,
    PRIMARY KEY (sessionId, personId),
    KEY Session_has_Person_personId (personId),
    KEY Session_has_Person_sessionId (sessionId),
    CONSTRAINT Session_has_Person_fk_personId FOREIGN KEY (personId)
        REFERENCES Person (personId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Session_has_Person_fk_sessionId FOREIGN KEY (sessionId)
        REFERENCES BLSession (sessionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What lies where in the sample changer of a session.
CREATE TABLE IF NOT EXISTS BLSession_has_SCPosition (
    blsessionhasscpositionid INT NOT NULL AUTO_INCREMENT,
    blsessionid INT NOT NULL,
    scContainer SMALLINT UNSIGNED,
    containerPosition SMALLINT UNSIGNED,
    PRIMARY KEY (blsessionhasscpositionid),
    KEY BLSession_has_SCPosition_blsessionid (blsessionid),
    CONSTRAINT BLSession_has_SCPosition_fk_blsessionid FOREIGN KEY (blsessionid)
        REFERENCES BLSession (sessionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The ring's current and the beam's size when they were measured.
CREATE TABLE IF NOT EXISTS BeamlineStats (
    beamlineStatsId INT NOT NULL AUTO_INCREMENT,
    beamline VARCHAR(10),
    recordTimeStamp DATETIME,
    ringCurrent DOUBLE,
    energy DOUBLE,
    gony DOUBLE,
    beamW DOUBLE,
    beamH DOUBLE,
    flux DOUBLE,
    scanFileW VARCHAR(255),
    scanFileH VARCHAR(255),
    PRIMARY KEY (beamlineStatsId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The apertures used in a session and the beam they give.
CREATE TABLE IF NOT EXISTS BeamApertures (
    beamAperturesid INT NOT NULL AUTO_INCREMENT,
    beamlineStatsId INT,
    flux DOUBLE,
    x DOUBLE,
    y DOUBLE,
    apertureSize SMALLINT UNSIGNED,
    PRIMARY KEY (beamAperturesid),
    KEY BeamApertures_beamlineStatsId (beamlineStatsId),
    CONSTRAINT BeamApertures_fk_beamlineStatsId FOREIGN KEY (beamlineStatsId)
        REFERENCES BeamlineStats (beamlineStatsId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The beam's position on the detector during a session.
CREATE TABLE IF NOT EXISTS BeamCentres (
    beamCentresid INT NOT NULL AUTO_INCREMENT,
    beamlineStatsId INT,
    x DOUBLE,
    y DOUBLE,
    zoom TINYINT UNSIGNED,
    PRIMARY KEY (beamCentresid),
    KEY BeamCentres_beamlineStatsId (beamlineStatsId),
    CONSTRAINT BeamCentres_fk_beamlineStatsId FOREIGN KEY (beamlineStatsId)
        REFERENCES BeamlineStats (beamlineStatsId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What the control software did besides collecting.
CREATE TABLE IF NOT EXISTS BeamlineAction (
    beamlineActionId INT NOT NULL AUTO_INCREMENT,
    sessionId INT,
    startTimestamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP() ON UPDATE CURRENT_TIMESTAMP(),
    endTimestamp TIMESTAMP NULL DEFAULT NULL,
    message VARCHAR(255),
    parameter VARCHAR(50),
    value VARCHAR(30),
    loglevel ENUM('DEBUG', 'CRITICAL', 'INFO'),
    status ENUM('PAUSED', 'RUNNING', 'TERMINATED', 'COMPLETE', 'ERROR', 'EPICSFAIL'),
    PRIMARY KEY (beamlineActionId),
    KEY BeamlineAction_sessionId (sessionId),
    CONSTRAINT BeamlineAction_fk_sessionId FOREIGN KEY (sessionId)
        REFERENCES BLSession (sessionId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The sessions of a project.
CREATE TABLE IF NOT EXISTS Project_has_Session (
    projectId INT NOT NULL,
    sessionId INT NOT NULL,
    PRIMARY KEY (projectId, sessionId),
    KEY Project_has_Session_sessionId (sessionId),
    CONSTRAINT Project_has_Session_fk_projectId FOREIGN KEY (projectId)
        REFERENCES Project (projectId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Project_has_Session_fk_sessionId FOREIGN KEY (sessionId)
        REFERENCES BLSession (sessionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Papers to cite for a beamline.
CREATE TABLE IF NOT EXISTS IspybReference (
    referenceId INT NOT NULL AUTO_INCREMENT,
    referenceName VARCHAR(255),
    referenceUrl VARCHAR(1024),
    referenceBibtext BLOB,
    beamline ENUM('All', 'ID14-4', 'ID23-1', 'ID23-2', 'ID29', 'ID30A-1', 'ID30A-2', 'XRF', 'AllXRF', 'Mesh'),
    PRIMARY KEY (referenceId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Positions of the goniometer's motors.
CREATE TABLE IF NOT EXISTS MotorPosition (
    motorPositionId INT NOT NULL AUTO_INCREMENT,
    phiX DOUBLE,
    phiY DOUBLE,
    phiZ DOUBLE,
    sampX DOUBLE,
    sampY DOUBLE,
    omega DOUBLE,
    kappa DOUBLE,
    phi DOUBLE,
    chi DOUBLE,
    gridIndexY INT,
    gridIndexZ INT,
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (motorPositionId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Fault reports: a system of the facility.
CREATE TABLE IF NOT EXISTS BF_system (
    systemId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(100),
    description VARCHAR(200),
    PRIMARY KEY (systemId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Fault reports: which systems a beamline has.
CREATE TABLE IF NOT EXISTS BF_system_beamline (
    system_beamlineId INT NOT NULL AUTO_INCREMENT,
    systemId INT,
    beamlineName VARCHAR(20),
    PRIMARY KEY (system_beamlineId),
    KEY BF_system_beamline_systemId (systemId),
    CONSTRAINT BF_system_beamline_fk_systemId FOREIGN KEY (systemId)
        REFERENCES BF_system (systemId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Fault reports: a part of a system.
CREATE TABLE IF NOT EXISTS BF_component (
    componentId INT NOT NULL AUTO_INCREMENT,
    systemId INT,
    name VARCHAR(100),
    description VARCHAR(200),
    PRIMARY KEY (componentId),
    KEY BF_component_systemId (systemId),
    CONSTRAINT BF_component_fk_systemId FOREIGN KEY (systemId) REFERENCES BF_system (systemId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Fault reports: which parts a beamline has.
CREATE TABLE IF NOT EXISTS BF_component_beamline (
    component_beamlineId INT NOT NULL AUTO_INCREMENT,
    componentId INT,
    beamlinename VARCHAR(20),
    PRIMARY KEY (component_beamlineId),
    KEY BF_component_beamline_componentId (componentId),
    CONSTRAINT BF_component_beamline_fk_componentId FOREIGN KEY (componentId)
        REFERENCES BF_component (componentId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Fault reports: a part of a part.
CREATE TABLE IF NOT EXISTS BF_subcomponent (
    subcomponentId INT NOT NULL AUTO_INCREMENT,
    componentId INT,
    name VARCHAR(100),
    description VARCHAR(200),
    PRIMARY KEY (subcomponentId),
    KEY BF_subcomponent_componentId (componentId),
    CONSTRAINT BF_subcomponent_fk_componentId FOREIGN KEY (componentId)
        REFERENCES BF_component (componentId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Fault reports: which parts of parts a beamline has.
CREATE TABLE IF NOT EXISTS BF_subcomponent_beamline (
    subcomponent_beamlineId INT NOT NULL AUTO_INCREMENT,
    subcomponentId INT,
    beamlinename VARCHAR(20),
    PRIMARY KEY (subcomponent_beamlineId),
    KEY BF_subcomponent_beamline_subcomponentId (subcomponentId),
    CONSTRAINT BF_subcomponent_beamline_fk_subcomponentId FOREIGN KEY (subcomponentId)
        REFERENCES BF_subcomponent (subcomponentId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Fault reports: what broke during a session, and how it was mended.
CREATE TABLE IF NOT EXISTS BF_fault (
    faultId INT NOT NULL AUTO_INCREMENT,
    sessionId INT NOT NULL,
    owner VARCHAR(50),
    subcomponentId INT,
    starttime DATETIME,
    endtime DATETIME,
    beamtimelost TINYINT(1),
    beamtimelost_starttime DATETIME,
    beamtimelost_endtime DATETIME,
    title VARCHAR(200),
    description TEXT,
    resolved TINYINT(1),
    resolution TEXT,
    assignee VARCHAR(50),
    attachment VARCHAR(200),
    eLogId INT,
    personId INT,
    assigneeId INT,
    PRIMARY KEY (faultId),
    KEY BF_fault_assigneeId (assigneeId),
    KEY BF_fault_personId (personId),
    KEY BF_fault_sessionId (sessionId),
    KEY BF_fault_subcomponentId (subcomponentId),
    CONSTRAINT BF_fault_fk_assigneeId FOREIGN KEY (assigneeId) REFERENCES Person (personId) ON DELETE CASCADE,
    CONSTRAINT BF_fault_fk_personId FOREIGN KEY (personId) REFERENCES Person (personId) ON DELETE CASCADE,
    CONSTRAINT BF_fault_fk_sessionId FOREIGN KEY (sessionId) REFERENCES BLSession (sessionId) ON DELETE CASCADE,
    CONSTRAINT BF_fault_fk_subcomponentId FOREIGN KEY (subcomponentId)
        REFERENCES BF_subcomponent (subcomponentId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
