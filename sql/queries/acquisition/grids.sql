-- name: grids(groups)
-- Grids of some groups of collections.  One family tells how many pixels a micrometre has, the other the reverse.
SELECT k.groupId,
       gi.dataCollectionId,
       gi.gridInfoId,
       gi.workflowMeshId,
       gi.xOffset,
       gi.yOffset,
       gi.dx_mm,
       gi.dy_mm,
       gi.steps_x,
       gi.steps_y,
       gi.meshAngle,
       gi.orientation,
       COALESCE(gi.pixelspermicronX, 1.0 / NULLIF(gi.micronsPerPixelX, 0)) AS pixelsPerMicronX,
       COALESCE(gi.pixelspermicronY, 1.0 / NULLIF(gi.micronsPerPixelY, 0)) AS pixelsPerMicronY,
       COALESCE(gi.micronsPerPixelX, 1.0 / NULLIF(gi.pixelspermicronX, 0)) AS micronsPerPixelX,
       COALESCE(gi.micronsPerPixelY, 1.0 / NULLIF(gi.pixelspermicronY, 0)) AS micronsPerPixelY,
       gi.snapshot_offsetxpixel AS snapshot_offsetXPixel,
       gi.snapshot_offsetypixel AS snapshot_offsetYPixel,
       gi.snaked,
       gi.patchesX,
       gi.patchesY,
       gi.recordTimeStamp
  FROM (SELECT gg.gridInfoId,
               gg.dataCollectionGroupId AS groupId
          FROM GridInfo gg
         WHERE gg.dataCollectionGroupId IN (:groups)
         /*union*/) k
  JOIN GridInfo gi ON gi.gridInfoId = k.gridInfoId
 ORDER BY gi.gridInfoId;

-- part: grids_of_collections(groups)
-- Grids that name a collection of some groups.
SELECT og.gridInfoId,
       o.dataCollectionGroupId AS groupId
  FROM DataCollection o
  JOIN GridInfo og ON og.dataCollectionId = o.dataCollectionId
 WHERE o.dataCollectionGroupId IN (:groups);

-- name: group_of_grid(gridInfoId)
-- The group of collections that a grid belongs to, itself or by its collection.
SELECT COALESCE(d.dataCollectionGroupId, gi.dataCollectionGroupId) AS dataCollectionGroupId,
       g.sessionId
  FROM (SELECT gx.gridInfoId,
               gx.dataCollectionGroupId,
               gx.dataCollectionId
          FROM GridInfo gx) gi
  LEFT JOIN DataCollection d ON d.dataCollectionId = gi.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = COALESCE(d.dataCollectionGroupId, gi.dataCollectionGroupId)
 WHERE gi.gridInfoId = :gridInfoId;

-- name: add_grid(dataCollectionGroupId)
-- A grid that is scanned.
INSERT INTO GridInfo (dataCollectionGroupId, recordTimeStamp /*columns*/)
VALUES (:dataCollectionGroupId, NOW() /*values*/)
RETURNING gridInfoId;

-- name: change_grid(gridInfoId)
-- Change what is known of a grid.
UPDATE GridInfo
   SET gridInfoId = gridInfoId /*set*/
 WHERE gridInfoId = :gridInfoId;

-- name: group_of_collection(dataCollectionId)
-- The group of a data collection.
SELECT d.dataCollectionGroupId
  FROM DataCollection d
 WHERE d.dataCollectionId = :dataCollectionId;

-- part: workflow_of_mesh(workflowMeshId)
-- The workflow that a mesh is a result of.
SELECT wm.workflowId
  FROM WorkflowMesh wm
 WHERE wm.workflowMeshId = :workflowMeshId;
