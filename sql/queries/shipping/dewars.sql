-- name: list_dewars()
-- Dewars, and other boxes, of shipments of visible proposals; which ones is settled first.
SELECT dw.dewarId,
       dw.shippingId,
       dw.code,
       dw.type AS dewarType,
       dw.barCode,
       dw.facilityCode,
       dw.dewarStatus,
       dw.storageLocation,
       dw.isStorageDewar,
       dw.firstExperimentId,
       dw.customsValue,
       dw.transportValue,
       dw.weight,
       dw.trackingNumberToSynchrotron,
       dw.trackingNumberFromSynchrotron,
       dw.isReimbursed,
       dw.comments,
       dw.bltimeStamp,
       sh.shippingId AS _Shipping__shippingId,
       sh.proposalId AS _Shipping__proposalId,
       sh.shippingName AS _Shipping__shippingName,
       CONCAT(p.proposalCode, p.proposalNumber) AS _metadata__proposal,
       (SELECT COUNT(*)
          FROM Container mo
         WHERE mo.dewarId = dw.dewarId) AS _metadata__containers
  FROM (SELECT dw.dewarId
          FROM Dewar dw
          LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
          LEFT JOIN Proposal p ON p.proposalId = sh.proposalId
          /*visible*/
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN Dewar dw ON dw.dewarId = chosen.dewarId  -- noqa: AL04
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId  -- noqa: AL04
  LEFT JOIN Proposal p ON p.proposalId = sh.proposalId  -- noqa: AL04
 /*order*/;

-- name: count_dewars()
-- How many dewars the same conditions leave.
SELECT COUNT(*) AS total
  FROM Dewar dw
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Proposal p ON p.proposalId = sh.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: proposal_of_shipping(shippingId)
-- Whose a shipment is.
SELECT sh.proposalId
  FROM Shipping sh
 WHERE sh.shippingId = :shippingId;

-- name: dewar_with_barcode(barcode)
-- The dewar that has a barcode.
SELECT dw.dewarId
  FROM Dewar dw
 WHERE dw.barCode = :barcode
 LIMIT 1;

-- name: add_dewar(shippingId)
-- A dewar in a shipment.
INSERT INTO Dewar (shippingId, bltimeStamp /*columns*/)
VALUES (:shippingId, NOW() /*values*/)
RETURNING dewarId;

-- name: lock_dewar(dewarId)
-- Keep others from changing a dewar until the transaction ends.
UPDATE Dewar
   SET dewarId = dewarId
 WHERE dewarId = :dewarId;

-- name: change_dewar(dewarId)
-- Change what is known of a dewar.
UPDATE Dewar
   SET bltimeStamp = NOW() /*set*/
 WHERE dewarId = :dewarId;

-- name: remove_dewar(dewarId)
-- Drop a dewar; its history goes with it.
DELETE FROM Dewar
 WHERE dewarId = :dewarId;

-- name: note_dewar(dewarId, dewarStatus)
-- Note in a dewar's history where it is now.
INSERT INTO DewarTransportHistory (dewarId, dewarStatus, arrivalDate /*columns*/)
VALUES (:dewarId, :dewarStatus, NOW() /*values*/);

-- name: history_of_dewar(dewarId)
-- Where a dewar has been, the latest first.
SELECT dh.DewarTransportHistoryId,
       dh.dewarId,
       dh.dewarStatus,
       dh.storageLocation,
       dh.arrivalDate
  FROM DewarTransportHistory dh
 WHERE dh.dewarId = :dewarId
 ORDER BY dh.DewarTransportHistoryId DESC
 LIMIT 500;
