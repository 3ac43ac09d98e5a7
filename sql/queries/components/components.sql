-- name: list_components()
-- Components of visible proposals; which ones is settled first.
SELECT cp.componentId,
       cp.proposalId,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal,
       cp.name,
       cp.composition,
       ct.componentTypeId AS ComponentType__componentTypeId,
       ct.name AS ComponentType__name,
       (SELECT COUNT(DISTINCT mx.blSampleId)
          FROM SampleComposition mx
          JOIN BLSample ms ON ms.blSampleId = mx.blSampleId
          LEFT JOIN Crystal mc ON mc.crystalId = ms.crystalId
          LEFT JOIN Protein mp ON mp.proteinId = mc.proteinId
          LEFT JOIN Container mo ON mo.containerId = ms.containerId
          LEFT JOIN Dewar md ON md.dewarId = mo.dewarId
          LEFT JOIN Shipping mh ON mh.shippingId = md.shippingId
          /*visible_samples*/
         WHERE mx.componentId = cp.componentId) AS _metadata__samples,
       (SELECT COUNT(DISTINCT my.crystalId)
          FROM CrystalComposition my
          JOIN Crystal mc ON mc.crystalId = my.crystalId
          JOIN Protein mp ON mp.proteinId = mc.proteinId
          /*visible_crystals*/
         WHERE my.componentId = cp.componentId) AS _metadata__crystals
  FROM (SELECT cp.componentId
          FROM Component cp
          LEFT JOIN Proposal p ON p.proposalId = cp.proposalId
          /*visible*/
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN Component cp ON cp.componentId = chosen.componentId  -- noqa: AL04
  LEFT JOIN Proposal p ON p.proposalId = cp.proposalId  -- noqa: AL04
  LEFT JOIN ComponentType ct ON ct.componentTypeId = cp.componentTypeId
 /*order*/;

-- name: count_components()
-- How many components the same conditions leave.
SELECT COUNT(*) AS total
  FROM Component cp
  LEFT JOIN Proposal p ON p.proposalId = cp.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: list_component_types()
-- Every type of components, and of proteins.
SELECT ct.componentTypeId,
       ct.name
  FROM ComponentType ct
 ORDER BY ct.componentTypeId;

-- name: list_concentration_types()
-- Every way to count a concentration.
SELECT kt.concentrationTypeId,
       kt.name,
       kt.symbol
  FROM ConcentrationType kt
 ORDER BY kt.concentrationTypeId;

-- name: add_component(proposalId, componentTypeId, name)
-- A component of a proposal.
INSERT INTO Component (proposalId, componentTypeId, name /*columns*/)
VALUES (:proposalId, :componentTypeId, :name /*values*/)
RETURNING componentId;

-- name: lock_component(componentId)
-- Keep others from changing a component until the transaction ends.
UPDATE Component
   SET componentId = componentId
 WHERE componentId = :componentId;

-- name: change_component(componentId)
-- Change what is known of a component.
UPDATE Component
   SET componentId = componentId /*set*/
 WHERE componentId = :componentId;

-- name: remove_component(componentId)
-- Drop a component.
DELETE FROM Component
 WHERE componentId = :componentId;

-- name: uses_of_component(componentId)
-- In how many samples, crystal forms and events a component is, whoever may see them.
SELECT (SELECT COUNT(*)
          FROM SampleComposition sx
         WHERE sx.componentId = :componentId) AS samples,
       (SELECT COUNT(*)
          FROM CrystalComposition cx
         WHERE cx.componentId = :componentId) AS crystals;

-- name: components_of(proposalId)
-- The components of a proposal, by what they are called.
SELECT cp.componentId,
       cp.componentTypeId,
       cp.name,
       cp.composition
  FROM Component cp
 WHERE cp.proposalId = :proposalId
 ORDER BY cp.componentId;
