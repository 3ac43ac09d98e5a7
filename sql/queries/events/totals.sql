-- name: count_events()
-- How many rows the whole timeline has, each group of collections counted once.
SELECT (SELECT COUNT(*)
          FROM DataCollectionGroup g
          LEFT JOIN BLSession s ON s.sessionId = g.sessionId
          LEFT JOIN Proposal p ON p.proposalId = s.proposalId
          /*visible*/ /*join_dc*/
         WHERE EXISTS (SELECT 1
                         FROM DataCollection o
                        WHERE o.dataCollectionGroupId = g.dataCollectionGroupId)
               /*where*/ /*where_dc*/)
       + (SELECT COUNT(*)
            FROM RobotAction ra
            LEFT JOIN BLSession s ON s.sessionId = ra.blsessionId
            LEFT JOIN Proposal p ON p.proposalId = s.proposalId
            /*visible*/
           WHERE 1 = 1 /*where*/ /*where_robot*/)
       + (SELECT COUNT(*)
            FROM EnergyScan es
            LEFT JOIN BLSession s ON s.sessionId = es.sessionId
            LEFT JOIN Proposal p ON p.proposalId = s.proposalId
            /*visible*/
           WHERE 1 = 1 /*where*/ /*where_es*/)
       + (SELECT COUNT(*)
            FROM XFEFluorescenceSpectrum xs
            LEFT JOIN BLSession s ON s.sessionId = xs.sessionId
            LEFT JOIN Proposal p ON p.proposalId = s.proposalId
            /*visible*/
           WHERE 1 = 1 /*where*/ /*where_xrf*/) AS total;

-- name: count_collections()
-- How many rows the timeline of a group or of one collection has, each collection counted.
SELECT COUNT(*) AS total
  FROM DataCollection d
  LEFT JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  LEFT JOIN BLSession s ON s.sessionId = g.sessionId
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  /*visible*/ /*join_dc*/
 WHERE 1 = 1 /*where*/ /*where_dc*/;
