-- A picker belongs to the collection of its first motion correction, and to those that its program worked on.

-- part: pickers_by_program()
-- Pickers that programs of collections ran.
SELECT pp.particlePickerId
  FROM (SELECT pg.autoProcProgramId,
               0 AS dataCollectionId,
               pg.processingPrograms,
               CAST(pg.processingStatus AS CHAR) AS processingStatus
          FROM AutoProcProgram pg
         WHERE 1 = 0 /*union*/) w
  JOIN ParticlePicker pp ON pp.programId = w.autoProcProgramId;

-- part: pickers_by_correction()
-- Pickers that began with a motion correction of a movie of collections.
SELECT pp.particlePickerId
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN Movie mo ON mo.dataCollectionId = d.dataCollectionId
  JOIN MotionCorrection mc ON mc.movieId = mo.movieId
  JOIN ParticlePicker pp ON pp.firstMotionCorrectionId = mc.motionCorrectionId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- part: classifications_by_program()
-- Classifications that programs of collections ran.
SELECT cg.particleClassificationGroupId
  FROM (SELECT pg.autoProcProgramId,
               0 AS dataCollectionId,
               pg.processingPrograms,
               CAST(pg.processingStatus AS CHAR) AS processingStatus
          FROM AutoProcProgram pg
         WHERE 1 = 0 /*union*/) w
  JOIN ParticleClassificationGroup cg ON cg.programId = w.autoProcProgramId;

-- part: classifications_by_picker()
-- Classifications of what pickers found.
SELECT cg.particleClassificationGroupId
  FROM (SELECT pp.particlePickerId
          FROM ParticlePicker pp
         WHERE 1 = 0 /*union_pickers*/) w
  JOIN ParticleClassificationGroup cg ON cg.particlePickerId = w.particlePickerId;

-- name: list_pickers()
-- Runs of particle picking.
SELECT pp.particlePickerId,
       pp.firstMotionCorrectionId,
       pp.particlePickingTemplate,
       pp.particleDiameter,
       pp.numberOfParticles,
       pp.summaryImageFullPath,
       pg.autoProcProgramId AS AutoProcProgram__autoProcProgramId,
       pg.processingPrograms AS AutoProcProgram__processingPrograms,
       CAST(pg.processingStatus AS CHAR) AS AutoProcProgram__processingStatus,
       pg.processingMessage AS AutoProcProgram__processingMessage,
       pg.processingStartTime AS AutoProcProgram__processingStartTime,
       pg.processingEndTime AS AutoProcProgram__processingEndTime,
       (SELECT COUNT(*)
          FROM ParticleClassificationGroup hg
         WHERE hg.particlePickerId = pp.particlePickerId) AS _metadata__classifications
  FROM ParticlePicker pp
  /*visible*/
  LEFT JOIN AutoProcProgram pg ON pg.autoProcProgramId = pp.programId
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_pickers()
-- How many the same conditions leave.
SELECT COUNT(*) AS total
  FROM ParticlePicker pp
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: path_of_picker(particlePickerId)
-- Where the picture of what was picked is.
SELECT pp.summaryImageFullPath AS image
  FROM ParticlePicker pp
  /*visible*/
 WHERE pp.particlePickerId = :particlePickerId;

