-- Movies come thirty a minute for days, and each is looked for among those of its data collection.
CREATE INDEX IF NOT EXISTS Movie_dataCollectionId_movieNumber
    ON Movie (dataCollectionId, movieNumber);
