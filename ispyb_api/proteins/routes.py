"""/proteins"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.proteins.repository import ProteinRepository
from ispyb_api.proteins.schemas import ProteinArguments, ProteinPageSchema, ProteinSchema
from ispyb_api.proteins.schemas_new import NewProteinSchema, ProteinPatchSchema
from ispyb_api.proteins.service import Proteins

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

    @requires()
    @api.accepts(NewProteinSchema)
    @api.returns(ProteinSchema, 201, "Made")
    @api.writes()
    def post(self, tx, given):
        """Make a protein

        In a proposal that you may change; 409 if that has one with this acronym.
        """
        protein = Proteins(tx, current_access()).add(given)
        return created(protein, protein["proteinId"])


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

    @requires()
    @api.accepts(ProteinPatchSchema)
    @api.returns(ProteinSchema)
    @api.writes()
    def patch(self, tx, given, proteinId):  # noqa: N803
        """Change a protein

        What is absent stays, null clears.
        """
        return Proteins(tx, current_access()).change(proteinId, given, expected(ProteinSchema))

    @requires()
    @api.confirms("Removed")
    @api.writes()
    def delete(self, tx, proteinId):  # noqa: N803
        """Remove a protein

        One without crystal forms; its models go with it.
        """
        Proteins(tx, current_access()).remove(proteinId, expected(ProteinSchema))
