-- name: collections_of_scalings(scalings)
-- Data collections that went into scalings.
SELECT DISTINCT h.autoProcScalingId,
       ai.dataCollectionId
  FROM AutoProcScaling_has_Int h
  JOIN AutoProcIntegration ai ON ai.autoProcIntegrationId = h.autoProcIntegrationId
 WHERE h.autoProcScalingId IN (:scalings);

-- name: collections_of_phasing_steps(steps)
-- Data collections that steps of phasing began with.
SELECT DISTINCT ps.phasingStepId,
       ai.dataCollectionId
  FROM PhasingStep ps
  JOIN AutoProcScaling_has_Int h ON h.autoProcScalingId = ps.autoProcScalingId
  JOIN AutoProcIntegration ai ON ai.autoProcIntegrationId = h.autoProcIntegrationId
 WHERE ps.phasingStepId IN (:steps);

-- name: space_groups_by_name()
-- The space groups that the database knows.
SELECT sg.spaceGroupId,
       sg.spaceGroupShortName,
       sg.spaceGroupName
  FROM SpaceGroup sg
 ORDER BY sg.spaceGroupId DESC;

-- name: add_phasing_runs()
-- Runs of phasing programs.
INSERT INTO PhasingProgramRun (recordTimeStamp /*columns*/)
VALUES (NOW() /*values*/) /*rows*/
RETURNING phasingProgramRunId;

-- name: add_phasing_files()
-- Files that phasing programs left.
INSERT INTO PhasingProgramAttachment (recordTimeStamp /*columns*/)
VALUES (NOW() /*values*/) /*rows*/
RETURNING phasingProgramAttachmentId;

-- name: add_phasing_steps()
-- Steps of phasing.
INSERT INTO PhasingStep (recordTimeStamp /*columns*/)
VALUES (NOW() /*values*/) /*rows*/
RETURNING phasingStepId;

-- name: add_phasing_statistics()
-- Numbers that steps of phasing led to.
INSERT INTO PhasingStatistics (recordTimeStamp /*columns*/)
VALUES (NOW() /*values*/) /*rows*/
RETURNING phasingStatisticsId;

-- name: add_refinements()
-- Runs of molecular replacement and refinement.  The database numbers the rows.
INSERT INTO MXMRRun (mxMRRunId /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING mxMRRunId;

-- name: add_blobs()
-- What is unexplained in maps.
INSERT INTO MXMRRunBlob (mxMRRunBlobId /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING mxMRRunBlobId;
