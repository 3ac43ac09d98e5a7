-- Comments of what was measured, its session, and the facility's clock.

-- name: comments_of_collection(dataCollectionId)
-- Comments of a data collection, if the caller may see it.
SELECT d.comments,
       g.sessionId,
       NOW() AS now
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE d.dataCollectionId = :dataCollectionId;

-- name: comments_of_group(dataCollectionGroupId)
-- Comments of a group of data collections, if the caller may see it.
SELECT g.comments,
       g.sessionId,
       NOW() AS now
  FROM DataCollectionGroup g
  /*visible*/
 WHERE g.dataCollectionGroupId = :dataCollectionGroupId;

-- name: comments_of_energy_scan(energyScanId)
-- Comments of an energy scan, if the caller may see it.
SELECT es.comments,
       es.sessionId,
       NOW() AS now
  FROM EnergyScan es
  /*visible*/
 WHERE es.energyScanId = :energyScanId;

-- name: comments_of_spectrum(xfeFluorescenceSpectrumId)
-- Comments of a fluorescence spectrum, if the caller may see it.
SELECT xs.comments,
       xs.sessionId,
       NOW() AS now
  FROM XFEFluorescenceSpectrum xs
  /*visible*/
 WHERE xs.xfeFluorescenceSpectrumId = :xfeFluorescenceSpectrumId;
