-- name: phasing_of_groups(proposalId, groups)
-- Steps of phasing from some groups of a proposal, each with one of the integrations behind it.
SELECT dc.dataCollectionGroupId AS parentId,
       ps.phasingStepId,
       MIN(ai.autoProcIntegrationId) AS autoProcIntegrationId
  FROM DataCollection dc
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  JOIN AutoProcIntegration ai ON ai.dataCollectionId = dc.dataCollectionId
  JOIN AutoProcScaling_has_Int h ON h.autoProcIntegrationId = ai.autoProcIntegrationId
  JOIN PhasingStep ps ON ps.autoProcScalingId = h.autoProcScalingId
  /*visible*/
 WHERE dc.dataCollectionGroupId IN (:groups)
   AND s.proposalId = :proposalId
 GROUP BY dc.dataCollectionGroupId, ps.phasingStepId
 ORDER BY ps.phasingStepId;

-- name: phasing_of_integrations(proposalId, integrations)
-- The same from some integrations.
SELECT ai.autoProcIntegrationId AS parentId,
       ps.phasingStepId,
       MIN(ai.autoProcIntegrationId) AS autoProcIntegrationId
  FROM DataCollection dc
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  JOIN AutoProcIntegration ai ON ai.dataCollectionId = dc.dataCollectionId
  JOIN AutoProcScaling_has_Int h ON h.autoProcIntegrationId = ai.autoProcIntegrationId
  JOIN PhasingStep ps ON ps.autoProcScalingId = h.autoProcScalingId
  /*visible*/
 WHERE ai.autoProcIntegrationId IN (:integrations)
   AND s.proposalId = :proposalId
 GROUP BY ai.autoProcIntegrationId, ps.phasingStepId
 ORDER BY ps.phasingStepId;

-- name: phasing_of_steps(proposalId, steps)
-- Those of some steps of phasing that are a proposal's.
SELECT ps.phasingStepId AS parentId,
       ps.phasingStepId,
       MIN(ai.autoProcIntegrationId) AS autoProcIntegrationId
  FROM DataCollection dc
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  JOIN AutoProcIntegration ai ON ai.dataCollectionId = dc.dataCollectionId
  JOIN AutoProcScaling_has_Int h ON h.autoProcIntegrationId = ai.autoProcIntegrationId
  JOIN PhasingStep ps ON ps.autoProcScalingId = h.autoProcScalingId
  /*visible*/
 WHERE ps.phasingStepId IN (:steps)
   AND s.proposalId = :proposalId
 GROUP BY ps.phasingStepId, ps.phasingStepId
 ORDER BY ps.phasingStepId;

