-- name: pictures(dataCollectionId, number)
-- The pictures that are recorded with a data collection, and one image's or the first's, if the caller may see it.
SELECT d.xtalSnapshotFullPath1,
       d.xtalSnapshotFullPath2,
       d.xtalSnapshotFullPath3,
       d.xtalSnapshotFullPath4,
       d.imageQualityIndicatorsPlotPath,
       im.jpegFileFullPath,
       im.jpegThumbnailFileFullPath
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  LEFT JOIN Image im ON im.dataCollectionId = d.dataCollectionId AND (:number IS NULL OR im.imageNumber = :number)
  /*visible*/
 WHERE d.dataCollectionId = :dataCollectionId
 ORDER BY im.imageNumber, im.imageId
 LIMIT 1;
