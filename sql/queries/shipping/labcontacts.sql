-- name: list_labcontacts()
-- Addresses of visible proposals, for shipments.
SELECT lc.labContactId,
       lc.personId,
       lc.proposalId,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal,
       lc.cardName,
       lc.defaultCourrierCompany,
       lc.courierAccount,
       lc.billingReference,
       lc.dewarAvgCustomsValue,
       lc.dewarAvgTransportValue,
       lc.recordTimeStamp,
       pe.givenName AS _Person__givenName,
       pe.familyName AS _Person__familyName,
       pe.emailAddress AS _Person__emailAddress,
       pe.phoneNumber AS _Person__phoneNumber,
       la.laboratoryId AS _Person__Laboratory__laboratoryId,
       la.name AS _Person__Laboratory__name,
       la.address AS _Person__Laboratory__address,
       la.postcode AS _Person__Laboratory__postcode,
       la.city AS _Person__Laboratory__city,
       la.country AS _Person__Laboratory__country,
       la.url AS _Person__Laboratory__url,
       la.laboratoryExtPk AS _Person__Laboratory__laboratoryExtPk,
       la.recordTimeStamp AS _Person__Laboratory__recordTimeStamp
  FROM (SELECT lc.labContactId
          FROM LabContact lc
          LEFT JOIN Proposal p ON p.proposalId = lc.proposalId
          /*visible*/
         WHERE 1 = 1 /*where*/
         /*order*/
         /*page*/) chosen
  JOIN LabContact lc ON lc.labContactId = chosen.labContactId  -- noqa: AL04
  LEFT JOIN Proposal p ON p.proposalId = lc.proposalId  -- noqa: AL04
  LEFT JOIN Person pe ON pe.personId = lc.personId
  LEFT JOIN Laboratory la ON la.laboratoryId = pe.laboratoryId
 /*order*/;

-- name: count_labcontacts()
-- How many addresses the same conditions leave.
SELECT COUNT(*) AS total
  FROM LabContact lc
  LEFT JOIN Proposal p ON p.proposalId = lc.proposalId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: same_contact(proposalId, cardName)
-- The proposal's address with this name.
SELECT lc.labContactId
  FROM LabContact lc
 WHERE lc.proposalId = :proposalId
   AND lc.cardName = :cardName;

-- name: add_labcontact(proposalId, personId, cardName)
-- An address of a proposal.
INSERT INTO LabContact (proposalId, personId, cardName, recordTimeStamp /*columns*/)
VALUES (:proposalId, :personId, :cardName, NOW() /*values*/)
RETURNING labContactId;

-- name: lock_labcontact(labContactId)
-- Keep others from changing an address until the transaction ends.
UPDATE LabContact
   SET labContactId = labContactId
 WHERE labContactId = :labContactId;

-- name: change_labcontact(labContactId)
-- Change what is known of an address.
UPDATE LabContact
   SET recordTimeStamp = NOW() /*set*/
 WHERE labContactId = :labContactId;

-- name: remove_labcontact(labContactId)
-- Drop an address; its person stays.
DELETE FROM LabContact
 WHERE labContactId = :labContactId;

-- name: shippings_of_contact(labContactId)
-- How many shipments come from an address or go back to it.
SELECT (SELECT COUNT(*)
          FROM Shipping sh
         WHERE sh.sendingLabContactId = :labContactId)
       + (SELECT COUNT(*)
            FROM Shipping sh
           WHERE sh.returnLabContactId = :labContactId) AS total;

-- name: person_is_more(personId, labContactId)
-- Whether a person is more than the name on one address: can log in, is known to the user office, belongs to something.
SELECT 1
  FROM Person pe
 WHERE pe.personId = :personId
   AND (pe.login IS NOT NULL
        OR pe.siteId IS NOT NULL
        OR pe.externalId IS NOT NULL
        OR EXISTS (SELECT 1
                     FROM Proposal p
                    WHERE p.personId = pe.personId)
        OR EXISTS (SELECT 1
                     FROM ProposalHasPerson php
                    WHERE php.personId = pe.personId)
        OR EXISTS (SELECT 1
                     FROM Session_has_Person shp
                    WHERE shp.personId = pe.personId)
        OR EXISTS (SELECT 1
                     FROM LabContact lc
                    WHERE lc.personId = pe.personId
                      AND lc.labContactId <> :labContactId));

-- name: laboratory_is_more(laboratoryId, personId)
-- Whether a laboratory is more than where one person works.
SELECT 1
  FROM Laboratory la
 WHERE la.laboratoryId = :laboratoryId
   AND EXISTS (SELECT 1
                 FROM Person pe
                WHERE pe.laboratoryId = la.laboratoryId
                  AND pe.personId <> :personId);

-- name: add_person(familyName)
-- Somebody on an address.
INSERT INTO Person (familyName, recordTimeStamp /*columns*/)
VALUES (:familyName, NOW() /*values*/)
RETURNING personId;

-- name: change_person(personId)
-- Change who is on an address.
UPDATE Person
   SET recordTimeStamp = NOW() /*set*/
 WHERE personId = :personId;

-- name: add_laboratory(name)
-- Where somebody on an address works.
INSERT INTO Laboratory (name, recordTimeStamp /*columns*/)
VALUES (:name, NOW() /*values*/)
RETURNING laboratoryId;

-- name: change_laboratory(laboratoryId)
-- Change where somebody on an address works.
UPDATE Laboratory
   SET recordTimeStamp = NOW() /*set*/
 WHERE laboratoryId = :laboratoryId;
