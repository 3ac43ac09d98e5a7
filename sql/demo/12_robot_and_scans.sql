-- What else happens in a session: the robot, energy scans, fluorescence spectra.

INSERT INTO RobotAction
    (robotActionId, blsessionId, blsampleId, actionType, startTimestamp, endTimestamp, status, message)
VALUES
    (1, 2, 1, 'LOAD', '2030-04-13 10:00:00', '2030-04-13 10:00:38', 'SUCCESS', NULL),
    (2, 2, 2, 'LOAD', '2030-04-13 10:05:11', '2030-04-13 10:05:49', 'SUCCESS', NULL),
    (3, 2, 3, 'LOAD', '2030-04-13 10:11:58', '2030-04-13 10:12:36', 'SUCCESS', NULL),
    (4, 2, 4, 'LOAD', '2030-04-13 10:18:32', '2030-04-13 10:19:10', 'SUCCESS', NULL),
    (5, 2, 5, 'LOAD', '2030-04-13 10:25:55', '2030-04-13 10:26:33', 'SUCCESS', NULL),
    (6, 2, 6, 'LOAD', '2030-04-13 10:33:12', '2030-04-13 10:33:50', 'ERROR', 'Puck 501, position 6: pin not detected'),
    (7, 2, 6, 'LOAD', '2030-04-13 10:35:25', '2030-04-13 10:36:03', 'SUCCESS', NULL),
    (8, 2, 7, 'LOAD', '2030-04-13 10:41:30', '2030-04-13 10:42:08', 'SUCCESS', NULL),
    (9, 2, 8, 'LOAD', '2030-04-13 10:46:42', '2030-04-13 10:47:20', 'SUCCESS', NULL),
    (10, 2, 9, 'LOAD', '2030-04-13 10:58:28', '2030-04-13 10:59:06', 'SUCCESS', NULL),
    (11, 2, 9, 'UNLOAD', '2030-04-13 11:05:00', '2030-04-13 11:05:41', 'SUCCESS', NULL),
    (12, 2, 10, 'LOAD', '2030-04-13 11:06:01', '2030-04-13 11:06:39', 'SUCCESS', NULL),
    (13, 10, 66, 'LOAD', '2030-06-05 10:00:00', '2030-06-05 10:00:38', 'SUCCESS', NULL),
    (14, 10, 68, 'LOAD', '2030-06-05 10:10:22', '2030-06-05 10:11:00', 'SUCCESS', NULL),
    (15, 10, 70, 'LOAD', '2030-06-05 10:19:22', '2030-06-05 10:20:00', 'SUCCESS', NULL),
    (16, 10, 72, 'LOAD', '2030-06-05 10:28:22', '2030-06-05 10:29:00', 'SUCCESS', NULL),
    (17, 10, 73, 'LOAD', '2030-06-05 10:32:11', '2030-06-05 10:32:49', 'SUCCESS', NULL),
    (18, 3, 11, 'LOAD', '2030-06-11 10:00:00', '2030-06-11 10:00:38', 'SUCCESS', NULL),
    (19, 3, 11, 'UNLOAD', '2030-06-11 10:06:34', '2030-06-11 10:07:15', 'SUCCESS', NULL),
    (20, 3, 12, 'LOAD', '2030-06-11 10:07:35', '2030-06-11 10:08:13', 'SUCCESS', NULL),
    (21, 3, 13, 'LOAD', '2030-06-11 10:12:46', '2030-06-11 10:13:24', 'SUCCESS', NULL),
    (22, 3, 14, 'LOAD', '2030-06-11 10:21:44', '2030-06-11 10:22:22', 'SUCCESS', NULL),
    (23, 3, 15, 'LOAD', '2030-06-11 10:28:21', '2030-06-11 10:28:59', 'SUCCESS', NULL),
    (24, 3, 18, 'LOAD', '2030-06-11 10:40:44', '2030-06-11 10:41:22', 'CRITICAL', 'Gripper: magnet did not release'),
    (25, 3, 19, 'LOAD', '2030-06-11 10:44:19', '2030-06-11 10:44:57', 'SUCCESS', NULL),
    (26, 3, 20, 'LOAD', '2030-06-11 10:53:59', '2030-06-11 10:54:37', 'SUCCESS', NULL),
    (27, 3, 21, 'LOAD', '2030-06-11 11:03:41', '2030-06-11 11:04:19', 'SUCCESS', NULL),
    (28, 3, 27, 'LOAD', '2030-06-11 11:31:53', '2030-06-11 11:32:31', 'SUCCESS', NULL),
    (29, 3, 31, 'LOAD', '2030-06-11 11:45:18', '2030-06-11 11:45:56', 'SUCCESS', NULL),
    (30, 3, 34, 'LOAD', '2030-06-11 23:40:00', '2030-06-11 23:40:38', 'SUCCESS', NULL);

-- The changer that failed was washed; an action that nobody finished, and one without a sample.
INSERT INTO RobotAction
    (robotActionId, blsessionId, blsampleId, actionType, startTimestamp, endTimestamp, status, message)
VALUES
    (101, 3, 24, 'WASH', '2030-06-11 18:40:10', '2030-06-11 18:40:52', 'WARNING', 'Washed twice'),
    (102, 10, 79, 'UNLOAD', '2030-06-05 20:00:00', NULL, NULL, NULL),
    (103, 13, NULL, 'LOAD', '2030-06-01 14:15:00', '2030-06-01 14:15:30', 'COMMANDNOTSENT', 'No puck at this position');

