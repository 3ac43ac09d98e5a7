-- Counts, sums and extremes, of which means are made.  Of a movie the latest motion correction counts, of that the
-- latest CTF.  Text that is no number is left out: see movies.sql.

-- name: statistics_over_time(length)
-- Of movies, by when they were made; so many characters of a time say how fine.
SELECT SUBSTR(CAST(n.createdTimeStamp AS CHAR), 1, :length) AS moment,
       MIN(n.createdTimeStamp) AS firstMovie,
       MAX(n.createdTimeStamp) AS lastMovie,
       COUNT(*) AS movies,
       COUNT(n.motionCorrectionId) AS motionCorrections,
       COUNT(n.ctfId) AS ctfs,
       COUNT(n.totalMotion) AS totalMotion__number,
       SUM(n.totalMotion) AS totalMotion__sum,
       MIN(n.totalMotion) AS totalMotion__min,
       MAX(n.totalMotion) AS totalMotion__max,
       COUNT(n.averageMotionPerFrame) AS averageMotionPerFrame__number,
       SUM(n.averageMotionPerFrame) AS averageMotionPerFrame__sum,
       MIN(n.averageMotionPerFrame) AS averageMotionPerFrame__min,
       MAX(n.averageMotionPerFrame) AS averageMotionPerFrame__max,
       COUNT(n.estimatedDefocus) AS estimatedDefocus__number,
       SUM(n.estimatedDefocus) AS estimatedDefocus__sum,
       MIN(n.estimatedDefocus) AS estimatedDefocus__min,
       MAX(n.estimatedDefocus) AS estimatedDefocus__max,
       COUNT(n.astigmatism) AS astigmatism__number,
       SUM(n.astigmatism) AS astigmatism__sum,
       MIN(n.astigmatism) AS astigmatism__min,
       MAX(n.astigmatism) AS astigmatism__max,
       COUNT(n.estimatedResolution) AS estimatedResolution__number,
       SUM(n.estimatedResolution) AS estimatedResolution__sum,
       MIN(n.estimatedResolution) AS estimatedResolution__min,
       MAX(n.estimatedResolution) AS estimatedResolution__max,
       COUNT(n.iceThickness) AS iceThickness__number,
       SUM(n.iceThickness) AS iceThickness__sum,
       MIN(n.iceThickness) AS iceThickness__min,
       MAX(n.iceThickness) AS iceThickness__max
  FROM (SELECT k.dataCollectionId,
               k.createdTimeStamp,
               mc.motionCorrectionId,
               mc.totalMotion,
               mc.averageMotionPerFrame,
               ctf.CTFid AS ctfId,
               COALESCE(ctf.estimatedDefocus,
                        (NULLIF(CAST(ctf.defocusU AS DOUBLE), 0) + NULLIF(CAST(ctf.defocusV AS DOUBLE), 0)) / 2.0)
                   AS estimatedDefocus,
               COALESCE(ctf.astigmatism,
                        ABS(NULLIF(CAST(ctf.defocusU AS DOUBLE), 0) - NULLIF(CAST(ctf.defocusV AS DOUBLE), 0)))
                   AS astigmatism,
               COALESCE(ctf.estimatedResolution, NULLIF(CAST(ctf.resolutionLimit AS DOUBLE), 0))
                   AS estimatedResolution,
               rit.median AS iceThickness
          FROM (SELECT mo.dataCollectionId,
                       mo.createdTimeStamp,
                       (SELECT MAX(x.motionCorrectionId)
                          FROM MotionCorrection x
                         WHERE x.movieId = mo.movieId) AS correctionId
                  FROM Movie mo
                  JOIN DataCollection d ON d.dataCollectionId = mo.dataCollectionId
                  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
                  /*visible*/
                 WHERE 1 = 1 /*where*/) k
          LEFT JOIN MotionCorrection mc ON mc.motionCorrectionId = k.correctionId
          LEFT JOIN RelativeIceThickness rit ON rit.relativeIceThicknessId = (SELECT MAX(z.relativeIceThicknessId) FROM RelativeIceThickness z WHERE z.motionCorrectionId = mc.motionCorrectionId)  -- noqa: LT05
          LEFT JOIN CTF ctf ON ctf.CTFid = (SELECT MAX(y.CTFid) FROM CTF y WHERE y.motionCorrectionId = mc.motionCorrectionId)  -- noqa: LT05
       ) n
 GROUP BY moment
 ORDER BY moment
 LIMIT 20000;

