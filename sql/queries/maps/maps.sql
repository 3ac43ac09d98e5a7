-- Maps of fluorescence.  One family keeps a map's values in one row, for a grid; the other keeps a row for each image.
-- What a database has no columns for is left out.

-- part: maps_of_grids()
-- Maps that are kept in one row.
SELECT xm.xrfFluorescenceMappingId,
       xm.gridInfoId,
       d.dataCollectionId
  FROM XRFFluorescenceMapping xm
  JOIN GridInfo gi ON gi.gridInfoId = xm.gridInfoId
  JOIN DataCollection d ON d.dataCollectionId = gi.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE xm.data IS NOT NULL /*where*/;

-- part: maps_of_images()
-- Maps that are kept image by image; the first row stands for the map.
SELECT MIN(xm.xrfFluorescenceMappingId) AS xrfFluorescenceMappingId,
       MIN(gi.gridInfoId) AS gridInfoId,
       d.dataCollectionId
  FROM XRFFluorescenceMapping xm
  JOIN DataCollection d ON d.dataCollectionId = xm.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  LEFT JOIN GridInfo gi ON gi.dataCollectionGroupId = g.dataCollectionGroupId
  /*visible*/
 WHERE xm.imageNumber IS NOT NULL /*where*/
 GROUP BY d.dataCollectionId, xm.xrfFluorescenceMappingROIId;

-- name: list_maps()
-- Maps of fluorescence, without their values.
SELECT xm.xrfFluorescenceMappingId,
       xm.colourMap,
       COALESCE(xm.opacity, 1) AS opacity,
       xm.points,
       COALESCE(xm.dataFormat, 'rows') AS dataFormat,
       xm.min,
       xm.max,
       d.dataCollectionId AS _metadata__dataCollectionId,
       d.blSubSampleId AS _metadata__blSubSampleId,
       COALESCE(g.blSampleId, d.blSampleId) AS _metadata__blSampleId,
       gi.gridInfoId AS GridInfo__gridInfoId,
       gi.steps_x AS GridInfo__steps_x,
       gi.steps_y AS GridInfo__steps_y,
       COALESCE(gi.snaked, 0) AS GridInfo__snaked,
       COALESCE(gi.orientation, 'horizontal') AS GridInfo__orientation,
       ro.xrfFluorescenceMappingROIId AS XRFFluorescenceMappingROI__xrfFluorescenceMappingROIId,
       ro.element AS XRFFluorescenceMappingROI__element,
       ro.edge AS XRFFluorescenceMappingROI__edge,
       ro.scalar AS XRFFluorescenceMappingROI__scalar,
       ro.startEnergy AS XRFFluorescenceMappingROI__startEnergy,
       ro.endEnergy AS XRFFluorescenceMappingROI__endEnergy
  FROM (SELECT NULL AS xrfFluorescenceMappingId, NULL AS gridInfoId, NULL AS dataCollectionId
          FROM api_turn tu
         WHERE 1 = 0 /*union*/) found
  JOIN XRFFluorescenceMapping xm ON xm.xrfFluorescenceMappingId = found.xrfFluorescenceMappingId
  JOIN DataCollection d ON d.dataCollectionId = found.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  LEFT JOIN GridInfo gi ON gi.gridInfoId = found.gridInfoId
  LEFT JOIN XRFFluorescenceMappingROI ro ON ro.xrfFluorescenceMappingROIId = xm.xrfFluorescenceMappingROIId
 WHERE 1 = 1 /*where*/
 ORDER BY xm.xrfFluorescenceMappingId
 /*page*/;

-- name: count_maps()
-- How many maps the same conditions leave.
SELECT COUNT(*) AS total
  FROM (SELECT NULL AS xrfFluorescenceMappingId, NULL AS gridInfoId, NULL AS dataCollectionId
          FROM api_turn tu
         WHERE 1 = 0 /*union*/) found
  JOIN XRFFluorescenceMapping xm ON xm.xrfFluorescenceMappingId = found.xrfFluorescenceMappingId
 WHERE 1 = 1 /*where*/;

