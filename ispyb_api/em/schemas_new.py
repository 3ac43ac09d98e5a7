"""What microscopes and pipelines send of movies, motion corrections and CTFs: in the units that are shown, and in no other."""

from typing import Any

import marshmallow as ma
from marshmallow import validate

from ispyb_api.em.schemas import CtfSchema, IceSchema, MotionCorrectionSchema, MovieSchema
from ispyb_api.http.fields import MAX_ID, Float, Ident, Int, Part, Text
from ispyb_api.http.shapes import Plausible, new_of, patch_of

MOST = 1000  # rows of a list
MOST_LINES = 100_000  # the same, where each is a line


def run(table, meaning="The run of the program that found it, of the same proposal; where none is recorded, nothing."):
    """Return the field of a run in a table."""
    return Ident(meaning, f"{table}.autoProcProgramId", allow_none=True)


def place(meaning, column):
    """Return the field of a place on the stage, which has one unit where it is written."""
    return Float(meaning, column, "µm", plausible=(-5000, 5000))


def number(meaning, column, **options):
    """Return the field of a number by which a row is known again."""
    checked = {"strict": True, "validate": validate.Range(-MAX_ID, MAX_ID)}
    return Int(meaning, column, **{**checked, **options})


def but(schema, *names):
    """Return the names of all fields of a schema but these."""
    return tuple(name for name in schema._declared_fields if name not in names)


NewIceSchema: Any = new_of(IceSchema, *but(IceSchema, "relativeIceThicknessId"), name="NewIceSchema")

_OF_CORRECTION = but(
    MotionCorrectionSchema,
    *("motionCorrectionId", "movieId", "autoProcProgramId", "createdTimeStamp", "RelativeIceThickness"),
)
_OF_CTF = but(CtfSchema, "ctfId", "motionCorrectionId", "autoProcProgramId", "createdTimeStamp", "amplitudeContrast")
_OF_MOVIE = but(
    MovieSchema,
    *("movieId", "movieNumber", "dataCollectionId", "positionX", "positionY", "foilHoleId", "MotionCorrection", "CTF"),
)
_CONTRAST = Float("Amplitude contrast.", "CTF.amplitudeContrast", "fraction", plausible=(0, 1))

CtfOfCorrectionSchema: Any = new_of(
    CtfSchema, *_OF_CTF, name="CtfOfCorrectionSchema", amplitudeContrast=_CONTRAST, autoProcProgramId=run("CTF")
)
CorrectionOfMovieSchema: Any = new_of(
    MotionCorrectionSchema,
    *_OF_CORRECTION,
    name="CorrectionOfMovieSchema",
    autoProcProgramId=run("MotionCorrection"),
    RelativeIceThickness=Part(NewIceSchema, "How thick the ice is.", allow_none=True),
)
_RESULTS = {
    "MotionCorrection": Part(CorrectionOfMovieSchema, "Its motion correction, if that is known already."),
    "CTF": Part(CtfOfCorrectionSchema, "The CTF of that; without one, of its latest motion correction."),
}


class IceOfCorrectionSchema(NewIceSchema):
    """How thick the ice is in a corrected movie."""

    autoProcProgramId = run("RelativeIceThickness")


class _Known(ma.Schema):
    """Refuses a movie by which it could not be known again."""

    @ma.validates_schema
    def _has_a_key(self, data, **_):
        if data.get("movieNumber") is None and data.get("movieFullPath") is None:
            raise ma.ValidationError("Give the movie's number, its path, or both.", "movieNumber")


_MOVIE = {
    "movieNumber": number("Number of the movie in its data collection.", "Movie.movieNumber"),
    "positionX": place("Where it was taken, across.", "Movie.positionX"),
    "positionY": place("Where it was taken, down.", "Movie.positionY"),
    "foilHoleId": Ident("The hole it was taken in, of the same session.", "Movie.foilHoleId", allow_none=True),
}
_Movie: Any = new_of(MovieSchema, *_OF_MOVIE, name="_Movie", **_MOVIE)
MoviePatchSchema = patch_of(_Movie, name="MoviePatchSchema", doc="What is known of a movie to change.")


class MovieOfCollectionSchema(_Movie, _Known):
    """What is known of a movie to record: the same number or path is the same movie."""

    MotionCorrection = _RESULTS["MotionCorrection"]
    CTF = _RESULTS["CTF"]


class NewMovieSchema(MovieOfCollectionSchema):
    """What is known of a movie of a data collection to record."""

    dataCollectionId = Ident("The data collection.", "Movie.dataCollectionId", required=True)


_WITH_CTF = {"CTF": Part(CtfOfCorrectionSchema, "The CTF, if that is known already.")}


_NAMES = {"movieId", "movieNumber", "movieFullPath", "motionCorrectionId"}


class OfOneMovie(Plausible):
    """Names the movie of a data collection that a result is of."""

    movieId = Ident("The movie; its number or its path says so too.", "Movie.movieId")
    movieNumber = number("Its number.", "Movie.movieNumber", allow_none=False)
    movieFullPath = Text("Its path.", "Movie.movieFullPath", allow_none=False)

    @ma.validates_schema
    def _says_which(self, data, **_):
        if not data.keys() & _NAMES:
            raise ma.ValidationError(f"Give one of {', '.join(sorted(_NAMES & self.fields.keys()))}.", "movieId")
        if "motionCorrectionId" in data and len(data.keys() & _NAMES) > 1:
            raise ma.ValidationError("Give either the motion correction or its movie.", "motionCorrectionId")


class NewMotionCorrectionSchema(CorrectionOfMovieSchema):
    """What is known of a motion correction to record."""

    movieId = Ident("The movie.", "MotionCorrection.movieId", required=True)
    CTF = _WITH_CTF["CTF"]


class CorrectionOfCollectionSchema(CorrectionOfMovieSchema, OfOneMovie):
    """What is known of the motion correction of a movie of a data collection to record."""

    CTF = _WITH_CTF["CTF"]


class NewCtfSchema(CtfOfCorrectionSchema):
    """What is known of an estimate of the contrast transfer function to record."""

    motionCorrectionId = Ident("The corrected movie.", "CTF.motionCorrectionId", required=True)


class CtfOfCollectionSchema(CtfOfCorrectionSchema, OfOneMovie):
    """What is known of an estimate to record: of a motion correction, or of the latest of a movie."""

    motionCorrectionId = Ident("The corrected movie.", "CTF.motionCorrectionId")


class RecordedRowsSchema(ma.Schema):
    """How many rows were recorded from lines."""

    dataCollectionId = Ident("The data collection.", "Movie.dataCollectionId")
    rows = Int("How many.", "computed: the request", allow_none=False)
    new = Int("How many of them were not there before.", "computed: the request", allow_none=False)
    firstId = Ident(
        "The lowest of their ids, which are those of movies, motion corrections or CTFs.", "computed: the rows"
    )
    lastId = Ident("The highest of their ids.", "computed: the rows")


MotionCorrectionPatchSchema = patch_of(
    CorrectionOfMovieSchema, name="MotionCorrectionPatchSchema", without=("RelativeIceThickness",)
)
CtfPatchSchema = patch_of(CtfOfCorrectionSchema, name="CtfPatchSchema")
