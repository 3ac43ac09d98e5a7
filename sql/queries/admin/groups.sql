-- name: list_groups()
-- Groups of people, with how many people each has and how many permissions.
SELECT ug.userGroupId,
       ug.name,
       (SELECT COUNT(*)
          FROM UserGroup_has_Permission ugm
         WHERE ugm.userGroupId = ug.userGroupId) AS _metadata__permissions,
       (SELECT COUNT(*)
          FROM UserGroup_has_Person ugp
         WHERE ugp.userGroupId = ug.userGroupId) AS _metadata__people
  FROM UserGroup ug
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_groups()
-- How many groups the same conditions leave.
SELECT COUNT(*) AS total
  FROM UserGroup ug
 WHERE 1 = 1 /*where*/;

-- name: group_named(name)
-- The group of this name.
SELECT ug.userGroupId
  FROM UserGroup ug
 WHERE ug.name = :name;

-- name: add_group(name)
-- Make a group.
INSERT INTO UserGroup (name)
VALUES (:name)
RETURNING userGroupId;

-- name: rename_group(userGroupId, name)
-- Give a group another name.
UPDATE UserGroup
   SET name = :name
 WHERE userGroupId = :userGroupId;

-- name: remove_group(userGroupId)
-- Remove a group.
DELETE FROM UserGroup
 WHERE userGroupId = :userGroupId;

-- name: permissions_of_group(userGroupId)
-- What the people of a group may do.
SELECT pm.permissionId, pm.type
  FROM UserGroup_has_Permission ugm
  JOIN Permission pm ON pm.permissionId = ugm.permissionId
 WHERE ugm.userGroupId = :userGroupId
 ORDER BY pm.type, pm.permissionId;

-- name: grant_permission(userGroupId, permissionId)
-- Let the people of a group do something.
INSERT INTO UserGroup_has_Permission (userGroupId, permissionId)
VALUES (:userGroupId, :permissionId);

-- name: revoke_permission(userGroupId, permissionId)
-- Let the people of a group do something no longer.
DELETE FROM UserGroup_has_Permission
 WHERE userGroupId = :userGroupId
   AND permissionId = :permissionId;

-- name: group_has_person(userGroupId, personId)
-- Whether a person is in a group.
SELECT ugp.personId
  FROM UserGroup_has_Person ugp
 WHERE ugp.userGroupId = :userGroupId
   AND ugp.personId = :personId;

-- name: add_member(userGroupId, personId)
-- Put a person into a group.
INSERT INTO UserGroup_has_Person (userGroupId, personId)
VALUES (:userGroupId, :personId);

-- name: remove_member(userGroupId, personId)
-- Take a person out of a group.
DELETE FROM UserGroup_has_Person
 WHERE userGroupId = :userGroupId
   AND personId = :personId;
