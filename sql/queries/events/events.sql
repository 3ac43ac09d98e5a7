-- name: list_events(most)
-- The timeline: groups of collections, robot actions, energy scans and fluorescence spectra, the latest first.
--
-- Which rows make the page is settled first, each source read in its own order and only as far as the page reaches
-- (most = skip + limit); their columns follow.  A group of collections stands where its earliest collection begins,
-- and shows the latest made.  The joins are LEFT so that without a condition a source's index on time is walked, and
-- with one the database may begin at the session.
SELECT e.id,
       e.rowId,
       e.type,
       e.startTime,
       COALESCE(e.lastEnd, ra.endTimestamp, es.endTime, xs.endTime) AS endTime,
       CASE e.type
       WHEN 'dc' THEN e.minutes
       ELSE (NULLIF(UNIX_TIMESTAMP(COALESCE(ra.endTimestamp, es.endTime, xs.endTime)), 0)
             - NULLIF(UNIX_TIMESTAMP(e.startTime), 0)) / 60e0
       END AS duration,
       CASE e.type WHEN 'dc' THEN e.members ELSE 1 END AS count,
       CONCAT(p.proposalCode, p.proposalNumber, '-', s.visit_number) AS session,
       s.sessionId,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal,
       s.proposalId,
       s.beamLineName,
       sm.name AS blSample,
       COALESCE(g.blSampleId, d.blSampleId, ra.blsampleId, es.blSampleId, xs.blSampleId) AS blSampleId,
       COALESCE(e.attachments, 0) AS attachments,
       d.dataCollectionId AS dc__dataCollectionId,
       d.runStatus AS dc__runStatus,
       d.imageDirectory AS dc__imageDirectory,
       d.imagePrefix AS dc__imagePrefix,
       d.imageSuffix AS dc__imageSuffix,
       d.fileTemplate AS dc__fileTemplate,
       d.imageContainerSubPath AS dc__imageContainerSubPath,
       d.dataCollectionNumber AS dc__dataCollectionNumber,
       d.numberOfImages AS dc__numberOfImages,
       d.numberOfPasses AS dc__numberOfPasses,
       d.wavelength AS dc__wavelength,
       d.exposureTime AS dc__exposureTime,
       d.flux AS dc__flux,
       d.xBeam AS dc__xBeam,
       d.yBeam AS dc__yBeam,
       d.xBeamPix AS dc__xBeamPix,
       d.yBeamPix AS dc__yBeamPix,
       d.beamSizeAtSampleX AS dc__beamSizeAtSampleX,
       d.beamSizeAtSampleY AS dc__beamSizeAtSampleY,
       d.beamShape AS dc__beamShape,
       d.polarisation AS dc__polarisation,
       d.transmission AS dc__transmission,
       d.undulatorGap1 AS dc__undulatorGap1,
       d.undulatorGap2 AS dc__undulatorGap2,
       d.undulatorGap3 AS dc__undulatorGap3,
       d.resolution AS dc__resolution,
       d.detectorDistance AS dc__detectorDistance,
       d.axisStart AS dc__axisStart,
       d.axisEnd AS dc__axisEnd,
       d.axisRange AS dc__axisRange,
       d.rotationAxis AS dc__rotationAxis,
       d.overlap AS dc__overlap,
       d.phiStart AS dc__phiStart,
       d.kappaStart AS dc__kappaStart,
       d.omegaStart AS dc__omegaStart,
       d.chiStart AS dc__chiStart,
       CAST(ROUND(d.magnification) AS INTEGER) AS dc__magnification,
       d.binning AS dc__binning,
       d.particleDiameter AS dc__particleDiameter,
       d.defocusStepSize AS dc__defocusStepSize,
       d.amountAstigmatism AS dc__amountAstigmatism,
       d.voltage AS dc__voltage,
       d.objAperture AS dc__objAperture,
       d.comments AS dc__comments,
       COALESCE(d.xtalSnapshotFullPath1 <> '', 0) AS dc___metadata__snapshots__1,
       COALESCE(d.xtalSnapshotFullPath2 <> '', 0) AS dc___metadata__snapshots__2,
       COALESCE(d.xtalSnapshotFullPath3 <> '', 0) AS dc___metadata__snapshots__3,
       COALESCE(d.xtalSnapshotFullPath4 <> '', 0) AS dc___metadata__snapshots__4,
       COALESCE(d.imageQualityIndicatorsPlotPath <> '', 0) AS dc___metadata__snapshots__analysis,
       g.dataCollectionGroupId AS dc__DataCollectionGroup__dataCollectionGroupId,
       g.experimentType AS dc__DataCollectionGroup__experimentType,
       g.blSampleId AS dc__DataCollectionGroup__blSampleId,
       g.comments AS dc__DataCollectionGroup__comments,
       w.workflowId AS dc__DataCollectionGroup__Workflow__workflowId,
       w.workflowTitle AS dc__DataCollectionGroup__Workflow__workflowTitle,
       w.workflowType AS dc__DataCollectionGroup__Workflow__workflowType,
       w.status AS dc__DataCollectionGroup__Workflow__status,
       w.comments AS dc__DataCollectionGroup__Workflow__comments,
       det.detectorId AS dc__Detector__detectorId,
       det.detectorType AS dc__Detector__detectorType,
       det.detectorManufacturer AS dc__Detector__detectorManufacturer,
       det.detectorModel AS dc__Detector__detectorModel,
       det.detectorPixelSizeHorizontal AS dc__Detector__detectorPixelSizeHorizontal,
       det.detectorPixelSizeVertical AS dc__Detector__detectorPixelSizeVertical,
       det.detectorSerialNumber AS dc__Detector__detectorSerialNumber,
       det.detectorDistanceMin AS dc__Detector__detectorDistanceMin,
       det.detectorDistanceMax AS dc__Detector__detectorDistanceMax,
       det.trustedPixelValueRangeLower AS dc__Detector__trustedPixelValueRangeLower,
       det.trustedPixelValueRangeUpper AS dc__Detector__trustedPixelValueRangeUpper,
       det.sensorThickness AS dc__Detector__sensorThickness,
       det.overload AS dc__Detector__overload,
       det.XGeoCorr AS dc__Detector__XGeoCorr,
       det.YGeoCorr AS dc__Detector__YGeoCorr,
       det.detectorMode AS dc__Detector__detectorMode,
       det.detectorMaxResolution AS dc__Detector__detectorMaxResolution,
       det.detectorMinResolution AS dc__Detector__detectorMinResolution,
       det.CS AS dc__Detector__CS,
       det.density AS dc__Detector__density,
       det.composition AS dc__Detector__composition,
       det.localName AS dc__Detector__localName,
       det.numberOfPixelsX AS dc__Detector__numberOfPixelsX,
       det.numberOfPixelsY AS dc__Detector__numberOfPixelsY,
       det.detectorRollMin AS dc__Detector__detectorRollMin,
       det.detectorRollMax AS dc__Detector__detectorRollMax,
       det.numberOfROIPixelsX AS dc__Detector__numberOfROIPixelsX,
       det.numberOfROIPixelsY AS dc__Detector__numberOfROIPixelsY,
       ssx.dataCollectionId AS dc__SSXDataCollection__dataCollectionId,
       ssx.repetitionRate AS dc__SSXDataCollection__repetitionRate,
       ssx.energyBandwidth AS dc__SSXDataCollection__energyBandwidth,
       ssx.monoStripe AS dc__SSXDataCollection__monoStripe,
       ssx.jetSpeed AS dc__SSXDataCollection__jetSpeed,
       ssx.jetSize AS dc__SSXDataCollection__jetSize,
       ssx.chipPattern AS dc__SSXDataCollection__chipPattern,
       ssx.chipModel AS dc__SSXDataCollection__chipModel,
       ssx.reactionDuration AS dc__SSXDataCollection__reactionDuration,
       ssx.laserEnergy AS dc__SSXDataCollection__laserEnergy,
       ssx.experimentName AS dc__SSXDataCollection__experimentName,
       ra.robotActionId AS robot__robotActionId,
       ra.blsessionId AS robot__blsessionId,
       ra.blsampleId AS robot__blsampleId,
       ra.actionType AS robot__actionType,
       ra.startTimestamp AS robot__startTimestamp,
       ra.endTimestamp AS robot__endTimestamp,
       ra.status AS robot__status,
       ra.message AS robot__message,
       ra.containerLocation AS robot__containerLocation,
       ra.dewarLocation AS robot__dewarLocation,
       ra.sampleBarcode AS robot__sampleBarcode,
       ra.xtalSnapshotBefore AS robot__xtalSnapshotBefore,
       ra.xtalSnapshotAfter AS robot__xtalSnapshotAfter,
       COALESCE(ra.xtalSnapshotBefore <> '', 0) AS robot___metadata__attachments__xtalSnapshotBefore,
       COALESCE(ra.xtalSnapshotAfter <> '', 0) AS robot___metadata__attachments__xtalSnapshotAfter,
       es.energyScanId AS es__energyScanId,
       es.sessionId AS es__sessionId,
       es.blSampleId AS es__blSampleId,
       es.fluorescenceDetector AS es__fluorescenceDetector,
       es.scanFileFullPath AS es__scanFileFullPath,
       es.choochFileFullPath AS es__choochFileFullPath,
       es.jpegChoochFileFullPath AS es__jpegChoochFileFullPath,
       es.element AS es__element,
       es.startEnergy AS es__startEnergy,
       es.endEnergy AS es__endEnergy,
       es.transmissionFactor AS es__transmissionFactor,
       es.exposureTime AS es__exposureTime,
       es.axisPosition AS es__axisPosition,
       es.synchrotronCurrent AS es__synchrotronCurrent,
       es.temperature AS es__temperature,
       es.peakEnergy AS es__peakEnergy,
       es.peakFPrime AS es__peakFPrime,
       es.peakFDoublePrime AS es__peakFDoublePrime,
       es.inflectionEnergy AS es__inflectionEnergy,
       es.inflectionFPrime AS es__inflectionFPrime,
       es.inflectionFDoublePrime AS es__inflectionFDoublePrime,
       es.xrayDose AS es__xrayDose,
       es.startTime AS es__startTime,
       es.endTime AS es__endTime,
       es.edgeEnergy AS es__edgeEnergy,
       es.filename AS es__filename,
       es.beamSizeVertical AS es__beamSizeVertical,
       es.beamSizeHorizontal AS es__beamSizeHorizontal,
       es.crystalClass AS es__crystalClass,
       es.comments AS es__comments,
       es.flux AS es__flux,
       es.flux_end AS es__flux_end,
       es.workingDirectory AS es__workingDirectory,
       es.blSubSampleId AS es__blSubSampleId,
       es.remoteEnergy AS es__remoteEnergy,
       es.remoteFPrime AS es__remoteFPrime,
       es.remoteFDoublePrime AS es__remoteFDoublePrime,
       COALESCE(es.scanFileFullPath <> '', 0) AS es___metadata__attachments__scanFileFullPath,
       COALESCE(es.choochFileFullPath <> '', 0) AS es___metadata__attachments__choochFileFullPath,
       COALESCE(es.jpegChoochFileFullPath <> '', 0) AS es___metadata__attachments__jpegChoochFileFullPath,
       xs.xfeFluorescenceSpectrumId AS xrf__xfeFluorescenceSpectrumId,
       xs.sessionId AS xrf__sessionId,
       xs.blSampleId AS xrf__blSampleId,
       xs.fittedDataFileFullPath AS xrf__fittedDataFileFullPath,
       xs.scanFileFullPath AS xrf__scanFileFullPath,
       xs.jpegScanFileFullPath AS xrf__jpegScanFileFullPath,
       xs.startTime AS xrf__startTime,
       xs.endTime AS xrf__endTime,
       xs.filename AS xrf__filename,
       xs.energy AS xrf__energy,
       xs.exposureTime AS xrf__exposureTime,
       xs.axisPosition AS xrf__axisPosition,
       xs.beamTransmission AS xrf__beamTransmission,
       xs.annotatedPymcaXfeSpectrum AS xrf__annotatedPymcaXfeSpectrum,
       xs.beamSizeVertical AS xrf__beamSizeVertical,
       xs.beamSizeHorizontal AS xrf__beamSizeHorizontal,
       xs.crystalClass AS xrf__crystalClass,
       xs.comments AS xrf__comments,
       xs.flux AS xrf__flux,
       xs.flux_end AS xrf__flux_end,
       xs.workingDirectory AS xrf__workingDirectory,
       xs.blSubSampleId AS xrf__blSubSampleId,
       COALESCE(xs.scanFileFullPath <> '', 0) AS xrf___metadata__attachments__scanFileFullPath,
       COALESCE(xs.jpegScanFileFullPath <> '', 0) AS xrf___metadata__attachments__jpegScanFileFullPath,
       COALESCE(xs.annotatedPymcaXfeSpectrum <> '', 0) AS xrf___metadata__attachments__annotatedPymcaXfeSpectrum,
       COALESCE(xs.fittedDataFileFullPath <> '', 0) AS xrf___metadata__attachments__fittedDataFileFullPath
  FROM (SELECT u.type,
               u.rowId,
               u.startTime,
               COALESCE(MAX(m.dataCollectionId), u.rowId) AS id,
               MAX(m.endTime) AS lastEnd,
               SUM((NULLIF(UNIX_TIMESTAMP(m.endTime), 0) - NULLIF(UNIX_TIMESTAMP(m.startTime), 0)) / 60e0) AS minutes,
               COUNT(m.dataCollectionId) AS members,
               SUM((SELECT COUNT(*)
                      FROM DataCollectionFileAttachment a
                     WHERE a.dataCollectionId = m.dataCollectionId)) AS attachments
          FROM (SELECT c.type, c.rowId, c.groupId, c.startTime
                  FROM (SELECT 'dc' AS type,
                               d.dataCollectionId AS rowId,
                               d.dataCollectionGroupId AS groupId,
                               d.startTime
                          FROM DataCollection d
                          LEFT JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
                          LEFT JOIN BLSession s ON s.sessionId = g.sessionId
                          LEFT JOIN Proposal p ON p.proposalId = s.proposalId
                          /*visible_dc*/ /*join_dc*/
                         WHERE NOT EXISTS (SELECT 1
                                             FROM DataCollection o
                                            WHERE o.dataCollectionGroupId = d.dataCollectionGroupId /*where_earlier*/
                                              AND (o.startTime < d.startTime
                                                   OR (d.startTime IS NULL AND o.startTime IS NOT NULL)
                                                   OR (o.dataCollectionId < d.dataCollectionId
                                                       AND (o.startTime = d.startTime
                                                            OR (o.startTime IS NULL AND d.startTime IS NULL)))))
                               /*where*/ /*where_dc*/
                         ORDER BY d.startTime DESC, d.dataCollectionId DESC
                         LIMIT :most) c
                 UNION ALL
                SELECT c.type, c.rowId, NULL AS groupId, c.startTime
                  FROM (SELECT 'robot' AS type,
                               ra.robotActionId AS rowId,
                               ra.startTimestamp AS startTime
                          FROM RobotAction ra
                          LEFT JOIN BLSession s ON s.sessionId = ra.blsessionId
                          LEFT JOIN Proposal p ON p.proposalId = s.proposalId
                          /*visible_robot*/
                         WHERE 1 = 1 /*where*/ /*where_robot*/
                         ORDER BY ra.startTimestamp DESC, ra.robotActionId DESC
                         LIMIT :most) c
                 UNION ALL
                SELECT c.type, c.rowId, NULL AS groupId, c.startTime
                  FROM (SELECT 'es' AS type,
                               es.energyScanId AS rowId,
                               es.startTime
                          FROM EnergyScan es
                          LEFT JOIN BLSession s ON s.sessionId = es.sessionId
                          LEFT JOIN Proposal p ON p.proposalId = s.proposalId
                          /*visible_es*/
                         WHERE 1 = 1 /*where*/ /*where_es*/
                         ORDER BY es.startTime DESC, es.energyScanId DESC
                         LIMIT :most) c
                 UNION ALL
                SELECT c.type, c.rowId, NULL AS groupId, c.startTime
                  FROM (SELECT 'xrf' AS type,
                               xs.xfeFluorescenceSpectrumId AS rowId,
                               xs.startTime
                          FROM XFEFluorescenceSpectrum xs
                          LEFT JOIN BLSession s ON s.sessionId = xs.sessionId
                          LEFT JOIN Proposal p ON p.proposalId = s.proposalId
                          /*visible_xrf*/
                         WHERE 1 = 1 /*where*/ /*where_xrf*/
                         ORDER BY xs.startTime DESC, xs.xfeFluorescenceSpectrumId DESC
                         LIMIT :most) c
                 ORDER BY startTime DESC, type, rowId DESC
                 /*page*/) u
          LEFT JOIN DataCollection m ON m.dataCollectionGroupId = u.groupId /*where_member*/
         GROUP BY u.type, u.rowId, u.startTime) e
  LEFT JOIN DataCollection d ON e.type = 'dc' AND d.dataCollectionId = e.id
  LEFT JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  LEFT JOIN Workflow w ON w.workflowId = g.workflowId
  LEFT JOIN Detector det ON det.detectorId = d.detectorId
  LEFT JOIN SSXDataCollection ssx ON ssx.dataCollectionId = d.dataCollectionId
  LEFT JOIN RobotAction ra ON e.type = 'robot' AND ra.robotActionId = e.id
  LEFT JOIN EnergyScan es ON e.type = 'es' AND es.energyScanId = e.id
  LEFT JOIN XFEFluorescenceSpectrum xs ON e.type = 'xrf' AND xs.xfeFluorescenceSpectrumId = e.id
  LEFT JOIN BLSession s ON s.sessionId = COALESCE(g.sessionId, ra.blsessionId, es.sessionId, xs.sessionId)
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  LEFT JOIN BLSample sm ON sm.blSampleId = COALESCE(g.blSampleId, d.blSampleId, ra.blsampleId,
                                                    es.blSampleId, xs.blSampleId)
 ORDER BY e.startTime DESC, e.type, e.rowId DESC;
