-- name: collections_to_process(collections)
-- Data collections with their sessions and proposals, if the caller sees these.
SELECT DISTINCT d.dataCollectionId,
       g.sessionId,
       s.proposalId
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  /*visible*/
 WHERE d.dataCollectionId IN (:collections)
 ORDER BY d.dataCollectionId;

-- name: collections_of_program()
-- Data collections that a run worked on, by all ways that the database knows.
SELECT DISTINCT way.dataCollectionId
  FROM (SELECT 0 AS autoProcProgramId,
               d.dataCollectionId,
               '' AS processingPrograms,
               '' AS processingStatus
          FROM DataCollection d
         WHERE 1 = 0 /*union*/) way;

-- part: collections_of_job(processingJobId)
-- Data collections that a job is for.
SELECT pj.dataCollectionId
  FROM ProcessingJob pj
 WHERE pj.processingJobId = :processingJobId
   AND pj.dataCollectionId IS NOT NULL
 UNION
SELECT sw.dataCollectionId
  FROM ProcessingJobImageSweep sw
 WHERE sw.processingJobId = :processingJobId
   AND sw.dataCollectionId IS NOT NULL;

-- name: lock_program(autoProcProgramId)
-- Keep others from changing a run until the transaction ends.
UPDATE AutoProcProgram
   SET autoProcProgramId = autoProcProgramId
 WHERE autoProcProgramId = :autoProcProgramId;

-- name: change_program(autoProcProgramId)
-- Change what is known of a run.
UPDATE AutoProcProgram
   SET autoProcProgramId = autoProcProgramId /*set*/
 WHERE autoProcProgramId = :autoProcProgramId;

-- name: state_of_program(autoProcProgramId)
-- How far a run is.
SELECT CAST(pg.processingStatus AS CHAR) AS processingStatus,
       pg.processingStartTime,
       pg.processingEndTime
  FROM AutoProcProgram pg
 WHERE pg.autoProcProgramId = :autoProcProgramId;

-- name: files_by_name(autoProcProgramId)
-- The files that are recorded of a run.
SELECT a.autoProcProgramAttachmentId,
       a.filePath,
       a.fileName
  FROM AutoProcProgramAttachment a
 WHERE a.autoProcProgramId = :autoProcProgramId;

-- name: file_of_program(autoProcProgramAttachmentId)
-- Whose a file is, and where.
SELECT a.autoProcProgramId,
       a.filePath,
       a.fileName
  FROM AutoProcProgramAttachment a
 WHERE a.autoProcProgramAttachmentId = :autoProcProgramAttachmentId;

-- name: change_attachment(autoProcProgramAttachmentId)
-- Change what is known of a file.
UPDATE AutoProcProgramAttachment
   SET autoProcProgramAttachmentId = autoProcProgramAttachmentId /*set*/
 WHERE autoProcProgramAttachmentId = :autoProcProgramAttachmentId;

-- name: integrations_of_program(autoProcProgramId)
-- The sweeps that a run integrated.
SELECT ai.autoProcIntegrationId,
       ai.dataCollectionId,
       ai.startImageNumber,
       ai.endImageNumber
  FROM AutoProcIntegration ai
 WHERE ai.autoProcProgramId = :autoProcProgramId
 ORDER BY ai.autoProcIntegrationId;

-- name: change_integration(autoProcIntegrationId)
-- Change what is known of a sweep that was integrated.
UPDATE AutoProcIntegration
   SET autoProcIntegrationId = autoProcIntegrationId /*set*/
 WHERE autoProcIntegrationId = :autoProcIntegrationId;

-- name: drop_workflows(integrations)
-- Forget which workflows integrations belong to.
DELETE FROM api_integration_workflow
 WHERE autoProcIntegrationId IN (:integrations);

-- name: add_program()
-- A run of a program.
INSERT INTO AutoProcProgram (recordTimeStamp /*columns*/)
VALUES (NOW() /*values*/)
RETURNING autoProcProgramId;

-- name: add_attachments(autoProcProgramId)
-- Files of a run.
INSERT INTO AutoProcProgramAttachment (autoProcProgramId, recordTimeStamp /*columns*/)
VALUES (:autoProcProgramId, NOW() /*values*/) /*rows*/
RETURNING autoProcProgramAttachmentId;

-- part: add_messages(autoProcProgramId)
-- What a run had to say.
INSERT INTO AutoProcProgramMessage (autoProcProgramId, recordTimeStamp /*columns*/)
VALUES (:autoProcProgramId, NOW() /*values*/) /*rows*/
RETURNING autoProcProgramMessageId;

-- name: add_integrations(autoProcProgramId)
-- Sweeps that a run integrated.
INSERT INTO AutoProcIntegration (autoProcProgramId, recordTimeStamp /*columns*/)
VALUES (:autoProcProgramId, NOW() /*values*/) /*rows*/
RETURNING autoProcIntegrationId;

-- name: add_workflows()
-- The workflow that integrated sweeps were part of.
INSERT INTO api_integration_workflow (recordTimeStamp /*columns*/)
VALUES (NOW() /*values*/) /*rows*/;

-- name: add_solutions(autoProcProgramId)
-- Cells and space groups that a run ended with, one for each scaling.
INSERT INTO AutoProc (autoProcProgramId, recordTimeStamp /*columns*/)
VALUES (:autoProcProgramId, NOW() /*values*/) /*rows*/
RETURNING autoProcId;

-- name: add_scalings()
-- Data that were scaled together.
INSERT INTO AutoProcScaling (recordTimeStamp /*columns*/)
VALUES (NOW() /*values*/) /*rows*/
RETURNING autoProcScalingId;

-- name: add_shells()
-- Shells of scalings.
INSERT INTO AutoProcScalingStatistics (recordTimeStamp /*columns*/)
VALUES (NOW() /*values*/) /*rows*/
RETURNING autoProcScalingStatisticsId;

-- name: add_scaled_integrations()
-- Which integrations were scaled together.
INSERT INTO AutoProcScaling_has_Int (recordTimeStamp /*columns*/)
VALUES (NOW() /*values*/) /*rows*/;

-- part: add_job()
-- Processing that is asked for.
INSERT INTO ProcessingJob (recordTimestamp /*columns*/)
VALUES (NOW() /*values*/)
RETURNING processingJobId;

-- part: change_job(processingJobId)
-- Change what is known of a job.
UPDATE ProcessingJob
   SET processingJobId = processingJobId /*set*/
 WHERE processingJobId = :processingJobId;

-- part: add_job_parameters(processingJobId)
-- Parameters of a job.
INSERT INTO ProcessingJobParameter (processingJobId /*columns*/)
VALUES (:processingJobId /*values*/) /*rows*/;

-- part: add_job_sweeps(processingJobId)
-- Sweeps that a job works on.
INSERT INTO ProcessingJobImageSweep (processingJobId /*columns*/)
VALUES (:processingJobId /*values*/) /*rows*/;
