"""/proposals/{proposal}/grants"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.grants.schemas import GrantArguments, GrantPageSchema, GrantSchema, NewGrantSchema
from ispyb_api.grants.service import Sharing
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import services, transaction

api = Namespace("grants", description="What proposals share with single persons", path="/proposals")

_PROPOSAL = "The proposal's name, as mx415, or its id."


@api.route("/<string:proposal>/grants")
@api.param("proposal", _PROPOSAL)
class GrantList(Resource):
    @requires()
    @api.accepts(GrantArguments, "query")
    @api.returns(GrantPageSchema, errors=(404,))
    def get(self, arguments, proposal):
        """List what a proposal shares

        For its principal investigator, and holders of manage_grants.
        """
        with transaction() as tx:
            return Sharing(tx, current_access()).page(proposal, arguments)

    @requires()
    @api.accepts(NewGrantSchema)
    @api.returns(GrantSchema, 201, "Shared", errors=(404, 409))
    def post(self, given, proposal):
        """Share a session or a sample

        With one person, who then sees the session with all that was measured in it; or what was and will be measured
        of the sample in the proposal's sessions, and nothing else of these.  You share only what you see yourself.
        """
        with transaction(write=True) as tx:
            grant = Sharing(tx, current_access()).add(proposal, given)
        services().callers.forget_everybody()
        return created(grant, grant["grantId"])


@api.route(f"/<string:proposal>/grants/<int(max={MAX_ID}):grantId>")
@api.param("proposal", _PROPOSAL)
@api.param("grantId", "The grant's row.")
class Grant(Resource):
    @requires()
    @api.returns(GrantSchema, errors=(404,))
    def get(self, proposal, grantId):  # noqa: N803
        """Get one grant

        For the proposal's principal investigator, and holders of manage_grants.
        """
        with transaction() as tx:
            return Sharing(tx, current_access()).get(proposal, grantId)

    @requires()
    @api.confirms("No longer shared", errors=(404,))
    def delete(self, proposal, grantId):  # noqa: N803
        """Share something no longer

        The person does not see it any more, within seconds, unless another rule opens it.
        """
        with transaction(write=True) as tx:
            Sharing(tx, current_access()).remove(proposal, grantId)
        services().callers.forget_everybody()
