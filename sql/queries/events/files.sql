-- name: files_of_robot_action(robotActionId)
-- The pictures that are recorded with a robot action, if the caller may see it.
SELECT ra.xtalSnapshotBefore,
       ra.xtalSnapshotAfter
  FROM RobotAction ra
  /*visible*/
 WHERE ra.robotActionId = :robotActionId;

-- name: files_of_energy_scan(energyScanId)
-- The files that are recorded with an energy scan, if the caller may see it.
SELECT es.scanFileFullPath,
       es.choochFileFullPath,
       es.jpegChoochFileFullPath
  FROM EnergyScan es
  /*visible*/
 WHERE es.energyScanId = :energyScanId;

-- name: files_of_spectrum(xfeFluorescenceSpectrumId)
-- The files that are recorded with a fluorescence spectrum, if the caller may see it.
SELECT xs.scanFileFullPath,
       xs.jpegScanFileFullPath,
       xs.annotatedPymcaXfeSpectrum,
       xs.fittedDataFileFullPath
  FROM XFEFluorescenceSpectrum xs
  /*visible*/
 WHERE xs.xfeFluorescenceSpectrumId = :xfeFluorescenceSpectrumId;
