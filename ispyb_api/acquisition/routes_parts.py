"""/datacollections/attachments, /datacollections/workflows/steps and /eventchains"""

import flask
from flask_restx import Resource

from ispyb_api.acquisition import schemas_workflows as shapes
from ispyb_api.acquisition.repository_parts import ChainRepository, FileRepository, StepRepository
from ispyb_api.acquisition.schemas_files import (
    ChainsOfCollectionArguments,
    CollectionFileArguments,
    CollectionFilePageSchema,
    CollectionFileSchema,
    EventChainArguments,
    EventChainPageSchema,
    EventChainSchema,
    StepFileArguments,
    WorkflowStepArguments,
    WorkflowStepPageSchema,
    WorkflowStepSchema,
)
from ispyb_api.acquisition.schemas_measured import CollectionFilePatchSchema, NewCollectionFileSchema
from ispyb_api.acquisition.service_parts import Files
from ispyb_api.acquisition.service_workflows import Steps
from ispyb_api.auth.guard import current_access, requires
from ispyb_api.files import serving
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected

api = Namespace("collection parts", path="/datacollections", description="What hangs on data collections")
chains = Namespace("event chains", path="/", description="Sequences of events in serial crystallography")


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
            return FileRepository(tx).page(arguments, current_access(), flask.request.path)

    @requires()
    @api.accepts(NewCollectionFileSchema)
    @api.returns(CollectionFileSchema, 201, "Recorded", found="The file is recorded already")
    @api.writes()
    def post(self, tx, given):
        """Record a file of a data collection

        As a log, or a picture of the sample; it has to lie below the folders that this server serves.  For instruments, with the
        permission ingest_data, and staff of the beamline.
        """
        serving.require_served({"fileFullPath": given["fileFullPath"]})
        file_id, new = Files(tx, current_access()).add(given)
        return created(_file(tx, file_id, flask.request.path), file_id, new=new)


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

    @requires()
    @api.accepts(CollectionFilePatchSchema)
    @api.returns(CollectionFileSchema)
    @api.writes()
    def patch(self, tx, given, dataCollectionFileAttachmentId):  # noqa: N803
        """Change what is known of a file of a data collection

        As where it was moved to, below the folders that this server serves.  For instruments, with the permission ingest_data,
        and staff of the beamline.
        """
        if "fileFullPath" in given:
            serving.require_served({"fileFullPath": given["fileFullPath"]})
        number, folder = dataCollectionFileAttachmentId, flask.request.path.rpartition("/")[0]
        unchanged = expected(CollectionFileSchema)
        Files(tx, current_access()).change(number, given, lambda: unchanged(_file(tx, number, folder)))
        return _file(tx, number, folder)


def _file(tx, file_id, folder):
    """Return a file as the list ``folder`` shows it."""
    arguments = {"dataCollectionFileAttachmentId": file_id, "skip": 0, "limit": 2}
    (file,) = FileRepository(tx).page(arguments, current_access(), folder)["results"]
    return file


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

    @requires()
    @api.accepts(shapes.NewWorkflowStepSchema)
    @api.returns(WorkflowStepSchema, 201, "Recorded")
    @api.writes()
    def post(self, tx, given):
        """Record a step of a workflow

        For instruments, with the permission ingest_data, and staff of the beamline.
        """
        step = Steps(tx, current_access()).add(given)
        return created(step, step["workflowStepId"])


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

    @requires()
    @api.accepts(shapes.WorkflowStepPatchSchema)
    @api.returns(WorkflowStepSchema)
    @api.writes()
    def patch(self, tx, given, workflowStepId):  # noqa: N803
        """Change a step of a workflow

        What is absent stays, null clears.  A status that says how it ended is not replaced by one that says it runs.  For
        instruments, with the permission ingest_data, and staff of the beamline.
        """
        return Steps(tx, current_access()).change(workflowStepId, given, expected(WorkflowStepSchema))


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
