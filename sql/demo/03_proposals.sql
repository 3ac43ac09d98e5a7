-- Four proposals, their sessions around today, and who takes part in what.
--
-- MX415 is seen by its principal investigator through Proposal.personId alone, by its co-investigator through
-- ProposalHasPerson, by others through single sessions.  MX533 belongs to another group.

-- The title of 4 never came from the user office.
INSERT INTO Proposal
    (proposalId, personId, proposalCode, proposalNumber, proposalType, title, state, startDate, endDate, bltimeStamp)
VALUES
    (1, 2, 'MX', '415', 'MX', 'Cold-adapted hydrolases from the deep fjord', 'Open', '2029-03-01 00:00:00',
     '2031-03-01 00:00:00', '2029-02-20 10:00:00'),
    (2, 8, 'SX', '28', 'MB', 'Time-resolved studies of a light-driven marine enzyme', 'Open', '2030-03-01 00:00:00',
     '2031-03-01 00:00:00', '2030-02-20 10:00:00'),
    (3, 9, 'EM', '67', 'EM', 'Architecture of large ferritin assemblies', 'Open', '2030-03-01 00:00:00',
     '2031-03-01 00:00:00', '2030-02-21 10:00:00'),
    (4, 10, 'MX', '533', 'MX', NULL, 'Open', NULL, NULL, '2030-02-22 10:00:00');

INSERT INTO ProposalHasPerson (proposalHasPersonId, proposalId, personId, role) VALUES
    (1, 1, 11, 'Co-Investigator'),
    (2, 2, 8, 'Principal Investigator'),
    (3, 2, 3, 'Associate'),
    (4, 2, 16, 'Co-Investigator'),
    (5, 3, 9, 'Principal Investigator'),
    (6, 4, 10, 'Principal Investigator'),
    (7, 4, 15, NULL);

-- 3 and 9 are running at any time of the day, 4 and 7 are to come.
-- Odd ones: 1 is on a beamline that closed, 11 has no dates, 12 no number, beamline, setup and end,
-- and 13 is on a beamline that belongs to no group, without an end.
INSERT INTO BLSession
    (sessionId, proposalId, visit_number, beamLineName, beamLineSetupId, startDate, endDate,
     scheduled, nbShifts, beamLineOperator, sessionTitle, comments, bltimeStamp, lastUpdate)
