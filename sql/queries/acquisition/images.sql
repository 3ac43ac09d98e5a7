-- name: list_images()
-- Images that are recorded one by one with a data collection: mostly its first and its last.
SELECT im.imageId,
       im.dataCollectionId,
       im.imageNumber,
       im.fileLocation,
       im.fileName,
       im.measuredIntensity,
       im.cumulativeIntensity,
       im.synchrotronCurrent,
       im.temperature,
       im.machineMessage,
       im.comments,
       im.motorPositionId,
       im.recordTimeStamp,
       COALESCE(im.jpegFileFullPath <> '', 0) AS _metadata__picture,
       COALESCE(im.jpegThumbnailFileFullPath <> '', 0) AS _metadata__thumbnail
  FROM Image im
  JOIN DataCollection d ON d.dataCollectionId = im.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/
 ORDER BY im.imageNumber, im.imageId
 /*page*/;

-- name: count_images()
-- How many images the same conditions leave.
SELECT COUNT(*) AS total
  FROM Image im
  JOIN DataCollection d ON d.dataCollectionId = im.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: is_visible(dataCollectionId)
-- Whether the caller may see a data collection.
SELECT 1 AS found
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE d.dataCollectionId = :dataCollectionId;

-- name: images_with_numbers(dataCollectionId, numbers)
-- Which of some images of a data collection are recorded.
SELECT im.imageNumber,
       MIN(im.imageId) AS imageId
  FROM Image im
 WHERE im.dataCollectionId = :dataCollectionId
   AND im.imageNumber IN (:numbers)
 GROUP BY im.imageNumber;

-- name: add_images(dataCollectionId)
-- Images of a data collection.
INSERT INTO Image (dataCollectionId /*columns*/)
VALUES (:dataCollectionId /*values*/) /*rows*/
RETURNING imageId;

-- name: change_images(changed)
-- Change what is known of images.
UPDATE Image
   SET imageId = imageId /*set*/
 WHERE imageId IN (:changed);
