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

-- name: proposal_of_dewar(dewarId)
-- Whose a dewar is.
SELECT sh.proposalId
  FROM Dewar dw
  JOIN Shipping sh ON sh.shippingId = dw.shippingId
 WHERE dw.dewarId = :dewarId;

-- name: container_with_barcode(barcode)
-- The container that has a barcode.
SELECT co.containerId
  FROM Container co
 WHERE co.barcode = :barcode
 ORDER BY co.containerId
 LIMIT 1;

-- name: places_of_container(containerId)
-- Places of a container that hold samples.
SELECT ms.location
  FROM BLSample ms
 WHERE ms.containerId = :containerId
   AND ms.location IS NOT NULL;

-- name: session_of_proposal(sessionId, proposalId)
-- Whether a session is a proposal's.
SELECT 1
  FROM BLSession s
 WHERE s.sessionId = :sessionId
   AND s.proposalId = :proposalId;

-- name: add_container(dewarId)
-- A container in a dewar.
INSERT INTO Container (dewarId, bltimeStamp /*columns*/)
VALUES (:dewarId, NOW() /*values*/)
RETURNING containerId;

-- name: lock_container(containerId)
-- Keep others from changing a container until the transaction ends.
UPDATE Container
   SET containerId = containerId
 WHERE containerId = :containerId;

-- name: change_container(containerId)
-- Change what is known of a container.
UPDATE Container
   SET bltimeStamp = NOW() /*set*/
 WHERE containerId = :containerId;

-- name: remove_container(containerId)
-- Drop a container; its history goes with it.
DELETE FROM Container
 WHERE containerId = :containerId;

-- name: note_container(containerId)
-- Note in a container's history where it is now.
INSERT INTO ContainerHistory (containerId /*columns*/)
VALUES (:containerId /*values*/);

-- name: history_of_container(containerId)
-- Where a container has been, the latest first.
SELECT ch.containerHistoryId,
       ch.containerId,
       ch.status,
       ch.location,
       ch.beamlineName,
       ch.blTimeStamp
  FROM ContainerHistory ch
 WHERE ch.containerId = :containerId
 ORDER BY ch.containerHistoryId DESC
 LIMIT 500;

-- name: containers_at(beamlineLocation, sampleChangerLocation, containerId)
-- Other containers at a position of a beamline's sample changer, and whose they are.
SELECT co.containerId,
       co.containerStatus,
       sh.proposalId
  FROM Container co
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
 WHERE co.beamlineLocation = :beamlineLocation
   AND co.sampleChangerLocation = :sampleChangerLocation
   AND co.containerId <> :containerId
 ORDER BY co.containerId;

-- name: container_types()
-- Kinds of containers that the facility knows; one row of nulls where the database has no such table, or nothing in it.
SELECT ct.name,
       ct.capacity,
       ct.proposalType,
       ct.wellPerRow,
       ct.dropPerWellX,
       ct.dropPerWellY
  FROM api_turn tu
  LEFT JOIN ContainerType ct ON ct.active = 1
 WHERE tu.name = 'administration'
 ORDER BY 1, 2;

-- name: take_turn()
-- Wait until nobody else is putting containers into sample changers, and keep others waiting until the transaction
-- ends.
UPDATE api_turn
   SET name = name
 WHERE name = 'sample changers';
