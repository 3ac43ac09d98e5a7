-- name: collections(collections)
-- Those of some data collections that the caller may see.
SELECT d.dataCollectionId
  FROM DataCollection d
  LEFT JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE d.dataCollectionId IN (:collections)
 ORDER BY d.dataCollectionId;

-- name: statuses(collections)
-- How everything that was made of some collections ended: a row for each output of a characterisation, and whatever
-- else the database has.
SELECT k.kind,
       k.dataCollectionId,
       k.name,
       k.id,
       k.part,
       k.status,
       k.detail
  FROM (SELECT 'screening' AS kind,
               d.dataCollectionId,
               sc.programVersion AS name,
               sc.screeningId AS id,
               so.screeningOutputId AS part,
               CAST(so.strategySuccess AS CHAR) AS status,
               so.indexingSuccess AS detail
          FROM DataCollection d
          JOIN Screening sc ON sc.dataCollectionId = d.dataCollectionId
          LEFT JOIN ScreeningOutput so ON so.screeningId = sc.screeningId
         WHERE d.dataCollectionId IN (:collections)
         UNION
        SELECT 'screening' AS kind,
               d.dataCollectionId,
               sc.programVersion AS name,
               sc.screeningId AS id,
               so.screeningOutputId AS part,
               CAST(so.strategySuccess AS CHAR) AS status,
               so.indexingSuccess AS detail
          FROM DataCollection d
          JOIN Screening sc ON sc.dataCollectionGroupId = d.dataCollectionGroupId AND sc.dataCollectionId IS NULL
          LEFT JOIN ScreeningOutput so ON so.screeningId = sc.screeningId
         WHERE d.dataCollectionId IN (:collections)
         /*union*/) k
 ORDER BY k.dataCollectionId, k.kind, k.id, k.part;

-- part: statuses_of_programs()
-- Runs of programs; detail says whether the run integrated something.
SELECT 'program' AS kind,
       w.dataCollectionId,
       w.processingPrograms AS name,
       w.autoProcProgramId AS id,
       0 AS part,
       w.processingStatus AS status,
       (SELECT 1
          FROM AutoProcIntegration hi
         WHERE hi.autoProcProgramId = w.autoProcProgramId
         LIMIT 1) AS detail
  FROM (SELECT pg.autoProcProgramId,
               0 AS dataCollectionId,
               pg.processingPrograms,
               CAST(pg.processingStatus AS CHAR) AS processingStatus
          FROM AutoProcProgram pg
         WHERE 1 = 0 /*union*/) w;

-- part: statuses_of_centrings(collections)
-- X-ray centrings of the collections' groups.
SELECT 'xrc' AS kind,
       d.dataCollectionId,
       xc.xrayCentringType AS name,
       xc.xrayCentringId AS id,
       0 AS part,
       CAST(xc.status AS CHAR) AS status,
       NULL AS detail
  FROM DataCollection d
  JOIN XrayCentring xc ON xc.dataCollectionGroupId = d.dataCollectionGroupId
 WHERE d.dataCollectionId IN (:collections);

-- part: numbers_of_electron_microscopy(collections)
-- How many movies there are, how many of them were corrected for motion, of how many the CTF was estimated.
SELECT 'em' AS kind,
       n.dataCollectionId,
       n.name,
       0 AS id,
       0 AS part,
       NULL AS status,
       n.number AS detail
  FROM (SELECT mo.dataCollectionId,
               'movie' AS name,
               COUNT(*) AS number
          FROM Movie mo
         WHERE mo.dataCollectionId IN (:collections)
         GROUP BY mo.dataCollectionId
         UNION
        SELECT mo.dataCollectionId,
               'motionCorrection' AS name,
               COUNT(*) AS number
          FROM Movie mo
          JOIN MotionCorrection mc ON mc.movieId = mo.movieId
         WHERE mo.dataCollectionId IN (:collections)
         GROUP BY mo.dataCollectionId
         UNION
        SELECT mo.dataCollectionId,
               'ctf' AS name,
               COUNT(*) AS number
          FROM Movie mo
          JOIN MotionCorrection mc ON mc.movieId = mo.movieId
          JOIN CTF ctf ON ctf.motionCorrectionId = mc.motionCorrectionId
         WHERE mo.dataCollectionId IN (:collections)
         GROUP BY mo.dataCollectionId) n;
