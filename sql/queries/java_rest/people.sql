-- name: labcontacts(proposalId)
-- Addresses of a proposal, each with its person and that person's laboratory.
SELECT lc.labContactId,
       lc.cardName,
       lc.defaultCourrierCompany,
       lc.courierAccount,
       lc.billingReference,
       lc.dewarAvgCustomsValue,
       lc.dewarAvgTransportValue,
       pe.personId AS personVO__personId,
       pe.siteId AS personVO__siteId,
       pe.personUUID AS personVO__personUUID,
       pe.familyName AS personVO__familyName,
       pe.givenName AS personVO__givenName,
       pe.title AS personVO__title,
       pe.emailAddress AS personVO__emailAddress,
       pe.phoneNumber AS personVO__phoneNumber,
       pe.login AS personVO__login,
       pe.faxNumber AS personVO__faxNumber,
       NULLIF(HEX(pe.externalId), '') AS personVO__externalId,
       la.laboratoryId AS personVO__laboratoryVO__laboratoryId,
       la.laboratoryUUID AS personVO__laboratoryVO__laboratoryUUID,
       la.name AS personVO__laboratoryVO__name,
       la.address AS personVO__laboratoryVO__address,
       la.city AS personVO__laboratoryVO__city,
       la.country AS personVO__laboratoryVO__country,
       la.url AS personVO__laboratoryVO__url,
       la.organization AS personVO__laboratoryVO__organization,
       la.laboratoryExtPk AS personVO__laboratoryVO__laboratoryExtPk
  FROM LabContact lc
  JOIN Proposal p ON p.proposalId = lc.proposalId
  LEFT JOIN Person pe ON pe.personId = lc.personId
  LEFT JOIN Laboratory la ON la.laboratoryId = pe.laboratoryId
  /*visible*/
 WHERE lc.proposalId = :proposalId
 ORDER BY lc.labContactId;
