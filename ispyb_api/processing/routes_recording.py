"""/processings: what pipelines record, at once or as they go along"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace
from ispyb_api.processing import schemas_new as new
from ispyb_api.processing.schemas_made import (
    MadeAttachmentSchema,
    MadeIntegrationSchema,
    MadeMessageSchema,
    MadeScalingSchema,
)
from ispyb_api.processing.service_programs import Programs

api = Namespace("recording", path="/processings", description="What pipelines record")
_RUN = f"/<int(max={MAX_ID}):autoProcProgramId>"


@api.route(f"{_RUN}/attachments")
@api.param("autoProcProgramId", "The run's row.")
class ProgramAttachments(Resource):
    @requires()
    @api.accepts(new.NewAttachmentSchema, most=new.MOST_FILES)
    @api.returns(MadeAttachmentSchema, 201, "Recorded", many=True)
    @api.writes()
    def post(self, tx, given, autoProcProgramId):  # noqa: N803 - the contract's name
        """Record files that a run left

        A file that is recorded of the run already, by folder and name, stays as it is.  For pipelines (ingest_proc) and staff.
        """
        return Programs(tx, current_access()).attach(autoProcProgramId, given)


@api.route(f"{_RUN}/messages")
@api.param("autoProcProgramId", "The run's row.")
class ProgramMessages(Resource):
    @requires()
    @api.accepts(new.NewMessageSchema, most=new.MOST_MESSAGES)
    @api.returns(MadeMessageSchema, 201, "Recorded", many=True)
    @api.writes()
    def post(self, tx, given, autoProcProgramId):  # noqa: N803
        """Record what a run has to say

        For pipelines (ingest_proc) and staff of the beamline.
        """
        return Programs(tx, current_access()).say(autoProcProgramId, given)


@api.route(f"{_RUN}/integrations")
@api.param("autoProcProgramId", "The run's row.")
class ProgramIntegrations(Resource):
    @requires()
    @api.accepts(new.NewIntegrationSchema, most=new.MOST_INTEGRATIONS)
    @api.returns(MadeIntegrationSchema, 201, "Recorded", many=True)
    @api.writes()
    def post(self, tx, given, autoProcProgramId):  # noqa: N803
        """Record sweeps that a run integrated

        One that is recorded of the run already, of the same data collection and images or without images, is changed.  For
        pipelines (ingest_proc) and staff of the beamline.
        """
        return Programs(tx, current_access()).integrate(autoProcProgramId, given)


@api.route(f"{_RUN}/scalings")
@api.param("autoProcProgramId", "The run's row.")
class ProgramScalings(Resource):
    @requires()
    @api.accepts(new.NewScalingOfRunSchema, most=new.MOST_SCALINGS)
    @api.returns(MadeScalingSchema, 201, "Recorded", many=True)
    @api.writes()
    def post(self, tx, given, autoProcProgramId):  # noqa: N803
        """Record data that a run scaled

        With the cell, the space group and the shells of each.  For pipelines (ingest_proc) and staff of the beamline.
        """
        return Programs(tx, current_access()).scale(autoProcProgramId, given)