-- name: list_collections()
-- Collections with movies that the caller may see, the latest recorded first.
SELECT d.dataCollectionId,
       d.dataCollectionGroupId,
       g.sessionId,
       d.dataCollectionNumber,
       d.imagePrefix,
       d.imageDirectory,
       d.startTime,
       d.endTime,
       d.numberOfImages,
       d.voltage,
       d.magnification,
       d.pixelSizeOnImage,
       d.totalExposedDose,
       COALESCE(g.blSampleId, d.blSampleId) AS blSampleId,
       bls.name AS blSample
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
  LEFT JOIN BLSample bls ON bls.blSampleId = COALESCE(g.blSampleId, d.blSampleId)
 WHERE (SELECT 1 FROM Movie hm WHERE hm.dataCollectionId = d.dataCollectionId LIMIT 1) = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_collections()
-- How many the same conditions leave.
SELECT COUNT(*) AS total
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE (SELECT 1 FROM Movie hm WHERE hm.dataCollectionId = d.dataCollectionId LIMIT 1) = 1 /*where*/;

-- name: statistics_of_collections(collections)
-- Of the movies of some collections.
SELECT n.dataCollectionId,
       MIN(n.createdTimeStamp) AS firstMovie,
       MAX(n.createdTimeStamp) AS lastMovie,
       COUNT(*) AS movies,
       COUNT(n.motionCorrectionId) AS motionCorrections,
       COUNT(n.ctfId) AS ctfs,
       COUNT(n.totalMotion) AS totalMotion__number,
       SUM(n.totalMotion) AS totalMotion__sum,
       MIN(n.totalMotion) AS totalMotion__min,
       MAX(n.totalMotion) AS totalMotion__max,
       COUNT(n.averageMotionPerFrame) AS averageMotionPerFrame__number,
       SUM(n.averageMotionPerFrame) AS averageMotionPerFrame__sum,
       MIN(n.averageMotionPerFrame) AS averageMotionPerFrame__min,
       MAX(n.averageMotionPerFrame) AS averageMotionPerFrame__max,
       COUNT(n.estimatedDefocus) AS estimatedDefocus__number,
       SUM(n.estimatedDefocus) AS estimatedDefocus__sum,
       MIN(n.estimatedDefocus) AS estimatedDefocus__min,
       MAX(n.estimatedDefocus) AS estimatedDefocus__max,
       COUNT(n.astigmatism) AS astigmatism__number,
       SUM(n.astigmatism) AS astigmatism__sum,
       MIN(n.astigmatism) AS astigmatism__min,
       MAX(n.astigmatism) AS astigmatism__max,
       COUNT(n.estimatedResolution) AS estimatedResolution__number,
       SUM(n.estimatedResolution) AS estimatedResolution__sum,
       MIN(n.estimatedResolution) AS estimatedResolution__min,
       MAX(n.estimatedResolution) AS estimatedResolution__max,
       COUNT(n.iceThickness) AS iceThickness__number,
       SUM(n.iceThickness) AS iceThickness__sum,
       MIN(n.iceThickness) AS iceThickness__min,
       MAX(n.iceThickness) AS iceThickness__max
  FROM (SELECT k.dataCollectionId,
               k.createdTimeStamp,
               mc.motionCorrectionId,
               mc.totalMotion,
               mc.averageMotionPerFrame,
               ctf.CTFid AS ctfId,
               COALESCE(ctf.estimatedDefocus,
                        (NULLIF(CAST(ctf.defocusU AS DOUBLE), 0) + NULLIF(CAST(ctf.defocusV AS DOUBLE), 0)) / 2.0)
                   AS estimatedDefocus,
               COALESCE(ctf.astigmatism,
                        ABS(NULLIF(CAST(ctf.defocusU AS DOUBLE), 0) - NULLIF(CAST(ctf.defocusV AS DOUBLE), 0)))
                   AS astigmatism,
               COALESCE(ctf.estimatedResolution, NULLIF(CAST(ctf.resolutionLimit AS DOUBLE), 0))
                   AS estimatedResolution,
               rit.median AS iceThickness
          FROM (SELECT mo.dataCollectionId,
                       mo.createdTimeStamp,
                       (SELECT MAX(x.motionCorrectionId)
                          FROM MotionCorrection x
                         WHERE x.movieId = mo.movieId) AS correctionId
                  FROM Movie mo
                 WHERE mo.dataCollectionId IN (:collections)) k
          LEFT JOIN MotionCorrection mc ON mc.motionCorrectionId = k.correctionId
          LEFT JOIN RelativeIceThickness rit ON rit.relativeIceThicknessId = (SELECT MAX(z.relativeIceThicknessId) FROM RelativeIceThickness z WHERE z.motionCorrectionId = mc.motionCorrectionId)  -- noqa: LT05
          LEFT JOIN CTF ctf ON ctf.CTFid = (SELECT MAX(y.CTFid) FROM CTF y WHERE y.motionCorrectionId = mc.motionCorrectionId)  -- noqa: LT05
       ) n
 GROUP BY n.dataCollectionId;
