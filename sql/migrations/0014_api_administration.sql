-- What administration by the API needs beyond ISPyB's own tables.

-- Options whose value is too long for AdminVar.  AdminVar then holds standsFor, a value cut to its length: as long as
-- it still does, the value here is the option's; if another program has written another one since, that one is.
CREATE TABLE IF NOT EXISTS api_option (
    name VARCHAR(32) NOT NULL,
    value LONGTEXT NOT NULL,
    standsFor VARCHAR(1024) NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Whoever changes rights or options updates this row first: so such changes happen one after another, and each sees
-- what the one before has left.
CREATE TABLE IF NOT EXISTS api_turn (
    name VARCHAR(32) NOT NULL,
    takenAt DATETIME,  -- UTC
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

INSERT IGNORE INTO api_turn (name) VALUES ('administration');

-- The proposal that shares its session or sample; what is moved to another proposal is shared no longer.
ALTER TABLE api_grant ADD COLUMN IF NOT EXISTS proposalId INT NOT NULL DEFAULT 0;
CREATE INDEX IF NOT EXISTS api_grant_proposalId ON api_grant (proposalId);

CREATE INDEX IF NOT EXISTS api_activity_target ON api_activity (target, happenedAt);
