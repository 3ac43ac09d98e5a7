-- name: session_of_group(dataCollectionGroupId)
-- The session of a group of data collections.
SELECT g.sessionId
  FROM DataCollectionGroup g
 WHERE g.dataCollectionGroupId = :dataCollectionGroupId;

-- name: session_of_collection(dataCollectionId)
-- The session of a data collection, by its group.
SELECT g.sessionId
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
 WHERE d.dataCollectionId = :dataCollectionId;

-- name: add_group(sessionId)
-- A group of data collections.
INSERT INTO DataCollectionGroup (sessionId /*columns*/)
VALUES (:sessionId /*values*/)
RETURNING dataCollectionGroupId;

-- name: change_group(dataCollectionGroupId)
-- Change what is known of a group.
UPDATE DataCollectionGroup
   SET dataCollectionGroupId = dataCollectionGroupId /*set*/
 WHERE dataCollectionGroupId = :dataCollectionGroupId;

-- name: give_sample_to_group(dataCollectionGroupId, blSampleId)
-- The sample of a collection is its group's, if that has none.
UPDATE DataCollectionGroup
   SET blSampleId = :blSampleId
 WHERE dataCollectionGroupId = :dataCollectionGroupId
   AND blSampleId IS NULL;

-- name: add_collection(dataCollectionGroupId)
-- A data collection.
INSERT INTO DataCollection (dataCollectionGroupId /*columns*/)
VALUES (:dataCollectionGroupId /*values*/)
RETURNING dataCollectionId;

-- name: change_collection(dataCollectionId)
-- Change what is known of a data collection.
UPDATE DataCollection
   SET dataCollectionId = dataCollectionId /*set*/
 WHERE dataCollectionId = :dataCollectionId;

-- name: forget_sweep(dataCollectionId)
-- Forget by which workflow of several sweeps a data collection was made.
DELETE FROM api_collection_workflow
 WHERE dataCollectionId = :dataCollectionId;

-- name: add_sweep(dataCollectionId)
-- By which workflow of several sweeps a data collection was made.
INSERT INTO api_collection_workflow (dataCollectionId, recordTimeStamp /*columns*/)
VALUES (:dataCollectionId, NOW() /*values*/);

-- name: status_of_collection(dataCollectionId)
-- How far a data collection is.
SELECT d.runStatus,
       d.endTime
  FROM DataCollection d
 WHERE d.dataCollectionId = :dataCollectionId;

-- name: collection_with_files(sessionId, imageDirectory, imagePrefix, dataCollectionNumber)
-- The data collection of a session whose files have these names.
SELECT MIN(d.dataCollectionId) AS dataCollectionId
  FROM DataCollectionGroup g
  JOIN DataCollection d ON d.dataCollectionGroupId = g.dataCollectionGroupId
 WHERE g.sessionId = :sessionId
   AND d.imageDirectory = :imageDirectory
   AND d.imagePrefix = :imagePrefix
   AND d.dataCollectionNumber = :dataCollectionNumber;

-- name: stale_collections(since, earlier, most)
-- Data collections that began in a time that is over and never ended, with the time that their images took.
SELECT d.dataCollectionId,
       d.startTime,
       d.numberOfImages * d.exposureTime AS seconds,
       g.sessionId
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
 WHERE d.endTime IS NULL
   AND d.startTime >= :since
   AND d.startTime < :earlier
 ORDER BY d.startTime, d.dataCollectionId
 LIMIT :most;

-- name: close_collection(dataCollectionId, endTime, runStatus)
-- End a collection that nobody ended, unless somebody has meanwhile; what its control software said stays.
UPDATE DataCollection
   SET endTime = :endTime,
       runStatus = COALESCE(NULLIF(runStatus, 'Running'), :runStatus)
 WHERE dataCollectionId = :dataCollectionId
   AND endTime IS NULL;
