-- name: samples_of_proteins(proposalId)
-- How many crystal forms and samples there are of a proposal's proteins.
SELECT cr.proteinId,
       COUNT(DISTINCT cr.crystalId) AS crystals,
       COUNT(sm.blSampleId) AS samples
  FROM Protein pr
  JOIN Proposal p ON p.proposalId = pr.proposalId
  JOIN Crystal cr ON cr.proteinId = pr.proteinId
  LEFT JOIN BLSample sm ON sm.crystalId = cr.crystalId
  /*visible*/
 WHERE pr.proposalId = :proposalId
 GROUP BY cr.proteinId;

-- name: sessions_of_proteins(proposalId)
-- What was collected of a proposal's proteins, a row for each protein and session.
SELECT pr.proteinId,
       s.sessionId,
       s.beamLineName,
       s.startDate,
       COUNT(DISTINCT g.dataCollectionGroupId) AS groupCount,
       COUNT(CASE WHEN dc.numberOfImages > 4 THEN 1 END) AS collectionCount
  FROM Protein pr
  JOIN Crystal cr ON cr.proteinId = pr.proteinId
  JOIN BLSample sm ON sm.crystalId = cr.crystalId
  JOIN DataCollectionGroup g ON g.blSampleId = sm.blSampleId
  JOIN BLSession s ON s.sessionId = g.sessionId
  LEFT JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId
  /*visible*/
 WHERE pr.proposalId = :proposalId
   AND s.proposalId = :proposalId
 GROUP BY pr.proteinId, s.sessionId, s.beamLineName, s.startDate
 ORDER BY s.sessionId;

-- name: tests_of_proteins(proposalId)
-- Collections of fewer than five images of a proposal's proteins.
SELECT pr.proteinId,
       dc.dataCollectionId,
       dc.startTime,
       g.sessionId
  FROM Protein pr
  JOIN Crystal cr ON cr.proteinId = pr.proteinId
  JOIN BLSample sm ON sm.crystalId = cr.crystalId
  JOIN DataCollectionGroup g ON g.blSampleId = sm.blSampleId
  JOIN BLSession s ON s.sessionId = g.sessionId
  JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId
  /*visible*/
 WHERE pr.proposalId = :proposalId
   AND s.proposalId = :proposalId
   AND dc.numberOfImages < 5
 ORDER BY dc.dataCollectionId;

-- name: energy_scans_of_proteins(proposalId)
-- How many energy scans there are of a proposal's proteins in each session.
SELECT pr.proteinId,
       s.sessionId,
       COUNT(*) AS scanCount
  FROM Protein pr
  JOIN Crystal cr ON cr.proteinId = pr.proteinId
  JOIN BLSample sm ON sm.crystalId = cr.crystalId
  JOIN EnergyScan es ON es.blSampleId = sm.blSampleId
  JOIN BLSession s ON s.sessionId = es.sessionId
  /*visible*/
 WHERE pr.proposalId = :proposalId
   AND s.proposalId = :proposalId
 GROUP BY pr.proteinId, s.sessionId
 ORDER BY s.sessionId;

-- name: spectra_of_proteins(proposalId)
-- How many fluorescence spectra there are of a proposal's proteins in each session.
SELECT pr.proteinId,
       s.sessionId,
       COUNT(*) AS scanCount
  FROM Protein pr
  JOIN Crystal cr ON cr.proteinId = pr.proteinId
  JOIN BLSample sm ON sm.crystalId = cr.crystalId
  JOIN XFEFluorescenceSpectrum xrf ON xrf.blSampleId = sm.blSampleId
  JOIN BLSession s ON s.sessionId = xrf.sessionId
  /*visible*/
 WHERE pr.proposalId = :proposalId
   AND s.proposalId = :proposalId
 GROUP BY pr.proteinId, s.sessionId
 ORDER BY s.sessionId;

-- name: integrations_of_proteins(proposalId)
-- How many integrations there are of what was collected of a proposal's proteins.
SELECT pr.proteinId,
       COUNT(ai.autoProcIntegrationId) AS integrationCount
  FROM Protein pr
  JOIN Crystal cr ON cr.proteinId = pr.proteinId
  JOIN BLSample sm ON sm.crystalId = cr.crystalId
  JOIN DataCollectionGroup g ON g.blSampleId = sm.blSampleId
  JOIN BLSession s ON s.sessionId = g.sessionId
  JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId
  JOIN AutoProcIntegration ai ON ai.dataCollectionId = dc.dataCollectionId
  /*visible*/
 WHERE pr.proposalId = :proposalId
   AND s.proposalId = :proposalId
 GROUP BY pr.proteinId;

-- name: phasing_of_proteins(proposalId)
-- Steps of phasing, and what followed it, from what was collected of a proposal's proteins.
SELECT DISTINCT pr.proteinId,
       ps.phasingStepId,
       ps.phasingStepType,
       ps.method,
       ps.programRunId,
       ai.dataCollectionId,
       sg.spaceGroupShortName
  FROM Protein pr
  JOIN Crystal cr ON cr.proteinId = pr.proteinId
  JOIN BLSample sm ON sm.crystalId = cr.crystalId
  JOIN DataCollectionGroup g ON g.blSampleId = sm.blSampleId
  JOIN BLSession s ON s.sessionId = g.sessionId
  JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId
  JOIN AutoProcIntegration ai ON ai.dataCollectionId = dc.dataCollectionId
  JOIN AutoProcScaling_has_Int h ON h.autoProcIntegrationId = ai.autoProcIntegrationId
  JOIN PhasingStep ps ON ps.autoProcScalingId = h.autoProcScalingId
  LEFT JOIN SpaceGroup sg ON sg.spaceGroupId = ps.spaceGroupId
  /*visible*/
 WHERE pr.proposalId = :proposalId
   AND s.proposalId = :proposalId
 ORDER BY ps.phasingStepId;
