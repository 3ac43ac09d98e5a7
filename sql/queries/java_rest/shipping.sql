-- name: shipping(proposalId, shippingId)
-- One shipment, with the ids of its addresses.
SELECT sh.shippingId,
       sh.shippingName,
       sh.deliveryAgent_agentName AS deliveryAgentAgentName,
       sh.deliveryAgent_shippingDate AS deliveryAgentShippingDate,
       sh.deliveryAgent_deliveryDate AS deliveryAgentDeliveryDate,
       sh.deliveryAgent_agentCode AS deliveryAgentAgentCode,
       sh.deliveryAgent_flightCode AS deliveryAgentFlightCode,
       sh.shippingStatus,
       sh.bltimeStamp AS timeStamp,
       sh.laboratoryId,
       sh.isStorageShipping,
       sh.creationDate,
       sh.comments,
       sh.returnCourier,
       sh.dateOfShippingToUser,
       sh.shippingType,
       sh.sendingLabContactId,
       sh.returnLabContactId
  FROM Shipping sh
  JOIN Proposal p ON p.proposalId = sh.proposalId
  /*visible*/
 WHERE sh.proposalId = :proposalId
   AND sh.shippingId = :shippingId;

-- name: dewars_of_shipping(shippingId)
-- The dewars of a shipment, with the id of the session for which each was sent.
SELECT dw.dewarId,
       dw.code,
       dw.comments,
       dw.storageLocation,
       dw.dewarStatus,
       dw.bltimeStamp AS timeStamp,
       dw.isStorageDewar,
       dw.barCode,
       dw.customsValue,
       dw.transportValue,
       dw.trackingNumberToSynchrotron,
       dw.trackingNumberFromSynchrotron,
       dw.facilityCode,
       dw.type,
       dw.isReimbursed,
       dw.firstExperimentId
  FROM Dewar dw
 WHERE dw.shippingId = :shippingId
 ORDER BY dw.dewarId;

-- name: containers_of_shipping(shippingId)
-- The containers in the dewars of a shipment.
SELECT co.containerId,
       co.code,
       co.containerType,
       co.capacity,
       co.beamlineLocation,
       co.sampleChangerLocation,
       co.containerStatus,
       co.barcode,
       co.dewarId
  FROM Dewar dw
  JOIN Container co ON co.dewarId = dw.dewarId
 WHERE dw.shippingId = :shippingId
 ORDER BY co.containerId;

-- name: container(proposalId, containerId)
-- One container.
SELECT co.containerId,
       co.code,
       co.containerType,
       co.capacity,
       co.beamlineLocation,
       co.sampleChangerLocation,
       co.containerStatus,
       co.barcode,
       co.dewarId,
       dw.shippingId
  FROM Container co
  JOIN Dewar dw ON dw.dewarId = co.dewarId
  JOIN Shipping sh ON sh.shippingId = dw.shippingId
  JOIN Proposal p ON p.proposalId = sh.proposalId
  /*visible*/
 WHERE sh.proposalId = :proposalId
   AND co.containerId = :containerId;

