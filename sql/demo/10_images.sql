-- Images: of each MX and SSX collection the first, with its pictures, and the last; quality of the images of a few.

INSERT INTO Image
    (imageId, dataCollectionId, imageNumber, fileName, fileLocation, jpegFileFullPath, jpegThumbnailFileFullPath,
     measuredIntensity, cumulativeIntensity, synchrotronCurrent, temperature, machineMessage)
SELECT 10 * d.dataCollectionId + 1, d.dataCollectionId, 1,
       CONCAT(d.imagePrefix, '_', d.dataCollectionNumber, '_000001.h5'), d.imageDirectory,
       CASE WHEN d.dataCollectionId > 200 THEN '/demo-files/diffraction_ssx.jpg'
            WHEN d.imagePrefix LIKE '%BIFA%' THEN '/demo-files/diffraction_3.jpg'
            WHEN d.imagePrefix LIKE '%THAU%' THEN '/demo-files/diffraction_2.jpg'
            ELSE '/demo-files/diffraction_1.jpg' END,
       CASE WHEN d.dataCollectionId > 200 THEN '/demo-files/diffraction_ssxt.jpg'
            WHEN d.imagePrefix LIKE '%BIFA%' THEN '/demo-files/diffraction_3t.jpg'
            WHEN d.imagePrefix LIKE '%THAU%' THEN '/demo-files/diffraction_2t.jpg'
            ELSE '/demo-files/diffraction_1t.jpg' END,
       d.flux, d.flux, 198.4, d.averageTemperature, 'Uniform filling, top-up every 20 minutes'
  FROM DataCollection d
 WHERE d.detectorId IN (1, 2, 4)
   AND d.runStatus NOT IN ('Data collection failed', 'DataCollection Unsuccessful');

-- The first image of a failed collection came without pictures.
INSERT INTO Image (imageId, dataCollectionId, imageNumber, fileName, fileLocation, measuredIntensity)
SELECT 10 * d.dataCollectionId + 1, d.dataCollectionId, 1,
       CONCAT(d.imagePrefix, '_', d.dataCollectionNumber, '_000001.h5'), d.imageDirectory, NULL
  FROM DataCollection d
 WHERE d.runStatus IN ('Data collection failed', 'DataCollection Unsuccessful');

INSERT INTO Image
    (imageId, dataCollectionId, imageNumber, fileName, fileLocation,
     measuredIntensity, cumulativeIntensity, synchrotronCurrent, temperature, machineMessage)
SELECT 10 * d.dataCollectionId + 2, d.dataCollectionId, d.numberOfImages,
       CONCAT(d.imagePrefix, '_', d.dataCollectionNumber, '_', SUBSTR(CONCAT('00000', d.numberOfImages), -6), '.h5'),
       d.imageDirectory,
       d.flux_end, d.flux * d.numberOfImages, 197.9, d.averageTemperature, 'Uniform filling, top-up every 20 minutes'
  FROM DataCollection d
 WHERE d.detectorId IN (1, 2, 4)
   AND d.numberOfImages > 1
   AND d.runStatus IN ('Data collection successful', 'DataCollection Successful');

-- Every image of two sweeps (the crystal is long, and suffers towards the end).
INSERT INTO ImageQualityIndicators
    (imageQualityIndicatorsId, dataCollectionId, imageNumber, spotTotal, inResTotal, goodBraggCandidates, iceRings,
     method1Res, method2Res, maxUnitCell, pctSaturationTop50Peaks, inResolutionOvrlSpots, binPopCutOffMethod2Res,
     totalIntegratedSignal, dozor_score, recordTimeStamp)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900)
