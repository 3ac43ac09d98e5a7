-- name: list_subsamples()
-- Positions on samples of visible proposals, with what was collected there; which ones is settled first.
SELECT ss.blSubSampleId,
       ss.blSampleId,
       ss.diffractionPlanId,
       ss.blSampleImageId,
       ss.motorPositionId,
       ss.type,
       ss.source,
       ss.imgFileName,
       ss.imgFilePath,
       ss.comments,
       ss.recordTimeStamp,
       sm.name AS _BLSample__name,
       p1.positionId AS Position1__positionId,
       p1.posX AS Position1__posX,
       p1.posY AS Position1__posY,
       p1.posZ AS Position1__posZ,
       p2.positionId AS Position2__positionId,
       p2.posX AS Position2__posX,
       p2.posY AS Position2__posY,
       p2.posZ AS Position2__posZ,
       (SELECT COUNT(*)
          FROM DataCollection m
          LEFT JOIN DataCollectionGroup mg ON mg.dataCollectionGroupId = m.dataCollectionGroupId
          /*visible_sessions*/
         WHERE m.blSubSampleId = ss.blSubSampleId) AS _metadata__datacollections,
       (SELECT GROUP_CONCAT(DISTINCT mg.experimentType)
          FROM DataCollection m
          JOIN DataCollectionGroup mg ON mg.dataCollectionGroupId = m.dataCollectionGroupId
          /*visible_sessions*/
         WHERE m.blSubSampleId = ss.blSubSampleId) AS _metadata__types
  FROM (SELECT ss.blSubSampleId
          FROM BLSubSample ss
          LEFT JOIN BLSample sm ON sm.blSampleId = ss.blSampleId
          LEFT JOIN Container co ON co.containerId = sm.containerId
          LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
          LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
          LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
          LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
          LEFT JOIN Proposal p ON p.proposalId = COALESCE(sh.proposalId, pr.proposalId)
          /*visible*/
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN BLSubSample ss ON ss.blSubSampleId = chosen.blSubSampleId  -- noqa: AL04
  LEFT JOIN BLSample sm ON sm.blSampleId = ss.blSampleId  -- noqa: AL04
  LEFT JOIN Position p1 ON p1.positionId = ss.positionId
  LEFT JOIN Position p2 ON p2.positionId = ss.position2Id
 /*order*/;

-- name: count_subsamples()
-- How many positions the same conditions leave.
SELECT COUNT(*) AS total
  FROM BLSubSample ss
  LEFT JOIN BLSample sm ON sm.blSampleId = ss.blSampleId
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
  LEFT JOIN Proposal p ON p.proposalId = COALESCE(sh.proposalId, pr.proposalId)
  /*visible*/
 WHERE 1 = 1 /*where*/;
