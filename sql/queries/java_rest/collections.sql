-- name: groups_of_sessions(proposalId, sessions)
-- Groups of some sessions of a proposal, each with its last collection; front ends show none that has no collection.
SELECT g.dataCollectionGroupId,
       MAX(dc.dataCollectionId) AS dataCollectionId
  FROM BLSession s
  JOIN DataCollectionGroup g ON g.sessionId = s.sessionId
  JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId
  /*visible*/
 WHERE s.sessionId IN (:sessions)
   AND s.proposalId = :proposalId
 GROUP BY g.dataCollectionGroupId;

-- name: groups_of_collections(proposalId, collections)
-- Some collections of a proposal, each with its group.
SELECT g.dataCollectionGroupId,
       dc.dataCollectionId
  FROM DataCollection dc
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  /*visible*/
 WHERE dc.dataCollectionId IN (:collections)
   AND s.proposalId = :proposalId;

-- name: groups_of_sample(proposalId, blSampleId)
-- Groups of a sample, each with its last collection.
SELECT g.dataCollectionGroupId,
       MAX(dc.dataCollectionId) AS dataCollectionId
  FROM DataCollectionGroup g
  JOIN BLSession s ON s.sessionId = g.sessionId
  JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId
  /*visible*/
 WHERE g.blSampleId = :blSampleId
   AND s.proposalId = :proposalId
 GROUP BY g.dataCollectionGroupId;

-- name: groups_of_proteins(proposalId, acronyms)
-- Groups of the samples of some of a proposal's proteins, each with its last collection.
SELECT g.dataCollectionGroupId,
       MAX(dc.dataCollectionId) AS dataCollectionId
  FROM Protein pr
  JOIN Crystal cr ON cr.proteinId = pr.proteinId
  JOIN BLSample sm ON sm.crystalId = cr.crystalId
  JOIN DataCollectionGroup g ON g.blSampleId = sm.blSampleId
  JOIN BLSession s ON s.sessionId = g.sessionId
  JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId
  /*visible*/
 WHERE pr.proposalId = :proposalId
   AND pr.acronym IN (:acronyms)
   AND s.proposalId = :proposalId
 GROUP BY g.dataCollectionGroupId;

