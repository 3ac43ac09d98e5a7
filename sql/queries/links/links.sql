-- name: list_links()
-- Pages elsewhere about what visible proposals have here.  A proposal that is no more has none; asked so that MariaDB
-- begins with the links, in their order, and not with all proposals.
SELECT li.linkId,
       li.proposalId,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal,
       li.shippingId,
       li.proteinId,
       li.crystalId,
       li.blSampleId,
       li.url,
       li.title,
       li.externalId,
       li.createdAt,
       li.createdBy
  FROM api_link li
  LEFT JOIN Proposal p ON p.proposalId = li.proposalId
  /*visible*/
 WHERE COALESCE(p.proposalId, 0) > 0 /*where*/
 /*order*/
 /*page*/;

-- name: count_links()
-- How many links the same conditions leave.
SELECT COUNT(*) AS total
  FROM api_link li
  JOIN Proposal p ON p.proposalId = li.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: proposal_of_shipment(number)
-- Whose a shipment is.
SELECT sh.proposalId
  FROM Shipping sh
 WHERE sh.shippingId = :number;

-- name: proposal_of_protein(number)
-- Whose a protein is.
SELECT pr.proposalId
  FROM Protein pr
 WHERE pr.proteinId = :number;

-- name: proposal_of_crystal(number)
-- Whose a crystal form is.
SELECT pr.proposalId
  FROM Crystal cr
  JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE cr.crystalId = :number;

-- name: proposal_of_sample(number)
-- Whose a sample is: its shipment's, else its protein's.
SELECT COALESCE(sh.proposalId, pr.proposalId) AS proposalId
  FROM BLSample sm
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE sm.blSampleId = :number;

-- name: add_link(proposalId, url, createdAt, createdBy)
-- A link.
INSERT INTO api_link (proposalId, url, createdAt, createdBy /*columns*/)
VALUES (:proposalId, :url, :createdAt, :createdBy /*values*/)
RETURNING linkId;

-- name: lock_link(linkId)
-- Keep others from changing a link until the transaction ends.
UPDATE api_link
   SET linkId = linkId
 WHERE linkId = :linkId;

-- name: change_link(linkId)
-- Change a link.
UPDATE api_link
   SET linkId = linkId /*set*/
 WHERE linkId = :linkId;

-- name: remove_link(linkId)
-- Drop a link.
DELETE FROM api_link
 WHERE linkId = :linkId;

-- name: forget_shipment(number)
-- Drop the links of a shipment that is no more.
DELETE FROM api_link
 WHERE shippingId = :number;

-- name: forget_protein(number)
-- Drop the links of a protein that is no more.
DELETE FROM api_link
 WHERE proteinId = :number;

-- name: forget_crystal(number)
-- Drop the links of a crystal form that is no more.
DELETE FROM api_link
 WHERE crystalId = :number;

-- name: forget_sample(number)
-- Drop the links of a sample that is no more.
DELETE FROM api_link
 WHERE blSampleId = :number;
