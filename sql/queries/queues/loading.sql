-- name: list_loaded_samples()
-- Samples in containers that are at a beamline, with what control software has to know of them.
SELECT sm.blSampleId,
       sm.name,
       sm.code,
       sm.location,
       sm.subLocation,
       sm.blSampleStatus,
       sm.comments,
       sm.holderLength,
       sm.loopLength,
       sm.loopType,
       sm.wireWidth,
       sm.lastKnownCenteringPosition,
       sm.diffractionPlanId,
       cr.diffractionPlanId AS ofCrystal,
       cr.crystalId AS _Crystal__crystalId,
       cr.name AS _Crystal__name,
       cr.spaceGroup AS _Crystal__spaceGroup,
       cr.cell_a AS _Crystal__cell_a,
       cr.cell_b AS _Crystal__cell_b,
       cr.cell_c AS _Crystal__cell_c,
       cr.cell_alpha AS _Crystal__cell_alpha,
       cr.cell_beta AS _Crystal__cell_beta,
       cr.cell_gamma AS _Crystal__cell_gamma,
       cr.size_X AS _Crystal__size_X,
       cr.size_Y AS _Crystal__size_Y,
       cr.size_Z AS _Crystal__size_Z,
       pr.proteinId AS _Crystal___Protein__proteinId,
       CONCAT(pr.proposalId, '') AS _Crystal___Protein__proposalId,
       pr.acronym AS _Crystal___Protein__acronym,
       pr.name AS _Crystal___Protein__name,
       pr.safetyLevel AS _Crystal___Protein__safetyLevel,
       co.containerId AS Container__containerId,
       co.code AS Container__code,
       co.barcode AS Container__barcode,
       co.containerType AS Container__containerType,
       co.capacity AS Container__capacity,
       co.sessionId AS Container__sessionId,
       co.beamlineLocation AS Container__beamlineLocation,
       co.sampleChangerLocation AS Container__sampleChangerLocation,
       p.proposalId AS _metadata__proposalId,
       CONCAT(p.proposalCode, p.proposalNumber) AS _metadata__proposal
  FROM Container co
  JOIN BLSample sm ON sm.containerId = co.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
  LEFT JOIN Proposal p ON p.proposalId = COALESCE(sh.proposalId, pr.proposalId)
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_loaded_samples()
-- How many samples the same conditions leave.
SELECT COUNT(*) AS total
  FROM Container co
  JOIN BLSample sm ON sm.containerId = co.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
  LEFT JOIN Proposal p ON p.proposalId = COALESCE(sh.proposalId, pr.proposalId)
  /*visible*/
 WHERE 1 = 1 /*where*/;
