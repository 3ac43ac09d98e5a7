"""Look for what was recorded before, and for whose it is.  The SQL is in sql/queries/em/writing.sql."""

from ispyb_api.db.listing import conjunction
from ispyb_api.db.queries import Clause
from ispyb_api.em.upserting import Kind
from ispyb_api.processing import ways

MOVIE = Kind("Movie", "movieId", "em.add_movie", "em.change_movies")
CORRECTION = Kind("MotionCorrection", "motionCorrectionId", "em.add_correction", "em.change_corrections")
ICE = Kind("RelativeIceThickness", "relativeIceThicknessId", "em.add_ice", "em.change_ice")
CTF = Kind("CTF", "CTFid", "em.add_ctf", "em.change_ctfs")

_OF_PROPOSAL = "g.sessionId IN (SELECT ns.sessionId FROM BLSession ns WHERE ns.proposalId = :n_proposal)"


class RecordingRepository:
    """What one transaction has to know before it writes; who may, its callers have asked."""

    def __init__(self, tx):
        self._tx = tx

    def session_of_collection(self, collection_id):
        """Return the session of a data collection, None if there is no such collection."""
        return self._tx.value("acquisition.session_of_collection", dataCollectionId=collection_id)

    def session_of_movie(self, movie_id):
        return self._tx.value("em.session_of_movie", movieId=movie_id)

    def collection_of_movie(self, movie_id):
        return self._tx.value("em.collection_of_movie", movieId=movie_id)

    def movie_of_correction(self, correction_id):
        return self._tx.value("em.movie_of_correction", motionCorrectionId=correction_id)

    def correction_of_ctf(self, ctf_id):
        return self._tx.value("em.correction_of_ctf", ctfId=ctf_id)

    def runs(self, proposal_id, programs):
        """Return those of some runs that worked on collections of a proposal."""
        if not programs:
            return set()
        narrow = Clause("pg.autoProcProgramId IN (:n_programs)", {"n_programs": sorted(programs)})
        own = Clause(_OF_PROPOSAL, {"n_proposal": proposal_id})
        found = ways.programs_within(self._tx, where=conjunction(narrow, own))
        rows = self._tx.all("em.runs_of_collections", {"union": ways.also(found)})
        return {row["autoProcProgramId"] for row in rows}

    def holes(self, session_id, holes):
        """Return those of some foil holes that lie on grids of a session; none where there is no table of them."""
        if not holes or not self._tx.columns("FoilHole"):
            return set()
        rows = self._tx.all("em.holes_of_session", sessionId=session_id, holes=sorted(holes))
        return {row["foilHoleId"] for row in rows}

    def is_of(self, session_id, proposal_id):
        """Tell whether a session is of a proposal."""
        return self._tx.value("em.proposal_of_session", sessionId=session_id) == proposal_id

    def movies(self, collection_id, *, numbers=(), paths=(), movies=()):
        """Return the movies of a collection that have one of these, the latest last: {movieId, movieNumber, movieFullPath}."""
        sought = {"numbers": sorted(numbers), "paths": sorted(paths), "movies": sorted(movies)}
        return self._tx.all("em.known_movies", dataCollectionId=collection_id, **sought)

    def corrections(self, movies):
        """Return the motion corrections of movies, the latest last."""
        return self._tx.all("em.known_corrections", movies=sorted(movies)) if movies else []

    def corrections_of(self, collection_id, corrections):
        """Return those of some motion corrections that are of a collection."""
        if not corrections:
            return set()
        sought = {"dataCollectionId": collection_id, "corrections": sorted(corrections)}
        return {row["motionCorrectionId"] for row in self._tx.all("em.corrections_of_collection", **sought)}

    def ice(self, corrections):
        """Return {motion correction: its latest row of ice}."""
        rows = self._tx.all("em.known_ice", corrections=sorted(corrections)) if corrections else []
        return {row["motionCorrectionId"]: row["relativeIceThicknessId"] for row in rows}

    def ctfs(self, corrections):
        """Return the CTFs of motion corrections, the latest last."""
        return self._tx.all("em.known_ctfs", corrections=sorted(corrections)) if corrections else []
