-- name: proposal_named()
-- The proposal with some name that the caller may see.
SELECT p.proposalId,
       p.proposalCode,
       p.proposalNumber
  FROM Proposal p
  /*visible*/
 WHERE 1 = 1 /*where*/
 ORDER BY p.proposalId
 LIMIT 1;

-- name: proposal_of_login(login)
-- The first visible one of the proposals that belong to the person with a login.
SELECT p.proposalId,
       p.proposalCode,
       p.proposalNumber
  FROM (SELECT php.proposalId
          FROM Person pe
          JOIN ProposalHasPerson php ON php.personId = pe.personId
         WHERE pe.login = :login
         UNION
        SELECT own.proposalId
          FROM Person pe
          JOIN Proposal own ON own.personId = pe.personId
         WHERE pe.login = :login) theirs
  JOIN Proposal p ON p.proposalId = theirs.proposalId
  /*visible*/
 ORDER BY p.proposalId
 LIMIT 1;

-- name: proposals(most)
-- Proposals that the caller may see, the newest first.
SELECT p.proposalId AS Proposal_proposalId,
       p.personId AS Proposal_personId,
       p.title AS Proposal_title,
       p.proposalCode AS Proposal_proposalCode,
       p.proposalNumber AS Proposal_proposalNumber,
       p.proposalType AS Proposal_proposalType
  FROM Proposal p
  /*visible*/
 ORDER BY p.proposalId DESC
 LIMIT :most;

-- name: proposal_of_session(sessionId)
-- The proposal to which a visible session belongs.
SELECT p.proposalId AS Proposal_proposalId,
       p.personId AS Proposal_personId,
       p.title AS Proposal_title,
       p.proposalCode AS Proposal_proposalCode,
       p.proposalNumber AS Proposal_proposalNumber,
       p.proposalType AS Proposal_proposalType
  FROM BLSession s
  JOIN Proposal p ON p.proposalId = s.proposalId
  /*visible*/
 WHERE s.sessionId = :sessionId;

-- name: proposal(proposalId)
-- A proposal as an object.
SELECT p.proposalId,
       p.title,
       p.proposalCode AS code,
       p.proposalNumber AS number,
       p.proposalType AS type,
       NULLIF(HEX(p.externalId), '') AS externalId,
       p.bltimeStamp AS timeStamp
  FROM Proposal p
  /*visible*/
 WHERE p.proposalId = :proposalId;

-- name: proposal_row(proposalId)
-- A proposal's row.
SELECT p.proposalId,
       p.proposalCode,
       p.proposalNumber,
       p.proposalType,
       NULLIF(HEX(p.externalId), '') AS externalId,
       p.personId,
       p.title,
       p.bltimeStamp,
       p.state
  FROM Proposal p
  /*visible*/
 WHERE p.proposalId = :proposalId;

-- name: plate_types()
-- Types of plates, which belong to nobody.
SELECT pt.PlateTypeId AS plateTypeId,
       pt.name,
       pt.description,
       pt.rowCount,
       pt.columnCount,
       pt.shape
  FROM PlateType pt
 ORDER BY pt.PlateTypeId;
