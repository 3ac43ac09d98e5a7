"""Record tomograms, how their tilts were aligned, and what was made of them.

A tomogram is the same one again if it is of the same data collection and run, and has the same volume.
"""

from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import record
from ispyb_api.em.recording import WAYS, OfMovies, single
from ispyb_api.em.repository_tomograms import TomogramRepository
from ispyb_api.em.repository_tomograms_writing import PROCESSED, TILT, TOMOGRAM, TomogramRecordingRepository
from ispyb_api.em.upserting import faults, once, refuse, store

_PARTS = ("tilts", "ProcessedTomogram")


class Tomograms(OfMovies):
    def __init__(self, tx, access):
        super().__init__(tx, access)
        self._tomograms, self._shown = TomogramRecordingRepository(tx), TomogramRepository(tx)

    def add(self, given):
        """Record a tomogram, with its tilts and what was made of it, if that is known; return it, and whether it is new."""
        values = {name: value for name, value in given.items() if name not in _PARTS}
        collection_id = values.pop("dataCollectionId")
        session_id = self._found.session_of_collection(collection_id)
        session = self.session(session_id, Permission.INGEST_PROC, "dataCollectionId")
        self._fits(session, values)
        there = self._tomograms.known(collection_id, values.get("autoProcProgramId"), values.get("volumeFile"))
        with single():
            (number,) = store(self._tx, TOMOGRAM, [values], [there], dataCollectionId=collection_id)
        self._put_tilts(number, collection_id, given.get("tilts") or [], "tilts")
        self._put_processed(number, given.get("ProcessedTomogram") or [], "ProcessedTomogram")
        record(self._tx, self._access, "tomogram recorded", f"tomogram {number}", given)
        return self._shown.get(number, self._access), there is None

    def change(self, tomogram_id, given, unchanged=None):
        """Change a tomogram, if it is ``unchanged`` since the caller read it; return it."""
        session, _ = self._of(tomogram_id)
        if unchanged:
            unchanged(self._shown.get(tomogram_id, self._access))
        self._fits(session, given)
        self._tx.change(TOMOGRAM.change, given, changed=[tomogram_id])
        record(self._tx, self._access, "tomogram changed", f"tomogram {tomogram_id}", given)
        return self._shown.get(tomogram_id, self._access)

    def add_tilts(self, tomogram_id, rows):
        """Record how tilts of a tomogram were aligned; return them in the order of their rows."""
        _, collection_id = self._of(tomogram_id)
        movies = self._put_tilts(tomogram_id, collection_id, rows, "")
        record(self._tx, self._access, "tilts recorded", f"tomogram {tomogram_id}", {"movieIds": movies})
        return self._shown.some_tilts(tomogram_id, movies, self._access)

    def add_processed(self, tomogram_id, rows):
        """Record what was made of a tomogram; return the tomogram."""
        self._of(tomogram_id)
        ids = self._put_processed(tomogram_id, rows, "")
        made = {"processedTomogramIds": ids}
        record(self._tx, self._access, "processed tomograms recorded", f"tomogram {tomogram_id}", made)
        return self._shown.get(tomogram_id, self._access)

    def _of(self, tomogram_id):
        parents = self._tomograms.parents(tomogram_id) or {}
        session = self.session(parents.get("sessionId"), Permission.INGEST_PROC, what="tomogram")
        return session, parents["dataCollectionId"]

    def _fits(self, session, values):
        """Refuse a run of another proposal, and a grid square of another session."""
        wrong = self.run_faults(session, {"autoProcProgramId": values.get("autoProcProgramId")})
        square = values.get("gridSquareId")
        if square is not None and not self._tomograms.squares(session["sessionId"], [square]):
            wrong["gridSquareId"] = ["No grid square of the same session."]
        refuse(wrong)

    def _put_tilts(self, tomogram_id, collection_id, rows, where):
        """Make or change the alignments of tilts; return their movies."""
        if not rows:
            return []
        movies, wrong = self.movies(collection_id, rows, where)
        own = [{name: value for name, value in row.items() if name not in WAYS} for row in rows]
        wrong |= {f"{where}[{n}].{name}": each for (n, name), each in faults(self._tx, TILT, own).items()}
        wrong |= {f"{where}[{n}]": [f"Is of the same movie as [{first}]."] for n, first in once(movies).items()}
        refuse(wrong)
        known = self._tomograms.tilts(tomogram_id)
        self._tomograms.put_tilts(tomogram_id, dict(zip(movies, own, strict=True)), known)
        return movies

    def _put_processed(self, tomogram_id, rows, where):
        if not rows:
            return []
        wrong = {f"{where}[{n}].{name}": each for (n, name), each in faults(self._tx, PROCESSED, rows).items()}
        again = once([row["filePath"] for row in rows])
        wrong |= {f"{where}[{n}].filePath": [f"Is also that of [{first}]."] for n, first in again.items()}
        refuse(wrong)
        there = self._tomograms.processed(tomogram_id)
        known = [there.get(row["filePath"]) for row in rows]
        return store(self._tx, PROCESSED, rows, known, tomogramId=tomogram_id)
