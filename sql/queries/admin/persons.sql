-- name: list_persons()
-- Persons as an administrator looks for them, with or without a login.
SELECT p.personId,
       p.login,
       p.givenName,
       p.familyName,
       p.emailAddress,
       p.phoneNumber,
       p.siteId
  FROM Person p
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_persons()
-- How many persons the same conditions leave.
SELECT COUNT(*) AS total
  FROM Person p
 WHERE 1 = 1 /*where*/;

-- name: groups_of_persons(persons)
-- The groups that some persons are in.
SELECT ugp.personId, ug.userGroupId, ug.name
  FROM UserGroup_has_Person ugp
  JOIN UserGroup ug ON ug.userGroupId = ugp.userGroupId
 WHERE ugp.personId IN (:persons)
 ORDER BY ugp.personId, ug.name;
