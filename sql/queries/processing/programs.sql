-- name: list_programs()
-- Runs of programs that the caller may see, with their jobs; which ones is settled first.
SELECT pg.autoProcProgramId,
       pg.processingCommandLine,
       pg.processingPrograms,
       pg.processingStatus,
       pg.processingMessage,
       pg.processingStartTime,
       pg.processingEndTime,
       pg.processingEnvironment,
       pg.recordTimeStamp,
       pg.parentAutoProcProgramId,
       pj.processingJobId AS ProcessingJob__processingJobId,
       pj.displayName AS ProcessingJob__displayName,
       pj.comments AS ProcessingJob__comments,
       pj.recordTimestamp AS ProcessingJob__recordTimestamp,
       pj.recipe AS ProcessingJob__recipe,
       pj.automatic AS ProcessingJob__automatic,
       (SELECT COUNT(*)
          FROM AutoProcProgramAttachment a
         WHERE a.autoProcProgramId = pg.autoProcProgramId) AS _metadata__attachments
  FROM (SELECT pg.autoProcProgramId
          FROM AutoProcProgram pg
          /*visible*/
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN AutoProcProgram pg ON pg.autoProcProgramId = chosen.autoProcProgramId
  LEFT JOIN ProcessingJob pj ON pj.processingJobId = pg.processingJobId
 /*order*/;

-- name: count_programs()
-- How many runs the same conditions leave.
SELECT COUNT(*) AS total
  FROM AutoProcProgram pg
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: parts_of_programs(programs)
-- What belongs to some runs, one row a part: integrations of collections that the caller may see, the scalings they
-- went into, the shells of those; messages and jobs' parameters where the database has them.
SELECT k.kind,
       k.parentId,
       k.id,
       ai.autoProcIntegrationId AS integration__autoProcIntegrationId,
       ai.startImageNumber AS integration__startImageNumber,
       ai.endImageNumber AS integration__endImageNumber,
       ai.refinedDetectorDistance AS integration__refinedDetectorDistance,
       ai.refinedXBeam AS integration__refinedXBeam,
       ai.refinedYBeam AS integration__refinedYBeam,
       ai.rotationAxisX AS integration__rotationAxisX,
       ai.rotationAxisY AS integration__rotationAxisY,
       ai.rotationAxisZ AS integration__rotationAxisZ,
       ai.beamVectorX AS integration__beamVectorX,
       ai.beamVectorY AS integration__beamVectorY,
       ai.beamVectorZ AS integration__beamVectorZ,
       ai.cell_a AS integration__cell_a,
       ai.cell_b AS integration__cell_b,
       ai.cell_c AS integration__cell_c,
       ai.cell_alpha AS integration__cell_alpha,
       ai.cell_beta AS integration__cell_beta,
       ai.cell_gamma AS integration__cell_gamma,
       ai.anomalous AS integration__anomalous,
       d.dataCollectionId AS integration__DataCollection__dataCollectionId,
       d.xBeam AS integration__DataCollection__xBeam,
       d.yBeam AS integration__DataCollection__yBeam,
       iw.uid AS integration__Workflow__uid,
       iw.name AS integration__Workflow__name,
       iw.type AS integration__Workflow__type,
       iw.characterisation AS integration__Workflow__characterisation,
       iw.orientation AS integration__Workflow__orientation,
       iw.position AS integration__Workflow__position,
       sc.autoProcScalingId AS scaling__autoProcScalingId,
       sc.recordTimeStamp AS scaling__recordTimeStamp,
       sc.resolutionEllipsoidAxis11 AS scaling__resolutionEllipsoidAxis11,
       sc.resolutionEllipsoidAxis12 AS scaling__resolutionEllipsoidAxis12,
       sc.resolutionEllipsoidAxis13 AS scaling__resolutionEllipsoidAxis13,
       sc.resolutionEllipsoidAxis21 AS scaling__resolutionEllipsoidAxis21,
       sc.resolutionEllipsoidAxis22 AS scaling__resolutionEllipsoidAxis22,
       sc.resolutionEllipsoidAxis23 AS scaling__resolutionEllipsoidAxis23,
       sc.resolutionEllipsoidAxis31 AS scaling__resolutionEllipsoidAxis31,
       sc.resolutionEllipsoidAxis32 AS scaling__resolutionEllipsoidAxis32,
       sc.resolutionEllipsoidAxis33 AS scaling__resolutionEllipsoidAxis33,
       sc.resolutionEllipsoidValue1 AS scaling__resolutionEllipsoidValue1,
       sc.resolutionEllipsoidValue2 AS scaling__resolutionEllipsoidValue2,
       sc.resolutionEllipsoidValue3 AS scaling__resolutionEllipsoidValue3,
       ap.autoProcId AS scaling__AutoProc__autoProcId,
       ap.spaceGroup AS scaling__AutoProc__spaceGroup,
       ap.refinedCell_a AS scaling__AutoProc__refinedCell_a,
       ap.refinedCell_b AS scaling__AutoProc__refinedCell_b,
       ap.refinedCell_c AS scaling__AutoProc__refinedCell_c,
       ap.refinedCell_alpha AS scaling__AutoProc__refinedCell_alpha,
       ap.refinedCell_beta AS scaling__AutoProc__refinedCell_beta,
       ap.refinedCell_gamma AS scaling__AutoProc__refinedCell_gamma,
       st.autoProcScalingStatisticsId AS shell__autoProcScalingStatisticsId,
       st.scalingStatisticsType AS shell__scalingStatisticsType,
       st.comments AS shell__comments,
       st.resolutionLimitLow AS shell__resolutionLimitLow,
       st.resolutionLimitHigh AS shell__resolutionLimitHigh,
       st.rMerge AS shell__rMerge,
       st.rMeasWithinIPlusIMinus AS shell__rMeasWithinIPlusIMinus,
       st.rMeasAllIPlusIMinus AS shell__rMeasAllIPlusIMinus,
       st.rPimWithinIPlusIMinus AS shell__rPimWithinIPlusIMinus,
       st.rPimAllIPlusIMinus AS shell__rPimAllIPlusIMinus,
       st.fractionalPartialBias AS shell__fractionalPartialBias,
       st.nTotalObservations AS shell__nTotalObservations,
       st.nTotalUniqueObservations AS shell__nTotalUniqueObservations,
       st.meanIOverSigI AS shell__meanIOverSigI,
       st.completeness AS shell__completeness,
       st.completenessSpherical AS shell__completenessSpherical,
       st.completenessEllipsoidal AS shell__completenessEllipsoidal,
       st.multiplicity AS shell__multiplicity,
       st.anomalousCompleteness AS shell__anomalousCompleteness,
       st.anomalousCompletenessSpherical AS shell__anomalousCompletenessSpherical,
       st.anomalousCompletenessEllipsoidal AS shell__anomalousCompletenessEllipsoidal,
       st.anomalousMultiplicity AS shell__anomalousMultiplicity,
       st.anomalous AS shell__anomalous,
       st.ccHalf AS shell__ccHalf,
       COALESCE(st.ccAnomalous, st.ccAno) AS shell__ccAnomalous,
       st.sigAno AS shell__sigAno,
       st.isa AS shell__isa,
       st.resIOverSigI2 AS shell__resIOverSigI2,
       pm.autoProcProgramMessageId AS message__autoProcProgramMessageId,
       pm.autoProcProgramId AS message__autoProcProgramId,
       pm.recordTimeStamp AS message__recordTimeStamp,
       pm.severity AS message__severity,
       pm.message AS message__message,
       pm.description AS message__description,
       pp.processingJobParameterId AS parameter__processingJobParameterId,
       pp.parameterKey AS parameter__parameterKey,
       pp.parameterValue AS parameter__parameterValue
  FROM (SELECT 'integration' AS kind,
               ai.autoProcProgramId AS parentId,
               ai.autoProcIntegrationId AS id
          FROM AutoProcIntegration ai
          JOIN DataCollection d ON d.dataCollectionId = ai.dataCollectionId
          JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
          /*visible*/
         WHERE ai.autoProcProgramId IN (:programs)
         UNION
        SELECT 'scaling' AS kind,
               h.autoProcIntegrationId AS parentId,
               h.autoProcScalingId AS id
          FROM AutoProcIntegration ai
          JOIN AutoProcScaling_has_Int h ON h.autoProcIntegrationId = ai.autoProcIntegrationId
         WHERE ai.autoProcProgramId IN (:programs)
         UNION
        SELECT 'shell' AS kind,
               st.autoProcScalingId AS parentId,
               st.autoProcScalingStatisticsId AS id
          FROM AutoProcIntegration ai
          JOIN AutoProcScaling_has_Int h ON h.autoProcIntegrationId = ai.autoProcIntegrationId
          JOIN AutoProcScalingStatistics st ON st.autoProcScalingId = h.autoProcScalingId
         WHERE ai.autoProcProgramId IN (:programs)
         /*union*/) k
  LEFT JOIN AutoProcIntegration ai ON k.kind = 'integration' AND ai.autoProcIntegrationId = k.id
  LEFT JOIN DataCollection d ON d.dataCollectionId = ai.dataCollectionId
  LEFT JOIN api_integration_workflow iw ON iw.autoProcIntegrationId = ai.autoProcIntegrationId
  LEFT JOIN AutoProcScaling sc ON k.kind = 'scaling' AND sc.autoProcScalingId = k.id
  LEFT JOIN AutoProc ap ON ap.autoProcId = sc.autoProcId
  LEFT JOIN AutoProcScalingStatistics st ON k.kind = 'shell' AND st.autoProcScalingStatisticsId = k.id
  LEFT JOIN AutoProcProgramMessage pm ON k.kind = 'message' AND pm.autoProcProgramMessageId = k.id
  LEFT JOIN ProcessingJobParameter pp ON k.kind = 'parameter' AND pp.processingJobParameterId = k.id
 ORDER BY k.kind,
          k.parentId,
          CASE st.scalingStatisticsType WHEN 'overall' THEN 1 WHEN 'innerShell' THEN 2 WHEN 'outerShell' THEN 3 END,
          k.id;

-- part: messages_of_programs(programs)
-- Messages of some runs.
SELECT 'message' AS kind,
       pm.autoProcProgramId AS parentId,
       pm.autoProcProgramMessageId AS id
  FROM AutoProcProgramMessage pm
 WHERE pm.autoProcProgramId IN (:programs);

-- part: parameters_of_programs(programs)
-- Parameters of the jobs that some runs belong to.
SELECT 'parameter' AS kind,
       pg.autoProcProgramId AS parentId,
       pp.processingJobParameterId AS id
  FROM AutoProcProgram pg
  JOIN ProcessingJobParameter pp ON pp.processingJobId = pg.processingJobId
 WHERE pg.autoProcProgramId IN (:programs);

-- part: sweeps_of_programs(programs)
-- How many sweeps the jobs work on that some runs belong to.
SELECT 'sweeps' AS kind,
       pg.autoProcProgramId AS parentId,
       COUNT(*) AS id
  FROM AutoProcProgram pg
  JOIN ProcessingJobImageSweep sw ON sw.processingJobId = pg.processingJobId
 WHERE pg.autoProcProgramId IN (:programs)
 GROUP BY pg.autoProcProgramId;
