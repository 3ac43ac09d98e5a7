-- name: robot_action(robotActionId)
-- A robot action that the caller may see, as the timeline shows it.
SELECT ra.robotActionId,
       ra.blsessionId,
       ra.blsampleId,
       ra.actionType,
       ra.startTimestamp,
       ra.endTimestamp,
       ra.status,
       ra.message,
       ra.containerLocation,
       ra.dewarLocation,
       ra.sampleBarcode,
       ra.xtalSnapshotBefore,
       ra.xtalSnapshotAfter,
       COALESCE(ra.xtalSnapshotBefore <> '', 0) AS _metadata__attachments__xtalSnapshotBefore,
       COALESCE(ra.xtalSnapshotAfter <> '', 0) AS _metadata__attachments__xtalSnapshotAfter
  FROM RobotAction ra
  /*visible*/
 WHERE ra.robotActionId = :robotActionId;

-- name: session_of_robot_action(robotActionId)
-- The session of a robot action.
SELECT ra.blsessionId
  FROM RobotAction ra
 WHERE ra.robotActionId = :robotActionId;

-- name: same_robot_action(sessionId, startTimestamp, actionType, blsampleId)
-- The action of a session that began at the same time, of the same kind and with the same sample.
SELECT MIN(ra.robotActionId) AS robotActionId
  FROM RobotAction ra
 WHERE ra.blsessionId = :sessionId
   AND ra.startTimestamp = :startTimestamp
   AND ra.actionType = :actionType
   AND (ra.blsampleId = :blsampleId OR (ra.blsampleId IS NULL AND :blsampleId IS NULL));

-- name: add_robot_action(sessionId)
-- A robot action.
INSERT INTO RobotAction (blsessionId /*columns*/)
VALUES (:sessionId /*values*/)
RETURNING robotActionId;

-- name: change_robot_action(robotActionId)
-- Change what is known of a robot action; the column startTimestamp would become now if it were not named.
UPDATE RobotAction
   SET startTimestamp = startTimestamp /*set*/
 WHERE robotActionId = :robotActionId;

-- name: energy_scan(energyScanId)
-- An energy scan that the caller may see, as the timeline shows it.
SELECT es.energyScanId,
       es.sessionId,
       es.blSampleId,
       es.blSubSampleId,
       es.startTime,
       es.endTime,
       es.element,
       es.edgeEnergy,
       es.startEnergy,
       es.endEnergy,
       es.exposureTime,
       es.transmissionFactor,
       es.peakEnergy,
       es.peakFPrime,
       es.peakFDoublePrime,
       es.inflectionEnergy,
       es.inflectionFPrime,
       es.inflectionFDoublePrime,
       es.remoteEnergy,
       es.remoteFPrime,
       es.remoteFDoublePrime,
       es.fluorescenceDetector,
       es.axisPosition,
       es.synchrotronCurrent,
       es.temperature,
       es.xrayDose,
       es.flux,
       es.flux_end,
       es.beamSizeHorizontal,
       es.beamSizeVertical,
       es.crystalClass,
       es.comments,
       es.scanFileFullPath,
       es.choochFileFullPath,
       es.jpegChoochFileFullPath,
       es.filename,
       es.workingDirectory,
       COALESCE(es.scanFileFullPath <> '', 0) AS _metadata__attachments__scanFileFullPath,
       COALESCE(es.choochFileFullPath <> '', 0) AS _metadata__attachments__choochFileFullPath,
       COALESCE(es.jpegChoochFileFullPath <> '', 0) AS _metadata__attachments__jpegChoochFileFullPath
  FROM EnergyScan es
  /*visible*/
 WHERE es.energyScanId = :energyScanId;

-- name: session_of_energy_scan(energyScanId)
-- The session of an energy scan.
SELECT es.sessionId
  FROM EnergyScan es
 WHERE es.energyScanId = :energyScanId;

-- name: same_energy_scan(sessionId, scanFileFullPath)
-- The energy scan of a session with the same file.
SELECT MIN(es.energyScanId) AS energyScanId
  FROM EnergyScan es
 WHERE es.sessionId = :sessionId
   AND es.scanFileFullPath = :scanFileFullPath;

-- name: add_energy_scan(sessionId)
-- An energy scan.
INSERT INTO EnergyScan (sessionId /*columns*/)
VALUES (:sessionId /*values*/)
RETURNING energyScanId;

-- name: change_energy_scan(energyScanId)
-- Change what is known of an energy scan.
UPDATE EnergyScan
   SET energyScanId = energyScanId /*set*/
 WHERE energyScanId = :energyScanId;

-- name: spectrum(xfeFluorescenceSpectrumId)
-- A fluorescence spectrum that the caller may see, as the timeline shows it.
SELECT xs.xfeFluorescenceSpectrumId,
       xs.sessionId,
       xs.blSampleId,
       xs.blSubSampleId,
       xs.startTime,
       xs.endTime,
       xs.energy,
       xs.exposureTime,
       xs.beamTransmission,
       xs.axisPosition,
       xs.flux,
       xs.flux_end,
       xs.beamSizeHorizontal,
       xs.beamSizeVertical,
       xs.crystalClass,
       xs.comments,
       xs.filename,
       xs.scanFileFullPath,
       xs.jpegScanFileFullPath,
       xs.annotatedPymcaXfeSpectrum,
       xs.fittedDataFileFullPath,
       xs.workingDirectory,
       COALESCE(xs.scanFileFullPath <> '', 0) AS _metadata__attachments__scanFileFullPath,
       COALESCE(xs.jpegScanFileFullPath <> '', 0) AS _metadata__attachments__jpegScanFileFullPath,
       COALESCE(xs.annotatedPymcaXfeSpectrum <> '', 0) AS _metadata__attachments__annotatedPymcaXfeSpectrum,
       COALESCE(xs.fittedDataFileFullPath <> '', 0) AS _metadata__attachments__fittedDataFileFullPath
  FROM XFEFluorescenceSpectrum xs
  /*visible*/
 WHERE xs.xfeFluorescenceSpectrumId = :xfeFluorescenceSpectrumId;

-- name: session_of_spectrum(xfeFluorescenceSpectrumId)
-- The session of a fluorescence spectrum.
SELECT xs.sessionId
  FROM XFEFluorescenceSpectrum xs
 WHERE xs.xfeFluorescenceSpectrumId = :xfeFluorescenceSpectrumId;

-- name: same_spectrum(sessionId, scanFileFullPath)
-- The fluorescence spectrum of a session with the same file.
SELECT MIN(xs.xfeFluorescenceSpectrumId) AS xfeFluorescenceSpectrumId
  FROM XFEFluorescenceSpectrum xs
 WHERE xs.sessionId = :sessionId
   AND xs.scanFileFullPath = :scanFileFullPath;

-- name: add_spectrum(sessionId)
-- A fluorescence spectrum.
INSERT INTO XFEFluorescenceSpectrum (sessionId /*columns*/)
VALUES (:sessionId /*values*/)
RETURNING xfeFluorescenceSpectrumId;

-- name: change_spectrum(xfeFluorescenceSpectrumId)
-- Change what is known of a fluorescence spectrum.
UPDATE XFEFluorescenceSpectrum
   SET xfeFluorescenceSpectrumId = xfeFluorescenceSpectrumId /*set*/
 WHERE xfeFluorescenceSpectrumId = :xfeFluorescenceSpectrumId;
