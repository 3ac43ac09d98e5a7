-- Particles and their classes as they are recorded.

-- name: session_of_run()
-- The session of the latest collection that a run worked on.
SELECT g.sessionId
  FROM (SELECT pg.autoProcProgramId,
               0 AS dataCollectionId,
               pg.processingPrograms,
               CAST(pg.processingStatus AS CHAR) AS processingStatus
          FROM AutoProcProgram pg
         WHERE 1 = 0 /*union*/) w
  JOIN DataCollection d ON d.dataCollectionId = w.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
 ORDER BY d.dataCollectionId DESC
 LIMIT 1;

-- name: parents_of_picker(particlePickerId)
-- What says whose a run of picking is.
SELECT pp.programId,
       mc.movieId
  FROM ParticlePicker pp
  LEFT JOIN MotionCorrection mc ON mc.motionCorrectionId = pp.firstMotionCorrectionId
 WHERE pp.particlePickerId = :particlePickerId;

-- name: parents_of_classification(particleClassificationGroupId)
-- What says whose a run of classification is.
SELECT cg.programId,
       cg.particlePickerId
  FROM ParticleClassificationGroup cg
 WHERE cg.particleClassificationGroupId = :particleClassificationGroupId;

-- name: known_pickers(programId, motionCorrectionId)
-- Runs of picking by a run of a program, or that began with a corrected movie; the latest last.
SELECT pp.particlePickerId,
       pp.programId,
       pp.firstMotionCorrectionId
  FROM ParticlePicker pp
 WHERE pp.programId = :programId
 UNION
SELECT pp.particlePickerId,
       pp.programId,
       pp.firstMotionCorrectionId
  FROM ParticlePicker pp
 WHERE pp.firstMotionCorrectionId = :motionCorrectionId
 ORDER BY particlePickerId;

-- name: add_picker()
-- A run of picking; what it belongs to is among the columns.
INSERT INTO ParticlePicker (particlePickerId /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING particlePickerId;

-- name: change_pickers(changed)
-- Change what is known of runs of picking.
UPDATE ParticlePicker
   SET particlePickerId = particlePickerId /*set*/
 WHERE particlePickerId IN (:changed);

-- name: known_classifications(programId, particlePickerId)
-- Runs of classification by a run of a program, or of what a picker found; the latest last.
SELECT cg.particleClassificationGroupId,
       cg.programId,
       cg.particlePickerId,
       cg.type,
       cg.batchNumber
  FROM ParticleClassificationGroup cg
 WHERE cg.programId = :programId
 UNION
SELECT cg.particleClassificationGroupId,
       cg.programId,
       cg.particlePickerId,
       cg.type,
       cg.batchNumber
  FROM ParticleClassificationGroup cg
 WHERE cg.particlePickerId = :particlePickerId
 ORDER BY particleClassificationGroupId;

-- name: add_classification()
-- A run of classification; what it belongs to is among the columns.
INSERT INTO ParticleClassificationGroup (particleClassificationGroupId /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING particleClassificationGroupId;

-- name: change_classifications(changed)
-- Change what is known of runs of classification.
UPDATE ParticleClassificationGroup
   SET particleClassificationGroupId = particleClassificationGroupId /*set*/
 WHERE particleClassificationGroupId IN (:changed);

-- name: known_classes(particleClassificationGroupId, numbers)
-- Classes of a run by their numbers, the latest last.
SELECT pc.particleClassificationId,
       pc.classNumber
  FROM ParticleClassification pc
 WHERE pc.particleClassificationGroupId = :particleClassificationGroupId
   AND pc.classNumber IN (:numbers)
 ORDER BY pc.particleClassificationId;

-- name: add_class(particleClassificationGroupId)
-- A class.
INSERT INTO ParticleClassification (particleClassificationGroupId /*columns*/)
VALUES (:particleClassificationGroupId /*values*/) /*rows*/
RETURNING particleClassificationId;

-- name: change_classes(changed)
-- Change what is known of classes.
UPDATE ParticleClassification
   SET particleClassificationId = particleClassificationId /*set*/
 WHERE particleClassificationId IN (:changed);

-- name: known_models(classes)
-- The models that some classes began with.
SELECT hm.particleClassificationId,
       im.cryoemInitialModelId,
       im.resolution,
       im.numberOfParticles
  FROM ParticleClassification_has_CryoemInitialModel hm
  JOIN CryoemInitialModel im ON im.cryoemInitialModelId = hm.cryoemInitialModelId
 WHERE hm.particleClassificationId IN (:classes)
 ORDER BY im.cryoemInitialModelId;

-- name: groups_of_models(models)
-- Runs of classification with classes that began with one of some models.
SELECT DISTINCT hm.cryoemInitialModelId,
       pc.particleClassificationGroupId
  FROM ParticleClassification_has_CryoemInitialModel hm
  JOIN ParticleClassification pc ON pc.particleClassificationId = hm.particleClassificationId
 WHERE hm.cryoemInitialModelId IN (:models);

-- name: add_model()
-- A model to begin with.
INSERT INTO CryoemInitialModel (cryoemInitialModelId /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING cryoemInitialModelId;

-- name: begin_with_model(particleClassificationId, cryoemInitialModelId)
-- A class began with a model.
INSERT INTO ParticleClassification_has_CryoemInitialModel (particleClassificationId, cryoemInitialModelId /*columns*/)
VALUES (:particleClassificationId, :cryoemInitialModelId /*values*/);

-- part: known_fits(classes)
-- How the resolution of some classes grew, the latest last.
SELECT bf.bFactorFitId,
       bf.particleClassificationId,
       bf.numberOfParticles,
       bf.particleBatchSize
  FROM BFactorFit bf
 WHERE bf.particleClassificationId IN (:classes)
 ORDER BY bf.bFactorFitId;

-- part: add_fit()
-- The resolution that some of the particles reach; the class is among the columns.
INSERT INTO BFactorFit (bFactorFitId /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING bFactorFitId;

-- part: change_fits(changed)
-- Change it.
UPDATE BFactorFit
   SET bFactorFitId = bFactorFitId /*set*/
 WHERE bFactorFitId IN (:changed);
