-- name: files_of_image(proposalId, imageId)
-- Where the pictures of a diffraction image are.
SELECT i.jpegFileFullPath,
       i.jpegThumbnailFileFullPath
  FROM Image i
  JOIN DataCollection dc ON dc.dataCollectionId = i.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  /*visible*/
 WHERE i.imageId = :imageId
   AND s.proposalId = :proposalId;

-- name: thumbnails_of_images(proposalId, images)
-- Where the small pictures of some diffraction images are.
SELECT im.imageId,
       im.jpegThumbnailFileFullPath
  FROM Image im
  JOIN DataCollection dc ON dc.dataCollectionId = im.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  /*visible*/
 WHERE im.imageId IN (:images)
   AND s.proposalId = :proposalId;

-- name: files_of_collection(proposalId, dataCollectionId)
-- Where the pictures and plots of a data collection are.
SELECT dc.xtalSnapshotFullPath1,
       dc.xtalSnapshotFullPath2,
       dc.xtalSnapshotFullPath3,
       dc.xtalSnapshotFullPath4,
       dc.imageQualityIndicatorsPlotPath,
       dc.bestWilsonPlotPath
  FROM DataCollection dc
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = dc.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId
  /*visible*/
 WHERE dc.dataCollectionId = :dataCollectionId
   AND s.proposalId = :proposalId;

-- name: files_of_group(proposalId, dataCollectionGroupId)
-- Where the picture of a group's crystal is.
SELECT g.xtalSnapshotFullPath
  FROM DataCollectionGroup g
  JOIN BLSession s ON s.sessionId = g.sessionId
  /*visible*/
 WHERE g.dataCollectionGroupId = :dataCollectionGroupId
   AND s.proposalId = :proposalId;
