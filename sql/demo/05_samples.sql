-- What is measured: proteins, crystals, diffraction plans, samples, sub-samples, components.
--
-- Sequences of well known proteins are theirs; bifrostase and luminase are invented.  Masses in daltons.

INSERT INTO Protein
    (proteinId, proposalId, personId, componentTypeId, name, acronym, safetyLevel, molecularMass, sequence)
VALUES
    (1, 1, 2, 1, 'Lysozyme, hen egg white', 'LYSO', 'GREEN', 14313,
     'KVFGRCELAAAMKRHGLDNYRGYSLGNWVCAAKFESNFNTQATNRNTDGSTDYGILQINSRWWCNDGRTPGSRNLCNIPCSALLSSDITASVNCAKKIVSDGNGMNAWVAWRNRCKGTDVQAWIRGCRL'),
    (2, 1, 2, 1, 'Thaumatin I', 'THAU', 'GREEN', 22218,
     'ATFEIVNRCSYTVWAAASKGDAALDAGGRQLNSGESWTINVEPGTKGGKIWARTDCYFDDSGSGICKTGDCGGLLRCKRFGRPPTTLAEFSLNQYGKDYIDISNIKGFNVPMNFSPTTRGCRGVRCAADIVGQCPAKLKAPGGGCNDACTVFQTSEYCCTTGKCGPTEYSRFFKRLCPDAFSYVLDKPTTVTCPGSSNYRVTFCPTA'),
    (3, 1, 2, 1, 'Insulin, bovine', 'INSU', 'GREEN', 5722,
     'GIVEQCCASVCSLYQLENYCNFVNQHLCGSHLVEALYLVCGERGFFYTPKA'),
    (4, 1, 2, 1, 'Bifrostase A', 'BIFA', 'GREEN', 19793,
     'MSTLKDVVILGAGFAGLSLARELNQRGYKVTVIEKDSKPGGLATTFEKDGFTFDVGGHWIFSRDPRVLALIKELGLEDEVIWQKRKSWIYLNGKLYPYPLQEHLDKLPPEVIAEAMLGLLEAKAKNSENMSFKDWVLAHFGEGIAKYFFEPYNEKLWGIPLEEMSWDWVAKRI'),
    (5, 1, 2, 1, 'Bifrostase A, selenomethionine', 'BIFA-SE', 'YELLOW', 19793,
     'MSTLKDVVILGAGFAGLSLARELNQRGYKVTVIEKDSKPGGLATTFEKDGFTFDVGGHWIFSRDPRVLALIKELGLEDEVIWQKRKSWIYLNGKLYPYPLQEHLDKLPPEVIAEAMLGLLEAKAKNSENMSFKDWVLAHFGEGIAKYFFEPYNEKLWGIPLEEMSWDWVAKRI'),
    (6, 2, 8, 1, 'Lysozyme, hen egg white', 'LYSO', 'GREEN', 14313,
     'KVFGRCELAAAMKRHGLDNYRGYSLGNWVCAAKFESNFNTQATNRNTDGSTDYGILQINSRWWCNDGRTPGSRNLCNIPCSALLSSDITASVNCAKKIVSDGNGMNAWVAWRNRCKGTDVQAWIRGCRL'),
    (7, 2, 8, 1, 'Luminase X', 'LUMX', 'GREEN', 16825,
     'MKNLQGVDLSKLTEEQRAKIEAYWKPLLEKGVAGLVAEIYARDPELRALFPNFDPDNFAGSKAFQAHVMKVMGALDSVVNNLDDPEALAALLEELGRRHAERGVTPEHFEAFGEALLAALREALGDAFTPEVEAAWREAYAFLADAMIRGLKG'),
    (8, 2, 8, 1, 'Myoglobin, sperm whale', 'MYOG', 'GREEN', 17200,
     'VLSEGEWQLVLHVWAKVEADVAGHGQDILIRLFKSHPETLEKFDRFKHLKTEAEMKASEDLKKHGVTVLTALGAILKKKGHHEAELKPLAQSHATKHKIPIKYLEFISEAIIHVLHSRHPGDFGADAQGAMNKALELFRKDIAAKYKELGYQG'),
    (9, 3, 9, 1, 'Ferritin, light chain', 'SKFT', 'GREEN', 20020,
     'MSSQIRQNYSTDVEAAVNSLVNLYLQASYTYLSLGFYFDRDDVALEGVSHFFRELAEEKREGYERLLKMQNQRGGRALFQDIKKPAEDEWGKTPDAMKAAMALEKKLNQALLDLHALGSARTDPHLCDFLETHFLDEEVKLIKKMGDHLTNLHRLGGPEAGLGEYLFERLTLKHD'),
    (10, 4, 10, 1, 'Proteinase K', 'PROK', 'GREEN', 28907,
     'AAQTNAPWGLARISSTSPGTSTYYYDESAGQGSCVYVIDTGIEASHPEFEGRAQMVKTYYYSSRDGNGHGTHCAGTVGSRTYGVAKKTQLFGVKVLDDNGSGQYSTIIAGMDFVASDKNNRNCPKGVVASLSLGGGYSSSVNSAAARLQSSGVMVAVAAGNNNADARNYSPASEPSVCTVGASDRYDRRSSFSNYGSVLDIFGPGTSILSTWIGGSTRSISGTSMATPHVAGLAAYLMTLGKTTAASACRYIADTANKGDLSNIPFGTVNLLAYNNYQA'),
    (11, 4, 10, 1, 'Trypsin, bovine', 'TRYP', 'GREEN', 23305,
     'IVGGYTCGANTVPYQVSLNSGYHFCGGSLINSQWVVSAAHCYKSGIQVRLGEDNINVVEGNEQFISASKSIVHPSYNSNTLNNDIMLIKLKSAASLNSRVASISLPTSCASAGTQCLISGWGNTKSSGTSYPDVLKCLKAPILSDSSCKSAYPGQITSNMFCAGYLEGGKDSCQGDSGGPVVCSGKLQGIVSWGSGCAQKNKPGVYTKVCNYVSWIKQTIASN');

