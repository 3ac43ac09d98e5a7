-- name: images_of_collection(dataCollectionId)
-- Where the images of a data collection are, and how they were taken, if the caller may see it.
SELECT d.dataCollectionId,
       d.imageDirectory,
       d.fileTemplate,
       d.imageContainerSubPath,
       d.numberOfImages,
       d.startImageNumber,
       d.wavelength,
       d.detectorDistance,
       d.xBeam,
       d.yBeam,
       de.detectorPixelSizeHorizontal,
       de.detectorPixelSizeVertical
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  LEFT JOIN Detector de ON de.detectorId = d.detectorId
  /*visible*/
 WHERE d.dataCollectionId = :dataCollectionId;

-- name: file_of_robot_action(robotActionId)
-- The file that is recorded with an action of the sample changer, if the caller may see it.
SELECT COALESCE(ra.xtalSnapshotAfter, ra.xtalSnapshotBefore) AS path
  FROM RobotAction ra
  /*visible*/
 WHERE ra.robotActionId = :robotActionId;

-- name: file_of_program(autoProcProgramAttachmentId)
-- A file that a run left, if the caller may see a collection behind it.
SELECT a.filePath,
       a.fileName
  FROM AutoProcProgramAttachment a
 WHERE a.autoProcProgramAttachmentId = :autoProcProgramAttachmentId
   AND a.autoProcProgramId IN (SELECT k.autoProcProgramId
                                 FROM (SELECT NULL AS autoProcProgramId
                                         FROM api_turn tu
                                        WHERE 1 = 0 /*union*/) k);

-- part: programs_by_integration()
-- Programs that integrated a collection that the caller may see.
SELECT ai.autoProcProgramId
  FROM AutoProcIntegration ai
  JOIN DataCollection d ON d.dataCollectionId = ai.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- part: programs_by_collection()
-- Programs that name a collection that the caller may see.
SELECT pg.autoProcProgramId
  FROM AutoProcProgram pg
  JOIN DataCollection d ON d.dataCollectionId = pg.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where_program*/;

-- part: programs_by_job()
-- Programs of a job of a collection that the caller may see.
SELECT pg.autoProcProgramId
  FROM AutoProcProgram pg
  JOIN ProcessingJob pj ON pj.processingJobId = pg.processingJobId
  JOIN DataCollection d ON d.dataCollectionId = pj.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where_program*/;
