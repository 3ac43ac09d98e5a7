-- name: list_proposals()
-- Proposals that the caller may see.
SELECT p.proposalId,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal,
       p.proposalCode,
       p.proposalNumber,
       COALESCE(p.title, '') AS title,
       COALESCE(p.proposalType, '') AS type,
       p.state,
       (SELECT COUNT(DISTINCT php.personId)
          FROM ProposalHasPerson php
         WHERE php.proposalId = p.proposalId) AS _metadata__persons
  FROM Proposal p
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_proposals()
-- How many proposals the same conditions leave.
SELECT COUNT(*) AS total
  FROM Proposal p
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: proposal_beamlines(proposals)
-- How many visible sessions some proposals have on each beamline.
SELECT s.proposalId,
       s.beamLineName,
       COUNT(*) AS sessions
  FROM BLSession s
  /*visible*/
 WHERE s.proposalId IN (:proposals)
 GROUP BY s.proposalId, s.beamLineName
 ORDER BY s.proposalId, s.beamLineName;
