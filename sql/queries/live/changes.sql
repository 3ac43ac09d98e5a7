-- part: newest_collection()
-- What is new since somebody looked, by the end of each primary key: the same few rows, however long the table is.
SELECT MAX(d.dataCollectionId) AS newest
  FROM DataCollection d;

-- name: new_collections(after, most)
-- Data collections that were recorded after the one with this key.
SELECT d.dataCollectionId AS id,
       g.sessionId,
       d.dataCollectionId,
       d.dataCollectionGroupId,
       d.dataCollectionNumber,
       d.imagePrefix,
       d.runStatus,
       d.startTime,
       d.endTime
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
 WHERE d.dataCollectionId > :after /*where*/
 ORDER BY d.dataCollectionId
 LIMIT :most;

-- part: newest_program()
-- Where the table of runs of programs ends.
SELECT MAX(pg.autoProcProgramId) AS newest
  FROM AutoProcProgram pg;

-- name: new_programs_of_collections(after, most)
-- Runs of programs that name their data collection.
SELECT pg.autoProcProgramId AS id,
       g.sessionId,
       pg.autoProcProgramId,
       d.dataCollectionId,
       pg.processingPrograms,
       pg.processingStatus
  FROM AutoProcProgram pg
  JOIN DataCollection d ON d.dataCollectionId = pg.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
 WHERE pg.autoProcProgramId > :after /*where*/
 ORDER BY pg.autoProcProgramId
 LIMIT :most;

-- name: new_programs_of_jobs(after, most)
-- Runs of programs whose job names their data collection.
SELECT pg.autoProcProgramId AS id,
       g.sessionId,
       pg.autoProcProgramId,
       d.dataCollectionId,
       pg.processingPrograms,
       pg.processingStatus
  FROM AutoProcProgram pg
  JOIN ProcessingJob pj ON pj.processingJobId = pg.processingJobId
  JOIN DataCollection d ON d.dataCollectionId = pj.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
 WHERE pg.autoProcProgramId > :after /*where*/
 ORDER BY pg.autoProcProgramId
 LIMIT :most;

-- part: newest_integration()
-- Where the table of integrations ends.
SELECT MAX(i.autoProcIntegrationId) AS newest
  FROM AutoProcIntegration i;

-- name: new_integrations(after, most)
-- Data collections that were integrated, with the run that did it.
SELECT i.autoProcIntegrationId AS id,
       g.sessionId,
       i.autoProcIntegrationId,
       i.autoProcProgramId,
       d.dataCollectionId,
       pg.processingPrograms,
       pg.processingStatus
  FROM AutoProcIntegration i
  JOIN DataCollection d ON d.dataCollectionId = i.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  LEFT JOIN AutoProcProgram pg ON pg.autoProcProgramId = i.autoProcProgramId
 WHERE i.autoProcIntegrationId > :after /*where*/
 ORDER BY i.autoProcIntegrationId
 LIMIT :most;

-- part: newest_movie()
-- Where the table of movies ends.
SELECT MAX(m.movieId) AS newest
  FROM Movie m;

-- name: new_movies(after, most)
-- Movies of electron microscopes that were recorded.
SELECT m.movieId AS id,
       g.sessionId,
       m.movieId,
       m.movieNumber,
       d.dataCollectionId
  FROM Movie m
  JOIN DataCollection d ON d.dataCollectionId = m.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
 WHERE m.movieId > :after /*where*/
 ORDER BY m.movieId
 LIMIT :most;

-- name: collection_states(ids)
-- How far data collections are.
SELECT d.dataCollectionId AS id,
       g.sessionId,
       d.dataCollectionId,
       d.runStatus,
       d.endTime
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
 WHERE d.dataCollectionId IN (:ids);

-- name: program_states(ids)
-- How far runs of programs are.
SELECT pg.autoProcProgramId AS id,
       pg.autoProcProgramId,
       pg.processingPrograms,
       pg.processingStatus,
       pg.processingEndTime
  FROM AutoProcProgram pg
 WHERE pg.autoProcProgramId IN (:ids);

-- name: unfinished_collections(sessionId, most)
-- The latest data collections of a session that have not ended.
SELECT d.dataCollectionId AS id,
       d.runStatus,
       d.endTime
  FROM DataCollectionGroup g
  JOIN DataCollection d ON d.dataCollectionGroupId = g.dataCollectionGroupId
 WHERE g.sessionId = :sessionId
   AND d.endTime IS NULL
 ORDER BY d.dataCollectionId DESC
 LIMIT :most;
