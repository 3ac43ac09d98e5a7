-- Rows that the API and other programs look up.
--
-- Each row is put in unless its id, or its unique name, is there already; a row that a site has changed
-- stays as it is.  Rows that Diamond's databases have too keep the ids they have there.

INSERT IGNORE INTO EventType (eventTypeId, name) VALUES
    (1, 'XrayDetection'),
    (2, 'XrayExposure'),
    (3, 'LaserExcitation'),
    (4, 'ReactionTrigger');

INSERT IGNORE INTO ComponentType (componentTypeId, name) VALUES
    (1, 'Protein'),
    (2, 'DNA'),
    (3, 'Small Molecule'),
    (4, 'RNA'),
    (5, 'Ligand'),
    (6, 'Buffer'),
    (7, 'JetMaterial'),
    (8, 'Element');

INSERT IGNORE INTO ComponentSubType (componentSubTypeId, name, hasPh, proposalType, active) VALUES
    (1, 'Buffer', 1, NULL, 1),
    (2, 'Precipitant', 0, NULL, 1),
    (3, 'Salt', 0, NULL, 1),
    (4, 'Cell', 0, 'scm', 1),
    (5, 'Matrix', 0, 'scm', 1),
    (6, 'Powder', 0, 'scm', 1),
    (7, 'Solution', 1, 'scm', 1),
    (8, 'Powder', 0, 'cy', 1);

INSERT IGNORE INTO ConcentrationType (concentrationTypeId, name, symbol, proposalType, active) VALUES
    (1, 'Molar', 'M', NULL, 1),
    (2, 'Percentage Weight / Volume', '%(w/v)', NULL, 1),
    (3, 'Percentage Volume / Volume', '%(v/v)', NULL, 1),
    (4, 'Milligrams / Millilitre', 'mg/ml', NULL, 1),
    (5, 'Grams', 'g', NULL, 1),
    (6, 'Microlitre', 'uL', 'scm', 1),
    (7, 'Millilitre', 'ml', 'scm', 1),
    (101, 'Millimolar', 'mM', NULL, 1),
    (102, 'Micromolar', 'uM', NULL, 1);

INSERT IGNORE INTO BLSampleType (blSampleTypeId, name, proposalType, active) VALUES
    (1, 'background', 'xpdf', 1),
    (2, 'container', 'xpdf', 1),
    (3, 'sample', 'xpdf', 1),
    (4, 'calibrant', 'xpdf', 1),
    (5, 'buffer', 'scm', 1),
    (6, 'sample', 'scm', 1),
    (7, 'sample', 'mx', 1);

-- The same words as in Protein.safetyLevel.
INSERT IGNORE INTO SafetyLevel (safetyLevelId, code, description) VALUES
    (1, 'GREEN', 'No danger beyond a usual laboratory'),
    (2, 'YELLOW', 'Handle with the precautions given'),
    (3, 'RED', 'Only after the safety group has agreed');

INSERT IGNORE INTO InspectionType (inspectionTypeId, name) VALUES
    (1, 'Visible'),
    (2, 'UV');

INSERT IGNORE INTO ContainerType (containerTypeId, name, proposalType, active, capacity, wellPerRow) VALUES
    (101, 'Puck', 'mx', 1, 10, NULL),
    (102, 'Spinepuck', 'mx', 1, 10, NULL),
    (103, 'Unipuck', 'mx', 1, 16, NULL),
    (104, 'Puck-16', 'mx', 1, 16, NULL),
    (105, 'Puck-22', 'mx', 1, 22, NULL),
    (106, 'B21_8+1', 'saxs', 1, 9, NULL),
    (107, 'PLATE', 'mx', 1, 96, 12),
    (108, 'PCRStrip', 'saxs', 1, 9, NULL),
    (109, 'GridBox-1', 'em', 1, 1, NULL),
    (110, 'GridBox-4', 'em', 1, 4, NULL),
    (111, 'Chip', 'mx', 1, NULL, NULL),
    (112, 'OTHER', NULL, 1, 1, NULL);

