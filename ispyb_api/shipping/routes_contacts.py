"""/labcontacts"""

from flask_restx import Resource

from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected
from ispyb_api.shipping.repository import LabContactRepository
from ispyb_api.shipping.schemas import LabContactArguments, LabContactPageSchema, LabContactSchema
from ispyb_api.shipping.schemas_new import LabContactPatchSchema, NewLabContactSchema
from ispyb_api.shipping.service_contacts import LabContacts

api = Namespace("labcontacts", description="Addresses that shipments come from and go back to")


@api.route("")
class LabContactList(Resource):
    @requires()
    @api.accepts(LabContactArguments, "query")
    @api.returns(LabContactPageSchema)
    def get(self, arguments):
        """List the addresses of the proposals you may see

        The latest made first.
        """
        with transaction() as tx:
            return LabContactRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(NewLabContactSchema)
    @api.returns(LabContactSchema, 201, "Made")
    @api.writes()
    def post(self, tx, given):
        """Make an address

        With its person, and where that works.
        """
        made = LabContacts(tx, current_access()).add(given)
        return created(made, made["labContactId"])


@api.route(f"/<int(max={MAX_ID}):labContactId>")
@api.param("labContactId", "The address's row.")
class LabContact(Resource):
    @requires()
    @api.returns(LabContactSchema, errors=(404,))
    def get(self, labContactId):  # noqa: N803 - the contract's name
        """Get one address

        With the person and the laboratory.
        """
        with transaction() as tx:
            return LabContactRepository(tx).get(labContactId, current_access())

    @requires()
    @api.accepts(LabContactPatchSchema)
    @api.returns(LabContactSchema)
    @api.writes()
    def patch(self, tx, given, labContactId):  # noqa: N803
        """Change an address

        What is absent stays, null clears.  Somebody who is more than a name on this address, who can log in or belongs to a
        proposal, is not changed: the address gets a person of its own.
        """
        return LabContacts(tx, current_access()).change(labContactId, given, expected(LabContactSchema))

    @requires()
    @api.confirms("Removed")
    @api.writes()
    def delete(self, tx, labContactId):  # noqa: N803
        """Remove an address

        One that no shipment has; the person stays.
        """
        LabContacts(tx, current_access()).remove(labContactId, expected(LabContactSchema))