-- name: group_summaries(groups, shown)
-- Groups that were found to be visible, each with one of its collections; the newest first.
SELECT g.dataCollectionGroupId AS DataCollectionGroup_dataCollectionGroupId,
       g.workflowId AS DataCollectionGroup_workflowId,
       g.experimentType AS DataCollectionGroup_experimentType,
       g.startTime AS DataCollectionGroup_startTime,
       g.endTime AS DataCollectionGroup_endTime,
       g.comments AS DataCollectionGroup_comments,
       sm.blSampleId AS BLSample_blSampleId,
       sm.crystalId AS BLSample_crystalId,
       sm.name AS BLSample_name,
       sm.location AS BLSample_location,
       sm.comments AS BLSample_comments,
       ct.containerId AS Container_containerId,
       s.sessionId AS BLSession_sessionId,
       dw.dewarId AS Dewar_dewarId,
       dw.code AS Dewar_code,
       ct.containerType AS Container_containerType,
       ct.code AS Container_code,
       ct.capacity AS Container_capacity,
       ct.beamlineLocation AS Container_beamlineLocation,
       ct.sampleChangerLocation AS Container_sampleChangerLocation,
       pr.proteinId AS Protein_proteinId,
       pr.name AS Protein_name,
       pr.acronym AS Protein_acronym,
       dc.dataCollectionId AS DataCollection_dataCollectionId,
       dc.dataCollectionGroupId AS DataCollection_dataCollectionGroupId,
       dc.runStatus AS DataCollection_runStatus,
       dc.numberOfImages AS DataCollection_numberOfImages,
       dc.startImageNumber AS DataCollection_startImageNumber,
       dc.numberOfPasses AS DataCollection_numberOfPasses,
       dc.exposureTime AS DataCollection_exposureTime,
       dc.imageDirectory AS DataCollection_imageDirectory,
       dc.wavelength AS DataCollection_wavelength,
       dc.resolution AS DataCollection_resolution,
       dc.detectorDistance AS DataCollection_detectorDistance,
       dc.xBeam AS DataCollection_xBeam,
       dc.transmission,
       dc.yBeam AS DataCollection_yBeam,
       dc.imagePrefix AS DataCollection_imagePrefix,
       dc.xtalSnapshotFullPath2 AS DataCollection_xtalSnapshotFullPath2,
       dc.xtalSnapshotFullPath3 AS DataCollection_xtalSnapshotFullPath3,
       dc.xtalSnapshotFullPath4 AS DataCollection_xtalSnapshotFullPath4,
       dc.phiStart AS DataCollection_phiStart,
       dc.kappaStart AS DataCollection_kappaStart,
       dc.flux AS DataCollection_flux,
       dc.flux_end AS DataCollection_flux_end,
       dc.resolutionAtCorner AS DataCollection_resolutionAtCorner,
       dc.bestWilsonPlotPath AS DataCollection_bestWilsonPlotPath,
       dc.dataCollectionNumber AS DataCollection_dataCollectionNumber,
       dc.axisRange AS DataCollection_axisRange,
       dc.axisStart AS DataCollection_axisStart,
       dc.axisEnd AS DataCollection_axisEnd,
       dc.rotationAxis AS DataCollection_rotationAxis,
       dc.undulatorGap1 AS DataCollection_undulatorGap1,
       dc.undulatorGap2 AS DataCollection_undulatorGap2,
       dc.undulatorGap3 AS DataCollection_undulatorGap3,
       dc.beamSizeAtSampleX,
       dc.beamSizeAtSampleY,
       dc.slitGapVertical AS DataCollection_slitGapVertical,
       dc.slitGapHorizontal AS DataCollection_slitGapHorizontal,
       dc.beamShape AS DataCollection_beamShape,
       dc.voltage AS DataCollection_voltage,
       dc.xBeamPix AS DataCollection_xBeamPix,
       wf.workflowType AS Workflow_workflowType,
       wf.status AS Workflow_status,
       wf.workflowId AS Workflow_workflowId,
       sh.shippingId AS Shipping_shippingId,
       sh.shippingName AS Shipping_shippingName,
       sh.shippingStatus AS Shipping_shippingStatus,
       dp.experimentKind,
       dp.observedResolution,
       dp.minimalResolution,
       dp.exposureTime,
       dp.maximalResolution,
       dp.screeningResolution,
       dp.radiationSensitivity,
       dp.anomalousScatterer,
       dp.preferredBeamSizeX,
       dp.preferredBeamSizeY,
       dp.preferredBeamDiameter,
       dp.aimedCompleteness,
       dp.aimedMultiplicity,
       dp.aimedResolution,
       dp.forcedSpaceGroup,
       dp.requiredResolution,
       dp.numberOfPositions,
       dp.minOscWidth,
       det.detectorType AS Detector_detectorType,
       det.detectorManufacturer AS Detector_detectorManufacturer,
       det.detectorModel AS Detector_detectorModel,
       det.detectorPixelSizeHorizontal AS Detector_detectorPixelSizeHorizontal,
       det.detectorPixelSizeVertical AS Detector_detectorPixelSizeVertical,
       det.detectorMode AS Detector_detectorMode,
       bls.undulatorType1 AS BeamLineSetup_undulatorType1,
       bls.undulatorType2 AS BeamLineSetup_undulatorType2,
       bls.undulatorType3 AS BeamLineSetup_undulatorType3,
       bls.synchrotronName AS BeamLineSetup_synchrotronName,
       bls.synchrotronMode AS BeamLineSetup_synchrotronMode,
       bls.polarisation AS BeamLineSetup_polarisation,
       bls.focusingOptic AS BeamLineSetup_focusingOptic,
       bls.beamDivergenceHorizontal AS BeamLineSetup_beamDivergenceHorizontal,
       bls.beamDivergenceVertical AS BeamLineSetup_beamDivergenceVertical,
       bls.monochromatorType AS BeamLineSetup_monochromatorType,
       g.blSampleId AS DataCollectionGroup_blSampleId,
       g.sessionId AS DataCollectionGroup_sessionId,
       g.actualSampleBarcode AS DataCollectionGroup_actualSampleBarcode,
       g.xtalSnapshotFullPath AS DataCollectionGroup_xtalSnapshotFullPath,
       g.crystalClass AS DataCollectionGroup_crystalClass,
       sm.code AS BLSample_code,
       sm.blSampleStatus AS BLSample_blSampleStatus,
       s.proposalId AS BLSession_proposalId,
       s.protectedData AS BLSession_protectedData,
       dw.storageLocation AS Dewar_storageLocation,
       dc.startTime AS DataCollection_startTime,
       dc.endTime AS DataCollection_endTime,
       dc.comments AS DataCollection_comments,
       dc.xtalSnapshotFullPath1 AS DataCollection_xtalSnapshotFullPath1,
       dc.omegaStart AS DataCollection_omegaStart,
       wf.workflowTitle AS Workflow_workflowTitle,
       dp.diffractionPlanId,
       dp.oscillationRange,
       dp.comments AS DiffractipnPlan_comments,
       dp.aimedIOverSigmaAtHighestRes,
       dp.anomalousData,
       dp.complexity,
       dp.estimateRadiationDamage,
       dp.requiredCompleteness,
       dp.requiredMultiplicity,
       dp.strategyOption,
       dp.kappaStrategyOption,
       dp.minDimAccrossSpindleAxis,
       dp.maxDimAccrossSpindleAxis,
       dp.radiationSensitivityBeta,
       dp.radiationSensitivityGamma,
       det.detectorSerialNumber AS Detector_detectorSerialNumber,
       det.detectorDistanceMin AS Detector_detectorDistanceMin,
       det.detectorDistanceMax AS Detector_detectorDistanceMax,
       det.trustedPixelValueRangeLower AS Detector_trustedPixelValueRangeLower,
       det.trustedPixelValueRangeUpper AS Detector_trustedPixelValueRangeUpper,
       det.sensorThickness AS Detector_sensorThickness,
       det.overload AS Detector_overload,
       det.XGeoCorr AS Detector_XGeoCorr,
       det.YGeoCorr AS Detector_YGeoCorr,
       (SELECT fi.imageId
          FROM Image fi
         WHERE fi.dataCollectionId = dc.dataCollectionId
         ORDER BY fi.imageNumber, fi.imageId
         LIMIT 1) AS firstImageId,
       (SELECT li.imageId
          FROM Image li
         WHERE li.dataCollectionId = dc.dataCollectionId
         ORDER BY li.imageNumber DESC, li.imageId DESC
         LIMIT 1) AS lastImageId
  FROM DataCollectionGroup g
  JOIN BLSession s ON s.sessionId = g.sessionId
  JOIN DataCollection dc ON dc.dataCollectionGroupId = g.dataCollectionGroupId AND dc.dataCollectionId IN (:shown)
  LEFT JOIN BeamLineSetup bls ON bls.beamLineSetupId = s.beamLineSetupId
  LEFT JOIN Detector det ON det.detectorId = dc.detectorId
  LEFT JOIN Workflow wf ON wf.workflowId = g.workflowId
  LEFT JOIN BLSample sm ON sm.blSampleId = g.blSampleId
  LEFT JOIN DiffractionPlan dp ON dp.diffractionPlanId = sm.diffractionPlanId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
  LEFT JOIN Container ct ON ct.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = ct.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
 WHERE g.dataCollectionGroupId IN (:groups)
 ORDER BY dc.startTime DESC, g.dataCollectionGroupId DESC;

