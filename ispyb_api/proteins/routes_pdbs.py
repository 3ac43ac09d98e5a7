"""/proteins/{proteinId}/pdbs and /proteins/{proteinId}/lattices"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.files import serving
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.proteins.schemas_lattices import LatticesSchema, NewLatticesSchema
from ispyb_api.proteins.schemas_pdbs import NewPdbSchema, PdbArguments, PdbPageSchema, PdbSchema
from ispyb_api.proteins.service_lattices import Lattices
from ispyb_api.proteins.service_pdbs import Models

api = Namespace("pdbs", path="/proteins", description="Models of proteins' structures")
_PROTEIN = f"/<int(max={MAX_ID}):proteinId>/pdbs"


@api.route(_PROTEIN)
@api.param("proteinId", "The protein's row.")
class PdbList(Resource):
    @requires()
    @api.accepts(PdbArguments, "query")
    @api.returns(PdbPageSchema, errors=(404,))
    def get(self, arguments, proteinId):  # noqa: N803 - the contract's name
        """List the models of a protein

        The earliest added first, without their coordinates.
        """
        with transaction() as tx:
            return Models(tx, current_access()).page(proteinId, arguments)

    @requires()
    @api.accepts(NewPdbSchema)
    @api.returns(PdbSchema, 201, "Added")
    @api.writes()
    def post(self, tx, given, proteinId):  # noqa: N803
        """Add a model to a protein

        The text of a file, or a code of the Protein Data Bank.
        """
        model = Models(tx, current_access()).add(proteinId, given)
        return created(model, model["pdbId"])


@api.route(f"{_PROTEIN}/<int(max={MAX_ID}):pdbId>")
@api.param("proteinId", "The protein's row.")
@api.param("pdbId", "The model's row.")
class Pdb(Resource):
    @requires()
    @api.sends("text/plain")
    def get(self, proteinId, pdbId):  # noqa: N803
        """Get the file of a model

        404 also if only a code is recorded.
        """
        with transaction() as tx:
            name, text = Models(tx, current_access()).text(proteinId, pdbId)
        return serving.send_text(text, name or f"{pdbId}.pdb")

    @requires()
    @api.returns(PdbSchema)
    @api.writes()
    def put(self, tx, proteinId, pdbId):  # noqa: N803
        """Give a protein a model that another one has

        A protein or a ligand of the same proposal; nothing is copied.
        """
        return Models(tx, current_access()).link(proteinId, pdbId, expected(PdbSchema))

    @requires()
    @api.confirms("Removed")
    @api.writes()
    def delete(self, tx, proteinId, pdbId):  # noqa: N803
        """Remove a model of a protein

        It stays with other proteins and ligands that have it.
        """
        Models(tx, current_access()).remove(proteinId, pdbId, expected(PdbSchema))


@api.route(f"/<int(max={MAX_ID}):proteinId>/lattices")
@api.param("proteinId", "The protein's row.")
class LatticesOfProtein(Resource):
    @requires()
    @api.returns(LatticesSchema, errors=(404,))
    def get(self, proteinId):  # noqa: N803
        """Get the lattices that are expected of a protein

        In the order in which they were recorded.
        """
        with transaction() as tx:
            return Lattices(tx, current_access()).of_protein(proteinId)

    @requires()
    @api.accepts(NewLatticesSchema)
    @api.returns(LatticesSchema)
    @api.writes()
    def put(self, tx, given, proteinId):  # noqa: N803
        """Say which lattices are expected of a protein

        All of them: they replace what is there.
        """
        return Lattices(tx, current_access()).put(proteinId, given["results"], expected(LatticesSchema))
