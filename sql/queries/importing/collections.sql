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

-- name: results_of_file(dataCollectionId, fileName, filePath)
-- The results of serial crystallography of a collection that have a file, the latest first.
SELECT re.ssxProcessingResultId,
       at.fileName,
       at.filePath
  FROM SSXProcessingResult re
  JOIN SSXProcessingResultAttachment at ON at.ssxProcessingResultId = re.ssxProcessingResultId
 WHERE re.dataCollectionId = :dataCollectionId
   AND at.fileName = :fileName
   AND at.filePath = :filePath
 ORDER BY re.ssxProcessingResultId DESC;

-- name: runs_of_file(fileName, filePath)
-- The runs of some collections that left a file, the latest first.
SELECT DISTINCT w.autoProcProgramId,
       w.processingPrograms,
       at.fileName,
       at.filePath
  FROM (SELECT pg.autoProcProgramId,
               0 AS dataCollectionId,
               pg.processingPrograms,
               CAST(pg.processingStatus AS CHAR) AS processingStatus
          FROM AutoProcProgram pg
         WHERE 1 = 0 /*union*/) w
  JOIN AutoProcProgramAttachment at ON at.autoProcProgramId = w.autoProcProgramId
 WHERE at.fileName = :fileName
   AND at.filePath = :filePath
 ORDER BY w.autoProcProgramId DESC;
