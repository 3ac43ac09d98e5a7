-- name: list_phasing_steps()
-- Steps of phasing and what follows it, of scalings of collections that the caller may see, in their order.
SELECT ps.phasingStepId,
       ps.previousPhasingStepId,
       ps.autoProcScalingId,
       ps.phasingStepType,
       ps.method,
       ps.solventContent,
       ps.enantiomorph,
       ps.lowRes,
       ps.highRes,
       ps.groupName,
       ps.recordTimeStamp,
       sg.spaceGroupId AS SpaceGroup__spaceGroupId,
       sg.spaceGroupShortName AS SpaceGroup__spaceGroupShortName,
       sg.spaceGroupName AS SpaceGroup__spaceGroupName,
       pr.phasingProgramRunId AS PhasingProgramRun__phasingProgramRunId,
       pr.phasingCommandLine AS PhasingProgramRun__phasingCommandLine,
       pr.phasingPrograms AS PhasingProgramRun__phasingPrograms,
       CAST(pr.phasingStatus AS CHAR) AS PhasingProgramRun__phasingStatus,
       pr.phasingMessage AS PhasingProgramRun__phasingMessage,
       pr.phasingStartTime AS PhasingProgramRun__phasingStartTime,
       pr.phasingEndTime AS PhasingProgramRun__phasingEndTime,
       pr.phasingEnvironment AS PhasingProgramRun__phasingEnvironment
  FROM PhasingStep ps
  /*join*/
  LEFT JOIN SpaceGroup sg ON sg.spaceGroupId = ps.spaceGroupId
  LEFT JOIN PhasingProgramRun pr ON pr.phasingProgramRunId = ps.programRunId
 WHERE 1 = 1
 ORDER BY ps.phasingStepId
 /*page*/;

-- name: count_phasing_steps()
-- How many steps the same conditions leave.
SELECT COUNT(*) AS total
  FROM PhasingStep ps
  /*join*/
 WHERE 1 = 1;

-- name: parts_of_phasing(runs, steps)
-- Files that some runs of phasing programs left, and statistics of some steps, bin by bin.
SELECT pa.phasingProgramRunId AS parentId,
       pa.phasingProgramAttachmentId AS file__phasingProgramAttachmentId,
       pa.phasingProgramRunId AS file__phasingProgramRunId,
       pa.fileType AS file__fileType,
       pa.fileName AS file__fileName,
       pa.recordTimeStamp AS file__recordTimeStamp,
       NULL AS statistic__phasingStatisticsId,
       NULL AS statistic__phasingStepId,
       NULL AS statistic__numberOfBins,
       NULL AS statistic__binNumber,
       NULL AS statistic__lowRes,
       NULL AS statistic__highRes,
       NULL AS statistic__metric,
       NULL AS statistic__statisticsValue,
       NULL AS statistic__nReflections
  FROM PhasingProgramAttachment pa
 WHERE pa.phasingProgramRunId IN (:runs)
 UNION ALL
SELECT st.phasingStepId AS parentId,
       NULL AS file__phasingProgramAttachmentId,
       NULL AS file__phasingProgramRunId,
       NULL AS file__fileType,
       NULL AS file__fileName,
       NULL AS file__recordTimeStamp,
       st.phasingStatisticsId AS statistic__phasingStatisticsId,
       st.phasingStepId AS statistic__phasingStepId,
       st.numberOfBins AS statistic__numberOfBins,
       st.binNumber AS statistic__binNumber,
       st.lowRes AS statistic__lowRes,
       st.highRes AS statistic__highRes,
       st.metric AS statistic__metric,
       st.statisticsValue AS statistic__statisticsValue,
       st.nReflections AS statistic__nReflections
  FROM PhasingStatistics st
 WHERE st.phasingStepId IN (:steps)
 ORDER BY file__phasingProgramAttachmentId, statistic__metric, statistic__binNumber, statistic__phasingStatisticsId;

