-- Answers to requests that came with an Idempotency-Key, so that a repetition gets the same one.  Times are UTC.
CREATE TABLE IF NOT EXISTS api_answer (
    keyHash CHAR(64) NOT NULL,  -- of the caller, the method, the path and the key
    requestHash CHAR(64) NOT NULL,  -- of the query string and the body
    body LONGTEXT,  -- JSON; NULL while the request runs
    status SMALLINT,
    location VARCHAR(500),
    createdAt DATETIME NOT NULL,
    PRIMARY KEY (keyHash),
    KEY api_answer_createdAt (createdAt)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
