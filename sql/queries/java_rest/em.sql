-- name: grid_squares(collections)
-- How many movies of some collections there are, and how many were corrected.
SELECT mo.dataCollectionId,
       COUNT(DISTINCT mo.movieId) AS movieCount,
       COUNT(DISTINCT mc.motionCorrectionId) AS motionCorrectionCount,
       COUNT(DISTINCT ctf.CTFid) AS ctfCorrectionCount
  FROM Movie mo
  LEFT JOIN MotionCorrection mc ON mc.movieId = mo.movieId
  LEFT JOIN CTF ctf ON ctf.motionCorrectionId = mc.motionCorrectionId
 WHERE mo.dataCollectionId IN (:collections)
 GROUP BY mo.dataCollectionId;

-- name: collections_among(proposalId, collections)
-- Those of some collections that are a proposal's.
SELECT dc.dataCollectionId
  FROM DataCollection dc
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  /*visible*/
 WHERE dc.dataCollectionId IN (:collections)
   AND s.proposalId = :proposalId
 ORDER BY dc.dataCollectionId;

-- name: collections_of_group(proposalId, dataCollectionGroupId)
-- The collections of a group of a proposal.
SELECT dc.dataCollectionId
  FROM DataCollectionGroup g
  JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  /*visible*/
 WHERE g.dataCollectionGroupId = :dataCollectionGroupId
   AND s.proposalId = :proposalId
 ORDER BY dc.dataCollectionId;

-- name: collection_of_movie(movieId)
-- The collection that a movie is of.
SELECT mo.dataCollectionId
  FROM Movie mo
 WHERE mo.movieId = :movieId;

-- name: movies(proposalId, dataCollectionId)
-- The movies of a collection of a proposal, with what came of them.
SELECT mo.movieId AS Movie_movieId,
       mo.dataCollectionId AS Movie_dataCollectionId,
       mo.movieNumber AS Movie_movieNumber,
       mo.movieFullPath AS Movie_movieFullPath,
       mo.positionX AS Movie_positionX,
       mo.positionY AS Movie_positionY,
       mo.dosePerImage AS Movie_dosePerImage,
       mo.createdTimeStamp AS Movie_createdTimeStamp,
       mc.motionCorrectionId AS MotionCorrection_motionCorrectionId,
       mc.movieId AS MotionCorrection_movieId,
       mc.firstFrame AS MotionCorrection_firstFrame,
       mc.lastFrame AS MotionCorrection_lastFrame,
       mc.dosePerFrame AS MotionCorrection_dosePerFrame,
       mc.totalMotion AS MotionCorrection_totalMotion,
       mc.averageMotionPerFrame AS MotionCorrection_averageMotionPerFrame,
       ctf.CTFid AS CTF_CTFid,
       ctf.defocusU AS CTF_defocusU,
       ctf.defocusV AS CTF_defocusV,
       ctf.angle AS CTF_angle,
       ctf.crossCorrelationCoefficient AS CTF_crossCorrelationCoefficient,
       ctf.resolutionLimit AS CTF_resolutionLimit,
       ctf.estimatedBfactor AS CTF_estimatedBfactor,
       mo.micrographFullPath AS Movie_micrographFullPath,
       mo.micrographSnapshotFullPath AS Movie_micrographSnapshotFullPath,
       mo.xmlMetaDataFullPath AS Movie_xmlMetaDataFullPath,
       mc.doseWeight AS MotionCorrection_doseWeight,
       mc.driftPlotFullPath AS MotionCorrection_driftPlotFullPath,
       mc.micrographFullPath AS MotionCorrection_micrographFullPath,
       mc.micrographSnapshotFullPath AS MotionCorrection_micrographSnapshotFullPath,
       mc.correctedDoseMicrographFullPath AS MotionCorrection_correctedDoseMicrographFullPath,
       mc.patchesUsed AS MotionCorrection_patchesUsed,
       mc.logFileFullPath AS MotionCorrection_logFileFullPath,
       ctf.motionCorrectionId AS CTF_motionCorrectionId,
       ctf.spectraImageThumbnailFullPath AS CTF_spectraImageThumbnailFullPath,
       ctf.spectraImageFullPath AS CTF_spectraImageFullPath,
       ctf.logFilePath AS CTF_logFilePath,
       ctf.createdTimeStamp AS CTF_createdTimeStamp,
       s.proposalId AS Proposal_proposalId,
       s.sessionId AS BLSession_sessionId
  FROM DataCollection dc
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  JOIN Movie mo ON mo.dataCollectionId = dc.dataCollectionId
  /*visible*/
  LEFT JOIN MotionCorrection mc ON mc.movieId = mo.movieId
  LEFT JOIN CTF ctf ON ctf.motionCorrectionId = mc.motionCorrectionId
 WHERE dc.dataCollectionId = :dataCollectionId
   AND s.proposalId = :proposalId
 ORDER BY mo.movieId, mc.motionCorrectionId, ctf.CTFid;

