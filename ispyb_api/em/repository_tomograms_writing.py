"""Look for tomograms that were recorded before, and for whose they are.  The SQL is in sql/queries/em/writing_tomograms.sql."""

from ispyb_api.em.upserting import Kind

TOMOGRAM = Kind("Tomogram", "tomogramId", "em.add_tomogram", "em.change_tomograms")
TILT = Kind("TiltImageAlignment", "movieId", "em.add_tilt", "em.change_tilts")
PROCESSED = Kind("ProcessedTomogram", "processedTomogramId", "em.add_processed", "em.change_processed")


class TomogramRecordingRepository:
    def __init__(self, tx):
        self._tx = tx

    def parents(self, tomogram_id):
        """Return {dataCollectionId, sessionId} of a tomogram, None if there is none."""
        return self._tx.one("em.parents_of_tomogram", tomogramId=tomogram_id)

    def known(self, collection_id, run, volume):
        """Return the latest tomogram of a collection by a run (or by none) with this volume (or with none yet)."""
        rows = self._tx.all("em.known_tomograms", dataCollectionId=collection_id)
        same = [row["tomogramId"] for row in rows if (row["autoProcProgramId"], row["volumeFile"]) == (run, volume)]
        return same[-1] if same else None

    def tilts(self, tomogram_id):
        """Return the movies that were aligned for a tomogram."""
        return {row["movieId"] for row in self._tx.all("em.known_tilts", tomogramId=tomogram_id)}

    def processed(self, tomogram_id):
        """Return {file: the latest row} of what was made of a tomogram."""
        rows = self._tx.all("em.known_processed", tomogramId=tomogram_id)
        return {row["filePath"]: row["processedTomogramId"] for row in rows}

    def squares(self, session_id, squares):
        """Return those of some grid squares that lie on grids of a session; none where there is no table of them."""
        if not self._tx.columns("GridSquare"):
            return set()
        rows = self._tx.all("em.squares_of_session", sessionId=session_id, squares=squares)
        return {row["gridSquareId"] for row in rows}

    def put_tilts(self, tomogram_id, rows, known):
        """Make the alignments of movies that are not ``known``, change the others; ``rows`` are {movie: values}."""
        fresh = [{"movieId": movie, **values} for movie, values in rows.items() if movie not in known]
        self._tx.add_all(TILT.add, fresh, tomogramId=tomogram_id)
        said = [
            (movie, {name: value for name, value in values.items() if value is not None})
            for movie, values in rows.items()
            if movie in known
        ]
        self._tx.change_all(TILT.change, TILT.key, said, tomogramId=tomogram_id)
