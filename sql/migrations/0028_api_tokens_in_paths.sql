-- Tokens that stand in the paths of requests, for front ends that know no other place.  Times are UTC.
CREATE TABLE IF NOT EXISTS api_path_token (
    tokenHash CHAR(64) NOT NULL,
    familyId CHAR(32) NOT NULL,
    expiresAt DATETIME NOT NULL,
    PRIMARY KEY (tokenHash),
    KEY api_path_token_familyId (familyId),
    CONSTRAINT api_path_token_fk_familyId FOREIGN KEY (familyId)
        REFERENCES api_token_family (familyId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
