-- name: collections_of_session(sessionId)
-- Where a session's data collections have their images.
SELECT d.dataCollectionId,
       d.imageDirectory,
       d.fileTemplate,
       d.imagePrefix,
       d.dataCollectionNumber
  FROM DataCollectionGroup g
  JOIN DataCollection d ON d.dataCollectionGroupId = g.dataCollectionGroupId
 WHERE g.sessionId = :sessionId
 ORDER BY d.dataCollectionId;
