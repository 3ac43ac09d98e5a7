-- name: lock_proposal(proposalId)
-- Keep others from changing what belongs to a proposal until the transaction ends.
UPDATE Proposal
   SET proposalId = proposalId
 WHERE proposalId = :proposalId;

-- name: proposal_to_write(proposalId)
-- A proposal that the caller sees, and whether it is open to changes.
SELECT p.proposalId,
       p.personId,
       p.state,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal
  FROM Proposal p
  /*visible*/
 WHERE p.proposalId = :proposalId
 ORDER BY p.proposalId
 LIMIT 1;

-- name: clock()
-- The time on the facility's clock, which is the database's.
SELECT NOW() AS clock;

-- name: touch_sessions(sessionIds)
-- Note that something of sessions is written now, and keep others from writing to them until the transaction ends.
UPDATE BLSession
   SET lastUpdate = NOW()
 WHERE sessionId IN (:sessionIds);

-- name: session_to_write(sessionId)
-- A session that the caller sees, when it runs, and whether its proposal is open to changes.
SELECT s.sessionId,
       s.proposalId,
       s.beamLineName,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal,
       p.proposalNumber,
       CONCAT(p.proposalCode, p.proposalNumber, '-', s.visit_number) AS session,
       p.state,
       s.startDate <= NOW() AS begun,
       s.endDate < NOW() AS ended
  FROM BLSession s
  JOIN Proposal p ON p.proposalId = s.proposalId
  /*visible*/
 WHERE s.sessionId = :sessionId
 ORDER BY s.sessionId
 LIMIT 1;

-- name: running_session()
-- A session that runs, of a proposal that is open to changes.
SELECT s.sessionId
  FROM BLSession s
  JOIN Proposal p ON p.proposalId = s.proposalId
  /*visible*/
 WHERE s.startDate <= NOW()
   AND s.endDate >= NOW()
   AND (p.state IS NULL OR p.state NOT IN ('Closed', 'Cancelled'))
 LIMIT 1;
