-- Maps of grids as they are recorded; one family has no tables for them.

-- name: session_of_atlas(atlasId)
-- The session of an atlas.
SELECT g.sessionId
  FROM Atlas a
  JOIN DataCollectionGroup g ON g.dataCollectionGroupId = a.dataCollectionGroupId
 WHERE a.atlasId = :atlasId;

-- name: atlas_of_square(gridSquareId)
-- The atlas on which a grid square lies.
SELECT q.atlasId
  FROM GridSquare q
 WHERE q.gridSquareId = :gridSquareId;

-- name: square_of_hole(foilHoleId)
-- The grid square in which a foil hole lies.
SELECT h.gridSquareId
  FROM FoilHole h
 WHERE h.foilHoleId = :foilHoleId;

-- name: known_atlases(dataCollectionGroupId)
-- The atlases of a group, the latest last.
SELECT a.atlasId AS id,
       a.atlasImage AS label
  FROM Atlas a
 WHERE a.dataCollectionGroupId = :dataCollectionGroupId
 ORDER BY a.atlasId;

-- name: add_atlas(dataCollectionGroupId)
-- An atlas.
INSERT INTO Atlas (dataCollectionGroupId /*columns*/)
VALUES (:dataCollectionGroupId /*values*/) /*rows*/
RETURNING atlasId;

-- name: change_atlases(changed)
-- Change what is known of atlases.
UPDATE Atlas
   SET atlasId = atlasId /*set*/
 WHERE atlasId IN (:changed);

-- name: known_squares(atlasId)
-- The grid squares of an atlas, the latest last.
SELECT q.gridSquareId AS id,
       q.gridSquareLabel AS label
  FROM GridSquare q
 WHERE q.atlasId = :atlasId
 ORDER BY q.gridSquareId;

-- name: add_square(atlasId)
-- A grid square.
INSERT INTO GridSquare (atlasId /*columns*/)
VALUES (:atlasId /*values*/) /*rows*/
RETURNING gridSquareId;

-- name: change_squares(changed)
-- Change what is known of grid squares.
UPDATE GridSquare
   SET gridSquareId = gridSquareId /*set*/
 WHERE gridSquareId IN (:changed);

-- name: known_holes(gridSquareId)
-- The foil holes of a grid square, the latest last.
SELECT h.foilHoleId AS id,
       h.foilHoleLabel AS label
  FROM FoilHole h
 WHERE h.gridSquareId = :gridSquareId
 ORDER BY h.foilHoleId;

-- name: add_hole(gridSquareId)
-- A foil hole.
INSERT INTO FoilHole (gridSquareId /*columns*/)
VALUES (:gridSquareId /*values*/) /*rows*/
RETURNING foilHoleId;

-- name: change_holes(changed)
-- Change what is known of foil holes.
UPDATE FoilHole
   SET foilHoleId = foilHoleId /*set*/
 WHERE foilHoleId IN (:changed);
