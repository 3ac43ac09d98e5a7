-- What travels: shipments, dewars, containers, and the devices that hold and look at them.

-- A device that photographs crystallisation plates.
CREATE TABLE IF NOT EXISTS Imager (
    imagerId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(45) NOT NULL,
    temperature DOUBLE,
    serial VARCHAR(45),
    capacity SMALLINT,
    PRIMARY KEY (imagerId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Kinds of light a plate is photographed in.
CREATE TABLE IF NOT EXISTS InspectionType (
    inspectionTypeId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(45),
    PRIMARY KEY (inspectionTypeId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A named plan of inspections.
CREATE TABLE IF NOT EXISTS Schedule (
    scheduleId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(45),
    PRIMARY KEY (scheduleId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- An inspection of a plan: after how many hours, in which light.
CREATE TABLE IF NOT EXISTS ScheduleComponent (
    scheduleComponentId INT NOT NULL AUTO_INCREMENT,
    scheduleId INT NOT NULL,
    inspectionTypeId INT,
    offset_hours INT,
    PRIMARY KEY (scheduleComponentId),
    KEY ScheduleComponent_inspectionTypeId (inspectionTypeId),
    KEY ScheduleComponent_scheduleId (scheduleId),
    CONSTRAINT ScheduleComponent_fk_inspectionTypeId FOREIGN KEY (inspectionTypeId)
        REFERENCES InspectionType (inspectionTypeId) ON DELETE CASCADE,
    CONSTRAINT ScheduleComponent_fk_scheduleId FOREIGN KEY (scheduleId)
        REFERENCES Schedule (scheduleId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Kinds of pucks, plates and grid boxes, with their capacity and geometry. (dls)
CREATE TABLE IF NOT EXISTS ContainerType (
    containerTypeId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(100),
    proposalType VARCHAR(10),
    active TINYINT(1) DEFAULT 1,
    capacity INT,
    wellPerRow SMALLINT,
    dropPerWellX SMALLINT,
    dropPerWellY SMALLINT,
    dropHeight DOUBLE,
    dropWidth DOUBLE,
    dropOffsetX DOUBLE,
    dropOffsetY DOUBLE,
    wellDrop SMALLINT,
    PRIMARY KEY (containerTypeId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A crystallisation screen.
CREATE TABLE IF NOT EXISTS Screen (
    screenId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(45),
    proposalId INT,
    global TINYINT(1),
    containerTypeId INT,
    PRIMARY KEY (screenId),
    KEY Screen_containerTypeId (containerTypeId),
    KEY Screen_proposalId (proposalId),
    CONSTRAINT Screen_fk_containerTypeId FOREIGN KEY (containerTypeId)
        REFERENCES ContainerType (containerTypeId) ON UPDATE CASCADE,
    CONSTRAINT Screen_fk_proposalId FOREIGN KEY (proposalId) REFERENCES Proposal (proposalId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A well of a screen.
CREATE TABLE IF NOT EXISTS ScreenComponentGroup (
    screenComponentGroupId INT NOT NULL AUTO_INCREMENT,
    screenId INT NOT NULL,
    position SMALLINT,
    PRIMARY KEY (screenComponentGroupId),
    KEY ScreenComponentGroup_screenId (screenId),
    CONSTRAINT ScreenComponentGroup_fk_screenId FOREIGN KEY (screenId)
        REFERENCES Screen (screenId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Containers known by their barcode, whatever they hold now. (dls)
CREATE TABLE IF NOT EXISTS ContainerRegistry (
    containerRegistryId INT NOT NULL AUTO_INCREMENT,
    barcode VARCHAR(20) NOT NULL,
    comments VARCHAR(255),
    recordTimestamp DATETIME DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (containerRegistryId),
    UNIQUE KEY ContainerRegistry_uq_barcode (barcode)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Which proposals may use a registered container. (dls)
CREATE TABLE IF NOT EXISTS ContainerRegistry_has_Proposal (
    containerRegistryHasProposalId INT NOT NULL AUTO_INCREMENT,
    containerRegistryId INT,
    proposalId INT,
    personId INT,
    recordTimestamp DATETIME DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (containerRegistryHasProposalId),
    UNIQUE KEY ContainerRegistry_has_Proposal_uq_containerRegistryId_etc (containerRegistryId, proposalId),
    KEY ContainerRegistry_has_Proposal_personId (personId),
    KEY ContainerRegistry_has_Proposal_proposalId (proposalId),
    CONSTRAINT ContainerRegistry_has_Proposal_fk_containerRegistryId FOREIGN KEY (containerRegistryId)
        REFERENCES ContainerRegistry (containerRegistryId),
    CONSTRAINT ContainerRegistry_has_Proposal_fk_personId FOREIGN KEY (personId) REFERENCES Person (personId),
    CONSTRAINT ContainerRegistry_has_Proposal_fk_proposalId FOREIGN KEY (proposalId)
        REFERENCES Proposal (proposalId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Remarks on the state of a registered container. (dls)
CREATE TABLE IF NOT EXISTS ContainerReport (
    containerReportId INT NOT NULL AUTO_INCREMENT,
    containerRegistryId INT,
    personId INT,
    report TEXT,
    attachmentFilePath VARCHAR(255),
    recordTimestamp DATETIME,
    PRIMARY KEY (containerReportId),
    KEY ContainerReport_containerRegistryId (containerRegistryId),
    KEY ContainerReport_personId (personId),
    CONSTRAINT ContainerReport_fk_containerRegistryId FOREIGN KEY (containerRegistryId)
        REFERENCES ContainerRegistry (containerRegistryId),
    CONSTRAINT ContainerReport_fk_personId FOREIGN KEY (personId) REFERENCES Person (personId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What the samples of a container are meant for. (dls)
CREATE TABLE IF NOT EXISTS ExperimentType (
    experimentTypeId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(100),
    proposalType VARCHAR(10),
    active TINYINT(1) DEFAULT 1,
    PRIMARY KEY (experimentTypeId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What a processing pipeline does. (dls)
CREATE TABLE IF NOT EXISTS ProcessingPipelineCategory (
    processingPipelineCategoryId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(20) NOT NULL,
    PRIMARY KEY (processingPipelineCategoryId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A processing program that can be run automatically. (dls)
CREATE TABLE IF NOT EXISTS ProcessingPipeline (
    processingPipelineId INT NOT NULL AUTO_INCREMENT,
    processingPipelineCategoryId INT,
    name VARCHAR(20) NOT NULL,
    discipline VARCHAR(10) NOT NULL,
    pipelineStatus ENUM('automatic', 'optional', 'deprecated'),
    reprocessing TINYINT(1) DEFAULT 1,
    PRIMARY KEY (processingPipelineId),
    KEY ProcessingPipeline_processingPipelineCategoryId (processingPipelineCategoryId),
    CONSTRAINT ProcessingPipeline_fk_processingPipelineCategoryId FOREIGN KEY (processingPipelineCategoryId)
        REFERENCES ProcessingPipelineCategory (processingPipelineCategoryId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Dewars known by their code, whatever they hold now.
CREATE TABLE IF NOT EXISTS DewarRegistry (
    dewarRegistryId INT NOT NULL AUTO_INCREMENT,
    facilityCode VARCHAR(20) NOT NULL,
    proposalId INT,
    labContactId INT,
    purchaseDate DATETIME,
    bltimestamp DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    manufacturerSerialNumber VARCHAR(15),
    type ENUM('Dewar', 'Toolbox', 'Thermal Shipper') NOT NULL DEFAULT 'Dewar',
    PRIMARY KEY (dewarRegistryId),
    UNIQUE KEY DewarRegistry_uq_facilityCode (facilityCode),
    KEY DewarRegistry_labContactId (labContactId),
    KEY DewarRegistry_proposalId (proposalId),
    CONSTRAINT DewarRegistry_fk_labContactId FOREIGN KEY (labContactId)
        REFERENCES LabContact (labContactId) ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT DewarRegistry_fk_proposalId FOREIGN KEY (proposalId)
        REFERENCES Proposal (proposalId) ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Which proposals may use a registered dewar.
CREATE TABLE IF NOT EXISTS DewarRegistry_has_Proposal (
    dewarRegistryHasProposalId INT NOT NULL AUTO_INCREMENT,
    dewarRegistryId INT,
    proposalId INT,
    personId INT,
    recordTimestamp DATETIME DEFAULT CURRENT_TIMESTAMP(),
    labContactId INT,
    PRIMARY KEY (dewarRegistryHasProposalId),
    UNIQUE KEY DewarRegistry_has_Proposal_uq_dewarRegistryId_proposalId (dewarRegistryId, proposalId),
    KEY DewarRegistry_has_Proposal_labContactId (labContactId),
    KEY DewarRegistry_has_Proposal_personId (personId),
    KEY DewarRegistry_has_Proposal_proposalId (proposalId),
    CONSTRAINT DewarRegistry_has_Proposal_fk_dewarRegistryId FOREIGN KEY (dewarRegistryId)
        REFERENCES DewarRegistry (dewarRegistryId) ON DELETE CASCADE,
    CONSTRAINT DewarRegistry_has_Proposal_fk_labContactId FOREIGN KEY (labContactId)
        REFERENCES LabContact (labContactId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT DewarRegistry_has_Proposal_fk_personId FOREIGN KEY (personId)
        REFERENCES Person (personId) ON DELETE CASCADE,
    CONSTRAINT DewarRegistry_has_Proposal_fk_proposalId FOREIGN KEY (proposalId)
        REFERENCES Proposal (proposalId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Remarks on the state of a registered dewar. (dls)
CREATE TABLE IF NOT EXISTS DewarReport (
    dewarReportId INT NOT NULL AUTO_INCREMENT,
    facilityCode VARCHAR(20) NOT NULL,
    report TEXT,
    attachment VARCHAR(255),
    bltimestamp DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (dewarReportId),
    KEY DewarReport_facilityCode (facilityCode),
    CONSTRAINT DewarReport_fk_facilityCode FOREIGN KEY (facilityCode)
        REFERENCES DewarRegistry (facilityCode) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Where dewars were seen, by number.
CREATE TABLE IF NOT EXISTS DewarLocation (
    eventId INT NOT NULL AUTO_INCREMENT,
    dewarNumber VARCHAR(128) NOT NULL,
    userId VARCHAR(128),
    dateTime DATETIME,
    locationName VARCHAR(128),
    courierName VARCHAR(128),
    courierTrackingNumber VARCHAR(128),
    PRIMARY KEY (eventId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Places where dewars are kept.
CREATE TABLE IF NOT EXISTS DewarLocationList (
    locationId INT NOT NULL AUTO_INCREMENT,
    locationName VARCHAR(128) NOT NULL DEFAULT '',
    PRIMARY KEY (locationId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A sleeve of the robot's freezer. (dls)
CREATE TABLE IF NOT EXISTS Sleeve (
    sleeveId TINYINT UNSIGNED NOT NULL,
    location TINYINT UNSIGNED,
    lastMovedToFreezer TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    lastMovedFromFreezer TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (sleeveId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A shipment: one or more dewars sent together.
CREATE TABLE IF NOT EXISTS Shipping (
    shippingId INT NOT NULL AUTO_INCREMENT,
    proposalId INT NOT NULL DEFAULT 0,
    shippingName VARCHAR(45),
    deliveryAgent_agentName VARCHAR(45),
    deliveryAgent_shippingDate DATE,
    deliveryAgent_deliveryDate DATE,
    deliveryAgent_agentCode VARCHAR(45),
    deliveryAgent_flightCode VARCHAR(45),
    shippingStatus VARCHAR(45),
    bltimeStamp DATETIME,
    laboratoryId INT,
    isStorageShipping TINYINT(1) DEFAULT 0,
    creationDate DATETIME,
    comments VARCHAR(1000),
    sendingLabContactId INT,
    returnLabContactId INT,
    returnCourier VARCHAR(45),
    dateOfShippingToUser DATETIME,
    shippingType VARCHAR(45),
    safetyLevel VARCHAR(8),
    deliveryAgent_flightCodeTimestamp TIMESTAMP NULL DEFAULT NULL,
    deliveryAgent_label TEXT,
    readyByTime TIME,
    closeTime TIME,
    physicalLocation VARCHAR(50),
    deliveryAgent_pickupConfirmationTimestamp TIMESTAMP NULL DEFAULT NULL,
    deliveryAgent_pickupConfirmation VARCHAR(10),
    deliveryAgent_readyByTime TIME,
    deliveryAgent_callinTime TIME,
    deliveryAgent_productcode VARCHAR(10),
    deliveryAgent_flightCodePersonId INT,
    extra LONGTEXT,
    source VARCHAR(50) DEFAULT CURRENT_USER(),
    externalShippingIdToSynchrotron INT,
    PRIMARY KEY (shippingId),
    KEY Shipping_creationDate (creationDate),
    KEY Shipping_deliveryAgent_flightCodePersonId (deliveryAgent_flightCodePersonId),
    KEY Shipping_laboratoryId (laboratoryId),
    KEY Shipping_proposalId (proposalId),
    KEY Shipping_returnLabContactId (returnLabContactId),
    KEY Shipping_sendingLabContactId (sendingLabContactId),
    KEY Shipping_shippingName (shippingName),
    KEY Shipping_shippingStatus (shippingStatus),
    CONSTRAINT Shipping_fk_deliveryAgent_flightCodePersonId FOREIGN KEY (deliveryAgent_flightCodePersonId)
        REFERENCES Person (personId) ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT Shipping_fk_proposalId FOREIGN KEY (proposalId)
        REFERENCES Proposal (proposalId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Shipping_fk_returnLabContactId FOREIGN KEY (returnLabContactId)
        REFERENCES LabContact (labContactId) ON DELETE CASCADE,
    CONSTRAINT Shipping_fk_sendingLabContactId FOREIGN KEY (sendingLabContactId)
        REFERENCES LabContact (labContactId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Who accepted the courier's terms for which shipment of a proposal. (dls)
CREATE TABLE IF NOT EXISTS CourierTermsAccepted (
    courierTermsAcceptedId INT NOT NULL AUTO_INCREMENT,
    proposalId INT NOT NULL,
    personId INT NOT NULL,
    shippingName VARCHAR(100),
    timestamp DATETIME DEFAULT CURRENT_TIMESTAMP(),
    shippingId INT,
    PRIMARY KEY (courierTermsAcceptedId),
    KEY CourierTermsAccepted_personId (personId),
    KEY CourierTermsAccepted_proposalId (proposalId),
    KEY CourierTermsAccepted_shippingId (shippingId),
    CONSTRAINT CourierTermsAccepted_fk_personId FOREIGN KEY (personId) REFERENCES Person (personId),
    CONSTRAINT CourierTermsAccepted_fk_proposalId FOREIGN KEY (proposalId) REFERENCES Proposal (proposalId),
    CONSTRAINT CourierTermsAccepted_fk_shippingId FOREIGN KEY (shippingId)
        REFERENCES Shipping (shippingId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The sessions that a shipment is for.
CREATE TABLE IF NOT EXISTS ShippingHasSession (
    shippingId INT NOT NULL,
    sessionId INT NOT NULL,
    PRIMARY KEY (shippingId, sessionId),
    KEY ShippingHasSession_sessionId (sessionId),
    KEY ShippingHasSession_shippingId (shippingId),
    CONSTRAINT ShippingHasSession_fk_sessionId FOREIGN KEY (sessionId)
        REFERENCES BLSession (sessionId) ON DELETE CASCADE,
    CONSTRAINT ShippingHasSession_fk_shippingId FOREIGN KEY (shippingId)
        REFERENCES Shipping (shippingId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The shipments of a project.
CREATE TABLE IF NOT EXISTS Project_has_Shipping (
    projectId INT NOT NULL,
    shippingId INT NOT NULL,
    PRIMARY KEY (projectId, shippingId),
    KEY Project_has_Shipping_shippingId (shippingId),
    CONSTRAINT Project_has_Shipping_fk_projectId FOREIGN KEY (projectId)
        REFERENCES Project (projectId) ON DELETE CASCADE,
    CONSTRAINT Project_has_Shipping_fk_shippingId FOREIGN KEY (shippingId)
        REFERENCES Shipping (shippingId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A dewar, or another box, of a shipment.
CREATE TABLE IF NOT EXISTS Dewar (
    dewarId INT NOT NULL AUTO_INCREMENT,
    shippingId INT,
    code VARCHAR(45),
    comments VARCHAR(1024),
    storageLocation VARCHAR(45),
    dewarStatus VARCHAR(45),
    bltimeStamp DATETIME DEFAULT CURRENT_TIMESTAMP(),
    isStorageDewar TINYINT(1) DEFAULT 0,
    barCode VARCHAR(45),
    firstExperimentId INT,
    customsValue INT,
    transportValue INT,
    trackingNumberToSynchrotron VARCHAR(30),
    trackingNumberFromSynchrotron VARCHAR(30),
    facilityCode VARCHAR(20),
    type ENUM('Dewar', 'Toolbox', 'Parcel') NOT NULL DEFAULT 'Dewar',
    isReimbursed TINYINT(1) DEFAULT 0,
    weight DOUBLE,
    deliveryAgent_barcode VARCHAR(30),
    extra LONGTEXT,
    source VARCHAR(50) DEFAULT CURRENT_USER(),
    externalShippingIdFromSynchrotron INT,
    dewarRegistryId INT,
    PRIMARY KEY (dewarId),
    UNIQUE KEY Dewar_uq_barCode (barCode),
    KEY Dewar_code (code),
    KEY Dewar_dewarRegistryId (dewarRegistryId),
    KEY Dewar_dewarStatus (dewarStatus),
    KEY Dewar_firstExperimentId (firstExperimentId),
    KEY Dewar_shippingId (shippingId),
    CONSTRAINT Dewar_fk_dewarRegistryId FOREIGN KEY (dewarRegistryId)
        REFERENCES DewarRegistry (dewarRegistryId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Dewar_fk_firstExperimentId FOREIGN KEY (firstExperimentId)
        REFERENCES BLSession (sessionId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Dewar_fk_shippingId FOREIGN KEY (shippingId)
        REFERENCES Shipping (shippingId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Where a dewar was, and when.
CREATE TABLE IF NOT EXISTS DewarTransportHistory (
    DewarTransportHistoryId INT NOT NULL AUTO_INCREMENT,
    dewarId INT,
    dewarStatus VARCHAR(45) NOT NULL,
    storageLocation VARCHAR(45),
    arrivalDate DATETIME,
    PRIMARY KEY (DewarTransportHistoryId),
    KEY DewarTransportHistory_dewarId (dewarId),
    CONSTRAINT DewarTransportHistory_fk_dewarId FOREIGN KEY (dewarId)
        REFERENCES Dewar (dewarId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A puck, plate or other holder of samples.
CREATE TABLE IF NOT EXISTS Container (
    containerId INT NOT NULL AUTO_INCREMENT,
    dewarId INT,
    code VARCHAR(45),
    containerType VARCHAR(20),
    capacity INT,
    beamlineLocation VARCHAR(20),
    sampleChangerLocation VARCHAR(20),
    containerStatus VARCHAR(45),
    bltimeStamp DATETIME,
    barcode VARCHAR(45),
    sessionId INT,
    ownerId INT,
    screenId INT,
    scheduleId INT,
    imagerId INT,
    scLocationUpdated DATETIME,
    requestedImagerId INT,
    requestedReturn TINYINT(1) DEFAULT 0,
    comments VARCHAR(255),
    experimentType VARCHAR(20),
    storageTemperature DOUBLE,
    containerRegistryId INT,
    priorityPipelineId INT DEFAULT 6,  -- its row is made by 0010_lookup_rows
    experimentTypeId INT,
    containerTypeId INT,
    currentDewarId INT,
    parentContainerId INT,
    source VARCHAR(50) DEFAULT CURRENT_USER(),
    parentContainerLocation INT,
    PRIMARY KEY (containerId),
    UNIQUE KEY Container_uq_barcode (barcode),
    KEY Container_beamlineLocation (beamlineLocation),
    KEY Container_containerRegistryId (containerRegistryId),
    KEY Container_containerStatus (containerStatus),
    KEY Container_containerTypeId (containerTypeId),
    KEY Container_currentDewarId (currentDewarId),
    KEY Container_dewarId (dewarId),
    KEY Container_experimentTypeId (experimentTypeId),
    KEY Container_imagerId (imagerId),
    KEY Container_ownerId (ownerId),
    KEY Container_parentContainerId (parentContainerId),
    KEY Container_priorityPipelineId (priorityPipelineId),
    KEY Container_requestedImagerId (requestedImagerId),
    KEY Container_scheduleId (scheduleId),
    KEY Container_screenId (screenId),
    KEY Container_sessionId (sessionId),
    CONSTRAINT Container_fk_containerRegistryId FOREIGN KEY (containerRegistryId)
        REFERENCES ContainerRegistry (containerRegistryId),
    CONSTRAINT Container_fk_containerTypeId FOREIGN KEY (containerTypeId)
        REFERENCES ContainerType (containerTypeId),
    CONSTRAINT Container_fk_currentDewarId FOREIGN KEY (currentDewarId) REFERENCES Dewar (dewarId),
    CONSTRAINT Container_fk_dewarId FOREIGN KEY (dewarId)
        REFERENCES Dewar (dewarId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Container_fk_experimentTypeId FOREIGN KEY (experimentTypeId)
        REFERENCES ExperimentType (experimentTypeId),
    CONSTRAINT Container_fk_imagerId FOREIGN KEY (imagerId) REFERENCES Imager (imagerId),
    CONSTRAINT Container_fk_ownerId FOREIGN KEY (ownerId) REFERENCES Person (personId) ON DELETE CASCADE,
    CONSTRAINT Container_fk_parentContainerId FOREIGN KEY (parentContainerId) REFERENCES Container (containerId),
    CONSTRAINT Container_fk_priorityPipelineId FOREIGN KEY (priorityPipelineId)
        REFERENCES ProcessingPipeline (processingPipelineId),
    CONSTRAINT Container_fk_requestedImagerId FOREIGN KEY (requestedImagerId) REFERENCES Imager (imagerId),
    CONSTRAINT Container_fk_scheduleId FOREIGN KEY (scheduleId) REFERENCES Schedule (scheduleId),
    CONSTRAINT Container_fk_screenId FOREIGN KEY (screenId) REFERENCES Screen (screenId),
    CONSTRAINT Container_fk_sessionId FOREIGN KEY (sessionId) REFERENCES BLSession (sessionId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Errors that automatic collection can meet.
CREATE TABLE IF NOT EXISTS BF_automationError (
    automationErrorId INT NOT NULL AUTO_INCREMENT,
    errorType VARCHAR(40) NOT NULL,
    solution TEXT,
    PRIMARY KEY (automationErrorId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Errors that automatic collection met.
CREATE TABLE IF NOT EXISTS BF_automationFault (
    automationFaultId INT NOT NULL AUTO_INCREMENT,
    automationErrorId INT,
    containerId INT,
    severity ENUM('1', '2', '3'),
    stacktrace TEXT,
    resolved TINYINT(1),
    faultTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (automationFaultId),
    KEY BF_automationFault_automationErrorId (automationErrorId),
    KEY BF_automationFault_containerId (containerId),
    CONSTRAINT BF_automationFault_fk_automationErrorId FOREIGN KEY (automationErrorId)
        REFERENCES BF_automationError (automationErrorId) ON DELETE CASCADE,
    CONSTRAINT BF_automationFault_fk_containerId FOREIGN KEY (containerId)
        REFERENCES Container (containerId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Where a container was, and when.
CREATE TABLE IF NOT EXISTS ContainerHistory (
    containerHistoryId INT NOT NULL AUTO_INCREMENT,
    containerId INT,
    location VARCHAR(45),
    blTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    status VARCHAR(45),
    beamlineName VARCHAR(20),
    currentDewarId INT,
    PRIMARY KEY (containerHistoryId),
    KEY ContainerHistory_containerId (containerId),
    KEY ContainerHistory_currentDewarId (currentDewarId),
    CONSTRAINT ContainerHistory_fk_containerId FOREIGN KEY (containerId)
        REFERENCES Container (containerId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT ContainerHistory_fk_currentDewarId FOREIGN KEY (currentDewarId) REFERENCES Dewar (dewarId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- An inspection of a plate by an imager.
CREATE TABLE IF NOT EXISTS ContainerInspection (
    containerInspectionId INT NOT NULL AUTO_INCREMENT,
    containerId INT NOT NULL,
    inspectionTypeId INT NOT NULL,
    imagerId INT,
    temperature DOUBLE,
    blTimeStamp DATETIME,
    scheduleComponentid INT,
    state VARCHAR(20),
    priority SMALLINT,
    manual TINYINT(1),
    scheduledTimeStamp DATETIME,
    completedTimeStamp DATETIME,
    PRIMARY KEY (containerInspectionId),
    KEY ContainerInspection_containerId (containerId),
    KEY ContainerInspection_containerId_etc (containerId, scheduleComponentid, state, manual),
    KEY ContainerInspection_imagerId (imagerId),
    KEY ContainerInspection_inspectionTypeId (inspectionTypeId),
    KEY ContainerInspection_scheduleComponentid (scheduleComponentid),
    CONSTRAINT ContainerInspection_fk_containerId FOREIGN KEY (containerId)
        REFERENCES Container (containerId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT ContainerInspection_fk_imagerId FOREIGN KEY (imagerId)
        REFERENCES Imager (imagerId) ON DELETE CASCADE,
    CONSTRAINT ContainerInspection_fk_inspectionTypeId FOREIGN KEY (inspectionTypeId)
        REFERENCES InspectionType (inspectionTypeId) ON DELETE CASCADE,
    CONSTRAINT ContainerInspection_fk_scheduleComponentid FOREIGN KEY (scheduleComponentid)
        REFERENCES ScheduleComponent (scheduleComponentId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A container that waits to be measured.
CREATE TABLE IF NOT EXISTS ContainerQueue (
    containerQueueId INT NOT NULL AUTO_INCREMENT,
    containerId INT,
    personId INT,
    createdTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    completedTimeStamp TIMESTAMP NULL DEFAULT NULL,
    PRIMARY KEY (containerQueueId),
    KEY ContainerQueue_containerId (containerId),
    KEY ContainerQueue_containerId_completedTimeStamp (containerId, completedTimeStamp),
    KEY ContainerQueue_personId (personId),
    CONSTRAINT ContainerQueue_fk_containerId FOREIGN KEY (containerId)
        REFERENCES Container (containerId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT ContainerQueue_fk_personId FOREIGN KEY (personId)
        REFERENCES Person (personId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
