"""Write addresses, with the people and laboratories on them.  The SQL is in sql/queries/shipping/labcontacts.sql."""


class ContactWrites:
    def __init__(self, tx):
        self._tx = tx

    def same(self, proposal_id, card_name):
        """Return the id of the proposal's address with this name, or None."""
        return self._tx.value("shipping.same_contact", proposalId=proposal_id, cardName=card_name)

    def add(self, proposal_id, person_id, card_name, values):
        key = {"proposalId": proposal_id, "personId": person_id, "cardName": card_name}
        return self._tx.add("shipping.add_labcontact", values, **key)

    def change(self, contact_id, values):
        self._tx.change("shipping.change_labcontact", values, labContactId=contact_id)

    def remove(self, contact_id):
        self._tx.run("shipping.remove_labcontact", labContactId=contact_id)

    def shippings(self, contact_id):
        """Return how many shipments come from an address or go back to it."""
        return self._tx.value("shipping.shippings_of_contact", labContactId=contact_id)

    def is_more(self, person_id, contact_id):
        """Tell whether a person is more than the name on this address."""
        found = self._tx.value("shipping.person_is_more", personId=person_id, labContactId=contact_id)
        return found is not None

    def add_person(self, values, laboratory_id):
        values = {**values, "laboratoryId": laboratory_id}
        return self._tx.add("shipping.add_person", values, familyName=values.pop("familyName"))

    def change_person(self, person_id, values):
        self._tx.change("shipping.change_person", values, personId=person_id)

    def is_shared(self, laboratory_id, person_id):
        """Tell whether others work in a laboratory, too."""
        found = self._tx.value("shipping.laboratory_is_more", laboratoryId=laboratory_id, personId=person_id)
        return found is not None

    def add_laboratory(self, values):
        values = dict(values)
        return self._tx.add("shipping.add_laboratory", values, name=values.pop("name"))

    def change_laboratory(self, laboratory_id, values):
        self._tx.change("shipping.change_laboratory", values, laboratoryId=laboratory_id)
