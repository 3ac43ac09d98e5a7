-- One family keeps numbers of movies as text.  Where 0 cannot be meant, as in a defocus, text that is none is NULL.

-- name: list_movies()
-- Movies of collections that the caller may see, each with its latest motion correction, and that with its latest CTF;
-- which ones is settled first.
SELECT mo.movieId,
       mo.dataCollectionId,
       mo.movieNumber,
       mo.movieFullPath,
       mo.micrographFullPath,
       mo.micrographSnapshotFullPath,
       mo.xmlMetaDataFullPath,
       mo.positionX,
       mo.positionY,
       mo.nominalDefocus,
       mo.angle,
       COALESCE(mo.fluence, NULLIF(CAST(mo.dosePerImage AS DOUBLE), 0)) AS fluence,
       mo.numberOfFrames,
       mo.foilHoleId,
       mo.templateLabel,
       mo.createdTimeStamp,
       mc.motionCorrectionId AS MotionCorrection__motionCorrectionId,
       mc.movieId AS MotionCorrection__movieId,
       mc.autoProcProgramId AS MotionCorrection__autoProcProgramId,
       mc.firstFrame AS MotionCorrection__firstFrame,
       mc.lastFrame AS MotionCorrection__lastFrame,
       mc.dosePerFrame AS MotionCorrection__dosePerFrame,
       mc.doseWeight AS MotionCorrection__doseWeight,
       mc.totalMotion AS MotionCorrection__totalMotion,
       mc.averageMotionPerFrame AS MotionCorrection__averageMotionPerFrame,
       mc.patchesUsed AS MotionCorrection__patchesUsed,
       mc.patchesUsedX AS MotionCorrection__patchesUsedX,
       mc.patchesUsedY AS MotionCorrection__patchesUsedY,
       mc.comments AS MotionCorrection__comments,
       mc.micrographFullPath AS MotionCorrection__micrographFullPath,
       mc.correctedDoseMicrographFullPath AS MotionCorrection__correctedDoseMicrographFullPath,
       mc.micrographSnapshotFullPath AS MotionCorrection__micrographSnapshotFullPath,
       mc.driftPlotFullPath AS MotionCorrection__driftPlotFullPath,
       mc.fftFullPath AS MotionCorrection__fftFullPath,
       mc.fftCorrectedFullPath AS MotionCorrection__fftCorrectedFullPath,
       mc.logFileFullPath AS MotionCorrection__logFileFullPath,
       mc.createdTimeStamp AS MotionCorrection__createdTimeStamp,
       rit.relativeIceThicknessId AS MotionCorrection__RelativeIceThickness__relativeIceThicknessId,
       rit.minimum AS MotionCorrection__RelativeIceThickness__minimum,
       rit.q1 AS MotionCorrection__RelativeIceThickness__q1,
       rit.median AS MotionCorrection__RelativeIceThickness__median,
       rit.q3 AS MotionCorrection__RelativeIceThickness__q3,
       rit.maximum AS MotionCorrection__RelativeIceThickness__maximum,
       ctf.CTFid AS CTF__ctfId,
       ctf.motionCorrectionId AS CTF__motionCorrectionId,
       ctf.autoProcProgramId AS CTF__autoProcProgramId,
       NULLIF(CAST(ctf.defocusU AS DOUBLE), 0) AS CTF__defocusU,
       NULLIF(CAST(ctf.defocusV AS DOUBLE), 0) AS CTF__defocusV,
       COALESCE(ctf.estimatedDefocus,
                (NULLIF(CAST(ctf.defocusU AS DOUBLE), 0) + NULLIF(CAST(ctf.defocusV AS DOUBLE), 0)) / 2.0)
           AS CTF__estimatedDefocus,
       COALESCE(ctf.astigmatism,
                ABS(NULLIF(CAST(ctf.defocusU AS DOUBLE), 0) - NULLIF(CAST(ctf.defocusV AS DOUBLE), 0)))
           AS CTF__astigmatism,
       COALESCE(ctf.astigmatismAngle, CAST(NULLIF(ctf.angle, '') AS DOUBLE)) AS CTF__astigmatismAngle,
       COALESCE(ctf.estimatedResolution, NULLIF(CAST(ctf.resolutionLimit AS DOUBLE), 0)) AS CTF__estimatedResolution,
       COALESCE(ctf.ccValue, CAST(NULLIF(ctf.crossCorrelationCoefficient, '') AS DOUBLE)) AS CTF__ccValue,
       NULLIF(CAST(ctf.estimatedBfactor AS DOUBLE), 0) AS CTF__estimatedBfactor,
       ctf.amplitudeContrast AS CTF__amplitudeContrast,
       ctf.iceRingDensity AS CTF__iceRingDensity,
       ctf.boxSizeX AS CTF__boxSizeX,
       ctf.boxSizeY AS CTF__boxSizeY,
       ctf.minResolution AS CTF__minResolution,
       ctf.maxResolution AS CTF__maxResolution,
       ctf.minDefocus AS CTF__minDefocus,
       ctf.maxDefocus AS CTF__maxDefocus,
       ctf.defocusStepSize AS CTF__defocusStepSize,
       ctf.comments AS CTF__comments,
       ctf.spectraImageFullPath AS CTF__spectraImageFullPath,
       ctf.spectraImageThumbnailFullPath AS CTF__spectraImageThumbnailFullPath,
       ctf.fftTheoreticalFullPath AS CTF__fftTheoreticalFullPath,
       ctf.logFilePath AS CTF__logFilePath,
       ctf.createdTimeStamp AS CTF__createdTimeStamp
  FROM (SELECT chosen.movieId,
               (SELECT MAX(x.motionCorrectionId)
                  FROM MotionCorrection x
                 WHERE x.movieId = chosen.movieId) AS correctionId
          FROM (SELECT mo.movieId
                  FROM Movie mo
                  JOIN DataCollection d ON d.dataCollectionId = mo.dataCollectionId
                  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
                  /*visible*/
                 WHERE 1 = 1 /*where*/
                 /*order*/
                 /*page*/) chosen) k
  JOIN Movie mo ON mo.movieId = k.movieId
  LEFT JOIN MotionCorrection mc ON mc.motionCorrectionId = k.correctionId
  LEFT JOIN RelativeIceThickness rit ON rit.relativeIceThicknessId = (SELECT MAX(z.relativeIceThicknessId) FROM RelativeIceThickness z WHERE z.motionCorrectionId = mc.motionCorrectionId)  -- noqa: LT05
  LEFT JOIN CTF ctf ON ctf.CTFid = (SELECT MAX(y.CTFid) FROM CTF y WHERE y.motionCorrectionId = mc.motionCorrectionId)
 /*order*/;

