"""Tomograms in the database; one family has none.  The SQL is in sql/queries/em/tomograms.sql."""

import os

from ispyb_api.db.listing import Listing
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.processing import scopes
from ispyb_api.processing.statuses import status

TOMOGRAMS = Listing(
    filters={
        "tomogramId": ("tg.tomogramId", "eq"),
        "gridSquareId": ("tg.gridSquareId", "eq"),
        "autoProcProgramId": ("tg.autoProcProgramId", "eq"),
    },
    sorts={"tomogramId": "tg.tomogramId", "globalAlignmentQuality": "tg.globalAlignmentQuality"},
    default_sort="-tomogramId",
    tie_breaker="tg.tomogramId",
)
TILTS = Listing(
    filters={
        "tomogramId": ("ti.tomogramId", "eq"),
        "movies": lambda movies: Clause("ti.movieId IN (:f_movies)", {"f_movies": movies}),
    },
    sorts={"movieId": "ti.movieId", "refinedTiltAngle": "ti.refinedTiltAngle", "angle": "mo.angle"},
    default_sort="refinedTiltAngle",
    tie_breaker="ti.movieId",
)


class TomogramRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of tomograms, each with what was made of it."""
        visible, also = scopes.visible(self._tx, access, arguments), scopes.conditions(arguments)
        names = "em.list_tomograms", "em.count_tomograms"
        found = TOMOGRAMS.read(self._tx, *names, arguments, *also, visible=visible)
        rows = {row["tomogramId"]: row for row in found["results"]}
        for row in rows.values():
            row["ProcessedTomogram"] = []
            if program := row["AutoProcProgram"]:
                program["processingStatus"] = status(program["processingStatus"])
        for row in self._tx.all("em.processed_tomograms", tomograms=list(rows)) if rows else ():
            rows[row["tomogramId"]]["ProcessedTomogram"].append(row)
        return found

    def get(self, tomogram_id, access):
        """Return one tomogram."""
        rows = self.page({"tomogramId": tomogram_id, "skip": 0, "limit": 1}, access)["results"]
        if not rows:
            raise NotFound(f"No tomogram {tomogram_id}.")
        return rows[0]

    def tilts(self, arguments, access):
        """Return one page of how the tilts of a tomogram were aligned."""
        if self.paths(arguments["tomogramId"], access) is None:
            raise NotFound(f"No tomogram {arguments['tomogramId']}.")
        return TILTS.read(self._tx, "em.list_tilts", "em.count_tilts", arguments, visible=_visible(access))

    def some_tilts(self, tomogram_id, movies, access):
        """Return how tilts of a tomogram were aligned by their movies, in this order."""
        arguments = {"tomogramId": tomogram_id, "movies": movies, "skip": 0, "limit": len(movies)}
        rows = {row["movieId"]: row for row in self.tilts(arguments, access)["results"]}
        return [rows[movie] for movie in movies]

    def paths(self, tomogram_id, access):
        """Return where its files are, by their kind; None if there is no such tomogram."""
        found = self._tx.one("em.paths_of_tomogram", {"visible": _visible(access)}, tomogramId=tomogram_id)
        if found is None:
            return None
        folder = found.pop("folder") or ""
        return {kind: name and os.path.join(folder, name) for kind, name in found.items()}

    def processed_paths(self, processed_id, access):
        """Return where the file of what was made of a tomogram is; None if there is no such thing."""
        slots = {"visible": _visible(access)}
        return self._tx.one("em.path_of_processed_tomogram", slots, processedTomogramId=processed_id)


def _visible(access):
    return access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")
