-- name: list_collections()
-- Data collections that the caller may see; which ones is settled first, so that only this page's rows are read whole.
SELECT d.dataCollectionId,
       d.dataCollectionGroupId,
       d.strategySubWedgeOrigId,
       d.detectorId,
       d.blSubSampleId,
       d.startPositionId,
       d.endPositionId,
       d.dataCollectionNumber,
       d.startTime,
       d.endTime,
       d.runStatus,
       d.axisStart,
       d.axisEnd,
       d.axisRange,
       d.overlap,
       d.numberOfImages,
       d.startImageNumber,
       d.numberOfPasses,
       d.exposureTime,
       d.imageDirectory,
       d.imagePrefix,
       d.imageSuffix,
       d.imageContainerSubPath,
       d.fileTemplate,
       d.wavelength,
       d.resolution,
       d.detectorDistance,
       d.xBeam,
       d.yBeam,
       d.xBeamPix,
       d.yBeamPix,
       d.comments,
       d.printableForReport,
       d.slitGapVertical,
       d.slitGapHorizontal,
       d.transmission,
       d.synchrotronMode,
       d.xtalSnapshotFullPath1,
       d.xtalSnapshotFullPath2,
       d.xtalSnapshotFullPath3,
       d.xtalSnapshotFullPath4,
       d.rotationAxis,
       d.phiStart,
       d.kappaStart,
       d.omegaStart,
       d.resolutionAtCorner,
       d.detector2Theta,
       d.undulatorGap1,
       d.undulatorGap2,
       d.undulatorGap3,
       d.beamSizeAtSampleX,
       d.beamSizeAtSampleY,
       d.centeringMethod,
       d.averageTemperature,
       d.actualCenteringPosition,
       d.beamShape,
       d.flux,
       d.flux_end,
       d.totalAbsorbedDose,
       d.bestWilsonPlotPath,
       d.imageQualityIndicatorsPlotPath,
       d.imageQualityIndicatorsCSVPath,
       COALESCE(g.blSampleId, d.blSampleId) AS blSampleId,
       g.sessionId,
       d.experimentType,
       d.crystalClass,
       d.chiStart,
       d.detectorMode,
       d.actualSampleBarcode,
       d.actualSampleSlotInContainer,
       d.actualContainerBarcode,
       d.actualContainerSlotInSC,
       d.positionId,
       d.focalSpotSizeAtSampleX,
       d.polarisation,
       d.focalSpotSizeAtSampleY,
       d.apertureId,
       d.screeningOrigId,
       d.processedDataFile,
       d.datFullPath,
       d.magnification,
       d.binning,
       d.particleDiameter,
       d.boxSize_CTF,
       d.minResolution,
       d.minDefocus,
       d.maxDefocus,
       d.defocusStepSize,
       d.amountAstigmatism,
       d.extractSize,
       d.bgRadius,
       d.voltage,
       d.objAperture,
       d.c1aperture,
       d.c2aperture,
       d.c3aperture,
       d.c1lens,
       d.c2lens,
       d.c3lens,
       d.totalExposedDose,
       d.nominalMagnification,
       d.nominalDefocus,
       d.imageSizeX,
       d.imageSizeY,
       d.pixelSizeOnImage,
       d.phasePlate,
       d.dataCollectionPlanId,
       g.dataCollectionGroupId AS DataCollectionGroup__dataCollectionGroupId,
       g.experimentType AS DataCollectionGroup__experimentType,
       g.workflowId AS DataCollectionGroup__workflowId,
       g.comments AS DataCollectionGroup__comments,
       det.detectorId AS Detector__detectorId,
       det.detectorType AS Detector__detectorType,
       det.detectorManufacturer AS Detector__detectorManufacturer,
       det.detectorModel AS Detector__detectorModel,
       det.detectorPixelSizeHorizontal AS Detector__detectorPixelSizeHorizontal,
       det.detectorPixelSizeVertical AS Detector__detectorPixelSizeVertical,
       det.detectorSerialNumber AS Detector__detectorSerialNumber,
       det.detectorDistanceMin AS Detector__detectorDistanceMin,
       det.detectorDistanceMax AS Detector__detectorDistanceMax,
       det.trustedPixelValueRangeLower AS Detector__trustedPixelValueRangeLower,
       det.trustedPixelValueRangeUpper AS Detector__trustedPixelValueRangeUpper,
       det.sensorThickness AS Detector__sensorThickness,
       det.overload AS Detector__overload,
       det.XGeoCorr AS Detector__XGeoCorr,
       det.YGeoCorr AS Detector__YGeoCorr,
       det.detectorMode AS Detector__detectorMode,
       det.detectorMaxResolution AS Detector__detectorMaxResolution,
       det.detectorMinResolution AS Detector__detectorMinResolution,
       det.CS AS Detector__CS,
       det.density AS Detector__density,
       det.composition AS Detector__composition,
       det.localName AS Detector__localName,
       det.numberOfPixelsX AS Detector__numberOfPixelsX,
       det.numberOfPixelsY AS Detector__numberOfPixelsY,
       det.detectorRollMin AS Detector__detectorRollMin,
       det.detectorRollMax AS Detector__detectorRollMax,
       det.numberOfROIPixelsX AS Detector__numberOfROIPixelsX,
       det.numberOfROIPixelsY AS Detector__numberOfROIPixelsY,
       ssx.dataCollectionId AS SSXDataCollection__dataCollectionId,
       ssx.repetitionRate AS SSXDataCollection__repetitionRate,
       ssx.energyBandwidth AS SSXDataCollection__energyBandwidth,
       ssx.monoStripe AS SSXDataCollection__monoStripe,
       ssx.jetSpeed AS SSXDataCollection__jetSpeed,
       ssx.jetSize AS SSXDataCollection__jetSize,
       ssx.chipPattern AS SSXDataCollection__chipPattern,
       ssx.chipModel AS SSXDataCollection__chipModel,
       ssx.reactionDuration AS SSXDataCollection__reactionDuration,
       ssx.laserEnergy AS SSXDataCollection__laserEnergy,
       ssx.experimentName AS SSXDataCollection__experimentName,
       cw.uid AS SweepWorkflow__uid,
       cw.name AS SweepWorkflow__name,
       cw.type AS SweepWorkflow__type,
       cw.characterisation AS SweepWorkflow__characterisation,
       cw.orientation AS SweepWorkflow__orientation,
       cw.position AS SweepWorkflow__position,
       CONCAT(p.proposalCode, p.proposalNumber, '-', s.visit_number) AS session,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal,
       s.proposalId,
       s.beamLineName,
       sm.name AS blSample
  FROM (SELECT d.dataCollectionId
          FROM DataCollection d
          LEFT JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
          LEFT JOIN BLSession s ON s.sessionId = g.sessionId
          LEFT JOIN Proposal p ON p.proposalId = s.proposalId
          /*visible*/
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN DataCollection d ON d.dataCollectionId = chosen.dataCollectionId  -- noqa: AL04
  LEFT JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId  -- noqa: AL04
  LEFT JOIN BLSession s ON s.sessionId = g.sessionId  -- noqa: AL04
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId  -- noqa: AL04
  LEFT JOIN Detector det ON det.detectorId = d.detectorId
  LEFT JOIN SSXDataCollection ssx ON ssx.dataCollectionId = d.dataCollectionId
  LEFT JOIN api_collection_workflow cw ON cw.dataCollectionId = d.dataCollectionId
  LEFT JOIN BLSample sm ON sm.blSampleId = COALESCE(g.blSampleId, d.blSampleId)
 /*order*/;

-- name: count_collections()
-- How many data collections the same conditions leave.
SELECT COUNT(*) AS total
  FROM DataCollection d
  LEFT JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  LEFT JOIN BLSession s ON s.sessionId = g.sessionId
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: count_all_collections()
-- How many data collections there are.
SELECT COUNT(*) AS total
  FROM DataCollection d;

-- part: collections_of_sample(blSampleId)
-- Collections of a sample: some programs write it to the collection, some to its group.
SELECT fd.dataCollectionId
  FROM DataCollection fd
 WHERE fd.blSampleId = :blSampleId
 UNION
SELECT fm.dataCollectionId
  FROM DataCollectionGroup fg
  JOIN DataCollection fm ON fm.dataCollectionGroupId = fg.dataCollectionGroupId
 WHERE fg.blSampleId = :blSampleId;
