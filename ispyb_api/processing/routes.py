"""/processings"""

import flask
from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.files import serving
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.processing.repository import ProgramRepository
from ispyb_api.processing.repository_files import AttachmentRepository, with_urls
from ispyb_api.processing.repository_messages import MessageRepository
from ispyb_api.processing.repository_statuses import StatusRepository
from ispyb_api.processing.schemas import (
    AttachmentArguments,
    AttachmentPageSchema,
    AttachmentSchema,
    AutoIntegrationPageSchema,
    CollectionsArguments,
    MessageArguments,
    MessagePageSchema,
    MessageStatusesSchema,
    ProcessingArguments,
    ProcessingPageSchema,
    StatusesSchema,
    WholeProcessingSchema,
)
from ispyb_api.processing.schemas_made import MadeProcessingSchema
from ispyb_api.processing.schemas_new import AttachmentPatchSchema, NewProcessingSchema, ProcessingPatchSchema
from ispyb_api.processing.service_programs import Programs
from ispyb_api.processing.service_results import Results

api = Namespace("processings", description="What programs made of the data")


@api.route("/status")
class Statuses(Resource):
    @requires()
    @api.accepts(CollectionsArguments, "query")
    @api.returns(StatusesSchema)
    def get(self, arguments):
        """Get what became of data collections

        Of several in one call: characterisations, X-ray centrings, integrations and other runs, by program.
        """
        with transaction() as tx:
            return StatusRepository(tx).of_collections(arguments["dataCollectionIds"], current_access())


@api.route("")
class ProcessingList(Resource):
    @requires()
    @api.accepts(ProcessingArguments, "query")
    @api.returns(ProcessingPageSchema)
    def get(self, arguments):
        """List the runs of programs that integrated nothing

        The latest recorded first; those that integrated something are at /processings/auto-integrations.
        """
        with transaction() as tx:
            return ProgramRepository(tx).others(arguments, current_access())

    @requires()
    @api.accepts(NewProcessingSchema)
    @api.returns(MadeProcessingSchema, 201, "Recorded")
    @api.writes()
    def post(self, tx, given):
        """Record a run of a program, with all that came of it

        Files, messages, integrations of any data collections, scalings: all of it or nothing.  What is not known yet may come
        later.  For pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        made = Results(tx, current_access()).add(given)
        return created(made, made["autoProcProgramId"])


@api.route(f"/<int(max={MAX_ID}):autoProcProgramId>")
@api.param("autoProcProgramId", "The run's row.")
class Processing(Resource):
    @requires()
    @api.returns(WholeProcessingSchema, errors=(404,))
    def get(self, autoProcProgramId):  # noqa: N803 - the contract's name
        """Get one run of a program

        With its job, messages and files, with what it integrated and with the scalings of that.
        """
        with transaction() as tx:
            program = ProgramRepository(tx).get(autoProcProgramId, current_access())
        folder = flask.request.path.rpartition("/")[0]
        with_urls(program["AutoProcProgramAttachment"], f"{folder}/attachments")
        return program

    @requires()
    @api.accepts(ProcessingPatchSchema)
    @api.returns(WholeProcessingSchema)
    @api.writes()
    def patch(self, tx, given, autoProcProgramId):  # noqa: N803
        """Record how far a run is

        It begins when was said first, and ends when was said last; what it ended with is not replaced, least of all by one that
        says it runs.  For pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        folder = flask.request.path.rpartition("/")[0]
        expecting = expected(WholeProcessingSchema)
        return Programs(tx, current_access(), f"{folder}/attachments").change(autoProcProgramId, given, expecting)


@api.route("/auto-integrations")
class AutoIntegrationList(Resource):
    @requires()
    @api.accepts(ProcessingArguments, "query")
    @api.returns(AutoIntegrationPageSchema)
    def get(self, arguments):
        """List the runs of programs that integrated something

        The latest recorded first, with their integrations, the scalings of these, and every shell.
        """
        with transaction() as tx:
            return ProgramRepository(tx).integrations(arguments, current_access())


@api.route("/messages")
class MessageList(Resource):
    @requires()
    @api.accepts(MessageArguments, "query")
    @api.returns(MessagePageSchema)
    def get(self, arguments):
        """List what runs had to say

        The latest recorded first; none in a database that keeps no messages.
        """
        with transaction() as tx:
            return MessageRepository(tx).page(arguments, current_access())


@api.route("/messages/status")
class MessageStatuses(Resource):
    @requires()
    @api.accepts(CollectionsArguments, "query")
    @api.returns(MessageStatusesSchema)
    def get(self, arguments):
        """Count the messages of data collections

        Of several in one call, by severity.
        """
        with transaction() as tx:
            return MessageRepository(tx).counts(arguments["dataCollectionIds"], current_access())


@api.route("/attachments")
class AttachmentList(Resource):
    @requires()
    @api.accepts(AttachmentArguments, "query")
    @api.returns(AttachmentPageSchema)
    def get(self, arguments):
        """List the files that runs left

        In the order in which they were recorded.
        """
        with transaction() as tx:
            page = AttachmentRepository(tx).page(arguments, current_access())
        return page | {"results": with_urls(page["results"], flask.request.path)}


@api.route(f"/attachments/<int(max={MAX_ID}):autoProcProgramAttachmentId>")
@api.param("autoProcProgramAttachmentId", "The file's row.")
class Attachment(Resource):
    @requires()
    @api.sends("application/octet-stream", "image/*", "text/plain")
    def get(self, autoProcProgramAttachmentId):  # noqa: N803 - the contract's name
        """Get a file that a run left

        404 says whether none is recorded, it lies outside the served folders, or it cannot be read.
        """
        with transaction() as tx:
            path = AttachmentRepository(tx).path(autoProcProgramAttachmentId, current_access())
        return serving.send(path, "file of a processing")

    @requires()
    @api.accepts(AttachmentPatchSchema)
    @api.returns(AttachmentSchema)
    @api.writes()
    def patch(self, tx, given, autoProcProgramAttachmentId):  # noqa: N803
        """Change what is known of a file that a run left

        As where it was moved to, or that it was removed.  For pipelines (ingest_proc) and staff of the beamline.
        """
        programs = Programs(tx, current_access(), flask.request.path.rpartition("/")[0])
        return programs.change_file(autoProcProgramAttachmentId, given, expected(AttachmentSchema))
