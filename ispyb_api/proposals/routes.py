"""/proposals"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction
from ispyb_api.proposals.repository import ProposalRepository
from ispyb_api.proposals.schemas import ProposalArguments, ProposalPageSchema, ProposalSchema

api = Namespace("proposals", description="Granted requests for beam time")


@api.route("")
class ProposalList(Resource):
    @requires()
    @api.accepts(ProposalArguments, "query")
    @api.returns(ProposalPageSchema)
    def get(self, arguments):
        """List the proposals you may see

        Newest first. Counts and beamlines are those of the sessions you may see.
        """
        with transaction() as tx:
            return ProposalRepository(tx).page(arguments, current_access())


@api.route("/<string:proposal>")
@api.param("proposal", "The proposal's name, as mx415, or its id.")
class Proposal(Resource):
    @requires()
    @api.returns(ProposalSchema, errors=(404,))
    def get(self, proposal):
        """Get one proposal

        By its name, as mx415, or by its id.
        """
        with transaction() as tx:
            return ProposalRepository(tx).get(proposal, current_access())
