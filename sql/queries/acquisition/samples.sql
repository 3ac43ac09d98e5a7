-- name: sample_by_id(proposalId, blSampleId)
-- A sample, if it is the proposal's: by its shipment, else by its protein.
SELECT sm.blSampleId
  FROM BLSample sm
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE sm.blSampleId = :blSampleId
   AND COALESCE(sh.proposalId, pr.proposalId) = :proposalId;

-- name: sample_by_barcode(proposalId, code)
-- The latest sample of the proposal with this barcode.
SELECT MAX(sm.blSampleId) AS blSampleId
  FROM BLSample sm
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE sm.code = :code
   AND COALESCE(sh.proposalId, pr.proposalId) = :proposalId;

-- name: sample_in_slot(proposalId, barcode, slot)
-- The latest sample of the proposal in this slot of the container with this barcode; location is text.
SELECT MAX(sm.blSampleId) AS blSampleId
  FROM Container co
  JOIN BLSample sm ON sm.containerId = co.containerId
  JOIN Dewar dw ON dw.dewarId = co.dewarId
  JOIN Shipping sh ON sh.shippingId = dw.shippingId
 WHERE co.barcode = :barcode
   AND sm.location = :slot
   AND sh.proposalId = :proposalId;

-- name: position_on_sample(proposalId, blSubSampleId)
-- A position on a sample, if the sample is the proposal's.
SELECT su.blSubSampleId,
       su.blSampleId
  FROM BLSubSample su
  JOIN BLSample sm ON sm.blSampleId = su.blSampleId
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE su.blSubSampleId = :blSubSampleId
   AND COALESCE(sh.proposalId, pr.proposalId) = :proposalId;