-- Nothing but the name was filled in.
INSERT INTO Protein (proteinId, proposalId, name, acronym, safetyLevel) VALUES
    (12, 4, 'to be named', NULL, NULL);

-- Cells in angstroms and degrees, sizes in mm.
INSERT INTO Crystal
    (crystalId, proteinId, name, spaceGroup, cell_a, cell_b, cell_c, cell_alpha, cell_beta, cell_gamma, size_X, size_Y,
     size_Z)
VALUES
    (1, 1, 'Lysozyme', 'P43212', 79.1, 79.1, 37.9, 90, 90, 90, 0.12, 0.1, 0.08),
    (2, 2, 'Thaumatin', 'P41212', 58.0, 58.0, 150.5, 90, 90, 90, 0.15, 0.06, 0.05),
    (3, 3, 'Cubic insulin', 'I213', 78.9, 78.9, 78.9, 90, 90, 90, 0.09, 0.09, 0.09),
    (4, 4, 'BIFA form A', 'P212121', 61.4, 72.8, 98.3, 90, 90, 90, 0.08, 0.04, 0.03),
    (5, 4, 'BIFA form B', 'C2', 112.6, 51.3, 68.9, 90, 104.2, 90, 0.05, 0.03, 0.01),
    (6, 5, 'BIFA-Se form A', 'P212121', 61.5, 72.9, 98.5, 90, 90, 90, 0.07, 0.04, 0.03),
    (7, 6, 'Microcrystals', 'P43212', 79.2, 79.2, 38.0, 90, 90, 90, 0.008, 0.008, 0.006),
    (8, 7, 'Microcrystals', 'P63', 66.2, 66.2, 40.8, 90, 90, 120, 0.01, 0.004, 0.004),
    (9, 8, 'Microcrystals', 'P6', 91.0, 91.0, 45.8, 90, 90, 120, 0.012, 0.006, 0.006),
    (10, 9, 'Particles', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (11, 10, 'Proteinase K', 'P43212', 68.0, 68.0, 108.1, 90, 90, 90, 0.15, 0.15, 0.2),
    (12, 11, 'Trypsin', 'P212121', 54.8, 58.5, 67.5, 90, 90, 90, 0.2, 0.08, 0.08),
    (13, 12, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);

UPDATE Crystal
   SET pdbFileName = 'model.pdb',
       pdbFilePath = '/demo-files/model.pdb',
       morphology = 'tetragonal prism',
       color = 'colourless'
 WHERE crystalId = 1;

-- Resolutions in angstroms, beam in micrometres, completeness in per cent, transmission as a fraction, energy in eV.
INSERT INTO DiffractionPlan
    (diffractionPlanId, name, experimentKind, collectionMode, priority, aimedResolution, requiredResolution,
     minimalResolution,
     aimedCompleteness, requiredCompleteness, aimedMultiplicity, requiredMultiplicity, aimedIOverSigmaAtHighestRes,
     preferredBeamDiameter, preferredBeamSizeX, preferredBeamSizeY, radiationSensitivity, numberOfPositions,
     exposureTime, oscillationRange, axisStart, axisRange, numberOfImages, energy, transmission,
     anomalousData, anomalousScatterer, complexity, strategyOption, forcedSpaceGroup, beamLineName, comments)
VALUES
    (1, 'Native', 'OSC', 'manual', 1, 1.5, 1.8, 3.5, 99, 95, 8, 4, 2,
     50, 50, 30, 1, 1, 0.02, 0.2, 0, 180, 900, 12700, 0.3,
     0, NULL, 'min', NULL, NULL, 'BL01-MX', NULL),
    (2, 'MXPressE', 'MXPressE', 'auto', 2, 1.8, 2.2, 3.5, 99, 95, 6, 4, 2,
     50, 50, 50, 1, 1, 0.02, 0.1, 0, 180, 1800, 12700, 0.3,
     0, NULL, 'none', NULL, NULL, 'BL01-MX', 'Small crystals, please centre with X-rays.'),
    (3, 'Se MAD', 'MAD', 'manual', 1, 2.2, 2.8, 4, 99, 98, 12, 8, 1.5,
     50, 50, 30, 1.2, 1, 0.05, 0.2, 0, 180, 900, 12660, 0.1,
     1, 'Se', 'min', 'Low dose', 'P212121', 'BL01-MX', NULL),
    (4, 'Se SAD', 'SAD - Inverse Beam', 'manual', 1, 2.2, 2.8, 4, 99, 98, 12, 8, 1.5,
     50, 50, 30, 1.2, 1, 0.05, 0.2, 0, 180, 900, 12660, 0.1,
     1, 'Se', 'min', 'Low dose', 'P212121', 'BL01-MX', NULL),
    (5, 'S SAD', 'SAD', 'manual', 3, 1.9, 2.2, 3.5, 99, 98, 40, 20, 2,
     50, 50, 50, 1, 2, 0.02, 0.1, 0, 720, 7200, 6500, 0.2,
     1, 'S', 'full', NULL, 'I213', 'BL01-MX', NULL),
    (6, 'Six sweeps', 'Fixed', 'manual', 1, 1.6, 2, 3.5, 99.5, 98, 20, 10, 2,
     50, 50, 30, 1.1, 1, 0.02, 0.1, 0, 180, 1800, 12700, 0.1,
     1, NULL, 'full', NULL, NULL, 'BL01-MX', 'Several orientations with the kappa goniometer.'),
    (7, 'In situ', 'Default', 'manual', 1, 2.5, 3, 4, 90, 80, 4, 2, 1.5,
     10, 10, 10, 1.5, 8, 0.005, 0.1, -20, 40, 400, 12000, 0.2,
     0, NULL, 'none', NULL, NULL, 'BL02-SSX', NULL),
    (8, 'Ligands', 'Ligand binding', 'auto', 1, 1.8, 2.2, 3.5, 98, 95, 6, 4, 2,
     50, 50, 30, 1, 1, 0.02, 0.2, 0, 180, 900, 12700, 0.2,
     0, NULL, 'none', NULL, 'P212121', 'BL01-MX', NULL),
    (9, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
     NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
     0, NULL, NULL, NULL, NULL, NULL, NULL);

UPDATE Crystal
   SET diffractionPlanId = 1
 WHERE crystalId IN (1, 2, 4, 11, 12);

-- MX415: the pucks 501, 502 and 503.
INSERT INTO BLSample
    (blSampleId, crystalId, diffractionPlanId, containerId, location, name, code, blSampleStatus)
VALUES
    (1, 1, 1, 1, '1', 'LYSO-a1', 'HA0001', 'unprocessing'),
    (2, 1, 1, 1, '2', 'LYSO-a2', 'HA0002', 'unprocessing'),
    (3, 1, 2, 1, '3', 'LYSO-a3', 'HA0003', 'unprocessing'),
    (4, 1, 1, 1, '4', 'LYSO-a4', 'HA0004', 'unprocessing'),
    (5, 2, 1, 1, '5', 'THAU-a1', 'HA0005', 'unprocessing'),
    (6, 2, 5, 1, '6', 'THAU-a2', 'HA0006', 'unprocessing'),
    (7, 2, 1, 1, '7', 'THAU-a3', 'HA0007', 'unprocessing'),
    (8, 3, 5, 1, '8', 'INSU-a1', 'HA0008', 'unprocessing'),
    (9, 3, 5, 1, '9', 'INSU-a2', 'HA0009', 'unprocessing'),
    (10, 3, 1, 1, '10', 'INSU-a3', 'HA0010', 'unprocessing'),
    (11, 4, 2, 2, '1', 'BIFA-n1', 'HB0001', 'processing'),
    (12, 4, 1, 2, '2', 'BIFA-n2', 'HB0002', 'processing'),
    (13, 4, 6, 2, '3', 'BIFA-n3', 'HB0003', 'processing'),
    (14, 4, 1, 2, '4', 'BIFA-n4', 'HB0004', 'processing'),
    (15, 4, 6, 2, '5', 'BIFA-n5', 'HB0005', 'processing'),
    (16, 4, 1, 2, '6', 'BIFA-n6', 'HB0006', 'processing'),
    (17, 5, 1, 2, '7', 'BIFA-n7', 'HB0007', 'processing'),
    (18, 5, 1, 2, '8', 'BIFA-n8', 'HB0008', 'processing'),
    (19, 6, 3, 2, '9', 'BIFA-SE-1', 'HB0009', 'processing'),
    (20, 6, 3, 2, '10', 'BIFA-SE-2', 'HB0010', 'processing'),
    (21, 6, 4, 2, '11', 'BIFA-SE-3', 'HB0011', 'processing'),
    (22, 6, 4, 2, '12', 'BIFA-SE-4', 'HB0012', 'processing'),
    (23, 6, 4, 2, '13', 'BIFA-SE-5', 'HB0013', 'processing'),
    (24, 6, 4, 2, '14', 'BIFA-SE-6', 'HB0014', 'processing'),
    (25, 6, 4, 2, '15', 'BIFA-SE-7', 'HB0015', 'processing'),
    (26, 6, 4, 2, '16', 'BIFA-SE-8', 'HB0016', 'processing'),
    (27, 1, 1, 3, '1', 'LYSO-c1', 'HC0001', 'processing'),
    (28, 1, 1, 3, '2', 'LYSO-c2', 'HC0002', 'processing'),
    (29, 1, 1, 3, '3', 'LYSO-c3', 'HC0003', 'processing'),
    (30, 1, 1, 3, '4', 'LYSO-c4', 'HC0004', 'processing'),
    (31, 2, 1, 3, '5', 'THAU-c1', 'HC0005', 'processing'),
    (32, 2, 1, 3, '6', 'THAU-c2', 'HC0006', 'processing'),
    (33, 2, 1, 3, '7', 'THAU-c3', 'HC0007', 'processing'),
    (34, 2, 1, 3, '8', 'THAU-c4', 'HC0008', 'processing'),
    (35, 3, 5, 3, '9', 'INSU-c1', 'HC0009', 'processing'),
    (36, 3, 1, 3, '10', 'INSU-c2', 'HC0010', 'processing'),
    (37, 3, 1, 3, '11', 'INSU-c3', 'HC0011', 'processing'),
    (38, 3, 1, 3, '12', 'INSU-c4', 'HC0012', 'processing');

-- MX415: a plate.  The location is the number of the well.
INSERT INTO BLSample
    (blSampleId, crystalId, diffractionPlanId, containerId, location, name, code, blSampleStatus)
VALUES
    (39, 4, 7, 4, '1', 'BIFA-p1', NULL, NULL),
    (40, 4, 7, 4, '2', 'BIFA-p2', NULL, NULL),
    (41, 4, 7, 4, '3', 'BIFA-p3', NULL, NULL),
    (42, 4, 7, 4, '4', 'BIFA-p4', NULL, NULL),
    (43, 4, 7, 4, '13', 'BIFA-p13', NULL, NULL),
    (44, 4, 7, 4, '14', 'BIFA-p14', NULL, NULL),
    (45, 4, 7, 4, '15', 'BIFA-p15', NULL, NULL),
    (46, 4, 7, 4, '16', 'BIFA-p16', NULL, NULL),
    (47, 5, 7, 4, '25', 'BIFA-p25', NULL, NULL),
    (48, 5, 7, 4, '26', 'BIFA-p26', NULL, NULL),
    (49, 5, 7, 4, '27', 'BIFA-p27', NULL, NULL),
    (50, 5, 7, 4, '28', 'BIFA-p28', NULL, NULL);

-- SX28: chips, and tubes for the jet.
INSERT INTO BLSample
    (blSampleId, crystalId, diffractionPlanId, containerId, location, name, code, blSampleStatus)
VALUES
    (51, 7, NULL, 6, '1', 'LYSO-chip-1', 'CH0001', 'processing'),
    (52, 8, NULL, 6, '2', 'LUMX-chip-1', 'CH0002', 'processing'),
    (53, 8, NULL, 6, '3', 'LUMX-chip-2', 'CH0003', 'processing'),
    (54, 7, NULL, 7, '1', 'LYSO-jet-1', NULL, 'processing'),
    (55, 8, NULL, 7, '2', 'LUMX-jet-dark', NULL, 'processing'),
    (56, 8, NULL, 7, '3', 'LUMX-jet-light', NULL, 'processing'),
    (57, 9, NULL, 7, '4', 'MYOG-jet-1', NULL, NULL);

-- EM67: grids.
INSERT INTO BLSample
    (blSampleId, crystalId, diffractionPlanId, containerId, location, name, code, blSampleStatus)
VALUES
    (58, 10, NULL, 8, '1', 'SKFT-g1', 'G11-1', 'unprocessing'),
    (59, 10, NULL, 8, '2', 'SKFT-g2', 'G11-2', 'unprocessing'),
    (60, 10, NULL, 8, '3', 'SKFT-g3', 'G11-3', 'unprocessing'),
    (61, 10, NULL, 8, '4', 'SKFT-g4', 'G11-4', NULL),
    (62, 10, NULL, 9, '1', 'SKFT-h1', 'G12-1', 'processing'),
    (63, 10, NULL, 9, '2', 'SKFT-h2', 'G12-2', 'processing'),
    (64, 10, NULL, 9, '3', 'SKFT-h3', 'G12-3', NULL),
    (65, 10, NULL, 9, '4', 'SKFT-h4', 'G12-4', NULL);

-- MX533: a puck.
INSERT INTO BLSample
    (blSampleId, crystalId, diffractionPlanId, containerId, location, name, code, blSampleStatus)
VALUES
    (66, 11, 1, 10, '1', 'PROK-x1', 'HD0001', 'unprocessing'),
    (67, 11, 1, 10, '2', 'PROK-x2', 'HD0002', 'unprocessing'),
    (68, 11, 1, 10, '3', 'PROK-x3', 'HD0003', 'unprocessing'),
    (69, 11, 1, 10, '4', 'PROK-x4', 'HD0004', 'unprocessing'),
    (70, 11, 1, 10, '5', 'PROK-x5', 'HD0005', 'unprocessing'),
    (71, 11, 1, 10, '6', 'PROK-x6', 'HD0006', 'unprocessing'),
    (72, 11, 1, 10, '7', 'PROK-x7', 'HD0007', 'unprocessing'),
    (73, 12, 1, 10, '8', 'TRYP-x1', 'HD0008', 'unprocessing'),
    (74, 12, 1, 10, '9', 'TRYP-x2', 'HD0009', 'unprocessing'),
    (75, 12, 1, 10, '10', 'TRYP-x3', 'HD0010', 'unprocessing'),
    (76, 12, 1, 10, '11', 'TRYP-x4', 'HD0011', 'unprocessing'),
    (77, 12, 1, 10, '12', 'TRYP-x5', 'HD0012', 'unprocessing'),
    (78, 12, 1, 10, '13', 'TRYP-x6', 'HD0013', 'unprocessing'),
    (79, 12, 8, 10, '14', 'TRYP-x7', 'HD0014', 'unprocessing');

-- Odd ones: 80 lies in no container, of 81 the crystal is not known, 82 has no name.
INSERT INTO BLSample
    (blSampleId, crystalId, diffractionPlanId, containerId, location, name, code, blSampleStatus)
VALUES
    (80, 1, NULL, NULL, NULL, 'LYSO-old', NULL, NULL),
    (81, NULL, NULL, 10, '15', 'unknown', 'HD0015', NULL),
    (82, 13, 9, 11, NULL, NULL, NULL, NULL);

UPDATE BLSample
   SET holderLength = 22, loopLength = 0.3, loopType = 'Litho', wireWidth = 0.01,
   isInSampleChanger = CASE WHEN containerId = 1 THEN 0 ELSE 1 END
 WHERE containerId IN (1, 2, 3, 10);

UPDATE BLSample
   SET subLocation = 1, volume = 0.2
 WHERE containerId = 4;

UPDATE BLSample
   SET support = CASE WHEN containerId = 6 THEN 'chip' ELSE 'jet' END
 WHERE containerId IN (6, 7);

UPDATE BLSample
   SET support = 'holey gold', blottingTime = 3, blottingForce = 5, preparationHumidity = 100
 WHERE containerId IN (8, 9);

UPDATE BLSample
   SET lastKnownCenteringPosition = CONCAT('phi=0.0 phiy=0.', 10 + blSampleId, ' phiz=0.05 sampx=-0.12 sampy=0.3'),
       comments = 'Needle, thin in one direction'
 WHERE blSampleId IN (4, 11, 13);

INSERT INTO BLSampleGroup (blSampleGroupId, proposalId, ownerId, name) VALUES
    (1, 1, 2, 'Bifrostase natives'),
    (2, 1, 2, 'Bifrostase derivatives');

INSERT INTO BLSampleGroup_has_BLSample (blSampleGroupId, blSampleId, groupOrder, type)
SELECT CASE WHEN b.crystalId = 6 THEN 2 ELSE 1 END, b.blSampleId, b.blSampleId - 10, 'sample'
  FROM BLSample b
 WHERE b.containerId = 2;

-- A picture of each of the first six drops, and two crystals picked in each.
INSERT INTO BLSampleImage
    (blSampleImageId, blSampleId, micronsPerPixelX, micronsPerPixelY, offsetX, offsetY, imageFullPath, blTimeStamp,
     comments)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6)
