-- Movies, motion corrections and CTFs as they are recorded.

-- name: session_of_movie(movieId)
-- The session of a movie's collection.
SELECT g.sessionId
  FROM Movie mo
  JOIN DataCollection d ON d.dataCollectionId = mo.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
 WHERE mo.movieId = :movieId;

-- name: proposal_of_session(sessionId)
-- The proposal of a session.
SELECT s.proposalId
  FROM BLSession s
 WHERE s.sessionId = :sessionId;

-- name: collection_of_movie(movieId)
-- The data collection of a movie.
SELECT mo.dataCollectionId
  FROM Movie mo
 WHERE mo.movieId = :movieId;

-- name: movie_of_correction(motionCorrectionId)
-- The movie that was corrected.
SELECT mc.movieId
  FROM MotionCorrection mc
 WHERE mc.motionCorrectionId = :motionCorrectionId;

-- name: correction_of_ctf(ctfId)
-- The motion correction of which a CTF was estimated.
SELECT ctf.motionCorrectionId
  FROM CTF ctf
 WHERE ctf.CTFid = :ctfId;

-- name: known_movies(dataCollectionId, numbers, paths, movies)
-- Those movies of a data collection that have one of these numbers, paths or rows; the latest last.
SELECT mo.movieId,
       mo.movieNumber,
       mo.movieFullPath
  FROM Movie mo
 WHERE mo.dataCollectionId = :dataCollectionId
   AND mo.movieNumber IN (:numbers)
 UNION
SELECT mo.movieId,
       mo.movieNumber,
       mo.movieFullPath
  FROM Movie mo
 WHERE mo.dataCollectionId = :dataCollectionId
   AND mo.movieFullPath IN (:paths)
 UNION
SELECT mo.movieId,
       mo.movieNumber,
       mo.movieFullPath
  FROM Movie mo
 WHERE mo.dataCollectionId = :dataCollectionId
   AND mo.movieId IN (:movies)
 ORDER BY movieId;

-- name: add_movie(dataCollectionId)
-- A movie.
INSERT INTO Movie (dataCollectionId /*columns*/)
VALUES (:dataCollectionId /*values*/) /*rows*/
RETURNING movieId;

-- name: change_movies(changed)
-- Change what is known of movies, and not when they were made, which the column would do by itself.
UPDATE Movie
   SET createdTimeStamp = createdTimeStamp /*set*/
 WHERE movieId IN (:changed);

-- name: known_corrections(movies)
-- The motion corrections of some movies, the latest last.
SELECT mc.motionCorrectionId,
       mc.movieId,
       mc.autoProcProgramId,
       mc.micrographFullPath
  FROM MotionCorrection mc
 WHERE mc.movieId IN (:movies)
 ORDER BY mc.motionCorrectionId;

-- name: corrections_of_collection(dataCollectionId, corrections)
-- Those motion corrections that are of movies of a data collection.
SELECT mc.motionCorrectionId
  FROM MotionCorrection mc
  JOIN Movie mo ON mo.movieId = mc.movieId
 WHERE mo.dataCollectionId = :dataCollectionId
   AND mc.motionCorrectionId IN (:corrections);

-- name: add_correction()
-- A motion correction; its movie is among the columns.
INSERT INTO MotionCorrection (motionCorrectionId /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING motionCorrectionId;

-- name: change_corrections(changed)
-- Change what is known of motion corrections.
UPDATE MotionCorrection
   SET motionCorrectionId = motionCorrectionId /*set*/
 WHERE motionCorrectionId IN (:changed);

-- part: known_ice(corrections)
-- How thick the ice is said to be in corrected movies, the latest last.
SELECT rit.relativeIceThicknessId,
       rit.motionCorrectionId
  FROM RelativeIceThickness rit
 WHERE rit.motionCorrectionId IN (:corrections)
 ORDER BY rit.relativeIceThicknessId;

-- part: add_ice()
-- How thick the ice is; the corrected movie is among the columns.
INSERT INTO RelativeIceThickness (relativeIceThicknessId /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING relativeIceThicknessId;

-- part: change_ice(changed)
-- Change what is known of it.
UPDATE RelativeIceThickness
   SET relativeIceThicknessId = relativeIceThicknessId /*set*/
 WHERE relativeIceThicknessId IN (:changed);

-- name: known_ctfs(corrections)
-- The CTFs of some motion corrections, the latest last.
SELECT ctf.CTFid AS ctfId,
       ctf.motionCorrectionId,
       ctf.autoProcProgramId,
       ctf.spectraImageFullPath,
       ctf.fftTheoreticalFullPath
  FROM CTF ctf
 WHERE ctf.motionCorrectionId IN (:corrections)
 ORDER BY ctf.CTFid;

-- name: add_ctf()
-- A CTF; its motion correction is among the columns.
INSERT INTO CTF (CTFid /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING CTFid;

-- name: change_ctfs(changed)
-- Change what is known of CTFs.
UPDATE CTF
   SET CTFid = CTFid /*set*/
 WHERE CTFid IN (:changed);

-- part: holes_of_session(sessionId, holes)
-- Those foil holes that lie on grids of a session.
SELECT h.foilHoleId
  FROM FoilHole h
  JOIN GridSquare q ON q.gridSquareId = h.gridSquareId
  JOIN Atlas a ON a.atlasId = q.atlasId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = a.dataCollectionGroupId
 WHERE g.sessionId = :sessionId
   AND h.foilHoleId IN (:holes);

-- name: runs_of_collections()
-- The runs of programs that worked on some collections.
SELECT DISTINCT w.autoProcProgramId
  FROM (SELECT pg.autoProcProgramId,
               0 AS dataCollectionId,
               pg.processingPrograms,
               CAST(pg.processingStatus AS CHAR) AS processingStatus
          FROM AutoProcProgram pg
         WHERE 1 = 0 /*union*/) w;
