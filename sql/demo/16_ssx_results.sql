-- Serial crystallography: hits, indexed patterns and unit cells of every collection, and one merged data set.
--
-- A program's id is ten times the collection's plus 1, the merged result is 9030.

INSERT INTO AutoProcProgram
    (autoProcProgramId, dataCollectionId, processingPrograms, processingCommandLine, processingStatus,
     processingMessage, processingEnvironment,
     processingStartTime, processingEndTime, recordTimeStamp)
SELECT 10 * d.dataCollectionId + 1, d.dataCollectionId, 'CrystFEL',
       'indexamajig --peaks=peakfinder8 --indexing=xgandalf',
       CASE WHEN g.blSampleId IS NULL THEN 'FAILED' ELSE 'SUCCESS' END,
       CASE WHEN g.blSampleId IS NULL THEN 'No hits' ELSE 'processing successful' END, 'cluster', d.startTime,
       d.endTime, d.startTime
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
 WHERE d.dataCollectionId BETWEEN 201 AND 299
   AND d.runStatus = 'Data collection successful';

-- An integration without content says which collection the program worked on.
INSERT INTO AutoProcIntegration
    (autoProcIntegrationId, dataCollectionId, autoProcProgramId, startImageNumber, endImageNumber, anomalous,
     recordTimeStamp)
SELECT p.autoProcProgramId, p.dataCollectionId, p.autoProcProgramId, 1, d.numberOfImages, 0, p.processingEndTime
  FROM AutoProcProgram p
  JOIN DataCollection d ON d.dataCollectionId = p.dataCollectionId
 WHERE p.processingPrograms = 'CrystFEL';

INSERT INTO AutoProcProgramAttachment
    (autoProcProgramAttachmentId, autoProcProgramId, fileType, fileName, filePath, importanceRank, deleted,
     recordTimeStamp)
WITH file(number, kind, name) AS (
    SELECT 1, 'Result', 'ssx_stats.json'
    UNION ALL SELECT 2, 'Result', 'ssx_cells.json'
    UNION ALL SELECT 3, 'Graph', 'unit_cells.png'
)
SELECT 10 * p.autoProcProgramId + f.number, p.autoProcProgramId, f.kind, f.name, '/demo-files', f.number, 0,
       p.processingEndTime
  FROM AutoProcProgram p
  JOIN file f ON p.processingStatus = 'SUCCESS'
 WHERE p.processingPrograms = 'CrystFEL';

-- Rates are fractions: hits of the images, indexed patterns of the hits.
INSERT INTO SSXProcessingResult
    (ssxProcessingResultId, dataCollectionId, hitRate, indexingRate, nbCrystals, indexingType, status, createdTimeStamp,
     lastUpdate, comments)
SELECT d.dataCollectionId, d.dataCollectionId,
       CASE p.processingStatus WHEN 'FAILED' THEN 0 ELSE 0.1 + d.dataCollectionId * 17 % 23 / 100.0 END,
       CASE p.processingStatus WHEN 'FAILED' THEN 0 ELSE 0.5 + d.dataCollectionId * 13 % 19 / 100.0 END,
       CASE p.processingStatus WHEN 'FAILED' THEN 0
            ELSE d.numberOfImages / 10000 * (10 + d.dataCollectionId * 17 % 23) * (50 + d.dataCollectionId * 13 % 19) END,
       CASE WHEN d.dataCollectionId % 5 = 0 THEN 'Preliminary' ELSE 'Final' END,
       CASE p.processingStatus WHEN 'FAILED' THEN 'Failed' ELSE 'Success' END, d.endTime, d.endTime, NULL
  FROM DataCollection d
  JOIN AutoProcProgram p ON p.dataCollectionId = d.dataCollectionId
 WHERE p.processingPrograms = 'CrystFEL';

INSERT INTO SSXProcessingResultAttachment
    (ssxProcessingResultAttachmentId, ssxProcessingResultId, fileName, filePath, fileType, createdTimeStamp, lastUpdate)
SELECT 10 * r.ssxProcessingResultId + 1, r.ssxProcessingResultId, 'ssx_stats.json', '/demo-files',
       'Real-time processing results', r.lastUpdate, r.lastUpdate
  FROM SSXProcessingResult r
 WHERE r.status = 'Success';

INSERT INTO SSXProcessingResultAttachment
    (ssxProcessingResultAttachmentId, ssxProcessingResultId, fileName, filePath, fileType, createdTimeStamp, lastUpdate)
SELECT 10 * r.ssxProcessingResultId + 2, r.ssxProcessingResultId, 'ssx_cells.json', '/demo-files', 'Processing results',
       r.lastUpdate, r.lastUpdate
  FROM SSXProcessingResult r
 WHERE r.status = 'Success' AND r.indexingType = 'Final';

-- All good chips of lysozyme together.
INSERT INTO AutoProcProgram
    (autoProcProgramId, dataCollectionId, processingPrograms, processingStatus, processingMessage, processingStartTime,
     processingEndTime, recordTimeStamp)
VALUES
    (9030, 201, 'CrystFEL partialator', 'SUCCESS', 'processing successful', '2030-05-28 14:00:00', '2030-05-28 15:10:00', '2030-05-28 14:00:00');

INSERT INTO AutoProc
    (autoProcId, autoProcProgramId, spaceGroup, refinedCell_a, refinedCell_b, refinedCell_c, refinedCell_alpha,
     refinedCell_beta, refinedCell_gamma, recordTimeStamp)
VALUES
    (9030, 9030, 'P 43 21 2', 79.2, 79.2, 38, 90, 90, 90, '2030-05-28 15:10:00');

INSERT INTO AutoProcScaling (autoProcScalingId, autoProcId, recordTimeStamp) VALUES
    (9030, 9030, '2030-05-28 15:10:00');

INSERT INTO AutoProcScaling_has_Int
    (autoProcScaling_has_IntId, autoProcScalingId, autoProcIntegrationId, recordTimeStamp)
SELECT 100000 + i.autoProcIntegrationId, 9030, i.autoProcIntegrationId, '2030-05-28 15:10:00'
  FROM AutoProcIntegration i
  JOIN DataCollection d ON d.dataCollectionId = i.dataCollectionId
 WHERE d.imagePrefix LIKE 'lyso-chip-%';

INSERT INTO AutoProcScalingStatistics
    (autoProcScalingStatisticsId, autoProcScalingId, scalingStatisticsType, resolutionLimitLow, resolutionLimitHigh,
     rMerge,
     nTotalObservations, nTotalUniqueObservations, meanIOverSigI, completeness, multiplicity, ccHalf, anomalous,
     recordTimeStamp)
VALUES
    (90301, 9030, 'overall', 56, 1.9, 0.14, 4810000, 9900, 7.9, 100, 486, 0.982, 0, '2030-05-28 15:10:00'),
    (90302, 9030, 'innerShell', 56, 5.1, 0.06, 240000, 560, 18.2, 100, 428, 0.994, 0, '2030-05-28 15:10:00'),
    (90303, 9030, 'outerShell', 1.97, 1.9, 1.21, 232000, 970, 1.1, 100, 239, 0.412, 0, '2030-05-28 15:10:00');

INSERT INTO AutoProcProgramAttachment
    (autoProcProgramAttachmentId, autoProcProgramId, fileType, fileName, filePath, importanceRank, deleted,
     recordTimeStamp)
VALUES
    (90301, 9030, 'Result', 'scaled.hkl', '/demo-files', 1, 0, '2030-05-28 15:10:00'),
    (90302, 9030, 'Log', 'processing.log', '/demo-files', 2, 0, '2030-05-28 15:10:00');
