-- name: list_plans(diffractionPlanIds)
-- Plans by their rows, and those that samples or a proposal have; whose they are was asked before.
SELECT k.blSampleId AS _blSampleId,
       k.planOrder AS _planOrder,
       dp.diffractionPlanId,
       dp.name,
       dp.experimentKind,
       dp.collectionMode,
       dp.priority,
       dp.observedResolution,
       dp.minimalResolution,
       dp.maximalResolution,
       dp.screeningResolution,
       dp.requiredResolution,
       dp.aimedResolution,
       dp.requiredCompleteness,
       dp.aimedCompleteness,
       dp.requiredMultiplicity,
       dp.aimedMultiplicity,
       dp.aimedIOverSigmaAtHighestRes,
       dp.exposureTime,
       dp.oscillationRange,
       dp.minOscWidth,
       dp.axisStart,
       dp.axisRange,
       dp.kappaStart,
       dp.numberOfImages,
       dp.numberOfPositions,
       dp.energy,
       dp.transmission,
       dp.preferredBeamSizeX,
       dp.preferredBeamSizeY,
       dp.preferredBeamDiameter,
       dp.detectorId,
       dp.distance,
       dp.orientation,
       dp.monochromator,
       dp.monoBandwidth,
       dp.boxSizeX,
       dp.boxSizeY,
       dp.radiationSensitivity,
       dp.radiationSensitivityBeta,
       dp.radiationSensitivityGamma,
       dp.estimateRadiationDamage,
       dp.minDimAccrossSpindleAxis,
       dp.maxDimAccrossSpindleAxis,
       dp.anomalousData,
       dp.anomalousScatterer,
       dp.forcedSpaceGroup,
       dp.complexity,
       dp.strategyOption,
       dp.kappaStrategyOption,
       dp.centringMethod,
       dp.robotPlateTemperature,
       dp.exposureTemperature,
       dp.qMin,
       dp.qMax,
       dp.scanParameters,
       dp.beamLineName,
       dp.userPath,
       dp.comments,
       dp.recordTimeStamp,
       dp.presetForProposalId,
       dp.reductionParametersAveraging,
       (SELECT COUNT(*)
          FROM BLSample ms
         WHERE ms.diffractionPlanId = dp.diffractionPlanId) AS _metadata__samples,
       (SELECT COUNT(*)
          FROM Crystal mc
         WHERE mc.diffractionPlanId = dp.diffractionPlanId) AS _metadata__crystals,
       (SELECT COUNT(*)
          FROM BLSubSample mb
         WHERE mb.diffractionPlanId = dp.diffractionPlanId) AS _metadata__subsamples
  FROM (SELECT NULL AS blSampleId,
               named.diffractionPlanId,
               NULL AS planOrder
          FROM DiffractionPlan named
         WHERE named.diffractionPlanId IN (:diffractionPlanIds)
         /*union*/) k
  -- An outer join, though each has its row: else MariaDB reads all plans where no proposal keeps any.
  LEFT JOIN DiffractionPlan dp ON dp.diffractionPlanId = k.diffractionPlanId;

-- name: owners_of_plan(diffractionPlanId)
-- The samples, crystal forms, positions and proposals that a plan is for, as far as they are visible.
SELECT ow.kind,
       ow.ownerId,
       ow.proposalId
  FROM (SELECT 'sample' AS kind, sm.blSampleId AS ownerId, COALESCE(sh.proposalId, pr.proposalId) AS proposalId
          FROM BLSample sm
          LEFT JOIN Container co ON co.containerId = sm.containerId
          LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
          LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
          LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
          LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
         WHERE sm.diffractionPlanId = :diffractionPlanId
         UNION
        SELECT 'crystal', cr.crystalId, pr.proposalId
          FROM Crystal cr
          LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
         WHERE cr.diffractionPlanId = :diffractionPlanId
         UNION
        SELECT 'position', ss.blSubSampleId, COALESCE(sh.proposalId, pr.proposalId)
          FROM BLSubSample ss
          LEFT JOIN BLSample sm ON sm.blSampleId = ss.blSampleId
          LEFT JOIN Container co ON co.containerId = sm.containerId
          LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
          LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
          LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
          LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
         WHERE ss.diffractionPlanId = :diffractionPlanId
         UNION
        SELECT 'preset', dp.presetForProposalId, dp.presetForProposalId
          FROM DiffractionPlan dp
         WHERE dp.diffractionPlanId = :diffractionPlanId
           AND dp.presetForProposalId IS NOT NULL
         /*union_linked*/) ow
  /*visible*/
 ORDER BY ow.kind, ow.ownerId;

