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
from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction

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


@api.route(f"/<int(max={MAX_ID}):dataCollectionId>")
@api.param("dataCollectionId", "The data collection's row.")
class DataCollection(Resource):
    @requires()
    @api.returns(WholeDataCollectionSchema, errors=(404,))
    def get(self, dataCollectionId):  # noqa: N803 - the contract's name
        """Get one data collection

        With all its columns, its group and its detector.
        """
        with transaction() as tx:
            return CollectionRepository(tx).get(dataCollectionId, current_access())
