-- name: list_persons()
-- Persons with a login.
SELECT pe.personId AS personId,
       pe.familyName AS familyName,
       pe.givenName AS givenName,
       pe.login
  FROM Person pe
 WHERE pe.login <> '' /*where*/
 /*order*/
 /*page*/;

-- name: count_persons()
-- How many persons the same conditions leave.
SELECT COUNT(*) AS total
  FROM Person pe
 WHERE pe.login <> '' /*where*/;

-- name: list_known_persons()
-- Persons with a login whom the caller meets: in visible proposals as member, lab contact or principal
-- investigator, and in visible sessions.
SELECT pe.personId AS personId,
       pe.familyName AS familyName,
       pe.givenName AS givenName,
       pe.login
  FROM (SELECT php.personId
          FROM Proposal p
          JOIN ProposalHasPerson php ON php.proposalId = p.proposalId
          /*visible*/
         WHERE 1 = 1 /*where_proposal*/
         UNION
        SELECT lc.personId
          FROM Proposal p
          JOIN LabContact lc ON lc.proposalId = p.proposalId
          /*visible*/
         WHERE 1 = 1 /*where_proposal*/
         UNION
        SELECT p.personId
          FROM Proposal p
          /*visible*/
         WHERE 1 = 1 /*where_proposal*/
         UNION
        SELECT shp.personId
          FROM BLSession s
          JOIN Session_has_Person shp ON shp.sessionId = s.sessionId
          LEFT JOIN Proposal p ON p.proposalId = s.proposalId
          /*visible_sessions*/
         WHERE 1 = 1 /*where_proposal*/) known
  JOIN Person pe ON pe.personId = known.personId
 WHERE pe.login <> '' /*where*/
 /*order*/
 /*page*/;

-- name: count_known_persons()
-- How many persons the same conditions leave.
SELECT COUNT(*) AS total
  FROM (SELECT php.personId
          FROM Proposal p
          JOIN ProposalHasPerson php ON php.proposalId = p.proposalId
          /*visible*/
         WHERE 1 = 1 /*where_proposal*/
         UNION
        SELECT lc.personId
          FROM Proposal p
          JOIN LabContact lc ON lc.proposalId = p.proposalId
          /*visible*/
         WHERE 1 = 1 /*where_proposal*/
         UNION
        SELECT p.personId
          FROM Proposal p
          /*visible*/
         WHERE 1 = 1 /*where_proposal*/
         UNION
        SELECT shp.personId
          FROM BLSession s
          JOIN Session_has_Person shp ON shp.sessionId = s.sessionId
          LEFT JOIN Proposal p ON p.proposalId = s.proposalId
          /*visible_sessions*/
         WHERE 1 = 1 /*where_proposal*/) known
  JOIN Person pe ON pe.personId = known.personId
 WHERE pe.login <> '' /*where*/;

-- name: list_participants()
-- Persons with a login who take part in a visible session, as what, and whether from afar.
SELECT pe.personId AS personId,
       pe.familyName AS familyName,
       pe.givenName AS givenName,
       pe.login,
       shp.role AS _metadata__role,
       shp.remote AS _metadata__remote
  FROM Session_has_Person shp
  JOIN BLSession s ON s.sessionId = shp.sessionId
  JOIN Person pe ON pe.personId = shp.personId
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  /*visible_sessions*/
 WHERE pe.login <> '' /*where_proposal*/ /*where*/
 /*order*/
 /*page*/;

-- name: count_participants()
-- How many persons the same conditions leave.
SELECT COUNT(*) AS total
  FROM Session_has_Person shp
  JOIN BLSession s ON s.sessionId = shp.sessionId
  JOIN Person pe ON pe.personId = shp.personId
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  /*visible_sessions*/
 WHERE pe.login <> '' /*where_proposal*/ /*where*/;

-- name: sessions_of_persons(persons)
-- How many visible sessions some persons take part in, and when the latest begins.
SELECT shp.personId,
       COUNT(*) AS sessions,
       MAX(s.startDate) AS lastSession
  FROM Session_has_Person shp
  JOIN BLSession s ON s.sessionId = shp.sessionId
  /*visible_sessions*/
 WHERE shp.personId IN (:persons)
 GROUP BY shp.personId;
