-- name: add_sample(name)
-- A sample.
INSERT INTO BLSample (name, recordTimeStamp /*columns*/)
VALUES (:name, NOW() /*values*/)
RETURNING blSampleId;

-- name: add_samples(containerId)
-- Samples of a container.
INSERT INTO BLSample (containerId, recordTimeStamp /*columns*/)
VALUES (:containerId, NOW() /*values*/) /*rows*/
RETURNING blSampleId;

-- name: lock_sample(blSampleId)
-- Keep others from changing a sample until the transaction ends.
UPDATE BLSample
   SET blSampleId = blSampleId
 WHERE blSampleId = :blSampleId;

-- name: change_sample(blSampleId)
-- Change what is known of a sample.
UPDATE BLSample
   SET blSampleId = blSampleId /*set*/
 WHERE blSampleId = :blSampleId;

-- name: remove_sample(blSampleId)
-- Drop a sample, with its pictures and its places in groups.
DELETE FROM BLSample
 WHERE blSampleId = :blSampleId;

-- name: hold_container(containerId)
-- Keep others from putting samples into a container until the transaction ends.
UPDATE Container
   SET containerId = containerId
 WHERE containerId = :containerId;

-- name: container_to_fill(containerId)
-- A container, what it holds, and whose it is.
SELECT co.containerId,
       co.code,
       co.capacity,
       co.beamlineLocation,
       sh.proposalId
  FROM Container co
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
 WHERE co.containerId = :containerId;

-- name: slots_of_container(containerId)
-- The samples in a container, and where in it they are.
SELECT sm.blSampleId,
       sm.name,
       sm.location,
       sm.subLocation
  FROM BLSample sm
 WHERE sm.containerId = :containerId
 ORDER BY sm.blSampleId;

-- name: location_of_sample(blSampleId)
-- Where in its container a sample is.
SELECT sm.location
  FROM BLSample sm
 WHERE sm.blSampleId = :blSampleId;

-- name: sample_called(proposalId, proteinId, name)
-- The latest sample of a protein of a proposal that has this name.
SELECT MAX(sm.blSampleId) AS blSampleId
  FROM Protein pr
  JOIN Crystal cr ON cr.proteinId = pr.proteinId
  JOIN BLSample sm ON sm.crystalId = cr.crystalId
 WHERE pr.proteinId = :proteinId
   AND pr.proposalId = :proposalId
   AND sm.name = :name;

-- name: samples_alike(crystalId)
-- How many samples there are of a crystal form.
SELECT COUNT(*) AS samples
  FROM BLSample sm
 WHERE sm.crystalId = :crystalId;

-- name: traces_of_sample(blSampleId)
-- What was done with a sample, whoever may see it.
SELECT (SELECT COUNT(*)
          FROM DataCollectionGroup dg
         WHERE dg.blSampleId = :blSampleId)
       + (SELECT COUNT(*)
            FROM DataCollection dc
           WHERE dc.blSampleId = :blSampleId) AS datacollections,
       (SELECT COUNT(*)
          FROM BLSubSample ss
         WHERE ss.blSampleId = :blSampleId) AS subsamples,
       (SELECT COUNT(*)
          FROM RobotAction ra
         WHERE ra.blsampleId = :blSampleId) AS robotActions,
       (SELECT COUNT(*)
          FROM EnergyScan es
         WHERE es.blSampleId = :blSampleId) AS energyScans,
       (SELECT COUNT(*)
          FROM XFEFluorescenceSpectrum xf
         WHERE xf.blSampleId = :blSampleId) AS spectra;

-- part: queued_samples_of(blSampleId)
-- Places of a sample in queues.
SELECT COUNT(*) AS queued
  FROM ContainerQueueSample qi
 WHERE qi.blSampleId = :blSampleId;

-- part: remove_sample_positions(blSampleId)
-- Forget where drops were put on a sample.
DELETE FROM BLSamplePosition
 WHERE blSampleId = :blSampleId;

-- part: remove_sample_positioners(blSampleId)
-- Forget the motors of a sample.
DELETE FROM BLSample_has_Positioner
 WHERE blSampleId = :blSampleId;
