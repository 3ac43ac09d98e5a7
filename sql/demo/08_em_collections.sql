-- The groups and collections of the EM sessions: a group for a grid, a collection for a grid square.
--
-- The images of a collection are movies (17_em_results.sql).  Every collection begins on the hour: a movie's time is
-- made of its hour and the movie's minute.

-- EM67-1, screening of grids.
INSERT INTO DataCollectionGroup
    (dataCollectionGroupId, sessionId, blSampleId, experimentType, workflowId, startTime, endTime, comments)
VALUES
    (301, 8, 58, 'EM', NULL, '2030-04-28 10:00:00', '2030-04-28 11:40:00', 'thick ice'),
    (302, 8, 59, 'EM', NULL, '2030-04-28 13:00:00', '2030-04-28 14:40:00', NULL),
    (303, 8, 60, 'EM', NULL, '2030-04-28 16:00:00', '2030-04-28 17:40:00', 'good ice'),
    (304, 8, 61, 'EM', NULL, '2030-04-29 10:00:00', '2030-04-29 10:40:00', 'broken support'),
    (305, 8, 60, 'EM', NULL, '2030-04-29 12:00:00', '2030-04-29 14:40:00', NULL),
    (306, 8, 60, 'tomo', NULL, '2030-04-29 16:00:00', '2030-04-29 16:40:00', NULL);

INSERT INTO DataCollection
    (dataCollectionId, dataCollectionGroupId, dataCollectionNumber, startTime, endTime, runStatus, imagePrefix,
     numberOfImages)
VALUES
    (301, 301, 1, '2030-04-28 10:00:00', '2030-04-28 10:40:00', 'Data collection successful', 'g1-sq1', 8),
    (302, 301, 2, '2030-04-28 11:00:00', '2030-04-28 11:40:00', 'Data collection successful', 'g1-sq2', 8),
    (303, 302, 1, '2030-04-28 13:00:00', '2030-04-28 13:40:00', 'Data collection successful', 'g2-sq1', 8),
    (304, 302, 2, '2030-04-28 14:00:00', '2030-04-28 14:40:00', 'Data collection successful', 'g2-sq2', 8),
    (305, 303, 1, '2030-04-28 16:00:00', '2030-04-28 16:40:00', 'Data collection successful', 'g3-sq1', 8),
    (306, 303, 2, '2030-04-28 17:00:00', '2030-04-28 17:40:00', 'Data collection successful', 'g3-sq2', 8),
    (307, 304, 1, '2030-04-29 10:00:00', '2030-04-29 10:40:00', 'Data collection successful', 'g4-sq1', 8),
    (308, 305, 1, '2030-04-29 12:00:00', '2030-04-29 12:40:00', 'Data collection successful', 'g3-sq1', 8),
    (309, 305, 2, '2030-04-29 13:00:00', '2030-04-29 13:40:00', 'Data collection successful', 'g3-sq2', 8),
    (310, 305, 3, '2030-04-29 14:00:00', '2030-04-29 14:40:00', 'Data collection successful', 'g3-sq3', 8),
    (311, 306, 1, '2030-04-29 16:00:00', '2030-04-29 16:40:00', 'Data collection successful', 'g3-tomo-sq1', 6);

-- EM67-2, running: the last square is being measured.
INSERT INTO DataCollectionGroup
    (dataCollectionGroupId, sessionId, blSampleId, experimentType, workflowId, startTime, endTime, comments)
VALUES
    (307, 9, 62, 'EM', NULL, '2030-06-10 10:00:00', '2030-06-10 12:40:00', NULL),
    (308, 9, 62, 'EM', NULL, '2030-06-10 14:00:00', '2030-06-10 16:40:00', NULL),
    (309, 9, 62, 'EM', NULL, '2030-06-10 18:00:00', '2030-06-10 21:40:00', NULL),
    (310, 9, 63, 'EM', NULL, '2030-06-11 06:00:00', '2030-06-11 09:40:00', NULL),
    (311, 9, 63, 'EM', NULL, '2030-06-11 11:00:00', '2030-06-11 13:40:00', NULL),
    (312, 9, 63, 'EM', NULL, '2030-06-11 15:00:00', '2030-06-11 18:40:00', NULL),
    (313, 9, 64, 'single particle', NULL, '2030-06-11 19:00:00', '2030-06-11 21:40:00', NULL),
    (314, 9, 64, 'EM', NULL, '2030-06-11 22:00:00', NULL, NULL);

INSERT INTO DataCollection
    (dataCollectionId, dataCollectionGroupId, dataCollectionNumber, startTime, endTime, runStatus, imagePrefix,
     numberOfImages)
