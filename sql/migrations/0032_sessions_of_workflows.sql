-- For which session a workflow was recorded, before there are collections that say so.
CREATE TABLE IF NOT EXISTS api_workflow (
    workflowId INT NOT NULL,  -- no foreign keys: rows may be removed by other programs
    sessionId INT NOT NULL,
    PRIMARY KEY (workflowId),
    KEY api_workflow_sessionId (sessionId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
