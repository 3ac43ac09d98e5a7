"""Movies and what was made of each: motion correction, CTF.  The SQL is in sql/queries/em/."""

from ispyb_api.db.listing import conjunction
from ispyb_api.db.queries import Clause
from ispyb_api.em import keyset
from ispyb_api.errors import NotFound
from ispyb_api.processing import scopes

# Of each list: its queries, its key in a row and its column, and what can be asked for besides of which data.
MOVIES = (
    ("em.list_movies", "em.count_movies"),
    ("movieId", "mo.movieId"),
    {"foilHoleId": "mo.foilHoleId"},
)
CORRECTIONS = (
    ("em.list_motion_corrections", "em.count_motion_corrections"),
    ("motionCorrectionId", "mc.motionCorrectionId"),
    {"movieId": "mo.movieId", "autoProcProgramId": "mc.autoProcProgramId"},
)
CTFS = (
    ("em.list_ctfs", "em.count_ctfs"),
    ("ctfId", "ctf.CTFid"),
    {
        "movieId": "mo.movieId",
        "motionCorrectionId": "mc.motionCorrectionId",
        "autoProcProgramId": "ctf.autoProcProgramId",
    },
)


class MovieRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of movies, each with its latest motion correction, and that with its latest CTF."""
        return _page(self._tx, MOVIES, arguments, access)

    def get(self, movie_id, access):
        """Return one movie."""
        return _get(self.some([movie_id], access), f"movie {movie_id}")

    def some(self, movies, access):
        """Return movies by their rows, in this order."""
        return _some(self._tx, MOVIES, movies, access)

    def paths(self, movie_id, access):
        """Return where its files are, by their kind; None if there is no such movie."""
        return self._tx.one("em.paths_of_movie", {"visible": _visible(access)}, movieId=movie_id)

    def series(self, arguments, after, most, access):
        """Return the numbers of the next movies behind one."""
        behind = Clause("mo.movieId > :c_row", {"c_row": after})
        slots = {
            "visible": scopes.visible(self._tx, access, arguments),
            "where": conjunction(*scopes.conditions(arguments), behind),
            "order": Clause("ORDER BY mo.movieId"),
            "page": Clause("LIMIT :p_limit", {"p_limit": most}),
        }
        return self._tx.all("em.series", slots)


class CorrectionRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of motion corrections."""
        return _page(self._tx, CORRECTIONS, arguments, access)

    def some(self, corrections, access):
        """Return motion corrections by their rows, in this order."""
        return _some(self._tx, CORRECTIONS, corrections, access)

    def get(self, correction_id, access):
        """Return one motion correction."""
        return _get(self.some([correction_id], access), f"motion correction {correction_id}")

    def paths(self, correction_id, access):
        """Return where the files of one are, by their kind; None if there is no such correction."""
        slots = {"visible": _visible(access)}
        return self._tx.one("em.paths_of_motion_correction", slots, motionCorrectionId=correction_id)


class CtfRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of estimates of the contrast transfer function."""
        return _page(self._tx, CTFS, arguments, access)

    def some(self, ctfs, access):
        """Return estimates by their rows, in this order."""
        return _some(self._tx, CTFS, ctfs, access)

    def get(self, ctf_id, access):
        """Return one estimate."""
        return _get(self.some([ctf_id], access), f"CTF {ctf_id}")

    def paths(self, ctf_id, access):
        """Return where the files of one are, by their kind; None if there is no such estimate."""
        return self._tx.one("em.paths_of_ctf", {"visible": _visible(access)}, ctfId=ctf_id)


def _page(tx, listed, arguments, access):
    queries, key, columns = listed
    given = [(name, column) for name, column in columns.items() if name in arguments]
    conditions = [Clause(f"{column} = :f_{name}", {f"f_{name}": arguments[name]}) for name, column in given]
    where = conjunction(*scopes.conditions(arguments), *conditions)
    return keyset.read(tx, queries, key, arguments, where, scopes.visible(tx, access, arguments))


def _some(tx, listed, ids, access):
    (listing, _), (name, column), _ = listed
    where = conjunction(Clause(f"{column} IN (:f_ids)", {"f_ids": ids}))
    rows = {row[name]: row for row in tx.all(listing, {"visible": _visible(access), "where": where})}
    return [rows[each] for each in ids if each in rows]


def _get(rows, what):
    if not rows:
        raise NotFound(f"No {what}.")
    return rows[0]


def _visible(access):
    return access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")
