-- Maps of fluorescence that are kept image by image: one for each collection and region.
CREATE INDEX IF NOT EXISTS XRFFluorescenceMapping_dataCollectionId_roiId
    ON XRFFluorescenceMapping (dataCollectionId, xrfFluorescenceMappingROIId);
