-- The groups and collections of the MX sessions.
--
-- A collection's row says what is its own; what many have in common is filled in at the end and in
-- 09_every_collection.sql.  Ids of groups and collections begin at 1 here, at 201 for SSX, at 301 for EM.

INSERT INTO Workflow (workflowId, workflowType, workflowTitle, status, comments, recordTimeStamp) VALUES
    (1, 'MXPressE', 'MXPressE', 'Success', NULL, '2030-04-13 10:14:11'),
    (2, 'Dehydration', 'Dehydration', 'Success', NULL, '2030-04-13 10:29:30'),
    (3, 'MeshScan', 'Mesh scan', 'Success', NULL, '2030-04-13 10:43:43'),
    (4, 'BurnStrategy', 'Radiation damage', 'Failed', 'Crystal lost after the third burn', '2030-04-13 10:55:19'),
    (5, 'LineScan', 'Line scan', 'Success', NULL, '2030-04-13 11:09:09'),
    (6, 'MXPressE', 'MXPressE', 'Success', NULL, '2030-06-11 10:02:13'),
    (7, 'MeshScan', 'Mesh scan', 'Success', NULL, '2030-06-11 10:14:59'),
    (8, 'BurnStrategy', 'Radiation damage', 'Success', NULL, '2030-06-11 11:20:51'),
    (9, 'MeshScan', 'Mesh scan', 'Failed', 'No diffraction found', '2030-06-05 10:55:14');

UPDATE Workflow
   SET workflowTypeId = (SELECT t.workflowTypeId FROM WorkflowType t WHERE t.workflowTypeName = Workflow.workflowType),
       logFilePath = '/demo-files/workflow.log',
       resultFilePath = '/demo-files/mesh_result.json';

-- MX415-1, on the beamline that closed: little was recorded.
INSERT INTO DataCollectionGroup
    (dataCollectionGroupId, sessionId, blSampleId, experimentType, workflowId, startTime, endTime, comments)
VALUES
    (1, 1, NULL, 'Characterization', NULL, '2029-05-08 10:00:00', '2029-05-08 10:00:10', NULL),
    (2, 1, 80, 'OSC', NULL, '2029-05-08 10:01:22', '2029-05-08 10:01:46', 'first crystal ever'),
    (3, 1, NULL, 'OSC', NULL, '2029-05-08 10:02:58', '2029-05-08 10:03:22', NULL),
    (4, 1, NULL, 'OSC', NULL, '2029-05-08 10:04:34', '2029-05-08 10:04:58', NULL);

INSERT INTO DataCollection
    (dataCollectionId, dataCollectionGroupId, dataCollectionNumber, startTime, endTime, runStatus, imagePrefix,
     numberOfImages, axisStart, axisRange, exposureTime, wavelength, resolution, transmission)
VALUES
    (1, 1, 1, '2029-05-08 10:00:00', '2029-05-08 10:00:10', 'Data collection successful', 'ref-test', 2, 0, 1, 0.1, 0.9795, 1.8, 10),
    (2, 2, 1, '2029-05-08 10:01:22', '2029-05-08 10:01:46', 'Data collection successful', 'LYSO-old', 900, 0, 0.2, 0.02, 0.9795, 1.6, 30),
    (3, 3, 1, '2029-05-08 10:02:58', '2029-05-08 10:03:22', 'Data collection successful', 'test', 900, 0, 0.2, 0.02, 0.9795, 1.6, 30),
    (4, 4, 2, '2029-05-08 10:04:34', '2029-05-08 10:04:58', NULL, 'test', 900, 0, 0.2, 0.02, 0.9795, 1.6, 30);

-- MX415-2, natives.
INSERT INTO DataCollectionGroup
    (dataCollectionGroupId, sessionId, blSampleId, experimentType, workflowId, startTime, endTime, comments)
