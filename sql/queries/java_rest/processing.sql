-- name: processing_of_collections(collections)
-- What came of processing some collections: a row for each integration and shell of its scaling.
SELECT ai.dataCollectionId AS AutoProcIntegration_dataCollectionId,
       ai.autoProcIntegrationId AS AutoProcIntegration_autoProcIntegrationId,
       ai.anomalous,
       COALESCE(ai.cell_a, ap.refinedCell_a) AS cell_a,
       COALESCE(ai.cell_b, ap.refinedCell_b) AS cell_b,
       COALESCE(ai.cell_c, ap.refinedCell_c) AS cell_c,
       COALESCE(ai.cell_alpha, ap.refinedCell_alpha) AS cell_alpha,
       COALESCE(ai.cell_beta, ap.refinedCell_beta) AS cell_beta,
       COALESCE(ai.cell_gamma, ap.refinedCell_gamma) AS cell_gamma,
       pg.autoProcProgramId AS AutoProcProgram_autoProcProgramId,
       pg.processingPrograms AS AutoProcProgram_processingPrograms,
       pg.processingStatus AS AutoProcProgram_processingStatus,
       pg.processingStartTime,
       pg.processingEndTime,
       sc.autoProcScalingId,
       ap.autoProcId,
       ap.spaceGroup AS AutoProc_spaceGroup,
       st.autoProcScalingStatisticsId,
       st.scalingStatisticsType,
       st.resolutionLimitLow,
       st.resolutionLimitHigh,
       st.completeness,
       st.rMerge,
       st.ccHalf,
       st.meanIOverSigI,
       st.anomalous AS statistics_anomalous,
       COALESCE(st.ccAno, st.ccAnomalous) AS ccAno,
       st.rMeasAllIPlusIMinus,
       st.rMeasWithinIPlusIMinus,
       st.rPimAllIPlusIMinus,
       st.rPimWithinIPlusIMinus,
       st.fractionalPartialBias,
       st.nTotalObservations,
       st.nTotalUniqueObservations,
       st.multiplicity,
       st.anomalousCompleteness,
       st.anomalousMultiplicity,
       st.sigAno,
       st.isa
  FROM AutoProcIntegration ai
  LEFT JOIN AutoProcProgram pg ON pg.autoProcProgramId = ai.autoProcProgramId
  LEFT JOIN AutoProcScaling_has_Int h ON h.autoProcIntegrationId = ai.autoProcIntegrationId
  LEFT JOIN AutoProcScaling sc ON sc.autoProcScalingId = h.autoProcScalingId
  LEFT JOIN AutoProc ap ON ap.autoProcId = sc.autoProcId
  LEFT JOIN AutoProcScalingStatistics st ON st.autoProcScalingId = sc.autoProcScalingId
 WHERE ai.dataCollectionId IN (:collections)
 ORDER BY ai.autoProcIntegrationId, sc.autoProcScalingId, st.autoProcScalingStatisticsId;

-- name: integrations_of_collections(collections)
-- The same, of integrations alone: a row for each and its scaling.
SELECT ai.dataCollectionId AS AutoProcIntegration_dataCollectionId,
       ai.autoProcIntegrationId AS AutoProcIntegration_autoProcIntegrationId,
       ai.anomalous,
       COALESCE(ai.cell_a, ap.refinedCell_a) AS cell_a,
       COALESCE(ai.cell_b, ap.refinedCell_b) AS cell_b,
       COALESCE(ai.cell_c, ap.refinedCell_c) AS cell_c,
       COALESCE(ai.cell_alpha, ap.refinedCell_alpha) AS cell_alpha,
       COALESCE(ai.cell_beta, ap.refinedCell_beta) AS cell_beta,
       COALESCE(ai.cell_gamma, ap.refinedCell_gamma) AS cell_gamma,
       pg.autoProcProgramId AS AutoProcProgram_autoProcProgramId,
       pg.processingPrograms AS AutoProcProgram_processingPrograms,
       pg.processingStatus AS AutoProcProgram_processingStatus,
       pg.processingStartTime,
       pg.processingEndTime,
       sc.autoProcScalingId,
       ap.autoProcId,
       ap.spaceGroup AS AutoProc_spaceGroup
  FROM AutoProcIntegration ai
  LEFT JOIN AutoProcProgram pg ON pg.autoProcProgramId = ai.autoProcProgramId
  LEFT JOIN AutoProcScaling_has_Int h ON h.autoProcIntegrationId = ai.autoProcIntegrationId
  LEFT JOIN AutoProcScaling sc ON sc.autoProcScalingId = h.autoProcScalingId
  LEFT JOIN AutoProc ap ON ap.autoProcId = sc.autoProcId
 WHERE ai.dataCollectionId IN (:collections)
 ORDER BY ai.autoProcIntegrationId, sc.autoProcScalingId;

