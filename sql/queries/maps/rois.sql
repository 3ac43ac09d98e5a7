-- Regions of interest of fluorescence, chosen by hand.

-- name: add_roi(startEnergy, endEnergy)
-- A region.
INSERT INTO XRFFluorescenceMappingROI (startEnergy, endEnergy /*columns*/)
VALUES (:startEnergy, :endEnergy /*values*/)
RETURNING xrfFluorescenceMappingROIId;

-- name: change_roi(xrfFluorescenceMappingROIId)
-- Change what is known of a region.
UPDATE XRFFluorescenceMappingROI
   SET xrfFluorescenceMappingROIId = xrfFluorescenceMappingROIId /*set*/
 WHERE xrfFluorescenceMappingROIId = :xrfFluorescenceMappingROIId;

-- name: remove_roi(xrfFluorescenceMappingROIId)
-- Drop a region.
DELETE FROM XRFFluorescenceMappingROI
 WHERE xrfFluorescenceMappingROIId = :xrfFluorescenceMappingROIId;

-- name: map_of_roi(xrfFluorescenceMappingROIId)
-- A map that was made of a region, or a row of one.
SELECT xm.xrfFluorescenceMappingId
  FROM XRFFluorescenceMapping xm
 WHERE xm.xrfFluorescenceMappingROIId = :xrfFluorescenceMappingROIId
 ORDER BY xm.xrfFluorescenceMappingId
 LIMIT 1;

-- part: sample_of_roi(xrfFluorescenceMappingROIId)
-- The proposal of the sample that a region was chosen for: its shipment's, else its protein's.
SELECT COALESCE(sh.proposalId, pr.proposalId) AS proposalId
  FROM XRFFluorescenceMappingROI ro
  JOIN BLSample sm ON sm.blSampleId = ro.blSampleId
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE ro.xrfFluorescenceMappingROIId = :xrfFluorescenceMappingROIId;

-- part: grids_of_roi(xrfFluorescenceMappingROIId)
-- The proposals of maps of a region that are kept in one row, for a grid that names its data collection.
SELECT DISTINCT bs.proposalId
  FROM XRFFluorescenceMapping xm
  JOIN GridInfo gi ON gi.gridInfoId = xm.gridInfoId
  JOIN DataCollection d ON d.dataCollectionId = gi.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN BLSession bs ON bs.sessionId = g.sessionId
 WHERE xm.xrfFluorescenceMappingROIId = :xrfFluorescenceMappingROIId;

-- part: groups_of_roi(xrfFluorescenceMappingROIId)
-- The same, for a grid that names its group.
SELECT DISTINCT bs.proposalId
  FROM XRFFluorescenceMapping xm
  JOIN GridInfo gi ON gi.gridInfoId = xm.gridInfoId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = gi.dataCollectionGroupId
  JOIN BLSession bs ON bs.sessionId = g.sessionId
 WHERE xm.xrfFluorescenceMappingROIId = :xrfFluorescenceMappingROIId;

-- part: images_of_roi(xrfFluorescenceMappingROIId)
-- The proposals of maps of a region that are kept image by image.
SELECT DISTINCT bs.proposalId
  FROM XRFFluorescenceMapping xm
  JOIN DataCollection d ON d.dataCollectionId = xm.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN BLSession bs ON bs.sessionId = g.sessionId
 WHERE xm.xrfFluorescenceMappingROIId = :xrfFluorescenceMappingROIId;