-- name: list_classifications()
-- Runs of classification.
SELECT cg.particleClassificationGroupId,
       cg.particlePickerId,
       cg.type,
       cg.batchNumber,
       cg.numberOfParticlesPerBatch,
       cg.numberOfClassesPerBatch,
       cg.symmetry,
       cg.binnedPixelSize,
       pg.autoProcProgramId AS AutoProcProgram__autoProcProgramId,
       pg.processingPrograms AS AutoProcProgram__processingPrograms,
       CAST(pg.processingStatus AS CHAR) AS AutoProcProgram__processingStatus,
       pg.processingMessage AS AutoProcProgram__processingMessage,
       pg.processingStartTime AS AutoProcProgram__processingStartTime,
       pg.processingEndTime AS AutoProcProgram__processingEndTime,
       (SELECT COUNT(*)
          FROM ParticleClassification hc
         WHERE hc.particleClassificationGroupId = cg.particleClassificationGroupId) AS _metadata__classes,
       (SELECT MIN(hr.estimatedResolution)
          FROM ParticleClassification hr
         WHERE hr.particleClassificationGroupId = cg.particleClassificationGroupId
           AND hr.estimatedResolution > 0) AS _metadata__bestResolution
  FROM ParticleClassificationGroup cg
  /*visible*/
  LEFT JOIN AutoProcProgram pg ON pg.autoProcProgramId = cg.programId
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_classifications()
-- How many the same conditions leave.
SELECT COUNT(*) AS total
  FROM ParticleClassificationGroup cg
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: list_classes()
-- Classes of runs of classification.
SELECT pc.particleClassificationId,
       pc.particleClassificationGroupId,
       cg.type,
       pc.classNumber,
       pc.particlesPerClass,
       pc.classDistribution,
       pc.rotationAccuracy,
       pc.translationAccuracy,
       pc.estimatedResolution,
       pc.overallFourierCompleteness,
       pc.angularEfficiency,
       pc.suggestedTilt,
       pc.selected,
       pc.bFactorFitIntercept,
       pc.bFactorFitLinear,
       pc.bFactorFitQuadratic,
       pc.classImageFullPath
  FROM ParticleClassification pc
  JOIN ParticleClassificationGroup cg ON cg.particleClassificationGroupId = pc.particleClassificationGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_classes()
-- How many the same conditions leave.
SELECT COUNT(*) AS total
  FROM ParticleClassification pc
  JOIN ParticleClassificationGroup cg ON cg.particleClassificationGroupId = pc.particleClassificationGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: parts_of_classes(classes)
-- The models that some classes began with, and whatever else the database has of them.
SELECT k.kind,
       k.parentId,
       k.id,
       k.resolution,
       k.numberOfParticles,
       k.particleBatchSize
  FROM (SELECT 'model' AS kind,
               hm.particleClassificationId AS parentId,
               im.cryoemInitialModelId AS id,
               im.resolution,
               im.numberOfParticles,
               0 AS particleBatchSize
          FROM ParticleClassification_has_CryoemInitialModel hm
          JOIN CryoemInitialModel im ON im.cryoemInitialModelId = hm.cryoemInitialModelId
         WHERE hm.particleClassificationId IN (:classes)
         /*union*/) k
 ORDER BY k.parentId, k.kind, k.numberOfParticles, k.id;

-- part: fits_of_classes(classes)
-- How the resolution of some classes grew with the number of particles.
SELECT 'fit' AS kind,
       bf.particleClassificationId AS parentId,
       bf.bFactorFitId AS id,
       bf.resolution,
       bf.numberOfParticles,
       bf.particleBatchSize
  FROM BFactorFit bf
 WHERE bf.particleClassificationId IN (:classes);

-- name: path_of_class(particleClassificationId)
-- Where the picture of a class is, of a three-dimensional one its map.
SELECT pc.classImageFullPath AS image
  FROM ParticleClassification pc
  JOIN ParticleClassificationGroup cg ON cg.particleClassificationGroupId = pc.particleClassificationGroupId
  /*visible*/
 WHERE pc.particleClassificationId = :particleClassificationId;

-- name: pictures_of_classification(particleClassificationGroupId)
-- Where the pictures of all classes of a run are.
SELECT pc.particleClassificationId,
       pc.classNumber,
       pc.classImageFullPath
  FROM ParticleClassification pc
  JOIN ParticleClassificationGroup cg ON cg.particleClassificationGroupId = pc.particleClassificationGroupId
  /*visible*/
 WHERE cg.particleClassificationGroupId = :particleClassificationGroupId
 ORDER BY pc.classNumber, pc.particleClassificationId
 LIMIT 5000;

-- name: group_of_class(particleClassificationId)
-- The run that a class is of; who may see it is asked then.
SELECT pc.particleClassificationGroupId
  FROM ParticleClassification pc
 WHERE pc.particleClassificationId = :particleClassificationId;