SELECT 1000 * d.dataCollectionId + n.i, d.dataCollectionId, n.i,
       180 + n.i * 29 % 61 - (n.i - n.i % 20) / 20, 150 + n.i * 29 % 61 - (n.i - n.i % 20) / 20,
       120 + n.i * 37 % 47 - (n.i - n.i % 20) / 20,
       CASE WHEN n.i % 97 = 0 THEN 1 ELSE 0 END,
       1.6 + n.i * 7 % 9 / 50.0 + n.i / 2000.0, 1.7 + n.i * 7 % 9 / 50.0 + n.i / 2000.0, 82.5, n.i * 11 % 17 / 4.0,
       n.i % 3, 1.6,
       90000 + n.i * 631 % 17000 - 20 * n.i, 70 + n.i * 37 % 31 - n.i / 25.0, d.endTime
  FROM DataCollection d
  JOIN n ON n.i <= d.numberOfImages
 WHERE d.dataCollectionId IN (6, 13);

-- Every point of a mesh of 20 by 12 and of a line of 40: best in column 11, row 5, and along the line at 22.  The meshes of
-- a Mesh3D were scanned there and back.
INSERT INTO ImageQualityIndicators
    (imageQualityIndicatorsId, dataCollectionId, imageNumber, spotTotal, inResTotal, goodBraggCandidates, iceRings,
     method1Res, method2Res, totalIntegratedSignal, dozor_score, recordTimeStamp)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 240),
point(i, x, y, snaked) AS (
    SELECT n.i, (n.i - 1) % 20 - 11, (n.i - 1 - (n.i - 1) % 20) / 20 - 5,
           CASE WHEN (n.i - 1) % 40 < 20 THEN (n.i - 1) % 20 - 11 ELSE 8 - (n.i - 1) % 20 END
      FROM n
),
score(i, mesh, snake, line) AS (
    SELECT p.i, 91 - 4 * p.x * p.x - 9 * p.y * p.y, 91 - 4 * p.snaked * p.snaked - 9 * p.y * p.y,
           80 - (p.i - 22) * (p.i - 22)
      FROM point p
),
seen(id, i, finish, value) AS (
    SELECT d.dataCollectionId, s.i, d.endTime,
           CASE WHEN d.imagePrefix LIKE 'line-%' THEN s.line WHEN g.experimentType = 'Mesh3D' THEN s.snake ELSE s.mesh END
      FROM DataCollection d
      JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
      JOIN score s ON s.i <= d.numberOfImages
     WHERE d.imagePrefix LIKE 'mesh-%' OR d.imagePrefix LIKE 'line-%'
)
SELECT 1000 * v.id + v.i, v.id, v.i,
       CASE WHEN v.value > 0 THEN 3 * v.value ELSE v.i * 7 % 5 END, CASE WHEN v.value > 0 THEN 2 * v.value ELSE 0 END,
       CASE WHEN v.value > 0 THEN 2 * v.value ELSE 0 END, 0,
       CASE WHEN v.value > 0 THEN 4 - v.value / 40.0 END, CASE WHEN v.value > 0 THEN 4.1 - v.value / 40.0 END,
       CASE WHEN v.value > 0 THEN 900 * v.value ELSE 0 END, CASE WHEN v.value > 0 THEN v.value ELSE 0 END, v.finish
  FROM seen v;

-- Every hundredth image of two chips.
INSERT INTO ImageQualityIndicators
    (imageQualityIndicatorsId, dataCollectionId, imageNumber, spotTotal, inResTotal, goodBraggCandidates, iceRings,
     method1Res, method2Res, totalIntegratedSignal, dozor_score, recordTimeStamp)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
SELECT 1000 * d.dataCollectionId + n.i, d.dataCollectionId, 100 * n.i,
       n.i * 53 % 89, n.i * 53 % 71, n.i * 53 % 61, 0, 2.1, 2.2, 4000 + n.i * 911 % 7000, n.i * 53 % 89 / 2.0, d.endTime
  FROM DataCollection d
  JOIN n ON 100 * n.i <= d.numberOfImages
 WHERE d.dataCollectionId IN (201, 202);
