"""What microscopes send of grids: in the units that are shown, with pixels in nm and the stage in µm."""

from typing import Any

from ispyb_api.em.schemas_grids import AtlasSchema, FoilHoleSchema, GridSquareSchema
from ispyb_api.em.schemas_new import but, number, place
from ispyb_api.http.fields import Float, Ident, Text
from ispyb_api.http.shapes import new_of, patch_of


def _pixel(table, **options):
    return Float("Size of a pixel of its picture.", f"{table}.pixelSize", "nm", plausible=(0.01, 100_000), **options)


def _stage(table):
    return {
        "stageLocationX": place("Where it lies on the stage, across.", f"{table}.stageLocationX"),
        "stageLocationY": place("Where it lies on the stage, down.", f"{table}.stageLocationY"),
    }


_MADE = {"required": True, "allow_none": False}
_KEPT = ("dataCollectionGroupId", "atlasId", "gridSquareId", "foilHoleId", "_metadata", "pixelSize")
_MOVED = ("stageLocationX", "stageLocationY")

NewAtlasSchema = new_of(
    AtlasSchema,
    *but(AtlasSchema, *_KEPT, "atlasImage"),
    name="NewAtlasSchema",
    dataCollectionGroupId=Ident("The group of data collections.", "Atlas.dataCollectionGroupId", required=True),
    atlasImage=Text("The picture: the same one in a group is the same atlas.", "Atlas.atlasImage", **_MADE),
    pixelSize=_pixel("Atlas", **_MADE),
)
AtlasPatchSchema = patch_of(NewAtlasSchema, name="AtlasPatchSchema", without=("dataCollectionGroupId",))
_Square: Any = new_of(
    GridSquareSchema,
    *but(GridSquareSchema, *_KEPT, *_MOVED, "gridSquareLabel"),
    name="_Square",
    pixelSize=_pixel("GridSquare"),
    **_stage("GridSquare"),
)
GridSquarePatchSchema = patch_of(_Square, name="GridSquarePatchSchema", doc="What is known of a grid square to change.")
_Hole: Any = new_of(
    FoilHoleSchema,
    *but(FoilHoleSchema, *_KEPT, *_MOVED, "foilHoleLabel"),
    name="_Hole",
    pixelSize=_pixel("FoilHole"),
    **_stage("FoilHole"),
)
FoilHolePatchSchema = patch_of(_Hole, name="FoilHolePatchSchema", doc="What is known of a foil hole to change.")


class NewGridSquareSchema(_Square):
    """What is known of a grid square to record: the same number on an atlas is the same square."""

    gridSquareLabel = number("Number of the square.", "GridSquare.gridSquareLabel", **_MADE)


class NewFoilHoleSchema(_Hole):
    """What is known of a foil hole to record: the same name in a square is the same hole."""

    foilHoleLabel = Text("Name of the hole.", "FoilHole.foilHoleLabel", **_MADE)
