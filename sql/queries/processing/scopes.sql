-- Parts of other statements: the collections of a sample, or of several.  A sample is named by a data collection or by
-- its group.

-- part: collections_of_sample(blSampleId)
-- Collections of one sample.
SELECT kd.dataCollectionId
  FROM DataCollection kd
 WHERE kd.blSampleId = :blSampleId
 UNION
SELECT km.dataCollectionId
  FROM DataCollectionGroup kg
  JOIN DataCollection km ON km.dataCollectionGroupId = kg.dataCollectionGroupId
 WHERE kg.blSampleId = :blSampleId;

-- part: collections_of_sample_group(blSampleGroupId)
-- Collections of the samples of a group of samples.
SELECT kd.dataCollectionId
  FROM BLSampleGroup_has_BLSample ks
  JOIN DataCollection kd ON kd.blSampleId = ks.blSampleId
 WHERE ks.blSampleGroupId = :blSampleGroupId
 UNION
SELECT km.dataCollectionId
  FROM BLSampleGroup_has_BLSample ks
  JOIN DataCollectionGroup kg ON kg.blSampleId = ks.blSampleId
  JOIN DataCollection km ON km.dataCollectionGroupId = kg.dataCollectionGroupId
 WHERE ks.blSampleGroupId = :blSampleGroupId;

-- part: collections_of_container(containerId)
-- Collections of the samples in a container.
SELECT kd.dataCollectionId
  FROM BLSample ks
  JOIN DataCollection kd ON kd.blSampleId = ks.blSampleId
 WHERE ks.containerId = :containerId
 UNION
SELECT km.dataCollectionId
  FROM BLSample ks
  JOIN DataCollectionGroup kg ON kg.blSampleId = ks.blSampleId
  JOIN DataCollection km ON km.dataCollectionGroupId = kg.dataCollectionGroupId
 WHERE ks.containerId = :containerId;

-- part: collections_of_protein(proteinId)
-- Collections of the samples of a protein.
SELECT kd.dataCollectionId
  FROM Crystal kc
  JOIN BLSample ks ON ks.crystalId = kc.crystalId
  JOIN DataCollection kd ON kd.blSampleId = ks.blSampleId
 WHERE kc.proteinId = :proteinId
 UNION
SELECT km.dataCollectionId
  FROM Crystal kc
  JOIN BLSample ks ON ks.crystalId = kc.crystalId
  JOIN DataCollectionGroup kg ON kg.blSampleId = ks.blSampleId
  JOIN DataCollection km ON km.dataCollectionGroupId = kg.dataCollectionGroupId
 WHERE kc.proteinId = :proteinId;
