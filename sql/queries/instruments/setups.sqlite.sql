-- sqlfluff:dialect:sqlite

-- name: claim_setup(contentHash)
-- Claim a content; a second one waits for the database itself.
INSERT INTO api_setup (contentHash)
VALUES (:contentHash)
    ON CONFLICT (contentHash) DO NOTHING;
