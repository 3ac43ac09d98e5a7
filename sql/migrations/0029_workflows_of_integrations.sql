-- The workflow of several sweeps that an integrated sweep was part of, as the workflow itself names things.
CREATE TABLE IF NOT EXISTS api_integration_workflow (
    autoProcIntegrationId INT NOT NULL,  -- no foreign key: rows may be removed by other programs
    uid VARCHAR(100) NOT NULL,
    name VARCHAR(100),
    type VARCHAR(100),
    characterisation VARCHAR(100),
    orientation VARCHAR(100),
    position VARCHAR(100),
    recordTimeStamp DATETIME NOT NULL,
    PRIMARY KEY (autoProcIntegrationId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