-- name: samples_of_containers(containers)
-- The samples in some containers, each with its plan, its crystal form and its protein.
SELECT sa.blSampleId,
       sa.name,
       sa.code,
       sa.location,
       sa.holderLength,
       sa.loopLength,
       sa.loopType,
       sa.wireWidth,
       sa.comments,
       sa.completionStage,
       sa.structureStage,
       sa.publicationStage,
       sa.publicationComments,
       sa.blSampleStatus,
       sa.isInSampleChanger,
       sa.lastKnownCenteringPosition,
       sa.lastImageURL,
       sa.SMILES AS smiles,
       sa.containerId,
       dp.diffractionPlanId AS diffractionPlanVO__diffractionPlanId,
       dp.experimentKind AS diffractionPlanVO__experimentKind,
       dp.observedResolution AS diffractionPlanVO__observedResolution,
       dp.radiationSensitivity AS diffractionPlanVO__radiationSensitivity,
       dp.preferredBeamDiameter AS diffractionPlanVO__preferredBeamDiameter,
       dp.comments AS diffractionPlanVO__comments,
       dp.aimedCompleteness AS diffractionPlanVO__aimedCompleteness,
       dp.aimedMultiplicity AS diffractionPlanVO__aimedMultiplicity,
       dp.aimedResolution AS diffractionPlanVO__aimedResolution,
       dp.forcedSpaceGroup AS diffractionPlanVO__forcedSpaceGroup,
       dp.requiredResolution AS diffractionPlanVO__requiredResolution,
       dp.numberOfPositions AS diffractionPlanVO__numberOfPositions,
       dp.minOscWidth AS diffractionPlanVO__minOscWidth,
       dp.axisRange AS diffractionPlanVO__axisRange,
       dp.minimalResolution AS diffractionPlanVO__minimalResolution,
       dp.exposureTime AS diffractionPlanVO__exposureTime,
       dp.oscillationRange AS diffractionPlanVO__oscillationRange,
       dp.maximalResolution AS diffractionPlanVO__maximalResolution,
       dp.screeningResolution AS diffractionPlanVO__screeningResolution,
       dp.anomalousScatterer AS diffractionPlanVO__anomalousScatterer,
       dp.preferredBeamSizeX AS diffractionPlanVO__preferredBeamSizeX,
       dp.preferredBeamSizeY AS diffractionPlanVO__preferredBeamSizeY,
       dp.aimedIOverSigmaAtHighestRes AS diffractionPlanVO__aimedIOverSigmaAtHighestRes,
       dp.anomalousData AS diffractionPlanVO__anomalousData,
       dp.complexity AS diffractionPlanVO__complexity,
       dp.estimateRadiationDamage AS diffractionPlanVO__estimateRadiationDamage,
       dp.requiredCompleteness AS diffractionPlanVO__requiredCompleteness,
       dp.requiredMultiplicity AS diffractionPlanVO__requiredMultiplicity,
       dp.strategyOption AS diffractionPlanVO__strategyOption,
       dp.kappaStrategyOption AS diffractionPlanVO__kappaStrategyOption,
       dp.minDimAccrossSpindleAxis AS diffractionPlanVO__minDimAccrossSpindleAxis,
       dp.maxDimAccrossSpindleAxis AS diffractionPlanVO__maxDimAccrossSpindleAxis,
       dp.radiationSensitivityBeta AS diffractionPlanVO__radiationSensitivityBeta,
       dp.radiationSensitivityGamma AS diffractionPlanVO__radiationSensitivityGamma,
       cr.crystalId AS crystalVO__crystalId,
       cr.name AS crystalVO__name,
       cr.spaceGroup AS crystalVO__spaceGroup,
       cr.morphology AS crystalVO__morphology,
       cr.color AS crystalVO__color,
       cr.size_X AS crystalVO__sizeX,
       cr.size_Y AS crystalVO__sizeY,
       cr.size_Z AS crystalVO__sizeZ,
       cr.cell_a AS crystalVO__cellA,
       cr.cell_b AS crystalVO__cellB,
       cr.cell_c AS crystalVO__cellC,
       cr.cell_alpha AS crystalVO__cellAlpha,
       cr.cell_beta AS crystalVO__cellBeta,
       cr.cell_gamma AS crystalVO__cellGamma,
       cr.comments AS crystalVO__comments,
       cr.pdbFileName AS crystalVO__pdbFileName,
       cr.pdbFilePath AS crystalVO__pdbFilePath,
       pr.proteinId AS crystalVO__proteinVO__proteinId,
       pr.name AS crystalVO__proteinVO__name,
       pr.acronym AS crystalVO__proteinVO__acronym,
       pr.safetyLevel AS crystalVO__proteinVO__safetyLevel,
       pr.molecularMass AS crystalVO__proteinVO__molecularMass,
       pr.proteinType AS crystalVO__proteinVO__proteinType,
       pr.sequence AS crystalVO__proteinVO__sequence,
       pr.personId AS crystalVO__proteinVO__personId,
       pr.bltimeStamp AS crystalVO__proteinVO__timeStamp,
       pr.isCreatedBySampleSheet AS crystalVO__proteinVO__isCreatedBySampleSheet,
       NULLIF(HEX(pr.externalId), '') AS crystalVO__proteinVO__externalId
  FROM BLSample sa
  LEFT JOIN DiffractionPlan dp ON dp.diffractionPlanId = sa.diffractionPlanId
  LEFT JOIN Crystal cr ON cr.crystalId = sa.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE sa.containerId IN (:containers)
 ORDER BY sa.containerId, sa.blSampleId;

-- name: sessions_of_shipping(shippingId)
-- The sessions for which a shipment is.
SELECT se.sessionId,
       se.expSessionPk,
       se.projectCode,
       se.startDate,
       se.endDate,
       se.beamLineName AS beamlineName,
       se.scheduled,
       se.nbShifts,
       se.comments,
       se.beamLineOperator AS beamlineOperator,
       se.usedFlag,
       se.sessionTitle,
       se.structureDeterminations,
       se.dewarTransport,
       se.databackupFrance,
       se.databackupEurope,
       se.visit_number,
       se.operatorSiteNumber,
       se.bltimeStamp AS timeStamp,
       se.lastUpdate,
       se.protectedData,
       NULLIF(HEX(se.externalId), '') AS externalId,
       se.nbReimbDewars,
       p.proposalId AS proposalVO__proposalId,
       p.title AS proposalVO__title,
       p.proposalCode AS proposalVO__code,
       p.proposalNumber AS proposalVO__number,
       p.proposalType AS proposalVO__type,
       NULLIF(HEX(p.externalId), '') AS proposalVO__externalId,
       p.bltimeStamp AS proposalVO__timeStamp
  FROM ShippingHasSession hs
  JOIN BLSession se ON se.sessionId = hs.sessionId
  JOIN Proposal p ON p.proposalId = se.proposalId
 WHERE hs.shippingId = :shippingId
 ORDER BY se.sessionId;