VALUES
    (312, 307, 1, '2030-06-10 10:00:00', '2030-06-10 10:40:00', 'Data collection successful', 'h1-sq1', 8),
    (313, 307, 2, '2030-06-10 11:00:00', '2030-06-10 11:40:00', 'Data collection successful', 'h1-sq2', 8),
    (314, 307, 3, '2030-06-10 12:00:00', '2030-06-10 12:40:00', 'Data collection successful', 'h1-sq3', 8),
    (315, 308, 1, '2030-06-10 14:00:00', '2030-06-10 14:40:00', 'Data collection successful', 'h1-sq1', 8),
    (316, 308, 2, '2030-06-10 15:00:00', '2030-06-10 15:40:00', 'Data collection successful', 'h1-sq2', 8),
    (317, 308, 3, '2030-06-10 16:00:00', '2030-06-10 16:40:00', 'Data collection successful', 'h1-sq3', 8),
    (318, 309, 1, '2030-06-10 18:00:00', '2030-06-10 18:40:00', 'Data collection successful', 'h1-sq1', 8),
    (319, 309, 2, '2030-06-10 19:00:00', '2030-06-10 19:40:00', 'Data collection successful', 'h1-sq2', 8),
    (320, 309, 3, '2030-06-10 20:00:00', '2030-06-10 20:40:00', 'Data collection successful', 'h1-sq3', 8),
    (321, 309, 4, '2030-06-10 21:00:00', '2030-06-10 21:40:00', 'Data collection successful', 'h1-sq4', 8),
    (322, 310, 1, '2030-06-11 06:00:00', '2030-06-11 06:40:00', 'Data collection successful', 'h2-sq1', 8),
    (323, 310, 2, '2030-06-11 07:00:00', '2030-06-11 07:40:00', 'Data collection successful', 'h2-sq2', 8),
    (324, 310, 3, '2030-06-11 08:00:00', '2030-06-11 08:40:00', 'Data collection successful', 'h2-sq3', 8),
    (325, 310, 4, '2030-06-11 09:00:00', '2030-06-11 09:40:00', 'Data collection successful', 'h2-sq4', 8),
    (326, 311, 1, '2030-06-11 11:00:00', '2030-06-11 11:40:00', 'Data collection successful', 'h2-sq1', 8),
    (327, 311, 2, '2030-06-11 12:00:00', '2030-06-11 12:40:00', 'Data collection successful', 'h2-sq2', 8),
    (328, 311, 3, '2030-06-11 13:00:00', '2030-06-11 13:40:00', 'Data collection successful', 'h2-sq3', 8),
    (329, 312, 1, '2030-06-11 15:00:00', '2030-06-11 15:40:00', 'Data collection successful', 'h2-sq1', 8),
    (330, 312, 2, '2030-06-11 16:00:00', '2030-06-11 16:40:00', 'Data collection successful', 'h2-sq2', 8),
    (331, 312, 3, '2030-06-11 17:00:00', '2030-06-11 17:40:00', 'Data collection successful', 'h2-sq3', 8),
    (332, 312, 4, '2030-06-11 18:00:00', '2030-06-11 18:40:00', 'Data collection successful', 'h2-sq4', 8),
    (333, 313, 1, '2030-06-11 19:00:00', '2030-06-11 19:40:00', 'Data collection successful', 'h3-sq1', 8),
    (334, 313, 2, '2030-06-11 20:00:00', '2030-06-11 20:40:00', 'Data collection successful', 'h3-sq2', 8),
    (335, 313, 3, '2030-06-11 21:00:00', '2030-06-11 21:40:00', 'Data collection successful', 'h3-sq3', 8),
    (336, 314, 1, '2030-06-11 22:00:00', NULL, 'Running', 'h3-sq1', 8);

-- Voltage in kV, pixel in angstroms, fluence in electrons per square angstrom, defocus in angstroms.
-- xBeamPix holds the pixel size too, where older clients look for it.
UPDATE DataCollection
   SET startImageNumber = 1,
       exposureTime = 2.4,
       voltage = 300,
       magnification = 105000,
       nominalMagnification = 105000,
       pixelSizeOnImage = 0.84,
       xBeamPix = 0.84,
       imageSizeX = 5760,
       imageSizeY = 4092,
       binning = 1,
       totalExposedDose = 40,
       totalAbsorbedDose = 40,
       nominalDefocus = -14000,
       minDefocus = 8000,
       maxDefocus = 24000,
       defocusStepSize = 200,
       amountAstigmatism = 120,
       particleDiameter = 13,
       boxSize_CTF = 512,
       minResolution = 30,
       extractSize = 256,
       bgRadius = 96,
       objAperture = 100,
       c1aperture = 2000,
       c2aperture = 50,
       c3aperture = 2000,
       c1lens = 5,
       c2lens = 35.2,
       c3lens = 44.1,
       phasePlate = 0,
       beamSizeAtSampleX = 0.001,
       beamSizeAtSampleY = 0.001,
       beamShape = 'ellipse',
       averageTemperature = 85,
       imageSuffix = 'tiff',
       fileTemplate = CONCAT(imagePrefix, '_movie_%04d.tiff'),
       xtalSnapshotFullPath1 = '/demo-files/grid_square.jpg'
 WHERE dataCollectionId BETWEEN 301 AND 399;
