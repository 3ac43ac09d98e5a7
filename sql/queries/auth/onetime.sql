-- Times here are UTC, written by the application.

-- name: add_onetime_token(tokenHash, familyId, personId, method, target, expiresAt)
-- Remember a one-time token by its hash.
INSERT INTO api_onetime_token (tokenHash, familyId, personId, method, target, expiresAt)
VALUES (:tokenHash, :familyId, :personId, :method, :target, :expiresAt);

-- name: onetime_token(tokenHash)
-- A one-time token with the login it was signed in.
SELECT ot.familyId, ot.personId, ot.method, ot.target, ot.expiresAt, ot.usedAt, f.login
  FROM api_onetime_token ot
  LEFT JOIN api_token_family f ON f.familyId = ot.familyId
 WHERE ot.tokenHash = :tokenHash;

-- name: use_onetime_token(tokenHash, usedAt)
-- Use a one-time token up; of two that try at once, one finds no row.
UPDATE api_onetime_token
   SET usedAt = :usedAt
 WHERE tokenHash = :tokenHash
   AND usedAt IS NULL;

-- name: old_onetime_tokens(long_ago, most)
-- One-time tokens that are of no use any more, some of them.
SELECT ot.tokenHash
  FROM api_onetime_token ot
 WHERE ot.expiresAt < :long_ago
 ORDER BY ot.expiresAt
 LIMIT :most;

-- name: forget_onetime_tokens(hashes)
-- Drop one-time tokens.
DELETE FROM api_onetime_token
 WHERE tokenHash IN (:hashes);
