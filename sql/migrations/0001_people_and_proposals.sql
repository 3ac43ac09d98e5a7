-- People and their institutes, proposals, who may do what, and how the site is set up.

-- An institute that people come from.
CREATE TABLE IF NOT EXISTS Laboratory (
    laboratoryId INT NOT NULL AUTO_INCREMENT,
    laboratoryUUID VARCHAR(45),
    name VARCHAR(45),
    address VARCHAR(255),
    city VARCHAR(45),
    country VARCHAR(45),
    url VARCHAR(255),
    organization VARCHAR(45),
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    laboratoryExtPk INT,
    laboratoryPk INT,
    postcode VARCHAR(15),
    EORINumber VARCHAR(17),
    PRIMARY KEY (laboratoryId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Anybody known to the facility: users, staff, lab contacts, service accounts.
CREATE TABLE IF NOT EXISTS Person (
    personId INT NOT NULL AUTO_INCREMENT,
    laboratoryId INT,
    siteId INT,
    personUUID VARCHAR(45),
    familyName VARCHAR(100),
    givenName VARCHAR(45),
    title VARCHAR(45),
    emailAddress VARCHAR(60),
    phoneNumber VARCHAR(45),
    login VARCHAR(45),
    passwd VARCHAR(45),
    faxNumber VARCHAR(45),
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    externalId BINARY(16),
    cache TEXT,
    PRIMARY KEY (personId),
    -- Unique in one family; programs of the other look a person up by login before they add one, and give lab
    -- contacts none.
    UNIQUE KEY Person_uq_login (login),
    KEY Person_familyName (familyName),
    KEY Person_laboratoryId (laboratoryId),
    KEY Person_siteId (siteId),
    CONSTRAINT Person_fk_laboratoryId FOREIGN KEY (laboratoryId)
        REFERENCES Laboratory (laboratoryId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Accounts of the oldest programs; passwords are not kept here by this project. (pydb)
CREATE TABLE IF NOT EXISTS Login (
    loginId INT NOT NULL AUTO_INCREMENT,
    token VARCHAR(45) NOT NULL,
    username VARCHAR(45) NOT NULL,
    roles VARCHAR(1024) NOT NULL,
    siteId VARCHAR(45),
    authorized VARCHAR(1024),
    expirationTime DATETIME NOT NULL,
    PRIMARY KEY (loginId),
    KEY Login_token (token)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A right; type is the word that programs test for.
CREATE TABLE IF NOT EXISTS Permission (
    permissionId INT NOT NULL AUTO_INCREMENT,
    type VARCHAR(15) NOT NULL,
    description VARCHAR(100),
    PRIMARY KEY (permissionId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A set of people that is given rights together.
CREATE TABLE IF NOT EXISTS UserGroup (
    userGroupId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(31) NOT NULL,
    PRIMARY KEY (userGroupId),
    UNIQUE KEY UserGroup_uq_name (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The rights of a group.
CREATE TABLE IF NOT EXISTS UserGroup_has_Permission (
    userGroupId INT NOT NULL,
    permissionId INT NOT NULL,
    PRIMARY KEY (userGroupId, permissionId),
    KEY UserGroup_has_Permission_permissionId (permissionId),
    CONSTRAINT UserGroup_has_Permission_fk_permissionId FOREIGN KEY (permissionId)
        REFERENCES Permission (permissionId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT UserGroup_has_Permission_fk_userGroupId FOREIGN KEY (userGroupId)
        REFERENCES UserGroup (userGroupId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The members of a group.
CREATE TABLE IF NOT EXISTS UserGroup_has_Person (
    userGroupId INT NOT NULL,
    personId INT NOT NULL,
    PRIMARY KEY (userGroupId, personId),
    KEY UserGroup_has_Person_personId (personId),
    CONSTRAINT UserGroup_has_Person_fk_personId FOREIGN KEY (personId)
        REFERENCES Person (personId) ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT UserGroup_has_Person_fk_userGroupId FOREIGN KEY (userGroupId)
        REFERENCES UserGroup (userGroupId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Searches in the site's directory that fill user groups. (dls)
CREATE TABLE IF NOT EXISTS LDAPSearchParameters (
    ldapSearchParametersId INT NOT NULL AUTO_INCREMENT,
    accountType ENUM('group_member', 'staff_account', 'functional_account') NOT NULL,
    accountTypeGroupName VARCHAR(100),
    oneOrMany ENUM('one', 'many') NOT NULL,
    hostURL VARCHAR(200) NOT NULL,
    filter VARCHAR(200),
    attributes VARCHAR(255) NOT NULL,
    PRIMARY KEY (ldapSearchParametersId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Branches of the site's directory to search. (dls)
CREATE TABLE IF NOT EXISTS LDAPSearchBase (
    ldapSearchBaseId INT NOT NULL AUTO_INCREMENT,
    ldapSearchParametersId INT NOT NULL,
    searchBase VARCHAR(200) NOT NULL,
    sequenceNumber TINYINT UNSIGNED NOT NULL,
    PRIMARY KEY (ldapSearchBaseId),
    KEY LDAPSearchBase_ldapSearchParametersId (ldapSearchParametersId),
    CONSTRAINT LDAPSearchBase_fk_ldapSearchParametersId FOREIGN KEY (ldapSearchParametersId)
        REFERENCES LDAPSearchParameters (ldapSearchParametersId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Which directory search fills which group. (dls)
CREATE TABLE IF NOT EXISTS UserGroup_has_LDAPSearchParameters (
    userGroupId INT NOT NULL,
    ldapSearchParametersId INT NOT NULL,
    name VARCHAR(200) NOT NULL,
    PRIMARY KEY (userGroupId, ldapSearchParametersId, name),
    KEY UserGroup_has_LDAPSearchParameters_ldapSearchParametersId (ldapSearchParametersId),
    CONSTRAINT UserGroup_has_LDAPSearchParameters_fk_ldapSearchParametersId FOREIGN KEY (ldapSearchParametersId)
        REFERENCES LDAPSearchParameters (ldapSearchParametersId),
    CONSTRAINT UserGroup_has_LDAPSearchParameters_fk_userGroupId FOREIGN KEY (userGroupId)
        REFERENCES UserGroup (userGroupId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Sessions of older web interfaces. (pydb)
CREATE TABLE IF NOT EXISTS PHPSession (
    id VARCHAR(50) NOT NULL,
    accessDate DATETIME,
    data VARCHAR(4000),
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- An experiment granted time; its name is code and number, as in MX415.
CREATE TABLE IF NOT EXISTS Proposal (
    proposalId INT NOT NULL AUTO_INCREMENT,
    personId INT NOT NULL DEFAULT 0,
    title VARCHAR(2000),
    proposalCode VARCHAR(45),
    proposalNumber VARCHAR(45),
    proposalType VARCHAR(2),
    bltimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    externalId BINARY(16),
    state ENUM('Open', 'Closed', 'Cancelled') DEFAULT 'Open',
    startDate DATETIME,
    endDate DATETIME,
    PRIMARY KEY (proposalId),
    -- Unique in one family; programs of the other look a proposal up by code and number before they add one.
    UNIQUE KEY Proposal_uq_proposalCode_proposalNumber (proposalCode, proposalNumber),
    KEY Proposal_personId (personId),
    CONSTRAINT Proposal_fk_personId FOREIGN KEY (personId)
        REFERENCES Person (personId) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Tokens that open one path once, for downloads from a browser.
CREATE TABLE IF NOT EXISTS SW_onceToken (
    onceTokenId INT NOT NULL AUTO_INCREMENT,
    token VARCHAR(128),
    personId INT,
    proposalId INT,
    validity VARCHAR(200),
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (onceTokenId),
    KEY SW_onceToken_personId (personId),
    KEY SW_onceToken_proposalId (proposalId),
    KEY SW_onceToken_recordTimeStamp (recordTimeStamp),
    CONSTRAINT SW_onceToken_fk_personId FOREIGN KEY (personId) REFERENCES Person (personId) ON DELETE CASCADE,
    CONSTRAINT SW_onceToken_fk_proposalId FOREIGN KEY (proposalId)
        REFERENCES Proposal (proposalId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Who takes part in a proposal, and as what.
CREATE TABLE IF NOT EXISTS ProposalHasPerson (
    proposalHasPersonId INT NOT NULL AUTO_INCREMENT,
    proposalId INT NOT NULL,
    personId INT NOT NULL,
    role ENUM('Co-Investigator', 'Principal Investigator', 'Alternate Contact', 'ERA Admin', 'Associate'),
    PRIMARY KEY (proposalHasPersonId),
    KEY ProposalHasPerson_personId (personId),
    KEY ProposalHasPerson_proposalId (proposalId),
    CONSTRAINT ProposalHasPerson_fk_personId FOREIGN KEY (personId) REFERENCES Person (personId) ON DELETE CASCADE,
    CONSTRAINT ProposalHasPerson_fk_proposalId FOREIGN KEY (proposalId)
        REFERENCES Proposal (proposalId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- The person and terms to use when a proposal's samples are sent and returned.
CREATE TABLE IF NOT EXISTS LabContact (
    labContactId INT NOT NULL AUTO_INCREMENT,
    personId INT NOT NULL,
    cardName VARCHAR(40) NOT NULL,
    proposalId INT NOT NULL,
    defaultCourrierCompany VARCHAR(45),
    courierAccount VARCHAR(45),
    billingReference VARCHAR(45),
    dewarAvgCustomsValue INT NOT NULL DEFAULT 0,
    dewarAvgTransportValue INT NOT NULL DEFAULT 0,
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (labContactId),
    UNIQUE KEY LabContact_uq_cardName_proposalId (cardName, proposalId),
    UNIQUE KEY LabContact_uq_personId_proposalId (personId, proposalId),
    KEY LabContact_proposalId (proposalId),
    CONSTRAINT LabContact_fk_personId FOREIGN KEY (personId) REFERENCES Person (personId) ON DELETE CASCADE,
    CONSTRAINT LabContact_fk_proposalId FOREIGN KEY (proposalId)
        REFERENCES Proposal (proposalId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Requests to delete a proposal's data, and what became of them. (pydb)
CREATE TABLE IF NOT EXISTS ProposalDataDeletionRequest (
    proposalDataDeletionRequestId INT NOT NULL AUTO_INCREMENT,
    proposalId INT NOT NULL,
    requestedBy INT NOT NULL,
    approvedBy INT,
    retentionDate DATE NOT NULL,
    comments VARCHAR(2000),
    status ENUM(
        'REQUESTED', 'APPROVED', 'REJECTED', 'PROCESSING', 'COMPLETED', 'CANCELLED'
    ) NOT NULL DEFAULT 'REQUESTED',
    created TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    updated TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP() ON UPDATE CURRENT_TIMESTAMP(),
    approvalDate TIMESTAMP NULL DEFAULT NULL,
    completedDate TIMESTAMP NULL DEFAULT NULL,
    PRIMARY KEY (proposalDataDeletionRequestId),
    KEY ProposalDataDeletionRequest_approvedBy (approvedBy),
    KEY ProposalDataDeletionRequest_proposalId (proposalId),
    KEY ProposalDataDeletionRequest_requestedBy (requestedBy),
    KEY ProposalDataDeletionRequest_status (status),
    CONSTRAINT ProposalDataDeletionRequest_fk_approvedBy FOREIGN KEY (approvedBy) REFERENCES Person (personId),
    CONSTRAINT ProposalDataDeletionRequest_fk_proposalId FOREIGN KEY (proposalId) REFERENCES Proposal (proposalId),
    CONSTRAINT ProposalDataDeletionRequest_fk_requestedBy FOREIGN KEY (requestedBy) REFERENCES Person (personId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- A set of samples, sessions and collections that belongs together across proposals.
CREATE TABLE IF NOT EXISTS Project (
    projectId INT NOT NULL AUTO_INCREMENT,
    personId INT,
    title VARCHAR(200),
    acronym VARCHAR(100),
    owner VARCHAR(50),
    PRIMARY KEY (projectId),
    KEY Project_personId (personId),
    CONSTRAINT Project_fk_personId FOREIGN KEY (personId) REFERENCES Person (personId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Who works in a project.
CREATE TABLE IF NOT EXISTS Project_has_Person (
    projectId INT NOT NULL,
    personId INT NOT NULL,
    PRIMARY KEY (projectId, personId),
    KEY Project_has_Person_personId (personId),
    CONSTRAINT Project_has_Person_fk_personId FOREIGN KEY (personId)
        REFERENCES Person (personId) ON DELETE CASCADE,
    CONSTRAINT Project_has_Person_fk_projectId FOREIGN KEY (projectId)
        REFERENCES Project (projectId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Who works in a project, by user name.
CREATE TABLE IF NOT EXISTS Project_has_User (
    projecthasuserid INT NOT NULL AUTO_INCREMENT,
    projectid INT NOT NULL,
    username VARCHAR(15),
    PRIMARY KEY (projecthasuserid),
    KEY Project_has_User_projectid (projectid),
    CONSTRAINT Project_has_User_fk_projectid FOREIGN KEY (projectid)
        REFERENCES Project (projectId) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Options that the interfaces keep: name and value.
CREATE TABLE IF NOT EXISTS AdminVar (
    varId INT NOT NULL AUTO_INCREMENT,
    name VARCHAR(32),
    value VARCHAR(1024),
    PRIMARY KEY (varId),
    KEY AdminVar_name (name),
    KEY AdminVar_value (value(255))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- What administrators and users did last.
CREATE TABLE IF NOT EXISTS AdminActivity (
    adminActivityId INT NOT NULL AUTO_INCREMENT,
    username VARCHAR(45) NOT NULL DEFAULT '',
    action VARCHAR(45),
    comments VARCHAR(100),
    dateTime DATETIME,
    PRIMARY KEY (adminActivityId),
    UNIQUE KEY AdminActivity_uq_username (username),
    KEY AdminActivity_action (action)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Scripts of other programs that changed this schema.
CREATE TABLE IF NOT EXISTS SchemaStatus (
    schemaStatusId INT NOT NULL AUTO_INCREMENT,
    scriptName VARCHAR(100) NOT NULL,
    schemaStatus VARCHAR(10),
    recordTimeStamp TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP(),
    PRIMARY KEY (schemaStatusId),
    UNIQUE KEY SchemaStatus_uq_scriptName (scriptName)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Keys that open a person's or a beamline's calendar without login.
CREATE TABLE IF NOT EXISTS CalendarHash (
    calendarHashId INT NOT NULL AUTO_INCREMENT,
    ckey VARCHAR(50),
    hash VARCHAR(128),
    beamline TINYINT(1),
    PRIMARY KEY (calendarHashId)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;

-- Log lines of the oldest programs, for statistics. (pydb)
CREATE TABLE IF NOT EXISTS Log4Stat (
    id INT NOT NULL AUTO_INCREMENT,
    priority VARCHAR(15),
    timestamp DATETIME,
    msg VARCHAR(255),
    detail VARCHAR(255),
    value VARCHAR(255),
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_general_ci;
