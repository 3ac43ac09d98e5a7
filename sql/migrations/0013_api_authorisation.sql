-- What the API knows beyond ISPyB's own tables of who may do what.  Times are UTC and written by the application.

-- Groups that a directory or an identity provider gave at login: names of UserGroup, for as long as the login lives.
CREATE TABLE IF NOT EXISTS api_token_family_group (
    familyId CHAR(32) NOT NULL,
    groupName VARCHAR(31) NOT NULL,
    PRIMARY KEY (familyId, groupName),
    CONSTRAINT api_token_family_group_fk_familyId FOREIGN KEY (familyId)
        REFERENCES api_token_family (familyId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Tokens of services: shown once, stored as a hash, limited to permissions, beamlines and proposals.
CREATE TABLE IF NOT EXISTS api_service_token (
    serviceTokenId INT NOT NULL AUTO_INCREMENT,
    tokenHash CHAR(64) NOT NULL,
    name VARCHAR(100) NOT NULL,
    personId INT NOT NULL,  -- the owner, in whose name it acts; no foreign key: a person may be removed by other programs
    permissions VARCHAR(1000) NOT NULL,  -- separated by spaces
    beamLines VARCHAR(1000),  -- separated by spaces; NULL: not limited
    proposals VARCHAR(1000),  -- names, separated by spaces; NULL: not limited
    createdAt DATETIME NOT NULL,
    createdBy VARCHAR(45) NOT NULL,
    expiresAt DATETIME NOT NULL,
    revokedAt DATETIME,
    lastUsedAt DATETIME,
    PRIMARY KEY (serviceTokenId),
    UNIQUE KEY api_service_token_uq_tokenHash (tokenHash),
    KEY api_service_token_personId (personId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Tokens for one request: a link in a page, a picture, a download.
CREATE TABLE IF NOT EXISTS api_onetime_token (
    tokenHash CHAR(64) NOT NULL,
    familyId CHAR(32) NOT NULL,
    personId INT NOT NULL,
    method VARCHAR(10) NOT NULL,
    target VARCHAR(2000) NOT NULL,  -- path and query, as they must be asked for
    expiresAt DATETIME NOT NULL,
    usedAt DATETIME,
    PRIMARY KEY (tokenHash),
    KEY api_onetime_token_expiresAt (expiresAt)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Keys that sign access tokens; the key itself is derived from the secret in the settings, never stored.
CREATE TABLE IF NOT EXISTS api_signing_key (
    kid CHAR(16) NOT NULL,
    createdAt DATETIME NOT NULL,
    retiresAt DATETIME,  -- until then its tokens are still taken; NULL: in use
    PRIMARY KEY (kid)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Rights on a single session or sample within a proposal, as block allocation groups need them.
CREATE TABLE IF NOT EXISTS api_grant (
    grantId INT NOT NULL AUTO_INCREMENT,
    personId INT NOT NULL,
    sessionId INT,
    blSampleId INT,
    createdAt DATETIME NOT NULL,
    createdBy VARCHAR(45) NOT NULL,
    PRIMARY KEY (grantId),
    UNIQUE KEY api_grant_uq_session (personId, sessionId),
    UNIQUE KEY api_grant_uq_sample (personId, blSampleId),
    KEY api_grant_sessionId (sessionId),
    KEY api_grant_blSampleId (blSampleId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Who did what, when, from where: changes, logins, refusals, use of tokens.
CREATE TABLE IF NOT EXISTS api_activity (
    activityId BIGINT NOT NULL AUTO_INCREMENT,
    happenedAt DATETIME NOT NULL,
    login VARCHAR(45),
    action VARCHAR(45) NOT NULL,
    target VARCHAR(255),
    detail VARCHAR(1024),
    address VARCHAR(45),
    requestId VARCHAR(64),
    PRIMARY KEY (activityId),
    KEY api_activity_happenedAt (happenedAt),
    KEY api_activity_login (login, happenedAt),
    KEY api_activity_action (action, happenedAt)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
