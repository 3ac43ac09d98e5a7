-- name: list_ligands()
-- Ligands of visible proposals; which ones is settled first.
SELECT li.ligandId,
       li.proposalId,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal,
       li.name,
       li.SMILES,
       li.libraryName,
       li.libraryBatchNumber,
       li.plateBarcode,
       li.sourceWell,
       (SELECT COUNT(*)
          FROM BLSample_has_Ligand ml
          JOIN BLSample ms ON ms.blSampleId = ml.blSampleId
          LEFT JOIN Crystal mc ON mc.crystalId = ms.crystalId
          LEFT JOIN Protein mp ON mp.proteinId = mc.proteinId
          LEFT JOIN Container mo ON mo.containerId = ms.containerId
          LEFT JOIN Dewar md ON md.dewarId = mo.dewarId
          LEFT JOIN Shipping mh ON mh.shippingId = md.shippingId
          /*visible_samples*/
         WHERE ml.ligandId = li.ligandId) AS _metadata__samples
  FROM (SELECT li.ligandId
          FROM Ligand li
          LEFT JOIN Proposal p ON p.proposalId = li.proposalId
          /*visible*/
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN Ligand li ON li.ligandId = chosen.ligandId  -- noqa: AL04
  LEFT JOIN Proposal p ON p.proposalId = li.proposalId  -- noqa: AL04
 /*order*/;

-- name: count_ligands()
-- How many ligands the same conditions leave.
SELECT COUNT(*) AS total
  FROM Ligand li
  LEFT JOIN Proposal p ON p.proposalId = li.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: add_ligand(proposalId, name)
-- A ligand of a proposal.
INSERT INTO Ligand (proposalId, name /*columns*/)
VALUES (:proposalId, :name /*values*/)
RETURNING ligandId;

-- name: lock_ligand(ligandId)
-- Keep others from changing a ligand until the transaction ends.
UPDATE Ligand
   SET ligandId = ligandId
 WHERE ligandId = :ligandId;

-- name: change_ligand(ligandId)
-- Change what is known of a ligand.
UPDATE Ligand
   SET ligandId = ligandId /*set*/
 WHERE ligandId = :ligandId;

-- name: remove_ligand(ligandId)
-- Drop a ligand.
DELETE FROM Ligand
 WHERE ligandId = :ligandId;

-- name: samples_with_ligand(ligandId)
-- How many samples were soaked with a ligand, whoever may see them.
SELECT COUNT(*) AS samples
  FROM BLSample_has_Ligand hl
 WHERE hl.ligandId = :ligandId;

-- name: ligands_of_proposal(proposalId, ligandIds)
-- Those of these ligands that are the proposal's.
SELECT li.ligandId
  FROM Ligand li
 WHERE li.proposalId = :proposalId
   AND li.ligandId IN (:ligandIds);

-- name: remove_ligands_of_sample(blSampleId)
-- Forget with what a sample was soaked.
DELETE FROM BLSample_has_Ligand
 WHERE blSampleId = :blSampleId;

-- name: add_ligands_of_sample(blSampleId)
-- With what a sample was soaked.
INSERT INTO BLSample_has_Ligand (blSampleId /*columns*/)
VALUES (:blSampleId /*values*/) /*rows*/;
