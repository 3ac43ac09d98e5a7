"""Make, change and remove shipments, dewars and containers, in one transaction and in the view of one caller."""

from ispyb_api.auth.access import BEAMLINE, UNPROTECTED
from ispyb_api.auth.editing import Editor
from ispyb_api.auth.permissions import Permission
from ispyb_api.errors import Conflict, Invalid
from ispyb_api.links.repository import LinkRepository
from ispyb_api.sessions.service import require_beamline
from ispyb_api.shipping import repository_writing as repository
from ispyb_api.shipping.repository_writing import ShippingWrites

ON_BEAMLINE, AT_FACILITY = "processing", "at facility"


class _Sent(Editor):
    """Shipments and what is in them."""

    def __init__(self, tx, access):
        super().__init__(tx, access)
        self._writes = ShippingWrites(tx)

    def _may_have(self, field, given, proposal_id):
        """Refuse a session of another proposal."""
        if given.get(field) is not None and not self._writes.is_session(given[field], proposal_id):
            raise Invalid(errors={field: ["No session of the same proposal."]})


class Shippings(_Sent):
    noun, rows = "shipment", repository.Shippings

    def add(self, given):
        """Make a shipment of a proposal; return it."""
        values = {"safetyLevel": "GREEN", "shippingStatus": "opened", **given}
        proposal_id = values.pop("proposalId")
        self.parent(proposal_id, "proposalId", f"proposal {proposal_id}")
        self._contacts(given, proposal_id)
        shipping_id = self._writes.add_shipping(proposal_id, values)
        return self.added(shipping_id, given)

    def change(self, shipping_id, given, unchanged):
        """Change a shipment; it stays its proposal's."""
        row = self.mine(shipping_id, unchanged)
        values = dict(given)
        if values.pop("proposalId", row["proposalId"]) != row["proposalId"]:
            raise Invalid(errors={"proposalId": ["A shipment stays its proposal's: make another one there."]})
        self._contacts(given, row["proposalId"])
        self._writes.change_shipping(shipping_id, values)
        return self.changed(shipping_id, given)

    def remove(self, shipping_id, unchanged):
        """Remove a shipment without dewars."""
        if number := self.mine(shipping_id, unchanged)["_metadata"]["dewars"]:
            raise Conflict(f"The shipment has {number} dewars: move or remove them first.")
        LinkRepository(self._tx).forget("shippingId", shipping_id)
        self._writes.remove_shipping(shipping_id)
        self.removed(shipping_id)

    def _contacts(self, given, proposal_id):
        wrong = {
            name: ["No address of the same proposal."]
            for name in ("sendingLabContactId", "returnLabContactId")
            if given.get(name) is not None and not self._writes.is_contact(given[name], proposal_id)
        }
        if wrong:
            raise Invalid(errors=wrong)


class Dewars(_Sent):
    noun, rows = "dewar", repository.Dewars

    def proposal_of(self, row):
        return row["Shipping"]["proposalId"]

    def add(self, given):
        """Make a dewar in a shipment; return it."""
        values = dict(given)
        shipping_id = values.pop("shippingId")
        proposal = self.parent(self._writes.proposal_of_shipping(shipping_id), "shippingId", f"shipment {shipping_id}")
        self._may_have("firstExperimentId", given, proposal["proposalId"])
        self._has_own_barcode(given, None)
        dewar_id = self._writes.add_dewar(shipping_id, values)
        self._note_place(dewar_id, {}, given)
        return self.added(dewar_id, given)

    def change(self, dewar_id, given, unchanged):
        """Change a dewar; it moves within its proposal only."""
        row = self.mine(dewar_id, unchanged)
        if "shippingId" in given:
            number = given["shippingId"]
            self.stays(row, self._writes.proposal_of_shipping(number), "shippingId", f"shipment {number}")
        self._may_have("firstExperimentId", given, self.proposal_of(row))
        self._has_own_barcode(given, dewar_id)
        self._writes.change_dewar(dewar_id, given)
        self._note_place(dewar_id, row, given)
        return self.changed(dewar_id, given)

    def remove(self, dewar_id, unchanged):
        """Remove a dewar that holds nothing."""
        if number := self.mine(dewar_id, unchanged)["_metadata"]["containers"]:
            raise Conflict(f"The dewar holds {number} containers: move or remove them first.")
        self._writes.remove_dewar(dewar_id)
        self.removed(dewar_id)

    def history(self, dewar_id):
        """Return where a dewar has been, the latest first."""
        self.get(dewar_id)
        return {"results": self._writes.history_of_dewar(dewar_id)}

    def _has_own_barcode(self, given, dewar_id):
        barcode = given.get("barCode")
        if barcode and self._writes.dewar_with_barcode(barcode) not in (None, dewar_id):
            raise Conflict("Another dewar has this barcode.")

    def _note_place(self, dewar_id, before, given):
        now = {name: given.get(name, before.get(name)) for name in ("dewarStatus", "storageLocation")}
        if any(now[name] != before.get(name) for name in now):
            self._writes.note_dewar(dewar_id, now["dewarStatus"] or "", now["storageLocation"])


