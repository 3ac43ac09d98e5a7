-- name: list_motion_corrections()
-- Corrections of movies of collections that the caller may see; which ones is settled first.
SELECT mc.motionCorrectionId,
       mc.movieId,
       mo.movieNumber,
       mo.dataCollectionId,
       mc.autoProcProgramId,
       mc.firstFrame,
       mc.lastFrame,
       mc.dosePerFrame,
       mc.doseWeight,
       mc.totalMotion,
       mc.averageMotionPerFrame,
       mc.patchesUsed,
       mc.patchesUsedX,
       mc.patchesUsedY,
       mc.comments,
       mc.micrographFullPath,
       mc.correctedDoseMicrographFullPath,
       mc.micrographSnapshotFullPath,
       mc.driftPlotFullPath,
       mc.fftFullPath,
       mc.fftCorrectedFullPath,
       mc.logFileFullPath,
       mc.createdTimeStamp,
       rit.relativeIceThicknessId AS RelativeIceThickness__relativeIceThicknessId,
       rit.minimum AS RelativeIceThickness__minimum,
       rit.q1 AS RelativeIceThickness__q1,
       rit.median AS RelativeIceThickness__median,
       rit.q3 AS RelativeIceThickness__q3,
       rit.maximum AS RelativeIceThickness__maximum
  FROM (SELECT mc.motionCorrectionId
          FROM MotionCorrection mc
          JOIN Movie mo ON mo.movieId = mc.movieId
          JOIN DataCollection d ON d.dataCollectionId = mo.dataCollectionId
          JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
          /*visible*/
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN MotionCorrection mc ON mc.motionCorrectionId = chosen.motionCorrectionId
  JOIN Movie mo ON mo.movieId = mc.movieId
  LEFT JOIN RelativeIceThickness rit ON rit.relativeIceThicknessId = (SELECT MAX(z.relativeIceThicknessId) FROM RelativeIceThickness z WHERE z.motionCorrectionId = mc.motionCorrectionId)  -- noqa: LT05
 /*order*/;

-- name: count_motion_corrections()
-- How many the same conditions leave.
SELECT COUNT(*) AS total
  FROM MotionCorrection mc
  JOIN Movie mo ON mo.movieId = mc.movieId
  JOIN DataCollection d ON d.dataCollectionId = mo.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: paths_of_motion_correction(motionCorrectionId)
-- Where its files are, if the caller may see the collection.
SELECT mc.micrographFullPath AS micrograph,
       mc.correctedDoseMicrographFullPath AS doseWeighted,
       mc.micrographSnapshotFullPath AS snapshot,
       mc.driftPlotFullPath AS drift,
       mc.fftFullPath AS fft,
       mc.fftCorrectedFullPath AS fftCorrected,
       mc.logFileFullPath AS log
  FROM MotionCorrection mc
  JOIN Movie mo ON mo.movieId = mc.movieId
  JOIN DataCollection d ON d.dataCollectionId = mo.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE mc.motionCorrectionId = :motionCorrectionId;
