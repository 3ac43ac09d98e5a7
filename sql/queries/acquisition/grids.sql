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