-- part: linked_in_order(diffractionPlanId)
-- Samples that have the plan in a certain order.
SELECT 'sample', hp.blSampleId, COALESCE(sh.proposalId, pr.proposalId)
  FROM BLSample_has_DataCollectionPlan hp
  JOIN BLSample sm ON sm.blSampleId = hp.blSampleId
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE hp.dataCollectionPlanId = :diffractionPlanId;

-- part: linked(diffractionPlanId)
-- The same, of the family that keeps no order.
SELECT 'sample', hd.blSampleId, COALESCE(sh.proposalId, pr.proposalId)
  FROM BLSample_has_DiffractionPlan hd
  JOIN BLSample sm ON sm.blSampleId = hd.blSampleId
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE hd.diffractionPlanId = :diffractionPlanId;

-- name: plans_of_sample(blSampleId)
-- The plan of a sample, that of its crystal form, and the beamline at which its container is.
SELECT sm.diffractionPlanId,
       cr.diffractionPlanId AS ofCrystal,
       co.beamlineLocation
  FROM BLSample sm
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
  LEFT JOIN Proposal p ON p.proposalId = COALESCE(sh.proposalId, pr.proposalId)
  /*visible*/
 WHERE sm.blSampleId = :blSampleId;

-- part: plans_in_order(blSampleIds)
-- The plans that were put into an order for samples.
SELECT hp.blSampleId,
       hp.dataCollectionPlanId AS diffractionPlanId,
       hp.planOrder
  FROM BLSample_has_DataCollectionPlan hp
 WHERE hp.blSampleId IN (:blSampleIds);

-- part: plans_linked(blSampleIds)
-- The plans of samples, in the family that keeps no order.
SELECT hd.blSampleId,
       hd.diffractionPlanId,
       NULL AS planOrder
  FROM BLSample_has_DiffractionPlan hd
 WHERE hd.blSampleId IN (:blSampleIds);

-- part: presets_of_proposal()
-- Plans that a proposal keeps to take others from.
SELECT NULL AS blSampleId,
       dp.diffractionPlanId,
       NULL AS planOrder
  FROM Proposal p
  JOIN DiffractionPlan dp ON dp.presetForProposalId = p.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: parts_of_plans(diffractionPlanIds)
-- What is scanned, and the detectors to use with what is to be set for each.
SELECT pt.part,
       pt.diffractionPlanId,
       pt.scanParametersServiceId,
       pt.service,
       pt.sequenceNumber,
       pt.start,
       pt.stop,
       pt.step,
       pt.array,
       pt.duration,
       pt.detectorId,
       pt.exposureTime,
       pt.distance,
       pt.roll
  FROM (SELECT 'scans' AS part,
               sp.scanParametersModelId AS partId,
               sp.dataCollectionPlanId AS diffractionPlanId,
               sp.scanParametersServiceId,
               sv.name AS service,
               COALESCE(sp.sequenceNumber, sp.modelNumber) AS sequenceNumber,
               sp.start,
               sp.stop,
               sp.step,
               sp.array,
               sp.duration,
               NULL AS detectorId,
               NULL AS exposureTime,
               NULL AS distance,
               NULL AS roll
          FROM ScanParametersModel sp
          LEFT JOIN ScanParametersService sv ON sv.scanParametersServiceId = sp.scanParametersServiceId
         WHERE sp.dataCollectionPlanId IN (:diffractionPlanIds)
         /*union*/) pt
 ORDER BY pt.diffractionPlanId, pt.part, pt.partId;

-- part: detectors_of_plans(diffractionPlanIds)
-- Detectors, as further parts.
SELECT 'detectors',
       hd.detectorId,
       hd.dataCollectionPlanId,
       NULL,
       NULL,
       NULL,
       NULL,
       NULL,
       NULL,
       NULL,
       NULL,
       hd.detectorId,
       hd.exposureTime,
       hd.distance,
       hd.roll
  FROM DataCollectionPlan_has_Detector hd
 WHERE hd.dataCollectionPlanId IN (:diffractionPlanIds);

-- part: detectors_of_plans_elsewhere(diffractionPlanIds)
-- The same, of the other family.
SELECT 'detectors',
       pd.detectorId,
       pd.diffractionPlanId,
       NULL,
       NULL,
       NULL,
       NULL,
       NULL,
       NULL,
       NULL,
       NULL,
       pd.detectorId,
       pd.exposureTime,
       pd.distance,
       pd.orientation
  FROM DiffractionPlan_has_Detector pd
 WHERE pd.diffractionPlanId IN (:diffractionPlanIds);
