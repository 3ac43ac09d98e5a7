-- name: permissions_of_person(personId, now)
-- What a person may do, and by which group; also by groups that a directory gave at a login that still lasts.
SELECT pm.type, ug.name AS groupName, 0 AS byDirectory
  FROM UserGroup_has_Person ugp
  JOIN UserGroup ug ON ug.userGroupId = ugp.userGroupId
  JOIN UserGroup_has_Permission ugm ON ugm.userGroupId = ugp.userGroupId
  JOIN Permission pm ON pm.permissionId = ugm.permissionId
 WHERE ugp.personId = :personId
 UNION
SELECT pm.type, ug.name AS groupName, 1 AS byDirectory
  FROM api_token_family f
  JOIN api_token_family_group fg ON fg.familyId = f.familyId
  JOIN UserGroup ug ON ug.name = fg.groupName
  JOIN UserGroup_has_Permission ugm ON ugm.userGroupId = ug.userGroupId
  JOIN Permission pm ON pm.permissionId = ugm.permissionId
  JOIN Person p ON p.login = f.login
 WHERE p.personId = :personId
   AND f.personId = :personId
   AND f.revokedAt IS NULL
   AND f.expiresAt > :now
 ORDER BY type, groupName, byDirectory;

-- name: count_sessions()
-- How many sessions somebody sees.
SELECT COUNT(*) AS total
  FROM BLSession s
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: count_proposals()
-- How many proposals somebody sees.
SELECT COUNT(*) AS total
  FROM Proposal p
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: count_shared_samples(personId)
-- How many samples are shared with a person.
SELECT COUNT(*) AS total
  FROM api_grant gr
 WHERE gr.personId = :personId
   AND gr.blSampleId IS NOT NULL;

-- name: latest_sessions(most)
-- The latest made of the sessions that somebody sees.
SELECT s.sessionId
  FROM BLSession s
  /*visible*/
 WHERE 1 = 1 /*where*/
 ORDER BY s.sessionId DESC
 LIMIT :most;

-- name: latest_proposals(most)
-- The latest made of the proposals that somebody sees.
SELECT p.proposalId
  FROM Proposal p
  /*visible*/
 WHERE 1 = 1 /*where*/
 ORDER BY p.proposalId DESC
 LIMIT :most;

-- name: named_sessions(sessions)
-- Names of those of some sessions that the caller sees too.
SELECT s.sessionId,
       CONCAT(p.proposalCode, p.proposalNumber, '-', s.visit_number) AS session,
       s.beamLineName
  FROM BLSession s
  LEFT JOIN Proposal p ON p.proposalId = s.proposalId
  /*visible*/
 WHERE s.sessionId IN (:sessions)
 ORDER BY s.sessionId DESC;

-- name: named_proposals(proposals)
-- Names of those of some proposals that the caller sees too.
SELECT p.proposalId,
       CONCAT(p.proposalCode, p.proposalNumber) AS proposal
  FROM Proposal p
  /*visible*/
 WHERE p.proposalId IN (:proposals)
 ORDER BY p.proposalId DESC;

-- name: proposal_named()
-- The proposal that was asked about, if the caller sees it.
SELECT p.proposalId
  FROM Proposal p
  /*visible*/
 WHERE 1 = 1 /*where*/
 ORDER BY p.proposalId DESC
 LIMIT 1;
