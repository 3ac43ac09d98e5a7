"""/em: movies, and what was made of each"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.em import pictures
from ispyb_api.em.repository import CorrectionRepository, CtfRepository, MovieRepository
from ispyb_api.em.repository_statistics import StatisticsRepository
from ispyb_api.em.schemas import (
    CtfArguments,
    CtfPageSchema,
    ListedCtfSchema,
    ListedMotionCorrectionSchema,
    MotionCorrectionArguments,
    MotionCorrectionPageSchema,
    MovieArguments,
    MoviePageSchema,
    MovieSchema,
    SeriesArguments,
    SeriesRowSchema,
)
from ispyb_api.em.schemas_new import MoviePatchSchema, NewCtfSchema, NewMotionCorrectionSchema, NewMovieSchema
from ispyb_api.em.schemas_statistics import (
    MovieCollectionArguments,
    MovieCollectionPageSchema,
    NumbersOverTimeSchema,
    OverTimeArguments,
)
from ispyb_api.em.service import Movies
from ispyb_api.em.service_results import Corrections, Ctfs
from ispyb_api.http import streaming
from ispyb_api.http.dump import dumper
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected

api = Namespace("em", path="/em", description="What electron microscopes recorded: movies, and what was made of each")

_AT_ONCE = 5000  # movies that are read together
_FILES = ("image/*", "text/plain", "application/octet-stream")
_OF_MOVIE = ("movie", "micrograph", "snapshot", "metadata")
_OF_CORRECTION = ("micrograph", "doseWeighted", "snapshot", "drift", "fft", "fftCorrected", "log")
_OF_CTF = ("spectrum", "thumbnail", "theoretical", "log")


@api.route("/movies")
class MovieList(Resource):
    @requires()
    @api.accepts(MovieArguments, "query")
    @api.returns(MoviePageSchema)
    def get(self, arguments):
        """List movies

        In the order in which they were recorded, each with its latest motion correction, and that with its latest CTF.
        """
        with transaction() as tx:
            return MovieRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewMovieSchema)
    @api.returns(
        MovieSchema, 201, "Made", found="The data collection has a movie with this number or path: it is changed"
    )
    @api.writes()
    def post(self, tx, given):
        """Record a movie

        With its motion correction and CTF, if these are known already.  For instruments, with the permission ingest_data, and staff of
        the beamline; results take ingest_proc as well.
        """
        movie, new = Movies(tx, current_access()).add(given)
        return created(movie, movie["movieId"], new=new)


@api.route("/movies/series")
class MovieSeries(Resource):
    @requires()
    @api.accepts(SeriesArguments, "query")
    @api.sends("application/json", "text/csv")
    def get(self, arguments):
        """Get the numbers of all movies

        In one answer, however many there are: as JSON, {"results": [one object for each movie]}, or as CSV.
        """
        kind = arguments.pop("format")
        return streaming.table(_pieces(arguments, current_access()), tuple(SeriesRowSchema().fields), kind, "movies")


def _pieces(arguments, access):
    """Yield movies some thousand at a time, each in a transaction of its own: nothing is locked while a client reads."""
    after, dump = 0, dumper(SeriesRowSchema)
    while True:
        with transaction() as tx:
            rows = MovieRepository(tx).series(arguments, after, _AT_ONCE, access)
        after = rows[-1]["movieId"] if rows else after
        yield [dump(row) for row in rows]
        if len(rows) < _AT_ONCE:
            return


@api.route(f"/movies/<int(max={MAX_ID}):movieId>")
@api.param("movieId", "The movie's row.")
class Movie(Resource):
    @requires()
    @api.returns(MovieSchema, errors=(404,))
    def get(self, movieId):  # noqa: N803 - the column's name
        """Get one movie

        With its latest motion correction, and that with its latest CTF.
        """
        with transaction() as tx:
            return MovieRepository(tx).get(movieId, current_access())

    @requires()
    @api.accepts(MoviePatchSchema)
    @api.returns(MovieSchema)
    @api.writes()
    def patch(self, tx, given, movieId):  # noqa: N803
        """Change a movie

        What is absent stays, null clears.  For instruments, with the permission ingest_data, and staff of the beamline.
        """
        return Movies(tx, current_access()).change(movieId, given, expected(MovieSchema))


@api.route(f"/movies/<int(max={MAX_ID}):movieId>/files/<string:kind>")
@api.param("movieId", "The movie's row.")
@api.param("kind", "Which of its files.", enum=_OF_MOVIE)
class MovieFile(Resource):
    @requires()
    @api.sends(*_FILES)
    def get(self, movieId, kind):  # noqa: N803
        """Get a file of a movie

        The movie itself, the sum of its frames, a picture of that, or what the microscope says of it.
        """
        with transaction() as tx:
            paths = MovieRepository(tx).paths(movieId, current_access())
        return pictures.send(paths, kind, "movie")


@api.route("/motion-corrections")
class MotionCorrectionList(Resource):
    @requires()
    @api.accepts(MotionCorrectionArguments, "query")
    @api.returns(MotionCorrectionPageSchema)
    def get(self, arguments):
        """List motion corrections

        In the order in which they were recorded, all of each movie.
        """
        with transaction() as tx:
            return CorrectionRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewMotionCorrectionSchema)
    @api.returns(
        ListedMotionCorrectionSchema, 201, "Made", found="The run has corrected this movie before: it is changed"
    )
    @api.writes()
    def post(self, tx, given):
        """Record a motion correction

        With the CTF, if that is known already.  For pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        correction, new = Corrections(tx, current_access()).add(given)
        return created(correction, correction["motionCorrectionId"], new=new)


