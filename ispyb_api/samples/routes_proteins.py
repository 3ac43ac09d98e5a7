"""/proteins"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import transaction
from ispyb_api.samples.repository_proteins import ProteinRepository
from ispyb_api.samples.schemas_proteins import ProteinArguments, ProteinPageSchema, ProteinSchema

api = Namespace("proteins", description="Proteins, and whatever else is measured")


@api.route("")
class ProteinList(Resource):
    @requires()
    @api.accepts(ProteinArguments, "query")
    @api.returns(ProteinPageSchema)
    def get(self, arguments):
        """List the proteins of the proposals you may see

        The latest made first.  Counts are of what you may see.
        """
        with transaction() as tx:
            return ProteinRepository(tx).page(arguments, current_access())


@api.route(f"/<int(max={MAX_ID}):proteinId>")
@api.param("proteinId", "The protein's row.")
class Protein(Resource):
    @requires()
    @api.returns(ProteinSchema, errors=(404,))
    def get(self, proteinId):  # noqa: N803 - the contract's name
        """Get one protein

        With how many crystals, samples and data collections there are of it.
        """
        with transaction() as tx:
            return ProteinRepository(tx).get(proteinId, current_access())
