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
