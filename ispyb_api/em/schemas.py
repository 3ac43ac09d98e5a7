"""What movies, motion corrections and CTFs look like from outside, and what one may ask of them."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Choice, Float, Ident, Int, Part, Stamp, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.processing.schemas_scopes import SCOPES, ScopeArguments, SomeDataArguments

STAGE = "µm; m of some programs"
ON_CLOCK = "on the facility's clock"
DEFOCUS = (100, 200_000)  # in Å: a number of µm is smaller, one of pm greater


def _path(meaning, column):
    return Text(f"{meaning}, as it was recorded.", column)


class IceSchema(ma.Schema):
    """How thick the ice is, as a programs sees it in a micrograph."""

    relativeIceThicknessId = Ident("The row.", "RelativeIceThickness.relativeIceThicknessId")
    minimum = Float("Least thickness.", "RelativeIceThickness.minimum", "relative")
    q1 = Float("Lower quartile of the thickness.", "RelativeIceThickness.q1", "relative")
    median = Float("Median of the thickness.", "RelativeIceThickness.median", "relative")
    q3 = Float("Upper quartile of the thickness.", "RelativeIceThickness.q3", "relative")
    maximum = Float("Greatest thickness.", "RelativeIceThickness.maximum", "relative")


class MotionCorrectionSchema(ma.Schema):
    """A movie whose frames were laid over one another."""

    motionCorrectionId = Ident("The correction's row.", "MotionCorrection.motionCorrectionId")
    movieId = Int("The movie.", "MotionCorrection.movieId")
    autoProcProgramId = Int("The run that did it, where that is recorded.", "MotionCorrection.autoProcProgramId")
    firstFrame = Int("First frame that was used.", "MotionCorrection.firstFrame")
    lastFrame = Int("Last frame that was used.", "MotionCorrection.lastFrame")
    dosePerFrame = Float("Fluence of a frame.", "MotionCorrection.dosePerFrame", "e⁻/Å²", plausible=(0, 100))
    doseWeight = Float("Weight by dose; 0 without weighting.", "MotionCorrection.doseWeight", "1")
    totalMotion = Float(
        "How far the specimen moved in all.", "MotionCorrection.totalMotion", "Å", plausible=(0, 10_000)
    )
    averageMotionPerFrame = Float(
        "How far it moved from frame to frame in the mean.",
        "MotionCorrection.averageMotionPerFrame",
        "Å",
        plausible=(0, 1000),
    )
    patchesUsed = Text("Into how many patches the frames were cut, as 5 x 5.", "MotionCorrection.patchesUsed")
    patchesUsedX = Int("How many patches across.", "MotionCorrection.patchesUsedX")
    patchesUsedY = Int("How many patches down.", "MotionCorrection.patchesUsedY")
    comments = Text("Remarks.", "MotionCorrection.comments")
    micrographFullPath = _path("The micrograph", "MotionCorrection.micrographFullPath")
    correctedDoseMicrographFullPath = _path(
        "The micrograph weighted by dose", "MotionCorrection.correctedDoseMicrographFullPath"
    )
    micrographSnapshotFullPath = _path("A picture of it", "MotionCorrection.micrographSnapshotFullPath")
    driftPlotFullPath = _path("A plot of the motion", "MotionCorrection.driftPlotFullPath")
    fftFullPath = _path("The power spectrum before", "MotionCorrection.fftFullPath")
    fftCorrectedFullPath = _path("The power spectrum after", "MotionCorrection.fftCorrectedFullPath")
    logFileFullPath = _path("The log", "MotionCorrection.logFileFullPath")
    createdTimeStamp = Stamp(f"When it was recorded, {ON_CLOCK}.", "MotionCorrection.createdTimeStamp")
    RelativeIceThickness = Part(IceSchema, "How thick the ice is; null if that is not recorded.")


def _of_both(meaning, column, others, unit, plausible):
    source = f"computed: CTF.{column}, " + ", ".join(f"CTF.{each}" for each in others)
    return Float(meaning, source, unit, plausible)


class CtfSchema(ma.Schema):
    """The contrast transfer function of a micrograph, as estimated."""

    ctfId = Ident("The estimate's row.", "CTF.CTFid")
    motionCorrectionId = Int("The corrected movie.", "CTF.motionCorrectionId")
    autoProcProgramId = Int("The run that estimated it, where that is recorded.", "CTF.autoProcProgramId")
    defocusU = Float("Defocus along the first axis; one family has it.", "CTF.defocusU", "Å", plausible=DEFOCUS)
    defocusV = Float("Defocus along the second axis; one family has it.", "CTF.defocusV", "Å", plausible=DEFOCUS)
    estimatedDefocus = _of_both(
        "Defocus: what is recorded, else the mean of both axes.",
        "estimatedDefocus",
        ("defocusU", "defocusV"),
        "Å",
        plausible=DEFOCUS,
    )
    astigmatism = _of_both(
        "Astigmatism: what is recorded, else by how much both axes differ.",
        "astigmatism",
        ("defocusU", "defocusV"),
        "Å",
        plausible=(0, 50_000),
    )
    astigmatismAngle = _of_both(
        "Direction of the astigmatism.", "astigmatismAngle", ("angle",), "°", plausible=(-360, 360)
    )
    estimatedResolution = _of_both(
        "Resolution up to which it fits.", "estimatedResolution", ("resolutionLimit",), "Å", plausible=(0.5, 200)
    )
    ccValue = _of_both(
        "How well it fits, as a correlation.", "ccValue", ("crossCorrelationCoefficient",), "1", plausible=(-1, 1)
    )
    estimatedBfactor = Float("B factor; one family has it.", "CTF.estimatedBfactor", "Å²")
    amplitudeContrast = Float("Amplitude contrast.", "CTF.amplitudeContrast", "fraction; some programs write %")
    iceRingDensity = Float("How strong rings of ice are.", "CTF.iceRingDensity", "arbitrary")
    boxSizeX = Float("Width of the box that was looked at.", "CTF.boxSizeX", "pixel", plausible=(1, 65_536))
    boxSizeY = Float("Height of the box that was looked at.", "CTF.boxSizeY", "pixel", plausible=(1, 65_536))
    minResolution = Float("Low limit of resolution.", "CTF.minResolution", "Å", plausible=(0.5, 1000))
    maxResolution = Float("High limit of resolution.", "CTF.maxResolution", "Å", plausible=(0.5, 1000))
    minDefocus = Float("Least defocus that was tried.", "CTF.minDefocus", "Å", plausible=(100, 1_000_000))
    maxDefocus = Float("Greatest defocus that was tried.", "CTF.maxDefocus", "Å", plausible=(100, 1_000_000))
    defocusStepSize = Float("Step in which it was tried.", "CTF.defocusStepSize", "Å", plausible=(1, 10_000))
    comments = Text("Remarks.", "CTF.comments")
    spectraImageFullPath = _path("A picture of the spectrum", "CTF.spectraImageFullPath")
    spectraImageThumbnailFullPath = _path("A small one", "CTF.spectraImageThumbnailFullPath")
    fftTheoreticalFullPath = _path("A picture of the spectrum as calculated", "CTF.fftTheoreticalFullPath")
    logFilePath = _path("The log", "CTF.logFilePath")
    createdTimeStamp = Stamp(f"When it was recorded, {ON_CLOCK}.", "CTF.createdTimeStamp")


class MovieSchema(ma.Schema):
    """A movie: frames of one place of the specimen, or of one tilt."""

    movieId = Ident("The movie's row.", "Movie.movieId")
    dataCollectionId = Ident("The data collection.", "Movie.dataCollectionId")
    movieNumber = Int("Number of the movie in its data collection.", "Movie.movieNumber")
    movieFullPath = _path("The movie's file", "Movie.movieFullPath")
    micrographFullPath = _path("The sum of its frames", "Movie.micrographFullPath")
    micrographSnapshotFullPath = _path("A picture of that", "Movie.micrographSnapshotFullPath")
    xmlMetaDataFullPath = _path("What the microscope says of it", "Movie.xmlMetaDataFullPath")
    positionX = Float("Where it was taken, across.", "Movie.positionX", STAGE)
    positionY = Float("Where it was taken, down.", "Movie.positionY", STAGE)
    nominalDefocus = Float("Defocus that was asked for.", "Movie.nominalDefocus", "Å", plausible=(-200_000, 200_000))
    angle = Float("Tilt of the stage.", "Movie.angle", "°", plausible=(-180, 180))
    fluence = Float(
        "Electrons on the specimen.", "computed: Movie.fluence, Movie.dosePerImage", "e⁻/Å²", plausible=(0, 1000)
    )
    numberOfFrames = Int("How many frames there are.", "Movie.numberOfFrames")
    foilHoleId = Int("The hole it was taken in, where that is recorded.", "Movie.foilHoleId")
    templateLabel = Int("Number of the place in the hole.", "Movie.templateLabel")
    createdTimeStamp = Stamp(f"When it was recorded, {ON_CLOCK}.", "Movie.createdTimeStamp")
    MotionCorrection = Part(MotionCorrectionSchema, "The latest motion correction; null until there is one.")
    CTF = Part(CtfSchema, "The latest CTF of that; null until there is one.")


class ListedMotionCorrectionSchema(MotionCorrectionSchema):
    """A motion correction with its movie."""

    movieNumber = Int("Number of the movie.", "Movie.movieNumber")
    dataCollectionId = Ident("The data collection.", "Movie.dataCollectionId")


class ListedCtfSchema(CtfSchema):
    """An estimate with its movie."""

    movieId = Int("The movie.", "MotionCorrection.movieId")
    movieNumber = Int("Number of the movie.", "Movie.movieNumber")
    dataCollectionId = Ident("The data collection.", "Movie.dataCollectionId")


def going_on(page):
    """Return the schema of a page that says how to go on behind it."""
    following = Text(
        "Send it as after to get what follows, whatever has been added meanwhile; null on the last page.",
        "computed: the last row",
    )
    return page.from_dict({"next": following}, name=page.__name__)


class KeysetArguments(PageArguments):
    """How one goes on behind a page."""

    after = Text(
        "The next of an earlier page, asked with the same conditions: what follows it.  Not together with skip.",
        allow_none=False,
        validate=validate.Length(1, 100),
    )

    @ma.validates_schema
    def _one_way_to_page(self, data, **_):
        if "after" in data and data["skip"]:
            raise ma.ValidationError("Give either after or skip.", "after")


class MovieArguments(SomeDataArguments, KeysetArguments):
    foilHoleId = Ident("Taken in one hole.")
    order_by = order_by("movieId")


class _OfMovieArguments(ScopeArguments, KeysetArguments):
    movieId = Ident("Of one movie.")
    autoProcProgramId = Ident("Made by one run.")

    @ma.validates_schema(skip_on_field_errors=False)
    def _of_something(self, data, **_):
        known = (*SCOPES, "movieId", "motionCorrectionId", "autoProcProgramId")
        if not data.keys() & set(known):
            names = [name for name in known if name in self.fields]
            raise ma.ValidationError({"dataCollectionId": [f"Give one of {', '.join(names)}."]})


class MotionCorrectionArguments(_OfMovieArguments):
    order_by = order_by("motionCorrectionId")


class CtfArguments(_OfMovieArguments):
    motionCorrectionId = Ident("Of one corrected movie.")
    order_by = order_by("ctfId")


class SeriesArguments(SomeDataArguments):
    format = Choice(("json", "csv"), "json unless given.", load_default="json")


class SeriesRowSchema(ma.Schema):
    """The numbers of one movie, as they are plotted."""

    movieId = Ident("The movie.", "Movie.movieId")
    dataCollectionId = Ident("The data collection.", "Movie.dataCollectionId")
    movieNumber = Int("Number of the movie.", "Movie.movieNumber")
    createdTimeStamp = Stamp(f"When it was recorded, {ON_CLOCK}.", "Movie.createdTimeStamp")
    motionCorrectionId = Int("The latest motion correction.", "MotionCorrection.motionCorrectionId")
    totalMotion = MotionCorrectionSchema._declared_fields["totalMotion"]
    averageMotionPerFrame = MotionCorrectionSchema._declared_fields["averageMotionPerFrame"]
    dosePerFrame = MotionCorrectionSchema._declared_fields["dosePerFrame"]
    ctfId = Int("The latest CTF of that.", "CTF.CTFid")
    defocusU = CtfSchema._declared_fields["defocusU"]
    defocusV = CtfSchema._declared_fields["defocusV"]
    estimatedDefocus = CtfSchema._declared_fields["estimatedDefocus"]
    astigmatism = CtfSchema._declared_fields["astigmatism"]
    astigmatismAngle = CtfSchema._declared_fields["astigmatismAngle"]
    estimatedResolution = CtfSchema._declared_fields["estimatedResolution"]
    ccValue = CtfSchema._declared_fields["ccValue"]
    estimatedBfactor = CtfSchema._declared_fields["estimatedBfactor"]
    iceRingDensity = CtfSchema._declared_fields["iceRingDensity"]
    iceThickness = Float("Median of the ice's thickness.", "RelativeIceThickness.median", "relative")


MoviePageSchema = going_on(page_of(MovieSchema))
MotionCorrectionPageSchema = going_on(page_of(ListedMotionCorrectionSchema))
CtfPageSchema = going_on(page_of(ListedCtfSchema))
