"""Make, change and remove addresses.  Who is on one is written with it, but a real person is never overwritten."""

from ispyb_api.auth.editing import Editor
from ispyb_api.errors import Conflict, Invalid
from ispyb_api.shipping import repository_writing as repository
from ispyb_api.shipping.repository_contacts import ContactWrites


class LabContacts(Editor):
    noun, rows = "lab contact", repository.LabContacts

    def __init__(self, tx, access):
        super().__init__(tx, access)
        self._writes = ContactWrites(tx)

    def add(self, given):
        """Make an address of a proposal, with its person and laboratory; return it."""
        values = dict(given)
        proposal_id, card_name = values.pop("proposalId"), values.pop("cardName")
        self.parent(proposal_id, "proposalId", f"proposal {proposal_id}")
        self._must_be_free(proposal_id, card_name, None)
        person = dict(values.pop("Person"))
        laboratory = person.pop("Laboratory", None)
        laboratory_id = self._writes.add_laboratory(laboratory) if laboratory else None
        person_id = self._writes.add_person(person, laboratory_id)
        contact_id = self._writes.add(proposal_id, person_id, card_name, values)
        return self.added(contact_id, given)

    def change(self, contact_id, given, unchanged):
        """Change an address.  Somebody who is more than the name on it (who can log in, belongs to a proposal, is on another
        address) stays as is: the address gets a person of its own instead."""
        row = self.mine(contact_id, unchanged)
        values = dict(given)
        if "cardName" in values:
            self._must_be_free(row["proposalId"], values["cardName"], contact_id)
        if person := values.pop("Person", None):
            values["personId"] = self._person(row, contact_id, dict(person))
        self._writes.change(contact_id, values)
        return self.changed(contact_id, given)

    def remove(self, contact_id, unchanged):
        """Remove an address that no shipment has."""
        self.mine(contact_id, unchanged)
        if number := self._writes.shippings(contact_id):
            raise Conflict(f"{number} times a shipment names this address: change these first.")
        self._writes.remove(contact_id)
        self.removed(contact_id)

    def _person(self, row, contact_id, given):
        """Return the id of the person who is on the address after the change."""
        stored = row["Person"]
        laboratory = given.pop("Laboratory", None)
        laboratory_id = self._laboratory(stored["Laboratory"], row["personId"], laboratory)
        if not self._writes.is_more(row["personId"], contact_id):
            self._writes.change_person(row["personId"], {**given, "laboratoryId": laboratory_id})
            return row["personId"]
        kept = {name: value for name, value in stored.items() if name != "Laboratory"}
        return self._writes.add_person({**kept, **given}, laboratory_id)

    def _laboratory(self, stored, person_id, given):
        """Return the id of the laboratory after the change; one where others work stays as is."""
        if not given:
            return stored and stored["laboratoryId"]
        if stored and not self._writes.is_shared(stored["laboratoryId"], person_id):
            self._writes.change_laboratory(stored["laboratoryId"], given)
            return stored["laboratoryId"]
        kept = {name: value for name, value in (stored or {}).items() if name not in _OWN}
        if not {**kept, **given}.get("name"):
            raise Invalid(errors={"Person.Laboratory.name": ["A new laboratory needs a name."]})
        return self._writes.add_laboratory({**kept, **given})

    def _must_be_free(self, proposal_id, card_name, contact_id):
        if self._writes.same(proposal_id, card_name) not in (None, contact_id):
            raise Conflict(f"The proposal has an address called {card_name} already.")


# What a copy of a laboratory does not take over: its row, and the user office's name of it.
_OWN = ("laboratoryId", "laboratoryExtPk", "recordTimeStamp")
