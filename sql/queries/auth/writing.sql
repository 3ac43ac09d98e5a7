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
