-- name: list_jobs()
-- Jobs of collections that the caller may see.
SELECT pj.processingJobId,
       pj.dataCollectionId,
       pj.displayName,
       pj.comments,
       pj.recipe,
       pj.automatic,
       pj.recordTimestamp
  FROM ProcessingJob pj
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_jobs()
-- How many jobs the same conditions leave.
SELECT COUNT(*) AS total
  FROM ProcessingJob pj
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- part: jobs_by_collection()
-- Jobs that name their collection.
SELECT pj.processingJobId
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN ProcessingJob pj ON pj.dataCollectionId = d.dataCollectionId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- part: jobs_by_sweep()
-- Jobs that work on a sweep of the collection.
SELECT pj.processingJobId
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN ProcessingJobImageSweep pj ON pj.dataCollectionId = d.dataCollectionId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: parts_of_jobs(jobs)
-- What belongs to some jobs, one row a part: parameters, sweeps of collections that the caller may see, runs.
SELECT k.kind,
       k.parentId,
       pp.processingJobParameterId AS parameter__processingJobParameterId,
       pp.parameterKey AS parameter__parameterKey,
       pp.parameterValue AS parameter__parameterValue,
       sw.processingJobImageSweepId AS sweep__processingJobImageSweepId,
       sw.dataCollectionId AS sweep__dataCollectionId,
       sw.startImage AS sweep__startImage,
       sw.endImage AS sweep__endImage,
       pg.autoProcProgramId AS program__autoProcProgramId,
       pg.processingPrograms AS program__processingPrograms,
       CAST(pg.processingStatus AS CHAR) AS program__processingStatus,
       pg.processingMessage AS program__processingMessage,
       pg.processingStartTime AS program__processingStartTime,
       pg.processingEndTime AS program__processingEndTime
  FROM (SELECT 'parameter' AS kind,
               pp.processingJobId AS parentId,
               pp.processingJobParameterId AS id
          FROM ProcessingJobParameter pp
         WHERE pp.processingJobId IN (:jobs)
         UNION ALL
        SELECT 'sweep' AS kind,
               sw.processingJobId AS parentId,
               sw.processingJobImageSweepId AS id
          FROM ProcessingJobImageSweep sw
          JOIN DataCollection d ON d.dataCollectionId = sw.dataCollectionId
          JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
          /*visible*/
         WHERE sw.processingJobId IN (:jobs)
         UNION ALL
        SELECT 'program' AS kind,
               pg.processingJobId AS parentId,
               pg.autoProcProgramId AS id
          FROM AutoProcProgram pg
         WHERE pg.processingJobId IN (:jobs)) k
  LEFT JOIN ProcessingJobParameter pp ON k.kind = 'parameter' AND pp.processingJobParameterId = k.id
  LEFT JOIN ProcessingJobImageSweep sw ON k.kind = 'sweep' AND sw.processingJobImageSweepId = k.id
  LEFT JOIN AutoProcProgram pg ON k.kind = 'program' AND pg.autoProcProgramId = k.id
 ORDER BY k.parentId, k.kind, k.id;
