"""Shipments of a proposal, and the tree below each.  The SQL is in sql/queries/java_rest/shipping.sql and shipping_rows.sql."""

from ispyb_api.compat.java_rest import optional
from ispyb_api.compat.java_rest.repository_proposals import Proposals
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound


class Shipments:
    """Of the proposal in the path, as far as the caller may see what it contains."""

    def __init__(self, call):
        self._tx, self._call = call.tx, call
        self._slots = {"visible": call.access.contents("p.proposalId")}

    def rows(self, shipping=None):
        """Return a row for each container; of one shipment, or of all."""
        where = Clause("AND sh.shippingId = :shippingId", {"shippingId": shipping}) if shipping else Clause()
        return self._tx.all("java_rest.shipping_rows", {**self._slots, "where": where}, **self._proposal)

    def dewar_rows(self):
        """Return a row for each container in a dewar."""
        return self._tx.all("java_rest.dewar_rows", self._slots, **self._proposal)

    def history(self, shipping):
        """Return where the dewars of a shipment have been."""
        return self._tx.all("java_rest.shipping_history", self._slots, **self._proposal, shippingId=shipping)

    def tree(self, shipping):
        """Return a shipment with everything in it, None if there is no such shipment."""
        row = self._tx.one("java_rest.shipping", self._slots, **self._proposal, shippingId=shipping)
        if row is None:
            return None
        contacts = {each["labContactId"]: each for each in Proposals(self._call).labcontacts()}
        row["sendingLabContactVO"] = contacts.get(row["sendingLabContactId"])
        row["returnLabContactVO"] = contacts.get(row["returnLabContactId"])
        row["sessions"] = optional.every(self._tx, "java_rest.sessions_of_shipping", shippingId=shipping)
        row["dewarVOs"] = self._dewars(shipping)
        return row

    def container(self, container):
        """Return a container with its samples, None if there is no such container."""
        row = self._tx.one("java_rest.container", self._slots, **self._proposal, containerId=container)
        return row and self._with_samples([row])[0]

    def samples_in_dewars(self, dewars):
        """Return the samples in some dewars, with where they are."""
        return self._tx.all("java_rest.samples_in_dewars", self._slots, **self._proposal, dewars=dewars)

    def collections(self, shipping):
        """Return what was collected of the samples in a shipment, as far as the caller sees the sessions; none of no shipment."""
        if self._tx.one("java_rest.shipping", self._slots, **self._proposal, shippingId=shipping) is None:
            return []
        seen = {"visible": self._call.access.measured("dc", "g.dataCollectionGroupId", "s.sessionId")}
        return self._tx.all("java_rest.collections_of_shipping", seen, **self._proposal, shippingId=shipping)

    def here(self, shipping, dewar=None):
        """Raise NotFound unless this is a shipment of the proposal, and the dewar one of the shipment; return the dewar's row."""
        if self._tx.one("java_rest.shipping", self._slots, **self._proposal, shippingId=shipping) is None:
            raise NotFound("The shipment is not one of this proposal.")
        if dewar is None:
            return None
        rows = self._tx.all("java_rest.dewars_of_shipping", shippingId=shipping)
        found = next((row for row in rows if row["dewarId"] == dewar), None)
        if found is None:
            raise NotFound("The dewar is not in this shipment.")
        return found

    @property
    def _proposal(self):
        return {"proposalId": self._call.proposal_id}

    def _dewars(self, shipping):
        dewars = self._tx.all("java_rest.dewars_of_shipping", shippingId=shipping)
        containers = self._with_samples(self._tx.all("java_rest.containers_of_shipping", shippingId=shipping))
        wanted = {row["firstExperimentId"] for row in dewars} - {None}
        rows = self._tx.all("java_rest.sessions_of_dewars", sessions=sorted(wanted)) if wanted else []
        sessions = {row["sessionId"]: row for row in rows}
        for row in dewars:
            row["sessionVO"] = sessions.get(row["firstExperimentId"])
            row["containerVOs"] = [each for each in containers if each["dewarId"] == row["dewarId"]]
        return dewars

    def _with_samples(self, containers):
        ids = [row["containerId"] for row in containers]
        samples = {}
        for row in self._tx.all("java_rest.samples_of_containers", containers=ids) if ids else ():
            samples.setdefault(row["containerId"], []).append(row)
        for row in containers:
            row["sampleVOs"] = samples.get(row["containerId"], [])
        return containers
