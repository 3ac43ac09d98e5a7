"""/datacollections/.../grids, positions and snapshots: what instruments record of the parts of data collections"""

from flask_restx import Resource

from ispyb_api.acquisition.repository import CollectionRepository
from ispyb_api.acquisition.schemas import WholeDataCollectionSchema
from ispyb_api.acquisition.schemas_measured import (
    CollectionPositionsSchema,
    GridInfoPatchSchema,
    GridsSchema,
    NewCollectionPositionsSchema,
    NewGridInfoSchema,
    NewSnapshotsSchema,
)
from ispyb_api.acquisition.schemas_parts import GridInfoSchema
from ispyb_api.acquisition.service_parts import Files, Grids, Positions
from ispyb_api.auth.guard import current_access, requires
from ispyb_api.files import serving
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected

api = Namespace("measured", path="/datacollections", description="Grids, positions and pictures of data collections")


@api.route(f"/<int(max={MAX_ID}):dataCollectionId>/grids")
@api.param("dataCollectionId", "The data collection's row.")
class GridList(Resource):
    @requires()
    @api.returns(GridsSchema, errors=(404,))
    def get(self, dataCollectionId):  # noqa: N803 - the contract's name
        """List the grids that a data collection scanned

        Those that are recorded for its group only are there too.
        """
        with transaction() as tx:
            return {"results": CollectionRepository(tx).grids(dataCollectionId, current_access())}

    @requires()
    @api.accepts(NewGridInfoSchema)
    @api.returns(GridInfoSchema, 201, "Recorded", found="The data collection has a grid; it was changed")
    @api.writes()
    def post(self, tx, given, dataCollectionId):  # noqa: N803
        """Record the grid that a data collection scans

        One that is recorded already is changed: what is absent stays.  For instruments, with the permission ingest_data, and
        staff of the beamline.
        """
        grid, new = Grids(tx, current_access()).put(dataCollectionId, given)
        return created(grid, grid["gridInfoId"], new=new, at="/datacollections/grids")


@api.route(f"/grids/<int(max={MAX_ID}):gridInfoId>")
@api.param("gridInfoId", "The grid's row.")
class Grid(Resource):
    @requires()
    @api.returns(GridInfoSchema, errors=(404,))
    def get(self, gridInfoId):  # noqa: N803
        """Get one grid

        Where it lies on the picture of the crystal, and how many points it has.
        """
        with transaction() as tx:
            return Grids(tx, current_access()).get(gridInfoId)

    @requires()
    @api.accepts(GridInfoPatchSchema)
    @api.returns(GridInfoSchema)
    @api.writes()
    def patch(self, tx, given, gridInfoId):  # noqa: N803
        """Change a grid

        What is absent stays, null clears.  For instruments, with the permission ingest_data, and staff of the beamline.
        """
        return Grids(tx, current_access()).change(gridInfoId, given, expected(GridInfoSchema))


@api.route(f"/<int(max={MAX_ID}):dataCollectionId>/positions")
@api.param("dataCollectionId", "The data collection's row.")
class PositionsOfCollection(Resource):
    @requires()
    @api.returns(CollectionPositionsSchema, errors=(404,))
    def get(self, dataCollectionId):  # noqa: N803
        """Get where a data collection was made

        And where the motors stood at its beginning and at its end.
        """
        with transaction() as tx:
            return Positions(tx, current_access()).get(dataCollectionId)

    @requires()
    @api.accepts(NewCollectionPositionsSchema)
    @api.returns(CollectionPositionsSchema)
    @api.writes()
    def put(self, tx, given, dataCollectionId):  # noqa: N803
        """Record where a data collection was made

        What is absent stays, null forgets it.  For instruments, with the permission ingest_data, and staff of the beamline.
        """
        return Positions(tx, current_access()).put(dataCollectionId, given, expected(CollectionPositionsSchema))


@api.route(f"/<int(max={MAX_ID}):dataCollectionId>/snapshots")
@api.param("dataCollectionId", "The data collection's row.")
class Snapshots(Resource):
    @requires()
    @api.accepts(NewSnapshotsSchema)
    @api.confirms("Recorded")
    @api.writes()
    def put(self, tx, given, dataCollectionId):  # noqa: N803
        """Record the pictures of a data collection's crystal

        In place of those that were recorded; their files have to lie below the folders that this server serves.  For instruments,
        with the permission ingest_data, and staff of the beamline.  If-Match takes the ETag of the data collection.
        """
        serving.require_served({f"paths[{number}]": path for number, path in enumerate(given["paths"])})
        expecting = expected(WholeDataCollectionSchema)
        Files(tx, current_access()).put_snapshots(dataCollectionId, given["paths"], expecting)
