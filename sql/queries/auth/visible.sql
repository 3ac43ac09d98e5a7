-- Who may see which session: the only place these rules are written, one part for each.  Whoever one of them names sees
-- the session; ispyb_api/auth/access.py puts the parts together, and GET /admin/persons/{personId}/access tells by
-- which of them somebody sees what.
--
-- After the sessions come the proposals that follow from them, with those one belongs to or leads though they have no
-- session; and after these what was measured, for somebody with whom single samples were shared: all of the visible
-- sessions, and what was measured of the samples in sessions of the proposal that shares them.

-- part: sessions_taken_part_in(v_person)
-- Sessions in which the person takes part, as whatever.
SELECT shp.sessionId
  FROM Session_has_Person shp
 WHERE shp.personId = :v_person;

-- part: sessions_of_memberships(v_person)
-- Every session of a proposal that the person belongs to.
SELECT bs.sessionId
  FROM ProposalHasPerson php
  JOIN BLSession bs ON bs.proposalId = php.proposalId
 WHERE php.personId = :v_person;

-- part: sessions_led(v_person)
-- Every session of a proposal that the person leads as principal investigator.
SELECT bs.sessionId
  FROM Proposal own
  JOIN BLSession bs ON bs.proposalId = own.proposalId
 WHERE own.personId = :v_person;

-- part: sessions_of_roles(v_person, v_roles)
-- Every session of a proposal in one of whose sessions the person has a role that the setting auth.proposal_roles
-- names.
SELECT bs.sessionId
  FROM Session_has_Person shp
  JOIN BLSession one ON one.sessionId = shp.sessionId
  JOIN BLSession bs ON bs.proposalId = one.proposalId
 WHERE shp.personId = :v_person
   AND shp.role IN (:v_roles);

-- part: sessions_at_beamlines(v_beamlines)
-- Sessions at the beamlines that the person's permissions open.
SELECT bs.sessionId
  FROM BLSession bs
 WHERE bs.beamLineName IN (:v_beamlines);

-- part: unprotected_sessions_at_beamlines(v_beamlines, v_protected)
-- The same without sessions whose data are protected, as the setting auth.protected_data tells them.
SELECT bs.sessionId
  FROM BLSession bs
 WHERE bs.beamLineName IN (:v_beamlines)
   AND bs.sessionId NOT IN (SELECT pd.sessionId
                              FROM BLSession pd
                             WHERE pd.protectedData IN (:v_protected));

-- part: sessions_granted(v_person)
-- Sessions that were shared with the person, one by one, by the proposal they still belong to.
SELECT bs.sessionId
  FROM api_grant gr
  JOIN BLSession bs ON bs.sessionId = gr.sessionId
 WHERE gr.personId = :v_person
   AND bs.proposalId = gr.proposalId;

-- part: proposals_taken_part_in(v_person)
-- Proposals with a session in which the person takes part.
SELECT bs.proposalId
  FROM Session_has_Person shp
  JOIN BLSession bs ON bs.sessionId = shp.sessionId
 WHERE shp.personId = :v_person;

-- part: proposals_of_memberships(v_person)
-- Proposals that the person belongs to.
SELECT php.proposalId
  FROM ProposalHasPerson php
 WHERE php.personId = :v_person;

-- part: proposals_led(v_person)
-- Proposals that the person leads as principal investigator.
SELECT own.proposalId
  FROM Proposal own
 WHERE own.personId = :v_person;

-- part: proposals_of_roles(v_person, v_roles)
-- Proposals with a session that has the person in a role that the setting auth.proposal_roles names.
SELECT bs.proposalId
  FROM Session_has_Person shp
  JOIN BLSession bs ON bs.sessionId = shp.sessionId
 WHERE shp.personId = :v_person
   AND shp.role IN (:v_roles);

-- part: proposals_at_beamlines(v_beamlines)
-- Proposals with a session at the beamlines that the person's permissions open.
SELECT bs.proposalId
  FROM BLSession bs
 WHERE bs.beamLineName IN (:v_beamlines);

