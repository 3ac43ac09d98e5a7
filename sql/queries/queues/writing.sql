-- name: container_to_queue(containerId)
-- Whose a container is, whoever may see it.
SELECT sh.proposalId
  FROM Container co
  JOIN Dewar dw ON dw.dewarId = co.dewarId
  JOIN Shipping sh ON sh.shippingId = dw.shippingId
 WHERE co.containerId = :containerId;

-- name: lock_container(containerId)
-- Keep others from queueing a container until the transaction ends.
UPDATE Container
   SET containerId = containerId
 WHERE containerId = :containerId;

-- name: queue_of_container(containerId)
-- The queue that a container is in.
SELECT qu.containerQueueId
  FROM ContainerQueue qu
 WHERE qu.containerId = :containerId
   AND qu.completedTimeStamp IS NULL
 ORDER BY qu.containerQueueId
 LIMIT 1;

-- name: container_of_queue(containerQueueId)
-- The container that a queue is of.
SELECT qu.containerId
  FROM ContainerQueue qu
 WHERE qu.containerQueueId = :containerQueueId;

-- name: samples_to_queue(containerId)
-- The samples of a container in the order of their places, each with its plan, and its crystal form's.
SELECT sm.blSampleId,
       sm.diffractionPlanId,
       cr.diffractionPlanId AS ofCrystal
  FROM BLSample sm
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
 WHERE sm.containerId = :containerId
 ORDER BY sm.location + 0, sm.location, sm.blSampleId;

-- name: positions_to_queue(containerId)
-- The positions on samples of a container.
SELECT ss.blSubSampleId,
       ss.diffractionPlanId AS dataCollectionPlanId
  FROM BLSample sm
  JOIN BLSubSample ss ON ss.blSampleId = sm.blSampleId
 WHERE sm.containerId = :containerId
 ORDER BY sm.location + 0, sm.location, ss.blSubSampleId;

-- name: items_of_queue(containerQueueId)
-- What is in a queue; a position with the sample that it is on.
SELECT qi.containerQueueSampleId,
       qi.blSampleId,
       qi.blSubSampleId,
       qi.dataCollectionPlanId,
       ss.blSampleId AS positionOf
  FROM ContainerQueueSample qi
  LEFT JOIN BLSubSample ss ON ss.blSubSampleId = qi.blSubSampleId
 WHERE qi.containerQueueId = :containerQueueId
 ORDER BY qi.containerQueueSampleId;

-- name: add_queue(containerId)
-- Queue a container.
INSERT INTO ContainerQueue (containerId, createdTimeStamp /*columns*/)
VALUES (:containerId, NOW() /*values*/)
RETURNING containerQueueId;

-- name: add_items(containerQueueId)
-- Queue samples, or positions on them.
INSERT INTO ContainerQueueSample (containerQueueId /*columns*/)
VALUES (:containerQueueId /*values*/) /*rows*/;

-- name: complete_queue(containerQueueId)
-- A container waits no longer.
UPDATE ContainerQueue
   SET completedTimeStamp = COALESCE(completedTimeStamp, NOW())
 WHERE containerQueueId = :containerQueueId;

-- name: reopen_queue(containerQueueId)
-- A container waits again.
UPDATE ContainerQueue
   SET completedTimeStamp = NULL
 WHERE containerQueueId = :containerQueueId;

-- name: remove_queue(containerQueueId)
-- Forget that a container was queued.
DELETE FROM ContainerQueue
 WHERE containerQueueId = :containerQueueId;

-- name: remove_items(items)
-- Forget that samples were queued.
DELETE FROM ContainerQueueSample
 WHERE containerQueueSampleId IN (:items);
