-- name: list_shippings()
-- Shipments of visible proposals; which ones is settled first.
SELECT sh.shippingId,
       sh.proposalId,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal,
       sh.shippingName,
       sh.shippingStatus,
       sh.shippingType,
       sh.safetyLevel,
       sh.sendingLabContactId,
       sh.returnLabContactId,
       sh.creationDate,
       sh.deliveryAgent_agentName,
       sh.deliveryAgent_agentCode,
       sh.deliveryAgent_flightCode,
       sh.deliveryAgent_shippingDate,
       sh.deliveryAgent_deliveryDate,
       sh.returnCourier,
       sh.dateOfShippingToUser,
       sh.isStorageShipping,
       sh.comments,
       sh.bltimeStamp,
       rc.labContactId AS LabContact__labContactId,
       rc.cardName AS LabContact__cardName,
       rp.givenName AS LabContact___Person__givenName,
       rp.familyName AS LabContact___Person__familyName,
       sc.labContactId AS LabContact1__labContactId,
       sc.cardName AS LabContact1__cardName,
       sp.givenName AS LabContact1___Person__givenName,
       sp.familyName AS LabContact1___Person__familyName,
       (SELECT COUNT(*)
          FROM Dewar md
         WHERE md.shippingId = sh.shippingId) AS _metadata__dewars
  FROM (SELECT sh.shippingId
          FROM Shipping sh
          LEFT JOIN Proposal p ON p.proposalId = sh.proposalId
          /*visible*/
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN Shipping sh ON sh.shippingId = chosen.shippingId  -- noqa: AL04
  LEFT JOIN Proposal p ON p.proposalId = sh.proposalId  -- noqa: AL04
  LEFT JOIN LabContact rc ON rc.labContactId = sh.returnLabContactId
  LEFT JOIN Person rp ON rp.personId = rc.personId
  LEFT JOIN LabContact sc ON sc.labContactId = sh.sendingLabContactId
  LEFT JOIN Person sp ON sp.personId = sc.personId
 /*order*/;

-- name: count_shippings()
-- How many shipments the same conditions leave.
SELECT COUNT(*) AS total
  FROM Shipping sh
  LEFT JOIN Proposal p ON p.proposalId = sh.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: contact_of_proposal(labContactId, proposalId)
-- Whether an address is a proposal's.
SELECT 1
  FROM LabContact lc
 WHERE lc.labContactId = :labContactId
   AND lc.proposalId = :proposalId;

-- name: add_shipping(proposalId)
-- A shipment of a proposal.
INSERT INTO Shipping (proposalId, creationDate, bltimeStamp /*columns*/)
VALUES (:proposalId, NOW(), NOW() /*values*/)
RETURNING shippingId;

-- name: lock_shipping(shippingId)
-- Keep others from changing a shipment until the transaction ends.
UPDATE Shipping
   SET shippingId = shippingId
 WHERE shippingId = :shippingId;

-- name: change_shipping(shippingId)
-- Change what is known of a shipment.
UPDATE Shipping
   SET bltimeStamp = NOW() /*set*/
 WHERE shippingId = :shippingId;

-- name: remove_shipping(shippingId)
-- Drop a shipment.
DELETE FROM Shipping
 WHERE shippingId = :shippingId;
