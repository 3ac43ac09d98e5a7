"""What the numbers of an experiment look like from outside."""

import marshmallow as ma

from ispyb_api.em.schemas import ON_CLOCK
from ispyb_api.http.fields import Choice, Float, Ident, Int, Items, Part, Stamp, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.processing.schemas_scopes import SomeDataArguments

# Of each measure: what it is, where it comes from, its unit.
_MEASURES = {
    "totalMotion": ("how far the specimen moved in all", "MotionCorrection.totalMotion", "Å"),
    "averageMotionPerFrame": (
        "how far it moved from frame to frame", "MotionCorrection.averageMotionPerFrame", "Å"
    ),
    "estimatedDefocus": ("defocus", "CTF.estimatedDefocus, CTF.defocusU, CTF.defocusV", "Å"),
    "astigmatism": ("astigmatism", "CTF.astigmatism, CTF.defocusU, CTF.defocusV", "Å"),
    "estimatedResolution": (
        "resolution up to which the CTF fits", "CTF.estimatedResolution, CTF.resolutionLimit", "Å"
    ),
    "iceThickness": ("median of the ice's thickness", "RelativeIceThickness.median", "relative"),
}  # fmt: skip


def _measure(name, what, source, unit):
    made = {
        "number": Int("Of how many movies it is known.", f"computed: {source}", allow_none=False),
        "mean": Float(f"Mean of {what}.", f"computed: {source}", unit),
        "min": Float(f"Least {what}.", f"computed: {source}", unit),
        "max": Float(f"Greatest {what}.", f"computed: {source}", unit),
    }
    schema = ma.Schema.from_dict(made, name=f"Movies{name[0].upper()}{name[1:]}Schema")
    return Part(schema, f"{what[0].upper()}{what[1:]}.", allow_none=False)


class MovieNumbersSchema(ma.Schema.from_dict({name: _measure(name, *each) for name, each in _MEASURES.items()})):
    """The numbers of some movies; of each the latest motion correction counts, and of that the latest CTF."""

    firstMovie = Stamp(f"When the first was recorded, {ON_CLOCK}.", "computed: Movie.createdTimeStamp")
    lastMovie = Stamp(f"When the last was recorded, {ON_CLOCK}.", "computed: Movie.createdTimeStamp")
    movies = Int("How many movies there are.", "computed: Movie.movieId", allow_none=False)
    motionCorrections = Int(
        "How many of them were corrected for motion.", "computed: MotionCorrection.movieId", allow_none=False
    )
    ctfs = Int("Of how many of these the CTF was estimated.", "computed: CTF.motionCorrectionId", allow_none=False)


class IntervalNumbersSchema(MovieNumbersSchema):
    """The numbers of the movies of an interval of time."""

    begin = Stamp(f"When the interval began, {ON_CLOCK}.", "computed: Movie.createdTimeStamp")


class NumbersOverTimeSchema(ma.Schema):
    """How an experiment goes."""

    whole = Part(MovieNumbersSchema, "Of all movies.", allow_none=False)
    results = Items(
        IntervalNumbersSchema, "Of each interval in which movies were recorded.", "computed: Movie.createdTimeStamp"
    )


class MovieCollectionSchema(ma.Schema):
    """A data collection of movies, with its numbers."""

    dataCollectionId = Ident("The data collection's row.", "DataCollection.dataCollectionId")
    dataCollectionGroupId = Ident("Its group.", "DataCollection.dataCollectionGroupId")
    sessionId = Int("The session.", "DataCollectionGroup.sessionId")
    dataCollectionNumber = Int("Its number.", "DataCollection.dataCollectionNumber")
    imagePrefix = Text("How its movies' names begin.", "DataCollection.imagePrefix")
    imageDirectory = Text("Where they lie.", "DataCollection.imageDirectory")
    startTime = Stamp(f"When it began, {ON_CLOCK}.", "DataCollection.startTime")
    endTime = Stamp(f"When it ended, {ON_CLOCK}.", "DataCollection.endTime")
    numberOfImages = Int("How many movies were asked for; frames of some programs.", "DataCollection.numberOfImages")
    voltage = Float("Voltage that accelerates the electrons.", "DataCollection.voltage", "kV")
    magnification = Float("Magnification as calibrated.", "DataCollection.magnification", "times")
    pixelSizeOnImage = Float("Size of a pixel at the specimen.", "DataCollection.pixelSizeOnImage", "Å")
    totalExposedDose = Float("Electrons on the specimen for a movie.", "DataCollection.totalExposedDose", "e⁻/Å²")
    blSampleId = Int("The grid.", "computed: DataCollectionGroup.blSampleId, DataCollection.blSampleId")
    blSample = Text("The grid's name.", "BLSample.name")
    statistics = Part(MovieNumbersSchema, "The numbers of its movies.", allow_none=False)


class OverTimeArguments(SomeDataArguments):
    interval = Choice(
        ("minute", "tenMinutes", "hour", "day"), "How long an interval is: hour unless given.", load_default="hour"
    )


class MovieCollectionArguments(SomeDataArguments, PageArguments):
    order_by = order_by("dataCollectionId", "startTime")


MovieCollectionPageSchema = page_of(MovieCollectionSchema)