VALUES
    (5, 2, 1, 'Characterization', NULL, '2030-04-13 10:02:13', '2030-04-13 10:02:23', NULL),
    (6, 2, 1, 'OSC', NULL, '2030-04-13 10:03:35', '2030-04-13 10:03:59', NULL),
    (7, 2, 2, 'Characterization', NULL, '2030-04-13 10:07:24', '2030-04-13 10:07:34', NULL),
    (8, 2, 2, 'OSC', NULL, '2030-04-13 10:08:46', '2030-04-13 10:09:10', NULL),
    (9, 2, 2, 'OSC', NULL, '2030-04-13 10:10:22', '2030-04-13 10:10:46', NULL),
    (10, 2, 3, 'Mesh', 1, '2030-04-13 10:14:11', '2030-04-13 10:14:22', NULL),
    (11, 2, 3, 'Characterization', 1, '2030-04-13 10:15:34', '2030-04-13 10:15:44', NULL),
    (12, 2, 3, 'OSC', 1, '2030-04-13 10:16:56', '2030-04-13 10:17:20', NULL),
    (13, 2, 4, 'Characterization', NULL, '2030-04-13 10:20:45', '2030-04-13 10:20:55', NULL),
    (14, 2, 4, 'Helical', NULL, '2030-04-13 10:22:07', '2030-04-13 10:22:31', 'along the needle'),
    (15, 2, 4, 'Multi-positional', NULL, '2030-04-13 10:23:43', '2030-04-13 10:24:43', NULL),
    (16, 2, 5, 'Characterization', NULL, '2030-04-13 10:28:08', '2030-04-13 10:28:18', NULL),
    (17, 2, 5, 'Dehydration', 2, '2030-04-13 10:29:30', '2030-04-13 10:30:24', '95, 90 and 85 % humidity'),
    (18, 2, 5, 'OSC', NULL, '2030-04-13 10:31:36', '2030-04-13 10:32:00', NULL),
    (19, 2, 6, 'Characterization', NULL, '2030-04-13 10:37:38', '2030-04-13 10:37:48', NULL),
    (20, 2, 6, 'SAD', NULL, '2030-04-13 10:39:00', '2030-04-13 10:40:18', NULL),
    (21, 2, 7, 'Mesh', 3, '2030-04-13 10:43:43', '2030-04-13 10:43:54', NULL),
    (22, 2, 7, 'Helical', NULL, '2030-04-13 10:45:06', '2030-04-13 10:45:30', NULL),
    (23, 2, 8, 'Characterization', NULL, '2030-04-13 10:51:45', '2030-04-13 10:51:55', NULL),
    (24, 2, 8, 'SAD - Inverse Beam', NULL, '2030-04-13 10:53:07', '2030-04-13 10:54:07', NULL),
    (25, 2, 8, 'Burn', 4, '2030-04-13 10:55:19', '2030-04-13 10:57:16', NULL),
    (26, 2, 9, 'Characterization', NULL, '2030-04-13 11:00:41', '2030-04-13 11:00:51', NULL),
    (27, 2, 9, 'OSC', NULL, '2030-04-13 11:02:03', '2030-04-13 11:02:12', 'Detector did not answer'),
    (28, 2, 9, 'OSC', NULL, '2030-04-13 11:03:24', '2030-04-13 11:03:48', NULL),
    (29, 2, 10, 'LineScan', 5, '2030-04-13 11:09:09', '2030-04-13 11:09:19', NULL),
    (30, 2, 10, 'Characterization', NULL, '2030-04-13 11:10:31', '2030-04-13 11:10:41', NULL),
    (31, 2, 10, 'OSC', NULL, '2030-04-13 11:11:53', '2030-04-13 11:12:17', 'to the edge of the detector');

INSERT INTO DataCollection
    (dataCollectionId, dataCollectionGroupId, dataCollectionNumber, startTime, endTime, runStatus, imagePrefix,
     numberOfImages, axisStart, axisRange, exposureTime, wavelength, resolution, transmission)
