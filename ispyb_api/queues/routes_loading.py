"""/samples/queue"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction
from ispyb_api.queues.repository_loading import LoadingRepository
from ispyb_api.queues.schemas_loading import LoadedSampleArguments, LoadedSamplePageSchema

api = Namespace("loading", path="/samples/queue", description="Samples that are at a beamline")


@api.route("")
class LoadedSampleList(Resource):
    @requires()
    @api.accepts(LoadedSampleArguments, "query")
    @api.returns(LoadedSamplePageSchema)
    def get(self, arguments):
        """List the samples at a beamline, for its control software

        Those in containers that are processing there, by the containers' places in the sample changer and their own in the
        container; each with its crystal form, its protein and its plans in their order.
        """
        with transaction() as tx:
            return LoadingRepository(tx).page(arguments, current_access())
