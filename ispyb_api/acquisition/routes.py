"""/datacollectiongroups and /datacollections"""

from flask_restx import Resource

from ispyb_api.acquisition.repository import CollectionRepository, GroupRepository
from ispyb_api.acquisition.schemas import (
    DataCollectionArguments,
    DataCollectionGroupArguments,
    DataCollectionGroupPageSchema,
    DataCollectionGroupSchema,
    ListedDataCollectionPageSchema,
    WholeDataCollectionSchema,
)
from ispyb_api.acquisition.schemas_new import (
    DataCollectionGroupPatchSchema,
    DataCollectionPatchSchema,
    NewDataCollectionGroupSchema,
    NewDataCollectionSchema,
)
from ispyb_api.acquisition.service import Collections, Groups
from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected

groups = Namespace("datacollectiongroups", description="Data collections that were made together")
api = Namespace("datacollections", description="Series of images, and what was set and measured for them")


@groups.route("")
class DataCollectionGroupList(Resource):
    @requires()
    @groups.accepts(DataCollectionGroupArguments, "query")
    @groups.returns(DataCollectionGroupPageSchema)
    def get(self, arguments):
        """List the groups of data collections you may see

        The latest made first.
        """
        with transaction() as tx:
            return GroupRepository(tx).page(arguments, current_access())

    @requires()
    @groups.accepts(NewDataCollectionGroupSchema)
    @groups.returns(DataCollectionGroupSchema, 201, "Made")
    @groups.writes()
    def post(self, tx, given):
        """Record a group of data collections

        For instruments, with the permission ingest_data, and staff of the beamline.  The sample may arrive later.
        """
        group = Groups(tx, current_access()).add(given)
        return created(group, group["dataCollectionGroupId"])


@groups.route(f"/<int(max={MAX_ID}):dataCollectionGroupId>")
@groups.param("dataCollectionGroupId", "The group's row.")
class DataCollectionGroup(Resource):
    @requires()
    @groups.returns(DataCollectionGroupSchema, errors=(404,))
    def get(self, dataCollectionGroupId):  # noqa: N803 - the contract's name
        """Get one group of data collections

        Its collections are at /datacollections?dataCollectionGroupId=.
        """
        with transaction() as tx:
            return GroupRepository(tx).get(dataCollectionGroupId, current_access())

    @requires()
    @groups.accepts(DataCollectionGroupPatchSchema)
    @groups.returns(DataCollectionGroupSchema)
    @groups.writes()
    def patch(self, tx, given, dataCollectionGroupId):  # noqa: N803
        """Change a group of data collections

        What is absent stays, null clears.  For instruments, with the permission ingest_data, and staff of the beamline;
        people of the session and its proposal change comments only.
        """
        expecting = expected(DataCollectionGroupSchema)
        return Groups(tx, current_access()).change(dataCollectionGroupId, given, expecting)


@api.route("")
class DataCollectionList(Resource):
    @requires()
    @api.accepts(DataCollectionArguments, "query")
    @api.returns(ListedDataCollectionPageSchema)
    def get(self, arguments):
        """List the data collections you may see

        The latest begun first; those without a start time come last.
        """
        with transaction() as tx:
            return CollectionRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewDataCollectionSchema)
    @api.returns(WholeDataCollectionSchema, 201, "Made", found="The session has a collection with the same files")
    @api.writes()
    def post(self, tx, given):
        """Record the start of a data collection

        For instruments, with the permission ingest_data, and staff of the beamline.  A second one with the same folder,
        prefix and run number is not made: the answer is then the first, with 200.
        """
        collection, new = Collections(tx, current_access()).add(given)
        return created(collection, collection["dataCollectionId"], new=new)


@api.route(f"/<int(max={MAX_ID}):dataCollectionId>")
@api.param("dataCollectionId", "The data collection's row.")
class DataCollection(Resource):
    @requires()
    @api.returns(WholeDataCollectionSchema, errors=(404,))
    def get(self, dataCollectionId):  # noqa: N803 - the contract's name
        """Get one data collection

        With all its columns, its group, its detector and the grids that were scanned.
        """
        with transaction() as tx:
            return CollectionRepository(tx).get(dataCollectionId, current_access())

    @requires()
    @api.accepts(DataCollectionPatchSchema)
    @api.returns(WholeDataCollectionSchema)
    @api.writes()
    def patch(self, tx, given, dataCollectionId):  # noqa: N803
        """Record what was measured during a data collection, and its end

        What is absent stays, null clears.  A status that says how it ended is not replaced by one that says it runs.
        For instruments, with the permission ingest_data, and staff of the beamline; people of the session and its proposal
        change comments only.
        """
        expecting = expected(WholeDataCollectionSchema)
        return Collections(tx, current_access()).change(dataCollectionId, given, expecting)
