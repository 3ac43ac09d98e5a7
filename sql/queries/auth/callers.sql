-- name: caller(personId, family)
-- All that a request must know of its caller: the person, the permissions, the login's family of tokens, the beamline
-- groups, and which keys' tokens are taken.
SELECT 'person' AS kind, p.login AS name, p.givenName AS a, p.familyName AS b
  FROM Person p
 WHERE p.personId = :personId
 UNION ALL
SELECT 'permission' AS kind, pm.type AS name, NULL AS a, NULL AS b
  FROM UserGroup_has_Person ugp
  JOIN UserGroup_has_Permission ugm ON ugm.userGroupId = ugp.userGroupId
  JOIN Permission pm ON pm.permissionId = ugm.permissionId
 WHERE ugp.personId = :personId
 UNION ALL
SELECT 'permission' AS kind, pm.type AS name, NULL AS a, NULL AS b
  FROM api_token_family_group fg
  JOIN UserGroup ug ON ug.name = fg.groupName
  JOIN UserGroup_has_Permission ugm ON ugm.userGroupId = ug.userGroupId
  JOIN Permission pm ON pm.permissionId = ugm.permissionId
 WHERE fg.familyId = :family
 UNION ALL
SELECT 'family' AS kind, f.login AS name, NULL AS a, NULL AS b
  FROM api_token_family f
 WHERE f.familyId = :family
   AND f.personId = :personId
   AND f.revokedAt IS NULL
 UNION ALL
SELECT 'samples' AS kind, NULL AS name, NULL AS a, NULL AS b
  FROM Person p
 WHERE p.personId = :personId
   AND EXISTS (SELECT 1
                 FROM api_grant gr
                WHERE gr.personId = p.personId
                  AND gr.blSampleId IS NOT NULL)
 UNION ALL
SELECT 'option' AS kind, v.value AS name, o.value AS a, o.standsFor AS b
  FROM AdminVar v
  LEFT JOIN api_option o ON o.name = v.name
 WHERE v.name = 'beamLineGroups'
 UNION ALL
SELECT 'key' AS kind, k.kid AS name, k.retiresAt AS a, NULL AS b
  FROM api_signing_key k;

-- name: option_values(names)
-- What some options are set to: in AdminVar, and where that is too short for it.
SELECT v.name, v.value, o.value AS longer, o.standsFor
  FROM AdminVar v
  LEFT JOIN api_option o ON o.name = v.name
 WHERE v.name IN (:names)
 ORDER BY v.varId;

-- name: persons_with_login(login)
-- The persons with this login; there should be one.
SELECT p.personId, p.login, p.givenName, p.familyName, p.emailAddress, p.phoneNumber, p.siteId
  FROM Person p
 WHERE p.login = :login
 ORDER BY p.personId;

-- name: take_turn_of_new_persons(now)
-- Wait until nobody else is making a person, and keep others waiting until the transaction ends.
UPDATE api_turn
   SET takenAt = :now
 WHERE name = 'new persons';

-- name: add_person(login, givenName, familyName, emailAddress, phoneNumber, siteId)
-- Make the Person of somebody who logs in for the first time.
INSERT INTO Person (login, givenName, familyName, emailAddress, phoneNumber, siteId)
VALUES (:login, :givenName, :familyName, :emailAddress, :phoneNumber, :siteId)
RETURNING personId;

-- name: refresh_person(personId, givenName, familyName, emailAddress, phoneNumber, siteId)
-- Take over what the directory tells of a person; what it does not tell stays.
UPDATE Person
   SET givenName = COALESCE(:givenName, givenName),
       familyName = COALESCE(:familyName, familyName),
       emailAddress = COALESCE(:emailAddress, emailAddress),
       phoneNumber = COALESCE(:phoneNumber, phoneNumber),
       siteId = COALESCE(:siteId, siteId)
 WHERE personId = :personId;
