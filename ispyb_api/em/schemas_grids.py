"""What maps of grids look like from outside: atlases, their squares, the holes of these."""

import marshmallow as ma

from ispyb_api.em.schemas import STAGE, KeysetArguments, going_on
from ispyb_api.http.fields import Bool, Float, Ident, Int, Part, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of

PIXEL = "m, nm or Å, as the program writes it"
_COLOURS = ("Red", "Blue", "Green", "Yellow", "Cyan", "Magenta", "Grey")


def _colours(table):
    """Return the flags of what was seen by fluorescence, colour by colour."""
    return ma.Schema.from_dict(
        {
            f"has{each}": Bool(f"Whether there is a picture in {each.lower()}.", f"{table}.has{each}")
            for each in _COLOURS
        }
    )


class AtlasMetadataSchema(ma.Schema):
    gridSquares = Int("How many grid squares are recorded.", "computed: GridSquare.gridSquareId", allow_none=False)


class AtlasSchema(_colours("Atlas")):
    """A picture of a whole grid."""

    atlasId = Ident("The atlas's row.", "Atlas.atlasId")
    dataCollectionGroupId = Ident("The group of data collections.", "Atlas.dataCollectionGroupId")
    atlasImage = Text("The picture, as it was recorded.", "Atlas.atlasImage")
    pixelSize = Float("Size of a pixel.", "Atlas.pixelSize", PIXEL)
    cassetteSlot = Int("Slot of the grid in the microscope.", "Atlas.cassetteSlot")
    mode = Text("How it was taken, as Bright Field.", "Atlas.mode")
    _metadata = Part(AtlasMetadataSchema, "What there is besides.", allow_none=False)


class GridSquareMetadataSchema(ma.Schema):
    foilHoles = Int("How many holes are recorded.", "computed: FoilHole.foilHoleId", allow_none=False)
    movies = Int("How many movies were taken in them.", "computed: Movie.foilHoleId", allow_none=False)


class GridSquareSchema(_colours("GridSquare")):
    """A square of a grid."""

    gridSquareId = Ident("The square's row.", "GridSquare.gridSquareId")
    atlasId = Ident("The atlas.", "GridSquare.atlasId")
    dataCollectionGroupId = Ident("The group of data collections.", "Atlas.dataCollectionGroupId")
    gridSquareLabel = Int("Number of the square.", "GridSquare.gridSquareLabel")
    gridSquareImage = Text("Its picture, as it was recorded.", "GridSquare.gridSquareImage")
    pixelLocationX = Int("Where it lies on the atlas, across.", "GridSquare.pixelLocationX", "pixel")
    pixelLocationY = Int("Where it lies on the atlas, down.", "GridSquare.pixelLocationY", "pixel")
    height = Int("Its height on the atlas.", "GridSquare.height", "pixel")
    width = Int("Its width on the atlas.", "GridSquare.width", "pixel")
    angle = Float("By how much it is turned.", "GridSquare.angle", "°")
    stageLocationX = Float("Where it lies on the stage, across.", "GridSquare.stageLocationX", STAGE)
    stageLocationY = Float("Where it lies on the stage, down.", "GridSquare.stageLocationY", STAGE)
    qualityIndicator = Float("How good it looks.", "GridSquare.qualityIndicator", "arbitrary")
    pixelSize = Float("Size of a pixel of its picture.", "GridSquare.pixelSize", PIXEL)
    mode = Text("How it was taken, as Bright Field.", "GridSquare.mode")
    _metadata = Part(GridSquareMetadataSchema, "What there is besides.", allow_none=False)


class FoilHoleMetadataSchema(ma.Schema):
    movies = Int("How many movies were taken in it.", "computed: Movie.foilHoleId", allow_none=False)


class FoilHoleSchema(ma.Schema):
    """A hole of a square."""

    foilHoleId = Ident("The hole's row.", "FoilHole.foilHoleId")
    gridSquareId = Ident("The grid square.", "FoilHole.gridSquareId")
    atlasId = Ident("The atlas.", "GridSquare.atlasId")
    foilHoleLabel = Text("Name of the hole.", "FoilHole.foilHoleLabel")
    foilHoleImage = Text("Its picture, as it was recorded.", "FoilHole.foilHoleImage")
    pixelLocationX = Int("Where it lies on the square's picture, across.", "FoilHole.pixelLocationX", "pixel")
    pixelLocationY = Int("Where it lies on the square's picture, down.", "FoilHole.pixelLocationY", "pixel")
    diameter = Int("Its diameter on that picture.", "FoilHole.diameter", "pixel")
    stageLocationX = Float("Where it lies on the stage, across.", "FoilHole.stageLocationX", STAGE)
    stageLocationY = Float("Where it lies on the stage, down.", "FoilHole.stageLocationY", STAGE)
    qualityIndicator = Float("How good it looks.", "FoilHole.qualityIndicator", "arbitrary")
    pixelSize = Float("Size of a pixel of its picture.", "FoilHole.pixelSize", PIXEL)
    _metadata = Part(FoilHoleMetadataSchema, "What there is besides.", allow_none=False)


class GridArguments(ma.Schema):
    """Of which grid; one argument at least."""

    sessionId = Ident("Of a session.")
    dataCollectionGroupId = Ident("Of a group of data collections.")
    dataCollectionId = Ident("Of the group of a data collection.")

    @ma.validates_schema(skip_on_field_errors=False)
    def _of_something(self, data, **_):
        known = ("sessionId", "dataCollectionGroupId", "dataCollectionId", "atlasId", "gridSquareId")
        if not data.keys() & set(known):
            names = [name for name in known if name in self.fields]
            raise ma.ValidationError({"sessionId": [f"Give one of {', '.join(names)}."]})


class AtlasArguments(GridArguments, PageArguments):
    order_by = order_by("atlasId")


class GridSquareArguments(GridArguments, PageArguments):
    atlasId = Ident("Of one atlas.")
    order_by = order_by("gridSquareId")


class FoilHoleArguments(GridArguments, KeysetArguments):
    atlasId = Ident("Of one atlas.")
    gridSquareId = Ident("Of one grid square.")
    order_by = order_by("foilHoleId")


AtlasPageSchema = page_of(AtlasSchema)
GridSquarePageSchema = page_of(GridSquareSchema)
FoilHolePageSchema = going_on(page_of(FoilHoleSchema))
