-- name: list_samples()
-- Samples of visible proposals, with what was done with them; which ones is settled first, so that only this page's
-- rows are read whole and counted for.  A sample is named by a data collection or by its group.
SELECT sm.blSampleId,
       sm.name,
       sm.code,
       sm.location,
       sm.subLocation,
       sm.containerId,
       sm.crystalId,
       sm.diffractionPlanId,
       sm.blSampleStatus,
       sm.isInSampleChanger,
       sm.comments,
       sm.staffComments,
       sm.holderLength,
       sm.loopLength,
       sm.loopType,
       sm.wireWidth,
       sm.volume,
       sm.dimension1,
       sm.dimension2,
       sm.dimension3,
       sm.shape,
       sm.packingFraction,
       sm.support,
       sm.preparationTemeprature,
       sm.preparationHumidity,
       sm.blottingTime,
       sm.blottingForce,
       sm.blottingDrainTime,
       sm.SMILES,
       sm.completionStage,
       sm.structureStage,
       sm.publicationStage,
       sm.publicationComments,
       sm.lastKnownCenteringPosition,
       sm.lastImageURL,
       sm.source,
       sm.recordTimeStamp,
       (SELECT GROUP_CONCAT(JSON_OBJECT('id', sx.sampleCompositionId,
                                        'abundance', sx.abundance,
                                        'ratio', sx.ratio,
                                        'ph', sx.ph,
                                        'componentId', sp.componentId,
                                        'name', sp.name,
                                        'composition', sp.composition,
                                        'componentTypeId', st.componentTypeId,
                                        'type', st.name,
                                        'concentrationTypeId', sk.concentrationTypeId,
                                        'concentration', sk.name,
                                        'symbol', sk.symbol))
          FROM SampleComposition sx
          JOIN Component sp ON sp.componentId = sx.componentId
          JOIN ComponentType st ON st.componentTypeId = sp.componentTypeId
          LEFT JOIN ConcentrationType sk ON sk.concentrationTypeId = sx.concentrationTypeId
         WHERE sx.blSampleId = sm.blSampleId) AS sample_compositions,
       cr.crystalId AS _Crystal__crystalId,
       cr.proteinId AS _Crystal__proteinId,
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
       cr.morphology AS _Crystal__morphology,
       cr.color AS _Crystal__color,
       cr.comments AS _Crystal__comments,
       cr.pdbFileName AS _Crystal__pdbFileName,
       cr.pdbFilePath AS _Crystal__pdbFilePath,
       cr.spaceGroup AS _Crystal__space_group,
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
         WHERE mx.crystalId = cr.crystalId) AS _Crystal__crystal_compositions,
       pr.proteinId AS _Crystal___Protein__proteinId,
       CONCAT(pr.proposalId, '') AS _Crystal___Protein__proposalId,
       pr.name AS _Crystal___Protein__name,
       pr.acronym AS _Crystal___Protein__acronym,
       pr.safetyLevel AS _Crystal___Protein__safetyLevel,
       co.containerId AS _Container__containerId,
       co.code AS _Container__code,
       co.barcode AS _Container__barcode,
       co.containerType AS _Container__containerType,
       co.containerStatus AS _Container__containerStatus,
       co.beamlineLocation AS _Container__beamlineLocation,
       co.sampleChangerLocation AS _Container__sampleChangerLocation,
       co.dewarId AS _Container__dewarId,
       dp.diffractionPlanId AS _DiffractionPlan__diffractionPlanId,
       dp.name AS _DiffractionPlan__name,
       dp.experimentKind AS _DiffractionPlan__experimentKind,
       dp.collectionMode AS _DiffractionPlan__collectionMode,
       dp.priority AS _DiffractionPlan__priority,
       dp.observedResolution AS _DiffractionPlan__observedResolution,
       dp.minimalResolution AS _DiffractionPlan__minimalResolution,
       dp.maximalResolution AS _DiffractionPlan__maximalResolution,
       dp.screeningResolution AS _DiffractionPlan__screeningResolution,
       dp.requiredResolution AS _DiffractionPlan__requiredResolution,
       dp.aimedResolution AS _DiffractionPlan__aimedResolution,
       dp.requiredCompleteness AS _DiffractionPlan__requiredCompleteness,
       dp.aimedCompleteness AS _DiffractionPlan__aimedCompleteness,
       dp.requiredMultiplicity AS _DiffractionPlan__requiredMultiplicity,
       dp.aimedMultiplicity AS _DiffractionPlan__aimedMultiplicity,
       dp.aimedIOverSigmaAtHighestRes AS _DiffractionPlan__aimedIOverSigmaAtHighestRes,
       dp.exposureTime AS _DiffractionPlan__exposureTime,
       dp.oscillationRange AS _DiffractionPlan__oscillationRange,
       dp.minOscWidth AS _DiffractionPlan__minOscWidth,
       dp.axisStart AS _DiffractionPlan__axisStart,
       dp.axisRange AS _DiffractionPlan__axisRange,
       dp.kappaStart AS _DiffractionPlan__kappaStart,
       dp.numberOfImages AS _DiffractionPlan__numberOfImages,
       dp.numberOfPositions AS _DiffractionPlan__numberOfPositions,
       dp.energy AS _DiffractionPlan__energy,
       dp.transmission AS _DiffractionPlan__transmission,
       dp.preferredBeamSizeX AS _DiffractionPlan__preferredBeamSizeX,
       dp.preferredBeamSizeY AS _DiffractionPlan__preferredBeamSizeY,
       dp.preferredBeamDiameter AS _DiffractionPlan__preferredBeamDiameter,
       dp.detectorId AS _DiffractionPlan__detectorId,
       dp.distance AS _DiffractionPlan__distance,
       dp.orientation AS _DiffractionPlan__orientation,
       dp.monochromator AS _DiffractionPlan__monochromator,
       dp.monoBandwidth AS _DiffractionPlan__monoBandwidth,
       dp.boxSizeX AS _DiffractionPlan__boxSizeX,
       dp.boxSizeY AS _DiffractionPlan__boxSizeY,
       dp.radiationSensitivity AS _DiffractionPlan__radiationSensitivity,
       dp.radiationSensitivityBeta AS _DiffractionPlan__radiationSensitivityBeta,
       dp.radiationSensitivityGamma AS _DiffractionPlan__radiationSensitivityGamma,
       dp.estimateRadiationDamage AS _DiffractionPlan__estimateRadiationDamage,
       dp.minDimAccrossSpindleAxis AS _DiffractionPlan__minDimAccrossSpindleAxis,
       dp.maxDimAccrossSpindleAxis AS _DiffractionPlan__maxDimAccrossSpindleAxis,
       dp.anomalousData AS _DiffractionPlan__anomalousData,
       dp.anomalousScatterer AS _DiffractionPlan__anomalousScatterer,
       dp.forcedSpaceGroup AS _DiffractionPlan__forcedSpaceGroup,
       dp.complexity AS _DiffractionPlan__complexity,
       dp.strategyOption AS _DiffractionPlan__strategyOption,
       dp.kappaStrategyOption AS _DiffractionPlan__kappaStrategyOption,
       dp.centringMethod AS _DiffractionPlan__centringMethod,
       dp.robotPlateTemperature AS _DiffractionPlan__robotPlateTemperature,
       dp.exposureTemperature AS _DiffractionPlan__exposureTemperature,
       dp.qMin AS _DiffractionPlan__qMin,
       dp.qMax AS _DiffractionPlan__qMax,
       dp.scanParameters AS _DiffractionPlan__scanParameters,
       dp.beamLineName AS _DiffractionPlan__beamLineName,
       dp.userPath AS _DiffractionPlan__userPath,
       dp.comments AS _DiffractionPlan__comments,
       dp.recordTimeStamp AS _DiffractionPlan__recordTimeStamp,
       p.proposalId AS _metadata__proposalId,
       CONCAT(p.proposalCode, p.proposalNumber) AS _metadata__proposal,
       (SELECT COUNT(*)
          FROM BLSubSample mb
         WHERE mb.blSampleId = sm.blSampleId) AS _metadata__subsamples,
       (SELECT COUNT(*)
          FROM DataCollectionGroup mg
          JOIN DataCollection m ON m.dataCollectionGroupId = mg.dataCollectionGroupId
          /*visible_sessions*/
         WHERE mg.blSampleId = sm.blSampleId)
       + (SELECT COUNT(*)
            FROM DataCollection m
            LEFT JOIN DataCollectionGroup mg ON mg.dataCollectionGroupId = m.dataCollectionGroupId
            /*visible_sessions*/
           WHERE m.blSampleId = sm.blSampleId
             AND (mg.blSampleId IS NULL OR mg.blSampleId <> m.blSampleId)) AS _metadata__datacollections,
       CONCAT_WS(',', (SELECT GROUP_CONCAT(DISTINCT mg.experimentType)
                         FROM DataCollectionGroup mg
                         /*visible_sessions*/
                        WHERE mg.blSampleId = sm.blSampleId),
                      (SELECT GROUP_CONCAT(DISTINCT mg.experimentType)
                         FROM DataCollection m
                         JOIN DataCollectionGroup mg ON mg.dataCollectionGroupId = m.dataCollectionGroupId
                         /*visible_sessions*/
                        WHERE m.blSampleId = sm.blSampleId)) AS _metadata__types,
       (SELECT COUNT(*)
          FROM DataCollectionGroup mg
          JOIN Screening sc ON sc.dataCollectionGroupId = mg.dataCollectionGroupId
          JOIN ScreeningOutput so ON so.screeningId = sc.screeningId
          /*visible_sessions*/
         WHERE mg.blSampleId = sm.blSampleId
           AND so.strategySuccess = 1)
       + (SELECT COUNT(DISTINCT so.screeningOutputId)
            FROM DataCollection m
            JOIN DataCollectionGroup mg ON mg.dataCollectionGroupId = m.dataCollectionGroupId
            JOIN Screening sc ON sc.dataCollectionGroupId = mg.dataCollectionGroupId
            JOIN ScreeningOutput so ON so.screeningId = sc.screeningId
            /*visible_sessions*/
           WHERE m.blSampleId = sm.blSampleId
             AND (mg.blSampleId IS NULL OR mg.blSampleId <> m.blSampleId)
             AND so.strategySuccess = 1) AS _metadata__strategies,
       (SELECT COUNT(*)
          FROM DataCollectionGroup mg
          JOIN DataCollection m ON m.dataCollectionGroupId = mg.dataCollectionGroupId
          JOIN AutoProcIntegration ai ON ai.dataCollectionId = m.dataCollectionId
          /*visible_sessions*/
         WHERE mg.blSampleId = sm.blSampleId)
       + (SELECT COUNT(*)
            FROM DataCollection m
            JOIN AutoProcIntegration ai ON ai.dataCollectionId = m.dataCollectionId
            LEFT JOIN DataCollectionGroup mg ON mg.dataCollectionGroupId = m.dataCollectionGroupId
            /*visible_sessions*/
           WHERE m.blSampleId = sm.blSampleId
             AND (mg.blSampleId IS NULL OR mg.blSampleId <> m.blSampleId)) AS _metadata__autoIntegrations,
       (SELECT MIN(ss.resolutionLimitHigh)
          FROM DataCollectionGroup mg
          JOIN DataCollection m ON m.dataCollectionGroupId = mg.dataCollectionGroupId
          JOIN AutoProcIntegration ai ON ai.dataCollectionId = m.dataCollectionId
          JOIN AutoProcScaling_has_Int si ON si.autoProcIntegrationId = ai.autoProcIntegrationId
          JOIN AutoProcScalingStatistics ss ON ss.autoProcScalingId = si.autoProcScalingId
          /*visible_sessions*/
         WHERE mg.blSampleId = sm.blSampleId) AS _metadata__integratedResolution,
       (SELECT MIN(ss.resolutionLimitHigh)
          FROM DataCollection m
          JOIN AutoProcIntegration ai ON ai.dataCollectionId = m.dataCollectionId
          JOIN AutoProcScaling_has_Int si ON si.autoProcIntegrationId = ai.autoProcIntegrationId
          JOIN AutoProcScalingStatistics ss ON ss.autoProcScalingId = si.autoProcScalingId
          LEFT JOIN DataCollectionGroup mg ON mg.dataCollectionGroupId = m.dataCollectionGroupId
          /*visible_sessions*/
         WHERE m.blSampleId = sm.blSampleId) AS _metadata__otherResolution,
       -- Outer joins: else MariaDB goes through every queue for each sample, where few positions were ever queued.
       sm.blSampleId IN (SELECT qs.blSampleId
                             FROM BLSubSample qs
                             LEFT JOIN ContainerQueueSample qi ON qi.blSubSampleId = qs.blSubSampleId
                             LEFT JOIN ContainerQueue qu ON qu.containerQueueId = qi.containerQueueId
                            WHERE COALESCE(qu.containerQueueId, 0) > 0
                              AND qu.completedTimeStamp IS NULL
                              AND qs.blSampleId = sm.blSampleId
                           /*union_queued*/) AS _metadata__queued
  FROM (SELECT sm.blSampleId
          FROM BLSample sm
          LEFT JOIN Container co ON co.containerId = sm.containerId
          LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
          LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
          LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
          LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
          LEFT JOIN Proposal p ON p.proposalId = COALESCE(sh.proposalId, pr.proposalId)
          /*visible*/
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN BLSample sm ON sm.blSampleId = chosen.blSampleId  -- noqa: AL04
  LEFT JOIN Container co ON co.containerId = sm.containerId  -- noqa: AL04
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId  -- noqa: AL04
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId  -- noqa: AL04
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId  -- noqa: AL04
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId  -- noqa: AL04
  LEFT JOIN Proposal p ON p.proposalId = COALESCE(sh.proposalId, pr.proposalId)  -- noqa: AL04
  LEFT JOIN DiffractionPlan dp ON dp.diffractionPlanId = COALESCE(sm.diffractionPlanId, cr.diffractionPlanId)
 /*order*/;

-- name: count_samples()
-- How many samples the same conditions leave.
SELECT COUNT(*) AS total
  FROM BLSample sm
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
  LEFT JOIN Proposal p ON p.proposalId = COALESCE(sh.proposalId, pr.proposalId)
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- part: samples_of_proposals()
-- Samples of some proposals.  Whose a sample is says the shipment that its container came with; where there is none,
-- its protein.
SELECT vs.blSampleId
  FROM Proposal p
  JOIN Shipping vh ON vh.proposalId = p.proposalId
  JOIN Dewar vd ON vd.shippingId = vh.shippingId
  JOIN Container vc ON vc.dewarId = vd.dewarId
  JOIN BLSample vs ON vs.containerId = vc.containerId
  /*visible*/
 WHERE 1 = 1 /*where*/
 UNION ALL
SELECT vs.blSampleId
  FROM Proposal p
  JOIN Protein vp ON vp.proposalId = p.proposalId
  JOIN Crystal vx ON vx.proteinId = vp.proteinId
  JOIN BLSample vs ON vs.crystalId = vx.crystalId
  LEFT JOIN Container vc ON vc.containerId = vs.containerId
  LEFT JOIN Dewar vd ON vd.dewarId = vc.dewarId
  LEFT JOIN Shipping vh ON vh.shippingId = vd.shippingId
  /*visible*/
 WHERE vh.shippingId IS NULL /*where*/;

-- part: queued_samples()
-- Samples that wait in a queue themselves, not by a position on them.
SELECT qi.blSampleId
  FROM ContainerQueue qu
  JOIN ContainerQueueSample qi ON qi.containerQueueId = qu.containerQueueId
 WHERE qu.completedTimeStamp IS NULL
   AND qi.blSampleId IS NOT NULL;

-- part: samples_collected()
-- Samples of which data were collected.
SELECT mg.blSampleId
  FROM DataCollectionGroup mg
  JOIN DataCollection m ON m.dataCollectionGroupId = mg.dataCollectionGroupId
  /*visible_sessions*/
 UNION
SELECT m.blSampleId
  FROM DataCollection m
  LEFT JOIN DataCollectionGroup mg ON mg.dataCollectionGroupId = m.dataCollectionGroupId
  /*visible_sessions*/;

-- part: samples_with_strategy()
-- Samples for which a strategy was found.
SELECT mg.blSampleId
  FROM DataCollectionGroup mg
  JOIN Screening sc ON sc.dataCollectionGroupId = mg.dataCollectionGroupId
  JOIN ScreeningOutput so ON so.screeningId = sc.screeningId
  /*visible_sessions*/
 WHERE so.strategySuccess = 1
 UNION
SELECT m.blSampleId
  FROM DataCollection m
  JOIN DataCollectionGroup mg ON mg.dataCollectionGroupId = m.dataCollectionGroupId
  JOIN Screening sc ON sc.dataCollectionGroupId = mg.dataCollectionGroupId
  JOIN ScreeningOutput so ON so.screeningId = sc.screeningId
  /*visible_sessions*/
 WHERE so.strategySuccess = 1;

-- part: samples_integrated()
-- Samples of which images were integrated.
SELECT mg.blSampleId
  FROM DataCollectionGroup mg
  JOIN DataCollection m ON m.dataCollectionGroupId = mg.dataCollectionGroupId
  JOIN AutoProcIntegration ai ON ai.dataCollectionId = m.dataCollectionId
  /*visible_sessions*/
 UNION
SELECT m.blSampleId
  FROM DataCollection m
  JOIN AutoProcIntegration ai ON ai.dataCollectionId = m.dataCollectionId
  LEFT JOIN DataCollectionGroup mg ON mg.dataCollectionGroupId = m.dataCollectionGroupId
  /*visible_sessions*/;

-- part: samples_granted(g_person)
-- Samples that were shared with a person, one by one, by the proposal they still belong to.
SELECT vs.blSampleId
  FROM api_grant gr
  JOIN Proposal p ON p.proposalId = gr.proposalId
  JOIN BLSample vs ON vs.blSampleId = gr.blSampleId
  LEFT JOIN Container vc ON vc.containerId = vs.containerId
  LEFT JOIN Dewar vd ON vd.dewarId = vc.dewarId
  LEFT JOIN Shipping vh ON vh.shippingId = vd.shippingId
  LEFT JOIN Crystal vx ON vx.crystalId = vs.crystalId
  LEFT JOIN Protein vp ON vp.proteinId = vx.proteinId
 WHERE gr.personId = :g_person
   AND gr.proposalId = COALESCE(vh.proposalId, vp.proposalId) /*where*/;
