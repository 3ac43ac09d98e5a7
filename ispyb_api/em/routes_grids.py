"""/em: maps of grids"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.em import pictures
from ispyb_api.em.repository_grids import GridRepository
from ispyb_api.em.schemas_grids import (
    AtlasArguments,
    AtlasPageSchema,
    FoilHoleArguments,
    FoilHolePageSchema,
    GridSquareArguments,
    GridSquarePageSchema,
)
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction

api = Namespace("em grids", path="/em", description="Maps of grids: atlases, their squares, the holes of these")

_PICTURE = ("image/*", "application/octet-stream")


@api.route("/atlases")
class AtlasList(Resource):
    @requires()
    @api.accepts(AtlasArguments, "query")
    @api.returns(AtlasPageSchema)
    def get(self, arguments):
        """List atlases

        Pictures of whole grids.
        """
        with transaction() as tx:
            return GridRepository(tx).atlases(arguments, current_access())


@api.route(f"/atlases/<int(max={MAX_ID}):atlasId>/image")
@api.param("atlasId", "The atlas's row.")
class AtlasPicture(Resource):
    @requires()
    @api.sends(*_PICTURE)
    def get(self, atlasId):  # noqa: N803 - the column's name
        """Get the picture of an atlas

        404 says whether it lies outside the served folders, or cannot be read.
        """
        with transaction() as tx:
            paths = GridRepository(tx).atlas_paths(atlasId, current_access())
        return pictures.send(paths, "image", "atlas")


@api.route("/grid-squares")
class GridSquareList(Resource):
    @requires()
    @api.accepts(GridSquareArguments, "query")
    @api.returns(GridSquarePageSchema)
    def get(self, arguments):
        """List grid squares

        Of an atlas, or of all of some data.
        """
        with transaction() as tx:
            return GridRepository(tx).squares(arguments, current_access())


@api.route(f"/grid-squares/<int(max={MAX_ID}):gridSquareId>/image")
@api.param("gridSquareId", "The square's row.")
class GridSquarePicture(Resource):
    @requires()
    @api.sends(*_PICTURE)
    def get(self, gridSquareId):  # noqa: N803
        """Get the picture of a grid square

        404 says whether none is recorded, it lies outside the served folders, or it cannot be read.
        """
        with transaction() as tx:
            paths = GridRepository(tx).square_paths(gridSquareId, current_access())
        return pictures.send(paths, "image", "grid square")


@api.route("/foil-holes")
class FoilHoleList(Resource):
    @requires()
    @api.accepts(FoilHoleArguments, "query")
    @api.returns(FoilHolePageSchema)
    def get(self, arguments):
        """List foil holes

        Of a grid square, of an atlas, or of all of some data; each says how many movies were taken in it.
        """
        with transaction() as tx:
            return GridRepository(tx).holes(arguments, current_access())


@api.route(f"/foil-holes/<int(max={MAX_ID}):foilHoleId>/image")
@api.param("foilHoleId", "The hole's row.")
class FoilHolePicture(Resource):
    @requires()
    @api.sends(*_PICTURE)
    def get(self, foilHoleId):  # noqa: N803
        """Get the picture of a foil hole

        404 says whether none is recorded, it lies outside the served folders, or it cannot be read.
        """
        with transaction() as tx:
            paths = GridRepository(tx).hole_paths(foilHoleId, current_access())
        return pictures.send(paths, "image", "foil hole")
