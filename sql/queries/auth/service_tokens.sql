-- Times here are UTC, written by the application.

-- name: caller_of_service(tokenHash)
-- All that a request with a service token must know of its caller: the owner and his permissions now, what the token
-- may, until when and where, the beamline groups.
SELECT 'person' AS kind, p.login AS name, p.givenName AS a, p.familyName AS b
  FROM api_service_token st
  JOIN Person p ON p.personId = st.personId
 WHERE st.tokenHash = :tokenHash
 UNION ALL
SELECT 'permission' AS kind, pm.type AS name, NULL AS a, NULL AS b
  FROM api_service_token st
  JOIN UserGroup_has_Person ugp ON ugp.personId = st.personId
  JOIN UserGroup_has_Permission ugm ON ugm.userGroupId = ugp.userGroupId
  JOIN Permission pm ON pm.permissionId = ugm.permissionId
 WHERE st.tokenHash = :tokenHash
 UNION ALL
SELECT 'token' AS kind, st.permissions AS name, st.expiresAt AS a, st.serviceTokenId AS b
  FROM api_service_token st
 WHERE st.tokenHash = :tokenHash
   AND st.revokedAt IS NULL
 UNION ALL
SELECT 'limits' AS kind, st.personId AS name, st.beamLines AS a, st.proposals AS b
  FROM api_service_token st
 WHERE st.tokenHash = :tokenHash
 UNION ALL
SELECT 'option' AS kind, v.value AS name, o.value AS a, o.standsFor AS b
  FROM AdminVar v
  LEFT JOIN api_option o ON o.name = v.name
 WHERE v.name = 'beamLineGroups';

-- name: list_service_tokens()
-- Tokens of services, ended ones too.
SELECT st.serviceTokenId, st.name, p.login AS owner, st.permissions, st.beamLines, st.proposals,
       st.createdAt, st.createdBy, st.expiresAt, st.revokedAt, st.lastUsedAt
  FROM api_service_token st
  LEFT JOIN Person p ON p.personId = st.personId
 WHERE 1 = 1 /*where*/
 /*order*/ /*page*/;

-- name: count_service_tokens()
-- How many there are.
SELECT COUNT(*)
  FROM api_service_token st
  LEFT JOIN Person p ON p.personId = st.personId
 WHERE 1 = 1 /*where*/;

-- name: add_service_token(tokenHash, name, personId, permissions, beamLines, proposals, createdAt, createdBy, ends)
-- Remember a token of a service by its hash.
INSERT INTO api_service_token
       (tokenHash, name, personId, permissions, beamLines, proposals, createdAt, createdBy, expiresAt)
VALUES (:tokenHash, :name, :personId, :permissions, :beamLines, :proposals, :createdAt, :createdBy, :ends)
RETURNING serviceTokenId;

-- name: revoke_service_token(serviceTokenId, revokedAt)
-- End a token of a service.
UPDATE api_service_token
   SET revokedAt = :revokedAt
 WHERE serviceTokenId = :serviceTokenId
   AND revokedAt IS NULL;

-- name: use_service_token(serviceTokenId, usedAt, minute_ago)
-- Note that a token was used, unless that was noted just before.
UPDATE api_service_token
   SET lastUsedAt = :usedAt
 WHERE serviceTokenId = :serviceTokenId
   AND (lastUsedAt IS NULL OR lastUsedAt < :minute_ago);

-- name: use_recorded(action, target, address, since)
-- Whether the record has such a line already.
SELECT COUNT(*)
  FROM api_activity a
 WHERE a.action = :action
   AND a.happenedAt >= :since
   AND a.target = :target
   AND a.address = :address;

-- name: permissions_named(types)
-- Those of some permissions that there are.
SELECT pm.type
  FROM Permission pm
 WHERE pm.type IN (:types);

-- name: proposals_named()
-- How many proposals of some name there are that one may see.
SELECT COUNT(*)
  FROM Proposal p
  /*visible*/
 WHERE 1 = 1 /*where*/;
