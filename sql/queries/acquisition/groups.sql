-- name: list_groups()
-- Groups of data collections that the caller may see; only this page's collections are counted through.
SELECT g.dataCollectionGroupId,
       g.blSampleId,
       g.sessionId,
       g.workflowId,
       g.experimentType,
       g.startTime,
       g.endTime,
       g.crystalClass,
       g.comments,
       g.detectorMode,
       g.actualSampleBarcode,
       g.actualSampleSlotInContainer,
       g.actualContainerBarcode,
       g.actualContainerSlotInSC,
       g.xtalSnapshotFullPath,
       g.scanParameters,
       g.experimentTypeId,
       CONCAT(p.proposalCode, p.proposalNumber, '-', s.visit_number) AS session,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal,
       s.proposalId,
       s.beamLineName,
       sm.name AS blSample,
       chosen.dataCollections AS _metadata__dataCollections,
       chosen.images AS _metadata__images,
       chosen.startTime AS _metadata__startTime,
       chosen.endTime AS _metadata__endTime
  FROM (SELECT few.dataCollectionGroupId,
               COUNT(m.dataCollectionId) AS dataCollections,
               COALESCE(SUM(m.numberOfImages), 0) AS images,
               MIN(m.startTime) AS startTime,
               MAX(m.endTime) AS endTime
          FROM (SELECT g.dataCollectionGroupId
                  FROM DataCollectionGroup g
                  LEFT JOIN BLSession s ON s.sessionId = g.sessionId
                  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
                  /*visible*/
                 WHERE 1 = 1 /*where*/
                 /*order*/
                 /*page*/) few
          LEFT JOIN DataCollection m ON m.dataCollectionGroupId = few.dataCollectionGroupId
         GROUP BY few.dataCollectionGroupId) chosen
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = chosen.dataCollectionGroupId
  LEFT JOIN BLSession s ON s.sessionId = g.sessionId
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  LEFT JOIN BLSample sm ON sm.blSampleId = g.blSampleId
 /*order*/;

-- name: count_groups()
-- How many groups the same conditions leave.
SELECT COUNT(*) AS total
  FROM DataCollectionGroup g
  LEFT JOIN BLSession s ON s.sessionId = g.sessionId
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- part: groups_of_sample(blSampleId)
-- Groups of a sample: some programs write it to the group, some to its collections.
SELECT fg.dataCollectionGroupId
  FROM DataCollectionGroup fg
 WHERE fg.blSampleId = :blSampleId
 UNION
SELECT fd.dataCollectionGroupId
  FROM DataCollection fd
 WHERE fd.blSampleId = :blSampleId;
