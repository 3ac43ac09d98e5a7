-- name: session_of_serial_result(ssxProcessingResultId)
-- The session in which the data of a result were collected.
SELECT g.sessionId
  FROM SSXProcessingResult sr
  JOIN DataCollection d ON d.dataCollectionId = sr.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
 WHERE sr.ssxProcessingResultId = :ssxProcessingResultId;

-- name: running_serial_result(dataCollectionId, indexingType, status)
-- The latest result of a kind whose program still runs.
SELECT MAX(sr.ssxProcessingResultId) AS ssxProcessingResultId
  FROM SSXProcessingResult sr
 WHERE sr.dataCollectionId = :dataCollectionId
   AND sr.indexingType = :indexingType
   AND sr.status = :status;

-- name: state_of_serial_result(ssxProcessingResultId)
-- A result, and what it has counted.
SELECT sr.dataCollectionId,
       sr.status,
       sc.nbImages,
       sc.nbHits,
       sc.nbIndexed,
       sc.nbCells,
       sc.countedAt,
       sc.markAt,
       sc.markImages,
       sc.markHits,
       sc.markIndexed
  FROM SSXProcessingResult sr
  LEFT JOIN api_serial_count sc ON sc.ssxProcessingResultId = sr.ssxProcessingResultId
 WHERE sr.ssxProcessingResultId = :ssxProcessingResultId;

-- name: add_serial_result(dataCollectionId)
-- A result of serial crystallography.
INSERT INTO SSXProcessingResult (dataCollectionId, createdTimeStamp, lastUpdate /*columns*/)
VALUES (:dataCollectionId, NOW(), NOW() /*values*/)
RETURNING ssxProcessingResultId;

-- name: change_serial_result(ssxProcessingResultId)
-- Change what is known of a result.
UPDATE SSXProcessingResult
   SET lastUpdate = NOW() /*set*/
 WHERE ssxProcessingResultId = :ssxProcessingResultId;

-- name: add_serial_counts(ssxProcessingResultId)
-- What a result has counted.
INSERT INTO api_serial_count (ssxProcessingResultId /*columns*/)
VALUES (:ssxProcessingResultId /*values*/);

-- name: change_serial_counts(ssxProcessingResultId)
-- Change what a result has counted.
UPDATE api_serial_count
   SET ssxProcessingResultId = ssxProcessingResultId /*set*/
 WHERE ssxProcessingResultId = :ssxProcessingResultId;

-- name: add_serial_file(ssxProcessingResultId, filePath, fileName)
-- A file of a result.
INSERT INTO SSXProcessingResultAttachment
       (ssxProcessingResultId, filePath, fileName, createdTimeStamp, lastUpdate /*columns*/)
VALUES (:ssxProcessingResultId, :filePath, :fileName, NOW(), NOW() /*values*/);

-- name: change_serial_file(ssxProcessingResultId, filePath, fileName)
-- A file of a result was written again.
UPDATE SSXProcessingResultAttachment
   SET lastUpdate = NOW() /*set*/
 WHERE ssxProcessingResultId = :ssxProcessingResultId
   AND filePath = :filePath
   AND fileName = :fileName;

-- name: add_serial_cells(ssxProcessingResultId, cellNumber)
-- The cell of a crystal.
INSERT INTO api_serial_cell (ssxProcessingResultId, cellNumber /*columns*/)
VALUES (:ssxProcessingResultId, :cellNumber /*values*/);
