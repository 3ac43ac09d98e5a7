-- name: pictures(dataCollectionId)
-- The pictures that are recorded with a data collection, and its first image's, if the caller may see it.
SELECT d.xtalSnapshotFullPath1,
       d.xtalSnapshotFullPath2,
       d.xtalSnapshotFullPath3,
       d.xtalSnapshotFullPath4,
       d.imageQualityIndicatorsPlotPath,
       im.jpegFileFullPath,
       im.jpegThumbnailFileFullPath
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  LEFT JOIN Image im ON im.dataCollectionId = d.dataCollectionId
  /*visible*/
 WHERE d.dataCollectionId = :dataCollectionId
 ORDER BY im.imageNumber, im.imageId
 LIMIT 1;
