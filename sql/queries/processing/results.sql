-- part: scalings_of_collections()
-- Scalings with an integration of a collection that the caller may see.
SELECT DISTINCT h.autoProcScalingId
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN AutoProcIntegration ai ON ai.dataCollectionId = d.dataCollectionId
  JOIN AutoProcScaling_has_Int h ON h.autoProcIntegrationId = ai.autoProcIntegrationId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: list_results()
-- Scalings of collections that the caller may see, a row for each shell, with the program, the space group and the
-- cell; which scalings is settled first.
SELECT sc.autoProcScalingId,
       pg.autoProcProgramId,
       pg.processingPrograms,
       CAST(pg.processingStatus AS CHAR) AS processingStatus,
       pg.processingMessage,
       pg.processingEndTime,
       ap.spaceGroup,
       ap.refinedCell_a,
       ap.refinedCell_b,
       ap.refinedCell_c,
       ap.refinedCell_alpha,
       ap.refinedCell_beta,
       ap.refinedCell_gamma,
       st.scalingStatisticsType,
       st.resolutionLimitLow,
       st.resolutionLimitHigh,
       st.rMerge,
       st.rMeasAllIPlusIMinus,
       st.rPimAllIPlusIMinus,
       st.meanIOverSigI,
       st.ccHalf,
       COALESCE(st.ccAnomalous, st.ccAno) AS ccAnomalous,
       st.completeness,
       st.completenessEllipsoidal,
       st.multiplicity,
       st.anomalousCompleteness,
       st.anomalousMultiplicity,
       st.nTotalObservations,
       st.nTotalUniqueObservations,
       (SELECT COUNT(*)
          FROM AutoProcScaling_has_Int mi
         WHERE mi.autoProcScalingId = sc.autoProcScalingId) AS sweeps
  FROM (SELECT sc.autoProcScalingId
          FROM AutoProcScaling sc
          /*visible*/
          LEFT JOIN AutoProc ap ON ap.autoProcId = sc.autoProcId
          LEFT JOIN AutoProcProgram pg ON pg.autoProcProgramId = ap.autoProcProgramId
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN AutoProcScaling sc ON sc.autoProcScalingId = chosen.autoProcScalingId
  LEFT JOIN AutoProc ap ON ap.autoProcId = sc.autoProcId
  LEFT JOIN AutoProcProgram pg ON pg.autoProcProgramId = ap.autoProcProgramId
  LEFT JOIN AutoProcScalingStatistics st ON st.autoProcScalingId = sc.autoProcScalingId
 /*order*/;

-- name: count_results()
-- How many scalings the same conditions leave.
SELECT COUNT(*) AS total
  FROM AutoProcScaling sc
  /*visible*/
  LEFT JOIN AutoProc ap ON ap.autoProcId = sc.autoProcId
  LEFT JOIN AutoProcProgram pg ON pg.autoProcProgramId = ap.autoProcProgramId
 WHERE 1 = 1 /*where*/;

-- name: collections_of_results(scalings)
-- The sweeps that went into some scalings, those of collections that the caller may not see left out.
SELECT h.autoProcScalingId,
       ai.autoProcIntegrationId,
       ai.startImageNumber,
       ai.endImageNumber,
       d.dataCollectionId,
       d.dataCollectionNumber,
       d.imagePrefix,
       d.startTime,
       g.dataCollectionGroupId,
       g.sessionId,
       COALESCE(g.blSampleId, d.blSampleId) AS blSampleId,
       bls.name AS blSample
  FROM AutoProcScaling_has_Int h
  JOIN AutoProcIntegration ai ON ai.autoProcIntegrationId = h.autoProcIntegrationId
  JOIN DataCollection d ON d.dataCollectionId = ai.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
  LEFT JOIN BLSample bls ON bls.blSampleId = COALESCE(g.blSampleId, d.blSampleId)
 WHERE h.autoProcScalingId IN (:scalings)
 ORDER BY h.autoProcScalingId, ai.dataCollectionId, ai.autoProcIntegrationId;

-- name: candidates(grouped, most)
-- What decides which scaling is the best, once for each collection that went into it; with the groups of its sample if
-- ``grouped`` is 1.
SELECT d.dataCollectionId,
       d.dataCollectionGroupId,
       COALESCE(g.blSampleId, d.blSampleId) AS blSampleId,
       hs.blSampleGroupId,
       h.autoProcScalingId,
       CAST(pg.processingStatus AS CHAR) AS processingStatus,
       st.resolutionLimitHigh,
       st.completeness,
       st.completenessEllipsoidal
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN AutoProcIntegration ai ON ai.dataCollectionId = d.dataCollectionId
  JOIN AutoProcScaling_has_Int h ON h.autoProcIntegrationId = ai.autoProcIntegrationId
  JOIN AutoProcScalingStatistics st
    ON st.autoProcScalingId = h.autoProcScalingId
   AND st.scalingStatisticsType = 'overall'
  JOIN AutoProcScaling sc ON sc.autoProcScalingId = h.autoProcScalingId
  /*visible*/
  LEFT JOIN AutoProc ap ON ap.autoProcId = sc.autoProcId
  LEFT JOIN AutoProcProgram pg ON pg.autoProcProgramId = ap.autoProcProgramId
  LEFT JOIN BLSampleGroup_has_BLSample hs ON hs.blSampleId = COALESCE(g.blSampleId, d.blSampleId) AND :grouped = 1
 WHERE 1 = 1 /*where*/
 LIMIT :most;

-- name: runs_without_results()
-- Runs of programs of collections that led to no scaling, the latest recorded first.
SELECT w.autoProcProgramId,
       pg.processingPrograms,
       CAST(pg.processingStatus AS CHAR) AS processingStatus,
       pg.processingMessage,
       pg.processingStartTime,
       pg.processingEndTime
  FROM (SELECT DISTINCT way.autoProcProgramId
          FROM (SELECT pg.autoProcProgramId,
                       0 AS dataCollectionId,
                       pg.processingPrograms,
                       CAST(pg.processingStatus AS CHAR) AS processingStatus
                  FROM AutoProcProgram pg
                 WHERE 1 = 0 /*union*/) way) w
  JOIN AutoProcProgram pg ON pg.autoProcProgramId = w.autoProcProgramId
 WHERE NOT EXISTS (SELECT 1
                     FROM AutoProc ap
                     JOIN AutoProcScaling sc ON sc.autoProcId = ap.autoProcId
                    WHERE ap.autoProcProgramId = w.autoProcProgramId)
 ORDER BY w.autoProcProgramId DESC
 LIMIT 2000;
