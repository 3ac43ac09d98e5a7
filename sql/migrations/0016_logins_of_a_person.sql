-- To end all logins of a person at once.
CREATE INDEX IF NOT EXISTS api_token_family_personId ON api_token_family (personId);