SELECT n.i, 38 + n.i, 1.2, 1.2, 0, 0, '/demo-files/drop.jpg', '2030-05-12 10:30:00',
       CASE WHEN n.i = 1 THEN 'Best drop' END
  FROM n;

INSERT INTO Position (positionId, posX, posY, posZ, recordTimeStamp)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12)
SELECT n.i, 120 + 17 * n.i, 90 + 23 * (n.i % 5), 0, '2030-05-12 10:40:00'
  FROM n;

INSERT INTO BLSubSample
    (blSubSampleId, blSampleId, diffractionPlanId, positionId, blSampleImageId, type, source, comments)
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12)
SELECT n.i, 39 + (n.i - 1) % 6, 7, n.i, 1 + (n.i - 1) % 6, 'point', 'manual', CONCAT('crystal ', n.i)
  FROM n;

-- Two regions of a needle: a box with both corners, and a point that the goniometer found.
INSERT INTO Position (positionId, posX, posY, posZ, recordTimeStamp) VALUES
    (13, 210, 160, 0, '2030-04-13 11:00:00'),
    (14, 290, 190, 0, '2030-04-13 11:00:00'),
    (15, 250, 175, 0, '2030-04-13 11:05:00');

INSERT INTO MotorPosition (motorPositionId, phiX, phiY, phiZ, sampX, sampY, omega, kappa, phi, chi) VALUES
    (1, 0.012, 1.204, 0.051, -0.121, 0.302, 35, 0, 0, 0);

