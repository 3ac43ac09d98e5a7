"""What maps look like from outside, and what one may ask of them."""

import math

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Bool, Choice, Float, Ident, Int, Items, Part, Text
from ispyb_api.http.paging import PageArguments, page_of
from ispyb_api.maps.grids import COLOUR_MAPS

COUNTS = "counts"
ENERGY = "eV"
INDICATORS = {
    "dozor_score": "1",
    "spotTotal": "spots",
    "goodBraggCandidates": "spots",
    "totalIntegratedSignal": COUNTS,
    "method1Res": "Å",
    "method2Res": "Å",
}


class MapGridSchema(ma.Schema):
    """The grid that a map covers."""

    gridInfoId = Ident("The grid's row.", "GridInfo.gridInfoId")
    steps_x = Float("Points along x.", "GridInfo.steps_x", "points")
    steps_y = Float("Points along y.", "GridInfo.steps_y", "points")
    snaked = Bool("Whether every other line was scanned backwards.", "GridInfo.snaked", allow_none=False)
    orientation = Text("Direction of the lines: horizontal or vertical.", "GridInfo.orientation")


class MapRoiSchema(ma.Schema):
    """The part of the spectrum that a map shows."""

    xrfFluorescenceMappingROIId = Ident("The region's row.", "XRFFluorescenceMappingROI.xrfFluorescenceMappingROIId")
    element = Text("Symbol of the element.", "XRFFluorescenceMappingROI.element")
    edge = Text("Its edge or line.", "XRFFluorescenceMappingROI.edge")
    scalar = Text("What is shown instead of a part of the spectrum.", "XRFFluorescenceMappingROI.scalar")
    startEnergy = Float("Where the part begins.", "XRFFluorescenceMappingROI.startEnergy", ENERGY)
    endEnergy = Float("Where it ends.", "XRFFluorescenceMappingROI.endEnergy", ENERGY)


class WholeMapRoiSchema(MapRoiSchema):
    """A region of interest of fluorescence."""

    r = Int("Red of its colour, 0 to 255.", "XRFFluorescenceMappingROI.r")
    g = Int("Green of its colour, 0 to 255.", "XRFFluorescenceMappingROI.g")
    b = Int("Blue of its colour, 0 to 255.", "XRFFluorescenceMappingROI.b")
    blSampleId = Int("The sample it was chosen for.", "XRFFluorescenceMappingROI.blSampleId")


class MapMetadataSchema(ma.Schema):
    """What a map is of."""

    url = Text("Path of its picture.", "computed: the route", allow_none=False)
    dataCollectionId = Int("The data collection.", "DataCollection.dataCollectionId")
    blSampleId = Int("The sample.", "computed: DataCollectionGroup.blSampleId, DataCollection.blSampleId")
    blSubSampleId = Int("The position on the sample.", "DataCollection.blSubSampleId")


class MapSchema(ma.Schema):
    """A map of fluorescence."""

    xrfFluorescenceMappingId = Ident("The map's row.", "XRFFluorescenceMapping.xrfFluorescenceMappingId")
    colourMap = Text("Colours it is to be drawn in.", "XRFFluorescenceMapping.colourMap")
    opacity = Float("How opaque it is to be drawn, 0 to 1.", "XRFFluorescenceMapping.opacity", "fraction")
    points = Int("How many points were measured.", "XRFFluorescenceMapping.points")
    dataFormat = Text(
        "How its values are kept: json, json+gzip, or rows where each image has one.",
        "XRFFluorescenceMapping.dataFormat",
    )
    min = Int("Value that the first colour stands for.", "XRFFluorescenceMapping.min", COUNTS)
    max = Int("Value that the last colour stands for.", "XRFFluorescenceMapping.max", COUNTS)
    autoProcProgramId = Int("The program's run that made it.", "XRFFluorescenceMapping.autoProcProgramId")
    GridInfo = Part(MapGridSchema, "The grid; null if none is recorded.")
    XRFFluorescenceMappingROI = Part(MapRoiSchema, "The part of the spectrum that it shows.")
    _metadata = Part(MapMetadataSchema, "What it is of.", allow_none=False)


class WholeMapSchema(MapSchema):
    """A map of fluorescence with its values."""

    values = Items(
        Float("A value; null where nothing was measured.", "XRFFluorescenceMapping.data", COUNTS),
        "A value for each point of the grid, in the order in which they were measured.",
        "XRFFluorescenceMapping.data",
    )


