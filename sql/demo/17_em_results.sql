-- Electron microscopy: grid squares and holes, movies, motion correction, CTF, particles, classes.
--
-- A movie's id is a hundred times its collection's plus its number; its motion correction and CTF have the same id.

INSERT INTO Atlas (atlasId, dataCollectionGroupId, atlasImage, pixelSize, cassetteSlot, mode)
SELECT g.dataCollectionGroupId, g.dataCollectionGroupId, '/demo-files/grid_square.jpg', 0.00000135,
       CAST(b.location AS DECIMAL), 'Single Particle'
  FROM DataCollectionGroup g
  JOIN BLSample b ON b.blSampleId = g.blSampleId
 WHERE g.dataCollectionGroupId BETWEEN 301 AND 399 AND g.experimentType <> 'tomo';

INSERT INTO GridSquare
    (gridSquareId, atlasId, gridSquareLabel, gridSquareImage, pixelLocationX, pixelLocationY, height, width, angle,
     qualityIndicator, pixelSize, mode)
SELECT d.dataCollectionId, a.atlasId, d.dataCollectionNumber, '/demo-files/grid_square.jpg',
       120 + 40 * d.dataCollectionNumber, 90 + 25 * d.dataCollectionNumber,
       38, 38, 12, 1 - d.dataCollectionNumber / 10.0, 0.00000012, 'Single Particle'
  FROM DataCollection d
  JOIN Atlas a ON a.dataCollectionGroupId = d.dataCollectionGroupId;

INSERT INTO FoilHole
    (foilHoleId, gridSquareId, foilHoleLabel, foilHoleImage, pixelLocationX, pixelLocationY, diameter, qualityIndicator,
     pixelSize)
WITH hole(number) AS (SELECT 1 UNION ALL SELECT 2)
SELECT 10 * q.gridSquareId + h.number, q.gridSquareId, CONCAT('hole-', q.gridSquareId, '-', h.number),
       '/demo-files/grid_square.jpg',
       40 + 30 * h.number, 60, 1200000, 0.9, 0.00000012
  FROM GridSquare q
  JOIN hole h ON h.number > 0;

-- Eight movies a square, one every four minutes; a tomogram has six tilts.  Positions in metres, defocus in angstroms.
INSERT INTO Movie
    (movieId, dataCollectionId, movieNumber, foilHoleId, movieFullPath, micrographFullPath, micrographSnapshotFullPath,
     xmlMetaDataFullPath,
     dosePerImage, fluence, numberOfFrames, positionX, positionY, nominalDefocus, angle, createdTimeStamp)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 8)
SELECT 100 * d.dataCollectionId + n.i, d.dataCollectionId, n.i,
       (SELECT h.foilHoleId FROM FoilHole h WHERE h.foilHoleId = 10 * d.dataCollectionId + 1 + n.i % 2),
       CONCAT(d.imageDirectory, '/', d.imagePrefix, '_movie_', SUBSTR(CONCAT('000', n.i), -4), '.tiff'),
       '/demo-files/micrograph.jpg', '/demo-files/micrographt.jpg', '/demo-files/movie.xml',
       '40', 40, 40, 0.00002 * n.i, 0.00001 * d.dataCollectionNumber, -1 * (8000 + 2000 * n.i),
       CASE WHEN g.experimentType = 'tomo' THEN 20 * n.i - 70 ELSE 0 END,
       CONCAT(SUBSTR(d.startTime, 1, 14), SUBSTR(CONCAT('0', 4 * n.i), -2), ':30')
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN n ON n.i <= d.numberOfImages
 WHERE d.dataCollectionId BETWEEN 301 AND 399;

-- One program a collection and step: 1 motion correction, 2 CTF, 3 picking, 4 two-dimensional and 5 three-dimensional
-- classification; the last two only for the session at high resolution.
INSERT INTO AutoProcProgram
    (autoProcProgramId, dataCollectionId, processingPrograms, processingStatus, processingMessage, processingStartTime,
     processingEndTime, recordTimeStamp)
WITH step(number, name) AS (
    SELECT 1, 'MotionCor2'
    UNION ALL SELECT 2, 'CTFFIND4'
    UNION ALL SELECT 3, 'crYOLO'
    UNION ALL SELECT 4, 'RELION 2D'
    UNION ALL SELECT 5, 'RELION 3D'
)
SELECT 10 * d.dataCollectionId + s.number, d.dataCollectionId, s.name,
       CASE WHEN d.endTime IS NULL THEN 'RUNNING' ELSE 'SUCCESS' END, NULL,
       d.startTime, d.endTime, d.startTime
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN step s ON s.number <= CASE WHEN d.endTime IS NULL OR g.experimentType = 'tomo' THEN 2
                                  WHEN g.sessionId = 9 THEN 5
                                  ELSE 3 END
 WHERE d.dataCollectionId BETWEEN 301 AND 399;

