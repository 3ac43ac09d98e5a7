-- The groups and collections of the SSX session SX28-1: chips on the first day, the jet on the second.

-- Exposures are 0.1 ms long, 250 of them a second.
INSERT INTO DataCollectionGroup
    (dataCollectionGroupId, sessionId, blSampleId, experimentType, workflowId, startTime, endTime, comments)
VALUES
    (201, 6, 51, 'SSX-Chip', NULL, '2030-05-28 10:00:00', '2030-05-28 10:02:20', 'no laser'),
    (202, 6, 51, 'SSX-Chip', NULL, '2030-05-28 10:06:20', '2030-05-28 10:08:40', NULL),
    (203, 6, 51, 'SSX-Chip', NULL, '2030-05-28 10:12:40', '2030-05-28 10:15:00', NULL),
    (204, 6, 51, 'SSX-Chip', NULL, '2030-05-28 10:19:00', '2030-05-28 10:21:20', NULL),
    (205, 6, 51, 'SSX-Chip', NULL, '2030-05-28 10:25:20', '2030-05-28 10:27:40', NULL),
    (206, 6, 51, 'SSX-Chip', NULL, '2030-05-28 10:31:40', '2030-05-28 10:34:00', NULL),
    (207, 6, 52, 'SSX-Chip', NULL, '2030-05-28 10:38:00', '2030-05-28 10:40:20', NULL),
    (208, 6, 52, 'SSX-Chip', NULL, '2030-05-28 10:44:20', '2030-05-28 10:46:40', NULL),
    (209, 6, 52, 'SSX-Chip', NULL, '2030-05-28 10:50:40', '2030-05-28 10:53:00', NULL),
    (210, 6, 52, 'SSX-Chip', NULL, '2030-05-28 10:57:00', '2030-05-28 10:59:20', NULL),
    (211, 6, 53, 'Serial Fixed', NULL, '2030-05-28 11:03:20', '2030-05-28 11:07:00', NULL),
    (212, 6, 54, 'SSX-Jet', NULL, '2030-05-28 11:11:00', '2030-05-28 11:19:40', NULL),
    (213, 6, 54, 'SSX-Jet', NULL, '2030-05-28 11:23:40', '2030-05-28 11:32:20', NULL),
    (214, 6, 54, 'SSX-Jet', NULL, '2030-05-28 11:36:20', '2030-05-28 11:45:00', NULL),
    (215, 6, 55, 'SSX-Jet', NULL, '2030-05-29 10:00:00', '2030-05-29 10:08:40', 'laser off'),
    (216, 6, 55, 'SSX-Jet', NULL, '2030-05-29 10:12:40', '2030-05-29 10:21:20', 'laser off'),
    (217, 6, 56, 'SSX-Jet', NULL, '2030-05-29 10:25:20', '2030-05-29 10:34:00', 'laser on'),
    (218, 6, 56, 'SSX-Jet', NULL, '2030-05-29 10:38:00', '2030-05-29 10:46:40', 'laser on'),
    (219, 6, 56, 'SSX-Jet', NULL, '2030-05-29 10:50:40', '2030-05-29 10:59:20', 'laser on'),
    (220, 6, 57, 'Serial Jet', NULL, '2030-05-29 11:03:20', '2030-05-29 11:06:20', NULL),
    (221, 6, 56, 'Time Resolved', NULL, '2030-05-29 11:10:20', '2030-05-29 11:20:20', 'delay 2 ms'),
    (222, 6, 56, 'Time Resolved', NULL, '2030-05-29 11:24:20', '2030-05-29 11:34:20', 'delay 10 ms'),
    (223, 6, 56, 'Time Resolved', NULL, '2030-05-29 11:38:20', '2030-05-29 11:48:20', 'delay 50 ms'),
    (224, 6, NULL, 'SSX-Jet', NULL, '2030-05-29 11:52:20', '2030-05-29 11:53:40', 'background of the jet');

INSERT INTO DataCollection
    (dataCollectionId, dataCollectionGroupId, dataCollectionNumber, startTime, endTime, runStatus, imagePrefix,
     numberOfImages, axisStart, axisRange, exposureTime, wavelength, resolution, transmission)
