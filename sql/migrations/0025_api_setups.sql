-- Which set-up of a beamline has which content, so that the same is not recorded again for every collection.
CREATE TABLE IF NOT EXISTS api_setup (
    contentHash CHAR(64) NOT NULL,
    beamLineSetupId INT,  -- no foreign key: rows may be removed by other programs; NULL while the row is made
    PRIMARY KEY (contentHash)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
