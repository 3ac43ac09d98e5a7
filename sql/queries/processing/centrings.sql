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
  FROM (SELECT DISTINCT g.dataCollectionGroupId
          FROM DataCollection d
          JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
          /*visible*/
         WHERE 1 = 1 /*where*/) k
  JOIN XrayCentring xc ON xc.dataCollectionGroupId = k.dataCollectionGroupId
  LEFT JOIN XrayCentringResult xr ON xr.xrayCentringId = xc.xrayCentringId
 ORDER BY xc.xrayCentringId, xr.xrayCentringResultId
 LIMIT 2000;
