-- Times here are UTC, written by the application: no other program reads these tables.

-- name: add_family(familyId, login, personId, backend, createdAt, expiresAt)
-- Begin a login: all tokens that come from it share its fate.
INSERT INTO api_token_family (familyId, login, personId, backend, createdAt, expiresAt)
VALUES (:familyId, :login, :personId, :backend, :createdAt, :expiresAt);

-- name: add_family_group(familyId, groupName)
-- Remember a group that the directory gave at login.
INSERT INTO api_token_family_group (familyId, groupName)
VALUES (:familyId, :groupName);

-- name: add_refresh_token(tokenHash, familyId, createdAt, expiresAt)
-- Remember a refresh token by its hash.
INSERT INTO api_refresh_token (tokenHash, familyId, createdAt, expiresAt)
VALUES (:tokenHash, :familyId, :createdAt, :expiresAt);

-- name: refresh_token(tokenHash)
-- A refresh token with its family.
SELECT r.familyId, r.expiresAt, r.usedAt, f.login, f.personId, f.createdAt, f.revokedAt
  FROM api_refresh_token r
  JOIN api_token_family f ON f.familyId = r.familyId
 WHERE r.tokenHash = :tokenHash;

-- name: use_refresh_token(tokenHash, usedAt)
-- Use a refresh token up; of two that try at once, one finds no row.
UPDATE api_refresh_token
   SET usedAt = :usedAt
 WHERE tokenHash = :tokenHash
   AND usedAt IS NULL;

-- name: extend_family(familyId, lastUsedAt, expiresAt)
-- Note that a login is still in use.
UPDATE api_token_family
   SET lastUsedAt = :lastUsedAt,
       expiresAt = :expiresAt
 WHERE familyId = :familyId;

-- name: revoke_families(families, revokedAt)
-- End logins: none of their tokens is taken any more.
UPDATE api_token_family
   SET revokedAt = :revokedAt
 WHERE familyId IN (:families)
   AND revokedAt IS NULL;

-- name: families_of(personId)
-- A person's logins that were not ended.
SELECT f.familyId
  FROM api_token_family f
 WHERE f.personId = :personId
   AND f.revokedAt IS NULL;

-- name: old_families(long_ago, most)
-- Logins that ended long ago, some of them.
SELECT f.familyId
  FROM api_token_family f
 WHERE f.expiresAt < :long_ago
 ORDER BY f.expiresAt
 LIMIT :most;

-- name: forget_families(families)
-- Drop logins, with their refresh tokens.
DELETE FROM api_token_family
 WHERE familyId IN (:families);

-- name: old_refresh_tokens(long_ago, most)
-- Refresh tokens that ended long ago, of logins that may still be in use; some of them.
SELECT r.tokenHash
  FROM api_refresh_token r
 WHERE r.expiresAt < :long_ago
 ORDER BY r.expiresAt
 LIMIT :most;

-- name: forget_refresh_tokens(hashes)
-- Drop refresh tokens.
DELETE FROM api_refresh_token
 WHERE tokenHash IN (:hashes);

-- name: add_path_token(tokenHash, familyId, expiresAt)
-- Remember a token that stands in paths by its hash.
INSERT INTO api_path_token (tokenHash, familyId, expiresAt)
VALUES (:tokenHash, :familyId, :expiresAt);

-- name: path_token(tokenHash)
-- A token that stands in paths, with whose it is; whether its login was ended, the caller's own query tells.
SELECT t.familyId, t.expiresAt, f.personId
  FROM api_path_token t
  JOIN api_token_family f ON f.familyId = t.familyId
 WHERE t.tokenHash = :tokenHash;
