"""Proteins in the database.  The SQL is in sql/queries/proteins/proteins.sql."""

from ispyb_api import names
from ispyb_api.db.listing import Listing, envelope, like
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound

PROTEINS = Listing(
    filters={
        "proteinId": ("pr.proteinId", "eq"),
        "proposal": names.proposal,
        "search": lambda text: Clause(
            "pr.name LIKE :s_text ESCAPE '!' OR pr.acronym LIKE :s_text ESCAPE '!'", {"s_text": like(text)}
        ),
    },
    sorts={"proteinId": "pr.proteinId", "acronym": "pr.acronym", "name": "pr.name"},
    default_sort="-proteinId",
    tie_breaker="pr.proteinId",
)


class ProteinRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the proteins that match and that the caller may see."""
        visible = access.contents("pr.proposalId")
        slots = {
            **PROTEINS.slots(arguments, visible=visible),
            "visible_samples": access.contents("COALESCE(mh.proposalId, mp.proposalId)"),
            "visible_sessions": access.measured("dc", "mg.dataCollectionGroupId", "mg.sessionId"),
        }
        rows = self._tx.all("proteins.list_proteins", slots)
        count = {"where": slots["where"], "visible": visible}
        return envelope(rows, arguments, lambda: self._tx.total("proteins.count_proteins", count))

    def get(self, protein_id, access):
        """Return one protein by its id."""
        found = self.page({"proteinId": protein_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No protein {protein_id}.")
        return found[0]

    def lock(self, protein_id):
        """Keep others from changing a protein until the transaction ends."""
        self._tx.lock("proteins.lock_protein", proteinId=protein_id)

    def called(self, proposal_id, acronym):
        """Return the ids of a proposal's proteins with this acronym."""
        found = self._tx.all("proteins.proteins_called", proposalId=proposal_id, acronym=acronym)
        return [row["proteinId"] for row in found]

    def among(self, proposal_id, protein_ids=(), acronyms=()):
        """Return those of these proteins, by row or by acronym, that are the proposal's: {proteinId, acronym}."""
        return self._tx.all(
            "proteins.proteins_among", proposalId=proposal_id, proteinIds=list(protein_ids), acronyms=list(acronyms)
        )

    def proposal_of(self, protein_id):
        """Return the id of a protein's proposal, None if there is no such protein."""
        return self._tx.value("proteins.proposal_of_protein", proteinId=protein_id)

    def is_component_type(self, type_id):
        return self._tx.value("proteins.is_component_type", componentTypeId=type_id) is not None

    def add(self, proposal_id, acronym, values):
        """Make a protein; return its id."""
        return self._tx.add("proteins.add_protein", values, proposalId=proposal_id, acronym=acronym)

    def change(self, protein_id, values):
        """Change columns of a protein."""
        self._tx.change("proteins.change_protein", values, proteinId=protein_id)

    def remove(self, protein_id):
        self._tx.run("proteins.remove_protein", proteinId=protein_id)
