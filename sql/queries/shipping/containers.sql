-- name: list_containers()
-- Containers that came with shipments of visible proposals, empty ones too; which ones is settled first.
SELECT co.containerId,
       co.dewarId,
       co.code,
       co.barcode,
       co.containerType,
       co.capacity,
       co.containerStatus,
       co.beamlineLocation,
       co.sampleChangerLocation,
       co.sessionId,
       co.ownerId,
       co.experimentType,
       co.storageTemperature,
       co.comments,
       co.bltimeStamp,
       dw.dewarId AS _Dewar__dewarId,
       dw.code AS _Dewar__code,
       dw.dewarStatus AS _Dewar__dewarStatus,
       sh.shippingId AS _Dewar___Shipping__shippingId,
       sh.proposalId AS _Dewar___Shipping__proposalId,
       sh.shippingName AS _Dewar___Shipping__shippingName,
       CONCAT(p.proposalCode, p.proposalNumber) AS _metadata__proposal,
       (SELECT COUNT(*)
          FROM BLSample ms
         WHERE ms.containerId = co.containerId) AS _metadata__samples
  FROM (SELECT co.containerId
          FROM Container co
          LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
          LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
          LEFT JOIN Proposal p ON p.proposalId = sh.proposalId
          /*visible*/
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN Container co ON co.containerId = chosen.containerId  -- noqa: AL04
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId  -- noqa: AL04
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId  -- noqa: AL04
  LEFT JOIN Proposal p ON p.proposalId = sh.proposalId  -- noqa: AL04
 /*order*/;

-- name: count_containers()
-- How many containers the same conditions leave.
SELECT COUNT(*) AS total
  FROM Container co
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Proposal p ON p.proposalId = sh.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/;