-- name: phasing_steps(steps, integrations)
-- Steps of phasing that were found to be visible, with what they began from.
SELECT sg.spaceGroupShortName AS SpaceGroup_spaceGroupShortName,
       sg.spaceGroupName AS SpaceGroup_spaceGroupName,
       ps.phasingStepId AS PhasingStep_phasingStepId,
       ps.previousPhasingStepId AS PhasingStep_previousPhasingStepId,
       ps.phasingStepType AS PhasingStep_phasingStepType,
       ps.method AS PhasingStep_method,
       ps.solventContent AS PhasingStep_solventContent,
       ps.enantiomorph AS PhasingStep_enantiomorph,
       ps.lowRes AS PhasingStep_lowRes,
       ps.highRes AS PhasingStep_highRes,
       run.phasingPrograms AS PhasingProgramRun_phasingPrograms,
       run.phasingStartTime AS PhasingProgramRun_phasingStartTime,
       run.phasingEndTime AS PhasingProgramRun_phasingEndTime,
       sm.blSampleId AS BLSample_blSampleId,
       ai.autoProcIntegrationId AS AutoProcIntegration_autoProcIntegrationId,
       ai.dataCollectionId AS AutoProcIntegration_dataCollectionId,
       ai.autoProcProgramId AS AutoProcIntegration_autoProcProgramId,
       ai.startImageNumber AS AutoProcIntegration_startImageNumber,
       ai.endImageNumber AS AutoProcIntegration_endImageNumber,
       ai.refinedDetectorDistance AS AutoProcIntegration_refinedDetectorDistance,
       ai.refinedXBeam AS AutoProcIntegration_refinedXBeam,
       ai.refinedYBeam AS AutoProcIntegration_refinedYBeam,
       ai.rotationAxisX AS AutoProcIntegration_rotationAxisX,
       ai.rotationAxisY AS AutoProcIntegration_rotationAxisY,
       ai.rotationAxisZ AS AutoProcIntegration_rotationAxisZ,
       ai.beamVectorX AS AutoProcIntegration_beamVectorX,
       ai.beamVectorY AS AutoProcIntegration_beamVectorY,
       ai.beamVectorZ AS AutoProcIntegration_beamVectorZ,
       ai.cell_a AS AutoProcIntegration_cell_a,
       ai.cell_b AS AutoProcIntegration_cell_b,
       ai.cell_c AS AutoProcIntegration_cell_c,
       ai.cell_alpha AS AutoProcIntegration_cell_alpha,
       ai.cell_beta AS AutoProcIntegration_cell_beta,
       ai.cell_gamma AS AutoProcIntegration_cell_gamma,
       ai.recordTimeStamp AS AutoProcIntegration_recordTimeStamp,
       ai.anomalous AS AutoProcIntegration_anomalous,
       sg.spaceGroupId AS SpaceGroup_spaceGroupId,
       sg.geometryClassnameId AS SpaceGroup_geometryClassnameId,
       sg.spaceGroupNumber AS SpaceGroup_spaceGroupNumber,
       sg.bravaisLattice AS SpaceGroup_bravaisLattice,
       sg.bravaisLatticeName AS SpaceGroup_bravaisLatticeName,
       sg.pointGroup AS SpaceGroup_pointGroup,
       sg.MX_used AS SpaceGroup_MX_used,
       ps.programRunId AS PhasingStep_programRunId,
       ps.spaceGroupId AS PhasingStep_spaceGroupId,
       ps.autoProcScalingId AS PhasingStep_autoProcScalingId,
       ps.phasingAnalysisId AS PhasingStep_phasingAnalysisId,
       ps.recordTimeStamp AS PhasingStep_recordTimeStamp,
       dc.dataCollectionId AS DataCollection_dataCollectionId,
       dc.dataCollectionGroupId AS DataCollection_dataCollectionGroupId,
       dc.strategySubWedgeOrigId AS DataCollection_strategySubWedgeOrigId,
       dc.detectorId AS DataCollection_detectorId,
       dc.blSubSampleId AS DataCollection_blSubSampleId,
       dc.dataCollectionNumber AS DataCollection_dataCollectionNumber,
       dc.startTime AS DataCollection_startTime,
       dc.endTime AS DataCollection_endTime,
       dc.runStatus AS DataCollection_runStatus,
       dc.axisStart AS DataCollection_axisStart,
       dc.axisEnd AS DataCollection_axisEnd,
       dc.axisRange AS DataCollection_axisRange,
       dc.overlap AS DataCollection_overlap,
       dc.numberOfImages AS DataCollection_numberOfImages,
       dc.startImageNumber AS DataCollection_startImageNumber,
       dc.numberOfPasses AS DataCollection_numberOfPasses,
       dc.exposureTime AS DataCollection_exposureTime,
       dc.imageDirectory AS DataCollection_imageDirectory,
       dc.imagePrefix AS DataCollection_imagePrefix,
       dc.imageSuffix AS DataCollection_imageSuffix,
       dc.fileTemplate AS DataCollection_fileTemplate,
       dc.wavelength AS DataCollection_wavelength,
       dc.resolution AS DataCollection_resolution,
       dc.detectorDistance AS DataCollection_detectorDistance,
       dc.xBeam AS DataCollection_xBeam,
       dc.yBeam AS DataCollection_yBeam,
       dc.xBeamPix AS DataCollection_xBeamPix,
       dc.yBeamPix AS DataCollection_yBeamPix,
       dc.comments AS DataCollection_comments,
       dc.printableForReport AS DataCollection_printableForReport,
       dc.slitGapVertical AS DataCollection_slitGapVertical,
       dc.slitGapHorizontal AS DataCollection_slitGapHorizontal,
       dc.transmission AS DataCollection_transmission,
       dc.synchrotronMode AS DataCollection_synchrotronMode,
       dc.xtalSnapshotFullPath1 AS DataCollection_xtalSnapshotFullPath1,
       dc.xtalSnapshotFullPath2 AS DataCollection_xtalSnapshotFullPath2,
       dc.xtalSnapshotFullPath3 AS DataCollection_xtalSnapshotFullPath3,
       dc.xtalSnapshotFullPath4 AS DataCollection_xtalSnapshotFullPath4,
       dc.rotationAxis AS DataCollection_rotationAxis,
       dc.phiStart AS DataCollection_phiStart,
       dc.kappaStart AS DataCollection_kappaStart,
       dc.omegaStart AS DataCollection_omegaStart,
       dc.resolutionAtCorner AS DataCollection_resolutionAtCorner,
       dc.detector2Theta AS DataCollection_detector2Theta,
       dc.undulatorGap1 AS DataCollection_undulatorGap1,
       dc.undulatorGap2 AS DataCollection_undulatorGap2,
       dc.undulatorGap3 AS DataCollection_undulatorGap3,
       dc.beamSizeAtSampleX AS DataCollection_beamSizeAtSampleX,
       dc.beamSizeAtSampleY AS DataCollection_beamSizeAtSampleY,
       dc.centeringMethod AS DataCollection_centeringMethod,
       dc.averageTemperature AS DataCollection_averageTemperature,
       dc.actualCenteringPosition AS DataCollection_actualCenteringPosition,
       dc.beamShape AS DataCollection_beamShape,
       dc.flux AS DataCollection_flux,
       dc.flux_end AS DataCollection_flux_end,
       dc.totalAbsorbedDose AS DataCollection_totalAbsorbedDose,
       dc.bestWilsonPlotPath AS DataCollection_bestWilsonPlotPath,
       dc.imageQualityIndicatorsPlotPath AS DataCollection_imageQualityIndicatorsPlotPath,
       dc.imageQualityIndicatorsCSVPath AS DataCollection_imageQualityIndicatorsCSVPath,
       run.phasingProgramRunId AS PhasingProgramRun_phasingProgramRunId,
       run.phasingCommandLine AS PhasingProgramRun_phasingCommandLine,
       run.phasingStatus AS PhasingProgramRun_phasingStatus,
       run.phasingMessage AS PhasingProgramRun_phasingMessage,
       run.phasingEnvironment AS PhasingProgramRun_phasingEnvironment,
       run.phasingDirectory AS PhasingProgramRun_phasingDirectory,
       run.recordTimeStamp AS PhasingProgramRun_recordTimeStamp,
       pr.proteinId AS Protein_proteinId,
       s.sessionId AS BLSession_sessionId,
       s.proposalId AS BLSession_proposalId
  FROM PhasingStep ps
  JOIN AutoProcScaling_has_Int h ON h.autoProcScalingId = ps.autoProcScalingId
  JOIN AutoProcIntegration ai ON ai.autoProcIntegrationId = h.autoProcIntegrationId
  JOIN DataCollection dc ON dc.dataCollectionId = ai.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  LEFT JOIN PhasingProgramRun run ON run.phasingProgramRunId = ps.programRunId
  LEFT JOIN SpaceGroup sg ON sg.spaceGroupId = ps.spaceGroupId
  LEFT JOIN BLSample sm ON sm.blSampleId = g.blSampleId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE ps.phasingStepId IN (:steps)
   AND ai.autoProcIntegrationId IN (:integrations)
 ORDER BY ps.phasingStepId;