-- name: shells_of_scalings(scalings)
-- What rows of collections list of all shells of some scalings.
SELECT st.autoProcScalingId,
       st.autoProcScalingStatisticsId,
       st.scalingStatisticsType,
       st.resolutionLimitLow,
       st.resolutionLimitHigh,
       st.completeness,
       st.rMerge,
       st.ccHalf,
       st.meanIOverSigI
  FROM AutoProcScalingStatistics st
 WHERE st.autoProcScalingId IN (:scalings)
 ORDER BY st.autoProcScalingStatisticsId;

-- name: rest_of_shells(shells)
-- What they show of one shell only.
SELECT st.autoProcScalingStatisticsId,
       st.anomalous AS statistics_anomalous,
       COALESCE(st.ccAno, st.ccAnomalous) AS ccAno,
       st.rMeasAllIPlusIMinus,
       st.rMeasWithinIPlusIMinus,
       st.rPimAllIPlusIMinus,
       st.rPimWithinIPlusIMinus,
       st.fractionalPartialBias,
       st.nTotalObservations,
       st.nTotalUniqueObservations,
       st.multiplicity,
       st.anomalousCompleteness,
       st.anomalousMultiplicity,
       st.sigAno,
       st.isa
  FROM AutoProcScalingStatistics st
 WHERE st.autoProcScalingStatisticsId IN (:shells);

-- name: phasing_of_collections(collections)
-- Steps of phasing, and what followed it, from some collections.
SELECT DISTINCT ai.dataCollectionId,
       ps.phasingStepId,
       ps.autoProcScalingId,
       ps.phasingStepType,
       ps.method,
       sg.spaceGroupId,
       sg.spaceGroupShortName
  FROM AutoProcIntegration ai
  JOIN AutoProcScaling_has_Int h ON h.autoProcIntegrationId = ai.autoProcIntegrationId
  JOIN PhasingStep ps ON ps.autoProcScalingId = h.autoProcScalingId
  LEFT JOIN SpaceGroup sg ON sg.spaceGroupId = ps.spaceGroupId
 WHERE ai.dataCollectionId IN (:collections)
 ORDER BY ps.phasingStepId;

-- name: screenings(groups, collections)
-- Characterisations of some groups and collections, with their lattices and strategies, the last first.
SELECT sn.screeningId AS Screening_screeningId,
       sn.dataCollectionId AS Screening_dataCollectionId,
       sn.dataCollectionGroupId AS Screening_dataCollectionGroupId,
       so.strategySuccess AS ScreeningOutput_strategySuccess,
       so.indexingSuccess AS ScreeningOutput_indexingSuccess,
       so.rankingResolution AS ScreeningOutput_rankingResolution,
       so.mosaicity AS ScreeningOutput_mosaicity,
       so.totalRotationRange AS ScreeningOutput_totalRotationRange,
       so.totalExposureTime AS ScreeningOutput_totalExposureTime,
       so.totalNumberOfImages AS ScreeningOutput_totalNumberOfImages,
       sl.spaceGroup AS ScreeningOutputLattice_spaceGroup,
       sl.unitCell_a AS ScreeningOutputLattice_unitCell_a,
       sl.unitCell_b AS ScreeningOutputLattice_unitCell_b,
       sl.unitCell_c AS ScreeningOutputLattice_unitCell_c,
       sl.unitCell_alpha AS ScreeningOutputLattice_unitCell_alpha,
       sl.unitCell_beta AS ScreeningOutputLattice_unitCell_beta,
       sl.unitCell_gamma AS ScreeningOutputLattice_unitCell_gamma,
       sw.exposureTime AS ScreeningStrategySubWedge_exposureTime,
       sw.transmission AS ScreeningStrategySubWedge_transmission,
       sw.oscillationRange AS ScreeningStrategySubWedge_oscillationRange,
       sw.numberOfImages AS ScreeningStrategySubWedge_numberOfImages,
       sw.axisStart AS ScreeningStrategySubWedge_axisStart,
       sw.multiplicity AS ScreeningStrategySubWedge_multiplicity,
       sw.completeness AS ScreeningStrategySubWedge_completeness
  FROM (SELECT sg.screeningId
          FROM Screening sg
         WHERE sg.dataCollectionGroupId IN (:groups)
         UNION
        SELECT sd.screeningId
          FROM Screening sd
         WHERE sd.dataCollectionId IN (:collections)) chosen
  JOIN Screening sn ON sn.screeningId = chosen.screeningId
  LEFT JOIN ScreeningOutput so ON so.screeningId = sn.screeningId
  LEFT JOIN ScreeningOutputLattice sl ON sl.screeningOutputId = so.screeningOutputId
  LEFT JOIN ScreeningStrategy sy ON sy.screeningOutputId = so.screeningOutputId
  LEFT JOIN ScreeningStrategyWedge we ON we.screeningStrategyId = sy.screeningStrategyId
  LEFT JOIN ScreeningStrategySubWedge sw ON sw.screeningStrategyWedgeId = we.screeningStrategyWedgeId
 ORDER BY sn.screeningId DESC, so.screeningOutputId, sl.screeningOutputLatticeId, we.screeningStrategyWedgeId,
       sw.screeningStrategySubWedgeId;

