-- name: list_laboratories()
-- Where people work.
SELECT la.laboratoryId,
       la.name,
       la.address,
       la.postcode,
       la.city,
       la.country,
       la.organization,
       la.url,
       COALESCE(la.laboratoryExtPk, la.laboratoryPk) AS laboratoryExtPk,
       la.recordTimeStamp
  FROM Laboratory la
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_laboratories()
-- How many laboratories the same conditions leave.
SELECT COUNT(*) AS total
  FROM Laboratory la
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- part: laboratories_of_people()
-- Laboratories of the persons whom the caller meets, with a login or without: in visible proposals as member, lab
-- contact or principal investigator, and in visible sessions.
SELECT pe.laboratoryId
  FROM Proposal p
  JOIN ProposalHasPerson php ON php.proposalId = p.proposalId
  JOIN Person pe ON pe.personId = php.personId
  /*visible*/
 WHERE 1 = 1 /*where*/
 UNION
SELECT pe.laboratoryId
  FROM Proposal p
  JOIN LabContact lc ON lc.proposalId = p.proposalId
  JOIN Person pe ON pe.personId = lc.personId
  /*visible*/
 WHERE 1 = 1 /*where*/
 UNION
SELECT pe.laboratoryId
  FROM Proposal p
  JOIN Person pe ON pe.personId = p.personId
  /*visible*/
 WHERE 1 = 1 /*where*/
 UNION
SELECT pe.laboratoryId
  FROM BLSession s
  JOIN Session_has_Person shp ON shp.sessionId = s.sessionId
  JOIN Person pe ON pe.personId = shp.personId
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  /*visible_sessions*/
 WHERE 1 = 1 /*where*/;

-- name: take_turn()
-- Whoever makes a laboratory, or gives it another number, comes before or after all others who do.
UPDATE api_turn
   SET name = name
 WHERE name = 'laboratories';

-- name: laboratory_with_number(number)
-- The laboratory with a number of the user office, by whichever name its column has.
SELECT MIN(known.laboratoryId) AS laboratoryId
  FROM (SELECT la.laboratoryId,
               la.laboratoryExtPk AS extPk,
               la.laboratoryPk AS pk
          FROM Laboratory la) known
 WHERE COALESCE(known.extPk, known.pk) = :number;

-- name: add_laboratory(name)
-- Where people work.
INSERT INTO Laboratory (name, recordTimeStamp /*columns*/)
VALUES (:name, NOW() /*values*/)
RETURNING laboratoryId;

-- name: lock_laboratory(laboratoryId)
-- Keep others from changing a laboratory until the transaction ends.
UPDATE Laboratory
   SET laboratoryId = laboratoryId
 WHERE laboratoryId = :laboratoryId;

-- name: change_laboratory(laboratoryId)
-- Change what is known of a laboratory.
UPDATE Laboratory
   SET recordTimeStamp = NOW() /*set*/
 WHERE laboratoryId = :laboratoryId;
