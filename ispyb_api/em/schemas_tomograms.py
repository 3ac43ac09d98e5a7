"""What tomograms look like from outside."""

import marshmallow as ma

from ispyb_api.em.schemas import DEFOCUS, ON_CLOCK
from ispyb_api.http.fields import Float, Ident, Int, Items, Part, Stamp, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.processing.schemas_jobs import JobProgramSchema
from ispyb_api.processing.schemas_scopes import SCOPES, ScopeArguments


class ProcessedTomogramSchema(ma.Schema):
    """What was made of a tomogram."""

    processedTomogramId = Ident("The row.", "ProcessedTomogram.processedTomogramId")
    tomogramId = Ident("The tomogram.", "ProcessedTomogram.tomogramId")
    filePath = Text("Its file, as it was recorded.", "ProcessedTomogram.filePath")
    processingType = Text("What was done, as Denoised or Segmented.", "ProcessedTomogram.processingType")
    feature = Text("What was looked for, as Membrane.", "ProcessedTomogram.feature")


class TomogramMetadataSchema(ma.Schema):
    tilts = Int("How many tilts were aligned.", "computed: TiltImageAlignment.movieId", allow_none=False)


def _file(meaning, column):
    return Text(f"{meaning}, as it was recorded: a whole path, or a name in fileDirectory.", f"Tomogram.{column}")


class TomogramSchema(ma.Schema):
    """A tomogram: a volume made of pictures of many tilts."""

    tomogramId = Ident("The tomogram's row.", "Tomogram.tomogramId")
    dataCollectionId = Ident("The data collection.", "Tomogram.dataCollectionId")
    gridSquareId = Int("The grid square, where that is recorded.", "Tomogram.gridSquareId")
    fileDirectory = Text("Where its files lie.", "Tomogram.fileDirectory")
    volumeFile = _file("The volume", "volumeFile")
    stackFile = _file("The pictures of all tilts", "stackFile")
    centralSliceImage = _file("A picture of the slice in the middle", "centralSliceImage")
    tomogramMovie = _file("A film through the slices", "tomogramMovie")
    xyShiftPlot = _file("A plot of the shifts", "xyShiftPlot")
    projXY = _file("A projection onto x and y", "projXY")
    projXZ = _file("A projection onto x and z", "projXZ")
    sizeX = Int("Size along x.", "Tomogram.sizeX", "pixel")
    sizeY = Int("Size along y.", "Tomogram.sizeY", "pixel")
    sizeZ = Int("Size along z.", "Tomogram.sizeZ", "pixel")
    pixelSpacing = Float("Size of a pixel.", "Tomogram.pixelSpacing", "Å", plausible=(0.1, 1000))
    residualErrorMean = Float("Mean error of the alignment.", "Tomogram.residualErrorMean", "nm", plausible=(0, 1000))
    residualErrorSD = Float("How much that varies.", "Tomogram.residualErrorSD", "nm", plausible=(0, 1000))
    xAxisCorrection = Float("By how much the axis was turned.", "Tomogram.xAxisCorrection", "°", plausible=(-360, 360))
    tiltAngleOffset = Float("By how much all tilts were off.", "Tomogram.tiltAngleOffset", "°", plausible=(-180, 180))
    zShift = Float("By how much it was shifted along z.", "Tomogram.zShift", "pixel")
    globalAlignmentQuality = Float("How well the tilts fit.", "Tomogram.globalAlignmentQuality", "1")
    pixelLocationX = Int("Where it lies on the grid square's picture, across.", "Tomogram.pixelLocationX", "pixel")
    pixelLocationY = Int("Where it lies on the grid square's picture, down.", "Tomogram.pixelLocationY", "pixel")
    thickness = Float("How thick the specimen is.", "Tomogram.thickness", "nm", plausible=(0, 10_000))
    recordTimeStamp = Stamp(f"When it was recorded, {ON_CLOCK}.", "Tomogram.recordTimeStamp")
    AutoProcProgram = Part(JobProgramSchema, "The run of the program; null if none is recorded.")
    ProcessedTomogram = Items(ProcessedTomogramSchema, "What was made of it: denoised, segmented.")
    _metadata = Part(TomogramMetadataSchema, "What there is besides.", allow_none=False)


class TiltSchema(ma.Schema):
    """How one tilt was aligned."""

    movieId = Ident("The movie of the tilt.", "TiltImageAlignment.movieId")
    tomogramId = Ident("The tomogram.", "TiltImageAlignment.tomogramId")
    movieNumber = Int("Number of the movie.", "Movie.movieNumber")
    angle = Float("Tilt of the stage.", "Movie.angle", "°")
    refinedTiltAngle = Float("Tilt as refined.", "TiltImageAlignment.refinedTiltAngle", "°", plausible=(-180, 180))
    refinedTiltAxis = Float(
        "Direction of the axis as refined.", "TiltImageAlignment.refinedTiltAxis", "°", plausible=(-360, 360)
    )
    refinedMagnification = Float("Magnification as refined.", "TiltImageAlignment.refinedMagnification", "times")
    residualError = Float("What error remains.", "TiltImageAlignment.residualError", "nm", plausible=(0, 1000))
    defocusU = Float("Defocus along the first axis.", "TiltImageAlignment.defocusU", "Å", plausible=DEFOCUS)
    defocusV = Float("Defocus along the second axis.", "TiltImageAlignment.defocusV", "Å", plausible=DEFOCUS)
    resolution = Float(
        "Resolution up to which the CTF fits.", "TiltImageAlignment.resolution", "Å", plausible=(0.5, 1000)
    )
    fitQuality = Float("How well it fits.", "TiltImageAlignment.fitQuality", "1")
    psdFile = Text("The power spectrum's file, as it was recorded.", "TiltImageAlignment.psdFile")


class TomogramArguments(ScopeArguments, PageArguments):
    gridSquareId = Ident("Of one grid square.")
    autoProcProgramId = Ident("Made by one run.")
    order_by = order_by("tomogramId", "globalAlignmentQuality")

    @ma.validates_schema(skip_on_field_errors=False)
    def _of_something(self, data, **_):
        known = (*SCOPES, "gridSquareId", "autoProcProgramId")
        if not data.keys() & set(known):
            raise ma.ValidationError({"dataCollectionId": [f"Give one of {', '.join(known)}."]})


class TiltArguments(PageArguments):
    order_by = order_by("movieId", "refinedTiltAngle", "angle")


TomogramPageSchema = page_of(TomogramSchema)
TiltPageSchema = page_of(TiltSchema)
