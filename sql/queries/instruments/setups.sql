-- name: list_setups()
-- How beamlines were set up.
SELECT b.beamLineSetupId,
       b.synchrotronName,
       b.synchrotronMode,
       b.undulatorType1,
       b.undulatorType2,
       b.undulatorType3,
       b.focalSpotSizeAtSample,
       b.focusingOptic,
       b.beamDivergenceHorizontal,
       b.beamDivergenceVertical,
       b.polarisation,
       b.monochromatorType,
       b.recordTimeStamp,
       b.setupDate,
       b.maxExpTimePerDataCollection,
       b.minExposureTimePerImage,
       b.goniostatMaxOscillationSpeed,
       b.goniostatMinOscillationWidth,
       b.minTransmission,
       b.CS
  FROM BeamLineSetup b
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_setups()
-- How many set-ups the same conditions leave.
SELECT COUNT(*) AS total
  FROM BeamLineSetup b
 WHERE 1 = 1 /*where*/;

-- name: claim_setup(contentHash)
-- Claim a content.  Whoever comes second waits here until the first has made its row.
INSERT INTO api_setup (contentHash)
VALUES (:contentHash)
    ON DUPLICATE KEY UPDATE contentHash = contentHash;

-- name: setup_with_content(contentHash)
-- The set-up that was recorded with a content.
SELECT a.beamLineSetupId
  FROM api_setup a
 WHERE a.contentHash = :contentHash;

-- name: add_setup(setupDate)
-- A set-up.
INSERT INTO BeamLineSetup (setupDate /*columns*/)
VALUES (COALESCE(:setupDate, NOW()) /*values*/)
RETURNING beamLineSetupId;

-- name: keep_setup(contentHash, beamLineSetupId)
-- Remember which set-up has a content.
UPDATE api_setup
   SET beamLineSetupId = :beamLineSetupId
 WHERE contentHash = :contentHash;
