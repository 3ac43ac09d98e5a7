"""Record motion corrections and CTFs as pipelines find them, one or many at a time."""

import functools

from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import record
from ispyb_api.em import families
from ispyb_api.em.recording import HIDDEN, WAYS, OfMovies, single
from ispyb_api.em.repository import CorrectionRepository, CtfRepository
from ispyb_api.em.repository_writing import CORRECTION, CTF, ICE
from ispyb_api.em.results import Result, Results
from ispyb_api.em.upserting import refuse, store

_UNCORRECTED = "This movie has no motion correction yet."


class Corrections(OfMovies):
    def add(self, given):
        """Record a motion correction; return it, and whether it is new."""
        session = self.session(self._found.session_of_movie(given["movieId"]), Permission.INGEST_PROC, "movieId")
        collection_id = self._found.collection_of_movie(given["movieId"])
        with single():
            (number,), (new,) = self._put(session, collection_id, [given["movieId"]], [given])
        record(self._tx, self._access, "motion correction recorded", f"motion correction {number}", given)
        return CorrectionRepository(self._tx).get(number, self._access), new

    def add_all(self, collection_id, rows):
        """Record motion corrections of movies of a data collection; return them in the order of their rows."""
        ids, _ = self._put_all(self.of_collection(collection_id), collection_id, rows)
        made = {"motionCorrectionIds": ids}
        record(self._tx, self._access, "motion corrections recorded", f"collection {collection_id}", made)
        return CorrectionRepository(self._tx).some(ids, self._access)

    def add_lines(self, collection_id, rows):
        """Record motion corrections of movies of a data collection, as many as there are; return how many."""
        put = functools.partial(self._put_all, self.of_collection(collection_id), collection_id)
        return self.put_lines(rows, put, "motion corrections recorded", collection_id)

    def change(self, correction_id, given, unchanged=None):
        """Change a motion correction, if it is ``unchanged`` since the caller read it; return it."""
        session, corrections = self._session_of(correction_id), CorrectionRepository(self._tx)
        if unchanged:
            unchanged(corrections.get(correction_id, self._access))
        refuse(self.run_faults(session, {"autoProcProgramId": given.get("autoProcProgramId")}))
        row = families.correction(given, self._tx.columns("MotionCorrection"))
        self._tx.change(CORRECTION.change, row, changed=[correction_id])
        record(self._tx, self._access, "motion correction changed", f"motion correction {correction_id}", given)
        return corrections.get(correction_id, self._access)

    def put_ice(self, correction_id, given, unchanged=None):
        """Say how thick the ice is in a corrected movie; return the motion correction, if it is ``unchanged``."""
        session = self._session_of(correction_id)
        if unchanged:
            unchanged(CorrectionRepository(self._tx).get(correction_id, self._access))
        refuse(self.run_faults(session, {"autoProcProgramId": given.get("autoProcProgramId")}))
        there = self._found.ice([correction_id])
        store(self._tx, ICE, [{"motionCorrectionId": correction_id, **given}], [there.get(correction_id)])
        record(self._tx, self._access, "ice thickness recorded", f"motion correction {correction_id}", given)
        return CorrectionRepository(self._tx).get(correction_id, self._access)

    def _session_of(self, correction_id):
        session_id = self._found.session_of_movie(self._found.movie_of_correction(correction_id))
        return self.session(session_id, Permission.INGEST_PROC, what="motion correction")

    def _put_all(self, session, collection_id, rows):
        movies, wrong = self.movies(collection_id, rows)
        refuse(wrong)
        return self._put(session, collection_id, movies, rows)

    def _put(self, session, collection_id, movies, rows):
        results = Results(self._tx, self._access)
        corrections = [Result(f"[{n}]", _without(row, *WAYS, "CTF")) for n, row in enumerate(rows)]
        estimated = [(n, Result(f"[{n}].CTF", row["CTF"])) for n, row in enumerate(rows) if row.get("CTF") is not None]
        refuse(results.faults(session, corrections, [each for _, each in estimated]))
        ids, new = results.store_corrections(collection_id, movies, corrections)
        results.store_ctfs([ids[n] for n, _ in estimated], [each for _, each in estimated])
        return ids, new


class Ctfs(OfMovies):
    def add(self, given):
        """Record a CTF; return it, and whether it is new."""
        correction_id = given["motionCorrectionId"]
        session_id = self._found.session_of_movie(self._found.movie_of_correction(correction_id))
        session = self.session(session_id, Permission.INGEST_PROC, "motionCorrectionId")
        with single():
            (number,), (new,) = self._put(session, [correction_id], [given])
        record(self._tx, self._access, "CTF recorded", f"CTF {number}", given)
        return CtfRepository(self._tx).get(number, self._access), new

    def add_all(self, collection_id, rows):
        """Record CTFs of movies of a data collection; return them in the order of their rows."""
        ids, _ = self._put_all(self.of_collection(collection_id), collection_id, rows)
        record(self._tx, self._access, "CTFs recorded", f"collection {collection_id}", {"ctfIds": ids})
        return CtfRepository(self._tx).some(ids, self._access)

    def add_lines(self, collection_id, rows):
        """Record CTFs of movies of a data collection, as many as there are; return how many."""
        put = functools.partial(self._put_all, self.of_collection(collection_id), collection_id)
        return self.put_lines(rows, put, "CTFs recorded", collection_id)

    def change(self, ctf_id, given, unchanged=None):
        """Change a CTF, if it is ``unchanged`` since the caller read it; return it."""
        movie_id = self._found.movie_of_correction(self._found.correction_of_ctf(ctf_id))
        session = self.session(self._found.session_of_movie(movie_id), Permission.INGEST_PROC, what="CTF")
        ctfs = CtfRepository(self._tx)
        if unchanged:
            unchanged(ctfs.get(ctf_id, self._access))
        refuse(self.run_faults(session, {"autoProcProgramId": given.get("autoProcProgramId")}))
        self._tx.change(CTF.change, families.ctf(given, self._tx.columns("CTF")), changed=[ctf_id])
        record(self._tx, self._access, "CTF changed", f"CTF {ctf_id}", given)
        return ctfs.get(ctf_id, self._access)

    def _corrections(self, collection_id, rows):
        """Return the motion corrections that rows are of: those they name, or the latest of their movies."""
        movies, wrong = self.movies(collection_id, rows)
        named = {row["motionCorrectionId"] for row in rows if row.get("motionCorrectionId") is not None}
        own = self._found.corrections_of(collection_id, named)
        latest = Results(self._tx, self._access).latest_corrections({movie for movie in movies if movie is not None})
        found = []
        for number, (row, movie) in enumerate(zip(rows, movies, strict=True)):
            correction = row.get("motionCorrectionId")
            if correction is not None and correction not in own:
                wrong[f"[{number}].motionCorrectionId"] = [HIDDEN]
            elif movie is not None and movie not in latest:
                wrong[f"[{number}]"] = [_UNCORRECTED]
            found.append(correction if correction is not None else latest.get(movie))
        refuse(wrong)
        return found

    def _put_all(self, session, collection_id, rows):
        return self._put(session, self._corrections(collection_id, rows), rows)

    def _put(self, session, corrections, rows):
        results = Results(self._tx, self._access)
        ctfs = [Result(f"[{n}]", _without(row, *WAYS, "motionCorrectionId")) for n, row in enumerate(rows)]
        refuse(results.faults(session, [], ctfs))
        return results.store_ctfs(corrections, ctfs)


def _without(row, *names):
    return {name: value for name, value in row.items() if name not in names}