INSERT INTO BLSubSample
    (blSubSampleId, blSampleId, diffractionPlanId, positionId, position2Id, motorPositionId, type, source, comments)
VALUES
    (13, 4, NULL, 13, 14, NULL, 'roi', 'manual', NULL),
    (14, 4, NULL, 15, NULL, 1, 'point', 'auto', 'found by X-ray centring');

-- What the microcrystals swim in, and what reacts.
INSERT INTO Component (componentId, componentTypeId, proposalId, name, composition) VALUES
    (1, 7, 2, 'Hydroxyethyl cellulose', '22 % in water'),
    (2, 6, 2, 'Acetate pH 4.6', '0.1 M sodium acetate, 10 % sodium chloride'),
    (3, 5, 2, 'N-acetylglucosamine', 'C8H15NO6'),
    (4, 5, 2, 'Caged luminol', 'C8H7N3O2');

INSERT INTO SampleComposition
    (sampleCompositionId, componentId, blSampleId, concentrationTypeId, abundance, ratio, ph)
VALUES
    (1, 2, 51, 101, 100, NULL, 4.6),
    (2, 1, 54, 2, 22, 0.5, NULL),
    (3, 1, 55, 2, 22, 0.5, NULL),
    (4, 1, 56, 2, 22, 0.5, NULL),
    (5, 3, 54, 101, 50, NULL, NULL);

