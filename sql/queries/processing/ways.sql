-- Parts of other statements: the ways from a program to the collections it worked on differ between databases.  Each
-- way is a part of its own, and is left out where the database lacks its tables or columns.

-- part: programs_by_integration()
-- Programs that integrated a collection.
SELECT pg.autoProcProgramId,
       d.dataCollectionId,
       pg.processingPrograms,
       CAST(pg.processingStatus AS CHAR) AS processingStatus
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN AutoProcIntegration ai ON ai.dataCollectionId = d.dataCollectionId
  JOIN AutoProcProgram pg ON pg.autoProcProgramId = ai.autoProcProgramId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- part: programs_by_collection()
-- Programs that name their collection.
SELECT pg.autoProcProgramId,
       d.dataCollectionId,
       pg.processingPrograms,
       CAST(pg.processingStatus AS CHAR) AS processingStatus
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN AutoProcProgram pg ON pg.dataCollectionId = d.dataCollectionId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- part: programs_by_job()
-- Programs of a processing job of a collection.
SELECT pg.autoProcProgramId,
       d.dataCollectionId,
       pg.processingPrograms,
       CAST(pg.processingStatus AS CHAR) AS processingStatus
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN ProcessingJob pj ON pj.dataCollectionId = d.dataCollectionId
  JOIN AutoProcProgram pg ON pg.processingJobId = pj.processingJobId
  /*visible*/
 WHERE 1 = 1 /*where*/;
