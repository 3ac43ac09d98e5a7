-- name: list_queues()
-- Containers that wait to be measured, or waited, of visible proposals; which ones is settled first.
SELECT qu.containerQueueId,
       qu.containerId,
       qu.personId,
       qu.createdTimeStamp,
       qu.completedTimeStamp,
       co.containerId AS _Container__containerId,
       co.dewarId AS _Container__dewarId,
       co.code AS _Container__code,
       co.barcode AS _Container__barcode,
       co.containerType AS _Container__containerType,
       co.capacity AS _Container__capacity,
       co.containerStatus AS _Container__containerStatus,
       co.beamlineLocation AS _Container__beamlineLocation,
       co.sampleChangerLocation AS _Container__sampleChangerLocation,
       dw.dewarId AS _Container___Dewar__dewarId,
       dw.code AS _Container___Dewar__code,
       dw.dewarStatus AS _Container___Dewar__dewarStatus,
       sh.shippingId AS _Container___Dewar___Shipping__shippingId,
       sh.proposalId AS _Container___Dewar___Shipping__proposalId,
       sh.shippingName AS _Container___Dewar___Shipping__shippingName,
       CONCAT(p.proposalCode, p.proposalNumber) AS _metadata__proposal,
       (SELECT COUNT(*)
          FROM ContainerQueueSample qi
         WHERE qi.containerQueueId = qu.containerQueueId) AS _metadata__samples
  FROM (SELECT qu.containerQueueId
          FROM ContainerQueue qu
          LEFT JOIN Container co ON co.containerId = qu.containerId
          LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
          LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
          LEFT JOIN Proposal p ON p.proposalId = sh.proposalId
          /*visible*/
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN ContainerQueue qu ON qu.containerQueueId = chosen.containerQueueId  -- noqa: AL04
  LEFT JOIN Container co ON co.containerId = qu.containerId  -- noqa: AL04
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId  -- noqa: AL04
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId  -- noqa: AL04
  LEFT JOIN Proposal p ON p.proposalId = sh.proposalId  -- noqa: AL04
 /*order*/;

-- name: count_queues()
-- How many queued containers the same conditions leave.
SELECT COUNT(*) AS total
  FROM ContainerQueue qu
  LEFT JOIN Container co ON co.containerId = qu.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Proposal p ON p.proposalId = sh.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/;
