-- name: visible_sessions(most)
-- The newest sessions that the caller may see.
SELECT s.sessionId
  FROM BLSession s
  /*visible*/
 ORDER BY s.sessionId DESC
 LIMIT :most;

-- name: sessions_of_proposal(proposalId, most)
-- The newest of a proposal's sessions.
SELECT s.sessionId
  FROM BLSession s
  /*visible*/
 WHERE s.proposalId = :proposalId
 ORDER BY s.sessionId DESC
 LIMIT :most;

-- name: sessions_among(proposalId, sessions)
-- Those of some sessions that are a proposal's and visible.
SELECT s.sessionId
  FROM BLSession s
  /*visible*/
 WHERE s.sessionId IN (:sessions)
   AND s.proposalId = :proposalId
 ORDER BY s.sessionId DESC;

-- name: sessions_between(start, end, most)
-- Sessions whose time has something in common with a span; one without an end is as long as a moment.
SELECT s.sessionId
  FROM BLSession s
  /*visible*/
 WHERE s.startDate <= :end
   AND COALESCE(s.endDate, s.startDate) >= :start
 ORDER BY s.startDate DESC, s.sessionId DESC
 LIMIT :most;

-- name: sessions_of_operator(operator, most)
-- Sessions in whose operator's name a text is found.
SELECT s.sessionId
  FROM BLSession s
  /*visible*/
 WHERE s.beamLineOperator LIKE :operator ESCAPE '!'
 ORDER BY s.sessionId DESC
 LIMIT :most;

-- name: sessions_of_proposal_between(proposalId, start, end, most)
-- The same of one proposal.
SELECT s.sessionId
  FROM BLSession s
  /*visible*/
 WHERE s.proposalId = :proposalId
   AND s.startDate <= :end
   AND COALESCE(s.endDate, s.startDate) >= :start
 ORDER BY s.sessionId DESC
 LIMIT :most;

-- name: sessions(sessions)
-- Sessions that were found to be visible, with their proposals and these' principal investigators.
SELECT s.sessionId,
       s.expSessionPk,
       s.proposalId,
       s.startDate AS BLSession_startDate,
       s.endDate AS BLSession_endDate,
       s.beamLineName,
       s.scheduled,
       s.nbShifts,
       s.comments,
       s.beamLineOperator,
       s.protectedData AS BLSession_protectedData,
       p.title AS Proposal_title,
       p.proposalCode AS Proposal_proposalCode,
       p.proposalNumber AS Proposal_ProposalNumber,
       s.beamLineSetupId,
       s.projectCode,
       s.visit_number,
       s.bltimeStamp,
       s.usedFlag,
       s.sessionTitle,
       s.structureDeterminations,
       s.dewarTransport,
       s.databackupFrance,
       s.databackupEurope,
       s.operatorSiteNumber,
       s.lastUpdate AS BLSession_lastUpdate,
       p.proposalType AS Proposal_ProposalType,
       pe.personId AS Person_personId,
       pe.familyName AS Person_familyName,
       pe.givenName AS Person_givenName,
       pe.emailAddress AS Person_emailAddress,
       (SELECT COUNT(*)
          FROM EnergyScan es
         WHERE es.sessionId = s.sessionId) AS energyScanCount,
       (SELECT COUNT(*)
          FROM XFEFluorescenceSpectrum xrf
         WHERE xrf.sessionId = s.sessionId) AS xrfSpectrumCount,
       (SELECT lg.experimentType
          FROM DataCollectionGroup lg
         WHERE lg.sessionId = s.sessionId
         ORDER BY lg.dataCollectionGroupId DESC
         LIMIT 1) AS lastExperimentDataCollectionGroup
  FROM BLSession s
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  LEFT JOIN Person pe ON pe.personId = p.personId
 WHERE s.sessionId IN (:sessions)
 ORDER BY s.sessionId DESC;

-- name: session_collections(sessions)
-- What was collected in some sessions, counted; fewer than five images are a test.
SELECT g.sessionId,
       COUNT(DISTINCT g.blSampleId) AS sampleCount,
       SUM(dc.numberOfImages) AS imagesCount,
       COALESCE(SUM(dc.numberOfImages < 5), 0) AS testDataCollectionGroupCount,
       COALESCE(SUM(dc.numberOfImages > 4), 0) AS dataCollectionGroupCount,
       COUNT(IF(g.experimentType = 'EM', dc.dataCollectionId, NULL)) AS EMdataCollectionGroupCount,
       MAX(g.endTime) AS lastEndTimeDataCollectionGroup
  FROM DataCollectionGroup g
  LEFT JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId
 WHERE g.sessionId IN (:sessions)
 GROUP BY g.sessionId;

-- name: session_experiments(sessions)
-- The BioSAXS experiments of some sessions, counted by their type.
SELECT ex.sessionId,
       COUNT(IF(ex.experimentType = 'HPLC', 1, NULL)) AS hplcCount,
       COUNT(IF(ex.experimentType = 'STATIC', 1, NULL)) AS sampleChangerCount,
       COUNT(IF(ex.experimentType = 'CALIBRATION', 1, NULL)) AS calibrationCount
  FROM Experiment ex
 WHERE ex.sessionId IN (:sessions)
 GROUP BY ex.sessionId;
