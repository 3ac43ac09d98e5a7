"""Make, change and remove shipments, dewars and containers, in one transaction and in the view of one caller."""

from ispyb_api.auth.access import BEAMLINE, UNPROTECTED
from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import parent_to_write, proposal_to_write, record
from ispyb_api.errors import Conflict, Invalid
from ispyb_api.links.repository import LinkRepository
from ispyb_api.shipping.repository import ContainerRepository, DewarRepository, ShippingRepository
from ispyb_api.shipping.repository_writing import ShippingWrites

ON_BEAMLINE, AT_FACILITY = "processing", "at facility"


class _Kept:
    """What is kept in one table: ``noun`` names a row, ``repository`` reads it as GET does."""

    noun = ""
    repository: type

    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._rows, self._writes = self.repository(tx), ShippingWrites(tx)

    def _read(self, row_id):
        return self._rows.get(row_id, self._access)

    def _record(self, what, row_id, given=None):
        record(self._tx, self._access, f"{self.noun} {what}", f"{self.noun} {row_id}", given)

    def _mine(self, lock, row_id, unchanged):
        """Return a row that the caller may change, if it is as the caller read it; nobody else changes it meanwhile."""
        lock(row_id)
        row = self._read(row_id)
        proposal_to_write(self._tx, self._access, self._proposal_of(row))
        unchanged(row)
        return row


class Shippings(_Kept):
    noun, repository = "shipment", ShippingRepository

    @staticmethod
    def _proposal_of(row):
        return row["proposalId"]

    def add(self, given):
        """Make a shipment of a proposal; return it."""
        values = {"safetyLevel": "GREEN", "shippingStatus": "opened", **given}
        proposal_id = values.pop("proposalId")
        parent_to_write(self._tx, self._access, proposal_id, "proposalId", f"proposal {proposal_id}")
        self._contacts(given, proposal_id)
        shipping_id = self._writes.add_shipping(proposal_id, values)
        self._record("added", shipping_id, given)
        return self._read(shipping_id)

    def change(self, shipping_id, given, unchanged):
        """Change a shipment; it stays its proposal's."""
        row = self._mine(self._writes.lock_shipping, shipping_id, unchanged)
        values = dict(given)
        if values.pop("proposalId", row["proposalId"]) != row["proposalId"]:
            raise Invalid(errors={"proposalId": ["A shipment stays its proposal's: make another one there."]})
        self._contacts(given, row["proposalId"])
        self._writes.change_shipping(shipping_id, values)
        self._record("changed", shipping_id, given)
        return self._read(shipping_id)

    def remove(self, shipping_id, unchanged):
        """Remove a shipment without dewars."""
        if number := self._mine(self._writes.lock_shipping, shipping_id, unchanged)["_metadata"]["dewars"]:
            raise Conflict(f"The shipment has {number} dewars: move or remove them first.")
        LinkRepository(self._tx).forget("shippingId", shipping_id)
        self._writes.remove_shipping(shipping_id)
        self._record("removed", shipping_id)

    def _contacts(self, given, proposal_id):
        wrong = {
            name: ["No address of the same proposal."]
            for name in ("sendingLabContactId", "returnLabContactId")
            if given.get(name) is not None and not self._writes.is_contact(given[name], proposal_id)
        }
        if wrong:
            raise Invalid(errors=wrong)


class Dewars(_Kept):
    noun, repository = "dewar", DewarRepository

    @staticmethod
    def _proposal_of(row):
        return row["Shipping"]["proposalId"]

    def add(self, given):
        """Make a dewar in a shipment; return it."""
        values = dict(given)
        shipping_id = values.pop("shippingId")
        proposal = self._shipment(shipping_id)
        _of_the_same(self._writes, "firstExperimentId", given, proposal["proposalId"])
        dewar_id = self._writes.add_dewar(shipping_id, values)
        self._note(dewar_id, {}, given)
        self._record("added", dewar_id, given)
        return self._read(dewar_id)

    def change(self, dewar_id, given, unchanged):
        """Change a dewar; it moves within its proposal only."""
        row = self._mine(self._writes.lock_dewar, dewar_id, unchanged)
        if "shippingId" in given and self._shipment(given["shippingId"])["proposalId"] != self._proposal_of(row):
            raise Invalid(errors={"shippingId": ["Is another proposal's: a dewar moves only within its own."]})
        _of_the_same(self._writes, "firstExperimentId", given, self._proposal_of(row))
        self._writes.change_dewar(dewar_id, given)
        self._note(dewar_id, row, given)
        self._record("changed", dewar_id, given)
        return self._read(dewar_id)

    def remove(self, dewar_id, unchanged):
        """Remove a dewar that holds nothing."""
        if number := self._mine(self._writes.lock_dewar, dewar_id, unchanged)["_metadata"]["containers"]:
            raise Conflict(f"The dewar holds {number} containers: move or remove them first.")
        self._writes.remove_dewar(dewar_id)
        self._record("removed", dewar_id)

    def history(self, dewar_id):
        """Return where a dewar has been, the latest first."""
        self._read(dewar_id)
        return {"results": self._writes.history_of_dewar(dewar_id)}

    def _note(self, dewar_id, before, given):
        now = {name: given.get(name, before.get(name)) for name in ("dewarStatus", "storageLocation")}
        if any(now[name] != before.get(name) for name in now):
            self._writes.note_dewar(dewar_id, now["dewarStatus"] or "", now["storageLocation"])

    def _shipment(self, shipping_id):
        proposal_id = self._writes.proposal_of_shipping(shipping_id)
        return parent_to_write(self._tx, self._access, proposal_id, "shippingId", f"shipment {shipping_id}")


