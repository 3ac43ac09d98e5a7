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

-- part: scalings_of_collections()
-- Scalings with an integration of a collection that the caller may see.
SELECT DISTINCT h.autoProcScalingId
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN AutoProcIntegration ai ON ai.dataCollectionId = d.dataCollectionId
  JOIN AutoProcScaling_has_Int h ON h.autoProcIntegrationId = ai.autoProcIntegrationId
  /*visible*/
 WHERE 1 = 1 /*where*/;

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
   AND pa.phasingProgramRunId IN (SELECT ps.programRunId
                                    FROM PhasingStep ps
                                    JOIN AutoProcScaling_has_Int h ON h.autoProcScalingId = ps.autoProcScalingId
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

-- name: list_centrings()
-- X-ray centrings of groups of collections that the caller may see, with what they found.
SELECT xc.xrayCentringId,
       xc.dataCollectionGroupId,
       xc.status,
       xc.xrayCentringType,
       xr.xrayCentringResultId AS XrayCentringResult__xrayCentringResultId,
       xr.centreOfMassX AS XrayCentringResult__centreOfMassX,
       xr.centreOfMassY AS XrayCentringResult__centreOfMassY,
       xr.centreOfMassZ AS XrayCentringResult__centreOfMassZ,
       xr.maxVoxelX AS XrayCentringResult__maxVoxelX,
       xr.maxVoxelY AS XrayCentringResult__maxVoxelY,
       xr.maxVoxelZ AS XrayCentringResult__maxVoxelZ,
       xr.numberOfVoxels AS XrayCentringResult__numberOfVoxels,
       xr.totalCount AS XrayCentringResult__totalCount,
       xr.boundingBoxMinX AS XrayCentringResult__boundingBoxMinX,
       xr.boundingBoxMaxX AS XrayCentringResult__boundingBoxMaxX,
       xr.boundingBoxMinY AS XrayCentringResult__boundingBoxMinY,
       xr.boundingBoxMaxY AS XrayCentringResult__boundingBoxMaxY,
       xr.boundingBoxMinZ AS XrayCentringResult__boundingBoxMinZ,
       xr.boundingBoxMaxZ AS XrayCentringResult__boundingBoxMaxZ,
       xr.blSampleId AS XrayCentringResult__blSampleId
  FROM DataCollectionGroup g
  JOIN XrayCentring xc ON xc.dataCollectionGroupId = g.dataCollectionGroupId
  LEFT JOIN XrayCentringResult xr ON xr.xrayCentringId = xc.xrayCentringId
  /*visible*/
 WHERE 1 = 1 /*where*/
 ORDER BY xc.xrayCentringId, xr.xrayCentringResultId
 LIMIT 2000;

-- name: files_of_program(autoProcProgramId)
-- The files of a run, if the caller may see it; those that were deleted too.
SELECT a.autoProcProgramAttachmentId,
       a.filePath,
       a.fileName,
       a.deleted
  FROM AutoProcProgramAttachment a
  /*visible*/
 WHERE a.autoProcProgramId = :autoProcProgramId
 ORDER BY a.autoProcProgramAttachmentId
 LIMIT 2000;

-- name: scalings_compared()
-- Scalings of collections that the caller may see, each with its program, its cell and its shells.
SELECT k.autoProcScalingId,
       pg.autoProcProgramId,
       pg.processingPrograms,
       CAST(pg.processingStatus AS CHAR) AS processingStatus,
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
       st.completeness,
       st.multiplicity,
       st.anomalousCompleteness,
       st.nTotalUniqueObservations,
       (SELECT COUNT(*)
          FROM AutoProcScaling_has_Int mi
         WHERE mi.autoProcScalingId = k.autoProcScalingId) AS sweeps
  FROM (SELECT NULL AS autoProcScalingId
          FROM api_turn tu
         WHERE 1 = 0 /*union*/) k
  JOIN AutoProcScaling sc ON sc.autoProcScalingId = k.autoProcScalingId
  LEFT JOIN AutoProc ap ON ap.autoProcId = sc.autoProcId
  LEFT JOIN AutoProcProgram pg ON pg.autoProcProgramId = ap.autoProcProgramId
  LEFT JOIN AutoProcScalingStatistics st ON st.autoProcScalingId = sc.autoProcScalingId
 ORDER BY k.autoProcScalingId, st.autoProcScalingStatisticsId
 LIMIT 20000;

-- name: jobs_of_collection(dataCollectionId)
-- Jobs that were asked for, for a data collection; who may see the collection may see them.
SELECT pj.processingJobId,
       pj.dataCollectionId,
       pj.displayName,
       pj.comments,
       pj.recipe,
       pj.automatic,
       pj.recordTimestamp,
       sw.processingJobImageSweepId AS sweep__processingJobImageSweepId,
       sw.dataCollectionId AS sweep__dataCollectionId,
       sw.startImage AS sweep__startImage,
       sw.endImage AS sweep__endImage
  FROM ProcessingJob pj
  LEFT JOIN ProcessingJobImageSweep sw ON sw.processingJobId = pj.processingJobId
 WHERE pj.dataCollectionId = :dataCollectionId
 ORDER BY pj.processingJobId, sw.processingJobImageSweepId
 LIMIT 5000;

-- name: parameters_of_jobs(jobs)
-- Parameters of some jobs.
SELECT pp.processingJobId,
       pp.processingJobParameterId,
       pp.parameterKey,
       pp.parameterValue
  FROM ProcessingJobParameter pp
 WHERE pp.processingJobId IN (:jobs)
 ORDER BY pp.processingJobId, pp.processingJobParameterId;