-- name: members_of_groups(groups)
-- Every collection of some groups.
SELECT dc.dataCollectionGroupId,
       dc.dataCollectionId,
       dc.numberOfImages,
       dc.imageDirectory,
       dc.startTime,
       dc.magnification,
       dc.voltage
  FROM DataCollection dc
 WHERE dc.dataCollectionGroupId IN (:groups)
 ORDER BY dc.dataCollectionId;

-- name: steps_of_workflows(workflows)
-- Every step of some workflows.
SELECT ws.workflowId,
       ws.workflowStepId,
       ws.workflowStepType,
       ws.status
  FROM WorkflowStep ws
 WHERE ws.workflowId IN (:workflows)
 ORDER BY ws.workflowStepId;

-- name: currents_of_images(images)
-- The current in the ring when some images were taken.
SELECT i.dataCollectionId,
       i.synchrotronCurrent
  FROM Image i
 WHERE i.imageId IN (:images)
   AND i.synchrotronCurrent IS NOT NULL
 ORDER BY i.imageId;

-- name: collections_of_groups(proposalId, groups)
-- The collections of some groups of a proposal.
SELECT dc.dataCollectionId,
       dc.dataCollectionGroupId,
       dc.dataCollectionNumber,
       dc.startTime,
       dc.runStatus,
       dc.overlap,
       dc.numberOfImages,
       dc.exposureTime,
       dc.imageDirectory,
       dc.imagePrefix,
       dc.fileTemplate,
       dc.wavelength,
       dc.resolution,
       dc.comments,
       dc.transmission,
       dc.resolutionAtCorner,
       g.workflowId,
       dc.strategySubWedgeOrigId,
       dc.detectorId,
       dc.blSubSampleId,
       dc.endTime,
       dc.axisStart,
       dc.axisEnd,
       dc.axisRange,
       dc.startImageNumber,
       dc.numberOfPasses,
       dc.imageSuffix,
       dc.detectorDistance,
       dc.xBeam,
       dc.yBeam,
       dc.xBeamPix,
       dc.yBeamPix,
       dc.printableForReport,
       dc.slitGapVertical,
       dc.slitGapHorizontal,
       dc.synchrotronMode,
       dc.xtalSnapshotFullPath1,
       dc.xtalSnapshotFullPath2,
       dc.xtalSnapshotFullPath3,
       dc.xtalSnapshotFullPath4,
       dc.rotationAxis,
       dc.phiStart,
       dc.kappaStart,
       dc.omegaStart,
       dc.detector2Theta,
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
       g.sessionId,
       s.proposalId
  FROM DataCollection dc
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  /*visible*/
 WHERE dc.dataCollectionGroupId IN (:groups)
   AND s.proposalId = :proposalId
 ORDER BY dc.dataCollectionId;
