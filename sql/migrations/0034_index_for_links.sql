-- Links are looked for by what the page elsewhere calls the thing.

CREATE INDEX IF NOT EXISTS api_link_externalId ON api_link (externalId);
