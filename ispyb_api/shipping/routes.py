"""/dewars and /shippings"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.shipping.repository import DewarRepository, ShippingRepository
from ispyb_api.shipping.schemas import (
    DewarArguments,
    DewarPageSchema,
    DewarSchema,
    ShippingArguments,
    ShippingPageSchema,
    ShippingSchema,
)
from ispyb_api.shipping.schemas_new import (
    DewarHistoriesSchema,
    DewarPatchSchema,
    NewDewarSchema,
    NewShippingSchema,
    ShippingPatchSchema,
)
from ispyb_api.shipping.service import Dewars, Shippings

dewars = Namespace("dewars", description="Dewars and other boxes that are sent")
shippings = Namespace("shippings", description="Shipments")


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


@dewars.route(f"/<int(max={MAX_ID}):dewarId>/history")
@dewars.param("dewarId", "The dewar's row.")
class DewarHistory(Resource):
    @requires()
    @dewars.returns(DewarHistoriesSchema, errors=(404,))
    def get(self, dewarId):  # noqa: N803
        """Get where a dewar has been

        The latest first.
        """
        with transaction() as tx:
            return Dewars(tx, current_access()).history(dewarId)


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

    @requires()
    @shippings.accepts(NewShippingSchema)
    @shippings.returns(ShippingSchema, 201, "Made")
    @shippings.writes()
    def post(self, tx, given):
        """Make a shipment

        Of a proposal that you may change, from and to addresses of the same proposal.
        """
        made = Shippings(tx, current_access()).add(given)
        return created(made, made["shippingId"])


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

    @requires()
    @shippings.accepts(ShippingPatchSchema)
    @shippings.returns(ShippingSchema)
    @shippings.writes()
    def patch(self, tx, given, shippingId):  # noqa: N803
        """Change a shipment

        What is absent stays, null clears.  It stays its proposal's.
        """
        return Shippings(tx, current_access()).change(shippingId, given, expected(ShippingSchema))

    @requires()
    @shippings.confirms("Removed")
    @shippings.writes()
    def delete(self, tx, shippingId):  # noqa: N803
        """Remove a shipment

        One without dewars.
        """
        Shippings(tx, current_access()).remove(shippingId, expected(ShippingSchema))
