-- Automatic processing: programs, cells, scaling with three shells, integrations, files and messages.
--
-- The sweeps that ended well are processed by one to three programs.  A program's id is ten times the collection's
-- plus 1 for fast_dp, 2 for autoPROC, 3 for xia2; its cell, scaling and integration have the same id.

INSERT INTO AutoProcProgram
    (autoProcProgramId, dataCollectionId, processingPrograms, processingPipelineId, processingStatus,
     processingCommandLine, processingMessage,
     processingEnvironment, processingStartTime, processingEndTime, recordTimeStamp)
WITH pipeline(number, name, every, site_id) AS (
    SELECT 1, 'fast_dp', 1, 3
    UNION ALL SELECT 2, 'autoPROC', 2, 8
    UNION ALL SELECT 3, 'xia2 dials', 3, 6
),
sweep(id, finish, hour, minute, seed) AS (
    SELECT d.dataCollectionId, d.endTime, SUBSTR(d.endTime, 1, 14), 0 + SUBSTR(d.endTime, 15, 2), d.dataCollectionId * 7 % 13
      FROM DataCollection d
      JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
     WHERE g.experimentType IN ('OSC', 'SAD', 'SAD - Inverse Beam', 'MAD', 'MAD - Inverse Beam',
                                'Helical', 'GphNative', 'Multi-positional')
       AND g.blSampleId IS NOT NULL
       AND d.runStatus IN ('Data collection successful', 'DataCollection Successful')
)
SELECT 10 * s.id + p.number, s.id, p.name, p.site_id,
       CASE WHEN s.seed + p.number = 3 THEN 'FAILED' ELSE 'SUCCESS' END,
       CONCAT(LOWER(p.name), ' --collection ', s.id),
       CASE WHEN s.seed + p.number = 3 THEN 'Indexing failed' ELSE 'processing successful' END,
       'cluster', s.finish,
       CONCAT(s.hour,
              SUBSTR(CONCAT('0', CASE WHEN s.minute + 4 * p.number > 59 THEN 59 ELSE s.minute + 4 * p.number END), -2),
              ':59'), s.finish
  FROM sweep s
  JOIN pipeline p ON s.id % p.every = 0;

-- Programs of the other family write 1 and 0.
UPDATE AutoProcProgram
   SET processingStatus = CASE WHEN processingMessage = 'Indexing failed' THEN '0' ELSE '1' END
 WHERE dataCollectionId IN (SELECT d.dataCollectionId
                              FROM DataCollection d
                              JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
                             WHERE g.sessionId = 10);

-- Running since the newest sweep ended; registered but not begun; begun by a program that tells its state by NULL.
INSERT INTO AutoProcProgram
    (autoProcProgramId, dataCollectionId, processingPrograms, processingStatus, processingMessage,
     processingEnvironment,
     processingStartTime, processingEndTime, recordTimeStamp)
SELECT 9000 + n.i, MAX(d.dataCollectionId),
       CASE n.i WHEN 1 THEN 'EDNA_proc' WHEN 2 THEN 'xia2 3dii' ELSE 'grenades_fastproc' END,
       CASE WHEN n.i = 3 THEN 'RUNNING' END,
       CASE WHEN n.i = 3 THEN 'integrating' END, 'cluster', CASE WHEN n.i > 1 THEN MAX(d.endTime) END, NULL,
       MAX(d.endTime)
  FROM DataCollection d
  JOIN (SELECT 1 AS i UNION ALL SELECT 2 UNION ALL SELECT 3) n ON n.i > 0
 WHERE d.sessionId = 3 AND d.runStatus = 'Data collection successful'
 GROUP BY n.i;

INSERT INTO AutoProc
    (autoProcId, autoProcProgramId, spaceGroup, refinedCell_a, refinedCell_b, refinedCell_c, refinedCell_alpha,
     refinedCell_beta, refinedCell_gamma, recordTimeStamp)
SELECT p.autoProcProgramId, p.autoProcProgramId, t.spaceGroupName,
       c.cell_a * (1 + (p.autoProcProgramId % 7 - 3) / 1000.0),
       c.cell_b * (1 + (p.autoProcProgramId % 7 - 3) / 1000.0), c.cell_c * (1 + (p.autoProcProgramId % 5 - 2) / 1000.0),
       c.cell_alpha, c.cell_beta, c.cell_gamma, p.processingEndTime
  FROM AutoProcProgram p
  JOIN DataCollection d ON d.dataCollectionId = p.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN BLSample b ON b.blSampleId = g.blSampleId
  JOIN Crystal c ON c.crystalId = b.crystalId
  LEFT JOIN SpaceGroup t ON t.spaceGroupShortName = c.spaceGroup
 WHERE p.processingStatus IN ('SUCCESS', '1');

