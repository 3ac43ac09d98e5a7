"""/ligands"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.components.repository_ligands import LigandRepository
from ispyb_api.components.schemas_ligands import (
    LigandArguments,
    LigandModelPageSchema,
    LigandModelSchema,
    LigandPageSchema,
    LigandPatchSchema,
    LigandSchema,
    NewLigandSchema,
    SoakSchema,
)
from ispyb_api.components.service_ligands import Ligands
from ispyb_api.components.service_models import LigandModels
from ispyb_api.components.service_soaking import Soaking
from ispyb_api.files import serving
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.proteins.schemas_pdbs import NewPdbSchema, PdbArguments

api = Namespace("ligands", description="Compounds that samples are soaked with")
soaking = Namespace("soaking", path="/samples", description="With which compounds samples were soaked")


@api.route("")
class LigandList(Resource):
    @requires()
    @api.accepts(LigandArguments, "query")
    @api.returns(LigandPageSchema, errors=(501,))
    def get(self, arguments):
        """List the ligands of the proposals you may see

        The earliest made first.  Counts are of what you may see.
        """
        with transaction() as tx:
            return LigandRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewLigandSchema)
    @api.returns(LigandSchema, 201, "Made", errors=(501,))
    @api.writes()
    def post(self, tx, given):
        """Make a ligand

        In a proposal that you may change.
        """
        ligand = Ligands(tx, current_access()).add(given)
        return created(ligand, ligand["ligandId"])


@api.route(f"/<int(max={MAX_ID}):ligandId>")
@api.param("ligandId", "The ligand's row.")
class Ligand(Resource):
    @requires()
    @api.returns(LigandSchema, errors=(404, 501))
    def get(self, ligandId):  # noqa: N803 - the contract's name
        """Get one ligand

        With how many samples were soaked with it.
        """
        with transaction() as tx:
            return LigandRepository(tx).get(ligandId, current_access())

    @requires()
    @api.accepts(LigandPatchSchema)
    @api.returns(LigandSchema, errors=(501,))
    @api.writes()
    def patch(self, tx, given, ligandId):  # noqa: N803
        """Change a ligand

        What is absent stays, null clears.
        """
        return Ligands(tx, current_access()).change(ligandId, given, expected(LigandSchema))

    @requires()
    @api.confirms("Removed", errors=(501,))
    @api.writes()
    def delete(self, tx, ligandId):  # noqa: N803
        """Remove a ligand

        One with which no sample was soaked.  Its models go with it, unless something else has them.
        """
        Ligands(tx, current_access()).remove(ligandId, expected(LigandSchema))


@api.route(f"/<int(max={MAX_ID}):ligandId>/pdbs")
@api.param("ligandId", "The ligand's row.")
class LigandModelList(Resource):
    @requires()
    @api.accepts(PdbArguments, "query")
    @api.returns(LigandModelPageSchema, errors=(404, 501))
    def get(self, arguments, ligandId):  # noqa: N803
        """List the models of a ligand

        The earliest added first, without their coordinates.
        """
        with transaction() as tx:
            return LigandModels(tx, current_access()).page(ligandId, arguments)

    @requires()
    @api.accepts(NewPdbSchema)
    @api.returns(LigandModelSchema, 201, "Added", errors=(501,))
    @api.writes()
    def post(self, tx, given, ligandId):  # noqa: N803
        """Add a model to a ligand

        The text of a file, or a code of the Protein Data Bank.
        """
        model = LigandModels(tx, current_access()).add(ligandId, given)
        return created(model, model["pdbId"])


@api.route(f"/<int(max={MAX_ID}):ligandId>/pdbs/<int(max={MAX_ID}):pdbId>")
@api.param("ligandId", "The ligand's row.")
@api.param("pdbId", "The model's row.")
class LigandModel(Resource):
    @requires()
    @api.sends("text/plain", errors=(404, 501))
    def get(self, ligandId, pdbId):  # noqa: N803
        """Get the file of a ligand's model

        404 also if only a code is recorded.
        """
        with transaction() as tx:
            name, text = LigandModels(tx, current_access()).text(ligandId, pdbId)
        return serving.send_text(text, name or f"{pdbId}.pdb")

    @requires()
    @api.returns(LigandModelSchema, errors=(501,))
    @api.writes()
    def put(self, tx, ligandId, pdbId):  # noqa: N803
        """Give a ligand a model that another one has

        A ligand or a protein of the same proposal; nothing is copied.
        """
        return LigandModels(tx, current_access()).link(ligandId, pdbId, expected(LigandModelSchema))

    @requires()
    @api.confirms("Removed", errors=(501,))
    @api.writes()
    def delete(self, tx, ligandId, pdbId):  # noqa: N803
        """Remove a model of a ligand

        It stays with other ligands and proteins that have it.
        """
        LigandModels(tx, current_access()).remove(ligandId, pdbId, expected(LigandModelSchema))


@soaking.route(f"/<int(max={MAX_ID}):blSampleId>/ligands")
@soaking.param("blSampleId", "The sample's row.")
class LigandsOfSample(Resource):
    @requires()
    @soaking.accepts(SoakSchema)
    @soaking.returns(LigandPageSchema, errors=(501,))
    @soaking.writes()
    def put(self, tx, given, blSampleId):  # noqa: N803
        """Say with which ligands a sample was soaked

        All of them, of the sample's proposal; GET /ligands?blSampleId= lists them.
        """
        return Soaking(tx, current_access()).put(blSampleId, given["ligandIds"])
