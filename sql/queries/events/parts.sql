-- Parts of other statements.  The ways from a collection to its processing programs differ between databases: each
-- way is a part of its own, and is left out where the database lacks its tables or columns.

-- part: programs_by_integration()
-- Programs that integrated a collection.
SELECT o.dataCollectionGroupId,
       o.dataCollectionId,
       pg.autoProcProgramId,
       pg.processingStatus AS recorded,
       CAST(pg.processingStatus AS CHAR) AS status
  FROM DataCollection o
  JOIN AutoProcIntegration ai ON ai.dataCollectionId = o.dataCollectionId
  JOIN AutoProcProgram pg ON pg.autoProcProgramId = ai.autoProcProgramId;

-- part: programs_by_collection()
-- Programs that name their collection.
SELECT o.dataCollectionGroupId,
       o.dataCollectionId,
       pg.autoProcProgramId,
       pg.processingStatus AS recorded,
       CAST(pg.processingStatus AS CHAR) AS status
  FROM DataCollection o
  JOIN AutoProcProgram pg ON pg.dataCollectionId = o.dataCollectionId;

-- part: programs_by_job()
-- Programs of a processing job of a collection.
SELECT o.dataCollectionGroupId,
       o.dataCollectionId,
       pg.autoProcProgramId,
       pg.processingStatus AS recorded,
       CAST(pg.processingStatus AS CHAR) AS status
  FROM DataCollection o
  JOIN ProcessingJob pj ON pj.dataCollectionId = o.dataCollectionId
  JOIN AutoProcProgram pg ON pg.processingJobId = pj.processingJobId;

-- part: error_messages()
-- Errors that programs reported.
SELECT pm.autoProcProgramId
  FROM AutoProcProgramMessage pm
 WHERE pm.severity = 'ERROR';
