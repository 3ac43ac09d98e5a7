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
       sc.nbImages,
       sc.nbHits,
       sc.nbIndexed,
       sc.laticeType,
       sc.estimatedResolution,
       COALESCE(sc.nbCells, 0) AS nbCells,
       sa.ssxProcessingResultAttachmentId AS file__ssxProcessingResultAttachmentId,
       sa.fileName AS file__fileName,
       sa.fileType AS file__fileType,
       sa.lastUpdate AS file__lastUpdate
  FROM SSXProcessingResult sr
  LEFT JOIN api_serial_count sc ON sc.ssxProcessingResultId = sr.ssxProcessingResultId
  LEFT JOIN SSXProcessingResultAttachment sa ON sa.ssxProcessingResultId = sr.ssxProcessingResultId
 WHERE sr.dataCollectionId IN (:collections)
 ORDER BY sr.dataCollectionId, sr.ssxProcessingResultId DESC, sa.ssxProcessingResultAttachmentId;

-- name: collection_of_serial_result(ssxProcessingResultId)
-- The data collection of a result.
SELECT sr.dataCollectionId
  FROM SSXProcessingResult sr
 WHERE sr.ssxProcessingResultId = :ssxProcessingResultId;

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

-- part: counts_of_serial_results(collections)
-- What the latest result that counted says of each collection that the caller may see: counts, or rates of its images.
SELECT d.dataCollectionId,
       d.numberOfImages,
       sr.hitRate,
       sr.indexingRate,
       sc.nbHits,
       sc.nbIndexed,
       sc.laticeType,
       sc.estimatedResolution
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN SSXProcessingResult sr ON sr.dataCollectionId = d.dataCollectionId
  LEFT JOIN api_serial_count sc ON sc.ssxProcessingResultId = sr.ssxProcessingResultId
  /*visible*/
 WHERE d.dataCollectionId IN (:collections)
   AND (sr.hitRate IS NOT NULL OR sc.nbHits IS NOT NULL)
 ORDER BY d.dataCollectionId, sr.ssxProcessingResultId;

-- part: results_with_cells(collections)
-- The results of collections that the caller may see, and how many cells are recorded of each, the latest last.
SELECT d.dataCollectionId,
       sr.ssxProcessingResultId,
       sc.nbCells
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN SSXProcessingResult sr ON sr.dataCollectionId = d.dataCollectionId
  JOIN api_serial_count sc ON sc.ssxProcessingResultId = sr.ssxProcessingResultId
  /*visible*/
 WHERE d.dataCollectionId IN (:collections)
   AND sc.nbCells > 0
 ORDER BY d.dataCollectionId, sr.ssxProcessingResultId;

-- name: cells_of_serial_result(ssxProcessingResultId, after, until)
-- Cells of a result, by their numbers.
SELECT ce.a,
       ce.b,
       ce.c,
       ce.alpha,
       ce.beta,
       ce.gamma
  FROM api_serial_cell ce
 WHERE ce.ssxProcessingResultId = :ssxProcessingResultId
   AND ce.cellNumber > :after
   AND ce.cellNumber <= :until
 ORDER BY ce.cellNumber;

-- name: live_serial_results(collections)
-- What is counted now, of collections that the caller may see, the latest result last.
SELECT d.dataCollectionId,
       d.numberOfImages,
       sr.ssxProcessingResultId,
       sr.indexingType,
       sr.status,
       sr.nbCrystals,
       sr.hitRate,
       sr.indexingRate,
       sc.nbImages,
       sc.nbHits,
       sc.nbIndexed,
       sc.countedAt,
       sc.windowAt,
       sc.windowImages,
       sc.windowHits,
       sc.windowIndexed
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN SSXProcessingResult sr ON sr.dataCollectionId = d.dataCollectionId
  JOIN api_serial_count sc ON sc.ssxProcessingResultId = sr.ssxProcessingResultId
  /*visible*/
 WHERE d.dataCollectionId IN (:collections)
 ORDER BY d.dataCollectionId, sr.ssxProcessingResultId;
