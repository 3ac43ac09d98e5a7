-- part: setup_by_name(beamLineName)
-- What a beamline can do, as it says itself.
SELECT bs.energyMin,
       bs.energyMax,
       bs.minTransmission,
       bs.maxTransmission,
       bs.minExposureTimePerImage,
       bs.maxExposureTimePerImage,
       bs.maxExpTimePerDataCollection,
       bs.goniostatMinOscillationWidth,
       bs.goniostatMaxOscillationWidth,
       bs.beamSizeXMin,
       bs.beamSizeXMax,
       bs.beamSizeYMin,
       bs.beamSizeYMax,
       bs.omegaMin,
       bs.omegaMax,
       bs.kappaMin,
       bs.kappaMax,
       bs.numberOfImagesMin,
       bs.numberOfImagesMax,
       bs.boxSizeXMin,
       bs.boxSizeXMax,
       bs.boxSizeYMin,
       bs.boxSizeYMax,
       bs.monoBandwidthMin,
       bs.monoBandwidthMax
  FROM BeamLineSetup bs
 WHERE bs.beamlineName = :beamLineName
   AND bs.active = 1
 ORDER BY bs.beamLineSetupId DESC
 LIMIT 1;

-- name: setup_of_last_session(beamLineName)
-- What it could do in the last session for which its set-up was recorded.
SELECT bs.energyMin,
       bs.energyMax,
       bs.minTransmission,
       bs.maxTransmission,
       bs.minExposureTimePerImage,
       bs.maxExposureTimePerImage,
       bs.maxExpTimePerDataCollection,
       bs.goniostatMinOscillationWidth,
       bs.goniostatMaxOscillationWidth,
       bs.beamSizeXMin,
       bs.beamSizeXMax,
       bs.beamSizeYMin,
       bs.beamSizeYMax,
       bs.omegaMin,
       bs.omegaMax,
       bs.kappaMin,
       bs.kappaMax,
       bs.numberOfImagesMin,
       bs.numberOfImagesMax,
       bs.boxSizeXMin,
       bs.boxSizeXMax,
       bs.boxSizeYMin,
       bs.boxSizeYMax,
       bs.monoBandwidthMin,
       bs.monoBandwidthMax
  FROM BLSession s
  JOIN BeamLineSetup bs ON bs.beamLineSetupId = s.beamLineSetupId
 WHERE s.beamLineName = :beamLineName
 ORDER BY s.startDate DESC, s.sessionId DESC
 LIMIT 1;

-- name: limits_of_detectors(detectorIds)
-- What detectors can do.
SELECT det.detectorId,
       CONCAT_WS(' ', det.detectorManufacturer, det.detectorModel) AS name,
       det.detectorDistanceMin,
       det.detectorDistanceMax,
       det.detectorRollMin,
       det.detectorRollMax
  FROM Detector det
 WHERE det.detectorId IN (:detectorIds);
