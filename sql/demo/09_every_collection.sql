-- What is filled in for the collections of all techniques: session, detector, folder, beam, pictures.
--
-- A column is never read in the UPDATE that sets it: MariaDB would see the new value there and SQLite the old one.

UPDATE DataCollection
   SET sessionId = (SELECT g.sessionId
                      FROM DataCollectionGroup g
                     WHERE g.dataCollectionGroupId = DataCollection.dataCollectionGroupId),
       detectorId = (SELECT b.detectorId
                       FROM DataCollectionGroup g
                       JOIN BLSession s ON s.sessionId = g.sessionId
                       JOIN BeamLineSetup b ON b.beamLineSetupId = s.beamLineSetupId
                      WHERE g.dataCollectionGroupId = DataCollection.dataCollectionGroupId),
       synchrotronMode = (SELECT b.synchrotronMode
                            FROM DataCollectionGroup g
                            JOIN BLSession s ON s.sessionId = g.sessionId
                            JOIN BeamLineSetup b ON b.beamLineSetupId = s.beamLineSetupId
                           WHERE g.dataCollectionGroupId = DataCollection.dataCollectionGroupId),
       imageDirectory = (SELECT CONCAT('/data/visitor/', LOWER(CONCAT(p.proposalCode, p.proposalNumber, '/', s.beamLineName)),
                                       '/visit', s.visit_number, '/', COALESCE(b.name, 'test'), '/run_',
                                       DataCollection.dataCollectionNumber)
                           FROM DataCollectionGroup g
                           JOIN BLSession s ON s.sessionId = g.sessionId
                           JOIN Proposal p ON p.proposalId = s.proposalId
                           LEFT JOIN BLSample b ON b.blSampleId = g.blSampleId
                          WHERE g.dataCollectionGroupId = DataCollection.dataCollectionGroupId);

-- The beam's position on the detector in mm and pixels, its size and the slits in mm, the gaps in mm.
UPDATE DataCollection
   SET xBeam = CASE detectorId WHEN 1 THEN 116.6 WHEN 2 THEN 77.6 ELSE 211.8 END,
       yBeam = CASE detectorId WHEN 1 THEN 122.3 WHEN 2 THEN 81.1 ELSE 217.3 END,
       xBeamPix = CASE detectorId WHEN 1 THEN 1554.7 WHEN 2 THEN 1034.7 ELSE 1231.4 END,
       yBeamPix = CASE detectorId WHEN 1 THEN 1630.7 WHEN 2 THEN 1081.3 ELSE 1263.4 END,
       beamSizeAtSampleX = CASE detectorId WHEN 2 THEN 0.004 ELSE 0.05 END,
       beamSizeAtSampleY = CASE detectorId WHEN 2 THEN 0.003 ELSE 0.03 END,
       focalSpotSizeAtSampleX = CASE detectorId WHEN 2 THEN 0.004 ELSE 0.05 END,
       focalSpotSizeAtSampleY = CASE detectorId WHEN 2 THEN 0.003 ELSE 0.03 END,
       beamShape = 'ellipse',
       slitGapHorizontal = CASE detectorId WHEN 2 THEN 0.2 ELSE 0.1 END,
       slitGapVertical = 0.1,
       undulatorGap1 = CASE detectorId WHEN 2 THEN 5.98 ELSE 11.42 END,
       undulatorGap2 = CASE detectorId WHEN 1 THEN 13.07 END,
       polarisation = CASE detectorId WHEN 4 THEN 0.98 ELSE 0.99 END
 WHERE detectorId IN (1, 2, 4);

