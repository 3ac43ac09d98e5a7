"""/containers"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.shipping.repository import ContainerRepository
from ispyb_api.shipping.schemas import ContainerArguments, ContainerPageSchema, ContainerSchema
from ispyb_api.shipping.schemas_new import (
    AssignmentSchema,
    ContainerHistoriesSchema,
    ContainerPatchSchema,
    ContainerTypesSchema,
    NewContainerSchema,
)
from ispyb_api.shipping.service import Containers

api = Namespace("containers", description="Pucks, plates and other containers of samples")


@api.route("")
class ContainerList(Resource):
    @requires()
    @api.accepts(ContainerArguments, "query")
    @api.returns(ContainerPageSchema)
    def get(self, arguments):
        """List the containers of the proposals you may see

        The latest made first, empty ones too.
        """
        with transaction() as tx:
            return ContainerRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewContainerSchema)
    @api.returns(ContainerSchema, 201, "Made")
    @api.writes()
    def post(self, tx, given):
        """Make a container

        In a dewar of a proposal that you may change.
        """
        made = Containers(tx, current_access()).add(given)
        return created(made, made["containerId"])


@api.route(f"/<int(max={MAX_ID}):containerId>")
@api.param("containerId", "The container's row.")
class Container(Resource):
    @requires()
    @api.returns(ContainerSchema, errors=(404,))
    def get(self, containerId):  # noqa: N803 - the contract's name
        """Get one container

        With the dewar and the shipment it came in, and how many samples are in it.
        """
        with transaction() as tx:
            return ContainerRepository(tx).get(containerId, current_access())

    @requires()
    @api.accepts(ContainerPatchSchema)
    @api.returns(ContainerSchema)
    @api.writes()
    def patch(self, tx, given, containerId):  # noqa: N803
        """Change a container

        What is absent stays, null clears.  It moves to another dewar only within its proposal.
        """
        return Containers(tx, current_access()).change(containerId, given, expected(ContainerSchema))

    @requires()
    @api.confirms("Removed")
    @api.writes()
    def delete(self, tx, containerId):  # noqa: N803
        """Remove a container

        One without samples; its history goes with it.
        """
        Containers(tx, current_access()).remove(containerId, expected(ContainerSchema))


@api.route("/types")
class ContainerTypeList(Resource):
    @requires()
    @api.returns(ContainerTypesSchema)
    def get(self):
        """List the kinds of containers

        Those that the facility's database knows; where it has no such table, those in common use.
        """
        with transaction() as tx:
            return ContainerRepository(tx).types()


@api.route(f"/<int(max={MAX_ID}):containerId>/history")
@api.param("containerId", "The container's row.")
class ContainerHistory(Resource):
    @requires()
    @api.returns(ContainerHistoriesSchema, errors=(404,))
    def get(self, containerId):  # noqa: N803
        """Get where a container has been

        The latest first.
        """
        with transaction() as tx:
            return Containers(tx, current_access()).history(containerId)


@api.route(f"/<int(max={MAX_ID}):containerId>/assignment")
@api.param("containerId", "The container's row.")
class Assignment(Resource):
    @requires()
    @api.accepts(AssignmentSchema)
    @api.returns(ContainerSchema)
    @api.writes()
    def put(self, tx, given, containerId):  # noqa: N803
        """Put a container into a sample changer

        It is then processing; a container that was at this position is taken off.  Another proposal's is taken off only by
        staff of the beamline, or with the permission ingest_data.
        """
        return Containers(tx, current_access()).assign(containerId, given, expected(ContainerSchema))

    @requires()
    @api.returns(ContainerSchema)
    @api.writes()
    def delete(self, tx, containerId):  # noqa: N803
        """Take a container off its beamline

        It is then at the facility.
        """
        return Containers(tx, current_access()).unassign(containerId, expected(ContainerSchema))
