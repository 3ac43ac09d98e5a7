-- The right to share what proposals hold, and an index to find the few sessions whose data are protected.

INSERT IGNORE INTO Permission (permissionId, type, description) VALUES
    (1015, 'manage_grants', 'Share single sessions and samples of the proposals one sees with other people');

CREATE INDEX IF NOT EXISTS BLSession_protectedData ON BLSession (protectedData(32));
