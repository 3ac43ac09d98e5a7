"""Write shipments and what is in them.  The SQL is in sql/queries/shipping/."""

from ispyb_api.shipping.repository import ContainerRepository, DewarRepository, LabContactRepository, ShippingRepository


class Shippings(ShippingRepository):
    """Shipments as GET shows them, each to be locked."""

    def lock(self, shipping_id):
        """Keep others from changing a shipment until the transaction ends."""
        self._tx.lock("shipping.lock_shipping", shippingId=shipping_id)


class Dewars(DewarRepository):
    """Dewars as GET shows them, each to be locked."""

    def lock(self, dewar_id):
        """Keep others from changing a dewar until the transaction ends."""
        self._tx.lock("shipping.lock_dewar", dewarId=dewar_id)


class Containers(ContainerRepository):
    """Containers as GET shows them, each to be locked."""

    def lock(self, container_id):
        """Keep others from changing a container until the transaction ends."""
        self._tx.lock("shipping.lock_container", containerId=container_id)


class LabContacts(LabContactRepository):
    """Addresses as GET shows them, each to be locked."""

    def lock(self, contact_id):
        """Keep others from changing an address until the transaction ends."""
        self._tx.lock("shipping.lock_labcontact", labContactId=contact_id)


class ShippingWrites:
    """The statements of one transaction; who may, its callers have asked."""

    def __init__(self, tx):
        self._tx = tx

    # --- dewars

    def proposal_of_shipping(self, shipping_id):
        """Return the id of a shipment's proposal, None if there is no such shipment."""
        return self._tx.value("shipping.proposal_of_shipping", shippingId=shipping_id)

    def dewar_with_barcode(self, barcode):
        """Return the id of the dewar that has a barcode, or None."""
        return self._tx.value("shipping.dewar_with_barcode", barcode=barcode)

    def add_dewar(self, shipping_id, values):
        return self._tx.add("shipping.add_dewar", values, shippingId=shipping_id)

    def change_dewar(self, dewar_id, values):
        self._tx.change("shipping.change_dewar", values, dewarId=dewar_id)

    def remove_dewar(self, dewar_id):
        self._tx.run("shipping.remove_dewar", dewarId=dewar_id)

    def note_dewar(self, dewar_id, status, location):
        """Note in a dewar's history where it is now."""
        self._tx.add("shipping.note_dewar", {"storageLocation": location}, dewarId=dewar_id, dewarStatus=status)

    def history_of_dewar(self, dewar_id):
        return self._tx.all("shipping.history_of_dewar", dewarId=dewar_id)

    # --- containers

    def proposal_of_dewar(self, dewar_id):
        """Return the id of a dewar's proposal, None if there is no such dewar."""
        return self._tx.value("shipping.proposal_of_dewar", dewarId=dewar_id)

    def with_barcode(self, barcode):
        """Return the id of the container that has a barcode, or None."""
        return self._tx.value("shipping.container_with_barcode", barcode=barcode)

    def is_session(self, session_id, proposal_id):
        """Tell whether this is a session of the proposal."""
        found = self._tx.value("shipping.session_of_proposal", sessionId=session_id, proposalId=proposal_id)
        return found is not None

    def capacity_of(self, kind):
        """Return how many samples a kind of container holds; None of plates, whose drops are counted in several ways."""
        known = self._tx.all("shipping.container_types")
        found = [row for row in known if row["name"] and row["name"].casefold() == kind.casefold()]
        return found[0]["capacity"] if found and not found[0]["wellPerRow"] else None

    def last_place(self, container_id):
        """Return the greatest numbered place of a container that holds a sample, 0 if none does."""
        rows = self._tx.all("shipping.places_of_container", containerId=container_id)
        return max((int(row["location"]) for row in rows if row["location"].strip().isdecimal()), default=0)

    def add_container(self, dewar_id, values):
        return self._tx.add("shipping.add_container", values, dewarId=dewar_id)

    def change_container(self, container_id, values):
        self._tx.change("shipping.change_container", values, containerId=container_id)

    def remove_container(self, container_id):
        self._tx.run("shipping.remove_container", containerId=container_id)

    def note_container(self, container_id, status, beamline, location):
        """Note in a container's history where it is now; of the beamline, where the database has a place for it."""
        values = {"status": status, "location": location}
        if "beamlinename" in self._tx.columns("ContainerHistory"):
            values["beamlineName"] = beamline
        self._tx.add("shipping.note_container", values, containerId=container_id)

    def history_of_container(self, container_id):
        return self._tx.all("shipping.history_of_container", containerId=container_id)

    def others_at(self, beamline, position, container_id):
        """Return the other containers at a position of a sample changer; nobody else fills positions meanwhile."""
        self._tx.lock("shipping.take_turn")
        place = {"beamlineLocation": beamline, "sampleChangerLocation": position}
        return self._tx.all("shipping.containers_at", **place, containerId=container_id)

    # --- shipments

    def is_contact(self, contact_id, proposal_id):
        """Tell whether this is an address of the proposal."""
        found = self._tx.value("shipping.contact_of_proposal", labContactId=contact_id, proposalId=proposal_id)
        return found is not None

    def add_shipping(self, proposal_id, values):
        return self._tx.add("shipping.add_shipping", values, proposalId=proposal_id)

    def change_shipping(self, shipping_id, values):
        self._tx.change("shipping.change_shipping", values, shippingId=shipping_id)

    def remove_shipping(self, shipping_id):
        self._tx.run("shipping.remove_shipping", shippingId=shipping_id)
