-- name: list_grants()
-- What a proposal shares with single persons.
SELECT gr.grantId,
       gr.personId,
       pe.login,
       pe.givenName,
       pe.familyName,
       gr.sessionId,
       CONCAT(p.proposalCode, p.proposalNumber, '-', s.visit_number) AS session,
       gr.blSampleId,
       sm.name AS blSample,
       gr.createdAt,
       gr.createdBy
  FROM api_grant gr
  JOIN Proposal p ON p.proposalId = gr.proposalId
  LEFT JOIN Person pe ON pe.personId = gr.personId
  LEFT JOIN BLSession s ON s.sessionId = gr.sessionId AND s.proposalId = gr.proposalId
  LEFT JOIN BLSample sm ON sm.blSampleId = gr.blSampleId
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_grants()
-- How many grants the same conditions leave.
SELECT COUNT(*) AS total
  FROM api_grant gr
 WHERE 1 = 1 /*where*/;

-- name: find_proposal()
-- The proposal that shares, if the caller sees it.
SELECT p.proposalId,
       p.personId,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal
  FROM Proposal p
  /*visible*/
 WHERE 1 = 1 /*where*/
 ORDER BY p.proposalId DESC
 LIMIT 1;

-- name: find_session(sessionId, proposalId)
-- A session of a proposal, if the caller sees it.
SELECT s.sessionId
  FROM BLSession s
  /*visible*/
 WHERE s.sessionId = :sessionId
   AND s.proposalId = :proposalId;

-- name: count_sessions(proposalId)
-- How many sessions of a proposal the caller sees.
SELECT COUNT(*) AS total
  FROM BLSession s
  /*visible*/
 WHERE s.proposalId = :proposalId;

-- name: find_sample(blSampleId, proposalId)
-- A sample of a proposal: it holds a protein of the proposal, or was sent by it.
SELECT sm.blSampleId
  FROM BLSample sm
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
  LEFT JOIN Container co ON co.containerId = sm.containerId
  LEFT JOIN Dewar de ON de.dewarId = co.dewarId
  LEFT JOIN Shipping sh ON sh.shippingId = de.shippingId
 WHERE sm.blSampleId = :blSampleId
   AND (pr.proposalId = :proposalId OR sh.proposalId = :proposalId);

-- name: find_persons(personId, login)
-- Persons who can log in, by their row or their login.
SELECT p.personId, p.login
  FROM Person p
 WHERE p.login <> ''
   AND (p.personId = :personId OR p.login = :login)
 ORDER BY p.personId
 LIMIT 2;

-- name: same_grant(personId, sessionId, blSampleId)
-- What is shared with a person already, by whichever proposal.
SELECT gr.grantId, gr.proposalId
  FROM api_grant gr
 WHERE gr.personId = :personId
   AND (gr.sessionId = :sessionId OR gr.blSampleId = :blSampleId);

-- name: add_grant(personId, proposalId, sessionId, blSampleId, createdAt, createdBy)
-- Share a session or a sample with a person.
INSERT INTO api_grant (personId, proposalId, sessionId, blSampleId, createdAt, createdBy)
VALUES (:personId, :proposalId, :sessionId, :blSampleId, :createdAt, :createdBy)
RETURNING grantId;

-- name: remove_grant(grantId)
-- Share something no longer.
DELETE FROM api_grant
 WHERE grantId = :grantId;