-- name: path_of_phasing_file(phasingProgramAttachmentId)
-- Where a file of a phasing program is, if the caller may see one of the collections behind it.
SELECT pa.filePath,
       pa.fileName
  FROM PhasingProgramAttachment pa
 WHERE pa.phasingProgramAttachmentId = :phasingProgramAttachmentId
   AND EXISTS (SELECT 1
                 FROM (SELECT ps.autoProcScalingId
                         FROM PhasingProgramAttachment pf
                         JOIN PhasingStep ps ON ps.programRunId = pf.phasingProgramRunId
                        WHERE pf.phasingProgramAttachmentId = :phasingProgramAttachmentId
                        UNION
                       SELECT hs.autoProcScalingId
                         FROM PhasingProgramAttachment pf
                         JOIN PreparePhasingData s1 ON s1.phasingProgramRunId = pf.phasingProgramRunId
                         JOIN Phasing_has_Scaling hs ON hs.phasingAnalysisId = s1.phasingAnalysisId
                        WHERE pf.phasingProgramAttachmentId = :phasingProgramAttachmentId
                        UNION
                       SELECT hs.autoProcScalingId
                         FROM PhasingProgramAttachment pf
                         JOIN SubstructureDetermination s2 ON s2.phasingProgramRunId = pf.phasingProgramRunId
                         JOIN Phasing_has_Scaling hs ON hs.phasingAnalysisId = s2.phasingAnalysisId
                        WHERE pf.phasingProgramAttachmentId = :phasingProgramAttachmentId
                        UNION
                       SELECT hs.autoProcScalingId
                         FROM PhasingProgramAttachment pf
                         JOIN Phasing s3 ON s3.phasingProgramRunId = pf.phasingProgramRunId
                         JOIN Phasing_has_Scaling hs ON hs.phasingAnalysisId = s3.phasingAnalysisId
                        WHERE pf.phasingProgramAttachmentId = :phasingProgramAttachmentId
                        UNION
                       SELECT hs.autoProcScalingId
                         FROM PhasingProgramAttachment pf
                         JOIN ModelBuilding s4 ON s4.phasingProgramRunId = pf.phasingProgramRunId
                         JOIN Phasing_has_Scaling hs ON hs.phasingAnalysisId = s4.phasingAnalysisId
                        WHERE pf.phasingProgramAttachmentId = :phasingProgramAttachmentId) of_file
                 JOIN AutoProcScaling_has_Int h ON h.autoProcScalingId = of_file.autoProcScalingId
                 JOIN AutoProcIntegration ai ON ai.autoProcIntegrationId = h.autoProcIntegrationId
                 JOIN DataCollection d ON d.dataCollectionId = ai.dataCollectionId
                 JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
                 /*visible*/);

-- name: list_refinements()
-- Runs of molecular replacement and refinement, of scalings of collections that the caller may see.
SELECT mr.mxMRRunId,
       mr.autoProcScalingId,
       mr.success,
       mr.message,
       mr.pipeline,
       mr.rValueStart,
       mr.rValueEnd,
       mr.rFreeValueStart,
       mr.rFreeValueEnd,
       mr.LLG,
       mr.TFZ,
       mr.spaceGroup,
       mr.autoProcProgramId,
       mr.starttime,
       mr.endtime
  FROM MXMRRun mr
  /*join*/
 WHERE 1 = 1
 ORDER BY mr.mxMRRunId
 /*page*/;

-- name: count_refinements()
-- How many runs the same conditions leave.
SELECT COUNT(*) AS total
  FROM MXMRRun mr
  /*join*/
 WHERE 1 = 1;

-- name: blobs_of_refinements(runs)
-- What was found unexplained in the maps of some runs.
SELECT bl.mxMRRunBlobId,
       bl.mxMRRunId,
       bl.mapType,
       bl.x,
       bl.y,
       bl.z,
       bl.height,
       bl.occupancy,
       bl.nearestAtomName,
       bl.nearestAtomChainId,
       bl.nearestAtomResName,
       bl.nearestAtomResSeq,
       bl.nearestAtomDistance
  FROM MXMRRunBlob bl
 WHERE bl.mxMRRunId IN (:runs)
 ORDER BY bl.mxMRRunId, bl.mxMRRunBlobId;