-- name: values_of_grid(xrfFluorescenceMappingId)
-- The values of a map that is kept in one row.
SELECT xm.data
  FROM XRFFluorescenceMapping xm
 WHERE xm.xrfFluorescenceMappingId = :xrfFluorescenceMappingId;

-- part: values_of_images(xrfFluorescenceMappingId)
-- The values of a map that is kept image by image, of which this is the first row.
SELECT xm.imageNumber,
       xm.counts
  FROM XRFFluorescenceMapping fi
  JOIN XRFFluorescenceMapping xm ON xm.dataCollectionId = fi.dataCollectionId
 WHERE fi.xrfFluorescenceMappingId = :xrfFluorescenceMappingId
   AND xm.xrfFluorescenceMappingROIId = fi.xrfFluorescenceMappingROIId
   AND xm.imageNumber IS NOT NULL;

-- name: values_in_rows()
-- The same, from the part.
SELECT va.imageNumber,
       va.counts
  FROM (SELECT NULL AS imageNumber, NULL AS counts
          FROM api_turn tu
         WHERE 1 = 0 /*union*/) va
 ORDER BY va.imageNumber
 LIMIT 4000000;

-- name: list_rois()
-- Regions of interest of fluorescence maps that the caller may see, by their maps or their sample.
SELECT ro.xrfFluorescenceMappingROIId,
       ro.element,
       ro.edge,
       ro.scalar,
       ro.startEnergy,
       ro.endEnergy,
       ro.r,
       ro.g,
       ro.b,
       ro.blSampleId
  FROM XRFFluorescenceMappingROI ro
  /*join*/
 WHERE 1 = 1 /*where*/
 ORDER BY ro.xrfFluorescenceMappingROIId
 /*page*/;

-- name: count_rois()
-- How many regions the same conditions leave.
SELECT COUNT(*) AS total
  FROM XRFFluorescenceMappingROI ro
  /*join*/
 WHERE 1 = 1 /*where*/;

-- part: rois_of_samples()
-- Regions that name a sample of a proposal.
SELECT ro.xrfFluorescenceMappingROIId
  FROM XRFFluorescenceMappingROI ro
  JOIN BLSample sm ON sm.blSampleId = ro.blSampleId
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
  /*visible_sample*/;

-- part: rois_of_grids()
-- Regions of maps that are kept in one row.
SELECT xm.xrfFluorescenceMappingROIId
  FROM XRFFluorescenceMapping xm
  JOIN GridInfo gi ON gi.gridInfoId = xm.gridInfoId
  JOIN DataCollection d ON d.dataCollectionId = gi.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/;

-- part: rois_of_images()
-- Regions of maps that are kept image by image.
SELECT xm.xrfFluorescenceMappingROIId
  FROM XRFFluorescenceMapping xm
  JOIN DataCollection d ON d.dataCollectionId = xm.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/;

-- name: grid_of_collection(dataCollectionId)
-- The grid that a data collection scanned, if the caller may see it: its own, else its group's.
SELECT gi.gridInfoId,
       gi.steps_x,
       gi.steps_y,
       COALESCE(gi.snaked, 0) AS snaked,
       COALESCE(gi.orientation, 'horizontal') AS orientation,
       d.dataCollectionId
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  LEFT JOIN GridInfo gi ON gi.dataCollectionGroupId = g.dataCollectionGroupId
  /*visible*/
 WHERE d.dataCollectionId = :dataCollectionId
 ORDER BY gi.gridInfoId
 LIMIT 1;

-- name: indicators(dataCollectionId)
-- What the analysis of images found that can be drawn over a grid.
SELECT q.imageNumber,
       q.dozor_score,
       q.spotTotal,
       q.goodBraggCandidates,
       q.totalIntegratedSignal,
       q.method1Res,
       q.method2Res
  FROM ImageQualityIndicators q
 WHERE q.dataCollectionId = :dataCollectionId
   AND q.imageNumber IS NOT NULL
 ORDER BY q.imageNumber
 LIMIT 4000000;