-- (the UPDATE names startTimestamp because the column would otherwise be set to the current time)
UPDATE RobotAction
   SET startTimestamp = startTimestamp,
       containerLocation = (SELECT CAST(b.location AS DECIMAL) FROM BLSample b WHERE b.blSampleId = RobotAction.blsampleId),
       dewarLocation = (SELECT CASE b.containerId WHEN 3 THEN 2 ELSE 1 END
                          FROM BLSample b
                         WHERE b.blSampleId = RobotAction.blsampleId),
       sampleBarcode = (SELECT b.code FROM BLSample b WHERE b.blSampleId = RobotAction.blsampleId),
       xtalSnapshotBefore = '/demo-files/crystal_1.jpg',
       xtalSnapshotAfter = '/demo-files/crystal_2.jpg'
 WHERE blsampleId IS NOT NULL;

-- Energies in keV, scattering factors in electrons, beam in mm, transmission in per cent.
INSERT INTO EnergyScan
    (energyScanId, sessionId, blSampleId, element, edgeEnergy, startEnergy, endEnergy, peakEnergy, inflectionEnergy,
     startTime, endTime, comments)
VALUES
    (1, 2, 8, 'Zn', 'K', 9.6, 9.75, 9.6685, 9.6648, '2030-04-13 10:49:50', '2030-04-13 10:51:25', NULL),
    (2, 10, 76, 'Zn', 'K', 9.6, 9.75, 9.669, 9.665, '2030-06-05 10:51:06', '2030-06-05 10:52:41', NULL),
    (3, 10, 78, 'Ca', 'K', 4, 4.08, 4.0412, 4.0385, '2030-06-05 11:01:21', '2030-06-05 11:02:56', NULL),
    (4, 3, 19, 'Se', 'K', 12.6, 12.72, 12.6615, 12.6575, '2030-06-11 10:47:27', '2030-06-11 10:49:02', NULL),
    (5, 3, 20, 'Se', 'K', 12.6, 12.72, 12.6613, 12.6574, '2030-06-11 10:56:12', '2030-06-11 10:57:47', NULL),
    (6, 3, 23, 'Se', 'K', 12.6, 12.72, NULL, NULL, '2030-06-11 11:16:43', '2030-06-11 11:18:18', 'no edge: nothing bound');

UPDATE EnergyScan
   SET fluorescenceDetector = 'Silicon drift detector',
       filename = CONCAT('scan_', element, '_', energyScanId, '.dat'),
       scanFileFullPath = '/demo-files/energy_scan.dat',
       choochFileFullPath = CASE WHEN peakEnergy IS NOT NULL THEN '/demo-files/energy_scan.efs' END,
       jpegChoochFileFullPath = CASE WHEN peakEnergy IS NOT NULL THEN '/demo-files/energy_scan.png' END,
       peakFPrime = CASE WHEN peakEnergy IS NOT NULL THEN -8.1 END,
       peakFDoublePrime = CASE WHEN peakEnergy IS NOT NULL THEN 6.4 END,
       inflectionFPrime = CASE WHEN peakEnergy IS NOT NULL THEN -11.9 END,
       inflectionFDoublePrime = CASE WHEN peakEnergy IS NOT NULL THEN 3.6 END,
       remoteEnergy = ROUND(peakEnergy + 0.2, 4),
       remoteFPrime = CASE WHEN peakEnergy IS NOT NULL THEN -3.2 END,
       remoteFDoublePrime = CASE WHEN peakEnergy IS NOT NULL THEN 3.9 END,
       exposureTime = 1,
       transmissionFactor = 0.4,
       axisPosition = 0,
       synchrotronCurrent = 198.4,
       temperature = 100,
       xrayDose = 0.01,
       beamSizeHorizontal = 0.05,
       beamSizeVertical = 0.03,
       flux = 4000000000.0,
       flux_end = 3900000000.0,
       crystalClass = '1',
       workingDirectory = '/data/visitor/energy-scans';

-- The older link between sample and scan, which some programs still read.
INSERT INTO BLSample_has_EnergyScan (blSampleHasEnergyScanId, blSampleId, energyScanId)
SELECT e.energyScanId, e.blSampleId, e.energyScanId
  FROM EnergyScan e;

INSERT INTO XFEFluorescenceSpectrum
    (xfeFluorescenceSpectrumId, sessionId, blSampleId, startTime, endTime, energy, comments)
VALUES
    (1, 2, 8, '2030-04-13 10:48:55', '2030-04-13 10:49:35', 13, NULL),
    (2, 2, 10, '2030-04-13 11:08:14', '2030-04-13 11:08:54', 13, 'zinc as expected'),
    (3, 10, 76, '2030-06-05 10:50:11', '2030-06-05 10:50:51', 13, 'calcium'),
    (4, 10, 78, '2030-06-05 11:00:26', '2030-06-05 11:01:06', 13, NULL),
    (5, 3, 19, '2030-06-11 10:46:32', '2030-06-11 10:47:12', 15, NULL),
    (6, 3, 21, '2030-06-11 11:05:54', '2030-06-11 11:06:34', 15, NULL);

UPDATE XFEFluorescenceSpectrum
   SET filename = CONCAT('spectrum_', xfeFluorescenceSpectrumId, '.dat'),
       scanFileFullPath = '/demo-files/fluorescence.dat',
       jpegScanFileFullPath = '/demo-files/fluorescence.png',
       fittedDataFileFullPath = '/demo-files/fluorescence_fit.csv',
       annotatedPymcaXfeSpectrum = '/demo-files/fluorescence.html',
       exposureTime = 10,
       beamTransmission = 0.2,
       axisPosition = 0,
       beamSizeHorizontal = 0.05,
       beamSizeVertical = 0.03,
       flux = 2000000000.0,
       flux_end = 2000000000.0,
       crystalClass = '1',
       workingDirectory = '/data/visitor/fluorescence';
