-- Three beamlines and a fourth that closed: options, detectors, and how each beamline is set up.

INSERT INTO AdminVar (name, value) VALUES
    ('motd', '"Welcome to the Lumenfjord Light Source. The storage ring runs in 7/8 mode until Friday."'),
    ('beamLineGroups', '[
{"groupName": "MX", "uiGroup": "mx", "permission": "bl_mx_staff", "beamLines": [
 {"beamLineName": "BL01-MX", "sampleChangerType": "FlexHCDUnipuckPlate", "sampleChangerCapacity": 24,
 "archived": false},
 {"beamLineName": "BL09-MX", "sampleChangerType": "SC3Pucks", "sampleChangerCapacity": 5, "archived": true}]},
{"groupName": "SSX", "uiGroup": "ssx", "permission": "bl_ssx_staff", "beamLines": [
 {"beamLineName": "BL02-SSX", "sampleChangerType": null, "sampleChangerCapacity": null, "archived": false}]},
{"groupName": "EM", "uiGroup": "em", "permission": "bl_em_staff", "beamLines": [
 {"beamLineName": "BL03-EM", "sampleChangerType": "Autoloader", "sampleChangerCapacity": 12, "archived": false}]}
]');

-- Lengths in mm, resolutions in angstroms.
INSERT INTO Detector
    (detectorId, detectorType, detectorManufacturer, detectorModel, detectorMode, localName, detectorSerialNumber,
     detectorPixelSizeHorizontal, detectorPixelSizeVertical, numberOfPixelsX, numberOfPixelsY,
     detectorDistanceMin, detectorDistanceMax, detectorMaxResolution, detectorMinResolution,
     sensorThickness, composition, density, trustedPixelValueRangeLower, trustedPixelValueRangeUpper, overload, CS)
VALUES
    (1, 'Photon counting', 'POLARLYS', 'PX2 9M', 'continuous', 'BL01 9M', 'PX2-9M-0117',
     0.075, 0.075, 3108, 3262, 92, 1200, 0.8, 11, 0.45, 'CdTe', 5.85, 0, 120000, 125000, NULL),
    (2, 'Charge integrating', 'POLARLYS', 'JF 4M', 'triggered', 'BL02 4M', 'JF-4M-0008',
     0.075, 0.075, 2068, 2162, 85, 600, 1.1, 9, 0.32, 'Si', 2.33, -10, 2000000, 2000000, NULL),
    (3, 'Direct electron', 'HALLVARD', 'DE6', 'counting', 'BL03 camera', 'DE6-0042',
     0.005, 0.005, 5760, 4092, NULL, NULL, NULL, NULL, NULL, 'Si', 2.33, 0, NULL, NULL, 2.7),
    (4, 'Photon counting', 'POLARLYS', 'PX1 6M', 'continuous', NULL, 'PX1-6M-0003',
     0.172, 0.172, 2463, 2527, 120, 1300, 1.0, 12, 0.32, 'Si', 2.33, 0, 1000000, 1048500, NULL);

-- One row a beamline and state, every column filled; sizes of beam and grid in micrometres.
-- 1 is the closed beamline, 2 BL01-MX in spring, 3 BL01-MX now.
INSERT INTO BeamLineSetup
    (beamLineSetupId, beamlineName, detectorId, active, setupDate, synchrotronName, synchrotronMode,
     undulatorType1, undulatorType2, undulatorType3, monochromatorType, focusingOptic, polarisation,
     focalSpotSizeAtSample, beamDivergenceHorizontal, beamDivergenceVertical,
     beamSizeXMin, beamSizeXMax, beamSizeYMin, beamSizeYMax, energyMin, energyMax,
     minExposureTimePerImage, maxExposureTimePerImage, maxExpTimePerDataCollection, minTransmission, maxTransmission,
     goniostatMaxOscillationSpeed, goniostatMinOscillationWidth, goniostatMaxOscillationWidth,
     omegaMin, omegaMax, kappaMin, kappaMax, phiMin, phiMax, numberOfImagesMin, numberOfImagesMax,
     boxSizeXMin, boxSizeXMax, boxSizeYMin, boxSizeYMax, monoBandwidthMin, monoBandwidthMax,
     preferredDataCentre, CS, amplitudeContrast)
VALUES
    (1, 'BL09-MX', 4, 0, '2029-01-15 09:00:00', 'Lumenfjord Light Source', '7/8 multibunch',
     'U32', 'none', 'none', 'Si(111) channel-cut', 'Toroidal mirror', 0.98,
     120, 0.11, 0.02, 50, 120, 30, 50, 7000, 14000,
     0.08, 60, 3600, 0.1, 100,
     90, 0.05, 20, -720, 720, 0, 0, 0, 0, 1, 7200,
     0, 10000, 0, 10000, 0.02, 0.02,
     'Lumenfjord', 0, 0),
    (2, 'BL01-MX', 1, 0, '2030-03-01 09:00:00', 'Lumenfjord Light Source', 'Uniform',
     'U35', 'U27', 'none', 'Si(111) channel-cut', 'Kirkpatrick-Baez', 0.99,
     50, 0.12, 0.03, 10, 100, 10, 100, 6000, 20000,
     0.002, 100, 7200, 0.01, 100,
     720, 0.05, 60, -1800, 1800, 0, 255, -720, 720, 1, 36000,
     0, 4000, 0, 4000, 0.014, 0.014,
     'Lumenfjord', 0, 0),
    (3, 'BL01-MX', 1, 1, '2030-06-03 09:00:00', 'Lumenfjord Light Source', '7/8 multibunch',
     'U35', 'U27', 'none', 'Si(111) channel-cut', 'Kirkpatrick-Baez', 0.99,
     30, 0.12, 0.03, 10, 100, 10, 100, 6000, 20000,
     0.002, 100, 7200, 0.01, 100,
     720, 0.05, 60, -1800, 1800, 0, 255, -720, 720, 1, 36000,
     0, 4000, 0, 4000, 0.014, 0.014,
     'Lumenfjord', 0, 0),
    (4, 'BL02-SSX', 2, 1, '2030-05-02 09:00:00', 'Lumenfjord Light Source', '7/8 multibunch',
     'CPMU18', 'none', 'none', 'W/B4C multilayer', 'Kirkpatrick-Baez', 0.99,
     4, 0.4, 0.2, 2, 20, 2, 20, 10000, 20000,
     0.00001, 1, 7200, 0.1, 100,
     180, 0.1, 10, -720, 720, 0, 0, 0, 0, 1, 500000,
     0, 4000, 0, 4000, 0.3, 1,
     'Lumenfjord', 0, 0),
    (5, 'BL03-EM', 3, 1, '2030-04-02 09:00:00', 'Lumenfjord Light Source', 'not in the ring',
     'none', 'none', 'none', 'none', 'none', 0,
     0, 0, 0, 0, 0, 0, 0, 300000, 300000,
     0.5, 10, 86400, 100, 100,
     0, 0, 0, -60, 60, 0, 0, 0, 0, 1, 2000000,
     0, 0, 0, 0, 0, 0,
     'Lumenfjord', 2.7, 0.1);
