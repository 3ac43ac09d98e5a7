-- name: sessions(most)
-- The sessions that statistics are made of, as far as the caller may see them.
SELECT s.sessionId,
       s.beamLineName,
       s.startDate,
       s.endDate,
       CONCAT(p.proposalCode, p.proposalNumber, '-', s.visit_number) AS session
  FROM BLSession s
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/
 ORDER BY s.startDate, s.sessionId
 LIMIT :most;

-- name: collections(sessions, most)
-- When data were collected in some sessions, how, and how it ended.
SELECT g.sessionId,
       g.dataCollectionGroupId,
       g.experimentType,
       d.dataCollectionId,
       d.startTime,
       d.endTime,
       d.runStatus,
       d.wavelength,
       d.beamSizeAtSampleX,
       d.beamSizeAtSampleY,
       d.exposureTime,
       d.chiStart,
       d.phiStart,
       d.kappaStart,
       d.imagePrefix,
       sm.name AS sample,
       pr.acronym AS protein
  FROM DataCollectionGroup g
  JOIN DataCollection d ON d.dataCollectionGroupId = g.dataCollectionGroupId
  LEFT JOIN BLSample sm ON sm.blSampleId = COALESCE(g.blSampleId, d.blSampleId)
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE g.sessionId IN (:sessions)
 ORDER BY d.startTime, d.dataCollectionId
 LIMIT :most;

-- name: robot_actions(sessions, most)
-- What the sample changer did in some sessions.
SELECT ra.blsessionId AS sessionId,
       ra.actionType,
       ra.status,
       ra.startTimestamp AS startTime,
       ra.endTimestamp AS endTime,
       sm.name AS sample
  FROM RobotAction ra
  LEFT JOIN BLSample sm ON sm.blSampleId = ra.blsampleId
 WHERE ra.blsessionId IN (:sessions)
 ORDER BY ra.startTimestamp, ra.robotActionId
 LIMIT :most;

-- name: energy_scans(sessions, most)
-- Energy scans of some sessions.
SELECT es.sessionId,
       es.element,
       es.startTime,
       es.endTime
  FROM EnergyScan es
 WHERE es.sessionId IN (:sessions)
 ORDER BY es.startTime, es.energyScanId
 LIMIT :most;

-- name: spectra(sessions, most)
-- Fluorescence spectra of some sessions.
SELECT xf.sessionId,
       xf.startTime,
       xf.endTime
  FROM XFEFluorescenceSpectrum xf
 WHERE xf.sessionId IN (:sessions)
 ORDER BY xf.startTime, xf.xfeFluorescenceSpectrumId
 LIMIT :most;

-- name: faults(sessions, most)
-- Beam time that was lost by faults in some sessions.
SELECT bf.sessionId,
       bf.title,
       bf.beamtimelost_starttime AS startTime,
       bf.beamtimelost_endtime AS endTime
  FROM BF_fault bf
 WHERE bf.sessionId IN (:sessions)
   AND bf.beamtimelost = 1
 ORDER BY bf.beamtimelost_starttime, bf.faultId
 LIMIT :most;

-- name: strategies(sessions, most)
-- When the last characterisation of each group of collections was recorded; it names the group or a collection of it.
SELECT ch.sessionId,
       ch.dataCollectionGroupId,
       MAX(ch.bltimeStamp) AS doneAt
  FROM (SELECT g.sessionId,
               g.dataCollectionGroupId,
               sc.bltimeStamp
          FROM DataCollectionGroup g
          JOIN Screening sc ON sc.dataCollectionGroupId = g.dataCollectionGroupId
         WHERE g.sessionId IN (:sessions)
         UNION ALL
        SELECT g.sessionId,
               g.dataCollectionGroupId,
               sc.bltimeStamp
          FROM DataCollectionGroup g
          JOIN DataCollection d ON d.dataCollectionGroupId = g.dataCollectionGroupId
          JOIN Screening sc ON sc.dataCollectionId = d.dataCollectionId
         WHERE g.sessionId IN (:sessions)) ch
 GROUP BY ch.sessionId, ch.dataCollectionGroupId
 LIMIT :most;

-- name: logs(collections)
-- Log files of some data collections.
SELECT fa.dataCollectionId,
       fa.fileFullPath
  FROM DataCollectionFileAttachment fa
 WHERE fa.dataCollectionId IN (:collections)
   AND fa.fileType = 'log'
 ORDER BY fa.dataCollectionFileAttachmentId;

-- name: list_runs()
-- Periods of the facility's calendar, where the database has them; else one row of nulls.
SELECT ru.runId,
       ru.run,
       ru.startDate,
       ru.endDate
  FROM api_turn tu
  LEFT JOIN v_run ru ON ru.run IS NOT NULL
 WHERE tu.name = 'administration'
 ORDER BY 3 DESC, 1 DESC;
