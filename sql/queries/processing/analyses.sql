-- Phasing as it was recorded before there were steps; some pipelines still do.

-- name: list_phasing_analyses()
-- Analyses of scalings of collections that the caller may see.
SELECT pa.phasingAnalysisId,
       pa.recordTimeStamp
  FROM PhasingAnalysis pa
  /*join*/
 WHERE 1 = 1
 ORDER BY pa.phasingAnalysisId
 /*page*/;

-- name: count_phasing_analyses()
-- How many analyses the same conditions leave.
SELECT COUNT(*) AS total
  FROM PhasingAnalysis pa
  /*join*/
 WHERE 1 = 1;

-- part: analyses_of_collections()
-- Analyses of scalings with an integration of a collection that the caller may see.
SELECT DISTINCT hs.phasingAnalysisId
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN AutoProcIntegration ai ON ai.dataCollectionId = d.dataCollectionId
  JOIN AutoProcScaling_has_Int h ON h.autoProcIntegrationId = ai.autoProcIntegrationId
  JOIN Phasing_has_Scaling hs ON hs.autoProcScalingId = h.autoProcScalingId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: parts_of_analyses(analyses)
-- What belongs to some analyses, one row a part: scalings, stages in the order of the work, files, statistics.
SELECT k.kind,
       k.parentId,
       hs.phasingHasScalingId AS scaling__phasingHasScalingId,
       hs.autoProcScalingId AS scaling__autoProcScalingId,
       hs.datasetNumber AS scaling__datasetNumber,
       COALESCE(s1.preparePhasingDataId, s2.substructureDeterminationId, s3.phasingId, s4.modelBuildingId) AS stage__id,
       CASE k.place WHEN 1 THEN 'PREPARE' WHEN 2 THEN 'SUBSTRUCTUREDETERMINATION' WHEN 3 THEN 'PHASING'
                    WHEN 4 THEN 'MODELBUILDING' END AS stage__stage,
       COALESCE(s2.method, s3.method) AS stage__method,
       s3.solventContent AS stage__solventContent,
       s3.enantiomorph AS stage__enantiomorph,
       COALESCE(s1.lowRes, s2.lowRes, s3.lowRes, s4.lowRes) AS stage__lowRes,
       COALESCE(s1.highRes, s2.highRes, s3.highRes, s4.highRes) AS stage__highRes,
       COALESCE(s1.recordTimeStamp, s2.recordTimeStamp, s3.recordTimeStamp, s4.recordTimeStamp)
           AS stage__recordTimeStamp,
       sg.spaceGroupId AS stage__SpaceGroup__spaceGroupId,
       sg.spaceGroupShortName AS stage__SpaceGroup__spaceGroupShortName,
       sg.spaceGroupName AS stage__SpaceGroup__spaceGroupName,
       pr.phasingProgramRunId AS stage__PhasingProgramRun__phasingProgramRunId,
       pr.phasingCommandLine AS stage__PhasingProgramRun__phasingCommandLine,
       pr.phasingPrograms AS stage__PhasingProgramRun__phasingPrograms,
       CAST(pr.phasingStatus AS CHAR) AS stage__PhasingProgramRun__phasingStatus,
       pr.phasingMessage AS stage__PhasingProgramRun__phasingMessage,
       pr.phasingStartTime AS stage__PhasingProgramRun__phasingStartTime,
       pr.phasingEndTime AS stage__PhasingProgramRun__phasingEndTime,
       pr.phasingEnvironment AS stage__PhasingProgramRun__phasingEnvironment,
       pf.phasingProgramAttachmentId AS file__phasingProgramAttachmentId,
       pf.phasingProgramRunId AS file__phasingProgramRunId,
       pf.fileType AS file__fileType,
       pf.fileName AS file__fileName,
       pf.recordTimeStamp AS file__recordTimeStamp,
       st.phasingStatisticsId AS statistic__phasingStatisticsId,
       st.phasingStepId AS statistic__phasingStepId,
       st.numberOfBins AS statistic__numberOfBins,
       st.binNumber AS statistic__binNumber,
       st.lowRes AS statistic__lowRes,
       st.highRes AS statistic__highRes,
       st.metric AS statistic__metric,
       st.statisticsValue AS statistic__statisticsValue,
       st.nReflections AS statistic__nReflections
  FROM (SELECT 'scaling' AS kind,
               hs.phasingAnalysisId AS parentId,
               0 AS place,
               hs.phasingHasScalingId AS id,
               0 AS runId,
               0 AS spaceGroupId
          FROM Phasing_has_Scaling hs
         WHERE hs.phasingAnalysisId IN (:analyses)
         UNION ALL
        SELECT 'stage' AS kind,
               s1.phasingAnalysisId AS parentId,
               1 AS place,
               s1.preparePhasingDataId AS id,
               s1.phasingProgramRunId AS runId,
               s1.spaceGroupId
          FROM PreparePhasingData s1
         WHERE s1.phasingAnalysisId IN (:analyses)
         UNION ALL
        SELECT 'stage' AS kind,
               s2.phasingAnalysisId AS parentId,
               2 AS place,
               s2.substructureDeterminationId AS id,
               s2.phasingProgramRunId AS runId,
               s2.spaceGroupId
          FROM SubstructureDetermination s2
         WHERE s2.phasingAnalysisId IN (:analyses)
         UNION ALL
        SELECT 'stage' AS kind,
               s3.phasingAnalysisId AS parentId,
               3 AS place,
               s3.phasingId AS id,
               s3.phasingProgramRunId AS runId,
               s3.spaceGroupId
          FROM Phasing s3
         WHERE s3.phasingAnalysisId IN (:analyses)
         UNION ALL
        SELECT 'stage' AS kind,
               s4.phasingAnalysisId AS parentId,
               4 AS place,
               s4.modelBuildingId AS id,
               s4.phasingProgramRunId AS runId,
               s4.spaceGroupId
          FROM ModelBuilding s4
         WHERE s4.phasingAnalysisId IN (:analyses)
         UNION ALL
        SELECT 'file' AS kind,
               pf.phasingProgramRunId AS parentId,
               0 AS place,
               pf.phasingProgramAttachmentId AS id,
               0 AS runId,
               0 AS spaceGroupId
          FROM (SELECT s1.phasingProgramRunId AS runId
                  FROM PreparePhasingData s1
                 WHERE s1.phasingAnalysisId IN (:analyses)
                 UNION
                SELECT s2.phasingProgramRunId AS runId
                  FROM SubstructureDetermination s2
                 WHERE s2.phasingAnalysisId IN (:analyses)
                 UNION
                SELECT s3.phasingProgramRunId AS runId
                  FROM Phasing s3
                 WHERE s3.phasingAnalysisId IN (:analyses)
                 UNION
                SELECT s4.phasingProgramRunId AS runId
                  FROM ModelBuilding s4
                 WHERE s4.phasingAnalysisId IN (:analyses)) runs
          JOIN PhasingProgramAttachment pf ON pf.phasingProgramRunId = runs.runId
         UNION ALL
        SELECT 'statistic' AS kind,
               hs.phasingAnalysisId AS parentId,
               0 AS place,
               st.phasingStatisticsId AS id,
               0 AS runId,
               0 AS spaceGroupId
          FROM Phasing_has_Scaling hs
          JOIN PhasingStatistics st ON st.phasingHasScalingId1 = hs.phasingHasScalingId
         WHERE hs.phasingAnalysisId IN (:analyses)) k
  LEFT JOIN Phasing_has_Scaling hs ON k.kind = 'scaling' AND hs.phasingHasScalingId = k.id
  LEFT JOIN PreparePhasingData s1 ON k.place = 1 AND s1.preparePhasingDataId = k.id
  LEFT JOIN SubstructureDetermination s2 ON k.place = 2 AND s2.substructureDeterminationId = k.id
  LEFT JOIN Phasing s3 ON k.place = 3 AND s3.phasingId = k.id
  LEFT JOIN ModelBuilding s4 ON k.place = 4 AND s4.modelBuildingId = k.id
  LEFT JOIN SpaceGroup sg ON sg.spaceGroupId = k.spaceGroupId
  LEFT JOIN PhasingProgramRun pr ON pr.phasingProgramRunId = k.runId
  LEFT JOIN PhasingProgramAttachment pf ON k.kind = 'file' AND pf.phasingProgramAttachmentId = k.id
  LEFT JOIN PhasingStatistics st ON k.kind = 'statistic' AND st.phasingStatisticsId = k.id
 ORDER BY k.parentId, k.kind, k.place, st.metric, st.binNumber, k.id;