INSERT INTO CrystalComposition
    (crystalCompositionId, componentId, crystalId, concentrationTypeId, abundance, ratio, ph)
VALUES
    (1, 2, 7, 101, 100, NULL, 4.6),
    (2, 4, 8, 101, 2, NULL, NULL);

INSERT INTO PDB (pdbId, name, code, source, contents) VALUES
    (1, 'Lysozyme model', NULL, 'demo', 'REMARK   1 INVENTED COORDINATES'),
    (2, 'Thaumatin', '1RQW', 'PDB', NULL);

INSERT INTO Protein_has_PDB (proteinhaspdbid, proteinid, pdbid) VALUES
    (1, 1, 1),
    (2, 2, 2);

INSERT INTO Ligand (ligandId, proposalId, name, SMILES, libraryName) VALUES
    (1, 1, 'Fjordic acid', 'OC(=O)CC1CC1', 'Coastal fragments');

-- The plate is queued for the SSX beamline, puck 503 was measured up to its eighth sample.
INSERT INTO ContainerQueue (containerQueueId, containerId, personId, createdTimeStamp, completedTimeStamp) VALUES
    (1, 4, 2, '2030-06-10 15:00:00', NULL),
    (2, 3, 2, '2030-06-07 15:00:00', '2030-06-11 23:30:00');

