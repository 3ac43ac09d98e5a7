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

-- name: result_of_file(dataCollectionId, fileName, filePath)
-- The latest result of serial crystallography of a collection that has a file.
SELECT MAX(re.ssxProcessingResultId) AS ssxProcessingResultId
  FROM SSXProcessingResult re
  JOIN SSXProcessingResultAttachment at ON at.ssxProcessingResultId = re.ssxProcessingResultId
 WHERE re.dataCollectionId = :dataCollectionId
   AND at.fileName = :fileName
   AND at.filePath = :filePath;
