-- Workflows step by step, meshes and their grids, X-ray centring.

INSERT INTO WorkflowStep
    (workflowStepId, workflowId, workflowStepType, status, crystalSizeX, crystalSizeY, crystalSizeZ, maxDozorScore,
     comments, recordTimeStamp)
VALUES
    (1, 1, 'Snapshots', 'Success', NULL, NULL, NULL, NULL, NULL, '2030-04-13 10:14:05'),
    (2, 1, 'Mesh', 'Success', '0.12', '0.1', NULL, '91', NULL, '2030-04-13 10:14:30'),
    (3, 1, 'Characterisation', 'Success', NULL, NULL, NULL, NULL, NULL, '2030-04-13 10:16:20'),
    (4, 1, 'Data collection', 'Success', NULL, NULL, NULL, NULL, NULL, '2030-04-13 10:17:30'),
    (5, 2, 'Dehydration', 'Success', NULL, NULL, NULL, NULL, 'Cell shrank by 0.8 % at 85 %', '2030-04-13 10:30:30'),
    (6, 3, 'Snapshots', 'Success', NULL, NULL, NULL, NULL, NULL, '2030-04-13 10:43:30'),
    (7, 3, 'Mesh', 'Success', '0.15', '0.06', NULL, '91', NULL, '2030-04-13 10:44:10'),
    (8, 4, 'Burn', 'Failed', NULL, NULL, NULL, NULL, 'Crystal lost', '2030-04-13 10:57:30'),
    (9, 5, 'Line', 'Success', '0.09', NULL, NULL, '80', NULL, '2030-04-13 11:09:40'),
    (10, 6, 'Mesh', 'Success', '0.08', '0.04', '0.03', '91', NULL, '2030-06-11 10:02:40'),
    (11, 6, 'Characterisation', 'Success', NULL, NULL, NULL, NULL, NULL, '2030-06-11 10:04:20'),
    (12, 6, 'Data collection', 'Success', NULL, NULL, NULL, NULL, NULL, '2030-06-11 10:05:40'),
    (13, 7, 'Mesh', 'Success', '0.08', '0.04', NULL, '91', NULL, '2030-06-11 10:15:30'),
    (14, 8, 'Burn', 'Success', NULL, NULL, NULL, NULL, NULL, '2030-06-11 11:24:00'),
    (15, 9, 'Mesh', 'Failed', NULL, NULL, NULL, '0', 'No diffraction found', NULL);

-- The snapshots have no result; the last step was written by a program that knew no folder.
UPDATE WorkflowStep
   SET folderPath = '/demo-files',
       imageResultFilePath = CASE WHEN workflowStepType = 'Snapshots' THEN '/demo-files/crystal_1.jpg'
                                  ELSE '/demo-files/mesh.png' END,
       htmlResultFilePath = '/demo-files/workflow.html',
       resultFilePath = CASE WHEN workflowStepType = 'Snapshots' THEN NULL ELSE '/demo-files/mesh_result.json' END
 WHERE workflowStepId <= 14;

INSERT INTO WorkflowMesh (workflowMeshId, workflowId, bestImageId, value1, value2, value3, value4, cartographyPath)
SELECT ROW_NUMBER() OVER (ORDER BY g.dataCollectionGroupId), g.workflowId, 10 * d.dataCollectionId + 1, 91, 11, 5, NULL,
       '/demo-files/mesh.png'
  FROM DataCollectionGroup g
  JOIN DataCollection d ON d.dataCollectionGroupId = g.dataCollectionGroupId
 WHERE g.experimentType IN ('Mesh', 'LineScan');

-- With a workflow, dx_mm and dy_mm are the whole grid's width and height, as the control software sends them.
INSERT INTO GridInfo
    (gridInfoId, workflowMeshId, dataCollectionGroupId, dataCollectionId, xOffset, yOffset, dx_mm, dy_mm, steps_x,
     steps_y, meshAngle,
     orientation, snaked, pixelspermicronX, pixelspermicronY, micronsPerPixelX, micronsPerPixelY, snapshot_offsetxpixel,
     snapshot_offsetypixel)
SELECT m.workflowMeshId, m.workflowMeshId, g.dataCollectionGroupId, d.dataCollectionId, -0.2, -0.12,
       CASE WHEN g.experimentType = 'Mesh' THEN 0.4 ELSE 0.01 END,
       CASE WHEN g.experimentType = 'Mesh' THEN 0.24 ELSE 0.8 END,
       CASE WHEN g.experimentType = 'Mesh' THEN 20 ELSE 1 END, CASE WHEN g.experimentType = 'Mesh' THEN 12 ELSE 40 END,
       d.omegaStart,
       CASE WHEN g.experimentType = 'Mesh' THEN 'horizontal' ELSE 'vertical' END, 0, 0.83, 0.83, 1.2, 1.2, 120, 90
  FROM WorkflowMesh m
  JOIN DataCollectionGroup g ON g.workflowId = m.workflowId AND g.experimentType IN ('Mesh', 'LineScan')
  JOIN DataCollection d ON d.dataCollectionGroupId = g.dataCollectionGroupId;

-- Two scans at right angles have a grid each, of their own collection; here dx_mm and dy_mm are one step.
INSERT INTO GridInfo
    (gridInfoId, dataCollectionGroupId, dataCollectionId, xOffset, yOffset, dx_mm, dy_mm, steps_x, steps_y, meshAngle,
     orientation, snaked, pixelspermicronX, pixelspermicronY, micronsPerPixelX, micronsPerPixelY, snapshot_offsetxpixel,
     snapshot_offsetypixel)
SELECT 100 + ROW_NUMBER() OVER (ORDER BY d.dataCollectionId), g.dataCollectionGroupId, d.dataCollectionId, NULL, NULL,
       0.02, 0.02, 20, 12, d.omegaStart,
       'horizontal', 1, 0.83, 0.83, 1.2, 1.2, 120, 90
  FROM DataCollectionGroup g
  JOIN DataCollection d ON d.dataCollectionGroupId = g.dataCollectionGroupId
 WHERE g.experimentType = 'Mesh3D';

-- The first is found, in two pieces; of the second nothing was seen.
INSERT INTO XrayCentring (xrayCentringId, dataCollectionGroupId, status, xrayCentringType)
SELECT ROW_NUMBER() OVER (ORDER BY g.dataCollectionGroupId), g.dataCollectionGroupId,
       CASE WHEN g.blSampleId = 31 THEN 'success' ELSE 'failed' END, '3d'
  FROM DataCollectionGroup g
 WHERE g.experimentType = 'Mesh3D';

INSERT INTO XrayCentringResult
    (xrayCentringResultId, xrayCentringId, centreOfMassX, centreOfMassY, centreOfMassZ, maxVoxelX, maxVoxelY, maxVoxelZ,
     numberOfVoxels, totalCount,
     boundingBoxMinX, boundingBoxMaxX, boundingBoxMinY, boundingBoxMaxY, boundingBoxMinZ, boundingBoxMaxZ, status,
     gridInfoId, blSampleId)
VALUES
    (1, 1, 11.2, 5.1, 5.8, 11, 5, 6, 61, 40210, 7, 16, 2, 9, 3, 9, 'success', 101, 31),
    (2, 1, 4.1, 8.2, 7.9, 4, 8, 8, 9, 2110, 3, 6, 7, 10, 7, 9, 'success', 101, 31);
