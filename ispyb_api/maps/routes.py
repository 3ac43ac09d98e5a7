"""/mapping, and /datacollections/{dataCollectionId}/gridmap with its picture"""

import flask
from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.errors import Invalid
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.maps import grids
from ispyb_api.maps.repository import MapRepository
from ispyb_api.maps.schemas import (
    INDICATORS,
    GridMapArguments,
    GridMapPictureArguments,
    GridMapSchema,
    MapArguments,
    MapHistogramSchema,
    MapPageSchema,
    MapPictureArguments,
    MapPixelSchema,
    PixelArguments,
    RoiArguments,
    WholeMapRoiPageSchema,
    WholeMapRoiSchema,
)
from ispyb_api.maps.schemas_new import MapRoiPatchSchema, NewMapRoiSchema
from ispyb_api.maps.service import Rois

api = Namespace("mapping", description="Maps of fluorescence")
scans = Namespace("grid maps", path="/datacollections", description="What was found in grid scans")
_COLLECTION = f"/<int(max={MAX_ID}):dataCollectionId>"
_MAP = f"<int(max={MAX_ID}):xrfFluorescenceMappingId>"
_PNG = "image/png"
_MOST_PIXELS = 16_000_000


@api.route("")
class MapList(Resource):
    @requires()
    @api.accepts(MapArguments, "query")
    @api.returns(MapPageSchema)
    def get(self, arguments):
        """List the maps of fluorescence you may see

        In the order in which they were made, without their values.
        """
        with transaction() as tx:
            page = MapRepository(tx).page(arguments, current_access())
        for row in page["results"]:
            row["_metadata"]["url"] = f"{flask.request.path}/{row['xrfFluorescenceMappingId']}"
        return page


@api.route("/rois")
class RoiList(Resource):
    @requires()
    @api.accepts(RoiArguments, "query")
    @api.returns(WholeMapRoiPageSchema)
    def get(self, arguments):
        """List the regions of interest you may see

        Parts of the spectrum of which maps are made.
        """
        with transaction() as tx:
            return MapRepository(tx).rois(arguments, current_access())

    @requires()
    @api.accepts(NewMapRoiSchema)
    @api.returns(WholeMapRoiSchema, 201, "Made")
    @api.writes()
    def post(self, tx, given):
        """Choose a region of interest for a sample

        Of a proposal that you may change.  Energies are in eV.
        """
        region = Rois(tx, current_access()).add(given)
        return created(region, region["xrfFluorescenceMappingROIId"])


@api.route(f"/rois/<int(max={MAX_ID}):xrfFluorescenceMappingROIId>")
@api.param("xrfFluorescenceMappingROIId", "The region's row.")
class Roi(Resource):
    @requires()
    @api.returns(WholeMapRoiSchema, errors=(404,))
    def get(self, xrfFluorescenceMappingROIId):  # noqa: N803
        """Get one region of interest

        One of a map or a sample that you may see.
        """
        with transaction() as tx:
            return Rois(tx, current_access()).get(xrfFluorescenceMappingROIId)

    @requires()
    @api.accepts(MapRoiPatchSchema)
    @api.returns(WholeMapRoiSchema)
    @api.writes()
    def patch(self, tx, given, xrfFluorescenceMappingROIId):  # noqa: N803
        """Change a region of interest

        What is absent stays, null clears.  Once a map was made of it, its colour and its name only.
        """
        return Rois(tx, current_access()).change(xrfFluorescenceMappingROIId, given, expected(WholeMapRoiSchema))

    @requires()
    @api.confirms("Removed")
    @api.writes()
    def delete(self, tx, xrfFluorescenceMappingROIId):  # noqa: N803
        """Remove a region of interest

        One of which no map was made.
        """
        Rois(tx, current_access()).remove(xrfFluorescenceMappingROIId, expected(WholeMapRoiSchema))