INSERT INTO AutoProcIntegration
    (autoProcIntegrationId, dataCollectionId, autoProcProgramId, startImageNumber, endImageNumber,
     refinedDetectorDistance, refinedXBeam, refinedYBeam,
     rotationAxisX, rotationAxisY, rotationAxisZ, beamVectorX, beamVectorY, beamVectorZ,
     cell_a, cell_b, cell_c, cell_alpha, cell_beta, cell_gamma, anomalous, recordTimeStamp)
SELECT p.autoProcProgramId, p.dataCollectionId, p.autoProcProgramId, 1, d.numberOfImages, d.detectorDistance + 0.05,
       d.xBeam + 0.01, d.yBeam - 0.02,
       1, 0, 0, 0, 0, 1,
       a.refinedCell_a, a.refinedCell_b, a.refinedCell_c, a.refinedCell_alpha, a.refinedCell_beta, a.refinedCell_gamma,
       CASE WHEN d.imagePrefix LIKE '%SE%' THEN 1 ELSE 0 END, p.processingEndTime
  FROM AutoProcProgram p
  JOIN DataCollection d ON d.dataCollectionId = p.dataCollectionId
  LEFT JOIN AutoProc a ON a.autoProcProgramId = p.autoProcProgramId
 WHERE p.autoProcProgramId < 9000;

INSERT INTO AutoProcScaling (autoProcScalingId, autoProcId, recordTimeStamp)
SELECT a.autoProcId, a.autoProcId, a.recordTimeStamp
  FROM AutoProc a;

INSERT INTO AutoProcScaling_has_Int
    (autoProcScaling_has_IntId, autoProcScalingId, autoProcIntegrationId, recordTimeStamp)
SELECT s.autoProcScalingId, s.autoProcScalingId, s.autoProcScalingId, s.recordTimeStamp
  FROM AutoProcScaling s;

-- Three sweeps kept the steps one by one; the last of them failed.
INSERT INTO AutoProcStatus (autoProcStatusId, autoProcIntegrationId, step, status, comments, bltimeStamp)
WITH step(number, name) AS (
    SELECT 1, 'Indexing'
    UNION ALL SELECT 2, 'Integration'
    UNION ALL SELECT 3, 'Correction'
    UNION ALL SELECT 4, 'Scaling'
)
SELECT 10 * i.autoProcIntegrationId + t.number, i.autoProcIntegrationId, t.name,
       CASE WHEN i.cell_a IS NULL THEN 'Failed' ELSE 'Successful' END, NULL, p.processingEndTime
  FROM AutoProcIntegration i
  JOIN AutoProcProgram p ON p.autoProcProgramId = i.autoProcProgramId
  JOIN step t ON i.cell_a IS NOT NULL OR t.number = 1
 WHERE i.autoProcIntegrationId IN (61, 91, 151);

-- Six sweeps of one crystal, put together twice: as they are, and cut off by an ellipsoid.
INSERT INTO ProcessingJob (processingJobId, dataCollectionId, displayName, comments, recordTimestamp, recipe, automatic)
SELECT 1, MIN(d.dataCollectionId), 'Six sweeps together', 'kappa 0 and 30', '2030-06-11 10:40:00', 'autoproc-multi', 0
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
 WHERE g.experimentType = 'Collect - Multiwedge';

INSERT INTO ProcessingJobParameter (processingJobParameterId, processingJobId, parameterKey, parameterValue) VALUES
    (1, 1, 'd_min', '1.6'),
    (2, 1, 'workflow_uid', '0f6d7c1e-demo');

INSERT INTO ProcessingJobImageSweep (processingJobImageSweepId, processingJobId, dataCollectionId, startImage, endImage)
SELECT ROW_NUMBER() OVER (ORDER BY d.dataCollectionId), 1, d.dataCollectionId, 1, d.numberOfImages
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
 WHERE g.experimentType = 'Collect - Multiwedge';

INSERT INTO AutoProcProgram
    (autoProcProgramId, dataCollectionId, processingJobId, processingPipelineId, processingPrograms, processingStatus,
     processingMessage,
     processingStartTime, processingEndTime, recordTimeStamp)
