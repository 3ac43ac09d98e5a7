-- name: add_sample_compositions(blSampleId)
-- What a sample is mixed with.
INSERT INTO SampleComposition (blSampleId /*columns*/)
VALUES (:blSampleId /*values*/) /*rows*/;

-- name: remove_sample_compositions(blSampleId)
-- Forget what a sample is mixed with.
DELETE FROM SampleComposition
 WHERE blSampleId = :blSampleId;

-- name: add_crystal_compositions(crystalId)
-- What a crystal form is mixed with.
INSERT INTO CrystalComposition (crystalId /*columns*/)
VALUES (:crystalId /*values*/) /*rows*/;

-- name: remove_crystal_compositions(crystalId)
-- Forget what a crystal form is mixed with.
DELETE FROM CrystalComposition
 WHERE crystalId = :crystalId;

-- name: components_in_sample(blSampleId)
-- The components that a sample is mixed with.
SELECT sx.componentId
  FROM SampleComposition sx
 WHERE sx.blSampleId = :blSampleId;

-- name: components_in_crystal(crystalId)
-- The components that a crystal form is mixed with.
SELECT cx.componentId
  FROM CrystalComposition cx
 WHERE cx.crystalId = :crystalId;
