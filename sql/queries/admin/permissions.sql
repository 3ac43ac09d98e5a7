-- name: list_permissions()
-- Permissions, with how many groups hold each.
SELECT pm.permissionId,
       pm.type,
       pm.description,
       (SELECT COUNT(*)
          FROM UserGroup_has_Permission ugm
         WHERE ugm.permissionId = pm.permissionId) AS _metadata__groups
  FROM Permission pm
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_permissions()
-- How many permissions the same conditions leave.
SELECT COUNT(*) AS total
  FROM Permission pm
 WHERE 1 = 1 /*where*/;

-- name: permission_of_type(type)
-- The permission of this type; where there are several, the first.
SELECT MIN(pm.permissionId)
  FROM Permission pm
 WHERE pm.type = :type;

-- name: add_permission(type, description)
-- Make a permission.
INSERT INTO Permission (type, description)
VALUES (:type, :description)
RETURNING permissionId;

-- name: change_permission(permissionId, type, description)
-- Change a permission.
UPDATE Permission
   SET type = :type,
       description = :description
 WHERE permissionId = :permissionId;

-- name: remove_permission(permissionId)
-- Remove a permission.
DELETE FROM Permission
 WHERE permissionId = :permissionId;
