-- sqlfluff:dialect:sqlite

-- name: claim_key(keyHash, requestHash, createdAt)
-- Claim an Idempotency-Key for the running request; a second one waits for the database itself.
INSERT INTO api_answer (keyHash, requestHash, createdAt)
VALUES (:keyHash, :requestHash, :createdAt)
    ON CONFLICT (keyHash) DO NOTHING;