-- The newest movie is not corrected yet.  Motion in angstroms, dose in electrons per square angstrom and frame.
INSERT INTO MotionCorrection
    (motionCorrectionId, movieId, dataCollectionId, autoProcProgramId, imageNumber, firstFrame, lastFrame, dosePerFrame,
     doseWeight, totalMotion,
     averageMotionPerFrame, patchesUsed, patchesUsedX, patchesUsedY, driftPlotFullPath, micrographFullPath,
     micrographSnapshotFullPath,
     correctedDoseMicrographFullPath, fftFullPath, fftCorrectedFullPath, logFileFullPath, createdTimeStamp)
SELECT m.movieId, m.movieId, m.dataCollectionId, 10 * m.dataCollectionId + 1, m.movieNumber, 1, 40, 1, 1,
       5 + m.movieId * 37 % 71 / 10.0,
       0.1 + m.movieId * 37 % 71 / 500.0, '5 x 5', 5, 5, '/demo-files/drift.png', '/demo-files/micrograph.jpg',
       '/demo-files/micrographt.jpg',
       '/demo-files/micrograph.jpg', '/demo-files/fft.jpg', '/demo-files/fft.jpg', '/demo-files/motion_correction.log',
       m.createdTimeStamp
  FROM Movie m
  JOIN DataCollection d ON d.dataCollectionId = m.dataCollectionId
 WHERE d.endTime IS NOT NULL OR m.movieNumber < 8;

-- The older columns hold text, the newer ones numbers; lengths in angstroms, angles in degrees.
INSERT INTO CTF
    (CTFid, motionCorrectionId, autoProcProgramId, defocusU, defocusV, angle, crossCorrelationCoefficient,
     resolutionLimit, estimatedBfactor,
     spectraImageFullPath, spectraImageThumbnailFullPath, logFilePath, boxSizeX, boxSizeY, minResolution, maxResolution,
     minDefocus, maxDefocus, defocusStepSize,
     astigmatism, astigmatismAngle, estimatedResolution, estimatedDefocus, amplitudeContrast, ccValue,
     fftTheoreticalFullPath, iceRingDensity, createdTimeStamp)
SELECT c.motionCorrectionId, c.motionCorrectionId, 10 * c.dataCollectionId + 2,
       CONCAT(10000 + 1500 * c.imageNumber + c.motionCorrectionId % 300),
       CONCAT(9800 + 1500 * c.imageNumber + c.motionCorrectionId % 300),
       CONCAT(c.motionCorrectionId * 7 % 180), CONCAT('0.1', c.motionCorrectionId % 9),
       CONCAT('3.', c.motionCorrectionId % 9), CONCAT(60 + c.motionCorrectionId % 40),
       '/demo-files/ctf.jpg', '/demo-files/ctft.jpg', '/demo-files/ctf.log', 512, 512, 30, 3, 5000, 30000, 200,
       200, c.motionCorrectionId * 7 % 180, 3 + c.motionCorrectionId % 9 / 10.0,
       9900 + 1500 * c.imageNumber + c.motionCorrectionId % 300, 0.1,
       0.1 + c.motionCorrectionId % 9 / 100.0, '/demo-files/ctf.jpg', 1 + c.motionCorrectionId % 5 / 10.0,
       c.createdTimeStamp
  FROM MotionCorrection c;

INSERT INTO RelativeIceThickness
    (relativeIceThicknessId, motionCorrectionId, autoProcProgramId, minimum, q1, median, q3, maximum)
SELECT c.motionCorrectionId, c.motionCorrectionId, c.autoProcProgramId, 11000, 11400,
       11600 + c.motionCorrectionId % 100, 12000, 13100
  FROM MotionCorrection c;

-- Diameters in nanometres.
INSERT INTO ParticlePicker
    (particlePickerId, programId, firstMotionCorrectionId, particlePickingTemplate, particleDiameter, numberOfParticles,
     summaryImageFullPath)
SELECT p.dataCollectionId, p.autoProcProgramId, 100 * p.dataCollectionId + 1, 'general model', 13,
       1600 + p.dataCollectionId * 29 % 400, '/demo-files/micrograph.jpg'
  FROM AutoProcProgram p
 WHERE p.processingPrograms = 'crYOLO';

