"""Maps of what there is to be measured on a grid; one family has none.  The SQL is in sql/queries/em/grids.sql."""

from ispyb_api.db.listing import Listing, conjunction
from ispyb_api.db.queries import Clause
from ispyb_api.em import keyset
from ispyb_api.errors import NotFound


def _of_collection(number):
    sql = "g.dataCollectionGroupId = (SELECT nd.dataCollectionGroupId FROM DataCollection nd WHERE nd.dataCollectionId = :f_dc)"
    return Clause(sql, {"f_dc": number})


def _listing(key, column, **columns):
    found = {
        "sessionId": ("g.sessionId", "eq"),
        "dataCollectionGroupId": ("g.dataCollectionGroupId", "eq"),
        "dataCollectionId": _of_collection,
        **{name: (each, "eq") for name, each in columns.items()},
    }
    return Listing(filters=found, sorts={key: column}, default_sort=key, tie_breaker=column)


ATLASES = _listing("atlasId", "a.atlasId")
SQUARES = _listing("gridSquareId", "q.gridSquareId", atlasId="q.atlasId")
_ALIASES = {"Atlas": "a", "GridSquare": "q", "FoilHole": "h"}
HOLES = _listing("foilHoleId", "h.foilHoleId", atlasId="q.atlasId", gridSquareId="h.gridSquareId")


class GridRepository:
    def __init__(self, tx):
        self._tx = tx

    def atlases(self, arguments, access):
        """Return one page of atlases."""
        return ATLASES.read(self._tx, "em.list_atlases", "em.count_atlases", arguments, visible=_visible(access))

    def squares(self, arguments, access):
        """Return one page of grid squares."""
        return SQUARES.read(self._tx, "em.list_squares", "em.count_squares", arguments, visible=_visible(access))

    def holes(self, arguments, access):
        """Return one page of foil holes, and where it ends."""
        key, where = ("foilHoleId", "h.foilHoleId"), HOLES.where(arguments)
        return keyset.read(self._tx, ("em.list_holes", "em.count_holes"), key, arguments, where, _visible(access))

    def some(self, level, ids, access):
        """Return atlases, squares or holes by their rows, in this order."""
        table, key = level.kind.table, level.kind.key
        where = conjunction(Clause(f"{_ALIASES[table]}.{key} IN (:f_ids)", {"f_ids": ids}))
        rows = {row[key]: row for row in self._tx.all(level.list, {"visible": _visible(access), "where": where})}
        return [rows[each] for each in ids if each in rows]

    def one(self, level, row_id, access):
        """Return one atlas, square or hole."""
        found = self.some(level, [row_id], access)
        if not found:
            raise NotFound(f"No {level.what} {row_id}.")
        return found[0]

    def atlas_paths(self, atlas_id, access):
        """Return where the picture of an atlas is; None if there is no such atlas."""
        return self._tx.one("em.path_of_atlas", {"visible": _visible(access)}, atlasId=atlas_id)

    def square_paths(self, square_id, access):
        """Return where the picture of a grid square is; None if there is no such square."""
        return self._tx.one("em.path_of_square", {"visible": _visible(access)}, gridSquareId=square_id)

    def hole_paths(self, hole_id, access):
        """Return where the picture of a foil hole is; None if there is no such hole."""
        return self._tx.one("em.path_of_hole", {"visible": _visible(access)}, foilHoleId=hole_id)


def _visible(access):
    return access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")
