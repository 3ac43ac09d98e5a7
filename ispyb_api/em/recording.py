"""What everything has in common that is recorded below /em: whose session it is, and whose runs and holes it names."""

import contextlib

from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import record, session_to_write
from ispyb_api.em.repository_writing import RecordingRepository
from ispyb_api.em.upserting import refuse
from ispyb_api.errors import Invalid, NotFound

HIDDEN = "No such row, or none that you may see."
FIRST = "[0]."
WAYS = ("movieId", "movieNumber", "movieFullPath")  # in which rows name movies
_AGAIN = "Is the same as one before."
_ELSEWHERE = "No such movie of this data collection."


class Recorder:
    """What a caller with the view ``access`` records in one transaction."""

    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._found = RecordingRepository(tx)

    def session(self, session_id, permission, field=None, what="row"):
        """Return the session to record in; one that is not there is the fault of the ``field`` that led to it, if one did."""
        try:
            if session_id is None:
                raise NotFound(f"No such {what}.")
            return session_to_write(self._tx, self._access, session_id, permission)
        except NotFound:
            if field is None:
                raise NotFound(f"No such {what}.") from None
            raise Invalid(errors={field: [HIDDEN]}) from None

    def put_lines(self, rows, put, action, collection_id):
        """Record rows of a collection, as many as there are, by ``put``, which returns their ids and which are new; return how many."""
        ids, new = set(), 0
        for batch in rows.batches({}, lambda row: {}):
            with batch.named():
                made, fresh = put(batch)
                refuse({f"[{place}]": [_AGAIN] for place, number in enumerate(made) if number in ids})
            ids.update(made)
            new += sum(fresh)
        found = {"rows": len(ids), "new": new, "firstId": min(ids), "lastId": max(ids)}
        record(self._tx, self._access, action, f"collection {collection_id}", found)
        return {"dataCollectionId": collection_id, **found}

    def run_faults(self, session, runs):
        """Return messages for the runs that are none of the session's proposal; ``runs`` are {field: run}."""
        given = {field: run for field, run in runs.items() if run is not None}
        own = self._found.runs(session["proposalId"], set(given.values()))
        return {field: [f"No run of {session['proposal']}."] for field, run in given.items() if run not in own}

    def hole_faults(self, session, holes):
        """Return messages for the foil holes that are not on a grid of the session; ``holes`` are {field: hole}."""
        given = {field: hole for field, hole in holes.items() if hole is not None}
        own = self._found.holes(session["sessionId"], set(given.values()))
        return {field: ["No foil hole of the same session."] for field, hole in given.items() if hole not in own}


class OfMovies(Recorder):
    """Finds the movies of a data collection that rows name."""

    def of_collection(self, collection_id):
        """Return the session of a data collection of which results are recorded."""
        session_id = self._found.session_of_collection(collection_id)
        return self.session(session_id, Permission.INGEST_PROC, what="data collection")

    def movies(self, collection_id, rows, where=""):
        """Return the movies that rows name, in their order, None where a row names none; and messages where there is none.

        ``where`` begins the names of fields, as ``tilts``.
        """
        given = {way: {row[way] for row in rows if row.get(way) is not None} for way in WAYS}
        numbers, paths, movies = given["movieNumber"], given["movieFullPath"], given["movieId"]
        there = self._found.movies(collection_id, numbers=numbers, paths=paths, movies=movies)
        by = {way: {movie[way]: movie for movie in there} for way in WAYS}
        found, wrong = [], {}
        for number, row in enumerate(rows):
            ways = [way for way in WAYS if row.get(way) is not None]
            movie = by[ways[0]].get(row[ways[0]]) if ways else None
            other = next((way for way in ways if movie is None or movie[way] != row[way]), None)
            if other:
                wrong[f"{where}[{number}].{other}"] = [
                    _ELSEWHERE if movie is None else f"Movie {movie['movieId']} has another."
                ]
            found.append(movie and movie["movieId"])
        return found, wrong


@contextlib.contextmanager
def single():
    """Name the fields of the only row of a list as those of an object."""
    try:
        yield
    except Invalid as exc:
        errors = {name.removeprefix(FIRST): each for name, each in exc.errors.items()}
        raise Invalid(str(exc), errors=errors) from None