INSERT INTO ContainerQueueSample
    (containerQueueSampleId, containerQueueId, blSubSampleId, blSampleId, dataCollectionPlanId, status, startTime,
     endTime)
SELECT s.blSubSampleId, 1, s.blSubSampleId, NULL, 7, NULL, NULL, NULL
  FROM BLSubSample s
 WHERE s.blSubSampleId <= 12;

INSERT INTO ContainerQueueSample
    (containerQueueSampleId, containerQueueId, blSubSampleId, blSampleId, dataCollectionPlanId, status, startTime,
     endTime)
SELECT b.blSampleId - 14, 2, NULL, b.blSampleId, b.diffractionPlanId, CASE WHEN b.blSampleId = 30 THEN 'skipped' END,
       NULL, NULL
  FROM BLSample b
 WHERE b.containerId = 3 AND b.blSampleId <= 34;

-- Two groups keep their samples in systems of their own.
INSERT INTO api_link
    (linkId, proposalId, shippingId, proteinId, crystalId, blSampleId, url, title, externalId, createdAt, createdBy)
VALUES
    (1, 1, 2, NULL, NULL, NULL, 'https://lims.velhinho.example.org/parcels/77', 'Our list of this parcel', '77',
     '2030-05-27 08:00:00', 'pi'),
    (2, 1, NULL, NULL, 4, NULL, 'https://lims.velhinho.example.org/crystals/bifa-a', 'Crystallisation of form A', NULL,
     '2030-05-27 08:05:00', 'pi'),
    (3, 4, NULL, NULL, NULL, 66, 'https://icebox.skarvholm.example.org/drops/9001', NULL, 'drop-9001',
     '2030-05-21 12:00:00', 'velimirko');
