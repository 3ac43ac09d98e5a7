-- Two maps of fluorescence over the first grid that names its data collection: iron in one row, as JSON; zinc image by image.
INSERT INTO XRFFluorescenceMappingROI (xrfFluorescenceMappingROIId, startEnergy, endEnergy, element, edge, r, g, b) VALUES
    (1, 6300, 6500, 'Fe', 'Ka', 220, 80, 40),
    (2, 8550, 8720, 'Zn', 'Ka', 40, 90, 220);

INSERT INTO XRFFluorescenceMapping
    (xrfFluorescenceMappingId, xrfFluorescenceMappingROIId, gridInfoId, dataFormat, data, points, opacity, colourMap, min, max)
SELECT 1, 1, MIN(gi.gridInfoId), 'json', '[3, 8, 21, 40, 38, 17, 6, -1, 5, 13, 44, 90, 81, 30, 9, 4]', 16, 1, 'inferno', 0, 90
  FROM GridInfo gi
 WHERE gi.dataCollectionId IS NOT NULL;
