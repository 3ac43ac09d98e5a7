-- What a result of serial crystallography has counted so far, and at two earlier moments, for its speed.  Moments are seconds since
-- 1970.  No foreign keys: results may be removed by other programs.
CREATE TABLE IF NOT EXISTS api_serial_count (
    ssxProcessingResultId INT NOT NULL,
    nbImages INT,
    nbHits INT,
    nbIndexed INT,
    laticeType VARCHAR(45),
    estimatedResolution DOUBLE,
    nbCells INT NOT NULL,
    countedAt DOUBLE NOT NULL,
    markAt DOUBLE NOT NULL,
    markImages INT NOT NULL,
    markHits INT NOT NULL,
    markIndexed INT NOT NULL,
    windowAt DOUBLE NOT NULL,
    windowImages INT NOT NULL,
    windowHits INT NOT NULL,
    windowIndexed INT NOT NULL,
    PRIMARY KEY (ssxProcessingResultId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The cells of its crystals, in the order in which they were recorded; edges in angstroms, angles in degrees.
CREATE TABLE IF NOT EXISTS api_serial_cell (
    ssxProcessingResultId INT NOT NULL,
    cellNumber INT NOT NULL,
    imageNumber INT,
    a DOUBLE NOT NULL,
    b DOUBLE NOT NULL,
    c DOUBLE NOT NULL,
    alpha DOUBLE NOT NULL,
    beta DOUBLE NOT NULL,
    gamma DOUBLE NOT NULL,
    PRIMARY KEY (ssxProcessingResultId, cellNumber)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
