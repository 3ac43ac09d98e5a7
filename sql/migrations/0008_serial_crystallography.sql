-- Many crystals, one exposure each, and what happens when.

-- What a serial collection has beyond an ordinary one.
CREATE TABLE IF NOT EXISTS SSXDataCollection (
    dataCollectionId INT NOT NULL,
    repetitionRate DOUBLE,
    energyBandwidth DOUBLE,
    monoStripe VARCHAR(255),
    jetSpeed DOUBLE,
    jetSize DOUBLE,
    chipPattern VARCHAR(255),
    chipModel VARCHAR(255),
    reactionDuration DOUBLE,
    laserEnergy DOUBLE,
    experimentName VARCHAR(255),
    PRIMARY KEY (dataCollectionId),
    CONSTRAINT SSXDataCollection_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Kinds of events in time-resolved experiments.
CREATE TABLE IF NOT EXISTS EventType (
    eventTypeId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(30) NOT NULL,
    PRIMARY KEY (eventTypeId),
    UNIQUE KEY EventType_uq_name (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Events repeated through a collection.
CREATE TABLE IF NOT EXISTS EventChain (
    eventChainId INT NOT NULL AUTO_INCREMENT,
    dataCollectionId INT NOT NULL,
    name VARCHAR(255),
    PRIMARY KEY (eventChainId),
    KEY EventChain_dataCollectionId (dataCollectionId),
    CONSTRAINT EventChain_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- One event: when, how long, how often.
CREATE TABLE IF NOT EXISTS Event (
    eventId INT NOT NULL AUTO_INCREMENT,
    eventChainId INT NOT NULL,
    componentId INT,
    eventTypeId INT NOT NULL,
    name VARCHAR(255),
    `offset` DOUBLE NOT NULL,
    duration DOUBLE,
    period DOUBLE,
    repetition DOUBLE,
    PRIMARY KEY (eventId),
    KEY Event_componentId (componentId),
    KEY Event_eventChainId (eventChainId),
    KEY Event_eventTypeId (eventTypeId),
    CONSTRAINT Event_fk_componentId FOREIGN KEY (componentId) REFERENCES Component (componentId),
    CONSTRAINT Event_fk_eventChainId FOREIGN KEY (eventChainId)
        REFERENCES EventChain (eventChainId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT Event_fk_eventTypeId FOREIGN KEY (eventTypeId) REFERENCES EventType (eventTypeId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Hits, indexed images and cells of a serial collection. (pydb)
CREATE TABLE IF NOT EXISTS SSXProcessingResult (
    ssxProcessingResultId INT NOT NULL AUTO_INCREMENT,
    dataCollectionId INT NOT NULL,
    hitRate DOUBLE,
    indexingRate DOUBLE,
    indexingType ENUM('Preliminary', 'Final'),
    status ENUM('Running', 'Failed', 'Success'),
    createdTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    lastUpdate TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    comments VARCHAR(100),
    nbCrystals INT,
    PRIMARY KEY (ssxProcessingResultId),
    KEY SSXProcessingResult_dataCollectionId (dataCollectionId),
    CONSTRAINT SSXProcessingResult_fk_dataCollectionId FOREIGN KEY (dataCollectionId)
        REFERENCES DataCollection (dataCollectionId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A file with such results. (pydb)
CREATE TABLE IF NOT EXISTS SSXProcessingResultAttachment (
    ssxProcessingResultAttachmentId INT NOT NULL AUTO_INCREMENT,
    ssxProcessingResultId INT,
    fileName VARCHAR(255) NOT NULL,
    filePath VARCHAR(255) NOT NULL,
    fileType ENUM('Real-time processing results', 'Processing results') NOT NULL,
    createdTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    lastUpdate TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (ssxProcessingResultAttachmentId),
    KEY SSXProcessingResultAttachment_ssxProcessingResultId (ssxProcessingResultId),
    CONSTRAINT SSXProcessingResultAttachment_fk_ssxProcessingResultId FOREIGN KEY (ssxProcessingResultId)
        REFERENCES SSXProcessingResult (ssxProcessingResultId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
