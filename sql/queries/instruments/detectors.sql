-- name: list_detectors()
-- Detectors.
SELECT d.detectorId,
       d.detectorType,
       d.detectorManufacturer,
       d.detectorModel,
       d.detectorSerialNumber,
       d.localName,
       d.detectorMode,
       d.detectorPixelSizeHorizontal,
       d.detectorPixelSizeVertical,
       d.numberOfPixelsX,
       d.numberOfPixelsY,
       d.numberOfROIPixelsX,
       d.numberOfROIPixelsY,
       d.detectorDistanceMin,
       d.detectorDistanceMax,
       d.detectorRollMin,
       d.detectorRollMax,
       d.detectorMaxResolution,
       d.detectorMinResolution,
       d.trustedPixelValueRangeLower,
       d.trustedPixelValueRangeUpper,
       d.overload,
       d.sensorThickness,
       d.composition,
       d.density,
       d.XGeoCorr,
       d.YGeoCorr,
       d.CS
  FROM Detector d
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_detectors()
-- How many detectors the same conditions leave.
SELECT COUNT(*) AS total
  FROM Detector d
 WHERE 1 = 1 /*where*/;

-- name: take_turn()
-- Keep others from recording detectors until the transaction ends.
UPDATE api_turn
   SET name = name
 WHERE name = 'detectors';

-- name: detector_with_number(detectorSerialNumber)
-- The detector with a serial number.
SELECT MIN(d.detectorId) AS detectorId
  FROM Detector d
 WHERE d.detectorSerialNumber = :detectorSerialNumber;

-- name: detector_of_model(detectorManufacturer, detectorModel, detectorMode)
-- The detector of a manufacturer's model in a mode; none and an empty mode are the same.
SELECT MIN(d.detectorId) AS detectorId
  FROM Detector d
 WHERE d.detectorManufacturer = :detectorManufacturer
   AND d.detectorModel = :detectorModel
   AND COALESCE(d.detectorMode, '') = COALESCE(:detectorMode, '');

-- name: add_detector(detectorSerialNumber)
-- A detector.
INSERT INTO Detector (detectorSerialNumber /*columns*/)
VALUES (:detectorSerialNumber /*values*/)
RETURNING detectorId;

-- name: change_detector(detectorId)
-- Change what is known of a detector.
UPDATE Detector
   SET detectorId = detectorId /*set*/
 WHERE detectorId = :detectorId;
