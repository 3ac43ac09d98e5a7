-- Tomograms as they are recorded; one family has no tables for them.

-- name: parents_of_tomogram(tomogramId)
-- The data collection of a tomogram, and its session.
SELECT d.dataCollectionId,
       g.sessionId
  FROM Tomogram tg
  JOIN DataCollection d ON d.dataCollectionId = tg.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
 WHERE tg.tomogramId = :tomogramId;

-- name: known_tomograms(dataCollectionId)
-- The tomograms of a data collection, the latest last.
SELECT tg.tomogramId,
       tg.autoProcProgramId,
       tg.volumeFile
  FROM Tomogram tg
 WHERE tg.dataCollectionId = :dataCollectionId
 ORDER BY tg.tomogramId;

-- name: add_tomogram(dataCollectionId)
-- A tomogram.
INSERT INTO Tomogram (dataCollectionId /*columns*/)
VALUES (:dataCollectionId /*values*/) /*rows*/
RETURNING tomogramId;

-- name: change_tomograms(changed)
-- Change what is known of tomograms.
UPDATE Tomogram
   SET tomogramId = tomogramId /*set*/
 WHERE tomogramId IN (:changed);

-- name: known_tilts(tomogramId)
-- The movies that were aligned for a tomogram.
SELECT ti.movieId
  FROM TiltImageAlignment ti
 WHERE ti.tomogramId = :tomogramId;

-- name: add_tilt(tomogramId)
-- How a tilt was aligned; its movie is among the columns.
INSERT INTO TiltImageAlignment (tomogramId /*columns*/)
VALUES (:tomogramId /*values*/) /*rows*/;

-- name: change_tilts(tomogramId, changed)
-- Change how tilts of a tomogram were aligned.
UPDATE TiltImageAlignment
   SET tomogramId = tomogramId /*set*/
 WHERE tomogramId = :tomogramId
   AND movieId IN (:changed);

-- name: known_processed(tomogramId)
-- What was made of a tomogram, the latest last.
SELECT pt.processedTomogramId,
       pt.filePath
  FROM ProcessedTomogram pt
 WHERE pt.tomogramId = :tomogramId
 ORDER BY pt.processedTomogramId;

-- name: add_processed(tomogramId)
-- What was made of a tomogram.
INSERT INTO ProcessedTomogram (tomogramId /*columns*/)
VALUES (:tomogramId /*values*/) /*rows*/
RETURNING processedTomogramId;

-- name: change_processed(changed)
-- Change what was made of tomograms.
UPDATE ProcessedTomogram
   SET processedTomogramId = processedTomogramId /*set*/
 WHERE processedTomogramId IN (:changed);

-- part: squares_of_session(sessionId, squares)
-- Those grid squares that lie on grids of a session.
SELECT q.gridSquareId
  FROM GridSquare q
  JOIN Atlas a ON a.atlasId = q.atlasId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = a.dataCollectionGroupId
 WHERE g.sessionId = :sessionId
   AND q.gridSquareId IN (:squares);
