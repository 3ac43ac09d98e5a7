"""Proteins in the database.  The SQL is in sql/queries/samples/proteins.sql."""

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
            "visible_sessions": access.sessions("mg.sessionId"),
        }
        rows = self._tx.all("samples.list_proteins", slots)
        count = {"where": slots["where"], "visible": visible}
        return envelope(rows, arguments, lambda: self._tx.total("samples.count_proteins", count))

    def get(self, protein_id, access):
        """Return one protein by its id."""
        found = self.page({"proteinId": protein_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No protein {protein_id}.")
        return found[0]