class Containers(_Kept):
    noun, repository = "container", ContainerRepository
    _PLACE = ("containerStatus", "beamlineLocation", "sampleChangerLocation")

    @staticmethod
    def _proposal_of(row):
        return row["Dewar"]["Shipping"]["proposalId"]

    def add(self, given):
        """Make a container in a dewar; return it."""
        values = dict(given)
        dewar_id = values.pop("dewarId")
        proposal = self._dewar(dewar_id)
        self._fits(given, proposal["proposalId"], None)
        container_id = self._writes.add_container(dewar_id, values)
        self._note(container_id, {}, given)
        self._record("added", container_id, given)
        return self._read(container_id)

    def change(self, container_id, given, unchanged):
        """Change a container; it moves within its proposal only."""
        row = self._mine(self._writes.lock_container, container_id, unchanged)
        if "dewarId" in given and self._dewar(given["dewarId"])["proposalId"] != self._proposal_of(row):
            raise Invalid(errors={"dewarId": ["Is another proposal's: a container moves only within its own."]})
        self._fits(given, self._proposal_of(row), container_id)
        return self._set(container_id, row, given, "changed")

    def remove(self, container_id, unchanged):
        """Remove a container without samples."""
        if number := self._mine(self._writes.lock_container, container_id, unchanged)["_metadata"]["samples"]:
            raise Conflict(f"The container holds {number} samples: move or remove them first.")
        self._writes.remove_container(container_id)
        self._record("removed", container_id)

    def history(self, container_id):
        """Return where a container has been, the latest first."""
        self._read(container_id)
        return {"results": self._writes.history_of_container(container_id)}

    def assign(self, container_id, given, unchanged):
        """Put a container into a sample changer's position; what was there is taken off."""
        row = self._mine(self._writes.lock_container, container_id, unchanged)
        beamline, position = given["beamlineLocation"], given["sampleChangerLocation"]
        for other in self._writes.others_at(beamline, position, container_id):
            self._may_take_off(other, row, beamline)
            self._set(other["containerId"], other, _off(), "unassigned", shown=False)
        place = {"beamlineLocation": beamline, "sampleChangerLocation": position, "containerStatus": ON_BEAMLINE}
        return self._set(container_id, row, place, "assigned")

    def unassign(self, container_id, unchanged):
        """Take a container off its beamline; return it."""
        row = self._mine(self._writes.lock_container, container_id, unchanged)
        return self._set(container_id, row, _off(), "unassigned")

    def _may_take_off(self, other, row, beamline):
        """Let only staff of the beamline displace what is another proposal's."""
        rules, identity = self._access.rules, self._access.identity
        staff = (BEAMLINE in rules or UNPROTECTED in rules) and beamline.casefold() in {
            name.casefold() for name in identity.beamlines
        }
        instrument = Permission.INGEST_DATA in identity.permissions
        if other["proposalId"] != self._proposal_of(row) and not staff and not instrument:
            raise Conflict("A container of another proposal is at this position: ask the beamline's staff.")

    def _set(self, container_id, before, values, what, *, shown=True):
        self._writes.change_container(container_id, values)
        self._note(container_id, before, values)
        self._record(what, container_id, values)
        return self._read(container_id) if shown else None

    def _note(self, container_id, before, given):
        now = {name: given.get(name, before.get(name)) for name in self._PLACE}
        if any(now[name] != before.get(name) for name in self._PLACE):
            place = now["beamlineLocation"], now["sampleChangerLocation"]
            self._writes.note_container(container_id, now["containerStatus"], *place)

    def _fits(self, given, proposal_id, container_id):
        barcode = given.get("barcode")
        _of_the_same(self._writes, "sessionId", given, proposal_id)
        if barcode and self._writes.with_barcode(barcode) not in (None, container_id):
            raise Conflict("Another container has this barcode.")

    def _dewar(self, dewar_id):
        proposal_id = self._writes.proposal_of_dewar(dewar_id)
        return parent_to_write(self._tx, self._access, proposal_id, "dewarId", f"dewar {dewar_id}")


def _of_the_same(writes, field, given, proposal_id):
    """Refuse a session of another proposal."""
    if given.get(field) is not None and not writes.is_session(given[field], proposal_id):
        raise Invalid(errors={field: ["No session of the same proposal."]})


def _off():
    return {"beamlineLocation": None, "sampleChangerLocation": None, "containerStatus": AT_FACILITY}