SELECT 9010, j.dataCollectionId, 1, 14, 'autoPROC+STARANISO', 'SUCCESS', 'processing successful',
       '2030-06-11 10:41:00', '2030-06-11 11:02:00', '2030-06-11 10:41:00'
  FROM ProcessingJob j;

INSERT INTO AutoProc
    (autoProcId, autoProcProgramId, spaceGroup, refinedCell_a, refinedCell_b, refinedCell_c, refinedCell_alpha,
     refinedCell_beta, refinedCell_gamma, recordTimeStamp)
VALUES
    (9010, 9010, 'P 21 21 21', 61.42, 72.79, 98.34, 90, 90, 90, '2030-06-11 11:02:00');

INSERT INTO AutoProcScaling
    (autoProcScalingId, autoProcId, recordTimeStamp, resolutionEllipsoidAxis11, resolutionEllipsoidAxis12,
     resolutionEllipsoidAxis13,
     resolutionEllipsoidAxis21, resolutionEllipsoidAxis22, resolutionEllipsoidAxis23, resolutionEllipsoidAxis31,
     resolutionEllipsoidAxis32,
     resolutionEllipsoidAxis33, resolutionEllipsoidValue1, resolutionEllipsoidValue2, resolutionEllipsoidValue3)
VALUES
    (9010, 9010, '2030-06-11 11:02:00', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (9011, 9010, '2030-06-11 11:02:00', 1, 0, 0, 0, 1, 0, 0, 0, 1, 1.58, 1.71, 2.03);

INSERT INTO AutoProcIntegration
    (autoProcIntegrationId, dataCollectionId, autoProcProgramId, startImageNumber, endImageNumber,
     refinedDetectorDistance, refinedXBeam, refinedYBeam,
     rotationAxisX, rotationAxisY, rotationAxisZ, beamVectorX, beamVectorY, beamVectorZ,
     cell_a, cell_b, cell_c, cell_alpha, cell_beta, cell_gamma, anomalous, recordTimeStamp)
SELECT 9010 + w.processingJobImageSweepId, w.dataCollectionId, 9010, w.startImage, w.endImage,
       d.detectorDistance + 0.05, d.xBeam + 0.01, d.yBeam - 0.02,
       1, 0, 0, 0, 0, 1, 61.42, 72.79, 98.34, 90, 90, 90, 1, '2030-06-11 11:02:00'
  FROM ProcessingJobImageSweep w
  JOIN DataCollection d ON d.dataCollectionId = w.dataCollectionId;

INSERT INTO AutoProcScaling_has_Int
    (autoProcScaling_has_IntId, autoProcScalingId, autoProcIntegrationId, recordTimeStamp)
SELECT 10 * s.autoProcScalingId + w.processingJobImageSweepId, s.autoProcScalingId, 9010 + w.processingJobImageSweepId,
       s.recordTimeStamp
  FROM AutoProcScaling s
  JOIN ProcessingJobImageSweep w ON s.autoProcId = 9010;

-- R values and CC(1/2) are fractions, completeness is in per cent, resolutions are in angstroms.
INSERT INTO AutoProcScalingStatistics
    (autoProcScalingStatisticsId, autoProcScalingId, scalingStatisticsType, resolutionLimitLow, resolutionLimitHigh,
     rMerge, rMeasWithinIPlusIMinus, rMeasAllIPlusIMinus, rPimWithinIPlusIMinus, rPimAllIPlusIMinus,
     fractionalPartialBias,
     nTotalObservations, nTotalUniqueObservations, meanIOverSigI, completeness, multiplicity, anomalousCompleteness,
     anomalousMultiplicity,
     ccHalf, ccAno, ccAnomalous, sigAno, isa, resIOverSigI2, completenessSpherical, completenessEllipsoidal,
     anomalousCompletenessSpherical, anomalousCompletenessEllipsoidal, anomalous, recordTimeStamp)
WITH shell(number, name, low, finer, r, i_over_sigma, part, cc) AS (
    SELECT 1, 'overall', 55.9, 1.0, 0.06, 17.0, 1.0, 0.999
    UNION ALL SELECT 2, 'innerShell', 55.9, 2.7, 0.03, 48.0, 0.05, 0.998
    UNION ALL SELECT 3, 'outerShell', 1.04, 1.0, 0.85, 2.1, 0.05, 0.74
),
scaled(id, limit_high, bad, anomalous, stamp, ellipsoid) AS (
    SELECT s.autoProcScalingId, MIN(d.resolution), s.autoProcScalingId % 10, MAX(i.anomalous), s.recordTimeStamp,
           CASE WHEN s.resolutionEllipsoidValue1 IS NULL THEN 0 ELSE 1 END
      FROM AutoProcScaling s
      JOIN AutoProcScaling_has_Int h ON h.autoProcScalingId = s.autoProcScalingId
      JOIN AutoProcIntegration i ON i.autoProcIntegrationId = h.autoProcIntegrationId
      JOIN DataCollection d ON d.dataCollectionId = i.dataCollectionId
     GROUP BY s.autoProcScalingId, s.recordTimeStamp, s.resolutionEllipsoidValue1
)
SELECT 10 * a.id + s.number, a.id, s.name, CASE WHEN s.number = 3 THEN s.low * a.limit_high ELSE s.low END,
       s.finer * a.limit_high,
       s.r * (1 + a.bad / 20.0), s.r * (1.04 + a.bad / 20.0), s.r * (1.02 + a.bad / 20.0), s.r * (0.3 + a.bad / 50.0),
       s.r * (0.28 + a.bad / 50.0), -0.01,
       620000 * s.part, 50000 * s.part, s.i_over_sigma * (1 - a.bad / 25.0), 99.8 - s.number * 0.4, 12.4,
       99.4 - s.number * 0.5, 6.5,
       s.cc, CASE WHEN a.anomalous = 1 THEN 0.42 ELSE 0.02 END, CASE WHEN a.anomalous = 1 THEN 0.42 ELSE 0.02 END,
       CASE WHEN a.anomalous = 1 THEN '1.31' ELSE '0.79' END, '28.4', a.limit_high,
       99.8 - s.number * 0.4 - 18 * a.ellipsoid, CASE WHEN a.ellipsoid = 1 THEN 96.1 END,
       99.4 - s.number * 0.5 - 18 * a.ellipsoid, CASE WHEN a.ellipsoid = 1 THEN 95.2 END, a.anomalous, a.stamp
  FROM scaled a
  JOIN shell s ON s.number > 0;

-- filePath is the folder.
INSERT INTO AutoProcProgramAttachment
    (autoProcProgramAttachmentId, autoProcProgramId, fileType, fileName, filePath, importanceRank, deleted,
     recordTimeStamp)
WITH file(number, kind, name) AS (
    SELECT 1, 'Log', 'processing.log'
    UNION ALL SELECT 2, 'Result', 'scaled.hkl'
    UNION ALL SELECT 3, 'Graph', 'quality_plot.png'
)
SELECT 10 * p.autoProcProgramId + f.number, p.autoProcProgramId, f.kind, f.name, '/demo-files', f.number, 0,
       p.processingEndTime
  FROM AutoProcProgram p
  JOIN file f ON p.processingStatus IN ('SUCCESS', '1');

INSERT INTO AutoProcProgramAttachment
    (autoProcProgramAttachmentId, autoProcProgramId, fileType, fileName, filePath, importanceRank, deleted,
     recordTimeStamp)
SELECT 10 * p.autoProcProgramId + 1, p.autoProcProgramId, 'Log', 'processing_failed.log', '/demo-files', 1, 0,
       p.processingEndTime
  FROM AutoProcProgram p
 WHERE p.processingStatus IN ('FAILED', '0');

INSERT INTO AutoProcProgramMessage
    (autoProcProgramMessageId, autoProcProgramId, severity, message, description, recordTimeStamp)
SELECT 10 * p.autoProcProgramId + 1, p.autoProcProgramId, 'ERROR', 'Indexing failed',
       'No lattice explains more than 30 % of the spots.', p.processingEndTime
  FROM AutoProcProgram p
 WHERE p.processingStatus IN ('FAILED', '0');

INSERT INTO AutoProcProgramMessage
    (autoProcProgramMessageId, autoProcProgramId, severity, message, description, recordTimeStamp)
SELECT 10 * p.autoProcProgramId + 2, p.autoProcProgramId,
       CASE WHEN p.autoProcProgramId % 8 = 1 THEN 'WARNING' ELSE 'INFO' END,
       CASE WHEN p.autoProcProgramId % 8 = 1 THEN 'Ice rings' ELSE 'Twinning test passed' END, NULL, p.processingEndTime
  FROM AutoProcProgram p
 WHERE p.processingStatus IN ('SUCCESS', '1') AND p.autoProcProgramId % 4 = 1;
