-- The workflow of several sweeps that a data collection was made by, as the workflow itself names things.
CREATE TABLE IF NOT EXISTS api_collection_workflow (
    dataCollectionId INT NOT NULL,  -- no foreign key: rows may be removed by other programs
    uid VARCHAR(100) NOT NULL,
    name VARCHAR(100),
    type VARCHAR(100),
    characterisation VARCHAR(100),
    orientation VARCHAR(100),
    position VARCHAR(100),
    recordTimeStamp DATETIME NOT NULL,
    PRIMARY KEY (dataCollectionId),
    KEY api_collection_workflow_uid (uid)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
