"""/em: maps of grids"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.em import pictures
from ispyb_api.em.repository_grids import GridRepository
from ispyb_api.em.repository_grids_writing import ATLAS, HOLE, SQUARE
from ispyb_api.em.schemas_grids import (
    AtlasArguments,
    AtlasPageSchema,
    AtlasSchema,
    FoilHoleArguments,
    FoilHolePageSchema,
    FoilHoleSchema,
    GridSquareArguments,
    GridSquarePageSchema,
    GridSquareSchema,
)
from ispyb_api.em.schemas_grids_new import (
    AtlasPatchSchema,
    FoilHolePatchSchema,
    GridSquarePatchSchema,
    NewAtlasSchema,
    NewFoilHoleSchema,
    NewGridSquareSchema,
)
from ispyb_api.em.schemas_new import MOST
from ispyb_api.em.service_grids import Maps
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected

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

    @requires()
    @api.accepts(NewAtlasSchema)
    @api.returns(AtlasSchema, 201, "Made", found="The group has an atlas with this picture: it is changed")
    @api.writes()
    def post(self, tx, given):
        """Record an atlas

        For instruments, with the permission ingest_data, and staff of the beamline.
        """
        atlas, new = Maps(tx, current_access()).add_atlas(given)
        return created(atlas, atlas["atlasId"], new=new)


@api.route(f"/atlases/<int(max={MAX_ID}):atlasId>")
@api.param("atlasId", "The atlas's row.")
class Atlas(Resource):
    @requires()
    @api.returns(AtlasSchema, errors=(404,))
    def get(self, atlasId):  # noqa: N803
        """Get one atlas

        A picture of a whole grid.
        """
        with transaction() as tx:
            return GridRepository(tx).one(ATLAS, atlasId, current_access())

    @requires()
    @api.accepts(AtlasPatchSchema)
    @api.returns(AtlasSchema)
    @api.writes()
    def patch(self, tx, given, atlasId):  # noqa: N803
        """Change an atlas

        What is absent stays, null clears.  For instruments, with the permission ingest_data, and staff of the beamline.
        """
        return Maps(tx, current_access()).change(ATLAS, atlasId, given, expected(AtlasSchema))


@api.route(f"/atlases/<int(max={MAX_ID}):atlasId>/grid-squares")
@api.param("atlasId", "The atlas's row.")
class SquaresOfAtlas(Resource):
    @requires()
    @api.accepts(NewGridSquareSchema, most=MOST)
    @api.returns(GridSquareSchema, many=True, description="All of them, in the order of their rows")
    @api.writes()
    def post(self, tx, rows, atlasId):  # noqa: N803
        """Record grid squares of an atlas

        All of them, or none.  The same number is the same square: what is sent of it is changed, what is null or absent stays.  For
        instruments, with the permission ingest_data, and staff of the beamline.
        """
        return Maps(tx, current_access()).add_squares(atlasId, rows)


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


@api.route(f"/grid-squares/<int(max={MAX_ID}):gridSquareId>")
@api.param("gridSquareId", "The square's row.")
class GridSquare(Resource):
    @requires()
    @api.returns(GridSquareSchema, errors=(404,))
    def get(self, gridSquareId):  # noqa: N803
        """Get one grid square

        With how many holes and movies there are in it.
        """
        with transaction() as tx:
            return GridRepository(tx).one(SQUARE, gridSquareId, current_access())

    @requires()
    @api.accepts(GridSquarePatchSchema)
    @api.returns(GridSquareSchema)
    @api.writes()
    def patch(self, tx, given, gridSquareId):  # noqa: N803
        """Change a grid square

        What is absent stays, null clears.  For instruments, with the permission ingest_data, and staff of the beamline.
        """
        return Maps(tx, current_access()).change(SQUARE, gridSquareId, given, expected(GridSquareSchema))


@api.route(f"/grid-squares/<int(max={MAX_ID}):gridSquareId>/foil-holes")
@api.param("gridSquareId", "The square's row.")
class HolesOfSquare(Resource):
    @requires()
    @api.accepts(NewFoilHoleSchema, most=MOST)
    @api.returns(FoilHoleSchema, many=True, description="All of them, in the order of their rows")
    @api.writes()
    def post(self, tx, rows, gridSquareId):  # noqa: N803
        """Record foil holes of a grid square

        All of them, or none.  The same name is the same hole: what is sent of it is changed, what is null or absent stays.  For
        instruments, with the permission ingest_data, and staff of the beamline.
        """
        return Maps(tx, current_access()).add_holes(gridSquareId, rows)


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


@api.route(f"/foil-holes/<int(max={MAX_ID}):foilHoleId>")
@api.param("foilHoleId", "The hole's row.")
class FoilHole(Resource):
    @requires()
    @api.returns(FoilHoleSchema, errors=(404,))
    def get(self, foilHoleId):  # noqa: N803
        """Get one foil hole

        With how many movies were taken in it.
        """
        with transaction() as tx:
            return GridRepository(tx).one(HOLE, foilHoleId, current_access())

    @requires()
    @api.accepts(FoilHolePatchSchema)
    @api.returns(FoilHoleSchema)
    @api.writes()
    def patch(self, tx, given, foilHoleId):  # noqa: N803
        """Change a foil hole

        What is absent stays, null clears.  For instruments, with the permission ingest_data, and staff of the beamline.
        """
        return Maps(tx, current_access()).change(HOLE, foilHoleId, given, expected(FoilHoleSchema))


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
