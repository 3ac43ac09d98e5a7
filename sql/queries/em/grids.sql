-- Maps of what there is to be measured on a grid; one family has none.

-- name: list_atlases()
-- Atlases: pictures of whole grids, of groups of collections that the caller may see.
SELECT a.atlasId,
       a.dataCollectionGroupId,
       a.atlasImage,
       a.pixelSize,
       a.cassetteSlot,
       a.mode,
       a.hasRed,
       a.hasBlue,
       a.hasGreen,
       a.hasYellow,
       a.hasCyan,
       a.hasMagenta,
       a.hasGrey,
       (SELECT COUNT(*)
          FROM GridSquare hq
         WHERE hq.atlasId = a.atlasId) AS _metadata__gridSquares
  FROM Atlas a
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = a.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_atlases()
-- How many the same conditions leave.
SELECT COUNT(*) AS total
  FROM Atlas a
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = a.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: list_squares()
-- Grid squares, of the same.
SELECT q.gridSquareId,
       q.atlasId,
       a.dataCollectionGroupId,
       q.gridSquareLabel,
       q.gridSquareImage,
       q.pixelLocationX,
       q.pixelLocationY,
       q.height,
       q.width,
       q.angle,
       q.stageLocationX,
       q.stageLocationY,
       q.qualityIndicator,
       q.pixelSize,
       q.mode,
       q.hasRed,
       q.hasBlue,
       q.hasGreen,
       q.hasYellow,
       q.hasCyan,
       q.hasMagenta,
       q.hasGrey,
       (SELECT COUNT(*)
          FROM FoilHole hh
         WHERE hh.gridSquareId = q.gridSquareId) AS _metadata__foilHoles,
       (SELECT COUNT(*)
          FROM FoilHole hh
          JOIN Movie hm ON hm.foilHoleId = hh.foilHoleId
         WHERE hh.gridSquareId = q.gridSquareId) AS _metadata__movies
  FROM GridSquare q
  JOIN Atlas a ON a.atlasId = q.atlasId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = a.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_squares()
-- How many the same conditions leave.
SELECT COUNT(*) AS total
  FROM GridSquare q
  JOIN Atlas a ON a.atlasId = q.atlasId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = a.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: list_holes()
-- Foil holes, of the same.
SELECT h.foilHoleId,
       h.gridSquareId,
       q.atlasId,
       h.foilHoleLabel,
       h.foilHoleImage,
       h.pixelLocationX,
       h.pixelLocationY,
       h.diameter,
       h.stageLocationX,
       h.stageLocationY,
       h.qualityIndicator,
       h.pixelSize,
       (SELECT COUNT(*)
          FROM Movie hm
         WHERE hm.foilHoleId = h.foilHoleId) AS _metadata__movies
  FROM FoilHole h
  JOIN GridSquare q ON q.gridSquareId = h.gridSquareId
  JOIN Atlas a ON a.atlasId = q.atlasId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = a.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/
 /*order*/
 /*page*/;

-- name: count_holes()
-- How many the same conditions leave.
SELECT COUNT(*) AS total
  FROM FoilHole h
  JOIN GridSquare q ON q.gridSquareId = h.gridSquareId
  JOIN Atlas a ON a.atlasId = q.atlasId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = a.dataCollectionGroupId
  /*visible*/
 WHERE 1 = 1 /*where*/;

-- name: path_of_atlas(atlasId)
-- Where the picture of an atlas is, if the caller may see its group.
SELECT a.atlasImage AS image
  FROM Atlas a
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = a.dataCollectionGroupId
  /*visible*/
 WHERE a.atlasId = :atlasId;

-- name: path_of_square(gridSquareId)
-- Where the picture of a grid square is, if the caller may see its group.
SELECT q.gridSquareImage AS image
  FROM GridSquare q
  JOIN Atlas a ON a.atlasId = q.atlasId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = a.dataCollectionGroupId
  /*visible*/
 WHERE q.gridSquareId = :gridSquareId;

-- name: path_of_hole(foilHoleId)
-- Where the picture of a foil hole is, if the caller may see its group.
SELECT h.foilHoleImage AS image
  FROM FoilHole h
  JOIN GridSquare q ON q.gridSquareId = h.gridSquareId
  JOIN Atlas a ON a.atlasId = q.atlasId
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = a.dataCollectionGroupId
  /*visible*/
 WHERE h.foilHoleId = :foilHoleId;