-- part: proposals_unprotected_at_beamlines(v_beamlines, v_protected)
-- The same, by sessions whose data are not protected.
SELECT bs.proposalId
  FROM BLSession bs
 WHERE bs.beamLineName IN (:v_beamlines)
   AND bs.sessionId NOT IN (SELECT pd.sessionId
                              FROM BLSession pd
                             WHERE pd.protectedData IN (:v_protected));

-- part: proposals_granted(v_person)
-- Proposals that share a sample, or a session that is still theirs, with the person.
SELECT bs.proposalId
  FROM api_grant gr
  JOIN BLSession bs ON bs.sessionId = gr.sessionId
 WHERE gr.personId = :v_person
   AND bs.proposalId = gr.proposalId
 UNION
SELECT gr.proposalId
  FROM api_grant gr
 WHERE gr.personId = :v_person
   AND gr.blSampleId IS NOT NULL;

-- part: visible_groups(v_person)
-- Groups of data collections.  Of a sample are those that name it; where the group names none, those all of whose
-- collections name it.
SELECT vg.dataCollectionGroupId
  FROM DataCollectionGroup vg
  /*visible*/
 UNION
SELECT sg.dataCollectionGroupId
  FROM api_grant gr
  JOIN DataCollectionGroup sg ON sg.blSampleId = gr.blSampleId
  JOIN BLSession bs ON bs.sessionId = sg.sessionId
 WHERE gr.personId = :v_person
   AND bs.proposalId = gr.proposalId
 UNION
SELECT sg.dataCollectionGroupId
  FROM api_grant gr
  JOIN DataCollection sd ON sd.blSampleId = gr.blSampleId
  JOIN DataCollectionGroup sg ON sg.dataCollectionGroupId = sd.dataCollectionGroupId
  JOIN BLSession bs ON bs.sessionId = sg.sessionId
 WHERE gr.personId = :v_person
   AND bs.proposalId = gr.proposalId
   AND sg.blSampleId IS NULL
   AND NOT EXISTS (SELECT 1
                     FROM DataCollection od
                    WHERE od.dataCollectionGroupId = sg.dataCollectionGroupId
                      AND (od.blSampleId IS NULL OR od.blSampleId <> sd.blSampleId));

-- part: visible_robot_actions(v_person)
-- Actions of the sample changer.
SELECT vr.robotActionId
  FROM RobotAction vr
  /*visible*/
 UNION
SELECT sr.robotActionId
  FROM api_grant gr
  JOIN RobotAction sr ON sr.blsampleId = gr.blSampleId
  JOIN BLSession bs ON bs.sessionId = sr.blsessionId
 WHERE gr.personId = :v_person
   AND bs.proposalId = gr.proposalId;

-- part: visible_energy_scans(v_person)
-- Energy scans.
SELECT ve.energyScanId
  FROM EnergyScan ve
  /*visible*/
 UNION
SELECT se.energyScanId
  FROM api_grant gr
  JOIN EnergyScan se ON se.blSampleId = gr.blSampleId
  JOIN BLSession bs ON bs.sessionId = se.sessionId
 WHERE gr.personId = :v_person
   AND bs.proposalId = gr.proposalId;

-- part: visible_spectra(v_person)
-- Fluorescence spectra.
SELECT vx.xfeFluorescenceSpectrumId
  FROM XFEFluorescenceSpectrum vx
  /*visible*/
 UNION
SELECT sx.xfeFluorescenceSpectrumId
  FROM api_grant gr
  JOIN XFEFluorescenceSpectrum sx ON sx.blSampleId = gr.blSampleId
  JOIN BLSession bs ON bs.sessionId = sx.sessionId
 WHERE gr.personId = :v_person
   AND bs.proposalId = gr.proposalId;

-- part: sessions_within()
-- Sessions that a service token is limited to; by what, ispyb_api/auth/within.py says.
SELECT ws.sessionId
  FROM BLSession ws
  JOIN Proposal wp ON wp.proposalId = ws.proposalId
 WHERE 1 = 1 /*where*/;

-- part: proposals_within()
-- Proposals that a service token is limited to.
SELECT wp.proposalId
  FROM Proposal wp
 WHERE 1 = 1 /*where*/;
