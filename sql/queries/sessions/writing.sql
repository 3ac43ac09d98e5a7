-- name: same_session(proposalId, visit_number, beamLineName, day, next_day)
-- The proposal's session with this number; or without a number, the one that begins on this day at this beamline.
SELECT MIN(s.sessionId) AS sessionId
  FROM BLSession s
 WHERE s.proposalId = :proposalId
   AND (s.visit_number = :visit_number
        OR (:visit_number IS NULL
            AND s.beamLineName = :beamLineName
            AND s.startDate >= :day
            AND s.startDate < :next_day));

-- name: next_visit_number(proposalId)
-- The number of a proposal's next session.
SELECT COALESCE(MAX(s.visit_number), 0) + 1
  FROM BLSession s
 WHERE s.proposalId = :proposalId;

-- name: is_beamline(beamLineName)
-- Whether there was ever a session at a beamline.
SELECT 1
  FROM BLSession s
 WHERE s.beamLineName = :beamLineName
 LIMIT 1;

-- name: add_session(proposalId, beamLineName, startDate)
-- A session.
INSERT INTO BLSession (proposalId, beamLineName, startDate, bltimeStamp, lastUpdate /*columns*/)
VALUES (:proposalId, :beamLineName, :startDate, NOW(), NOW() /*values*/)
RETURNING sessionId;

-- name: lock_session(sessionId)
-- Keep others from changing a session until the transaction ends; it stays as the caller read it.
UPDATE BLSession
   SET sessionId = sessionId
 WHERE sessionId = :sessionId;

-- name: change_session(sessionId)
-- Change what is known of a session.
UPDATE BLSession
   SET lastUpdate = NOW() /*set*/
 WHERE sessionId = :sessionId;

-- name: add_participant(sessionId, personId)
-- Somebody who opened a session takes part in it.
INSERT INTO Session_has_Person (sessionId, personId /*columns*/)
VALUES (:sessionId, :personId /*values*/);

-- name: is_setup(beamLineSetupId)
-- Whether there is such a set-up of a beamline.
SELECT 1
  FROM BeamLineSetup b
 WHERE b.beamLineSetupId = :beamLineSetupId
 LIMIT 1;
