"""Change shipments and dewars as front ends do, over the services of /ispyb/api/v1: the same rules, histories and records."""

from ispyb_api.compat.java_rest import sent
from ispyb_api.compat.java_rest.repository_shipping import Shipments
from ispyb_api.errors import Invalid, NotFound
from ispyb_api.samples.service import Samples
from ispyb_api.shipping.repository_writing import ShippingWrites
from ispyb_api.shipping.service import Containers, Dewars, Shippings
from ispyb_api.shipping.service_contacts import LabContacts

# What of a dewar is stored, by the name that front ends send it under: EXI and the React interface differ in one.
_DEWAR = {
    "code": ("code", sent.text),
    "comments": ("comments", sent.text),
    "storageLocation": ("storageLocation", sent.text),
    "customValue": ("customsValue", sent.whole),
    "customsValue": ("customsValue", sent.whole),
    "transportValue": ("transportValue", sent.whole),
    "isReimbursed": ("isReimbursed", sent.flag),
    "trackingNumberToSynchrotron": ("trackingNumberToSynchrotron", sent.text),
    "trackingNumberFromSynchrotron": ("trackingNumberFromSynchrotron", sent.text),
}
_SHIPPING = {
    "name": ("shippingName", sent.text),
    "comments": ("comments", sent.text),
    "returnCourier": ("returnCourier", sent.text),
}
# What of the address for the way back a shipment's form changes.
_BACK = {
    "courierAccount": ("courierAccount", sent.text),
    "billingReference": ("billingReference", sent.text),
    "dewarAvgCustomsValue": ("dewarAvgCustomsValue", sent.whole),
    "dewarAvgTransportValue": ("dewarAvgTransportValue", sent.whole),
}
_SAME_AS_SENDING = -1


def anyhow(row):
    """Take a row as it is: front ends of the Java server do not say which state they have seen."""


class Parcels:
    """Shipments of the proposal in the path, and dewars in them."""

    def __init__(self, call):
        self._call, self._tx, self._access = call, call.tx, call.access
        self._shipments = Shipments(call)

    def save(self, form):
        """Make a shipment, or change the one that the form names; return its tree."""
        values = sent.read(form, _SHIPPING)
        if not values.get("shippingName"):
            raise Invalid(errors={"name": ["The shipment needs a name."]})
        values |= self._addresses(form)
        values |= {"shippingStatus": "opened", "shippingType": "DewarTracking"}
        shipping, services = sent.whole(form, "shippingId"), Shippings(self._tx, self._access)
        if shipping is None or shipping <= 0:
            shipping = services.add({"proposalId": self._call.proposal_id, **values})["shippingId"]
        else:
            self._shipments.here(shipping)
            services.change(shipping, values, anyhow)
        if session := sent.whole(form, "sessionId"):
            self._for_session(shipping, session)
        return self._shipments.tree(shipping)

    def set_status(self, shipping, status):
        """Give a shipment, its dewars and their containers a status."""
        tree = self._there(shipping)
        Shippings(self._tx, self._access).change(shipping, {"shippingStatus": status}, anyhow)
        dewars, containers = Dewars(self._tx, self._access), Containers(self._tx, self._access)
        for dewar in tree["dewarVOs"]:
            dewars.change(dewar["dewarId"], {"dewarStatus": status}, anyhow)
            for container in dewar["containerVOs"]:
                containers.change(container["containerId"], {"containerStatus": status}, anyhow)

    def remove(self, shipping):
        """Remove a shipment with everything in it, if nothing was done with that."""
        for dewar in self._there(shipping)["dewarVOs"]:
            self._empty(dewar)
        Shippings(self._tx, self._access).remove(shipping, anyhow)
        return True

    def save_dewar(self, shipping, form):
        """Make a dewar in a shipment, or change one of it; return the shipment's tree."""
        values, dewar = sent.read(form, _DEWAR), sent.whole(form, "dewarId")
        if dewar is None or dewar <= 0:
            self.add_dewar(shipping, values, sent.whole(form, "sessionId"))
        else:
            row = self._shipments.here(shipping, dewar)
            if row["firstExperimentId"] is None and (session := sent.whole(form, "sessionId")):
                values["firstExperimentId"] = session
            Dewars(self._tx, self._access).change(dewar, values, anyhow)
        return self._shipments.tree(shipping)

    def add_dewar(self, shipping, values, session=None):
        """Make a dewar with a bar code of its own; return its id."""
        self._shipments.here(shipping)
        if not values.get("code"):
            raise Invalid(errors={"code": ["The dewar needs a name."]})
        services = Dewars(self._tx, self._access)
        values = {"dewarType": "Dewar", "dewarStatus": "opened", **values, "firstExperimentId": session or None}
        values["type"] = values.pop("dewarType")
        dewar = services.add({"shippingId": shipping, **values})["dewarId"]
        proposal = self._call.proposal
        barcode = f"{proposal['proposalCode']}{proposal['proposalNumber']}-{dewar}".upper()
        services.change(dewar, {"barCode": barcode}, anyhow)
        return dewar

    def remove_dewar(self, shipping, dewar):
        """Remove a dewar with everything in it, if nothing was done with that; return the shipment's tree."""
        found = [each for each in self._there(shipping)["dewarVOs"] if each["dewarId"] == dewar]
        if not found:
            raise NotFound("The dewar is not in this shipment.")
        self._empty(found[0])
        return self._shipments.tree(shipping)

    def _empty(self, dewar):
        for container in dewar["containerVOs"]:
            remove_container(self._tx, self._access, container)
        Dewars(self._tx, self._access).remove(dewar["dewarId"], anyhow)

    def _there(self, shipping):
        tree = self._shipments.tree(shipping)
        if tree is None:
            raise NotFound("The shipment is not one of this proposal.")
        return tree

    def _addresses(self, form):
        """Return the addresses of a shipment; what the form says of the one for the way back is kept with that."""
        sending, back = (sent.whole(form, f"{which}LabContactId") for which in ("sending", "return"))
        back = sending if back == _SAME_AS_SENDING else back or None
        values = {name: value for name, value in sent.read(form, _BACK).items() if value is not None}
        if back and values:
            LabContacts(self._tx, self._access).change(back, values, anyhow)
        return {"sendingLabContactId": sending, "returnLabContactId": back}

    def _for_session(self, shipping, session):
        if not ShippingWrites(self._tx).is_session(session, self._call.proposal_id):
            raise Invalid(errors={"sessionId": ["No session of the same proposal."]})
        self._tx.run("java_rest.forget_sessions_of_shipping", shippingId=shipping)
        self._tx.run("java_rest.add_session_of_shipping", shippingId=shipping, sessionId=session)


def remove_container(tx, access, container):
    """Remove a container, given with its samples, if nothing was done with these."""
    for sample in container["sampleVOs"]:
        Samples(tx, access).remove(sample["blSampleId"], anyhow)
    Containers(tx, access).remove(container["containerId"], anyhow)