VALUES
    (201, 201, 1, '2030-05-28 10:00:00', '2030-05-28 10:01:40', 'Data collection successful', 'lyso-chip-1', 20000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (202, 202, 1, '2030-05-28 10:06:20', '2030-05-28 10:08:00', 'Data collection successful', 'lyso-chip-2', 20000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (203, 203, 1, '2030-05-28 10:12:40', '2030-05-28 10:14:20', 'Data collection successful', 'lyso-chip-3', 20000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (204, 204, 1, '2030-05-28 10:19:00', '2030-05-28 10:20:40', 'Data collection failed', 'lyso-chip-4', 20000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (205, 205, 1, '2030-05-28 10:25:20', '2030-05-28 10:27:00', 'Data collection successful', 'lyso-chip-5', 20000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (206, 206, 1, '2030-05-28 10:31:40', '2030-05-28 10:33:20', 'Data collection successful', 'lyso-chip-6', 20000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (207, 207, 1, '2030-05-28 10:38:00', '2030-05-28 10:39:40', 'Data collection successful', 'lumx-chip-1', 20000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (208, 208, 1, '2030-05-28 10:44:20', '2030-05-28 10:46:00', 'Data collection successful', 'lumx-chip-2', 20000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (209, 209, 1, '2030-05-28 10:50:40', '2030-05-28 10:52:20', 'Data collection successful', 'lumx-chip-3', 20000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (210, 210, 1, '2030-05-28 10:57:00', '2030-05-28 10:58:40', 'Data collection successful', 'lumx-chip-4', 20000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (211, 211, 1, '2030-05-28 11:03:20', '2030-05-28 11:06:20', 'Data collection successful', 'lumx-fixed', 40000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (212, 212, 1, '2030-05-28 11:11:00', '2030-05-28 11:14:40', 'Data collection successful', 'lyso-jet-1', 50000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (213, 212, 2, '2030-05-28 11:15:20', '2030-05-28 11:19:00', 'Data collection successful', 'lyso-jet-1', 50000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (214, 213, 1, '2030-05-28 11:23:40', '2030-05-28 11:27:20', 'Data collection successful', 'lyso-jet-2', 50000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (215, 213, 2, '2030-05-28 11:28:00', '2030-05-28 11:31:40', 'Data collection stopped', 'lyso-jet-2', 50000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (216, 214, 1, '2030-05-28 11:36:20', '2030-05-28 11:40:00', 'Data collection successful', 'lyso-jet-3', 50000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (217, 214, 2, '2030-05-28 11:40:40', '2030-05-28 11:44:20', 'Data collection successful', 'lyso-jet-3', 50000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (218, 215, 1, '2030-05-29 10:00:00', '2030-05-29 10:03:40', 'Data collection successful', 'lumx-dark-1', 50000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (219, 215, 2, '2030-05-29 10:04:20', '2030-05-29 10:08:00', 'Data collection successful', 'lumx-dark-1', 50000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (220, 216, 1, '2030-05-29 10:12:40', '2030-05-29 10:16:20', 'Data collection successful', 'lumx-dark-2', 50000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (221, 216, 2, '2030-05-29 10:17:00', '2030-05-29 10:20:40', 'Data collection successful', 'lumx-dark-2', 50000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (222, 217, 1, '2030-05-29 10:25:20', '2030-05-29 10:29:00', 'Data collection successful', 'lumx-light-1', 50000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (223, 217, 2, '2030-05-29 10:29:40', '2030-05-29 10:33:20', 'Data collection successful', 'lumx-light-1', 50000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (224, 218, 1, '2030-05-29 10:38:00', '2030-05-29 10:41:40', 'Data collection successful', 'lumx-light-2', 50000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (225, 218, 2, '2030-05-29 10:42:20', '2030-05-29 10:46:00', 'Data collection successful', 'lumx-light-2', 50000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (226, 219, 1, '2030-05-29 10:50:40', '2030-05-29 10:54:20', 'Data collection successful', 'lumx-light-3', 50000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (227, 219, 2, '2030-05-29 10:55:00', '2030-05-29 10:58:40', 'Data collection successful', 'lumx-light-3', 50000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (228, 220, 1, '2030-05-29 11:03:20', '2030-05-29 11:05:40', 'Data collection successful', 'myog-jet', 30000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (229, 221, 1, '2030-05-29 11:10:20', '2030-05-29 11:14:40', 'Data collection successful', 'lumx-2ms', 60000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (230, 221, 2, '2030-05-29 11:15:20', '2030-05-29 11:19:40', 'Data collection successful', 'lumx-2ms', 60000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (231, 222, 1, '2030-05-29 11:24:20', '2030-05-29 11:28:40', 'Data collection successful', 'lumx-10ms', 60000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (232, 222, 2, '2030-05-29 11:29:20', '2030-05-29 11:33:40', 'Data collection successful', 'lumx-10ms', 60000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (233, 223, 1, '2030-05-29 11:38:20', '2030-05-29 11:42:40', 'Data collection successful', 'lumx-50ms', 60000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (234, 223, 2, '2030-05-29 11:43:20', '2030-05-29 11:47:40', 'Data collection successful', 'lumx-50ms', 60000, 0, 0, 0.0001, 1.0332, 1.8, 100),
    (235, 224, 1, '2030-05-29 11:52:20', '2030-05-29 11:53:00', 'Data collection successful', 'buffer-only', 5000, 0, 0, 0.0001, 1.0332, 1.8, 100);

UPDATE DataCollection
   SET startImageNumber = 1,
       numberOfPasses = 1,
       axisEnd = 0,
       overlap = 0,
       rotationAxis = 'Omega',
       detectorDistance = 150,
       detector2Theta = 0,
       resolutionAtCorner = 1.44,
       flux = 80000000000000.0,
       flux_end = 79000000000000.0,
       averageTemperature = 293,
       imageSuffix = 'h5',
       imageContainerSubPath = 'entry/data',
       fileTemplate = CONCAT(imagePrefix, '_', dataCollectionNumber, '_master.h5')
 WHERE dataCollectionId BETWEEN 201 AND 299;

-- Units: rate in Hz, bandwidth as a fraction, jet in micrometres and mm/s, laser in microjoules, reaction in seconds.
INSERT INTO SSXDataCollection
    (dataCollectionId, repetitionRate, energyBandwidth, monoStripe, experimentName,
     chipModel, chipPattern, jetSize, jetSpeed, laserEnergy, reactionDuration)
SELECT d.dataCollectionId, 250, 0.008, 'W/B4C', g.comments,
       CASE WHEN b.support = 'chip' THEN 'LLS-200' END, CASE WHEN b.support = 'chip' THEN 'serpentine' END,
       CASE WHEN b.support = 'jet' THEN 75 END, CASE WHEN b.support = 'jet' THEN 2.5 END,
       CASE WHEN g.comments LIKE 'delay%' OR g.comments = 'laser on' THEN 12 END,
       CASE g.comments WHEN 'delay 2 ms' THEN 0.002 WHEN 'delay 10 ms' THEN 0.01 WHEN 'delay 50 ms' THEN 0.05 END
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  LEFT JOIN BLSample b ON b.blSampleId = g.blSampleId
 WHERE d.dataCollectionId BETWEEN 201 AND 299;

-- Every collection of the jet has one chain: exposure and detection, and with the laser what goes before.
INSERT INTO EventChain (eventChainId, dataCollectionId, name)
SELECT d.dataCollectionId, d.dataCollectionId, CASE WHEN x.laserEnergy IS NULL THEN 'dark' ELSE 'pump and probe' END
  FROM DataCollection d
  JOIN SSXDataCollection x ON x.dataCollectionId = d.dataCollectionId
 WHERE x.jetSize IS NOT NULL;

INSERT INTO Event (eventId, eventChainId, eventTypeId, componentId, name, `offset`, duration, period, repetition)
SELECT ROW_NUMBER() OVER (ORDER BY c.eventChainId, t.eventTypeId), c.eventChainId, t.eventTypeId, NULL, 'X-rays',
       COALESCE(x.reactionDuration, 0), 0.0001, 0.004, d.numberOfImages
  FROM EventChain c
  JOIN DataCollection d ON d.dataCollectionId = c.dataCollectionId
  JOIN SSXDataCollection x ON x.dataCollectionId = c.dataCollectionId
  JOIN EventType t ON t.name IN ('XrayExposure', 'XrayDetection');

INSERT INTO Event (eventId, eventChainId, eventTypeId, componentId, name, `offset`, duration, period, repetition)
SELECT 100 + ROW_NUMBER() OVER (ORDER BY c.eventChainId, t.eventTypeId), c.eventChainId, t.eventTypeId,
       CASE WHEN t.name = 'ReactionTrigger' THEN 4 END,
       CASE WHEN t.name = 'ReactionTrigger' THEN 'uncaging' ELSE 'pump, 470 nm' END, 0, 0.00001, 0.004, d.numberOfImages
  FROM EventChain c
  JOIN DataCollection d ON d.dataCollectionId = c.dataCollectionId
  JOIN SSXDataCollection x ON x.dataCollectionId = c.dataCollectionId
  JOIN EventType t ON t.name = 'LaserExcitation' OR (t.name = 'ReactionTrigger' AND x.reactionDuration IS NOT NULL)
 WHERE x.laserEnergy IS NOT NULL;
