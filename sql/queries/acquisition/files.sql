-- name: list_collection_files()
-- Files that were recorded with data collections which the caller may see.
SELECT fa.dataCollectionFileAttachmentId,
       fa.dataCollectionId,
       fa.fileType,
       fa.fileFullPath,
       fa.createTime
  FROM DataCollectionFileAttachment fa
  JOIN DataCollection d ON d.dataCollectionId = fa.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_collection_files()
-- How many files the same conditions leave.
SELECT COUNT(*) AS total
  FROM DataCollectionFileAttachment fa
  JOIN DataCollection d ON d.dataCollectionId = fa.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: list_steps()
-- Steps of workflows that made collections which the caller may see; of how many groups does not matter.
SELECT ws.workflowStepId,
       ws.workflowId,
       ws.workflowStepType,
       ws.status,
       ws.comments,
       ws.crystalSizeX,
       ws.crystalSizeY,
       ws.crystalSizeZ,
       ws.maxDozorScore,
       ws.recordTimeStamp,
       ws.imageResultFilePath,
       ws.resultFilePath,
       ws.htmlResultFilePath
  FROM WorkflowStep ws
  /*join*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_steps()
-- How many steps the same conditions leave.
SELECT COUNT(*) AS total
  FROM WorkflowStep ws
  /*join*/
 WHERE 1 = 1 /*where*/;

-- name: workflow_of_step(workflowStepId)
-- The workflow that a step belongs to.
SELECT ws.workflowId
  FROM WorkflowStep ws
 WHERE ws.workflowStepId = :workflowStepId;

-- name: file_of_collection(dataCollectionId, fileFullPath)
-- The row of a file that is recorded with a data collection.
SELECT MIN(fa.dataCollectionFileAttachmentId) AS dataCollectionFileAttachmentId
  FROM DataCollectionFileAttachment fa
 WHERE fa.dataCollectionId = :dataCollectionId
   AND fa.fileFullPath = :fileFullPath;

-- name: add_collection_file(dataCollectionId, fileFullPath)
-- A file of a data collection.
INSERT INTO DataCollectionFileAttachment (dataCollectionId, fileFullPath, createTime /*columns*/)
VALUES (:dataCollectionId, :fileFullPath, NOW() /*values*/)
RETURNING dataCollectionFileAttachmentId;

-- name: owner_of_file(dataCollectionFileAttachmentId)
-- The data collection that a file was recorded with.
SELECT fa.dataCollectionId
  FROM DataCollectionFileAttachment fa
 WHERE fa.dataCollectionFileAttachmentId = :dataCollectionFileAttachmentId;

-- name: change_collection_file(dataCollectionFileAttachmentId)
-- Change what is known of a file.
UPDATE DataCollectionFileAttachment
   SET dataCollectionFileAttachmentId = dataCollectionFileAttachmentId /*set*/
 WHERE dataCollectionFileAttachmentId = :dataCollectionFileAttachmentId;
