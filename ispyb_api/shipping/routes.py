"""/containers, /dewars, /shippings and /labcontacts"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.shipping.repository import (
    ContainerRepository,
    DewarRepository,
    LabContactRepository,
    ShippingRepository,
)
from ispyb_api.shipping.schemas import (
    ContainerArguments,
    ContainerPageSchema,
    ContainerSchema,
    DewarArguments,
    DewarPageSchema,
    DewarPatchSchema,
    DewarSchema,
    LabContactArguments,
    LabContactPageSchema,
    LabContactSchema,
    NewDewarSchema,
    ShippingArguments,
    ShippingPageSchema,
    ShippingSchema,
)
from ispyb_api.shipping.service import Dewars

containers = Namespace("containers", description="Pucks, plates and other containers of samples")
dewars = Namespace("dewars", description="Dewars and other boxes that are sent")
shippings = Namespace("shippings", description="Shipments")
labcontacts = Namespace("labcontacts", description="Addresses that shipments come from and go back to")


@containers.route("")
class ContainerList(Resource):
    @requires()
    @containers.accepts(ContainerArguments, "query")
    @containers.returns(ContainerPageSchema)
    def get(self, arguments):
        """List the containers of the proposals you may see

        The latest made first, empty ones too.
        """
        with transaction() as tx:
            return ContainerRepository(tx).page(arguments, current_access())


@containers.route(f"/<int(max={MAX_ID}):containerId>")
@containers.param("containerId", "The container's row.")
class Container(Resource):
    @requires()
    @containers.returns(ContainerSchema, errors=(404,))
    def get(self, containerId):  # noqa: N803 - the contract's name
        """Get one container

        With the dewar and the shipment it came in, and how many samples are in it.
        """
        with transaction() as tx:
            return ContainerRepository(tx).get(containerId, current_access())


@dewars.route("")
class DewarList(Resource):
    @requires()
    @dewars.accepts(DewarArguments, "query")
    @dewars.returns(DewarPageSchema)
    def get(self, arguments):
        """List the dewars of the proposals you may see

        The earliest made first.
        """
        with transaction() as tx:
            return DewarRepository(tx).page(arguments, current_access())

    @requires()
    @dewars.accepts(NewDewarSchema)
    @dewars.returns(DewarSchema, 201, "Made")
    @dewars.writes()
    def post(self, tx, given):
        """Make a dewar

        In a shipment of a proposal that you may change.
        """
        dewar = Dewars(tx, current_access()).add(given)
        return created(dewar, dewar["dewarId"])


@dewars.route(f"/<int(max={MAX_ID}):dewarId>")
@dewars.param("dewarId", "The dewar's row.")
class Dewar(Resource):
    @requires()
    @dewars.returns(DewarSchema, errors=(404,))
    def get(self, dewarId):  # noqa: N803 - the contract's name
        """Get one dewar

        With its shipment, and how many containers are in it.
        """
        with transaction() as tx:
            return DewarRepository(tx).get(dewarId, current_access())

    @requires()
    @dewars.accepts(DewarPatchSchema)
    @dewars.returns(DewarSchema)
    @dewars.writes()
    def patch(self, tx, given, dewarId):  # noqa: N803
        """Change a dewar

        What is absent stays, null clears.  It moves to another shipment only within its proposal.
        """
        return Dewars(tx, current_access()).change(dewarId, given, expected(DewarSchema))

    @requires()
    @dewars.confirms("Removed")
    @dewars.writes()
    def delete(self, tx, dewarId):  # noqa: N803
        """Remove a dewar

        One without containers; its history goes with it.
        """
        Dewars(tx, current_access()).remove(dewarId, expected(DewarSchema))


@shippings.route("")
class ShippingList(Resource):
    @requires()
    @shippings.accepts(ShippingArguments, "query")
    @shippings.returns(ShippingPageSchema)
    def get(self, arguments):
        """List the shipments of the proposals you may see

        The latest made first.
        """
        with transaction() as tx:
            return ShippingRepository(tx).page(arguments, current_access())


@shippings.route(f"/<int(max={MAX_ID}):shippingId>")
@shippings.param("shippingId", "The shipment's row.")
class Shipping(Resource):
    @requires()
    @shippings.returns(ShippingSchema, errors=(404,))
    def get(self, shippingId):  # noqa: N803 - the contract's name
        """Get one shipment

        With its addresses, and how many dewars belong to it.
        """
        with transaction() as tx:
            return ShippingRepository(tx).get(shippingId, current_access())


@labcontacts.route("")
class LabContactList(Resource):
    @requires()
    @labcontacts.accepts(LabContactArguments, "query")
    @labcontacts.returns(LabContactPageSchema)
    def get(self, arguments):
        """List the addresses of the proposals you may see

        The latest made first.
        """
        with transaction() as tx:
            return LabContactRepository(tx).page(arguments, current_access())


@labcontacts.route(f"/<int(max={MAX_ID}):labContactId>")
@labcontacts.param("labContactId", "The address's row.")
class LabContact(Resource):
    @requires()
    @labcontacts.returns(LabContactSchema, errors=(404,))
    def get(self, labContactId):  # noqa: N803 - the contract's name
        """Get one address

        With the person and the laboratory.
        """
        with transaction() as tx:
            return LabContactRepository(tx).get(labContactId, current_access())
