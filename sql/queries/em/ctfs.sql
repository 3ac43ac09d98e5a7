-- One family keeps these numbers as text: see movies.sql.

-- name: list_ctfs()
-- Estimates of the contrast transfer function, of movies of collections that the caller may see; which ones is settled
-- first.
SELECT ctf.CTFid AS ctfId,
       ctf.motionCorrectionId,
       mc.movieId,
       mo.movieNumber,
       mo.dataCollectionId,
       ctf.autoProcProgramId,
       NULLIF(CAST(ctf.defocusU AS DOUBLE), 0) AS defocusU,
       NULLIF(CAST(ctf.defocusV AS DOUBLE), 0) AS defocusV,
       COALESCE(ctf.estimatedDefocus,
                (NULLIF(CAST(ctf.defocusU AS DOUBLE), 0) + NULLIF(CAST(ctf.defocusV AS DOUBLE), 0)) / 2.0)
           AS estimatedDefocus,
       COALESCE(ctf.astigmatism,
                ABS(NULLIF(CAST(ctf.defocusU AS DOUBLE), 0) - NULLIF(CAST(ctf.defocusV AS DOUBLE), 0)))
           AS astigmatism,
       COALESCE(ctf.astigmatismAngle, CAST(NULLIF(ctf.angle, '') AS DOUBLE)) AS astigmatismAngle,
       COALESCE(ctf.estimatedResolution, NULLIF(CAST(ctf.resolutionLimit AS DOUBLE), 0)) AS estimatedResolution,
       COALESCE(ctf.ccValue, CAST(NULLIF(ctf.crossCorrelationCoefficient, '') AS DOUBLE)) AS ccValue,
       NULLIF(CAST(ctf.estimatedBfactor AS DOUBLE), 0) AS estimatedBfactor,
       ctf.amplitudeContrast,
       ctf.iceRingDensity,
       ctf.boxSizeX,
       ctf.boxSizeY,
       ctf.minResolution,
       ctf.maxResolution,
       ctf.minDefocus,
       ctf.maxDefocus,
       ctf.defocusStepSize,
       ctf.comments,
       ctf.spectraImageFullPath,
       ctf.spectraImageThumbnailFullPath,
       ctf.fftTheoreticalFullPath,
       ctf.logFilePath,
       ctf.createdTimeStamp
  FROM (SELECT ctf.CTFid
          FROM CTF ctf
          JOIN MotionCorrection mc ON mc.motionCorrectionId = ctf.motionCorrectionId
          JOIN Movie mo ON mo.movieId = mc.movieId
          JOIN DataCollection d ON d.dataCollectionId = mo.dataCollectionId
          JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
          /*visible*/
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN CTF ctf ON ctf.CTFid = chosen.CTFid
  JOIN MotionCorrection mc ON mc.motionCorrectionId = ctf.motionCorrectionId
  JOIN Movie mo ON mo.movieId = mc.movieId
 /*order*/;

-- name: count_ctfs()
-- How many the same conditions leave.
SELECT COUNT(*) AS total
  FROM CTF ctf
  JOIN MotionCorrection mc ON mc.motionCorrectionId = ctf.motionCorrectionId
  JOIN Movie mo ON mo.movieId = mc.movieId
  JOIN DataCollection d ON d.dataCollectionId = mo.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: paths_of_ctf(ctfId)
-- Where its files are, if the caller may see the collection.
SELECT ctf.spectraImageFullPath AS spectrum,
       ctf.spectraImageThumbnailFullPath AS thumbnail,
       ctf.fftTheoreticalFullPath AS theoretical,
       ctf.logFilePath AS log
  FROM CTF ctf
  JOIN MotionCorrection mc ON mc.motionCorrectionId = ctf.motionCorrectionId
  JOIN Movie mo ON mo.movieId = mc.movieId
  JOIN DataCollection d ON d.dataCollectionId = mo.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE ctf.CTFid = :ctfId;
