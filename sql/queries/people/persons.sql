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
SELECT pe.personId AS personId, pe.familyName AS familyName, pe.givenName AS givenName, pe.login
  FROM Proposal p
  JOIN ProposalHasPerson php ON php.proposalId = p.proposalId
  JOIN Person pe ON pe.personId = php.personId
  /*visible*/
 WHERE pe.login <> '' /*where*/
 UNION
SELECT pe.personId AS personId, pe.familyName AS familyName, pe.givenName AS givenName, pe.login
  FROM Proposal p
  JOIN LabContact lc ON lc.proposalId = p.proposalId
  JOIN Person pe ON pe.personId = lc.personId
  /*visible*/
 WHERE pe.login <> '' /*where*/
 UNION
SELECT pe.personId AS personId, pe.familyName AS familyName, pe.givenName AS givenName, pe.login
  FROM Proposal p
  JOIN Person pe ON pe.personId = p.personId
  /*visible*/
 WHERE pe.login <> '' /*where*/
 UNION
SELECT pe.personId AS personId, pe.familyName AS familyName, pe.givenName AS givenName, pe.login
  FROM Session_has_Person shp
  JOIN BLSession s ON s.sessionId = shp.sessionId
  JOIN Person pe ON pe.personId = shp.personId
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  /*visible_sessions*/
 WHERE pe.login <> '' /*where*/
 /*order*/
 /*page*/;

-- name: count_known_persons()
-- How many persons the same conditions leave.
SELECT COUNT(*) AS total
  FROM (SELECT pe.personId
          FROM Proposal p
          JOIN ProposalHasPerson php ON php.proposalId = p.proposalId
          JOIN Person pe ON pe.personId = php.personId
          /*visible*/
         WHERE pe.login <> '' /*where*/
         UNION
        SELECT pe.personId
          FROM Proposal p
          JOIN LabContact lc ON lc.proposalId = p.proposalId
          JOIN Person pe ON pe.personId = lc.personId
          /*visible*/
         WHERE pe.login <> '' /*where*/
         UNION
        SELECT pe.personId
          FROM Proposal p
          JOIN Person pe ON pe.personId = p.personId
          /*visible*/
         WHERE pe.login <> '' /*where*/
         UNION
        SELECT pe.personId
          FROM Session_has_Person shp
          JOIN BLSession s ON s.sessionId = shp.sessionId
          JOIN Person pe ON pe.personId = shp.personId
          LEFT JOIN Proposal p ON p.proposalId = s.proposalId
          /*visible_sessions*/
         WHERE pe.login <> '' /*where*/) known;

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
 WHERE pe.login <> '' /*where*/
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
 WHERE pe.login <> '' /*where*/;

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
