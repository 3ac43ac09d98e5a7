-- name: workflow_log(workflowId)
-- Where the log of a workflow is, which measured one of the visible groups.
SELECT wf.logFilePath
  FROM Workflow wf
  JOIN DataCollectionGroup g ON g.workflowId = wf.workflowId
  JOIN BLSession s ON s.sessionId = g.sessionId
  /*visible*/
 WHERE wf.workflowId = :workflowId
 LIMIT 1;

-- name: workflow_steps(proposalId, steps)
-- Some steps of workflows that measured visible groups of a proposal.
SELECT DISTINCT ws.workflowStepId,
       ws.workflowId,
       ws.workflowStepType,
       ws.status,
       ws.folderPath,
       ws.imageResultFilePath,
       ws.htmlResultFilePath,
       ws.resultFilePath,
       ws.recordTimeStamp,
       ws.crystalSizeX,
       ws.crystalSizeY,
       ws.crystalSizeZ,
       ws.maxDozorScore,
       ws.comments
  FROM WorkflowStep ws
  JOIN DataCollectionGroup g ON g.workflowId = ws.workflowId
  JOIN BLSession s ON s.sessionId = g.sessionId
  /*visible*/
 WHERE ws.workflowStepId IN (:steps)
   AND s.proposalId = :proposalId
 ORDER BY ws.workflowStepId;
