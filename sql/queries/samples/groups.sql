-- part: list_groups_of_proposals()
-- Groups of samples of visible proposals, in the family that says whose a group is.
SELECT gr.blSampleGroupId,
       gr.name,
       gr.proposalId,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal,
       gr.ownerId
  FROM BLSampleGroup gr
  LEFT JOIN Proposal p ON p.proposalId = gr.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- part: count_groups_of_proposals()
-- How many groups the same conditions leave.
SELECT COUNT(*) AS total
  FROM BLSampleGroup gr
  LEFT JOIN Proposal p ON p.proposalId = gr.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: list_groups_by_samples()
-- The same, in the family where its samples say whose a group is.
SELECT gr.blSampleGroupId,
       gr.name,
       p.proposalId,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal,
       NULL AS ownerId
  FROM BLSampleGroup gr
  JOIN (SELECT hm.blSampleGroupId, MIN(COALESCE(sh.proposalId, pr.proposalId)) AS proposalId
          FROM BLSampleGroup_has_BLSample hm
          JOIN BLSample sm ON sm.blSampleId = hm.blSampleId
          LEFT JOIN Container co ON co.containerId = sm.containerId
          LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
          LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
          LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
          LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
         GROUP BY hm.blSampleGroupId) whose ON whose.blSampleGroupId = gr.blSampleGroupId
  LEFT JOIN Proposal p ON p.proposalId = whose.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_groups_by_samples()
-- How many groups the same conditions leave.
SELECT COUNT(*) AS total
  FROM BLSampleGroup gr
  JOIN (SELECT hm.blSampleGroupId, MIN(COALESCE(sh.proposalId, pr.proposalId)) AS proposalId
          FROM BLSampleGroup_has_BLSample hm
          JOIN BLSample sm ON sm.blSampleId = hm.blSampleId
          LEFT JOIN Container co ON co.containerId = sm.containerId
          LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
          LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
          LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
          LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
         GROUP BY hm.blSampleGroupId) whose ON whose.blSampleGroupId = gr.blSampleGroupId
  LEFT JOIN Proposal p ON p.proposalId = whose.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: members_of_groups(blSampleGroupIds)
-- The samples of groups that are visible, in their order.
SELECT hm.blSampleGroupId,
       hm.blSampleId,
       sm.name,
       COALESCE(hm.groupOrder, hm.order) AS place,  -- noqa: PRS
       hm.type
  FROM BLSampleGroup_has_BLSample hm
  JOIN BLSample sm ON sm.blSampleId = hm.blSampleId
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
  /*visible*/
 WHERE hm.blSampleGroupId IN (:blSampleGroupIds)
 ORDER BY hm.blSampleGroupId, hm.blSampleId;

-- name: proposals_in_group(blSampleGroupId)
-- Whose the samples of a group are, whoever may see them.
SELECT DISTINCT COALESCE(sh.proposalId, pr.proposalId) AS proposalId
  FROM BLSampleGroup_has_BLSample hm
  JOIN BLSample sm ON sm.blSampleId = hm.blSampleId
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE hm.blSampleGroupId = :blSampleGroupId;

-- name: samples_among(proposalId, blSampleIds)
-- Those of these samples that are the proposal's.
SELECT sm.blSampleId
  FROM BLSample sm
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE sm.blSampleId IN (:blSampleIds)
   AND COALESCE(sh.proposalId, pr.proposalId) = :proposalId;

-- name: add_group(name)
-- A group of samples.
INSERT INTO BLSampleGroup (name /*columns*/)
VALUES (:name /*values*/)
RETURNING blSampleGroupId;

-- name: lock_group(blSampleGroupId)
-- Keep others from changing a group until the transaction ends.
UPDATE BLSampleGroup
   SET blSampleGroupId = blSampleGroupId
 WHERE blSampleGroupId = :blSampleGroupId;

-- name: change_group(blSampleGroupId)
-- Change what is known of a group.
UPDATE BLSampleGroup
   SET blSampleGroupId = blSampleGroupId /*set*/
 WHERE blSampleGroupId = :blSampleGroupId;

-- name: remove_group(blSampleGroupId)
-- Drop a group; its samples stay.
DELETE FROM BLSampleGroup
 WHERE blSampleGroupId = :blSampleGroupId;

-- name: empty_group(blSampleGroupId)
-- Take every sample out of a group.
DELETE FROM BLSampleGroup_has_BLSample
 WHERE blSampleGroupId = :blSampleGroupId;

-- name: fill_group(blSampleGroupId)
-- Put samples into a group.
INSERT INTO BLSampleGroup_has_BLSample (blSampleGroupId /*columns*/)
VALUES (:blSampleGroupId /*values*/) /*rows*/;