-- name: sessions_of_dewars(sessions)
-- The sessions for which dewars were sent.
SELECT se.sessionId,
       se.expSessionPk,
       se.projectCode,
       se.startDate,
       se.endDate,
       se.beamLineName AS beamlineName,
       se.scheduled,
       se.nbShifts,
       se.comments,
       se.beamLineOperator AS beamlineOperator,
       se.usedFlag,
       se.sessionTitle,
       se.structureDeterminations,
       se.dewarTransport,
       se.databackupFrance,
       se.databackupEurope,
       se.visit_number,
       se.operatorSiteNumber,
       se.bltimeStamp AS timeStamp,
       se.lastUpdate,
       se.protectedData,
       NULLIF(HEX(se.externalId), '') AS externalId,
       se.nbReimbDewars,
       p.proposalId AS proposalVO__proposalId,
       p.title AS proposalVO__title,
       p.proposalCode AS proposalVO__code,
       p.proposalNumber AS proposalVO__number,
       p.proposalType AS proposalVO__type,
       NULLIF(HEX(p.externalId), '') AS proposalVO__externalId,
       p.bltimeStamp AS proposalVO__timeStamp
  FROM BLSession se
  JOIN Proposal p ON p.proposalId = se.proposalId
 WHERE se.sessionId IN (:sessions);

-- name: forget_sessions_of_shipping(shippingId)
-- A shipment is for no session.
DELETE FROM ShippingHasSession
 WHERE shippingId = :shippingId;

-- name: add_session_of_shipping(shippingId, sessionId)
-- A shipment is for a session.
INSERT INTO ShippingHasSession (shippingId, sessionId)
VALUES (:shippingId, :sessionId);

-- name: samples_in_dewars(proposalId, dewars)
-- The samples in some dewars of a proposal, with where they are.
SELECT sh.shippingName AS shipment,
       dw.dewarId,
       dw.code AS dewar,
       co.code AS container,
       co.sampleChangerLocation AS changer,
       sa.location,
       sa.name,
       sa.code,
       sa.comments,
       cr.spaceGroup,
       pr.acronym
  FROM Dewar dw
  JOIN Shipping sh ON sh.shippingId = dw.shippingId
  JOIN Proposal p ON p.proposalId = sh.proposalId
  JOIN Container co ON co.dewarId = dw.dewarId
  JOIN BLSample sa ON sa.containerId = co.containerId
  LEFT JOIN Crystal cr ON cr.crystalId = sa.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
  /*visible*/
 WHERE sh.proposalId = :proposalId
   AND dw.dewarId IN (:dewars)
 ORDER BY dw.dewarId, co.containerId, sa.blSampleId;

-- name: collections_of_shipping(proposalId, shippingId)
-- The collections of a proposal that were made of the samples in a shipment.
SELECT dc.dataCollectionId,
       dc.dataCollectionNumber,
       dc.startTime,
       dc.endTime,
       dc.runStatus,
       dc.axisStart,
       dc.axisEnd,
       dc.axisRange,
       dc.overlap,
       dc.numberOfImages,
       dc.startImageNumber,
       dc.numberOfPasses,
       dc.exposureTime,
       dc.imageDirectory,
       dc.imagePrefix,
       dc.imageSuffix,
       dc.fileTemplate,
       dc.wavelength,
       dc.resolution,
       dc.detectorDistance,
       dc.xBeam AS xbeam,
       dc.yBeam AS ybeam,
       dc.xBeamPix AS xbeamPix,
       dc.yBeamPix AS ybeamPix,
       dc.comments,
       dc.printableForReport,
       dc.slitGapVertical,
       dc.slitGapHorizontal,
       dc.transmission,
       dc.synchrotronMode,
       dc.xtalSnapshotFullPath1,
       dc.xtalSnapshotFullPath2,
       dc.xtalSnapshotFullPath3,
       dc.xtalSnapshotFullPath4,
       dc.rotationAxis,
       dc.phiStart,
       dc.kappaStart,
       dc.omegaStart,
       dc.resolutionAtCorner,
       dc.detector2Theta AS detector2theta,
       dc.undulatorGap1,
       dc.undulatorGap2,
       dc.undulatorGap3,
       dc.beamSizeAtSampleX,
       dc.beamSizeAtSampleY,
       dc.centeringMethod,
       dc.averageTemperature,
       dc.actualCenteringPosition,
       dc.beamShape,
       dc.flux,
       dc.flux_end,
       dc.totalAbsorbedDose,
       dc.bestWilsonPlotPath,
       dc.imageQualityIndicatorsPlotPath,
       dc.imageQualityIndicatorsCSVPath,
       dc.magnification,
       dc.voltage
  FROM Dewar dw
  JOIN Container co ON co.dewarId = dw.dewarId
  JOIN BLSample sm ON sm.containerId = co.containerId
  JOIN DataCollectionGroup g ON g.blSampleId = sm.blSampleId
  JOIN BLSession s ON s.sessionId = g.sessionId
  JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId
  /*visible*/
 WHERE dw.shippingId = :shippingId
   AND s.proposalId = :proposalId
 ORDER BY dc.dataCollectionId;
