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

-- name: list_serial_results(collections)
-- Results of serial crystallography of some collections with their files, the latest first.
SELECT sr.ssxProcessingResultId,
       sr.dataCollectionId,
       sr.hitRate,
       sr.indexingRate,
       sr.nbCrystals,
       sr.indexingType,
       sr.status,
       sr.comments,
       sr.createdTimeStamp,
       sr.lastUpdate,
       sa.ssxProcessingResultAttachmentId AS file__ssxProcessingResultAttachmentId,
       sa.fileName AS file__fileName,
       sa.fileType AS file__fileType,
       sa.lastUpdate AS file__lastUpdate
  FROM SSXProcessingResult sr
  LEFT JOIN SSXProcessingResultAttachment sa ON sa.ssxProcessingResultId = sr.ssxProcessingResultId
 WHERE sr.dataCollectionId IN (:collections)
 ORDER BY sr.dataCollectionId, sr.ssxProcessingResultId DESC, sa.ssxProcessingResultAttachmentId;

-- name: path_of_serial_file(ssxProcessingResultAttachmentId)
-- Where a file of such a result is, if the caller may see the collection.
SELECT sa.filePath,
       sa.fileName
  FROM SSXProcessingResultAttachment sa
  JOIN SSXProcessingResult sr ON sr.ssxProcessingResultId = sa.ssxProcessingResultId
  JOIN DataCollection d ON d.dataCollectionId = sr.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE sa.ssxProcessingResultAttachmentId = :ssxProcessingResultAttachmentId;

-- name: rates_of_collections()
-- Which part of the images were hits, and of these could be indexed; nothing where the database keeps no such results.
SELECT k.dataCollectionId,
       k.numberOfImages,
       k.hitRate,
       k.indexingRate
  FROM (SELECT d.dataCollectionId,
               d.numberOfImages,
               d.wavelength AS hitRate,
               d.wavelength AS indexingRate
          FROM DataCollection d
         WHERE 1 = 0 /*union*/) k;

-- part: rates_of_serial_results(collections)
-- The same, as the latest result of each collection says.
SELECT d.dataCollectionId,
       d.numberOfImages,
       sr.hitRate,
       sr.indexingRate
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN SSXProcessingResult sr ON sr.dataCollectionId = d.dataCollectionId
  /*visible*/
 WHERE d.dataCollectionId IN (:collections)
   AND sr.hitRate IS NOT NULL
   AND NOT EXISTS (SELECT 1
                     FROM SSXProcessingResult later
                    WHERE later.dataCollectionId = d.dataCollectionId
                      AND later.hitRate IS NOT NULL
                      AND later.ssxProcessingResultId > sr.ssxProcessingResultId);