INSERT INTO AutoProcProgramAttachment
    (autoProcProgramAttachmentId, autoProcProgramId, fileType, fileName, filePath, importanceRank, deleted,
     recordTimeStamp)
SELECT 10 * p.autoProcProgramId + 1, p.autoProcProgramId, 'Result', 'particles.star', '/demo-files', 1, 0,
       p.processingEndTime
  FROM AutoProcProgram p
 WHERE p.processingPrograms = 'crYOLO';

INSERT INTO ParticleClassificationGroup
    (particleClassificationGroupId, particlePickerId, programId, type, batchNumber, numberOfParticlesPerBatch,
     numberOfClassesPerBatch, symmetry, binnedPixelSize)
SELECT p.autoProcProgramId, p.dataCollectionId, p.autoProcProgramId,
       CASE WHEN p.processingPrograms = 'RELION 2D' THEN '2D' ELSE '3D' END, 1,
       k.numberOfParticles, CASE WHEN p.processingPrograms = 'RELION 2D' THEN 10 ELSE 3 END,
       CASE WHEN p.processingPrograms = 'RELION 2D' THEN 'C1' ELSE 'O' END, 3.36
  FROM AutoProcProgram p
  JOIN ParticlePicker k ON k.particlePickerId = p.dataCollectionId
 WHERE p.processingPrograms IN ('RELION 2D', 'RELION 3D');

INSERT INTO ParticleClassification
    (particleClassificationId, particleClassificationGroupId, classNumber, classImageFullPath, particlesPerClass,
     classDistribution,
     rotationAccuracy, translationAccuracy, estimatedResolution, overallFourierCompleteness, selected)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10)
SELECT 100 * g.particleClassificationGroupId + n.i, g.particleClassificationGroupId, n.i,
       CASE WHEN n.i <= 3 THEN CONCAT('/demo-files/class_', n.i, '.jpg') ELSE '/demo-files/classes.jpg' END,
       300 - 25 * n.i, 0.19 - 0.016 * n.i, 1.2 + n.i / 10.0, 1.1 + n.i / 10.0, 6 + n.i, 0.9,
       CASE WHEN n.i <= 3 THEN 1 ELSE 0 END
  FROM ParticleClassificationGroup g
  JOIN n ON n.i <= g.numberOfClassesPerBatch;

INSERT INTO CryoemInitialModel (cryoemInitialModelId, resolution, numberOfParticles) VALUES
    (1, 12.5, 4200);

INSERT INTO ParticleClassification_has_CryoemInitialModel (particleClassificationId, cryoemInitialModelId)
SELECT c.particleClassificationId, 1
  FROM ParticleClassification c
  JOIN ParticleClassificationGroup g ON g.particleClassificationGroupId = c.particleClassificationGroupId
 WHERE g.type = '3D' AND c.classNumber = 1;

-- Sizes in pixels, pixelSpacing in angstroms, errors in nanometres.
INSERT INTO Tomogram
    (tomogramId, dataCollectionId, autoProcProgramId, volumeFile, stackFile, fileDirectory, sizeX, sizeY, sizeZ,
     pixelSpacing,
     residualErrorMean, residualErrorSD, xAxisCorrection, tiltAngleOffset, zShift, centralSliceImage, xyShiftPlot,
     projXY, projXZ,
     globalAlignmentQuality, thickness, recordTimeStamp)
SELECT 1, d.dataCollectionId, 10 * d.dataCollectionId + 1, 'tomogram.mrc', 'stack.mrc', d.imageDirectory, 1440, 1023,
       300, 3.36,
       1.1, 0.6, 0.2, -1.5, 12, '/demo-files/micrograph.jpg', '/demo-files/drift.png', '/demo-files/micrograph.jpg',
       '/demo-files/fft.jpg',
       0.82, 180, d.endTime
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
 WHERE g.experimentType = 'tomo';

INSERT INTO TiltImageAlignment
    (movieId, tomogramId, defocusU, defocusV, psdFile, resolution, fitQuality, refinedMagnification, refinedTiltAngle,
     refinedTiltAxis, residualError)
SELECT m.movieId, t.tomogramId, 30000 + 100 * m.movieNumber, 29700 + 100 * m.movieNumber, NULL, 12, 0.8, 1,
       m.angle + 0.2, 84.6, 1.1
  FROM Tomogram t
  JOIN Movie m ON m.dataCollectionId = t.dataCollectionId;
