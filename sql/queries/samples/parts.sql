-- name: proposal_of_sample(blSampleId)
-- Whose a sample is: its shipment's, else its protein's.
SELECT COALESCE(sh.proposalId, pr.proposalId) AS proposalId
  FROM BLSample sm
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE sm.blSampleId = :blSampleId;

-- name: add_subsample(blSampleId)
-- A position on a sample.
INSERT INTO BLSubSample (blSampleId, recordTimeStamp /*columns*/)
VALUES (:blSampleId, NOW() /*values*/)
RETURNING blSubSampleId;

-- name: lock_subsample(blSubSampleId)
-- Keep others from changing a position until the transaction ends.
UPDATE BLSubSample
   SET blSubSampleId = blSubSampleId
 WHERE blSubSampleId = :blSubSampleId;

-- name: change_subsample(blSubSampleId)
-- Change what is known of a position.
UPDATE BLSubSample
   SET blSubSampleId = blSubSampleId /*set*/
 WHERE blSubSampleId = :blSubSampleId;

-- name: remove_subsample(blSubSampleId)
-- Drop a position.
DELETE FROM BLSubSample
 WHERE blSubSampleId = :blSubSampleId;

-- name: add_point()
-- A point on a sample.
INSERT INTO Position (recordTimeStamp /*columns*/)
VALUES (NOW() /*values*/)
RETURNING positionId;

-- name: change_point(positionId)
-- Move a point.
UPDATE Position
   SET positionId = positionId /*set*/
 WHERE positionId = :positionId;

-- name: others_with_point(positionId, blSubSampleId)
-- How often other positions and data collections have a point.
SELECT (SELECT COUNT(*)
          FROM BLSubSample s1
         WHERE s1.positionId = :positionId
           AND s1.blSubSampleId <> :blSubSampleId)
       + (SELECT COUNT(*)
            FROM BLSubSample s2
           WHERE s2.position2Id = :positionId
             AND s2.blSubSampleId <> :blSubSampleId) AS others;

-- name: traces_of_subsample(blSubSampleId)
-- What was done at a position, and what waits to be done, whoever may see it.
SELECT (SELECT COUNT(*)
          FROM DataCollection dc
         WHERE dc.blSubSampleId = :blSubSampleId) AS datacollections,
       (SELECT COUNT(*)
          FROM EnergyScan es
         WHERE es.blSubSampleId = :blSubSampleId) AS energyScans,
       (SELECT COUNT(*)
          FROM XFEFluorescenceSpectrum xf
         WHERE xf.blSubSampleId = :blSubSampleId) AS spectra,
       (SELECT COUNT(*)
          FROM ContainerQueueSample qi
         WHERE qi.blSubSampleId = :blSubSampleId) AS queued;

-- part: remove_subsample_positioners(blSubSampleId)
-- Forget the motors of a position.
DELETE FROM BLSubSample_has_Positioner
 WHERE blSubSampleId = :blSubSampleId;

-- name: picture_of_sample(blSampleImageId)
-- Of which sample a picture is.
SELECT im.blSampleId
  FROM BLSampleImage im
 WHERE im.blSampleImageId = :blSampleImageId;

-- name: same_picture(blSampleId, imageFullPath)
-- A picture of the sample with the same file.
SELECT im.blSampleImageId
  FROM BLSampleImage im
 WHERE im.blSampleId = :blSampleId
   AND im.imageFullPath = :imageFullPath
 ORDER BY im.blSampleImageId
 LIMIT 1;

-- name: add_picture(blSampleId, imageFullPath)
-- A picture of a sample.
INSERT INTO BLSampleImage (blSampleId, imageFullPath /*columns*/)
VALUES (:blSampleId, :imageFullPath /*values*/)
RETURNING blSampleImageId;

-- name: change_picture(blSampleImageId)
-- Change what is known of a picture.
UPDATE BLSampleImage
   SET blSampleImageId = blSampleImageId /*set*/
 WHERE blSampleImageId = :blSampleImageId;

-- part: positions_on_picture(blSampleImageId)
-- How many positions were marked on a picture.
SELECT COUNT(*) AS positions
  FROM BLSubSample ss
 WHERE ss.blSampleImageId = :blSampleImageId;

-- part: remove_picture_positioners(blSampleImageId)
-- Forget the motors of a picture.
DELETE FROM BLSampleImage_has_Positioner
 WHERE blSampleImageId = :blSampleImageId;

-- name: remove_picture(blSampleImageId)
-- Drop a picture; its file stays.
DELETE FROM BLSampleImage
 WHERE blSampleImageId = :blSampleImageId;
