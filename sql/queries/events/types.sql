-- name: event_types()
-- Which kinds of events there are: experiment types of groups that have collections, and the other sources.
SELECT DISTINCT g.experimentType AS eventType
  FROM DataCollectionGroup g
  LEFT JOIN BLSession s ON s.sessionId = g.sessionId
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  /*visible_dc*/ /*join_dc*/
 WHERE g.experimentType <> ''
   AND (SELECT 1
          FROM DataCollection o
         WHERE o.dataCollectionGroupId = g.dataCollectionGroupId
         LIMIT 1) = 1
       /*where*/
 UNION ALL
SELECT c.eventType
  FROM (SELECT 'robot' AS eventType
          FROM RobotAction ra
          LEFT JOIN BLSession s ON s.sessionId = ra.blsessionId
          LEFT JOIN Proposal p ON p.proposalId = s.proposalId
          /*visible_robot*/
         WHERE 1 = 1 /*where*/ /*where_robot*/
         LIMIT 1) c
 UNION ALL
SELECT c.eventType
  FROM (SELECT 'es' AS eventType
          FROM EnergyScan es
          LEFT JOIN BLSession s ON s.sessionId = es.sessionId
          LEFT JOIN Proposal p ON p.proposalId = s.proposalId
          /*visible_es*/
         WHERE 1 = 1 /*where*/ /*where_es*/
         LIMIT 1) c
 UNION ALL
SELECT c.eventType
  FROM (SELECT 'xrf' AS eventType
          FROM XFEFluorescenceSpectrum xs
          LEFT JOIN BLSession s ON s.sessionId = xs.sessionId
          LEFT JOIN Proposal p ON p.proposalId = s.proposalId
          /*visible_xrf*/
         WHERE 1 = 1 /*where*/ /*where_xrf*/
         LIMIT 1) c;

-- name: all_event_types()
-- The same for everything there is: an index gives each experiment type; one group of it with a collection is enough.
SELECT k.experimentType AS eventType
  FROM (SELECT DISTINCT t.experimentType
          FROM DataCollectionGroup t
         WHERE t.experimentType <> '') k
 WHERE (SELECT 1
          FROM DataCollectionGroup g
          JOIN DataCollection o ON o.dataCollectionGroupId = g.dataCollectionGroupId
         WHERE g.experimentType = k.experimentType
         LIMIT 1) = 1
 UNION ALL
SELECT 'robot' AS eventType
  FROM (SELECT ra.robotActionId
          FROM RobotAction ra
         LIMIT 1) c
 UNION ALL
SELECT 'es' AS eventType
  FROM (SELECT es.energyScanId
          FROM EnergyScan es
         LIMIT 1) c
 UNION ALL
SELECT 'xrf' AS eventType
  FROM (SELECT xs.xfeFluorescenceSpectrumId
          FROM XFEFluorescenceSpectrum xs
         LIMIT 1) c;
