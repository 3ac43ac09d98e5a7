-- name: list_images()
-- Pictures of samples of visible proposals.
SELECT im.blSampleImageId,
       im.blSampleId,
       im.micronsPerPixelX,
       im.micronsPerPixelY,
       COALESCE(im.offsetX, 0) AS offsetX,
       COALESCE(im.offsetY, 0) AS offsetY,
       im.imageFullPath,
       im.containerInspectionId,
       im.comments,
       im.blTimeStamp
  FROM BLSampleImage im
  LEFT JOIN BLSample sm ON sm.blSampleId = im.blSampleId
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_images()
-- How many pictures the same conditions leave.
SELECT COUNT(*) AS total
  FROM BLSampleImage im
  LEFT JOIN BLSample sm ON sm.blSampleId = im.blSampleId
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
  /*visible*/
 WHERE 1 = 1 /*where*/;