class Containers(_Sent):
    noun, rows = "container", repository.Containers
    _PLACE = ("containerStatus", "beamlineLocation", "sampleChangerLocation")

    def proposal_of(self, row):
        return row["Dewar"]["Shipping"]["proposalId"]

    def add(self, given):
        """Make a container in a dewar; return it."""
        values = dict(given)
        dewar_id = values.pop("dewarId")
        proposal = self.parent(self._writes.proposal_of_dewar(dewar_id), "dewarId", f"dewar {dewar_id}")
        self._fits(given, {}, proposal["proposalId"], None)
        if "capacity" not in given and (known := self._writes.capacity_of(given["containerType"])):
            values["capacity"] = known
        self._make_room(given, {}, proposal["proposalId"], 0)
        container_id = self._writes.add_container(dewar_id, values)
        self._note_place(container_id, {}, given)
        return self.added(container_id, given)

    def change(self, container_id, given, unchanged):
        """Change a container; it moves within its proposal only."""
        row = self.mine(container_id, unchanged)
        if "dewarId" in given:
            number = given["dewarId"]
            self.stays(row, self._writes.proposal_of_dewar(number), "dewarId", f"dewar {number}")
        self._fits(given, row, self.proposal_of(row), container_id)
        self._make_room(given, row, self.proposal_of(row), container_id)
        return self._set(container_id, row, given, "changed")

    def remove(self, container_id, unchanged):
        """Remove a container without samples."""
        if number := self.mine(container_id, unchanged)["_metadata"]["samples"]:
            raise Conflict(f"The container holds {number} samples: move or remove them first.")
        self._writes.remove_container(container_id)
        self.removed(container_id)

    def history(self, container_id):
        """Return where a container has been, the latest first."""
        self.get(container_id)
        return {"results": self._writes.history_of_container(container_id)}

    def assign(self, container_id, given, unchanged):
        """Put a container into a sample changer's position; what was there is taken off."""
        row = self.mine(container_id, unchanged)
        self._beamline_is_there(given, row)
        self._take_off_others(given, self.proposal_of(row), container_id)
        return self._set(container_id, row, {**given, "containerStatus": ON_BEAMLINE}, "assigned")

    def unassign(self, container_id, unchanged):
        """Take a container off its beamline; return it."""
        row = self.mine(container_id, unchanged)
        return self._set(container_id, row, _off(), "unassigned")

    def _make_room(self, given, before, proposal_id, container_id):
        """Take off what is at the position at which a container is newly said to be."""
        place = {name: given.get(name, before.get(name)) for name in self._PLACE[1:]}
        if all(place.values()) and any(place[name] != before.get(name) for name in place):
            self._take_off_others(place, proposal_id, container_id)

    def _take_off_others(self, place, proposal_id, container_id):
        beamline = place["beamlineLocation"]
        for other in self._writes.others_at(beamline, place["sampleChangerLocation"], container_id):
            self._may_take_off(other, proposal_id, beamline)
            self._set(other["containerId"], other, _off(), "unassigned", shown=False)

    def _may_take_off(self, other, proposal_id, beamline):
        """Let only staff of the beamline displace what is another proposal's."""
        rules, identity = self._access.rules, self._access.identity
        staff = (BEAMLINE in rules or UNPROTECTED in rules) and beamline.casefold() in {
            name.casefold() for name in identity.beamlines
        }
        instrument = Permission.INGEST_DATA in identity.permissions
        if other["proposalId"] != proposal_id and not staff and not instrument:
            raise Conflict("A container of another proposal is at this position: ask the beamline's staff.")

    def _set(self, container_id, before, values, what, *, shown=True):
        self._writes.change_container(container_id, values)
        self._note_place(container_id, before, values)
        self._note(what, container_id, values)
        return self.get(container_id) if shown else None

    def _note_place(self, container_id, before, given):
        now = {name: given.get(name, before.get(name)) for name in self._PLACE}
        if any(now[name] != before.get(name) for name in self._PLACE):
            place = now["beamlineLocation"], now["sampleChangerLocation"]
            self._writes.note_container(container_id, now["containerStatus"], *place)

    def _fits(self, given, before, proposal_id, container_id):
        barcode = given.get("barcode")
        self._may_have("sessionId", given, proposal_id)
        self._beamline_is_there(given, before)
        if barcode and self._writes.with_barcode(barcode) not in (None, container_id):
            raise Conflict("Another container has this barcode.")
        if (
            container_id
            and given.get("capacity")
            and given["capacity"] < (last := self._writes.last_place(container_id))
        ):
            raise Conflict(f"There is a sample at its place {last}: move or remove it first.")

    def _beamline_is_there(self, given, before):
        """Refuse a beamline that is none, where it is known which there are; instruments know where they are."""
        name, identity = given.get("beamlineLocation"), self._access.identity
        if not name or name == before.get("beamlineLocation") or not identity.all_groups:
            return
        if Permission.INGEST_DATA not in identity.permissions:
            require_beamline(self._tx, self._access, "beamlineLocation", name)


def _off():
    return {"beamlineLocation": None, "sampleChangerLocation": None, "containerStatus": AT_FACILITY}