INSERT IGNORE INTO ExperimentType (experimentTypeId, name, proposalType, active) VALUES
    (101, 'Default', 'mx', 1),
    (102, 'MXPressE', 'mx', 1),
    (103, 'MXPressO', 'mx', 1),
    (104, 'MXPressI', 'mx', 1),
    (105, 'MXPressP', 'mx', 1),
    (106, 'MXPressF', 'mx', 1),
    (107, 'MXPressM', 'mx', 1),
    (108, 'MXScore', 'mx', 1),
    (109, 'SAD', 'mx', 1),
    (110, 'MAD', 'mx', 1),
    (111, 'OSC', 'mx', 1),
    (112, 'Ligand binding', 'mx', 1),
    (113, 'Refinement', 'mx', 1),
    (114, 'SSX-Chip', 'mx', 1),
    (115, 'SSX-Jet', 'mx', 1),
    (116, 'Single particle', 'em', 1),
    (117, 'Tomography', 'em', 1),
    (118, 'HPLC', 'saxs', 1),
    (119, 'Robot', 'saxs', 1),
    (120, 'Rack', 'saxs', 1);

INSERT IGNORE INTO WorkflowType (workflowTypeId, workflowTypeName) VALUES
    (1, 'Characterisation'),
    (2, 'EnhancedCharacterisation'),
    (3, 'MeshScan'),
    (4, 'LineScan'),
    (5, 'XrayCentering'),
    (6, 'MeshAndCollect'),
    (7, 'Dehydration'),
    (8, 'BurnStrategy'),
    (9, 'KappaReorientation'),
    (10, 'HelicalCharacterisation'),
    (11, 'DiffractionTomography'),
    (12, 'GroupedProcessing'),
    (13, 'TroubleShooting'),
    (14, 'MXPressE'),
    (15, 'MXPressO'),
    (16, 'MXPressI'),
    (17, 'MXPressF'),
    (18, 'MXPressP'),
    (19, 'MXPressP_SAD'),
    (20, 'MXPressM'),
    (21, 'MXPressA'),
    (22, 'MXPressH'),
    (23, 'MXPressL'),
    (24, 'MXPressR'),
    (25, 'MXScore'),
    (26, 'Undefined');

INSERT IGNORE INTO ProcessingPipelineCategory (processingPipelineCategoryId, name) VALUES
    (1, 'screening'),
    (2, 'processing'),
    (3, 'post processing');

-- A new container gets pipeline 6 by default: without that row no program could add a container.
INSERT IGNORE INTO ProcessingPipeline
    (processingPipelineId, processingPipelineCategoryId, name, discipline, pipelineStatus, reprocessing)
VALUES
    (1, 1, 'Mosflm', 'MX', 'automatic', 0),
    (2, 1, 'EDNA', 'MX', 'automatic', 0),
    (3, 2, 'Fast DP', 'MX', 'automatic', 1),
    (4, 2, 'xia2/XDS', 'MX', 'deprecated', 0),
    (5, 2, 'xia2/Multiplex', 'MX', 'automatic', 1),
    (6, 2, 'xia2/DIALS', 'MX', 'optional', 1),
    (7, 2, 'xia2/3dii', 'MX', 'optional', 1),
    (8, 2, 'autoPROC', 'MX', 'optional', 1),
    (9, 3, 'Fast EP', 'MX', 'automatic', 0),
    (10, 3, 'Dimple', 'MX', 'automatic', 0),
    (11, 3, 'MrBUMP', 'MX', 'automatic', 0),
    (12, 3, 'Big EP/XDS', 'MX', 'automatic', 0),
    (13, 3, 'Big EP/DIALS', 'MX', 'automatic', 0),
    (14, 2, 'autoPROC+STARANISO', 'MX', 'automatic', 0),
    (15, 2, 'xia2/DIALS (multi)', 'MX', 'automatic', 0),
    (16, 2, 'xia2/3dii (multi)', 'MX', 'automatic', 0);

-- The rights that the API asks for; sites add their own, such as one for each group of beamlines.
INSERT IGNORE INTO Permission (permissionId, type, description) VALUES
    (2, 'manage_groups', 'Make groups of people, and say who is in them and what they may do'),
    (4, 'manage_perms', 'Make and change permissions'),
    (5, 'global_stats', 'See the statistics of every proposal and beamline'),
    (23, 'all_dewars', 'See every shipment and dewar'),
    (1001, 'all_proposals', 'See every proposal and everything that belongs to it'),
    (1002, 'all_sessions', 'See every session'),
    (1003, 'own_proposals', 'See the proposals one takes part in, over the older interfaces'),
    (1004, 'own_sessions', 'See the sessions one takes part in, over the older interfaces'),
    (1005, 'bl_admin', 'See everything that was measured at the beamlines of one''s group'),
    (1006, 'manage_options', 'Read and change the options of the server'),
    (1007, 'view_activity', 'Read the record of what was changed, and by whom'),
    (1008, 'manage_persons', 'See every person, not only those of one''s own proposals'),
    (1009, 'manage_tokens', 'Make and revoke the tokens of services and of other people'),
    (1010, 'uportal_sync', 'Bring proposals, sessions and people over from the user office'),
    (1011, 'ssx_sync', 'Record serial crystallography experiments'),
    (1012, 'ingest_data', 'Record what an instrument does: collections, images, robot actions'),
    (1013, 'ingest_proc', 'Record what a processing pipeline finds'),
    (1014, 'app_stats', 'See how the server is used');

