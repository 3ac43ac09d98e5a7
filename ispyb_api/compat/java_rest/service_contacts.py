"""Save addresses as front ends do; the people on them are changed by the rule of /ispyb/api/v1: nobody with a login is."""

from ispyb_api.compat.java_rest import sent
from ispyb_api.compat.java_rest.repository_proposals import Proposals
from ispyb_api.compat.java_rest.service_shipping import anyhow
from ispyb_api.errors import Invalid, NotFound
from ispyb_api.shipping.service_contacts import LabContacts

_CONTACT = {
    "cardName": ("cardName", sent.text),
    "defaultCourrierCompany": ("defaultCourrierCompany", sent.text),
    "courierAccount": ("courierAccount", sent.text),
    "billingReference": ("billingReference", sent.text),
    "dewarAvgCustomsValue": ("dewarAvgCustomsValue", sent.whole),
    "dewarAvgTransportValue": ("dewarAvgTransportValue", sent.whole),
}
_PERSON = {
    name: (name, sent.text) for name in ("givenName", "familyName", "emailAddress", "phoneNumber", "faxNumber", "title")
}
_LABORATORY = {name: (name, sent.text) for name in ("name", "address", "city", "country")}


def save(call, contact):
    """Make an address, or change the one that the object names; return it."""
    values = sent.read(contact, _CONTACT)
    # Columns of numbers that always hold one: an empty field leaves it.
    values = {name: value for name, value in values.items() if value is not None or not name.startswith("dewarAvg")}
    if not values.get("cardName"):
        raise Invalid(errors={"cardName": ["The address needs a name."]})
    person = sent.part(contact, "personVO")
    values["Person"] = _known(sent.read(person, _PERSON))
    if laboratory := _known(sent.read(sent.part(person, "laboratoryVO"), _LABORATORY)):
        values["Person"]["Laboratory"] = laboratory
    number, services = sent.whole(contact, "labContactId"), LabContacts(call.tx, call.access)
    if number is None or number <= 0:
        if not values["Person"].get("familyName"):
            raise Invalid(errors={"personVO.familyName": ["The address needs a person."]})
        number = services.add({"proposalId": call.proposal_id, **values})["labContactId"]
    else:
        one(call, number)
        services.change(number, values, anyhow)
    return one(call, number)


def one(call, number):
    """Return an address of the proposal in the path; raise NotFound if it is none."""
    found = next((row for row in Proposals(call).labcontacts() if row["labContactId"] == number), None)
    if found is None:
        raise NotFound("The address is not one of this proposal.")
    return found


def _known(values):
    return {name: value for name, value in values.items() if value is not None}
