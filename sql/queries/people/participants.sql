-- name: list_people_of_session()
-- Who takes part in a visible session, as what, and from where; also persons without a login.
SELECT shp.sessionId,
       pe.personId,
       pe.givenName,
       pe.familyName,
       pe.login,
       shp.role,
       shp.remote,
       la.laboratoryId AS Laboratory__laboratoryId,
       la.name AS Laboratory__name,
       la.city AS Laboratory__city,
       la.country AS Laboratory__country
  FROM BLSession s
  JOIN Session_has_Person shp ON shp.sessionId = s.sessionId
  JOIN Person pe ON pe.personId = shp.personId
  LEFT JOIN Laboratory la ON la.laboratoryId = pe.laboratoryId
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_people_of_session()
-- How many persons the same conditions leave.
SELECT COUNT(*) AS total
  FROM BLSession s
  JOIN Session_has_Person shp ON shp.sessionId = s.sessionId
  JOIN Person pe ON pe.personId = shp.personId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: session_called()
-- The visible session that is asked for by its name or its id.
SELECT s.sessionId
  FROM BLSession s
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/
 ORDER BY s.sessionId
 LIMIT 1;
