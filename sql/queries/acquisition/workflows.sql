-- part: workflows_of_groups()
-- Workflows that groups of data collections name.
SELECT g.workflowId
  FROM DataCollectionGroup g
  /*visible*/
 WHERE g.workflowId IS NOT NULL /*where*/;

-- part: workflows_of_grids()
-- Workflows by the grids that were scanned for them.
SELECT wm.workflowId
  FROM WorkflowMesh wm
  JOIN GridInfo gi ON gi.workflowMeshId = wm.workflowMeshId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = gi.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- part: workflows_of_sessions()
-- Workflows that were recorded for a session, whatever came of them.
SELECT aw.workflowId
  FROM api_workflow aw
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: sessions_of_workflow()
-- The sessions for which a workflow was run, by all ways that the database knows.
SELECT DISTINCT s.sessionId,
       s.proposalId
  FROM (SELECT 0 AS workflowId, 0 AS sessionId /*union*/) way
  JOIN BLSession s ON s.sessionId = way.sessionId
  /*visible*/;

-- part: sessions_by_group(workflowId)
-- Sessions of the groups of a workflow.
SELECT g.workflowId,
       g.sessionId
  FROM DataCollectionGroup g
 WHERE g.workflowId = :workflowId;

-- part: sessions_by_grid(workflowId)
-- Sessions of the grids of a workflow.
SELECT wm.workflowId,
       g.sessionId
  FROM WorkflowMesh wm
  JOIN GridInfo gi ON gi.workflowMeshId = wm.workflowMeshId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = gi.dataCollectionGroupId
 WHERE wm.workflowId = :workflowId;

-- part: session_of_workflow(workflowId)
-- The session for which a workflow was recorded.
SELECT aw.workflowId,
       aw.sessionId
  FROM api_workflow aw
 WHERE aw.workflowId = :workflowId;

-- name: workflow()
-- A workflow.
SELECT w.workflowId,
       w.workflowTitle,
       w.workflowType,
       w.status,
       w.comments,
       w.resultFilePath,
       w.logFilePath,
       w.recordTimeStamp
  FROM Workflow w
  /*join*/
 WHERE 1 = 1 /*where*/;

-- name: lock_workflow(workflowId)
-- Keep others from changing a workflow, its steps and its meshes until the transaction ends.
UPDATE Workflow
   SET workflowId = workflowId
 WHERE workflowId = :workflowId;

-- name: status_of_workflow(workflowId)
-- How far a workflow is.
SELECT w.status
  FROM Workflow w
 WHERE w.workflowId = :workflowId;

-- name: add_workflow()
-- A workflow.
INSERT INTO Workflow (recordTimeStamp /*columns*/)
VALUES (NOW() /*values*/)
RETURNING workflowId;

-- name: note_session_of_workflow(workflowId, sessionId)
-- Note for which session a workflow was recorded.
INSERT INTO api_workflow (workflowId, sessionId)
VALUES (:workflowId, :sessionId);

-- name: change_workflow(workflowId)
-- Change what is known of a workflow.
UPDATE Workflow
   SET workflowId = workflowId /*set*/
 WHERE workflowId = :workflowId;

-- name: status_of_step(workflowStepId)
-- How far a step is, and of which workflow it is.
SELECT ws.workflowId,
       ws.status
  FROM WorkflowStep ws
 WHERE ws.workflowStepId = :workflowStepId;

-- name: add_step(workflowId)
-- A step of a workflow.
INSERT INTO WorkflowStep (workflowId, recordTimeStamp /*columns*/)
VALUES (:workflowId, NOW() /*values*/)
RETURNING workflowStepId;

-- name: change_step(workflowStepId)
-- Change what is known of a step.
UPDATE WorkflowStep
   SET workflowStepId = workflowStepId /*set*/
 WHERE workflowStepId = :workflowStepId;

-- name: list_meshes()
-- Results of mesh workflows that the caller may see.
SELECT wm.workflowMeshId,
       wm.workflowId,
       wm.bestPositionId,
       wm.bestImageId,
       wm.value1,
       wm.value2,
       wm.value3,
       wm.value4,
       wm.cartographyPath,
       wm.recordTimeStamp
  FROM WorkflowMesh wm
  /*join*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_meshes()
-- How many the same conditions leave.
SELECT COUNT(*) AS total
  FROM WorkflowMesh wm
  /*join*/
 WHERE 1 = 1 /*where*/;

-- name: workflow_of_any_mesh(workflowMeshId)
-- The workflow that a mesh is a result of.
SELECT wm.workflowId
  FROM WorkflowMesh wm
 WHERE wm.workflowMeshId = :workflowMeshId;

-- name: add_mesh(workflowId)
-- A result of a mesh workflow.
INSERT INTO WorkflowMesh (workflowId, recordTimeStamp /*columns*/)
VALUES (:workflowId, NOW() /*values*/)
RETURNING workflowMeshId;

-- name: change_mesh(workflowMeshId)
-- Change a result of a mesh workflow.
UPDATE WorkflowMesh
   SET workflowMeshId = workflowMeshId /*set*/
 WHERE workflowMeshId = :workflowMeshId;

-- name: proposal_of_image(imageId)
-- Whose an image is.
SELECT s.proposalId
  FROM Image im
  JOIN DataCollection d ON d.dataCollectionId = im.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
 WHERE im.imageId = :imageId;
