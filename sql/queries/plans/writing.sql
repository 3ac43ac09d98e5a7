-- name: add_plan()
-- A plan.
INSERT INTO DiffractionPlan (recordTimeStamp /*columns*/)
VALUES (NOW() /*values*/)
RETURNING diffractionPlanId;

-- name: add_plans()
-- Plans.
INSERT INTO DiffractionPlan (recordTimeStamp /*columns*/)
VALUES (NOW() /*values*/) /*rows*/
RETURNING diffractionPlanId;

-- name: lock_plan(diffractionPlanId)
-- Keep others from changing a plan until the transaction ends.
UPDATE DiffractionPlan
   SET diffractionPlanId = diffractionPlanId
 WHERE diffractionPlanId = :diffractionPlanId;

-- name: change_plan(diffractionPlanId)
-- Change a plan.
UPDATE DiffractionPlan
   SET diffractionPlanId = diffractionPlanId /*set*/
 WHERE diffractionPlanId = :diffractionPlanId;

-- name: remove_plan(diffractionPlanId)
-- Drop a plan, with its scans.
DELETE FROM DiffractionPlan
 WHERE diffractionPlanId = :diffractionPlanId;

-- part: put_into_order(blSampleId, dataCollectionPlanId)
-- Put a plan into the order of a sample's.
INSERT INTO BLSample_has_DataCollectionPlan (blSampleId, dataCollectionPlanId /*columns*/)
VALUES (:blSampleId, :dataCollectionPlanId /*values*/);

-- part: link_plan(blSampleId, diffractionPlanId)
-- Make a plan a sample's, in the family that keeps no order.
INSERT INTO BLSample_has_DiffractionPlan (blSampleId, diffractionPlanId)
VALUES (:blSampleId, :diffractionPlanId);

-- part: take_out_of_order(blSampleId, diffractionPlanId)
-- Take a plan out of the order of a sample's.
DELETE FROM BLSample_has_DataCollectionPlan
 WHERE blSampleId = :blSampleId
   AND dataCollectionPlanId = :diffractionPlanId;

-- part: unlink_plan(blSampleId, diffractionPlanId)
-- Take a plan from a sample, in the family that keeps no order.
DELETE FROM BLSample_has_DiffractionPlan
 WHERE blSampleId = :blSampleId
   AND diffractionPlanId = :diffractionPlanId;

-- part: add_detectors_of_plan(dataCollectionPlanId)
-- Detectors to use.
INSERT INTO DataCollectionPlan_has_Detector (dataCollectionPlanId /*columns*/)
VALUES (:dataCollectionPlanId /*values*/) /*rows*/;

-- part: remove_detectors_of_plan(diffractionPlanId)
-- Forget which detectors to use.
DELETE FROM DataCollectionPlan_has_Detector
 WHERE dataCollectionPlanId = :diffractionPlanId;

-- part: add_detectors_of_plan_elsewhere(diffractionPlanId)
-- Detectors to use, in the other family.
INSERT INTO DiffractionPlan_has_Detector (diffractionPlanId /*columns*/)
VALUES (:diffractionPlanId /*values*/) /*rows*/;

-- part: remove_detectors_of_plan_elsewhere(diffractionPlanId)
-- Forget which detectors to use, in the other family.
DELETE FROM DiffractionPlan_has_Detector
 WHERE diffractionPlanId = :diffractionPlanId;

-- name: add_scans_of_plan(dataCollectionPlanId)
-- What is scanned.
INSERT INTO ScanParametersModel (dataCollectionPlanId /*columns*/)
VALUES (:dataCollectionPlanId /*values*/) /*rows*/;

-- name: remove_scans_of_plan(diffractionPlanId)
-- Forget what is scanned.
DELETE FROM ScanParametersModel
 WHERE dataCollectionPlanId = :diffractionPlanId;

-- name: characterisations_by_plan(diffractionPlanId)
-- How many characterisations went by a plan.
SELECT (SELECT COUNT(*)
          FROM Screening sc
         WHERE sc.diffractionPlanId = :diffractionPlanId)
       + (SELECT COUNT(*)
            FROM ScreeningInput si
           WHERE si.diffractionPlanId = :diffractionPlanId) AS characterisations;

-- part: collections_by_plan(diffractionPlanId)
-- How many data collections went by a plan.
SELECT COUNT(*) AS collections
  FROM DataCollection dc
 WHERE dc.dataCollectionPlanId = :diffractionPlanId;

-- part: queued_by_plan(diffractionPlanId)
-- How many samples wait to be measured by a plan.
SELECT COUNT(*) AS queued
  FROM ContainerQueueSample qi
 WHERE qi.dataCollectionPlanId = :diffractionPlanId;

-- name: scan_services()
-- What can be scanned.
SELECT sv.scanParametersServiceId,
       sv.name
  FROM ScanParametersService sv
 ORDER BY sv.scanParametersServiceId;
