-- name: count_events()
-- How many rows the whole timeline has, each group of collections counted once.
SELECT (SELECT COUNT(DISTINCT d.dataCollectionGroupId)
          FROM DataCollection d
          LEFT JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
          LEFT JOIN BLSession s ON s.sessionId = g.sessionId
          LEFT JOIN Proposal p ON p.proposalId = s.proposalId
          /*visible_dc*/ /*join_dc*/
         WHERE 1 = 1 /*where*/ /*where_dc*/)
       + (SELECT COUNT(*)
            FROM RobotAction ra
            LEFT JOIN BLSession s ON s.sessionId = ra.blsessionId
            LEFT JOIN Proposal p ON p.proposalId = s.proposalId
            /*visible_robot*/
           WHERE 1 = 1 /*where*/ /*where_robot*/)
       + (SELECT COUNT(*)
            FROM EnergyScan es
            LEFT JOIN BLSession s ON s.sessionId = es.sessionId
            LEFT JOIN Proposal p ON p.proposalId = s.proposalId
            /*visible_es*/
           WHERE 1 = 1 /*where*/ /*where_es*/)
       + (SELECT COUNT(*)
            FROM XFEFluorescenceSpectrum xs
            LEFT JOIN BLSession s ON s.sessionId = xs.sessionId
            LEFT JOIN Proposal p ON p.proposalId = s.proposalId
            /*visible_xrf*/
           WHERE 1 = 1 /*where*/ /*where_xrf*/) AS total;

-- name: count_collections()
-- How many rows the timeline of a group or of one collection has, each collection counted.
SELECT COUNT(*) AS total
  FROM DataCollection d
  LEFT JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  LEFT JOIN BLSession s ON s.sessionId = g.sessionId
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  /*visible_dc*/
 WHERE 1 = 1 /*where*/ /*where_dc*/;

-- name: count_all_events()
-- How many rows the timeline of everything has.
SELECT (SELECT COUNT(DISTINCT d.dataCollectionGroupId)
          FROM DataCollection d)
       + (SELECT COUNT(*)
            FROM RobotAction ra)
       + (SELECT COUNT(*)
            FROM EnergyScan es)
       + (SELECT COUNT(*)
            FROM XFEFluorescenceSpectrum xs) AS total;