VALUES
    (5, 5, 1, '2030-04-13 10:02:13', '2030-04-13 10:02:23', 'Data collection successful', 'ref-LYSO-a1', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (6, 6, 1, '2030-04-13 10:03:35', '2030-04-13 10:03:59', 'Data collection successful', 'LYSO-a1', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (7, 7, 1, '2030-04-13 10:07:24', '2030-04-13 10:07:34', 'Data collection successful', 'ref-LYSO-a2', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (8, 8, 1, '2030-04-13 10:08:46', '2030-04-13 10:09:10', 'Data collection successful', 'LYSO-a2', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (9, 9, 2, '2030-04-13 10:10:22', '2030-04-13 10:10:46', 'Data collection successful', 'LYSO-a2', 900, 90, 0.2, 0.02, 0.9763, 1.6, 30),
    (10, 10, 1, '2030-04-13 10:14:11', '2030-04-13 10:14:22', 'Data collection successful', 'mesh-LYSO-a3', 240, 0, 0, 0.02, 0.9763, 2, 20),
    (11, 11, 1, '2030-04-13 10:15:34', '2030-04-13 10:15:44', 'Data collection successful', 'ref-LYSO-a3', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (12, 12, 1, '2030-04-13 10:16:56', '2030-04-13 10:17:20', 'Data collection successful', 'LYSO-a3', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (13, 13, 1, '2030-04-13 10:20:45', '2030-04-13 10:20:55', 'Data collection successful', 'ref-LYSO-a4', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (14, 14, 1, '2030-04-13 10:22:07', '2030-04-13 10:22:31', 'Data collection successful', 'LYSO-a4', 1800, 0, 0.1, 0.01, 0.9763, 1.7, 60),
    (15, 15, 2, '2030-04-13 10:23:43', '2030-04-13 10:23:55', 'Data collection successful', 'LYSO-a4', 300, 0, 0.2, 0.02, 0.9763, 1.7, 40),
    (16, 15, 3, '2030-04-13 10:24:07', '2030-04-13 10:24:19', 'Data collection successful', 'LYSO-a4', 300, 0, 0.2, 0.02, 0.9763, 1.7, 40),
    (17, 15, 4, '2030-04-13 10:24:31', '2030-04-13 10:24:43', 'Data collection successful', 'LYSO-a4', 300, 0, 0.2, 0.02, 0.9763, 1.7, 40),
    (18, 16, 1, '2030-04-13 10:28:08', '2030-04-13 10:28:18', 'Data collection successful', 'ref-THAU-a1', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (19, 17, 1, '2030-04-13 10:29:30', '2030-04-13 10:29:40', 'Data collection successful', 'THAU-a1', 10, 0, 1, 0.1, 0.9763, 2.2, 10),
    (20, 17, 2, '2030-04-13 10:29:52', '2030-04-13 10:30:02', 'Data collection successful', 'THAU-a1', 10, 0, 1, 0.1, 0.9763, 2.2, 10),
    (21, 17, 3, '2030-04-13 10:30:14', '2030-04-13 10:30:24', 'Data collection successful', 'THAU-a1', 10, 0, 1, 0.1, 0.9763, 2.2, 10),
    (22, 18, 4, '2030-04-13 10:31:36', '2030-04-13 10:32:00', 'Data collection successful', 'THAU-a1', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (23, 19, 1, '2030-04-13 10:37:38', '2030-04-13 10:37:48', 'Data collection successful', 'ref-THAU-a2', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (24, 20, 1, '2030-04-13 10:39:00', '2030-04-13 10:40:18', 'Data collection successful', 'THAU-a2', 7200, 0, 0.1, 0.01, 0.9763, 1.9, 15),
    (25, 21, 1, '2030-04-13 10:43:43', '2030-04-13 10:43:54', 'Data collection successful', 'mesh-THAU-a3', 240, 0, 0, 0.02, 0.9763, 2, 20),
    (26, 22, 1, '2030-04-13 10:45:06', '2030-04-13 10:45:30', 'Data collection successful', 'THAU-a3', 1800, 0, 0.1, 0.01, 0.9763, 1.7, 60),
    (27, 23, 1, '2030-04-13 10:51:45', '2030-04-13 10:51:55', 'Data collection successful', 'ref-INSU-a1', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (28, 24, 1, '2030-04-13 10:53:07', '2030-04-13 10:53:31', 'Data collection successful', 'INSU-a1', 450, 0, 0.2, 0.04, 0.9763, 2.1, 10),
    (29, 24, 2, '2030-04-13 10:53:43', '2030-04-13 10:54:07', 'Data collection successful', 'INSU-a1', 450, 180, 0.2, 0.04, 0.9763, 2.1, 10),
    (30, 25, 1, '2030-04-13 10:55:19', '2030-04-13 10:55:50', 'Data collection successful', 'burn-INSU-a1', 50, 0, 1, 0.5, 0.9763, 1.8, 100),
    (31, 25, 2, '2030-04-13 10:56:02', '2030-04-13 10:56:33', 'Data collection successful', 'burn-INSU-a1', 50, 0, 1, 0.5, 0.9763, 1.8, 100),
    (32, 25, 3, '2030-04-13 10:56:45', '2030-04-13 10:57:16', 'Data collection successful', 'burn-INSU-a1', 50, 0, 1, 0.5, 0.9763, 1.8, 100),
    (33, 26, 1, '2030-04-13 11:00:41', '2030-04-13 11:00:51', 'Data collection successful', 'ref-INSU-a2', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (34, 27, 1, '2030-04-13 11:02:03', '2030-04-13 11:02:12', 'Data collection failed', 'INSU-a2', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (35, 28, 2, '2030-04-13 11:03:24', '2030-04-13 11:03:48', 'Data collection successful', 'INSU-a2', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (36, 29, 1, '2030-04-13 11:09:09', '2030-04-13 11:09:19', 'Data collection successful', 'line-INSU-a3', 40, 0, 0, 0.02, 0.9763, 2, 20),
    (37, 30, 1, '2030-04-13 11:10:31', '2030-04-13 11:10:41', 'Data collection successful', 'ref-INSU-a3', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (38, 31, 1, '2030-04-13 11:11:53', '2030-04-13 11:12:17', 'Data collection successful', 'INSU-a3', 900, 0, 0.2, 0.02, 0.9763, 1.25, 30);

-- MX415-3, running: all but the last group were measured yesterday.
INSERT INTO DataCollectionGroup
    (dataCollectionGroupId, sessionId, blSampleId, experimentType, workflowId, startTime, endTime, comments)
VALUES
    (32, 3, 11, 'Mesh', 6, '2030-06-11 10:02:13', '2030-06-11 10:02:24', NULL),
    (33, 3, 11, 'Characterization', 6, '2030-06-11 10:03:36', '2030-06-11 10:03:46', NULL),
    (34, 3, 11, 'OSC', 6, '2030-06-11 10:04:58', '2030-06-11 10:05:22', NULL),
    (35, 3, 12, 'Characterization', NULL, '2030-06-11 10:09:48', '2030-06-11 10:09:58', NULL),
    (36, 3, 12, 'OSC', NULL, '2030-06-11 10:11:10', '2030-06-11 10:11:34', NULL),
    (37, 3, 13, 'Mesh', 7, '2030-06-11 10:14:59', '2030-06-11 10:15:10', NULL),
    (38, 3, 13, 'Characterization', NULL, '2030-06-11 10:16:22', '2030-06-11 10:16:32', NULL),
    (39, 3, 13, 'Collect - Multiwedge', NULL, '2030-06-11 10:17:44', '2030-06-11 10:20:32', 'six sweeps, kappa 0 and 30'),
    (40, 3, 14, 'Characterization', NULL, '2030-06-11 10:23:57', '2030-06-11 10:24:07', NULL),
    (41, 3, 14, 'OSC', NULL, '2030-06-11 10:25:19', '2030-06-11 10:25:33', 'stopped by the user: ice'),
    (42, 3, 14, 'OSC', NULL, '2030-06-11 10:26:45', '2030-06-11 10:27:09', NULL),
    (43, 3, 15, 'GphNative', NULL, '2030-06-11 10:30:34', '2030-06-11 10:32:22', NULL),
    (44, 3, 16, 'Screening', NULL, '2030-06-11 10:35:47', '2030-06-11 10:35:57', NULL),
    (45, 3, 17, 'Screening', NULL, '2030-06-11 10:39:22', '2030-06-11 10:39:32', NULL),
    (46, 3, 18, 'Characterization', NULL, '2030-06-11 10:42:57', '2030-06-11 10:43:07', NULL),
    (47, 3, 19, 'Characterization', NULL, '2030-06-11 10:49:22', '2030-06-11 10:49:32', NULL),
    (48, 3, 19, 'MAD', NULL, '2030-06-11 10:50:44', '2030-06-11 10:52:47', 'peak, inflection, remote'),
    (49, 3, 20, 'Characterization', NULL, '2030-06-11 10:58:07', '2030-06-11 10:58:17', NULL),
    (50, 3, 20, 'MAD - Inverse Beam', NULL, '2030-06-11 10:59:29', '2030-06-11 11:02:29', NULL),
    (51, 3, 21, 'SAD', NULL, '2030-06-11 11:06:49', '2030-06-11 11:07:31', NULL),
    (52, 3, 22, 'Characterization', NULL, '2030-06-11 11:10:56', '2030-06-11 11:11:06', NULL),
    (53, 3, 22, 'SAD - Inverse Beam', NULL, '2030-06-11 11:12:18', '2030-06-11 11:13:18', NULL),
    (54, 3, 24, 'Burn', 8, '2030-06-11 11:20:51', '2030-06-11 11:23:31', NULL),
    (55, 3, 25, 'Characterization', NULL, '2030-06-11 11:26:56', '2030-06-11 11:27:06', NULL),
    (56, 3, 26, 'Characterization', NULL, '2030-06-11 11:30:31', '2030-06-11 11:30:41', NULL),
    (57, 3, 27, 'Characterization', NULL, '2030-06-11 11:34:06', '2030-06-11 11:34:16', NULL),
    (58, 3, 27, 'OSC', NULL, '2030-06-11 11:35:28', '2030-06-11 11:35:52', NULL),
    (59, 3, 28, 'OSC', NULL, '2030-06-11 11:39:17', '2030-06-11 11:39:41', NULL),
    (60, 3, 29, 'OSC', NULL, '2030-06-11 11:43:06', '2030-06-11 11:44:06', NULL),
    (61, 3, 31, 'Mesh3D', NULL, '2030-06-11 11:47:31', '2030-06-11 11:48:03', NULL),
    (62, 3, 31, 'OSC', NULL, '2030-06-11 11:49:15', '2030-06-11 11:49:39', NULL),
    (63, 3, 32, 'Mesh3D', NULL, '2030-06-11 11:53:04', '2030-06-11 11:53:36', NULL),
    (64, 3, 32, 'OSC', NULL, '2030-06-11 11:54:48', NULL, 'control software restarted, end not recorded'),
    (65, 3, 33, 'OSC', NULL, '2030-06-11 11:58:37', '2030-06-11 11:59:01', NULL),
    (66, 3, 34, 'OSC', NULL, '2030-06-12 00:01:00', NULL, NULL);

INSERT INTO DataCollection
    (dataCollectionId, dataCollectionGroupId, dataCollectionNumber, startTime, endTime, runStatus, imagePrefix,
     numberOfImages, axisStart, axisRange, exposureTime, wavelength, resolution, transmission)
VALUES
    (39, 32, 1, '2030-06-11 10:02:13', '2030-06-11 10:02:24', 'Data collection successful', 'mesh-BIFA-n1', 240, 0, 0, 0.02, 0.9763, 2, 20),
    (40, 33, 1, '2030-06-11 10:03:36', '2030-06-11 10:03:46', 'Data collection successful', 'ref-BIFA-n1', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (41, 34, 1, '2030-06-11 10:04:58', '2030-06-11 10:05:22', 'Data collection successful', 'BIFA-n1', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (42, 35, 1, '2030-06-11 10:09:48', '2030-06-11 10:09:58', 'Data collection successful', 'ref-BIFA-n2', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (43, 36, 1, '2030-06-11 10:11:10', '2030-06-11 10:11:34', 'Data collection successful', 'BIFA-n2', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (44, 37, 1, '2030-06-11 10:14:59', '2030-06-11 10:15:10', 'Data collection successful', 'mesh-BIFA-n3', 240, 0, 0, 0.02, 0.9763, 2, 20),
    (45, 38, 1, '2030-06-11 10:16:22', '2030-06-11 10:16:32', 'Data collection successful', 'ref-BIFA-n3', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (46, 39, 1, '2030-06-11 10:17:44', '2030-06-11 10:18:02', 'Data collection successful', 'BIFA-n3', 600, 0, 0.1, 0.02, 0.9763, 1.6, 12),
    (47, 39, 2, '2030-06-11 10:18:14', '2030-06-11 10:18:32', 'Data collection successful', 'BIFA-n3', 600, 0, 0.1, 0.02, 0.9763, 1.6, 12),
    (48, 39, 3, '2030-06-11 10:18:44', '2030-06-11 10:19:02', 'Data collection successful', 'BIFA-n3', 600, 0, 0.1, 0.02, 0.9763, 1.6, 12),
    (49, 39, 4, '2030-06-11 10:19:14', '2030-06-11 10:19:32', 'Data collection successful', 'BIFA-n3', 600, 0, 0.1, 0.02, 0.9763, 1.6, 12),
    (50, 39, 5, '2030-06-11 10:19:44', '2030-06-11 10:20:02', 'Data collection successful', 'BIFA-n3', 600, 0, 0.1, 0.02, 0.9763, 1.6, 12),
    (51, 39, 6, '2030-06-11 10:20:14', '2030-06-11 10:20:32', 'Data collection successful', 'BIFA-n3', 600, 0, 0.1, 0.02, 0.9763, 1.6, 12),
    (52, 40, 1, '2030-06-11 10:23:57', '2030-06-11 10:24:07', 'Data collection successful', 'ref-BIFA-n4', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (53, 41, 1, '2030-06-11 10:25:19', '2030-06-11 10:25:33', 'Data collection stopped', 'BIFA-n4', 412, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (54, 42, 2, '2030-06-11 10:26:45', '2030-06-11 10:27:09', 'Data collection successful', 'BIFA-n4', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (55, 43, 1, '2030-06-11 10:30:34', '2030-06-11 10:30:52', 'Data collection successful', 'BIFA-n5', 1200, 0, 0.1, 0.01, 0.9763, 1.5, 15),
    (56, 43, 2, '2030-06-11 10:31:04', '2030-06-11 10:31:22', 'Data collection successful', 'BIFA-n5', 1200, 0, 0.1, 0.01, 0.9763, 1.5, 15),
    (57, 43, 3, '2030-06-11 10:31:34', '2030-06-11 10:31:52', 'Data collection successful', 'BIFA-n5', 1200, 0, 0.1, 0.01, 0.9763, 1.5, 15),
    (58, 43, 4, '2030-06-11 10:32:04', '2030-06-11 10:32:22', 'Data collection successful', 'BIFA-n5', 1200, 0, 0.1, 0.01, 0.9763, 1.5, 15),
    (59, 44, 1, '2030-06-11 10:35:47', '2030-06-11 10:35:57', 'Data collection successful', 'ref-BIFA-n6', 3, 0, 0.5, 0.1, 0.9763, 1.8, 10),
    (60, 45, 1, '2030-06-11 10:39:22', '2030-06-11 10:39:32', 'Data collection successful', 'ref-BIFA-n7', 3, 0, 0.5, 0.1, 0.9763, 1.8, 10),
    (61, 46, 1, '2030-06-11 10:42:57', '2030-06-11 10:43:07', 'Data collection successful', 'ref-BIFA-n8', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (62, 47, 1, '2030-06-11 10:49:22', '2030-06-11 10:49:32', 'Data collection successful', 'ref-BIFA-SE-1', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (63, 48, 1, '2030-06-11 10:50:44', '2030-06-11 10:51:17', 'Data collection successful', 'BIFA-SE-1', 900, 0, 0.2, 0.03, 0.97921, 2.2, 8),
    (64, 48, 2, '2030-06-11 10:51:29', '2030-06-11 10:52:02', 'Data collection successful', 'BIFA-SE-1', 900, 0, 0.2, 0.03, 0.97952, 2.2, 8),
    (65, 48, 3, '2030-06-11 10:52:14', '2030-06-11 10:52:47', 'Data collection successful', 'BIFA-SE-1', 900, 0, 0.2, 0.03, 0.9642, 2.2, 8),
    (66, 49, 1, '2030-06-11 10:58:07', '2030-06-11 10:58:17', 'Data collection successful', 'ref-BIFA-SE-2', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (67, 50, 1, '2030-06-11 10:59:29', '2030-06-11 10:59:49', 'Data collection successful', 'BIFA-SE-2', 450, 0, 0.2, 0.03, 0.97923, 2.2, 8),
    (68, 50, 2, '2030-06-11 11:00:01', '2030-06-11 11:00:21', 'Data collection successful', 'BIFA-SE-2', 450, 180, 0.2, 0.03, 0.97923, 2.2, 8),
    (69, 50, 3, '2030-06-11 11:00:33', '2030-06-11 11:00:53', 'Data collection successful', 'BIFA-SE-2', 450, 0, 0.2, 0.03, 0.97953, 2.2, 8),
    (70, 50, 4, '2030-06-11 11:01:05', '2030-06-11 11:01:25', 'Data collection successful', 'BIFA-SE-2', 450, 180, 0.2, 0.03, 0.97953, 2.2, 8),
    (71, 50, 5, '2030-06-11 11:01:37', '2030-06-11 11:01:57', 'Data collection successful', 'BIFA-SE-2', 450, 0, 0.2, 0.03, 0.9642, 2.2, 8),
    (72, 50, 6, '2030-06-11 11:02:09', '2030-06-11 11:02:29', 'Data collection successful', 'BIFA-SE-2', 450, 180, 0.2, 0.03, 0.9642, 2.2, 8),
    (73, 51, 1, '2030-06-11 11:06:49', '2030-06-11 11:07:31', 'Data collection successful', 'BIFA-SE-3', 3600, 0, 0.1, 0.01, 0.9763, 1.9, 15),
    (74, 52, 1, '2030-06-11 11:10:56', '2030-06-11 11:11:06', 'Data collection successful', 'ref-BIFA-SE-4', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (75, 53, 1, '2030-06-11 11:12:18', '2030-06-11 11:12:42', 'Data collection successful', 'BIFA-SE-4', 450, 0, 0.2, 0.04, 0.9763, 2.1, 10),
    (76, 53, 2, '2030-06-11 11:12:54', '2030-06-11 11:13:18', 'Data collection successful', 'BIFA-SE-4', 450, 180, 0.2, 0.04, 0.9763, 2.1, 10),
    (77, 54, 1, '2030-06-11 11:20:51', '2030-06-11 11:21:22', 'Data collection successful', 'burn-BIFA-SE-6', 50, 0, 1, 0.5, 0.9763, 1.8, 100),
    (78, 54, 2, '2030-06-11 11:21:34', '2030-06-11 11:22:05', 'Data collection successful', 'burn-BIFA-SE-6', 50, 0, 1, 0.5, 0.9763, 1.8, 100),
    (79, 54, 3, '2030-06-11 11:22:17', '2030-06-11 11:22:48', 'Data collection successful', 'burn-BIFA-SE-6', 50, 0, 1, 0.5, 0.9763, 1.8, 100),
    (80, 54, 4, '2030-06-11 11:23:00', '2030-06-11 11:23:31', 'Data collection successful', 'burn-BIFA-SE-6', 50, 0, 1, 0.5, 0.9763, 1.8, 100),
    (81, 55, 1, '2030-06-11 11:26:56', '2030-06-11 11:27:06', 'Data collection successful', 'ref-BIFA-SE-7', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (82, 56, 1, '2030-06-11 11:30:31', '2030-06-11 11:30:41', 'Data collection successful', 'ref-BIFA-SE-8', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (83, 57, 1, '2030-06-11 11:34:06', '2030-06-11 11:34:16', 'Data collection successful', 'ref-LYSO-c1', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (84, 58, 1, '2030-06-11 11:35:28', '2030-06-11 11:35:52', 'Data collection successful', 'LYSO-c1', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (85, 59, 1, '2030-06-11 11:39:17', '2030-06-11 11:39:41', 'Data collection successful', 'LYSO-c2', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (86, 60, 1, '2030-06-11 11:43:06', '2030-06-11 11:43:30', 'Data collection successful', 'LYSO-c3', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (87, 60, 2, '2030-06-11 11:43:42', '2030-06-11 11:44:06', 'Data collection successful', 'LYSO-c3', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (88, 61, 1, '2030-06-11 11:47:31', '2030-06-11 11:47:41', 'Data collection successful', 'mesh-THAU-c1', 240, 0, 0, 0.01, 0.9763, 2, 20),
    (89, 61, 2, '2030-06-11 11:47:53', '2030-06-11 11:48:03', 'Data collection successful', 'mesh-THAU-c1', 240, 90, 0, 0.01, 0.9763, 2, 20),
    (90, 62, 1, '2030-06-11 11:49:15', '2030-06-11 11:49:39', 'Data collection successful', 'THAU-c1', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (91, 63, 1, '2030-06-11 11:53:04', '2030-06-11 11:53:14', 'Data collection successful', 'mesh-THAU-c2', 240, 0, 0, 0.01, 0.9763, 2, 20),
    (92, 63, 2, '2030-06-11 11:53:26', '2030-06-11 11:53:36', 'Data collection successful', 'mesh-THAU-c2', 240, 90, 0, 0.01, 0.9763, 2, 20),
    (93, 64, 1, '2030-06-11 11:54:48', NULL, NULL, 'THAU-c2', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (94, 65, 1, '2030-06-11 11:58:37', '2030-06-11 11:59:01', 'Data collection successful', 'THAU-c3', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (95, 66, 1, '2030-06-12 00:01:00', NULL, 'Running', 'THAU-c4', 3600, 0, 0.2, 0.02, 0.9763, 1.6, 30);

-- MX415-5, a plate at the SSX beamline.
INSERT INTO DataCollectionGroup
    (dataCollectionGroupId, sessionId, blSampleId, experimentType, workflowId, startTime, endTime, comments)
VALUES
    (67, 5, 39, 'Still', NULL, '2030-05-13 10:00:00', '2030-05-13 10:00:10', NULL),
    (68, 5, 40, 'Still', NULL, '2030-05-13 10:01:22', '2030-05-13 10:01:32', NULL),
    (69, 5, 41, 'Still', NULL, '2030-05-13 10:02:44', '2030-05-13 10:02:54', NULL),
    (70, 5, 42, 'Still', NULL, '2030-05-13 10:04:06', '2030-05-13 10:04:16', NULL);

INSERT INTO DataCollection
    (dataCollectionId, dataCollectionGroupId, dataCollectionNumber, startTime, endTime, runStatus, imagePrefix,
     numberOfImages, axisStart, axisRange, exposureTime, wavelength, resolution, transmission)
VALUES
    (96, 67, 1, '2030-05-13 10:00:00', '2030-05-13 10:00:10', 'Data collection successful', 'BIFA-p1', 100, 0, 0, 0.005, 1.033, 2.2, 100),
    (97, 68, 1, '2030-05-13 10:01:22', '2030-05-13 10:01:32', 'Data collection successful', 'BIFA-p2', 100, 0, 0, 0.005, 1.033, 2.2, 100),
    (98, 69, 1, '2030-05-13 10:02:44', '2030-05-13 10:02:54', 'Data collection successful', 'BIFA-p3', 100, 0, 0, 0.005, 1.033, 2.2, 100),
    (99, 70, 1, '2030-05-13 10:04:06', '2030-05-13 10:04:16', 'Data collection successful', 'BIFA-p4', 100, 0, 0, 0.005, 1.033, 2.2, 100);

-- MX533-1: its control software has other words for a good and a bad end.
INSERT INTO DataCollectionGroup
    (dataCollectionGroupId, sessionId, blSampleId, experimentType, workflowId, startTime, endTime, comments)
VALUES
    (71, 10, 66, 'Characterization', NULL, '2030-06-05 10:02:13', '2030-06-05 10:02:23', NULL),
    (72, 10, 66, 'OSC', NULL, '2030-06-05 10:03:35', '2030-06-05 10:03:59', NULL),
    (73, 10, 67, 'Characterization', NULL, '2030-06-05 10:07:24', '2030-06-05 10:07:34', NULL),
    (74, 10, 67, 'OSC', NULL, '2030-06-05 10:08:46', '2030-06-05 10:09:10', NULL),
    (75, 10, 68, 'OSC', NULL, '2030-06-05 10:12:35', '2030-06-05 10:12:59', NULL),
    (76, 10, 69, 'Characterization', NULL, '2030-06-05 10:16:24', '2030-06-05 10:16:34', NULL),
    (77, 10, 69, 'OSC', NULL, '2030-06-05 10:17:46', '2030-06-05 10:18:10', NULL),
    (78, 10, 70, 'OSC', NULL, '2030-06-05 10:21:35', '2030-06-05 10:21:59', NULL),
    (79, 10, 71, 'Characterization', NULL, '2030-06-05 10:25:24', '2030-06-05 10:25:34', NULL),
    (80, 10, 71, 'OSC', NULL, '2030-06-05 10:26:46', '2030-06-05 10:27:10', NULL),
    (81, 10, 72, 'OSC', NULL, '2030-06-05 10:30:35', '2030-06-05 10:30:59', NULL),
    (82, 10, 73, 'Characterization', NULL, '2030-06-05 10:34:24', '2030-06-05 10:34:34', NULL),
    (83, 10, 73, 'OSC', NULL, '2030-06-05 10:35:46', '2030-06-05 10:36:10', NULL),
    (84, 10, 74, 'OSC', NULL, '2030-06-05 10:39:35', '2030-06-05 10:39:59', NULL),
    (85, 10, 75, 'Characterization', NULL, '2030-06-05 10:43:24', '2030-06-05 10:43:34', NULL),
    (86, 10, 75, 'OSC', NULL, '2030-06-05 10:44:46', '2030-06-05 10:45:10', NULL),
    (87, 10, 76, 'OSC', NULL, '2030-06-05 10:48:35', '2030-06-05 10:48:59', NULL),
    (88, 10, 77, 'Mesh', 9, '2030-06-05 10:55:14', '2030-06-05 10:55:25', NULL),
    (89, 10, 78, 'OSC', NULL, '2030-06-05 10:58:50', '2030-06-05 10:59:14', NULL),
    (90, 10, 79, 'Characterization', NULL, '2030-06-05 11:05:29', '2030-06-05 11:05:39', NULL),
    (91, 10, 79, 'OSC', NULL, '2030-06-05 11:06:51', '2030-06-05 11:07:51', 'with ligand'),
    (92, 10, 79, 'OSC', NULL, '2030-06-05 11:09:03', '2030-06-05 11:09:27', NULL);

INSERT INTO DataCollection
    (dataCollectionId, dataCollectionGroupId, dataCollectionNumber, startTime, endTime, runStatus, imagePrefix,
     numberOfImages, axisStart, axisRange, exposureTime, wavelength, resolution, transmission)
VALUES
    (100, 71, 1, '2030-06-05 10:02:13', '2030-06-05 10:02:23', 'DataCollection Successful', 'ref-PROK-x1', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (101, 72, 1, '2030-06-05 10:03:35', '2030-06-05 10:03:59', 'DataCollection Successful', 'PROK-x1', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (102, 73, 1, '2030-06-05 10:07:24', '2030-06-05 10:07:34', 'DataCollection Successful', 'ref-PROK-x2', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (103, 74, 1, '2030-06-05 10:08:46', '2030-06-05 10:09:10', 'DataCollection Successful', 'PROK-x2', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (104, 75, 1, '2030-06-05 10:12:35', '2030-06-05 10:12:59', 'DataCollection Successful', 'PROK-x3', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (105, 76, 1, '2030-06-05 10:16:24', '2030-06-05 10:16:34', 'DataCollection Successful', 'ref-PROK-x4', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (106, 77, 1, '2030-06-05 10:17:46', '2030-06-05 10:18:10', 'DataCollection Successful', 'PROK-x4', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (107, 78, 1, '2030-06-05 10:21:35', '2030-06-05 10:21:59', 'DataCollection Successful', 'PROK-x5', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (108, 79, 1, '2030-06-05 10:25:24', '2030-06-05 10:25:34', 'DataCollection Successful', 'ref-PROK-x6', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (109, 80, 1, '2030-06-05 10:26:46', '2030-06-05 10:27:10', 'DataCollection Successful', 'PROK-x6', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (110, 81, 1, '2030-06-05 10:30:35', '2030-06-05 10:30:59', 'DataCollection Successful', 'PROK-x7', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (111, 82, 1, '2030-06-05 10:34:24', '2030-06-05 10:34:34', 'DataCollection Successful', 'ref-TRYP-x1', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (112, 83, 1, '2030-06-05 10:35:46', '2030-06-05 10:36:10', 'DataCollection Successful', 'TRYP-x1', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (113, 84, 1, '2030-06-05 10:39:35', '2030-06-05 10:39:59', 'DataCollection Successful', 'TRYP-x2', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (114, 85, 1, '2030-06-05 10:43:24', '2030-06-05 10:43:34', 'DataCollection Successful', 'ref-TRYP-x3', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (115, 86, 1, '2030-06-05 10:44:46', '2030-06-05 10:45:10', 'DataCollection Successful', 'TRYP-x3', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (116, 87, 1, '2030-06-05 10:48:35', '2030-06-05 10:48:59', 'DataCollection Unsuccessful', 'TRYP-x4', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (117, 88, 1, '2030-06-05 10:55:14', '2030-06-05 10:55:25', 'Data collection successful', 'mesh-TRYP-x5', 240, 0, 0, 0.02, 0.9763, 2, 20),
    (118, 89, 1, '2030-06-05 10:58:50', '2030-06-05 10:59:14', 'DataCollection Successful', 'TRYP-x6', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (119, 90, 1, '2030-06-05 11:05:29', '2030-06-05 11:05:39', 'DataCollection Successful', 'ref-TRYP-x7', 2, 0, 1, 0.1, 0.9763, 1.8, 10),
    (120, 91, 1, '2030-06-05 11:06:51', '2030-06-05 11:07:15', 'DataCollection Successful', 'TRYP-x7', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (121, 91, 2, '2030-06-05 11:07:27', '2030-06-05 11:07:51', 'DataCollection Successful', 'TRYP-x7', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30),
    (122, 92, 3, '2030-06-05 11:09:03', '2030-06-05 11:09:27', 'DataCollection Successful', 'TRYP-x7', 900, 0, 0.2, 0.02, 0.9763, 1.6, 30);

-- Odd ones, as control software leaves them when it is restarted: a group of unknown type with an empty
-- collection, and a group without any.
INSERT INTO DataCollectionGroup
    (dataCollectionGroupId, sessionId, blSampleId, experimentType, workflowId, startTime, endTime, comments)
VALUES
    (401, 12, NULL, NULL, NULL, NULL, NULL, NULL),
    (402, 13, 81, 'experiment', NULL, '2030-06-01 14:20:00', NULL, NULL);

INSERT INTO DataCollection (dataCollectionId, dataCollectionGroupId) VALUES
    (401, 401);

-- Reference images lie 90 degrees apart; a sweep turns on from where the one before ended.
UPDATE DataCollection
   SET overlap = CASE WHEN imagePrefix LIKE 'ref-%' THEN -89 ELSE 0 END
 WHERE dataCollectionId <= 200;

-- The distance follows from the resolution: half the detector's width over the tangent of the scattering
-- angle, with sin = wavelength / 2 resolution = x and tan = 2 x (1 - x x / 2) / (1 - 2 x x), good to one per cent.
UPDATE DataCollection
   SET startImageNumber = 1,
       numberOfPasses = 1,
       rotationAxis = 'Omega',
       axisEnd = axisStart + (axisRange - overlap) * numberOfImages,
       omegaStart = axisStart,
       kappaStart = CASE WHEN imagePrefix = 'BIFA-n3' AND dataCollectionNumber > 3 THEN 30 ELSE 0 END,
       phiStart = 0,
       chiStart = 0,
       detector2Theta = 0,
       detectorDistance = ROUND((CASE WHEN dataCollectionGroupId <= 4 THEN 211.8 ELSE 116.5 END)
                                * (1 - wavelength * wavelength / (2.0 * resolution * resolution))
                                / (wavelength / resolution * (1 - wavelength * wavelength / (8.0 * resolution * resolution))), 1),
       resolutionAtCorner = ROUND(resolution * 0.8, 2),
       flux = ROUND(2100000000000.0 * transmission / 100, 0),
       flux_end = ROUND(2080000000000.0 * transmission / 100, 0),
       totalAbsorbedDose = ROUND(numberOfImages * exposureTime * transmission / 700, 2),
       averageTemperature = 100,
       centeringMethod = CASE WHEN dataCollectionId % 3 = 0 THEN 'xray' ELSE 'optical' END,
       actualCenteringPosition = CONCAT('sampx=-0.12 sampy=0.3 phiy=1.', 10 + dataCollectionId % 9, ' kappa=0 kappa_phi=0'),
       imageSuffix = 'h5',
       imageContainerSubPath = 'entry/data',
       fileTemplate = CONCAT(imagePrefix, '_', dataCollectionNumber, '_master.h5')
 WHERE dataCollectionId <= 200;

-- In a plate there is no cold stream, and no loop to turn.
UPDATE DataCollection
   SET averageTemperature = 293,
       centeringMethod = 'optical',
       blSubSampleId = (SELECT MIN(u.blSubSampleId)
                          FROM DataCollectionGroup g
                          JOIN BLSubSample u ON u.blSampleId = g.blSampleId
                         WHERE g.dataCollectionGroupId = DataCollection.dataCollectionGroupId)
 WHERE dataCollectionGroupId IN (SELECT g.dataCollectionGroupId
                                   FROM DataCollectionGroup g
                                  WHERE g.sessionId = 5);

-- The needle: from one end to the other, then at three points.
INSERT INTO MotorPosition (motorPositionId, phiX, phiY, phiZ, sampX, sampY, omega, kappa, phi, chi) VALUES
    (2, 0.012, 1.154, 0.051, -0.121, 0.302, 0, 0, 0, 0),
    (3, 0.012, 1.254, 0.051, -0.121, 0.302, 180, 0, 0, 0),
    (4, 0.010, 1.180, 0.048, -0.118, 0.299, 0, 0, 0, 0);

UPDATE DataCollection
   SET startPositionId = 2,
       endPositionId = 3,
       positionId = 15
 WHERE dataCollectionGroupId IN (SELECT g.dataCollectionGroupId
                                   FROM DataCollectionGroup g
                                  WHERE g.experimentType = 'Helical');

UPDATE DataCollection
   SET startPositionId = 4,
       blSubSampleId = 14
 WHERE dataCollectionGroupId IN (SELECT g.dataCollectionGroupId
                                   FROM DataCollectionGroup g
                                  WHERE g.experimentType = 'Multi-positional');
