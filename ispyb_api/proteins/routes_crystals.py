"""/crystals and /spacegroups"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.proteins.repository_crystals import CrystalRepository, SpaceGroupRepository
from ispyb_api.proteins.schemas_crystals import (
    CrystalArguments,
    CrystalPatchSchema,
    NewCrystalSchema,
    SpaceGroupArguments,
    SpaceGroupPageSchema,
    WholeCrystalPageSchema,
    WholeCrystalSchema,
)
from ispyb_api.proteins.service_crystals import Crystals

api = Namespace("crystals", description="Crystal forms of proteins")
spacegroups = Namespace("spacegroups", description="Space groups")


@api.route("")
class CrystalList(Resource):
    @requires()
    @api.accepts(CrystalArguments, "query")
    @api.returns(WholeCrystalPageSchema)
    def get(self, arguments):
        """List the crystal forms of the proposals you may see

        The latest made first.  Counts are of what you may see.
        """
        with transaction() as tx:
            return CrystalRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewCrystalSchema)
    @api.returns(WholeCrystalSchema, 201, "Made")
    @api.writes()
    def post(self, tx, given):
        """Make a crystal form

        Of a protein of a proposal that you may change.
        """
        crystal = Crystals(tx, current_access()).add(given)
        return created(crystal, crystal["crystalId"])


@api.route(f"/<int(max={MAX_ID}):crystalId>")
@api.param("crystalId", "The crystal form's row.")
class Crystal(Resource):
    @requires()
    @api.returns(WholeCrystalSchema, errors=(404,))
    def get(self, crystalId):  # noqa: N803 - the contract's name
        """Get one crystal form

        With its protein, and how many samples there are of it.
        """
        with transaction() as tx:
            return CrystalRepository(tx).get(crystalId, current_access())

    @requires()
    @api.accepts(CrystalPatchSchema)
    @api.returns(WholeCrystalSchema)
    @api.writes()
    def patch(self, tx, given, crystalId):  # noqa: N803
        """Change a crystal form

        What is absent stays, null clears.  It becomes another protein's only within its proposal.
        """
        return Crystals(tx, current_access()).change(crystalId, given, expected(WholeCrystalSchema))

    @requires()
    @api.confirms("Removed")
    @api.writes()
    def delete(self, tx, crystalId):  # noqa: N803
        """Remove a crystal form

        One of which there are no samples.
        """
        Crystals(tx, current_access()).remove(crystalId, expected(WholeCrystalSchema))


@spacegroups.route("")
class SpaceGroupList(Resource):
    @requires()
    @spacegroups.accepts(SpaceGroupArguments, "query")
    @spacegroups.returns(SpaceGroupPageSchema)
    def get(self, arguments):
        """List space groups

        In the order of their numbers.
        """
        with transaction() as tx:
            return SpaceGroupRepository(tx).page(arguments)
