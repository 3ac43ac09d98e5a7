-- name: energy_scans(proposalId, sessions)
-- Energy scans of some sessions of a proposal.
SELECT es.energyScanId,
       es.sessionId,
       es.blSampleId,
       es.fluorescenceDetector,
       es.scanFileFullPath,
       es.element,
       es.startEnergy,
       es.endEnergy,
       es.transmissionFactor,
       es.exposureTime,
       es.peakEnergy,
       es.peakFPrime,
       es.peakFDoublePrime,
       es.inflectionEnergy,
       es.inflectionFPrime,
       es.inflectionFDoublePrime,
       es.startTime,
       es.endTime,
       es.edgeEnergy,
       es.filename,
       es.beamSizeVertical,
       es.beamSizeHorizontal,
       es.flux,
       es.remoteEnergy,
       es.remoteFPrime,
       es.remoteFDoublePrime,
       sm.name,
       sm.code,
       pr.acronym,
       es.choochFileFullPath,
       es.jpegChoochFileFullPath,
       es.synchrotronCurrent,
       es.temperature,
       es.xrayDose,
       es.crystalClass,
       es.comments,
       es.flux_end,
       sm.blSampleId AS BLSample_sampleId,
       s.proposalId AS BLSession_proposalId
  FROM EnergyScan es
  JOIN BLSession s ON s.sessionId = es.sessionId
  /*visible*/
  LEFT JOIN BLSample sm ON sm.blSampleId = es.blSampleId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE es.sessionId IN (:sessions)
   AND s.proposalId = :proposalId
 ORDER BY es.energyScanId;

-- name: spectra(proposalId, sessions)
-- Fluorescence spectra of some sessions of a proposal.
SELECT xrf.xfeFluorescenceSpectrumId,
       xrf.sessionId,
       xrf.blSampleId,
       xrf.scanFileFullPath,
       xrf.startTime,
       xrf.endTime,
       xrf.filename,
       xrf.energy,
       xrf.exposureTime,
       xrf.beamTransmission,
       xrf.beamSizeVertical,
       xrf.beamSizeHorizontal,
       xrf.flux,
       xrf.workingDirectory,
       xrf.fittedDataFileFullPath,
       xrf.jpegScanFileFullPath,
       xrf.annotatedPymcaXfeSpectrum,
       xrf.crystalClass,
       xrf.comments,
       xrf.flux_end,
       sm.blSampleId AS BLSample_sampleId,
       s.proposalId AS BLSession_proposalId
  FROM XFEFluorescenceSpectrum xrf
  JOIN BLSession s ON s.sessionId = xrf.sessionId
  /*visible*/
  LEFT JOIN BLSample sm ON sm.blSampleId = xrf.blSampleId
  LEFT JOIN Crystal cr ON cr.crystalId = sm.crystalId
  LEFT JOIN Protein pr ON pr.proteinId = cr.proteinId
 WHERE xrf.sessionId IN (:sessions)
   AND s.proposalId = :proposalId
 ORDER BY xrf.xfeFluorescenceSpectrumId;

-- name: files_of_energy_scan(proposalId, energyScanId)
-- Where the pictures of an energy scan are.
SELECT es.jpegChoochFileFullPath
  FROM EnergyScan es
  JOIN BLSession s ON s.sessionId = es.sessionId
  /*visible*/
 WHERE es.energyScanId = :energyScanId
   AND s.proposalId = :proposalId;

-- name: files_of_spectrum(proposalId, xfeFluorescenceSpectrumId)
-- Where the pictures and the fit of a spectrum are.
SELECT xrf.jpegScanFileFullPath,
       xrf.annotatedPymcaXfeSpectrum
  FROM XFEFluorescenceSpectrum xrf
  JOIN BLSession s ON s.sessionId = xrf.sessionId
  /*visible*/
 WHERE xrf.xfeFluorescenceSpectrumId = :xfeFluorescenceSpectrumId
   AND s.proposalId = :proposalId;
