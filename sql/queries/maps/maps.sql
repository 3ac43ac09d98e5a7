-- Maps of fluorescence.  One family keeps a map's values in one row, for a grid; the other keeps a row for each image.
-- What a database has no columns for is left out.  Of each way to keep them, a page takes as many as it may end with.

-- part: maps_of_grids()
-- Maps that are kept in one row, for a grid that names its data collection.
SELECT xm.xrfFluorescenceMappingId,
       gi.gridInfoId,
       d.dataCollectionId
  FROM XRFFluorescenceMapping xm
  JOIN GridInfo gi ON gi.gridInfoId = xm.gridInfoId
  JOIN DataCollection d ON d.dataCollectionId = gi.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE xm.gridInfoId > 0
   AND xm.data IS NOT NULL /*where*/
 /*page*/;

-- part: maps_of_groups()
-- The same, for a grid that names the group only: the group's first collection stands for it.
SELECT xm.xrfFluorescenceMappingId,
       gi.gridInfoId,
       MIN(d.dataCollectionId) AS dataCollectionId
  FROM XRFFluorescenceMapping xm
  JOIN GridInfo gi ON gi.gridInfoId = xm.gridInfoId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = gi.dataCollectionGroupId
  JOIN DataCollection d ON d.dataCollectionGroupId = g.dataCollectionGroupId
  /*visible*/
 WHERE xm.gridInfoId > 0
   AND xm.data IS NOT NULL
   AND gi.dataCollectionId IS NULL /*where*/
 GROUP BY xm.xrfFluorescenceMappingId, gi.gridInfoId
 /*page*/;

-- part: maps_of_images()
-- Maps that are kept image by image: the first row of a collection and a region stands for the map.
SELECT fi.xrfFluorescenceMappingId,
       NULL AS gridInfoId,
       d.dataCollectionId
  FROM (SELECT one.dataCollectionId,
               MIN(one.xrfFluorescenceMappingId) AS xrfFluorescenceMappingId
          FROM XRFFluorescenceMapping one
         WHERE one.dataCollectionId IS NOT NULL /*where_image*/
         GROUP BY one.dataCollectionId, one.xrfFluorescenceMappingROIId) fi
  JOIN XRFFluorescenceMapping xm ON xm.xrfFluorescenceMappingId = fi.xrfFluorescenceMappingId
  JOIN DataCollection d ON d.dataCollectionId = fi.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE xm.imageNumber IS NOT NULL /*where*/
 /*page*/;

-- name: list_maps()
-- Maps of fluorescence, without their values.
SELECT xm.xrfFluorescenceMappingId,
       xm.colourMap,
       COALESCE(xm.opacity, 1) AS opacity,
       xm.points,
       CASE WHEN xm.data IS NULL THEN 'rows' ELSE COALESCE(xm.dataFormat, 'json') END AS dataFormat,
       xm.min,
       xm.max,
       xm.autoProcProgramId,
       d.startImageNumber AS _firstImage,
       d.dataCollectionGroupId AS _groupId,
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
 ORDER BY xm.xrfFluorescenceMappingId
 /*page*/;

-- name: count_maps()
-- How many maps the same conditions leave.
SELECT COUNT(*) AS total
  FROM (SELECT NULL AS xrfFluorescenceMappingId, NULL AS gridInfoId, NULL AS dataCollectionId
          FROM api_turn tu
         WHERE 1 = 0 /*union*/) found;

-- name: grids(groups)
-- Grids of some groups of data collections, by whichever of the two they name.
SELECT gi.gridInfoId,
       gi.dataCollectionGroupId AS _groupId,
       gi.dataCollectionId AS _collectionId,
       gi.steps_x,
       gi.steps_y,
       COALESCE(gi.snaked, 0) AS snaked,
       COALESCE(gi.orientation, 'horizontal') AS orientation
  FROM (SELECT gg.gridInfoId
          FROM GridInfo gg
         WHERE gg.dataCollectionGroupId IN (:groups)
         /*union*/) k
  JOIN GridInfo gi ON gi.gridInfoId = k.gridInfoId
 ORDER BY gi.gridInfoId;