-- name: count_movies()
-- How many movies the same conditions leave.
SELECT COUNT(*) AS total
  FROM Movie mo
  JOIN DataCollection d ON d.dataCollectionId = mo.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: paths_of_movie(movieId)
-- Where the files of a movie are, if the caller may see its collection.
SELECT mo.movieFullPath AS movie,
       mo.micrographFullPath AS micrograph,
       mo.micrographSnapshotFullPath AS snapshot,
       mo.xmlMetaDataFullPath AS metadata
  FROM Movie mo
  JOIN DataCollection d ON d.dataCollectionId = mo.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE mo.movieId = :movieId;

-- name: series()
-- The numbers of movies, as they are plotted.
SELECT k.movieId,
       k.dataCollectionId,
       k.movieNumber,
       k.createdTimeStamp,
       mc.motionCorrectionId,
       mc.totalMotion,
       mc.averageMotionPerFrame,
       mc.dosePerFrame,
       ctf.CTFid AS ctfId,
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
       ctf.iceRingDensity AS iceRingDensity,
       rit.median AS iceThickness
  FROM (SELECT chosen.movieId,
               chosen.dataCollectionId,
               chosen.movieNumber,
               chosen.createdTimeStamp,
               (SELECT MAX(x.motionCorrectionId)
                  FROM MotionCorrection x
                 WHERE x.movieId = chosen.movieId) AS correctionId
          FROM (SELECT mo.movieId,
                       mo.dataCollectionId,
                       mo.movieNumber,
                       mo.createdTimeStamp
                  FROM Movie mo
                  JOIN DataCollection d ON d.dataCollectionId = mo.dataCollectionId
                  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
                  /*visible*/
                 WHERE 1 = 1 /*where*/
                 /*order*/
                 /*page*/) chosen) k
  LEFT JOIN MotionCorrection mc ON mc.motionCorrectionId = k.correctionId
  LEFT JOIN RelativeIceThickness rit ON rit.relativeIceThicknessId = (SELECT MAX(z.relativeIceThicknessId) FROM RelativeIceThickness z WHERE z.motionCorrectionId = mc.motionCorrectionId)  -- noqa: LT05
  LEFT JOIN CTF ctf ON ctf.CTFid = (SELECT MAX(y.CTFid) FROM CTF y WHERE y.motionCorrectionId = mc.motionCorrectionId)
 ORDER BY k.movieId;
