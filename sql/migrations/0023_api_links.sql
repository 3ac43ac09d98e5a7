-- Pages elsewhere about what a proposal has here, as in the laboratory's own system.  Times are UTC.
CREATE TABLE IF NOT EXISTS api_link (
    linkId INT NOT NULL AUTO_INCREMENT,
    proposalId INT NOT NULL,  -- no foreign keys: rows may be removed by other programs
    shippingId INT,
    proteinId INT,
    crystalId INT,
    blSampleId INT,
    url VARCHAR(1000) NOT NULL,
    title VARCHAR(100),
    externalId VARCHAR(100),
    createdAt DATETIME NOT NULL,
    createdBy VARCHAR(45) NOT NULL,
    PRIMARY KEY (linkId),
    KEY api_link_proposalId (proposalId),
    KEY api_link_shippingId (shippingId),
    KEY api_link_proteinId (proteinId),
    KEY api_link_crystalId (crystalId),
    KEY api_link_blSampleId (blSampleId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
