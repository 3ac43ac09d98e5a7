-- name: list_queued_samples()
-- What is to be measured of queued containers: samples, or positions on them, each with its plan.  One family can queue
-- positions only; its rows are read within brackets, where a column that is missing is null.  What is in no queue is
-- left out so that MariaDB begins with these rows, in their order, and not with all queues.
SELECT qi.containerQueueSampleId,
       qi.containerQueueId,
       qi.dataCollectionPlanId,
       qi.blSampleId,
       qi.blSubSampleId,
       qi.status,
       qi.startTime,
       qi.endTime,
       sm.blSampleId AS BLSample__blSampleId,
       sm.name AS BLSample__name,
       sm.location AS BLSample__location,
       ss.blSubSampleId AS BLSubSample__blSubSampleId,
       ss.type AS BLSubSample__type,
       pm.blSampleId AS BLSubSample__BLSample__blSampleId,
       pm.name AS BLSubSample__BLSample__name,
       pm.location AS BLSubSample__BLSample__location,
       dp.diffractionPlanId AS DiffractionPlan__diffractionPlanId,
       dp.experimentKind AS DiffractionPlan__experimentKind,
       dp.scanParameters AS DiffractionPlan__scanParameters,
       dp.monoBandwidth AS DiffractionPlan__monoBandwidth,
       dp.recordTimeStamp AS DiffractionPlan__recordTimeStamp,
       co.containerId AS _Container__containerId,
       co.code AS _Container__code,
       co.beamlineLocation AS _Container__beamlineLocation,
       co.sampleChangerLocation AS _Container__sampleChangerLocation,
       sh.proposalId AS _metadata__proposalId,
       CONCAT(p.proposalCode, p.proposalNumber) AS _metadata__proposal,
       qu.createdTimeStamp AS _metadata__queued,
       qu.completedTimeStamp AS _metadata__completed
  FROM (SELECT qs.containerQueueSampleId,
               qs.containerQueueId,
               qs.dataCollectionPlanId,
               qs.blSampleId,
               qs.blSubSampleId,
               qs.status,
               qs.startTime,
               qs.endTime
          FROM ContainerQueueSample qs) qi
  LEFT JOIN ContainerQueue qu ON qu.containerQueueId = qi.containerQueueId
  LEFT JOIN Container co ON co.containerId = qu.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Proposal p ON p.proposalId = sh.proposalId
  LEFT JOIN BLSample sm ON sm.blSampleId = qi.blSampleId
  LEFT JOIN BLSubSample ss ON ss.blSubSampleId = qi.blSubSampleId
  LEFT JOIN BLSample pm ON pm.blSampleId = ss.blSampleId
  LEFT JOIN DiffractionPlan dp ON dp.diffractionPlanId = qi.dataCollectionPlanId
  /*visible*/
 WHERE COALESCE(qu.containerQueueId, 0) > 0 /*where*/
 /*order*/
 /*page*/;

-- name: count_queued_samples()
-- How many the same conditions leave.
SELECT COUNT(*) AS total
  FROM ContainerQueueSample qi
  JOIN ContainerQueue qu ON qu.containerQueueId = qi.containerQueueId
  LEFT JOIN Container co ON co.containerId = qu.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Proposal p ON p.proposalId = sh.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- part: queued_itself(sampleId)
-- Places in queues of a sample itself.
SELECT qs.containerQueueSampleId
  FROM ContainerQueueSample qs
 WHERE qs.blSampleId = :sampleId;

-- part: queued_by_position(sampleId)
-- Places in queues of positions on a sample.
SELECT qs.containerQueueSampleId
  FROM BLSubSample ps
  JOIN ContainerQueueSample qs ON qs.blSubSampleId = ps.blSubSampleId
 WHERE ps.blSampleId = :sampleId;

-- name: collections_of_queued()
-- Data collections that were made for what was queued.
SELECT made.containerQueueSampleId,
       dc.dataCollectionId,
       dc.dataCollectionGroupId,
       dc.runStatus,
       dc.startTime,
       dc.endTime,
       dg.sessionId,
       dg.experimentType
  FROM (SELECT 0 AS containerQueueSampleId, 0 AS dataCollectionId /*union*/) made
  JOIN DataCollection dc ON dc.dataCollectionId = made.dataCollectionId
  JOIN DataCollectionGroup dg ON dg.dataCollectionGroupId = dc.dataCollectionGroupId
 ORDER BY made.containerQueueSampleId, dc.dataCollectionId;

-- part: collections_by_plan()
-- Collections by the plan of something queued, since then; a plan may be several samples', so those of others are not
-- meant.
SELECT it.containerQueueSampleId,
       mc.dataCollectionId
  FROM ContainerQueueSample it
  JOIN ContainerQueue iq ON iq.containerQueueId = it.containerQueueId
  LEFT JOIN BLSubSample ib ON ib.blSubSampleId = it.blSubSampleId
  JOIN DataCollection mc ON mc.dataCollectionPlanId = it.dataCollectionPlanId
  JOIN DataCollectionGroup mg ON mg.dataCollectionGroupId = mc.dataCollectionGroupId
  /*visible_sessions*/
 WHERE COALESCE(mc.blSampleId, mg.blSampleId, it.blSampleId, ib.blSampleId) = COALESCE(it.blSampleId, ib.blSampleId)
   AND (mc.startTime IS NULL OR mc.startTime >= iq.createdTimeStamp) /*where*/;

-- part: collections_at_positions()
-- Collections at a position that was queued without a plan, since then.
SELECT it.containerQueueSampleId,
       mc.dataCollectionId
  FROM (SELECT iz.containerQueueSampleId,
               iz.containerQueueId,
               iz.dataCollectionPlanId,
               iz.blSubSampleId
          FROM ContainerQueueSample iz) it
  JOIN ContainerQueue iq ON iq.containerQueueId = it.containerQueueId
  JOIN DataCollection mc ON mc.blSubSampleId = it.blSubSampleId
  JOIN DataCollectionGroup mg ON mg.dataCollectionGroupId = mc.dataCollectionGroupId
  /*visible_sessions*/
 WHERE it.dataCollectionPlanId IS NULL
   AND (mc.startTime IS NULL OR mc.startTime >= iq.createdTimeStamp) /*where*/;

-- part: collections_of_samples()
-- Collections of a sample that was queued without a plan, since then.
SELECT it.containerQueueSampleId,
       mc.dataCollectionId
  FROM ContainerQueueSample it
  JOIN ContainerQueue iq ON iq.containerQueueId = it.containerQueueId
  JOIN DataCollectionGroup mg ON mg.blSampleId = it.blSampleId
  JOIN DataCollection mc ON mc.dataCollectionGroupId = mg.dataCollectionGroupId
  /*visible_sessions*/
 WHERE it.dataCollectionPlanId IS NULL
   AND it.blSubSampleId IS NULL
   AND (mc.startTime IS NULL OR mc.startTime >= iq.createdTimeStamp) /*where*/;
