-- name: remove_grants_of_sample(blSampleId)
-- Forget with whom a sample was shared that is no more.
DELETE FROM api_grant
 WHERE blSampleId = :blSampleId;
