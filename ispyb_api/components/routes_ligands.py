"""/ligands"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.components.repository_ligands import LigandRepository
from ispyb_api.components.schemas_ligands import (
    LigandArguments,
    LigandPageSchema,
    LigandPatchSchema,
    LigandSchema,
    NewLigandSchema,
    SoakSchema,
)
from ispyb_api.components.service_ligands import Ligands
from ispyb_api.components.service_soaking import Soaking
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected

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

        One with which no sample was soaked.
        """
        Ligands(tx, current_access()).remove(ligandId, expected(LigandSchema))


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