-- Four pictures of a crystal in its loop, one before a characterisation; a mesh has its map as the third; in a
-- plate and on a chip the picture is that of the drop.  On the closed beamline no pictures were kept.
UPDATE DataCollection
   SET xtalSnapshotFullPath1 = CASE WHEN detectorId = 2 THEN '/demo-files/drop.jpg' ELSE '/demo-files/crystal_1.jpg' END,
       xtalSnapshotFullPath2 = CASE WHEN detectorId = 1 AND imagePrefix NOT LIKE 'ref-%' THEN '/demo-files/crystal_2.jpg' END,
       xtalSnapshotFullPath3 = CASE WHEN detectorId <> 1 OR imagePrefix LIKE 'ref-%' OR imagePrefix LIKE 'line-%' THEN NULL
                                    WHEN imagePrefix LIKE 'mesh-%' THEN '/demo-files/mesh.png'
                                    ELSE '/demo-files/crystal_3.jpg' END,
       xtalSnapshotFullPath4 = CASE WHEN detectorId <> 1 OR imagePrefix LIKE 'ref-%' OR imagePrefix LIKE 'line-%'
                                         OR imagePrefix LIKE 'mesh-%' OR imagePrefix LIKE '%-SE-%' THEN NULL
                                    ELSE '/demo-files/crystal_4.jpg' END
 WHERE detectorId = 1
    OR dataCollectionId BETWEEN 201 AND 211
    OR blSubSampleId <= 12;

-- Plots of what came to a good end.
UPDATE DataCollection
   SET imageQualityIndicatorsPlotPath = '/demo-files/quality_plot.png',
       imageQualityIndicatorsCSVPath = '/demo-files/quality.csv',
       bestWilsonPlotPath = CASE WHEN detectorId = 1 AND numberOfImages >= 300 THEN '/demo-files/wilson_plot.png' END
 WHERE detectorId IN (1, 2)
   AND runStatus IN ('Data collection successful', 'DataCollection Successful');

UPDATE DataCollectionGroup
   SET xtalSnapshotFullPath = (SELECT MIN(d.xtalSnapshotFullPath1)
                                 FROM DataCollection d
                                WHERE d.dataCollectionGroupId = DataCollectionGroup.dataCollectionGroupId),
       detectorMode = 'continuous',
       crystalClass = CASE WHEN experimentType = 'OSC' THEN '1' END,
       actualSampleBarcode = (SELECT b.code FROM BLSample b WHERE b.blSampleId = DataCollectionGroup.blSampleId),
       actualSampleSlotInContainer = (SELECT CAST(b.location AS DECIMAL)
                                        FROM BLSample b
                                       WHERE b.blSampleId = DataCollectionGroup.blSampleId),
       actualContainerBarcode = (SELECT c.barcode
                                   FROM BLSample b
                                   JOIN Container c ON c.containerId = b.containerId
                                  WHERE b.blSampleId = DataCollectionGroup.blSampleId),
       actualContainerSlotInSC = (SELECT CASE c.containerId WHEN 3 THEN 2 ELSE 1 END
                                    FROM BLSample b
                                    JOIN Container c ON c.containerId = b.containerId
                                   WHERE b.blSampleId = DataCollectionGroup.blSampleId)
 WHERE sessionId IN (2, 3, 10);

-- The parameters of long sweeps, and why a collection failed.
INSERT INTO DataCollectionFileAttachment
    (dataCollectionFileAttachmentId, dataCollectionId, fileFullPath, fileType, createTime)
SELECT d.dataCollectionId, d.dataCollectionId, '/demo-files/collection.json', 'params',
       COALESCE(d.endTime, '2030-06-12 06:00:00')
  FROM DataCollection d
 WHERE d.detectorId = 1 AND d.numberOfImages >= 900;

INSERT INTO DataCollectionFileAttachment
    (dataCollectionFileAttachmentId, dataCollectionId, fileFullPath, fileType, createTime)
SELECT 1000 + d.dataCollectionId, d.dataCollectionId, '/demo-files/collection_error.log', 'log', d.endTime
  FROM DataCollection d
 WHERE d.runStatus IN ('Data collection failed', 'DataCollection Unsuccessful');