-- name: statistics_of_phasing(steps)
-- Statistics of some steps of phasing.
SELECT st.phasingStepId,
       st.phasingStatisticsId,
       st.metric,
       st.statisticsValue
  FROM PhasingStatistics st
 WHERE st.phasingStepId IN (:steps)
 ORDER BY st.phasingStatisticsId;

-- name: attachments_of_phasing(runs)
-- Files that some runs of phasing programs left.
SELECT pa.phasingProgramRunId,
       pa.phasingProgramAttachmentId,
       pa.fileName,
       pa.fileType
  FROM PhasingProgramAttachment pa
 WHERE pa.phasingProgramRunId IN (:runs)
 ORDER BY pa.phasingProgramAttachmentId;

-- name: phasing_files(steps, integrations)
-- Files of steps of phasing that were found to be visible.
SELECT ps.phasingStepId,
       ps.previousPhasingStepId,
       ps.phasingAnalysisId,
       ai.autoProcIntegrationId,
       ai.dataCollectionId,
       ap.autoProcId,
       ps.phasingStepType,
       ps.method,
       sc.autoProcScalingId,
       sg.spaceGroupShortName,
       run.phasingPrograms,
       run.phasingStatus,
       g.sessionId,
       s.proposalId,
       sm.blSampleId,
       sm.name,
       sm.code,
       pr.acronym,
       pr.proteinId,
       pa.phasingProgramAttachmentId,
       pa.fileType,
       pa.fileName,
       pa.filePath
  FROM PhasingStep ps
  JOIN AutoProcScaling_has_Int h ON h.autoProcScalingId = ps.autoProcScalingId
  JOIN AutoProcIntegration ai ON ai.autoProcIntegrationId = h.autoProcIntegrationId
  JOIN DataCollection dc ON dc.dataCollectionId = ai.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  JOIN PhasingProgramAttachment pa ON pa.phasingProgramRunId = ps.programRunId
  LEFT JOIN PhasingProgramRun run ON run.phasingProgramRunId = ps.programRunId
  LEFT JOIN AutoProcScaling sc ON sc.autoProcScalingId = ps.autoProcScalingId
  LEFT JOIN AutoProc ap ON ap.autoProcId = sc.autoProcId
  LEFT JOIN SpaceGroup sg ON sg.spaceGroupId = ps.spaceGroupId
  LEFT JOIN BLSample sm ON sm.blSampleId = g.blSampleId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE ps.phasingStepId IN (:steps)
   AND ai.autoProcIntegrationId IN (:integrations)
 ORDER BY ps.phasingStepId, pa.phasingProgramAttachmentId;

-- name: phasing_file(proposalId, phasingProgramAttachmentId)
-- Where such a file is.
SELECT pa.filePath,
       pa.fileName
  FROM PhasingProgramAttachment pa
  JOIN PhasingStep ps ON ps.programRunId = pa.phasingProgramRunId
  JOIN AutoProcScaling_has_Int h ON h.autoProcScalingId = ps.autoProcScalingId
  JOIN AutoProcIntegration ai ON ai.autoProcIntegrationId = h.autoProcIntegrationId
  JOIN DataCollection dc ON dc.dataCollectionId = ai.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  /*visible*/
 WHERE pa.phasingProgramAttachmentId = :phasingProgramAttachmentId
   AND s.proposalId = :proposalId
 LIMIT 1;