-- part: grids_of_collections(collections)
-- Grids that name their data collection.
SELECT og.gridInfoId
  FROM GridInfo og
 WHERE og.dataCollectionId IN (:collections);

-- name: values_of_grid(xrfFluorescenceMappingId)
-- The values of a map that is kept in one row.
SELECT xm.data
  FROM XRFFluorescenceMapping xm
 WHERE xm.xrfFluorescenceMappingId = :xrfFluorescenceMappingId;

-- part: values_of_images(xrfFluorescenceMappingId, first, last)
-- The values of a map that is kept image by image, of which this is the first row.
SELECT xm.imageNumber,
       xm.counts AS value
  FROM XRFFluorescenceMapping fi
  JOIN XRFFluorescenceMapping xm ON xm.dataCollectionId = fi.dataCollectionId
 WHERE fi.xrfFluorescenceMappingId = :xrfFluorescenceMappingId
   AND xm.xrfFluorescenceMappingROIId = fi.xrfFluorescenceMappingROIId
   AND xm.imageNumber BETWEEN :first AND :last;

-- name: values_in_rows()
-- The same, from the part.
SELECT va.imageNumber,
       va.value
  FROM (SELECT NULL AS imageNumber, NULL AS value
          FROM api_turn tu
         WHERE 1 = 0 /*union*/) va
 ORDER BY va.imageNumber;

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
-- Regions that were chosen for a sample.
SELECT rs.xrfFluorescenceMappingROIId
  FROM XRFFluorescenceMappingROI rs
  /*join*/
 WHERE rs.blSampleId > 0;

-- part: rois_of_grids()
-- Regions of maps that are kept in one row, for a grid that names its data collection.
SELECT xm.xrfFluorescenceMappingROIId
  FROM XRFFluorescenceMapping xm
  JOIN GridInfo gi ON gi.gridInfoId = xm.gridInfoId
  JOIN DataCollection d ON d.dataCollectionId = gi.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/;

-- part: rois_of_groups()
-- The same, for a grid that names the group only.
SELECT xm.xrfFluorescenceMappingROIId
  FROM XRFFluorescenceMapping xm
  JOIN GridInfo gi ON gi.gridInfoId = xm.gridInfoId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = gi.dataCollectionGroupId
  /*visible*/
 WHERE gi.dataCollectionId IS NULL;

-- part: rois_of_images()
-- Regions of maps that are kept image by image.
SELECT xm.xrfFluorescenceMappingROIId
  FROM XRFFluorescenceMapping xm
  JOIN DataCollection d ON d.dataCollectionId = xm.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/;

-- name: scan(dataCollectionId)
-- A data collection, if the caller may see it.
SELECT d.dataCollectionId,
       d.dataCollectionGroupId AS _groupId,
       d.startImageNumber AS _firstImage
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE d.dataCollectionId = :dataCollectionId;

-- name: indicators(dataCollectionId, value, first, last)
-- One of what the analysis of images found that can be drawn over a grid.
SELECT q.imageNumber,
       CASE :value
           WHEN 'dozor_score' THEN q.dozor_score
           WHEN 'spotTotal' THEN q.spotTotal
           WHEN 'goodBraggCandidates' THEN q.goodBraggCandidates
           WHEN 'totalIntegratedSignal' THEN q.totalIntegratedSignal
           WHEN 'method1Res' THEN q.method1Res
           WHEN 'method2Res' THEN q.method2Res
       END AS value
  FROM ImageQualityIndicators q
 WHERE q.dataCollectionId = :dataCollectionId
   AND q.imageNumber BETWEEN :first AND :last
 ORDER BY q.imageNumber;
