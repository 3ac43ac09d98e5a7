-- name: take_turn(now)
-- Wait until nobody else is changing rights or options, and keep others waiting until the transaction ends.
UPDATE api_turn
   SET takenAt = :now
 WHERE name = 'administration';

-- name: count_administrators(permissions, needed)
-- How many persons who can log in hold all of some permissions by their groups.
SELECT COUNT(*) AS total
  FROM (SELECT ugp.personId
          FROM Permission pm
          JOIN UserGroup_has_Permission ugm ON ugm.permissionId = pm.permissionId
          JOIN UserGroup_has_Person ugp ON ugp.userGroupId = ugm.userGroupId
          JOIN Person p ON p.personId = ugp.personId
         WHERE pm.type IN (:permissions)
           AND p.login <> ''
         GROUP BY ugp.personId
        HAVING COUNT(DISTINCT pm.type) = :needed) administrators;
