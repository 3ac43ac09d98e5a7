-- Indexes that the API's own questions need, beside those that ISPyB has.
--
-- The timeline of a session, a beamline's or everybody's latest events, who may see what, and lists in their order.

CREATE INDEX IF NOT EXISTS BLSession_beamLineName_startDate ON BLSession (beamLineName, startDate);
CREATE INDEX IF NOT EXISTS BLSession_proposalId_startDate ON BLSession (proposalId, startDate);
CREATE INDEX IF NOT EXISTS Session_has_Person_personId_sessionId ON Session_has_Person (personId, sessionId);
CREATE INDEX IF NOT EXISTS ProposalHasPerson_personId_proposalId ON ProposalHasPerson (personId, proposalId);
CREATE INDEX IF NOT EXISTS DataCollectionGroup_sessionId_startTime ON DataCollectionGroup (sessionId, startTime);
CREATE INDEX IF NOT EXISTS DataCollectionGroup_startTime ON DataCollectionGroup (startTime);
CREATE INDEX IF NOT EXISTS RobotAction_blsessionId_startTimestamp ON RobotAction (blsessionId, startTimestamp);
CREATE INDEX IF NOT EXISTS RobotAction_startTimestamp ON RobotAction (startTimestamp);
CREATE INDEX IF NOT EXISTS EnergyScan_sessionId_startTime ON EnergyScan (sessionId, startTime);
CREATE INDEX IF NOT EXISTS EnergyScan_startTime ON EnergyScan (startTime);
CREATE INDEX IF NOT EXISTS XFEFluorescenceSpectrum_sessionId_startTime
    ON XFEFluorescenceSpectrum (sessionId, startTime);
CREATE INDEX IF NOT EXISTS XFEFluorescenceSpectrum_startTime ON XFEFluorescenceSpectrum (startTime);
CREATE INDEX IF NOT EXISTS Image_dataCollectionId_imageNumber ON Image (dataCollectionId, imageNumber);
CREATE INDEX IF NOT EXISTS Permission_type ON Permission (type);
CREATE INDEX IF NOT EXISTS DataCollectionGroup_experimentType ON DataCollectionGroup (experimentType);
CREATE INDEX IF NOT EXISTS Person_familyName_givenName ON Person (familyName, givenName);
CREATE INDEX IF NOT EXISTS Person_givenName_familyName ON Person (givenName, familyName);
CREATE INDEX IF NOT EXISTS Proposal_proposalCode ON Proposal (proposalCode);
