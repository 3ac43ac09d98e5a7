-- Who there is at the Lumenfjord Light Source, and what each may do.
--
-- Facility, people, institutes and addresses are invented.  The day on which everything happens is 2030-06-12;
-- the loader moves every date by whole days so that it becomes today (README.rst).

-- 5 is as a user office may leave it: everything unknown.
INSERT INTO Laboratory (laboratoryId, name, address, city, postcode, country, url, organization) VALUES
    (1, 'Lumenfjord Light Source', 'Ringveien 1', 'Lumenfjord', '9990', 'Norway', 'https://lumenfjord.example.org', 'Lumenfjord Light Source'),
    (2, 'Structural Biology', 'Rua do Farol 12', 'Porto Velhinho', '4999-001', 'Portugal',
     'https://velhinho.example.org', 'University of Porto Velhinho'),
    (3, 'Marine Proteins', 'Havnegata 7', 'Skarvholm', '8899', 'Norway', NULL, 'Skarvholm Institute'),
    (4, 'Laboratoire des Macromolécules', '3, impasse de l''Étang', 'Saint-Orvain', '99123', 'France', NULL, 'Université de Saint-Orvain'),
    (5, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

-- The first seven can log in to the demo.  14 and 17 have no login; of 15 nothing but the login is known.
INSERT INTO Person
    (personId, laboratoryId, siteId, title, givenName, familyName, login, emailAddress, phoneNumber)
VALUES
    (1, 1, 1001, 'Dr', 'Sunniva', 'Brekkestad', 'admin', 'sunniva.brekkestad@lumenfjord.example.org', '+47 00 00 10 01'),
    (2, 2, 2002, 'Prof', 'Mirela', 'Costaforte', 'pi', 'mirela.costaforte@velhinho.example.org', '+351 000 002 002'),
    (3, 2, 2003, 'Mr', 'Tobin', 'Haverlock', 'member', 'tobin.haverlock@velhinho.example.org', NULL),
    (4, 1, 1004, 'Dr', 'Oriane', 'Delbesque', 'contact', 'oriane.delbesque@lumenfjord.example.org', '+47 00 00 10 04'),
    (5, 1, 1005, 'Mr', 'Kaito', 'Murasaweld', 'staff', 'kaito.murasaweld@lumenfjord.example.org', '+47 00 00 10 05'),
    (6, 4, 2006, 'Ms', 'Petra', 'Zwanenvlok', 'outsider', 'petra.zwanenvlok@orvain.example.org', NULL),
    (7, 1, NULL, NULL, 'Pipeline', 'Service', 'service', 'pipelines@lumenfjord.example.org', NULL),
    (8, 3, 2008, 'Dr', 'Ingmar', 'Solbakkvik', 'solbakkvik', 'ingmar.solbakkvik@skarvholm.example.org', '+47 00 00 20 08'),
    (9, 4, 2009, 'Prof', 'Léocadie', 'Farnworthy', 'farnworthy', 'leocadie.farnworthy@orvain.example.org', '+33 0 00 00 20 09'),
    (10, 3, 2010, 'Dr', 'Dragan', 'Velimirko', 'velimirko', 'dragan.velimirko@skarvholm.example.org', NULL),
    (11, 2, 2011, 'Dr', 'Amaury', 'Tessonniel', 'tessonniel', 'amaury.tessonniel@velhinho.example.org', NULL),
    (12, 2, 2012, 'Ms', 'Wilhelmina', 'Oakenfell', 'oakenfell', 'wilhelmina.oakenfell@velhinho.example.org', NULL),
    (13, 1, 1013, 'Dr', 'Rurik', 'Kvistdal', 'kvistdal', 'rurik.kvistdal@lumenfjord.example.org', '+47 00 00 10 13'),
    (14, 2, NULL, 'Ms', 'Benedita', 'Aamodtlunde', NULL, 'shipping@velhinho.example.org', '+351 000 002 014'),
    (15, 5, NULL, NULL, NULL, NULL, 'x2015', NULL, NULL),
    (16, 3, 2016, 'Dr', 'Žofie', 'O''Kráľová-Østby', 'zofie', 'zofie@skarvholm.example.org', NULL),
    (17, 4, NULL, 'M', 'Théodule', 'Garancier', NULL, 'expedition@orvain.example.org', '+33 0 00 00 20 17');

-- Nobody is in 6 yet.
INSERT INTO UserGroup (userGroupId, name) VALUES
    (1, 'Administrators'),
    (2, 'MX beamline staff'),
    (3, 'SSX beamline staff'),
    (4, 'EM facility staff'),
    (5, 'Pipelines'),
    (6, 'User office');

-- One permission for each group of beamlines: the option beamLineGroups (02_beamlines.sql) names them.
INSERT INTO Permission (permissionId, type, description) VALUES
    (5001, 'bl_mx_staff', 'See everything that was measured at the MX beamlines'),
    (5002, 'bl_ssx_staff', 'See everything that was measured at the SSX beamline'),
    (5003, 'bl_em_staff', 'See everything that was measured at the electron microscope');

-- Administrators hold every permission there is.
INSERT INTO UserGroup_has_Permission (userGroupId, permissionId)
SELECT 1, p.permissionId
  FROM Permission p;

INSERT INTO UserGroup_has_Permission (userGroupId, permissionId)
SELECT g.userGroupId, p.permissionId
  FROM UserGroup g
  JOIN Permission p ON (g.name = 'MX beamline staff' AND p.type = 'bl_mx_staff')
                    OR (g.name = 'SSX beamline staff' AND p.type = 'bl_ssx_staff')
                    OR (g.name = 'EM facility staff' AND p.type = 'bl_em_staff')
                    OR (g.name = 'Pipelines' AND p.type IN ('all_proposals', 'ingest_data', 'ingest_proc'))
                    OR (g.name = 'User office' AND p.type IN ('manage_persons', 'uportal_sync'));

-- Only the administrator, two people of the beamlines and the pipelines' account are in a group: everybody
-- else sees what he or she takes part in, and nothing more.
INSERT INTO UserGroup_has_Person (userGroupId, personId) VALUES
    (1, 1),
    (2, 5),
    (3, 13),
    (4, 13),
    (5, 7);
