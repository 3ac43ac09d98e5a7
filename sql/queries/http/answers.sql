-- name: claim_key(keyHash, requestHash, createdAt)
-- Claim an Idempotency-Key for the running request.  Whoever comes second waits here until the first is done, and finds
-- the key claimed.
INSERT INTO api_answer (keyHash, requestHash, createdAt)
VALUES (:keyHash, :requestHash, :createdAt)
    ON DUPLICATE KEY UPDATE keyHash = keyHash;

-- name: answer_to_key(keyHash)
-- What was asked with a key, and what was answered.
SELECT a.requestHash,
       a.body,
       a.status,
       a.location
  FROM api_answer a
 WHERE a.keyHash = :keyHash;

-- name: keep_answer(keyHash, body, status, location)
-- Keep the answer, in the transaction of what it tells of.
UPDATE api_answer
   SET body = :body,
       status = :status,
       location = :location
 WHERE keyHash = :keyHash;

-- name: old_answers(long_ago, most)
-- Answers that are older than they are kept, some of them.
SELECT a.keyHash
  FROM api_answer a
 WHERE a.createdAt < :long_ago
 ORDER BY a.createdAt
 LIMIT :most;

-- name: forget_answers(hashes)
-- Drop answers.
DELETE FROM api_answer
 WHERE keyHash IN (:hashes);
