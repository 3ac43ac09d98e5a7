"""/datacollections/attachments, /datacollections/workflows/steps, /datacollections/quality and /eventchains"""

import flask
from flask_restx import Resource

from ispyb_api.acquisition.repository import CollectionRepository
from ispyb_api.acquisition.repository_parts import ChainRepository, FileRepository, QualityRepository, StepRepository
from ispyb_api.acquisition.schemas_files import (
    ChainsOfCollectionArguments,
    CollectionFileArguments,
    CollectionFilePageSchema,
    EventChainArguments,
    EventChainPageSchema,
    EventChainSchema,
    ImageQualityPageSchema,
    ImageQualitySchema,
    QualityArguments,
    StepFileArguments,
    StreamArguments,
    WorkflowStepArguments,
    WorkflowStepPageSchema,
)
from ispyb_api.auth.guard import current_access, requires
from ispyb_api.files import serving
from ispyb_api.http import streaming
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction

api = Namespace("collection parts", path="/datacollections", description="What hangs on data collections")
chains = Namespace("event chains", path="/", description="Sequences of events in serial crystallography")

_AT_ONCE = 5000  # images that are read together


@api.route("/attachments")
class CollectionFileList(Resource):
    @requires()
    @api.accepts(CollectionFileArguments, "query")
    @api.returns(CollectionFilePageSchema)
    def get(self, arguments):
        """List the files that were recorded with data collections

        In the order in which they were recorded.
        """
        with transaction() as tx:
            page = FileRepository(tx).page(arguments, current_access())
        for row in page["results"]:
            row["_metadata"]["url"] = f"{flask.request.path}/{row['dataCollectionFileAttachmentId']}"
        return page


@api.route(f"/attachments/<int(max={MAX_ID}):dataCollectionFileAttachmentId>")
@api.param("dataCollectionFileAttachmentId", "The file's row.")
class CollectionFile(Resource):
    @requires()
    @api.sends("application/octet-stream", "image/*", "text/plain")
    def get(self, dataCollectionFileAttachmentId):  # noqa: N803 - the contract's name
        """Get a file that was recorded with a data collection

        404 says whether none is recorded, it lies outside the served folders, or it cannot be read.
        """
        with transaction() as tx:
            path = FileRepository(tx).path(dataCollectionFileAttachmentId, current_access())
        return serving.send(path, "attachment of a data collection")


@api.route("/workflows/steps")
class WorkflowStepList(Resource):
    @requires()
    @api.accepts(WorkflowStepArguments, "query")
    @api.returns(WorkflowStepPageSchema)
    def get(self, arguments):
        """List the steps of workflows

        Of those that made a data collection you may see, each step once, with which of its files are recorded.
        """
        with transaction() as tx:
            return StepRepository(tx).page(arguments, current_access())


@api.route(f"/workflows/steps/<int(max={MAX_ID}):workflowStepId>")
@api.param("workflowStepId", "The step's row.")
class WorkflowStepFile(Resource):
    @requires()
    @api.accepts(StepFileArguments, "query")
    @api.sends("application/octet-stream", "image/*", "text/plain")
    def get(self, arguments, workflowStepId):  # noqa: N803
        """Get a file of a workflow's step

        Its picture or its result; pages are not sent, for they may carry scripts.
        """
        with transaction() as tx:
            path = StepRepository(tx).path(workflowStepId, arguments["attachmentType"], current_access())
        return serving.send(path, "file of a workflow's step")


@api.route("/quality")
class QualityList(Resource):
    @requires()
    @api.accepts(QualityArguments, "query")
    @api.returns(ImageQualityPageSchema)
    def get(self, arguments):
        """List what the analysis of images found

        For each data collection on the page one object, with lists of equal length; skip, limit and total count images.
        """
        with transaction() as tx:
            return QualityRepository(tx).page(arguments, current_access())


@api.route(f"/<int(max={MAX_ID}):dataCollectionId>/quality")
@api.param("dataCollectionId", "The data collection's row.")
class WholeQuality(Resource):
    @requires()
    @api.accepts(StreamArguments, "query")
    @api.sends("application/json", "text/csv")
    def get(self, arguments, dataCollectionId):  # noqa: N803
        """Get what the analysis of all images found

        In one answer, however many there are: as JSON, {"results": [one object for each image]}, or as CSV.
        """
        access = current_access()
        with transaction() as tx:
            CollectionRepository(tx).get(dataCollectionId, access)
        columns = [name for name in ImageQualitySchema._declared_fields if name != "dataCollectionId"]
        name = f"quality-{dataCollectionId}"
        return streaming.table(_pieces(dataCollectionId, access), columns, arguments.get("format", "json"), name)


def _pieces(collection_id, access):
    """Yield images some thousand at a time, each in a transaction of its own: nothing is locked while a client reads."""
    after = None
    while True:
        with transaction() as tx:
            rows = QualityRepository(tx).images(collection_id, after, _AT_ONCE, access)
        yield rows
        if len(rows) < _AT_ONCE:
            return
        after = rows[-1]["imageNumber"]


@chains.route("/eventchains")
class EventChainList(Resource):
    @requires()
    @chains.accepts(EventChainArguments, "query")
    @chains.returns(EventChainPageSchema)
    def get(self, arguments):
        """List the event chains of a data collection

        Exposures, detections, laser pulses and triggers, in their order in time.
        """
        with transaction() as tx:
            return ChainRepository(tx).page(arguments, current_access())


@chains.route("/eventchain")
class EventChains(Resource):
    @requires()
    @chains.accepts(ChainsOfCollectionArguments, "query")
    @chains.returns(EventChainSchema, many=True)
    def get(self, arguments):
        """List all event chains of a data collection

        The same as /eventchains, as a plain list; for clients of py-ISPyB's serial branch.
        """
        with transaction() as tx:
            return ChainRepository(tx).page({**arguments, "skip": 0, "limit": MAX_ID}, current_access())["results"]
