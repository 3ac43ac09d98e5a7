-- name: caller_of_provider(login, groups)
-- All that a request with an identity provider's token must know of its caller: the person, the permissions of the
-- person's groups and of those that the token names, the beamline groups.
SELECT 'person' AS kind, p.login AS name, p.givenName AS a, p.familyName AS b, p.personId
  FROM Person p
 WHERE p.login = :login
 UNION ALL
SELECT 'permission' AS kind, pm.type AS name, NULL AS a, NULL AS b, NULL AS personId
  FROM Person p
  JOIN UserGroup_has_Person ugp ON ugp.personId = p.personId
  JOIN UserGroup_has_Permission ugm ON ugm.userGroupId = ugp.userGroupId
  JOIN Permission pm ON pm.permissionId = ugm.permissionId
 WHERE p.login = :login
 UNION ALL
SELECT 'permission' AS kind, pm.type AS name, NULL AS a, NULL AS b, NULL AS personId
  FROM UserGroup ug
  JOIN UserGroup_has_Permission ugm ON ugm.userGroupId = ug.userGroupId
  JOIN Permission pm ON pm.permissionId = ugm.permissionId
 WHERE ug.name IN (:groups)
 UNION ALL
SELECT 'samples' AS kind, NULL AS name, NULL AS a, NULL AS b, NULL AS personId
  FROM Person p
 WHERE p.login = :login
   AND EXISTS (SELECT 1
                 FROM api_grant gr
                WHERE gr.personId = p.personId
                  AND gr.blSampleId IS NOT NULL)
 UNION ALL
SELECT 'option' AS kind, v.value AS name, o.value AS a, o.standsFor AS b, NULL AS personId
  FROM AdminVar v
  LEFT JOIN api_option o ON o.name = v.name
 WHERE v.name = 'beamLineGroups';
