-- name: session(sessionId)
-- A session, if the caller sees it.
SELECT s.sessionId
  FROM BLSession s
  /*visible*/
 WHERE s.sessionId = :sessionId;