INSERT IGNORE INTO GeometryClassname (geometryClassnameId, geometryClassname, geometryOrder) VALUES
    (1, 'Triclinic', 1),
    (2, 'Monoclinic', 2),
    (3, 'Orthorhombic', 3),
    (4, 'Tetragonal', 4),
    (5, 'Trigonal', 5),
    (6, 'Hexagonal', 6),
    (7, 'Cubic', 7);

-- The 65 space groups that a chiral molecule can crystallise in.  The id is the number in the International Tables.
INSERT IGNORE INTO SpaceGroup
    (spaceGroupId, geometryClassnameId, spaceGroupNumber, spaceGroupShortName, spaceGroupName,
     bravaisLattice, bravaisLatticeName, pointGroup, MX_used)
VALUES
    (1, 1, 1, 'P1', 'P 1', 'aP', 'primitive triclinic', '1', 1),
    (3, 2, 3, 'P2', 'P 1 2 1', 'mP', 'primitive monoclinic', '2', 1),
    (4, 2, 4, 'P21', 'P 1 21 1', 'mP', 'primitive monoclinic', '2', 1),
    (5, 2, 5, 'C2', 'C 1 2 1', 'mC', 'C-centred monoclinic', '2', 1),
    (16, 3, 16, 'P222', 'P 2 2 2', 'oP', 'primitive orthorhombic', '222', 1),
    (17, 3, 17, 'P2221', 'P 2 2 21', 'oP', 'primitive orthorhombic', '222', 1),
    (18, 3, 18, 'P21212', 'P 21 21 2', 'oP', 'primitive orthorhombic', '222', 1),
    (19, 3, 19, 'P212121', 'P 21 21 21', 'oP', 'primitive orthorhombic', '222', 1),
    (20, 3, 20, 'C2221', 'C 2 2 21', 'oC', 'C-centred orthorhombic', '222', 1),
    (21, 3, 21, 'C222', 'C 2 2 2', 'oC', 'C-centred orthorhombic', '222', 1),
    (22, 3, 22, 'F222', 'F 2 2 2', 'oF', 'face-centred orthorhombic', '222', 1),
    (23, 3, 23, 'I222', 'I 2 2 2', 'oI', 'body-centred orthorhombic', '222', 1),
    (24, 3, 24, 'I212121', 'I 21 21 21', 'oI', 'body-centred orthorhombic', '222', 1),
    (75, 4, 75, 'P4', 'P 4', 'tP', 'primitive tetragonal', '4', 1),
    (76, 4, 76, 'P41', 'P 41', 'tP', 'primitive tetragonal', '4', 1),
    (77, 4, 77, 'P42', 'P 42', 'tP', 'primitive tetragonal', '4', 1),
    (78, 4, 78, 'P43', 'P 43', 'tP', 'primitive tetragonal', '4', 1),
    (79, 4, 79, 'I4', 'I 4', 'tI', 'body-centred tetragonal', '4', 1),
    (80, 4, 80, 'I41', 'I 41', 'tI', 'body-centred tetragonal', '4', 1),
    (89, 4, 89, 'P422', 'P 4 2 2', 'tP', 'primitive tetragonal', '422', 1),
    (90, 4, 90, 'P4212', 'P 4 21 2', 'tP', 'primitive tetragonal', '422', 1),
    (91, 4, 91, 'P4122', 'P 41 2 2', 'tP', 'primitive tetragonal', '422', 1),
    (92, 4, 92, 'P41212', 'P 41 21 2', 'tP', 'primitive tetragonal', '422', 1),
    (93, 4, 93, 'P4222', 'P 42 2 2', 'tP', 'primitive tetragonal', '422', 1),
    (94, 4, 94, 'P42212', 'P 42 21 2', 'tP', 'primitive tetragonal', '422', 1),
    (95, 4, 95, 'P4322', 'P 43 2 2', 'tP', 'primitive tetragonal', '422', 1),
    (96, 4, 96, 'P43212', 'P 43 21 2', 'tP', 'primitive tetragonal', '422', 1),
    (97, 4, 97, 'I422', 'I 4 2 2', 'tI', 'body-centred tetragonal', '422', 1),
    (98, 4, 98, 'I4122', 'I 41 2 2', 'tI', 'body-centred tetragonal', '422', 1),
    (143, 5, 143, 'P3', 'P 3', 'hP', 'primitive hexagonal', '3', 1),
    (144, 5, 144, 'P31', 'P 31', 'hP', 'primitive hexagonal', '3', 1),
    (145, 5, 145, 'P32', 'P 32', 'hP', 'primitive hexagonal', '3', 1),
    (146, 5, 146, 'R3', 'R 3', 'hR', 'rhombohedral', '3', 1),
    (149, 5, 149, 'P312', 'P 3 1 2', 'hP', 'primitive hexagonal', '32', 1),
    (150, 5, 150, 'P321', 'P 3 2 1', 'hP', 'primitive hexagonal', '32', 1),
    (151, 5, 151, 'P3112', 'P 31 1 2', 'hP', 'primitive hexagonal', '32', 1),
    (152, 5, 152, 'P3121', 'P 31 2 1', 'hP', 'primitive hexagonal', '32', 1),
    (153, 5, 153, 'P3212', 'P 32 1 2', 'hP', 'primitive hexagonal', '32', 1),
    (154, 5, 154, 'P3221', 'P 32 2 1', 'hP', 'primitive hexagonal', '32', 1),
    (155, 5, 155, 'R32', 'R 3 2', 'hR', 'rhombohedral', '32', 1),
    (168, 6, 168, 'P6', 'P 6', 'hP', 'primitive hexagonal', '6', 1),
    (169, 6, 169, 'P61', 'P 61', 'hP', 'primitive hexagonal', '6', 1),
    (170, 6, 170, 'P65', 'P 65', 'hP', 'primitive hexagonal', '6', 1),
    (171, 6, 171, 'P62', 'P 62', 'hP', 'primitive hexagonal', '6', 1),
    (172, 6, 172, 'P64', 'P 64', 'hP', 'primitive hexagonal', '6', 1),
    (173, 6, 173, 'P63', 'P 63', 'hP', 'primitive hexagonal', '6', 1),
    (177, 6, 177, 'P622', 'P 6 2 2', 'hP', 'primitive hexagonal', '622', 1),
    (178, 6, 178, 'P6122', 'P 61 2 2', 'hP', 'primitive hexagonal', '622', 1),
    (179, 6, 179, 'P6522', 'P 65 2 2', 'hP', 'primitive hexagonal', '622', 1),
    (180, 6, 180, 'P6222', 'P 62 2 2', 'hP', 'primitive hexagonal', '622', 1),
    (181, 6, 181, 'P6422', 'P 64 2 2', 'hP', 'primitive hexagonal', '622', 1),
    (182, 6, 182, 'P6322', 'P 63 2 2', 'hP', 'primitive hexagonal', '622', 1),
    (195, 7, 195, 'P23', 'P 2 3', 'cP', 'primitive cubic', '23', 1),
    (196, 7, 196, 'F23', 'F 2 3', 'cF', 'face-centred cubic', '23', 1),
    (197, 7, 197, 'I23', 'I 2 3', 'cI', 'body-centred cubic', '23', 1),
    (198, 7, 198, 'P213', 'P 21 3', 'cP', 'primitive cubic', '23', 1),
    (199, 7, 199, 'I213', 'I 21 3', 'cI', 'body-centred cubic', '23', 1),
    (207, 7, 207, 'P432', 'P 4 3 2', 'cP', 'primitive cubic', '432', 1),
    (208, 7, 208, 'P4232', 'P 42 3 2', 'cP', 'primitive cubic', '432', 1),
    (209, 7, 209, 'F432', 'F 4 3 2', 'cF', 'face-centred cubic', '432', 1),
    (210, 7, 210, 'F4132', 'F 41 3 2', 'cF', 'face-centred cubic', '432', 1),
    (211, 7, 211, 'I432', 'I 4 3 2', 'cI', 'body-centred cubic', '432', 1),
    (212, 7, 212, 'P4332', 'P 43 3 2', 'cP', 'primitive cubic', '432', 1),
    (213, 7, 213, 'P4132', 'P 41 3 2', 'cP', 'primitive cubic', '432', 1),
    (214, 7, 214, 'I4132', 'I 41 3 2', 'cI', 'body-centred cubic', '432', 1);
