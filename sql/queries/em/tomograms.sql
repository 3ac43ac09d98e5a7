-- Tomography; one family has none.

-- name: list_tomograms()
-- Tomograms of collections that the caller may see.
SELECT tg.tomogramId,
       tg.dataCollectionId,
       tg.gridSquareId,
       tg.volumeFile,
       tg.stackFile,
       tg.fileDirectory,
       tg.centralSliceImage,
       tg.tomogramMovie,
       tg.xyShiftPlot,
       tg.projXY,
       tg.projXZ,
       tg.sizeX,
       tg.sizeY,
       tg.sizeZ,
       tg.pixelSpacing,
       tg.residualErrorMean,
       tg.residualErrorSD,
       tg.xAxisCorrection,
       tg.tiltAngleOffset,
       tg.zShift,
       tg.globalAlignmentQuality,
       tg.pixelLocationX,
       tg.pixelLocationY,
       tg.thickness,
       tg.recordTimeStamp,
       pg.autoProcProgramId AS AutoProcProgram__autoProcProgramId,
       pg.processingPrograms AS AutoProcProgram__processingPrograms,
       CAST(pg.processingStatus AS CHAR) AS AutoProcProgram__processingStatus,
       pg.processingMessage AS AutoProcProgram__processingMessage,
       pg.processingStartTime AS AutoProcProgram__processingStartTime,
       pg.processingEndTime AS AutoProcProgram__processingEndTime,
       (SELECT COUNT(*)
          FROM TiltImageAlignment ht
         WHERE ht.tomogramId = tg.tomogramId) AS _metadata__tilts
  FROM Tomogram tg
  JOIN DataCollection d ON d.dataCollectionId = tg.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
  LEFT JOIN AutoProcProgram pg ON pg.autoProcProgramId = tg.autoProcProgramId
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_tomograms()
-- How many the same conditions leave.
SELECT COUNT(*) AS total
  FROM Tomogram tg
  JOIN DataCollection d ON d.dataCollectionId = tg.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: processed_tomograms(tomograms)
-- What was made of some tomograms: denoised, segmented.
SELECT pt.processedTomogramId,
       pt.tomogramId,
       pt.filePath,
       pt.processingType,
       pt.feature
  FROM ProcessedTomogram pt
 WHERE pt.tomogramId IN (:tomograms)
 ORDER BY pt.tomogramId, pt.processedTomogramId;

-- name: list_tilts()
-- How the tilts of a tomogram were aligned, of collections that the caller may see.
SELECT ti.movieId,
       ti.tomogramId,
       mo.movieNumber,
       mo.angle,
       ti.defocusU,
       ti.defocusV,
       ti.resolution,
       ti.fitQuality,
       ti.refinedMagnification,
       ti.refinedTiltAngle,
       ti.refinedTiltAxis,
       ti.residualError,
       ti.psdFile
  FROM TiltImageAlignment ti
  JOIN Tomogram tg ON tg.tomogramId = ti.tomogramId
  JOIN DataCollection d ON d.dataCollectionId = tg.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
  JOIN Movie mo ON mo.movieId = ti.movieId
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_tilts()
-- How many the same conditions leave.
SELECT COUNT(*) AS total
  FROM TiltImageAlignment ti
  JOIN Tomogram tg ON tg.tomogramId = ti.tomogramId
  JOIN DataCollection d ON d.dataCollectionId = tg.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
  JOIN Movie mo ON mo.movieId = ti.movieId
 WHERE 1 = 1 /*where*/;

-- name: paths_of_tomogram(tomogramId)
-- Where the files of a tomogram are, if the caller may see its collection: names in one folder, or whole paths.
SELECT tg.fileDirectory AS folder,
       tg.volumeFile AS volume,
       tg.stackFile AS stack,
       tg.centralSliceImage AS slice,
       tg.tomogramMovie AS movie,
       tg.xyShiftPlot AS shifts,
       tg.projXY AS projectionXY,
       tg.projXZ AS projectionXZ
  FROM Tomogram tg
  JOIN DataCollection d ON d.dataCollectionId = tg.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE tg.tomogramId = :tomogramId;

-- name: path_of_processed_tomogram(processedTomogramId)
-- Where the file of what was made of a tomogram is.
SELECT pt.filePath AS file
  FROM ProcessedTomogram pt
  JOIN Tomogram tg ON tg.tomogramId = pt.tomogramId
  JOIN DataCollection d ON d.dataCollectionId = tg.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  /*visible*/
 WHERE pt.processedTomogramId = :processedTomogramId;
