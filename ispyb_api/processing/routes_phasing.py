"""/processings: what followed scaling"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.files import serving
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction
from ispyb_api.processing.repository_phasing import PhasingRepository
from ispyb_api.processing.schemas_made import MadePhasingStepSchema, MadeRefinementSchema
from ispyb_api.processing.schemas_new_phasing import MOST_STEPS, NewPhasingStepSchema, NewRefinementSchema
from ispyb_api.processing.schemas_phasing import (
    PhasingAnalysisPageSchema,
    PhasingStepPageSchema,
    RefinementPageSchema,
)
from ispyb_api.processing.schemas_scopes import SomeDataListArguments
from ispyb_api.processing.service_phasing import Phasing

api = Namespace("phasing", path="/processings", description="What followed scaling, and centring before it")


@api.route("/phasing")
class PhasingList(Resource):
    @requires()
    @api.accepts(SomeDataListArguments, "query")
    @api.returns(PhasingStepPageSchema)
    def get(self, arguments):
        """List steps of phasing

        Each with its program, files and statistics.
        """
        with transaction() as tx:
            return PhasingRepository(tx).steps(arguments, current_access())

    @requires()
    @api.accepts(NewPhasingStepSchema, most=MOST_STEPS)
    @api.returns(MadePhasingStepSchema, 201, "Recorded", many=True)
    @api.writes()
    def post(self, tx, given):
        """Record steps of phasing

        Each with its program, files and statistics; one may follow another of the list, or one that was recorded before.  For
        pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        return Phasing(tx, current_access()).add(given)


@api.route(f"/phasing/attachments/<int(max={MAX_ID}):phasingProgramAttachmentId>")
@api.param("phasingProgramAttachmentId", "The file's row.")
class PhasingFile(Resource):
    @requires()
    @api.sends("application/octet-stream", "image/*", "text/plain")
    def get(self, phasingProgramAttachmentId):  # noqa: N803 - the columns' name
        """Get a file that a phasing program left

        404 says whether none is recorded, it lies outside the served folders, or it cannot be read.
        """
        with transaction() as tx:
            path = PhasingRepository(tx).path(phasingProgramAttachmentId, current_access())
        return serving.send(path, "file of a phasing program")


@api.route("/refinements")
class RefinementList(Resource):
    @requires()
    @api.accepts(SomeDataListArguments, "query")
    @api.returns(RefinementPageSchema)
    def get(self, arguments):
        """List runs of molecular replacement and refinement

        With what they left unexplained.
        """
        with transaction() as tx:
            return PhasingRepository(tx).refinements(arguments, current_access())

    @requires()
    @api.accepts(NewRefinementSchema, most=MOST_STEPS)
    @api.returns(MadeRefinementSchema, 201, "Recorded", many=True)
    @api.writes()
    def post(self, tx, given):
        """Record runs of molecular replacement and refinement

        Each with what it left unexplained.  For pipelines, with the permission ingest_proc, and staff of the beamline.
        """
        return Phasing(tx, current_access()).refine(given)


@api.route("/phasing/analyses")
class AnalysisList(Resource):
    @requires()
    @api.accepts(SomeDataListArguments, "query")
    @api.returns(PhasingAnalysisPageSchema)
    def get(self, arguments):
        """List phasing as it was recorded before there were steps

        Some pipelines still do: each analysis with its scalings, stages, programs, files and statistics.
        """
        with transaction() as tx:
            return PhasingRepository(tx).analyses(arguments, current_access())
