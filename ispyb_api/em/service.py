"""Record movies, one or many at a time, with what was made of them, if that is known already.

A movie is the same one again if it has the same number or the same path within its data collection.
"""

import functools

from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import record
from ispyb_api.em import families
from ispyb_api.em.recording import Recorder, single
from ispyb_api.em.repository import MovieRepository
from ispyb_api.em.repository_writing import MOVIE
from ispyb_api.em.results import Results, of_row
from ispyb_api.em.upserting import faults, once, refuse, store

_RESULTS = ("MotionCorrection", "CTF")
_UNCORRECTED = "The movie has no motion correction yet: send that too, or first."


class Movies(Recorder):
    def add(self, given):
        """Record a movie; return it, and whether it is new."""
        values = dict(given)
        collection_id = values.pop("dataCollectionId")
        with single():
            session = self._session_of(collection_id, "[0].dataCollectionId")
            (number,), new = self._put(session, collection_id, [values])
        record(self._tx, self._access, "movie recorded", f"movie {number}", given)
        return MovieRepository(self._tx).get(number, self._access), new[0]

    def add_all(self, collection_id, rows):
        """Record movies of a data collection; return them in the order of their rows."""
        ids, _ = self._put(self._session_of(collection_id), collection_id, rows)
        record(self._tx, self._access, "movies recorded", f"collection {collection_id}", {"movieIds": ids})
        return MovieRepository(self._tx).some(ids, self._access)

    def add_lines(self, collection_id, rows):
        """Record movies of a data collection, as many as there are; return how many."""
        put = functools.partial(self._put, self._session_of(collection_id), collection_id)
        return self.put_lines(rows, put, "movies recorded", collection_id)

    def change(self, movie_id, given, unchanged=None):
        """Change a movie, if it is ``unchanged`` since the caller read it; return it."""
        session = self.session(self._found.session_of_movie(movie_id), Permission.INGEST_DATA, what="movie")
        movies = MovieRepository(self._tx)
        if unchanged:
            unchanged(movies.get(movie_id, self._access))
        row = families.movie(given, self._tx.columns("Movie"))
        collection_id = self._found.collection_of_movie(movie_id)
        wrong = self._taken(collection_id, given, movie_id)
        refuse(wrong | self.hole_faults(session, {"foilHoleId": given.get("foilHoleId")}))
        self._tx.change(MOVIE.change, row, changed=[movie_id])
        record(self._tx, self._access, "movie changed", f"movie {movie_id}", given)
        return movies.get(movie_id, self._access)

    def _session_of(self, collection_id, field=None):
        session_id = self._found.session_of_collection(collection_id)
        return self.session(session_id, Permission.INGEST_DATA, field, "data collection")

    def _put(self, session, collection_id, rows):
        """Make or change movies, and what was made of them; return their ids, and which are new."""
        results = Results(self._tx, self._access)
        parts = [of_row(number, row) for number, row in enumerate(rows)]
        corrections, ctfs = ([each for each in kind if each] for kind in zip(*parts, strict=True))
        if corrections or ctfs:
            self.session(session["sessionId"], Permission.INGEST_PROC)
        known, wrong = self._known(collection_id, rows)
        bare = [families.movie(_bare(row), self._tx.columns("Movie")) for row in rows]
        wrong |= {f"[{n}].{name}": messages for (n, name), messages in faults(self._tx, MOVIE, bare).items()}
        wrong |= self.hole_faults(session, {f"[{n}].foilHoleId": row.get("foilHoleId") for n, row in enumerate(rows)})
        refuse(wrong | results.faults(session, corrections, ctfs))
        ids = store(self._tx, MOVIE, bare, known, dataCollectionId=collection_id)
        self._store_results(results, collection_id, ids, parts)
        return ids, [key is None for key in known]

    @staticmethod
    def _store_results(results, collection_id, ids, parts):
        corrected = [(movie, one) for movie, (one, _) in zip(ids, parts, strict=True) if one]
        made, _ = results.store_corrections(collection_id, [m for m, _ in corrected], [r for _, r in corrected])
        own = dict(zip([movie for movie, _ in corrected], made, strict=True))
        estimated = [(movie, one) for movie, (_, one) in zip(ids, parts, strict=True) if one]
        own = results.latest_corrections({movie for movie, _ in estimated} - own.keys()) | own
        refuse({each.where: [_UNCORRECTED] for movie, each in estimated if movie not in own})
        results.store_ctfs([own[movie] for movie, _ in estimated], [each for _, each in estimated])

    def _known(self, collection_id, rows):
        """Return the movies that are there already, in the order of rows, and what contradicts them."""
        by_number, by_path = self._there(collection_id, rows)
        known, wrong = [], {}
        for number, row in enumerate(rows):
            same, contradiction = _same(row, by_number, by_path)
            known.append(same)
            wrong |= {f"[{number}].{name}": messages for name, messages in contradiction.items()}
        for name in ("movieNumber", "movieFullPath"):
            again = once([row.get(name) for row in rows])
            wrong |= {f"[{n}].{name}": [f"Is also that of [{first}]."] for n, first in again.items()}
        return known, wrong

    def _there(self, collection_id, rows):
        numbers = {row["movieNumber"] for row in rows if row.get("movieNumber") is not None}
        paths = {row["movieFullPath"] for row in rows if row.get("movieFullPath") is not None}
        there = self._found.movies(collection_id, numbers=numbers, paths=paths)
        return {row["movieNumber"]: row for row in there}, {row["movieFullPath"]: row for row in there}

    def _taken(self, collection_id, given, movie_id):
        """Return messages for a number or a path that is another movie's."""
        by_number, by_path = self._there(collection_id, [given])
        kinds = (("movieNumber", by_number), ("movieFullPath", by_path))
        others = {name: there.get(given[name]) for name, there in kinds if given.get(name) is not None}
        return {
            name: [f"Is that of movie {row['movieId']}."]
            for name, row in others.items()
            if row and row["movieId"] != movie_id
        }


def _bare(row):
    return {name: value for name, value in row.items() if name not in _RESULTS}


def _same(row, by_number, by_path):
    """Return the id of the movie that a row means, None if it is new; and messages, where number and path are of two."""
    numbered, placed = by_number.get(row.get("movieNumber")), by_path.get(row.get("movieFullPath"))
    if row.get("movieNumber") is None or row.get("movieFullPath") is None:
        found = numbered if row.get("movieNumber") is not None else placed
        return (found["movieId"] if found else None), {}
    if placed and placed["movieNumber"] not in (None, row["movieNumber"]):
        return None, {"movieNumber": [f"This path is movie number {placed['movieNumber']}'s."]}
    if numbered and numbered["movieFullPath"] not in (None, row["movieFullPath"]):
        return None, {"movieFullPath": [f"Movie number {row['movieNumber']} is {numbered['movieFullPath']}."]}
    found = placed or numbered
    return (found["movieId"] if found else None), {}