VALUES
    (1, 1, 1, 'BL09-MX', 1, '2029-05-08 09:30:00', '2029-05-09 08:00:00',
     1, 3, 'Delbesque O', 'First crystals', NULL, '2029-04-20 10:00:00', '2029-05-08 18:00:00'),
    (2, 1, 2, 'BL01-MX', 2, '2030-04-13 09:30:00', '2030-04-14 08:00:00',
     1, 3, 'Delbesque O', 'Native data', 'Ring was down from 18:00 to 18:40.', '2030-03-25 10:00:00',
     '2030-04-13 18:00:00'),
    (3, 1, 3, 'BL01-MX', 3, '2030-06-11 09:30:00', '2030-06-14 08:00:00',
     1, 9, 'Delbesque O', 'Selenomethionine derivatives', NULL, '2030-05-20 10:00:00', '2030-06-11 23:50:00'),
    (4, 1, 4, 'BL01-MX', NULL, '2030-07-02 09:30:00', '2030-07-03 08:00:00',
     1, 3, 'Delbesque O', 'Ligands', NULL, '2030-06-03 10:00:00', NULL),
    (5, 1, 5, 'BL02-SSX', 4, '2030-05-13 09:30:00', '2030-05-14 08:00:00',
     1, 3, 'Kvistdal R', 'Crystals in situ', 'In a plate, at room temperature.', '2030-04-28 10:00:00',
     '2030-05-13 12:00:00'),
    (6, 2, 1, 'BL02-SSX', 4, '2030-05-28 09:30:00', '2030-05-30 08:00:00',
     1, 6, 'Kvistdal R', 'Chips and jet', NULL, '2030-05-06 10:00:00', '2030-05-29 18:00:00'),
    (7, 2, 2, 'BL02-SSX', NULL, '2030-06-17 09:30:00', '2030-06-19 08:00:00',
     1, 6, 'Kvistdal R', 'Shorter delays', NULL, '2030-06-03 10:00:00', NULL),
    (8, 3, 1, 'BL03-EM', 5, '2030-04-28 09:30:00', '2030-05-01 08:00:00',
     1, 9, 'Kvistdal R', 'Screening of grids', NULL, '2030-04-06 10:00:00', '2030-04-29 20:00:00'),
    (9, 3, 2, 'BL03-EM', 5, '2030-06-10 09:30:00', '2030-06-14 08:00:00',
     1, 12, 'Kvistdal R', 'High resolution', NULL, '2030-05-20 10:00:00', '2030-06-11 22:30:00'),
    (10, 4, 1, 'BL01-MX', 3, '2030-06-05 09:30:00', '2030-06-06 08:00:00',
     1, 3, 'Delbesque O', 'Proteases', NULL, '2030-05-10 10:00:00', '2030-06-05 18:00:00'),
    (11, 4, 2, 'BL01-MX', NULL, NULL, NULL,
     1, NULL, NULL, NULL, 'Postponed by the users.', '2030-05-10 10:00:00', NULL),
    (12, 4, NULL, NULL, NULL, '2030-03-20 09:30:00', NULL,
     0, NULL, NULL, NULL, NULL, '2030-03-20 09:30:00', NULL),
    (13, 4, 3, 'BL77-TEST', NULL, '2030-06-01 14:00:00', NULL,
     0, 3, NULL, NULL, 'Session created by the BCM', '2030-06-01 14:00:00', NULL);

INSERT INTO SessionType (sessionTypeId, sessionId, typeName) VALUES
    (1, 1, 'Beamtime'),
    (2, 2, 'Beamtime'),
    (3, 3, 'Beamtime'),
    (4, 3, 'Remote'),  -- a session may have several types
    (5, 4, 'Beamtime'),
    (6, 5, 'Beamtime'),
    (7, 6, 'Beamtime'),
    (8, 7, 'Beamtime'),
    (9, 8, 'Screening'),
    (10, 9, 'Beamtime'),
    (11, 10, 'Mail-in'),
    (12, 13, 'Commissioning');

-- Person 12 takes part in a single session.  The role of 16 in session 6 is not known.
INSERT INTO Session_has_Person (sessionId, personId, role, remote) VALUES
    (1, 11, 'Team Leader', 0),
    (2, 11, 'Team Leader', 0),
    (2, 3, 'Team Member', 0),
    (2, 4, 'Local Contact', 0),
    (3, 11, 'Team Leader', 0),
    (3, 3, 'Team Member', 0),
    (3, 12, 'Data Access', 1),
    (3, 4, 'Local Contact', 0),
    (4, 11, 'Team Leader', 0),
    (4, 4, 'Local Contact', 0),
    (5, 11, 'Team Leader', 0),
    (5, 13, 'Local Contact', 0),
    (6, 8, 'Principal Investigator', 0),
    (6, 16, NULL, 1),
    (6, 13, 'Local Contact', 0),
    (7, 8, 'Principal Investigator', 0),
    (7, 13, 'Local Contact', 0),
    (8, 9, 'Principal Investigator', 0),
    (8, 13, 'Local Contact', 0),
    (9, 9, 'Principal Investigator', 0),
    (9, 13, 'Local Contact', 0),
    (10, 10, 'Principal Investigator', 1),
    (10, 4, 'Local Contact', 0),
    (11, 10, 'Principal Investigator', 0),
    (11, 4, 'Local Contact', 0),
    (12, 4, 'Local Contact', 0);
