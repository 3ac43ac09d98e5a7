-- name: files_of_serial(collections, fileName)
-- Files of one name that serial crystallography left for some collections, the latest recorded first.
SELECT f.dataCollectionId,
       f.filePath,
       f.fileName,
       f.recorded,
       f.id
  FROM (SELECT w.dataCollectionId,
               a.filePath,
               a.fileName,
               a.recordTimeStamp AS recorded,
               a.autoProcProgramAttachmentId AS id
          FROM (SELECT pg.autoProcProgramId,
                       0 AS dataCollectionId,
                       pg.processingPrograms,
                       CAST(pg.processingStatus AS CHAR) AS processingStatus
                  FROM AutoProcProgram pg
                 WHERE 1 = 0 /*union*/) w
          JOIN AutoProcProgramAttachment a ON a.autoProcProgramId = w.autoProcProgramId
         WHERE a.fileName = :fileName /*union_results*/) f
 WHERE f.dataCollectionId IN (:collections)
 ORDER BY f.dataCollectionId, f.recorded DESC, f.id DESC;

-- part: files_of_serial_results(collections, fileName)
-- The same of results that have a table of their own.
SELECT sr.dataCollectionId,
       sa.filePath,
       sa.fileName,
       sa.lastUpdate AS recorded,
       sa.ssxProcessingResultAttachmentId AS id
  FROM SSXProcessingResult sr
  JOIN SSXProcessingResultAttachment sa ON sa.ssxProcessingResultId = sr.ssxProcessingResultId
 WHERE sr.dataCollectionId IN (:collections)
   AND sa.fileName = :fileName;
