-- Tokens that the API has given out.  Times are UTC and written by the application.

-- One login: all refresh tokens that follow from it, so that they can be revoked together.
CREATE TABLE IF NOT EXISTS api_token_family (
    familyId CHAR(32) NOT NULL,
    login VARCHAR(45) NOT NULL,
    personId INT,  -- no foreign key: a person may be removed by other programs
    backend VARCHAR(64) NOT NULL,
    createdAt DATETIME NOT NULL,
    expiresAt DATETIME NOT NULL,
    revokedAt DATETIME,
    lastUsedAt DATETIME,
    PRIMARY KEY (familyId),
    KEY api_token_family_expiresAt (expiresAt),
    KEY api_token_family_login (login)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A refresh token can be used once; a second use betrays a theft and ends the family.
CREATE TABLE IF NOT EXISTS api_refresh_token (
    tokenHash CHAR(64) NOT NULL,
    familyId CHAR(32) NOT NULL,
    createdAt DATETIME NOT NULL,
    expiresAt DATETIME NOT NULL,
    usedAt DATETIME,
    PRIMARY KEY (tokenHash),
    KEY api_refresh_token_expiresAt (expiresAt),
    KEY api_refresh_token_familyId (familyId),
    CONSTRAINT api_refresh_token_fk_familyId FOREIGN KEY (familyId)
        REFERENCES api_token_family (familyId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
