-- name: list_crystals()
-- Crystal forms of the proteins of visible proposals; which ones is settled first.
SELECT cr.crystalId,
       cr.proteinId,
       cr.diffractionPlanId,
       cr.crystalUUID,
       cr.name,
       cr.spaceGroup,
       cr.cell_a,
       cr.cell_b,
       cr.cell_c,
       cr.cell_alpha,
       cr.cell_beta,
       cr.cell_gamma,
       cr.size_X,
       cr.size_Y,
       cr.size_Z,
       cr.abundance,
       cr.packingFraction,
       cr.theoreticalDensity,
       cr.morphology,
       cr.color,
       cr.comments,
       cr.pdbFileName,
       cr.pdbFilePath,
       cr.recordTimeStamp,
       cr.spaceGroup AS space_group,
       (SELECT GROUP_CONCAT(JSON_OBJECT('id', mx.crystalCompositionId,
                                        'abundance', mx.abundance,
                                        'ratio', mx.ratio,
                                        'ph', mx.ph,
                                        'componentId', mp.componentId,
                                        'name', mp.name,
                                        'composition', mp.composition,
                                        'componentTypeId', mt.componentTypeId,
                                        'type', mt.name,
                                        'concentrationTypeId', mk.concentrationTypeId,
                                        'concentration', mk.name,
                                        'symbol', mk.symbol))
          FROM CrystalComposition mx
          JOIN Component mp ON mp.componentId = mx.componentId
          JOIN ComponentType mt ON mt.componentTypeId = mp.componentTypeId
          LEFT JOIN ConcentrationType mk ON mk.concentrationTypeId = mx.concentrationTypeId
         WHERE mx.crystalId = cr.crystalId) AS crystal_compositions,
       pr.proteinId AS _Protein__proteinId,
       CONCAT(pr.proposalId, '') AS _Protein__proposalId,
       pr.name AS _Protein__name,
       pr.acronym AS _Protein__acronym,
       pr.safetyLevel AS _Protein__safetyLevel,
       pr.proposalId AS _metadata__proposalId,
       CONCAT(p.proposalCode, p.proposalNumber) AS _metadata__proposal,
       (SELECT COUNT(*)
          FROM BLSample ms
          LEFT JOIN Container mo ON mo.containerId = ms.containerId
          LEFT JOIN Dewar md ON md.dewarId = mo.dewarId
          LEFT JOIN Shipping mh ON mh.shippingId = md.shippingId
          /*visible_samples*/
         WHERE ms.crystalId = cr.crystalId) AS _metadata__samples
  FROM (SELECT cr.crystalId
          FROM Crystal cr
          LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
          LEFT JOIN Proposal p ON p.proposalId = pr.proposalId
          /*visible*/
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN Crystal cr ON cr.crystalId = chosen.crystalId  -- noqa: AL04
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId  -- noqa: AL04
  LEFT JOIN Proposal p ON p.proposalId = pr.proposalId  -- noqa: AL04
 /*order*/;

-- name: count_crystals()
-- How many crystal forms the same conditions leave.
SELECT COUNT(*) AS total
  FROM Crystal cr
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
  LEFT JOIN Proposal p ON p.proposalId = pr.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: add_crystal(proteinId)
-- A crystal form of a protein.
INSERT INTO Crystal (proteinId, recordTimeStamp /*columns*/)
VALUES (:proteinId, NOW() /*values*/)
RETURNING crystalId;

-- name: lock_crystal(crystalId)
-- Keep others from changing a crystal form until the transaction ends.
UPDATE Crystal
   SET crystalId = crystalId
 WHERE crystalId = :crystalId;

-- name: change_crystal(crystalId)
-- Change what is known of a crystal form.
UPDATE Crystal
   SET crystalId = crystalId /*set*/
 WHERE crystalId = :crystalId;

-- name: remove_crystal(crystalId)
-- Drop a crystal form.
DELETE FROM Crystal
 WHERE crystalId = :crystalId;

-- name: samples_of_crystal(crystalId)
-- How many samples there are of a crystal form, whoever may see them.
SELECT COUNT(*) AS samples
  FROM BLSample sm
 WHERE sm.crystalId = :crystalId;

-- name: proposal_of_crystal(crystalId)
-- Whose a crystal form is: its protein's.
SELECT pr.proposalId
  FROM Crystal cr
  JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE cr.crystalId = :crystalId;

-- name: protein_of_crystal(crystalId)
-- Of which protein a crystal form is.
SELECT cr.proteinId
  FROM Crystal cr
 WHERE cr.crystalId = :crystalId;

-- name: crystals_among(proposalId, crystalIds)
-- Those of these crystal forms that are the proposal's.
SELECT cr.crystalId
  FROM Crystal cr
  JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE pr.proposalId = :proposalId
   AND cr.crystalId IN (:crystalIds);

-- name: forms_of_proteins(proteinIds)
-- Crystal forms of proteins, those that are mixed with something left out.
SELECT cr.crystalId,
       cr.proteinId,
       cr.name,
       cr.spaceGroup,
       cr.cell_a,
       cr.cell_b,
       cr.cell_c,
       cr.cell_alpha,
       cr.cell_beta,
       cr.cell_gamma,
       cr.size_X,
       cr.size_Y,
       cr.size_Z
  FROM Crystal cr
 WHERE cr.proteinId IN (:proteinIds)
   AND NOT EXISTS (SELECT 1
                     FROM CrystalComposition cx
                    WHERE cx.crystalId = cr.crystalId)
 ORDER BY cr.crystalId;
