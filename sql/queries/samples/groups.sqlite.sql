-- name: members_of_groups(blSampleGroupIds)
-- The samples of groups that are visible, in their order; order is a word of SQLite.
SELECT hm.blSampleGroupId,
       hm.blSampleId,
       sm.name,
       COALESCE(hm.groupOrder, hm.`order`) AS place,
       hm.type
  FROM BLSampleGroup_has_BLSample hm
  JOIN BLSample sm ON sm.blSampleId = hm.blSampleId
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar dw ON dw.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = dw.shippingId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
  /*visible*/
 WHERE hm.blSampleGroupId IN (:blSampleGroupIds)
 ORDER BY hm.blSampleGroupId, hm.blSampleId;
