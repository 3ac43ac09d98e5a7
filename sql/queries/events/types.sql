-- name: event_types()
-- Which kinds of events there are: experiment types of groups that have collections, and the other sources.
SELECT DISTINCT g.experimentType AS eventType
  FROM DataCollectionGroup g
  LEFT JOIN BLSession s ON s.sessionId = g.sessionId
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  /*visible*/ /*join_dc*/
 WHERE g.experimentType <> ''
   AND EXISTS (SELECT 1
                 FROM DataCollection o
                WHERE o.dataCollectionGroupId = g.dataCollectionGroupId)
       /*where*/
 UNION ALL
SELECT c.eventType
  FROM (SELECT 'robot' AS eventType
          FROM RobotAction ra
          LEFT JOIN BLSession s ON s.sessionId = ra.blsessionId
          LEFT JOIN Proposal p ON p.proposalId = s.proposalId
          /*visible*/
         WHERE 1 = 1 /*where*/ /*where_robot*/
         LIMIT 1) c
 UNION ALL
SELECT c.eventType
  FROM (SELECT 'es' AS eventType
          FROM EnergyScan es
          LEFT JOIN BLSession s ON s.sessionId = es.sessionId
          LEFT JOIN Proposal p ON p.proposalId = s.proposalId
          /*visible*/
         WHERE 1 = 1 /*where*/ /*where_es*/
         LIMIT 1) c
 UNION ALL
SELECT c.eventType
  FROM (SELECT 'xrf' AS eventType
          FROM XFEFluorescenceSpectrum xs
          LEFT JOIN BLSession s ON s.sessionId = xs.sessionId
          LEFT JOIN Proposal p ON p.proposalId = s.proposalId
          /*visible*/
         WHERE 1 = 1 /*where*/ /*where_xrf*/
         LIMIT 1) c;
