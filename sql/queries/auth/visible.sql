-- name: visible_sessions(v_person, v_beamlines)
-- Who may see which session: the only place that rule is written.  A person sees the sessions he takes part in,
-- every session of a proposal he belongs to or leads, and those of the beamlines his permissions name.
SELECT shp.sessionId
  FROM Session_has_Person shp
 WHERE shp.personId = :v_person
 UNION
SELECT bs.sessionId
  FROM ProposalHasPerson php
  JOIN BLSession bs ON bs.proposalId = php.proposalId
 WHERE php.personId = :v_person
 UNION
SELECT bs.sessionId
  FROM Proposal own
  JOIN BLSession bs ON bs.proposalId = own.proposalId
 WHERE own.personId = :v_person
 UNION
SELECT bs.sessionId
  FROM BLSession bs
 WHERE bs.beamLineName IN (:v_beamlines);

-- name: visible_proposals(v_person, v_beamlines)
-- The proposals that follow from it: those one belongs to or leads, and those with a visible session.
SELECT php.proposalId
  FROM ProposalHasPerson php
 WHERE php.personId = :v_person
 UNION
SELECT own.proposalId
  FROM Proposal own
 WHERE own.personId = :v_person
 UNION
SELECT bs.proposalId
  FROM Session_has_Person shp
  JOIN BLSession bs ON bs.sessionId = shp.sessionId
 WHERE shp.personId = :v_person
 UNION
SELECT bs.proposalId
  FROM BLSession bs
 WHERE bs.beamLineName IN (:v_beamlines);
