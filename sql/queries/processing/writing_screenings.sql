-- name: collections_of_group(dataCollectionGroupId)
-- Data collections of a group.
SELECT d.dataCollectionId
  FROM DataCollection d
 WHERE d.dataCollectionGroupId = :dataCollectionGroupId;

-- name: group_of_collection(dataCollectionId)
-- The group of a data collection.
SELECT d.dataCollectionGroupId
  FROM DataCollection d
 WHERE d.dataCollectionId = :dataCollectionId;

-- name: collections_of_screenings(screenings)
-- Data collections that characterisations were made of.
SELECT sc.screeningId,
       sc.dataCollectionId
  FROM Screening sc
 WHERE sc.screeningId IN (:screenings)
   AND sc.dataCollectionId IS NOT NULL
 UNION
SELECT sc.screeningId,
       d.dataCollectionId
  FROM Screening sc
  JOIN DataCollection d ON d.dataCollectionGroupId = sc.dataCollectionGroupId
 WHERE sc.screeningId IN (:screenings)
   AND sc.dataCollectionId IS NULL;

-- name: add_screening()
-- A characterisation.
INSERT INTO Screening (bltimeStamp /*columns*/)
VALUES (NOW() /*values*/)
RETURNING screeningId;

-- name: add_screening_inputs()
-- What programs were told to begin with.
INSERT INTO ScreeningInput (screeningInputId /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING screeningInputId;

-- name: add_screening_outputs()
-- What programs made of the images.  The database numbers the rows.
INSERT INTO ScreeningOutput (screeningOutputId /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING screeningOutputId;

-- name: add_lattices()
-- Lattices that explain the spots.
INSERT INTO ScreeningOutputLattice (screeningOutputLatticeId /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING screeningOutputLatticeId;

-- name: add_strategies()
-- Strategies that were found.
INSERT INTO ScreeningStrategy (screeningStrategyId /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING screeningStrategyId;

-- name: add_wedges()
-- Wedges of strategies.
INSERT INTO ScreeningStrategyWedge (screeningStrategyWedgeId /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING screeningStrategyWedgeId;

-- name: add_sub_wedges()
-- Parts of wedges.
INSERT INTO ScreeningStrategySubWedge (screeningStrategySubWedgeId /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING screeningStrategySubWedgeId;

-- name: add_rank_set()
-- Ranks that are given together.
INSERT INTO ScreeningRankSet (screeningRankSetId /*columns*/)
VALUES (NULL /*values*/)
RETURNING screeningRankSetId;

-- name: add_ranks()
-- Places of characterisations among others.
INSERT INTO ScreeningRank (screeningRankId /*columns*/)
VALUES (NULL /*values*/) /*rows*/
RETURNING screeningRankId;