@api.route(f"/motion-corrections/<int(max={MAX_ID}):motionCorrectionId>/files/<string:kind>")
@api.param("motionCorrectionId", "The correction's row.")
@api.param("kind", "Which of its files.", enum=_OF_CORRECTION)
class MotionCorrectionFile(Resource):
    @requires()
    @api.sends(*_FILES)
    def get(self, motionCorrectionId, kind):  # noqa: N803
        """Get a file of a motion correction

        The micrograph, the same weighted by dose, a picture of it, a plot of the drift, power spectra, or the log.
        """
        with transaction() as tx:
            paths = CorrectionRepository(tx).paths(motionCorrectionId, current_access())
        return pictures.send(paths, kind, "motion correction")


@api.route("/ctfs")
class CtfList(Resource):
    @requires()
    @api.accepts(CtfArguments, "query")
    @api.returns(CtfPageSchema)
    def get(self, arguments):
        """List estimates of the contrast transfer function

        In the order in which they were recorded, all of each movie.
        """
        with transaction() as tx:
            return CtfRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewCtfSchema)
    @api.returns(ListedCtfSchema, 201, "Made", found="The run has estimated it before: it is changed")
    @api.writes()
    def post(self, tx, given):
        """Record an estimate of the contrast transfer function

        For pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        ctf, new = Ctfs(tx, current_access()).add(given)
        return created(ctf, ctf["ctfId"], new=new)


@api.route(f"/ctfs/<int(max={MAX_ID}):ctfId>/files/<string:kind>")
@api.param("ctfId", "The estimate's row.")
@api.param("kind", "Which of its files.", enum=_OF_CTF)
class CtfFile(Resource):
    @requires()
    @api.sends(*_FILES)
    def get(self, ctfId, kind):  # noqa: N803
        """Get a file of an estimate

        A picture of the spectrum, large or small, of the spectrum as calculated, or the log.
        """
        with transaction() as tx:
            paths = CtfRepository(tx).paths(ctfId, current_access())
        return pictures.send(paths, kind, "CTF")


@api.route("/statistics")
class OverTime(Resource):
    @requires()
    @api.accepts(OverTimeArguments, "query")
    @api.returns(NumbersOverTimeSchema)
    def get(self, arguments):
        """Get how an experiment goes

        How many movies were recorded, corrected and fitted, and how good they are, interval by interval and in all.
        """
        with transaction() as tx:
            return StatisticsRepository(tx).over_time(arguments, current_access())


@api.route("/datacollections")
class MovieCollectionList(Resource):
    @requires()
    @api.accepts(MovieCollectionArguments, "query")
    @api.returns(MovieCollectionPageSchema)
    def get(self, arguments):
        """List data collections with movies

        Each with the numbers of its movies.
        """
        with transaction() as tx:
            return StatisticsRepository(tx).of_collections(arguments, current_access())
