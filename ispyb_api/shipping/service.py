"""Make, change and remove what a proposal sends, in one transaction and in the view of one caller."""

from ispyb_api.auth.writing import parent_to_write, proposal_to_write, record
from ispyb_api.errors import Conflict, Invalid
from ispyb_api.shipping.repository import DewarRepository


class Dewars:
    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._dewars = DewarRepository(tx)

    def add(self, given):
        """Make a dewar in a shipment; return it."""
        values = dict(given)
        shipping_id = values.pop("shippingId")
        self._shipment(shipping_id)
        dewar_id = self._dewars.add(shipping_id, values)
        record(self._tx, self._access, "dewar added", f"dewar {dewar_id}", given)
        return self._dewars.get(dewar_id, self._access)

    def change(self, dewar_id, given, unchanged):
        """Change a dewar, if it is ``unchanged`` since the caller read it; return it."""
        proposal_id = self._mine(dewar_id, unchanged)["Shipping"]["proposalId"]
        if "shippingId" in given and self._shipment(given["shippingId"])["proposalId"] != proposal_id:
            raise Invalid(errors={"shippingId": ["Is another proposal's: a dewar moves only within its own."]})
        self._dewars.change(dewar_id, given)
        record(self._tx, self._access, "dewar changed", f"dewar {dewar_id}", given)
        return self._dewars.get(dewar_id, self._access)

    def remove(self, dewar_id, unchanged):
        """Remove a dewar that holds nothing."""
        if number := self._mine(dewar_id, unchanged)["_metadata"]["containers"]:
            raise Conflict(f"The dewar holds {number} containers: move or remove them first.")
        self._dewars.remove(dewar_id)
        record(self._tx, self._access, "dewar removed", f"dewar {dewar_id}")

    def _mine(self, dewar_id, unchanged):
        self._dewars.lock(dewar_id)
        dewar = self._dewars.get(dewar_id, self._access)
        proposal_to_write(self._tx, self._access, dewar["Shipping"]["proposalId"])
        unchanged(dewar)
        return dewar

    def _shipment(self, shipping_id):
        proposal_id = self._dewars.proposal_of(shipping_id)
        return parent_to_write(self._tx, self._access, proposal_id, "shippingId", f"shipment {shipping_id}")
