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
        rows = self._tx.all(
            "em.list_movies",
            {"visible": _visible(access), "where": conjunction(Clause("mo.movieId = :f_movie", {"f_movie": movie_id}))},
        )
        if not rows:
            raise NotFound(f"No movie {movie_id}.")
        return rows[0]

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

    def paths(self, ctf_id, access):
        """Return where the files of one are, by their kind; None if there is no such estimate."""
        return self._tx.one("em.paths_of_ctf", {"visible": _visible(access)}, ctfId=ctf_id)


def _page(tx, listed, arguments, access):
    queries, key, columns = listed
    given = [(name, column) for name, column in columns.items() if name in arguments]
    conditions = [Clause(f"{column} = :f_{name}", {f"f_{name}": arguments[name]}) for name, column in given]
    where = conjunction(*scopes.conditions(arguments), *conditions)
    return keyset.read(tx, queries, key, arguments, where, scopes.visible(tx, access, arguments))


def _visible(access):
    return access.measured("dc", "g.dataCollectionGroupId", "g.sessionId")
