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
       xr.blSampleId AS XrayCentringResult__blSampleId,
       xr.gridInfoId AS XrayCentringResult__gridInfoId
  FROM (SELECT DISTINCT g.dataCollectionGroupId
          FROM DataCollectionGroup g
          LEFT JOIN DataCollection d ON d.dataCollectionGroupId = g.dataCollectionGroupId
          /*visible*/
         WHERE 1 = 1 /*where*/) k
  JOIN XrayCentring xc ON xc.dataCollectionGroupId = k.dataCollectionGroupId
  LEFT JOIN XrayCentringResult xr ON xr.xrayCentringId = xc.xrayCentringId
 WHERE 1 = 1 /*where_centring*/
 ORDER BY xc.xrayCentringId, xr.xrayCentringResultId
 LIMIT 2000;

-- name: centring(xrayCentringId)
-- The group of a centring that the caller may see.
SELECT g.dataCollectionGroupId
  FROM XrayCentring xc
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = xc.dataCollectionGroupId
  /*visible*/
 WHERE xc.xrayCentringId = :xrayCentringId;

-- name: state_of_centring(xrayCentringId)
-- How far a centring is, and whose.
SELECT xc.dataCollectionGroupId,
       xc.status,
       g.sessionId
  FROM XrayCentring xc
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = xc.dataCollectionGroupId
 WHERE xc.xrayCentringId = :xrayCentringId;

-- name: add_centring(dataCollectionGroupId)
-- The centring of a group of grid scans.
INSERT INTO XrayCentring (dataCollectionGroupId /*columns*/)
VALUES (:dataCollectionGroupId /*values*/)
RETURNING xrayCentringId;

-- name: change_centring(xrayCentringId)
-- Change what is known of a centring.
UPDATE XrayCentring
   SET xrayCentringId = xrayCentringId /*set*/
 WHERE xrayCentringId = :xrayCentringId;

-- name: add_centring_results(xrayCentringId)
-- Crystals that were found.
INSERT INTO XrayCentringResult (xrayCentringId /*columns*/)
VALUES (:xrayCentringId /*values*/) /*rows*/;
