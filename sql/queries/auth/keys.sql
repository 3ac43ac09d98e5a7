-- name: key_in_use()
-- The name of the newest key that signs access tokens.
SELECT k.kid
  FROM api_signing_key k
 WHERE k.retiresAt IS NULL
 ORDER BY k.createdAt DESC, k.kid
 LIMIT 1;

-- name: add_key(kid, createdAt)
-- Begin to sign with a key.
INSERT INTO api_signing_key (kid, createdAt)
VALUES (:kid, :createdAt);

-- name: retire_keys(retiresAt)
-- Say when the keys in use end, and bring forward the end of those that retire later.
UPDATE api_signing_key
   SET retiresAt = :retiresAt
 WHERE retiresAt IS NULL
    OR retiresAt > :retiresAt;

-- name: forget_keys(long_ago)
-- Drop keys that retired long ago.
DELETE FROM api_signing_key
 WHERE retiresAt < :long_ago;
