-- name: quality()
-- What the analysis of single images found.  Some programs key it by collection and number, older ones by the row of
-- the image.
SELECT q.dataCollectionId,
       q.imageNumber,
       q.autoProcProgramId,
       q.spotTotal,
       q.inResTotal,
       q.goodBraggCandidates,
       q.iceRings,
       q.method1Res,
       q.method2Res,
       q.maxUnitCell,
       q.pctSaturationTop50Peaks,
       q.inResolutionOvrlSpots,
       q.binPopCutOffMethod2Res,
       q.totalIntegratedSignal,
       q.dozor_score,
       q.driftFactor
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN ImageQualityIndicators q ON q.dataCollectionId = d.dataCollectionId
  /*visible*/
 WHERE q.imageNumber IS NOT NULL /*where*/
 UNION ALL
SELECT d.dataCollectionId,
       im.imageNumber,
       q.autoProcProgramId,
       q.spotTotal,
       q.inResTotal,
       q.goodBraggCandidates,
       q.iceRings,
       q.method1Res,
       q.method2Res,
       q.maxUnitCell,
       q.pctSaturationTop50Peaks,
       q.inResolutionOvrlSpots,
       q.binPopCutOffMethod2Res,
       q.totalIntegratedSignal,
       q.dozor_score,
       q.driftFactor
  FROM DataCollection d
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN Image im ON im.dataCollectionId = d.dataCollectionId
  JOIN ImageQualityIndicators q ON q.imageId = im.imageId
  /*visible*/
 WHERE (q.dataCollectionId IS NULL OR q.imageNumber IS NULL)
   AND im.imageNumber IS NOT NULL /*where_image*/
 ORDER BY 1, 2, 3
 /*page*/;

-- name: count_quality()
-- How many images of the same collections were analysed.
SELECT (SELECT COUNT(*)
          FROM DataCollection d
          JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
          JOIN ImageQualityIndicators q ON q.dataCollectionId = d.dataCollectionId
          /*visible*/
         WHERE q.imageNumber IS NOT NULL /*where*/)
       + (SELECT COUNT(*)
            FROM DataCollection d
            JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
            JOIN Image im ON im.dataCollectionId = d.dataCollectionId
            JOIN ImageQualityIndicators q ON q.imageId = im.imageId
            /*visible*/
           WHERE (q.dataCollectionId IS NULL OR q.imageNumber IS NULL)
             AND im.imageNumber IS NOT NULL /*where_image*/) AS total;

-- name: next_image(dataCollectionId, first)
-- The number of a data collection's first image from a number on, be it analysed or not.
SELECT MIN(n.imageNumber) AS imageNumber
  FROM (SELECT MIN(q.imageNumber) AS imageNumber
          FROM DataCollection d
          JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
          JOIN ImageQualityIndicators q ON q.dataCollectionId = d.dataCollectionId
          /*visible*/
         WHERE d.dataCollectionId = :dataCollectionId
           AND q.imageNumber >= :first
         UNION ALL
        SELECT MIN(im.imageNumber) AS imageNumber
          FROM DataCollection d
          JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
          JOIN Image im ON im.dataCollectionId = d.dataCollectionId
          /*visible*/
         WHERE d.dataCollectionId = :dataCollectionId
           AND im.imageNumber >= :first) n;

-- name: quality_to_change(dataCollectionId, numbers)
-- All that is known of images that were analysed already.
SELECT q.imageQualityIndicatorsId,
       q.imageId,
       q.imageNumber,
       q.autoProcProgramId,
       q.spotTotal,
       q.inResTotal,
       q.goodBraggCandidates,
       q.iceRings,
       q.method1Res,
       q.method2Res,
       q.maxUnitCell,
       q.pctSaturationTop50Peaks,
       q.inResolutionOvrlSpots,
       q.binPopCutOffMethod2Res,
       q.totalIntegratedSignal,
       q.dozor_score,
       q.driftFactor
  FROM ImageQualityIndicators q
 WHERE q.dataCollectionId = :dataCollectionId
   AND q.imageNumber IN (:numbers);

-- name: remove_quality(dataCollectionId, numbers)
-- Make room for what is known of images now.
DELETE FROM ImageQualityIndicators
 WHERE dataCollectionId = :dataCollectionId
   AND imageNumber IN (:numbers);

-- name: add_quality(dataCollectionId, imageNumber, recordTimeStamp)
-- What the analysis of an image found.
INSERT INTO ImageQualityIndicators (dataCollectionId, imageNumber, recordTimeStamp /*columns*/)
VALUES (:dataCollectionId, :imageNumber, :recordTimeStamp /*values*/);

-- name: programs_there(programs)
-- Which of these runs of programs there are.
SELECT pg.autoProcProgramId
  FROM AutoProcProgram pg
 WHERE pg.autoProcProgramId IN (:programs);

-- name: proposals_of_programs()
-- The proposals for whose data collections some programs ran.
SELECT DISTINCT s.proposalId
  FROM (SELECT 0 AS autoProcProgramId, 0 AS dataCollectionId, '' AS name, '' AS status /*union*/) way
  JOIN DataCollection d ON d.dataCollectionId = way.dataCollectionId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = d.dataCollectionGroupId
  JOIN BLSession s ON s.sessionId = g.sessionId;
