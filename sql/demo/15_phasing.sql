-- Downstream of processing: one structure solved by SAD, step by step, and a refinement after molecular replacement.

INSERT INTO PhasingProgramRun
    (phasingProgramRunId, phasingPrograms, phasingCommandLine, phasingStatus, phasingMessage, phasingStartTime,
     phasingEndTime,
     phasingEnvironment, phasingDirectory, recordTimeStamp)
VALUES
    (1, 'SHELXC', 'shelxc bifa', 1, NULL, '2030-06-11 12:00:00', '2030-06-11 12:00:20', 'cluster', '/demo-files', '2030-06-11 12:00:00'),
    (2, 'SHELXD', 'shelxd bifa_fa', 1, '8 sites', '2030-06-11 12:00:20', '2030-06-11 12:03:00', 'cluster', '/demo-files', '2030-06-11 12:00:20'),
    (3, 'SHELXE', 'shelxe bifa bifa_fa', 1, NULL, '2030-06-11 12:03:00', '2030-06-11 12:09:00', 'cluster', '/demo-files', '2030-06-11 12:03:00'),
    (4, 'BUCCANEER', 'buccaneer_pipeline', 1, '168 residues', '2030-06-11 12:09:00', '2030-06-11 12:31:00', 'cluster',
     '/demo-files', '2030-06-11 12:09:00'),
    (5, 'SHELXE', 'shelxe bifa bifa_fa -i', 0, 'Other hand: no contrast', '2030-06-11 12:03:00', '2030-06-11 12:05:00',
     'cluster', '/demo-files', '2030-06-11 12:03:00');

-- The tree of steps on the first derivative's best data.
INSERT INTO PhasingStep
    (phasingStepId, previousPhasingStepId, programRunId, spaceGroupId, autoProcScalingId, phasingStepType, method,
     solventContent, enantiomorph, lowRes, highRes, groupName, recordTimeStamp)
SELECT t.id, t.previous, t.run, (SELECT MIN(g.spaceGroupId) FROM SpaceGroup g WHERE g.spaceGroupShortName = 'P212121'),
       (SELECT MIN(i.autoProcIntegrationId)
          FROM AutoProcIntegration i
          JOIN AutoProcScaling s ON s.autoProcScalingId = i.autoProcIntegrationId
          JOIN DataCollection d ON d.dataCollectionId = i.dataCollectionId
          JOIN DataCollectionGroup c ON c.dataCollectionGroupId = d.dataCollectionGroupId
         WHERE c.blSampleId = 21), t.kind, 'SAD', '0.48', t.hand, '55.9', '2.1', 'BIFA-SE', '2030-06-11 12:31:00'
  FROM (SELECT 1 AS id, NULL AS previous, 1 AS run, 'PREPARE' AS kind, NULL AS hand
        UNION ALL SELECT 2, 1, 2, 'SUBSTRUCTUREDETERMINATION', NULL
        UNION ALL SELECT 3, 2, 3, 'PHASING', '0'
        UNION ALL SELECT 4, 3, 4, 'MODELBUILDING', '0'
        UNION ALL SELECT 5, 2, 5, 'PHASING', '1') t;

INSERT INTO PhasingStatistics
    (phasingStatisticsId, phasingStepId, metric, statisticsValue, numberOfBins, binNumber, lowRes, highRes,
     nReflections)
VALUES
    (1, 2, 'CFOM', 68.2, 1, 999, 55.9, 2.1, 25100),
    (2, 3, 'CC of partial model', 41.7, 1, 999, 55.9, 2.1, 25100),
    (3, 3, 'FOM', 0.71, 1, 999, 55.9, 2.1, 25100),
    (4, 4, 'Residues Count', 168, 1, 999, 55.9, 2.1, 25100),
    (5, 4, 'Final R-work', 0.23, 1, 999, 55.9, 2.1, 25100),
    (6, 4, 'Final R-free', 0.27, 1, 999, 55.9, 2.1, 1250),
    (7, 5, 'CC of partial model', 12.4, 1, 999, 55.9, 2.1, 25100);

INSERT INTO PhasingProgramAttachment
    (phasingProgramAttachmentId, phasingProgramRunId, fileType, fileName, filePath, input, recordTimeStamp)
VALUES
    (1, 1, 'Logfile', 'processing.log', '/demo-files', 0, '2030-06-11 12:00:20'),
    (2, 4, 'PDB', 'model.pdb', '/demo-files', 0, '2030-06-11 12:31:00'),
    (3, 2, 'IMAGE', 'wilson_plot.png', '/demo-files', 0, '2030-06-11 12:03:00');

INSERT INTO AutoProcProgram
    (autoProcProgramId, dataCollectionId, processingPipelineId, parentAutoProcProgramId, processingPrograms,
     processingStatus, processingMessage,
     processingStartTime, processingEndTime, recordTimeStamp)
VALUES
    (9020, 6, 10, 61, 'dimple', '1', 'processing successful', '2030-04-13 10:20:00', '2030-04-13 10:26:00', '2030-04-13 10:20:00');

INSERT INTO AutoProcProgramAttachment
    (autoProcProgramAttachmentId, autoProcProgramId, fileType, fileName, filePath, importanceRank, deleted,
     recordTimeStamp)
VALUES
    (90201, 9020, 'Result', 'model.pdb', '/demo-files', 1, 0, '2030-04-13 10:26:00'),
    (90202, 9020, 'Log', 'processing.log', '/demo-files', 2, 0, '2030-04-13 10:26:00');

-- Heights in sigma, coordinates as fractions of the cell.
INSERT INTO MXMRRun
    (mxMRRunId, autoProcScalingId, autoProcProgramId, success, message, pipeline, inputCoordFile, outputCoordFile,
     logFile, runDirectory,
     rValueStart, rValueEnd, rFreeValueStart, rFreeValueEnd, LLG, TFZ, spaceGroup, starttime, endtime)
VALUES
    (1, 61, 9020, 1, NULL, 'dimple', '/demo-files/model.pdb', '/demo-files/model.pdb', '/demo-files/processing.log', '/demo-files',
     0.38, 0.21, 0.39, 0.25, 812.4, 24.1, 'P 43 21 2', '2030-04-13 10:20:00', '2030-04-13 10:26:00');

INSERT INTO MXMRRunBlob
    (mxMRRunBlobId, mxMRRunId, view1, view2, view3, filePath, x, y, z, height, occupancy, nearestAtomName,
     nearestAtomChainId,
     nearestAtomResName, nearestAtomResSeq, nearestAtomDistance, mapType)
VALUES
    (1, 1, 'crystal_1.jpg', 'crystal_2.jpg', 'crystal_3.jpg', '/demo-files', 0.12, 0.44, 0.31, 14.2, 1, 'SD', 'A', 'MET', 12, 0.4, 'anomalous'),
    (2, 1, 'crystal_1.jpg', 'crystal_2.jpg', 'crystal_3.jpg', '/demo-files', 0.52, 0.13, 0.77, 5.8, NULL, 'O', 'A', 'ASP', 52, 2.1, 'difference');
