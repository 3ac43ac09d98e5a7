"""/samples"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction
from ispyb_api.samples.repository import SampleRepository
from ispyb_api.samples.schemas import SampleArguments, SamplePageSchema, SampleSchema

api = Namespace("samples", description="What is put into the beam")


@api.route("")
class SampleList(Resource):
    @requires()
    @api.accepts(SampleArguments, "query")
    @api.returns(SamplePageSchema)
    def get(self, arguments):
        """List the samples of the proposals you may see

        The latest made first, also those that are in no container.  Counts are of what you may see.
        """
        with transaction() as tx:
            return SampleRepository(tx).page(arguments, current_access())


@api.route(f"/<int(max={MAX_ID}):blSampleId>")
@api.param("blSampleId", "The sample's row.")
class Sample(Resource):
    @requires()
    @api.returns(SampleSchema, errors=(404,))
    def get(self, blSampleId):  # noqa: N803 - the contract's name
        """Get one sample

        With its crystal form, its container, its plan, and what was done with it.
        """
        with transaction() as tx:
            return SampleRepository(tx).get(blSampleId, current_access())
