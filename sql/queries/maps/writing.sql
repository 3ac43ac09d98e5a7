-- Maps of fluorescence as instruments record them.  One family keeps a map in one row, for a grid; the other a row for
-- each image of a data collection.  What finds a map of either kind is left out where the other is kept.

-- name: scanned(dataCollectionId)
-- What one has to know of a data collection to record a map of it.
SELECT d.dataCollectionGroupId AS _groupId,
       d.startImageNumber AS _firstImage,
       COALESCE(g.blSampleId, d.blSampleId) AS blSampleId
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
 WHERE d.dataCollectionId = :dataCollectionId;

-- part: map_of_grid(gridInfoId, xrfFluorescenceMappingROIId)
-- The map of a grid and a region that is kept in one row, be there values or not.
SELECT MIN(xm.xrfFluorescenceMappingId) AS xrfFluorescenceMappingId
  FROM XRFFluorescenceMapping xm
 WHERE xm.gridInfoId = :gridInfoId
   AND xm.xrfFluorescenceMappingROIId = :xrfFluorescenceMappingROIId;

-- part: map_of_collection(dataCollectionId, xrfFluorescenceMappingROIId)
-- The map of a data collection and a region that is kept image by image: its first row stands for it.
SELECT MIN(xm.xrfFluorescenceMappingId) AS xrfFluorescenceMappingId
  FROM XRFFluorescenceMapping xm
 WHERE xm.dataCollectionId = :dataCollectionId
   AND xm.xrfFluorescenceMappingROIId = :xrfFluorescenceMappingROIId;

-- part: regions_of_grid(gridInfoId)
-- The regions of maps of a grid.
SELECT DISTINCT xm.xrfFluorescenceMappingROIId
  FROM XRFFluorescenceMapping xm
 WHERE xm.gridInfoId = :gridInfoId;

-- part: regions_of_collection(dataCollectionId)
-- The regions of maps of a data collection that are kept image by image.
SELECT DISTINCT xm.xrfFluorescenceMappingROIId
  FROM XRFFluorescenceMapping xm
 WHERE xm.dataCollectionId = :dataCollectionId;

-- name: regions(regions)
-- What some regions are of.
SELECT ro.xrfFluorescenceMappingROIId,
       ro.startEnergy,
       ro.endEnergy,
       ro.element,
       ro.edge,
       ro.scalar
  FROM XRFFluorescenceMappingROI ro
 WHERE ro.xrfFluorescenceMappingROIId IN (:regions)
 ORDER BY ro.xrfFluorescenceMappingROIId;

-- part: points_of_map(dataCollectionId, xrfFluorescenceMappingROIId, first, last)
-- What is recorded of some images of a map.
SELECT xm.xrfFluorescenceMappingId,
       xm.imageNumber,
       xm.counts
  FROM XRFFluorescenceMapping xm
 WHERE xm.dataCollectionId = :dataCollectionId
   AND xm.xrfFluorescenceMappingROIId = :xrfFluorescenceMappingROIId
   AND xm.imageNumber BETWEEN :first AND :last
 ORDER BY xm.xrfFluorescenceMappingId;

-- name: add_map(xrfFluorescenceMappingROIId)
-- A map that is kept in one row.
INSERT INTO XRFFluorescenceMapping (xrfFluorescenceMappingROIId /*columns*/)
VALUES (:xrfFluorescenceMappingROIId /*values*/)
RETURNING xrfFluorescenceMappingId;

-- name: add_points(xrfFluorescenceMappingROIId)
-- Points of a map that is kept image by image.
INSERT INTO XRFFluorescenceMapping (xrfFluorescenceMappingROIId /*columns*/)
VALUES (:xrfFluorescenceMappingROIId /*values*/);

-- name: change_map(xrfFluorescenceMappingId)
-- Change what is known of a map.
UPDATE XRFFluorescenceMapping
   SET xrfFluorescenceMappingId = xrfFluorescenceMappingId /*set*/
 WHERE xrfFluorescenceMappingId = :xrfFluorescenceMappingId;

-- name: change_points(changed)
-- Change points of a map that is kept image by image.
UPDATE XRFFluorescenceMapping
   SET xrfFluorescenceMappingId = xrfFluorescenceMappingId /*set*/
 WHERE xrfFluorescenceMappingId IN (:changed);
