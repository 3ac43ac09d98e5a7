-- name: list_proteins()
-- Proteins of visible proposals; which ones is settled first, so that only this page's are counted for.
SELECT pr.proteinId,
       pr.proposalId,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal,
       pr.name,
       pr.acronym,
       pr.description,
       pr.proteinType,
       pr.sequence,
       pr.molecularMass,
       pr.density,
       pr.abundance,
       CONCAT(pr.hazardGroup, '') AS hazardGroup,
       CONCAT(pr.containmentLevel, '') AS containmentLevel,
       pr.safetyLevel,
       pr.isotropy,
       NULLIF(LOWER(HEX(pr.externalId)), '') AS externalId,
       pr.bltimeStamp,
       ct.componentTypeId AS ComponentType__componentTypeId,
       ct.name AS ComponentType__name,
       (SELECT COUNT(*)
          FROM Protein_has_PDB php
         WHERE php.proteinid = pr.proteinId) AS _metadata__pdbs,
       (SELECT COUNT(*)
          FROM Crystal mc
         WHERE mc.proteinId = pr.proteinId) AS _metadata__crystals,
       (SELECT COUNT(*)
          FROM Crystal mc
          JOIN Protein mp ON mp.proteinId = mc.proteinId
          JOIN BLSample ms ON ms.crystalId = mc.crystalId
          LEFT JOIN Container mo ON mo.containerId = ms.containerId
          LEFT JOIN Dewar md ON md.dewarId = mo.dewarId
          LEFT JOIN Shipping mh ON mh.shippingId = md.shippingId
          /*visible_samples*/
         WHERE mc.proteinId = pr.proteinId) AS _metadata__samples,
       (SELECT COUNT(*)
          FROM Crystal mc
          JOIN BLSample ms ON ms.crystalId = mc.crystalId
          JOIN DataCollectionGroup mg ON mg.blSampleId = ms.blSampleId
          JOIN DataCollection m ON m.dataCollectionGroupId = mg.dataCollectionGroupId
          /*visible_sessions*/
         WHERE mc.proteinId = pr.proteinId)
       + (SELECT COUNT(*)
            FROM Crystal mc
            JOIN BLSample ms ON ms.crystalId = mc.crystalId
            JOIN DataCollection m ON m.blSampleId = ms.blSampleId
            LEFT JOIN DataCollectionGroup mg ON mg.dataCollectionGroupId = m.dataCollectionGroupId
            LEFT JOIN BLSample gs ON gs.blSampleId = mg.blSampleId
            LEFT JOIN Crystal gc ON gc.crystalId = gs.crystalId
            /*visible_sessions*/
           WHERE mc.proteinId = pr.proteinId
             AND (gc.proteinId IS NULL OR gc.proteinId <> mc.proteinId)) AS _metadata__datacollections
  FROM (SELECT pr.proteinId
          FROM Protein pr
          LEFT JOIN Proposal p ON p.proposalId = pr.proposalId
          /*visible*/
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN Protein pr ON pr.proteinId = chosen.proteinId  -- noqa: AL04
  LEFT JOIN Proposal p ON p.proposalId = pr.proposalId  -- noqa: AL04
  LEFT JOIN ComponentType ct ON ct.componentTypeId = pr.componentTypeId
 /*order*/;

-- name: count_proteins()
-- How many proteins the same conditions leave.
SELECT COUNT(*) AS total
  FROM Protein pr
  LEFT JOIN Proposal p ON p.proposalId = pr.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: add_protein(proposalId, acronym)
-- A protein of a proposal.
INSERT INTO Protein (proposalId, acronym, bltimeStamp /*columns*/)
VALUES (:proposalId, :acronym, NOW() /*values*/)
RETURNING proteinId;

-- name: lock_protein(proteinId)
-- Keep others from changing a protein until the transaction ends.
UPDATE Protein
   SET proteinId = proteinId
 WHERE proteinId = :proteinId;

-- name: change_protein(proteinId)
-- Change what is known of a protein.
UPDATE Protein
   SET proteinId = proteinId /*set*/
 WHERE proteinId = :proteinId;

-- name: remove_protein(proteinId)
-- Drop a protein.
DELETE FROM Protein
 WHERE proteinId = :proteinId;

-- name: proteins_called(proposalId, acronym)
-- Proteins of a proposal with this acronym.
SELECT pr.proteinId,
       pr.name
  FROM Protein pr
 WHERE pr.proposalId = :proposalId
   AND pr.acronym = :acronym
 ORDER BY pr.proteinId;

-- name: proposal_of_protein(proteinId)
-- Whose a protein is.
SELECT pr.proposalId
  FROM Protein pr
 WHERE pr.proteinId = :proteinId;

-- name: is_component_type(componentTypeId)
-- Whether there is such a type of components.
SELECT ct.componentTypeId
  FROM ComponentType ct
 WHERE ct.componentTypeId = :componentTypeId;

-- name: proteins_among(proposalId, proteinIds, acronyms)
-- Those of these proteins, by their rows or by their acronyms, that are the proposal's.
SELECT pr.proteinId,
       pr.acronym
  FROM Protein pr
 WHERE pr.proposalId = :proposalId
   AND (pr.proteinId IN (:proteinIds) OR pr.acronym IN (:acronyms))
 ORDER BY pr.proteinId;