-- name: movies_of_session(proposalId, sessionId)
-- The movies of a session of a proposal, with the numbers that came of them.
SELECT s.proposalId,
       s.sessionId,
       dc.imageDirectory,
       mo.movieId,
       mo.movieNumber,
       dc.dataCollectionId,
       mc.averageMotionPerFrame,
       ctf.defocusU,
       ctf.defocusV,
       ctf.resolutionLimit,
       ctf.angle,
       mo.createdTimeStamp,
       mc.motionCorrectionId,
       mc.totalMotion,
       mc.lastFrame,
       mc.dosePerFrame,
       ctf.estimatedBfactor
  FROM DataCollection dc
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  JOIN Movie mo ON mo.dataCollectionId = dc.dataCollectionId
  /*visible*/
  LEFT JOIN MotionCorrection mc ON mc.movieId = mo.movieId
  LEFT JOIN CTF ctf ON ctf.motionCorrectionId = mc.motionCorrectionId
 WHERE g.sessionId = :sessionId
   AND s.proposalId = :proposalId
 ORDER BY mo.movieId, mc.motionCorrectionId, ctf.CTFid;

-- name: classifications_of_session(proposalId, sessionId)
-- The classes of particles from the movies of a session of a proposal.
SELECT s.proposalId,
       s.sessionId,
       dc.imageDirectory,
       pp.numberOfParticles,
       cg.particleClassificationGroupId,
       pc.particleClassificationId,
       pc.classNumber,
       pc.classDistribution,
       pc.estimatedResolution,
       pp.particlePickerId,
       pc.classImageFullPath,
       pc.particlesPerClass,
       pc.rotationAccuracy,
       pc.translationAccuracy,
       pc.overallFourierCompleteness
  FROM DataCollection dc
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  JOIN Movie mo ON mo.dataCollectionId = dc.dataCollectionId
  JOIN MotionCorrection mc ON mc.movieId = mo.movieId
  JOIN ParticlePicker pp ON pp.firstMotionCorrectionId = mc.motionCorrectionId
  JOIN ParticleClassificationGroup cg ON cg.particlePickerId = pp.particlePickerId
  JOIN ParticleClassification pc ON pc.particleClassificationGroupId = cg.particleClassificationGroupId
  /*visible*/
 WHERE g.sessionId = :sessionId
   AND s.proposalId = :proposalId
 ORDER BY pc.particleClassificationId;

-- name: files_of_movie(proposalId, dataCollectionId, movieId)
-- Where the pictures and files of a movie are.
SELECT mo.micrographSnapshotFullPath,
       mo.micrographFullPath,
       mo.xmlMetaDataFullPath,
       mc.micrographSnapshotFullPath AS correctedSnapshotFullPath,
       mc.driftPlotFullPath,
       ctf.spectraImageThumbnailFullPath
  FROM DataCollection dc
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  JOIN Movie mo ON mo.dataCollectionId = dc.dataCollectionId
  /*visible*/
  LEFT JOIN MotionCorrection mc ON mc.movieId = mo.movieId
  LEFT JOIN CTF ctf ON ctf.motionCorrectionId = mc.motionCorrectionId
 WHERE mo.movieId = :movieId
   AND dc.dataCollectionId = :dataCollectionId
   AND s.proposalId = :proposalId
 ORDER BY mc.motionCorrectionId, ctf.CTFid
 LIMIT 1;

-- name: file_of_classification(proposalId, particleClassificationId)
-- Where the picture of a class of particles is.
SELECT pc.classImageFullPath
  FROM DataCollection dc
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  JOIN Movie mo ON mo.dataCollectionId = dc.dataCollectionId
  JOIN MotionCorrection mc ON mc.movieId = mo.movieId
  JOIN ParticlePicker pp ON pp.firstMotionCorrectionId = mc.motionCorrectionId
  JOIN ParticleClassificationGroup cg ON cg.particlePickerId = pp.particlePickerId
  JOIN ParticleClassification pc ON pc.particleClassificationGroupId = cg.particleClassificationGroupId
  /*visible*/
 WHERE pc.particleClassificationId = :particleClassificationId
   AND s.proposalId = :proposalId
 LIMIT 1;
