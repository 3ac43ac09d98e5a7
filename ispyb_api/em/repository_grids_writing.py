"""Look for maps of grids that were recorded before, and for whose they are.  The SQL is in sql/queries/em/writing_grids.sql."""

from typing import NamedTuple

from ispyb_api.em.upserting import Kind


class Level(NamedTuple):
    """One kind of map: what tells the rows of a parent apart, and how they are found."""

    what: str
    kind: Kind
    parent: str
    label: str
    known: str
    list: str


ATLAS = Level(
    "atlas",
    Kind("Atlas", "atlasId", "em.add_atlas", "em.change_atlases"),
    *("dataCollectionGroupId", "atlasImage", "em.known_atlases", "em.list_atlases"),
)
SQUARE = Level(
    "grid square",
    Kind("GridSquare", "gridSquareId", "em.add_square", "em.change_squares"),
    *("atlasId", "gridSquareLabel", "em.known_squares", "em.list_squares"),
)
HOLE = Level(
    "foil hole",
    Kind("FoilHole", "foilHoleId", "em.add_hole", "em.change_holes"),
    *("gridSquareId", "foilHoleLabel", "em.known_holes", "em.list_holes"),
)


class GridRecordingRepository:
    def __init__(self, tx):
        self._tx = tx

    def session_of_group(self, group_id):
        return self._tx.value("acquisition.session_of_group", dataCollectionGroupId=group_id)

    def session_of(self, level, row_id):
        """Return the session of an atlas, a square or a hole, None if there is none."""
        if level is HOLE:
            row_id = self._tx.value("em.square_of_hole", foilHoleId=row_id)
        if level is not ATLAS:
            row_id = self._tx.value("em.atlas_of_square", gridSquareId=row_id)
        return self._tx.value("em.session_of_atlas", atlasId=row_id)

    def labels(self, level, parent_id):
        """Return {label: the latest row of a parent that has it}."""
        return {row["label"]: row["id"] for row in self._tx.all(level.known, **{level.parent: parent_id})}