-- name: collections_processed(proposalId, collections)
-- Those of some collections that are a proposal's and visible, with what their results are shown under.
SELECT dc.dataCollectionId,
       dc.dataCollectionNumber AS DataCollection_dataCollectionNumber,
       dc.imagePrefix AS DataCollection_imagePrefix,
       s.sessionId AS v_datacollection_summary_session_sessionId,
       s.proposalId AS v_datacollection_summary_session_proposalId,
       sm.name AS BLSample_name,
       pr.proteinId AS Protein_proteinId,
       pr.acronym AS Protein_acronym
  FROM DataCollection dc
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  /*visible*/
  LEFT JOIN BLSample sm ON sm.blSampleId = g.blSampleId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE dc.dataCollectionId IN (:collections)
   AND s.proposalId = :proposalId;

-- name: attachments_of_programs(proposalId, programs)
-- Files that some runs left, if one of the collections behind a run is a proposal's and visible.
SELECT DISTINCT pa.autoProcProgramId,
       pa.autoProcProgramAttachmentId,
       pa.fileType,
       pa.fileName,
       pa.filePath,
       pa.recordTimeStamp,
       pa.deleted,
       pg.processingPrograms
  FROM AutoProcProgramAttachment pa
  JOIN AutoProcProgram pg ON pg.autoProcProgramId = pa.autoProcProgramId
  JOIN AutoProcIntegration ai ON ai.autoProcProgramId = pa.autoProcProgramId
  JOIN DataCollection dc ON dc.dataCollectionId = ai.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  /*visible*/
 WHERE pa.autoProcProgramId IN (:programs)
   AND s.proposalId = :proposalId
 ORDER BY pa.autoProcProgramAttachmentId;

-- name: attachment(proposalId, autoProcProgramAttachmentId)
-- Where such a file is.
SELECT pa.filePath,
       pa.fileName
  FROM AutoProcProgramAttachment pa
  JOIN AutoProcIntegration ai ON ai.autoProcProgramId = pa.autoProcProgramId
  JOIN DataCollection dc ON dc.dataCollectionId = ai.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  /*visible*/
 WHERE pa.autoProcProgramAttachmentId = :autoProcProgramAttachmentId
   AND s.proposalId = :proposalId
 LIMIT 1;

-- name: logs_of_integrations(proposalId, integrations)
-- Files of the runs behind some integrations, if their collections are a proposal's and visible.
SELECT DISTINCT pa.autoProcProgramAttachmentId,
       pa.fileName,
       pa.filePath
  FROM AutoProcIntegration ai
  JOIN AutoProcProgramAttachment pa ON pa.autoProcProgramId = ai.autoProcProgramId
  JOIN DataCollection dc ON dc.dataCollectionId = ai.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  /*visible*/
 WHERE ai.autoProcIntegrationId IN (:integrations)
   AND s.proposalId = :proposalId
 ORDER BY pa.autoProcProgramAttachmentId;