class MapHistogramSchema(ma.Schema):
    """How often which values occur in a map."""

    xrfFluorescenceMappingId = Ident("The map's row.", "XRFFluorescenceMapping.xrfFluorescenceMappingId")
    hist = Items(
        Int("Points in a bin.", "computed: XRFFluorescenceMapping.data"),
        "Points in each bin.",
        "computed: XRFFluorescenceMapping.data",
    )
    bins = Items(
        Float("Where a bin begins.", "computed: XRFFluorescenceMapping.data", COUNTS),
        "Where each bin begins.",
        "computed: XRFFluorescenceMapping.data",
    )
    width = Items(
        Float("Width of a bin.", "computed: XRFFluorescenceMapping.data", COUNTS),
        "Width of each bin.",
        "computed: XRFFluorescenceMapping.data",
    )


class MapPixelSchema(ma.Schema):
    """One point of a map."""

    xrfFluorescenceMappingId = Ident("The map's row.", "XRFFluorescenceMapping.xrfFluorescenceMappingId")
    x = Int("Column, 0 on the left.", "computed: the request", allow_none=False)
    y = Int("Row, 0 at the top.", "computed: the request", allow_none=False)
    value = Float("Its value; null if it was not measured.", "XRFFluorescenceMapping.data", COUNTS)


class GridMapSchema(ma.Schema):
    """What the analysis of images found, laid out as the grid that was scanned."""

    dataCollectionId = Ident("The data collection.", "DataCollection.dataCollectionId")
    value = Text("What is shown.", "computed: the request", allow_none=False)
    unit = Text("Its unit.", "computed: the request", allow_none=False)
    min = Float(
        "The least value; null if none was found.", "computed: ImageQualityIndicators.dozor_score", "as unit says"
    )
    max = Float(
        "The greatest value; null if none was found.", "computed: ImageQualityIndicators.dozor_score", "as unit says"
    )
    GridInfo = Part(MapGridSchema, "The grid.", allow_none=False)
    rows = Items(
        Items(Float("A value.", "computed: ImageQualityIndicators.dozor_score", "as unit says"), "From left to right."),
        "From top to bottom; null where nothing was found.",
        "computed: ImageQualityIndicators.imageNumber",
    )


class MapArguments(PageArguments):
    xrfFluorescenceMappingId = Ident("The map's row.")
    dataCollectionId = Ident("The data collection's row.")
    dataCollectionGroupId = Ident("The row of a group of data collections.")
    blSampleId = Ident("The sample's row.")
    blSubSampleId = Ident("The row of a position on a sample.")


class RoiArguments(PageArguments):
    xrfFluorescenceMappingROIId = Ident("The region's row.")
    blSampleId = Ident("The sample's row.")


class PixelArguments(ma.Schema):
    x = Int("Column, 0 on the left.", required=True, allow_none=False, validate=validate.Range(0, 10**6))
    y = Int("Row, 0 at the top.", required=True, allow_none=False, validate=validate.Range(0, 10**6))


class MapPictureArguments(ma.Schema):
    """How to draw a map."""

    colourMap = Choice(tuple(COLOUR_MAPS), "Colours; the map's own, else viridis, if absent.")
    min = Float(
        "Value that the first colour stands for.", unit=COUNTS, allow_none=False, validate=validate.Range(0, 1e12)
    )
    max = Float(
        "Value that the last colour stands for.", unit=COUNTS, allow_none=False, validate=validate.Range(0, 1e12)
    )
    scale = Int("Pixels along each side of a point.", allow_none=False, validate=validate.Range(1, 32))
    legend = Bool("Whether to draw a bar of the colours beside it.", allow_none=False)

    @ma.validates_schema
    def _in_order(self, data, **_):
        if data.get("min", -1) >= data.get("max", math.inf):
            raise ma.ValidationError("Must be less than max.", "min")


class GridMapArguments(ma.Schema):
    """What to show of a grid scan."""

    value = Choice(tuple(INDICATORS), "What to show; dozor_score if absent.")


class GridMapPictureArguments(GridMapArguments, MapPictureArguments):
    pass


MapPageSchema = page_of(MapSchema)
WholeMapRoiPageSchema = page_of(WholeMapRoiSchema)