@api.route(f"/{_MAP}")
@api.param("xrfFluorescenceMappingId", "The map's row.")
class MapPicture(Resource):
    @requires()
    @api.accepts(MapPictureArguments, "query")
    @api.sends(_PNG, errors=(404, 501))
    def get(self, arguments, xrfFluorescenceMappingId):  # noqa: N803 - the contract's name
        """Get the picture of a map

        A PNG with a square for each point, transparent where nothing was measured.
        """
        found, values = _map(xrfFluorescenceMappingId)
        usual = found["colourMap"] if found["colourMap"] in grids.COLOUR_MAPS else "viridis"
        limits = {"min": found["min"], "max": found["max"], **arguments}
        return _picture(grids.laid_out(values, found["GridInfo"]), {"colourMap": usual, **limits})


@api.route(f"/histogram/{_MAP}")
@api.param("xrfFluorescenceMappingId", "The map's row.")
class MapHistogram(Resource):
    @requires()
    @api.returns(MapHistogramSchema, errors=(404,))
    def get(self, xrfFluorescenceMappingId):  # noqa: N803
        """Get how often which values occur in a map

        In 50 bins of equal width; what was not measured counts as 0.
        """
        _, values = _map(xrfFluorescenceMappingId)
        return {"xrfFluorescenceMappingId": xrfFluorescenceMappingId, **grids.histogram(values)}


@api.route(f"/pixel/{_MAP}")
@api.param("xrfFluorescenceMappingId", "The map's row.")
class MapPixel(Resource):
    @requires()
    @api.accepts(PixelArguments, "query")
    @api.returns(MapPixelSchema, errors=(404,))
    def get(self, arguments, xrfFluorescenceMappingId):  # noqa: N803
        """Get one point of a map

        By its column and row on the picture.
        """
        found, values = _map(xrfFluorescenceMappingId)
        rows = grids.laid_out(values, found["GridInfo"])
        x, y = arguments["x"], arguments["y"]
        wrong = {
            name: [f"The map has {size}."]
            for name, place, size in (("x", x, len(rows[0])), ("y", y, len(rows)))
            if place >= size
        }
        if wrong:
            raise Invalid(errors=wrong)
        return {"xrfFluorescenceMappingId": xrfFluorescenceMappingId, "x": x, "y": y, "value": rows[y][x]}


@scans.route(f"{_COLLECTION}/gridmap")
@scans.param("dataCollectionId", "The data collection's row.")
class GridMap(Resource):
    @requires()
    @scans.accepts(GridMapArguments, "query")
    @scans.returns(GridMapSchema, errors=(404,))
    def get(self, arguments, dataCollectionId):  # noqa: N803 - the contract's name
        """Get what was found in a grid scan, laid out as the grid

        Rows from top to bottom; snaked and vertical scans are put straight.
        """
        value, grid, rows = _scan(dataCollectionId, arguments)
        least, most = grids.bounds(rows)
        found = {"value": value, "unit": INDICATORS[value], "min": least, "max": most, "rows": rows}
        return {"dataCollectionId": dataCollectionId, **found, "GridInfo": grid}


@scans.route(f"{_COLLECTION}/gridmap/picture")
@scans.param("dataCollectionId", "The data collection's row.")
class GridMapPicture(Resource):
    @requires()
    @scans.accepts(GridMapPictureArguments, "query")
    @scans.sends(_PNG, errors=(404, 501))
    def get(self, arguments, dataCollectionId):  # noqa: N803
        """Get the picture of what was found in a grid scan

        A PNG with a square for each point, transparent where nothing was found.
        """
        *_, rows = _scan(dataCollectionId, arguments)
        return _picture(rows, {"colourMap": "viridis", **arguments})


def _scan(collection_id, arguments):
    value = arguments.get("value", "dozor_score")
    with transaction() as tx:
        grid, values = MapRepository(tx).scan(collection_id, value, current_access())
    return value, grid, grids.laid_out(values, grid)


def _map(map_id):
    with transaction() as tx:
        return MapRepository(tx).map(map_id, current_access())


def _picture(rows, arguments):
    scale = arguments.get("scale", 1)
    if len(rows) * len(rows[0]) * scale * scale > _MOST_PIXELS:
        raise Invalid(errors={"scale": ["The picture would be too large."]})
    drawn = grids.picture(
        rows,
        arguments["colourMap"],
        least=arguments.get("min"),
        most=arguments.get("max"),
        scale=scale,
        legend=arguments.get("legend", False),
    )
    return flask.Response(drawn, mimetype=_PNG)
