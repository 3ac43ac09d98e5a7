"""Ligands in the database.  The SQL is in sql/queries/components/ligands.sql."""

from ispyb_api import names
from ispyb_api.db.listing import Listing, envelope, like
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound

LIGANDS = Listing(
    filters={
        "ligandId": ("li.ligandId", "eq"),
        "proposal": names.proposal,
        "blSampleId": lambda number: Clause(
            "li.ligandId IN (SELECT fl.ligandId FROM BLSample_has_Ligand fl WHERE fl.blSampleId = :f_sample)",
            {"f_sample": number},
        ),
        "search": lambda text: Clause(
            "li.name LIKE :s_text ESCAPE '!' OR li.SMILES LIKE :s_text ESCAPE '!'", {"s_text": like(text)}
        ),
    },
    sorts={"ligandId": "li.ligandId"},
    default_sort="ligandId",
    tie_breaker="li.ligandId",
)


class LigandRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the ligands that match and that the caller may see."""
        visible = access.contents("li.proposalId")
        slots = {
            **LIGANDS.slots(arguments, visible=visible),
            "visible_samples": access.contents("COALESCE(mh.proposalId, mp.proposalId)"),
        }
        rows = self._tx.all("components.list_ligands", slots)
        count = {"where": slots["where"], "visible": visible}
        return envelope(rows, arguments, lambda: self._tx.total("components.count_ligands", count))

    def get(self, ligand_id, access):
        """Return one ligand by its id."""
        found = self.page({"ligandId": ligand_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No ligand {ligand_id}.")
        return found[0]

    def lock(self, ligand_id):
        """Keep others from changing a ligand until the transaction ends."""
        self._tx.lock("components.lock_ligand", ligandId=ligand_id)

    def samples(self, ligand_id):
        """Return how many samples were soaked with it, whoever may see them."""
        return self._tx.value("components.samples_with_ligand", ligandId=ligand_id)

    def add(self, proposal_id, name, values):
        """Make a ligand; return its id."""
        return self._tx.add("components.add_ligand", values, proposalId=proposal_id, name=name)

    def change(self, ligand_id, values):
        """Change columns of a ligand."""
        self._tx.change("components.change_ligand", values, ligandId=ligand_id)

    def remove(self, ligand_id):
        self._tx.run("components.remove_ligand", ligandId=ligand_id)

    def of_proposal(self, proposal_id, ligand_ids):
        """Return those of these ids that are the proposal's ligands."""
        rows = self._tx.all("components.ligands_of_proposal", proposalId=proposal_id, ligandIds=list(ligand_ids))
        return {row["ligandId"] for row in rows}

    def put_sample(self, sample_id, ligand_ids):
        """Replace the ligands that a sample was soaked with."""
        self._tx.run("components.remove_ligands_of_sample", blSampleId=sample_id)
        if ligand_ids:
            rows = [{"ligandId": each} for each in ligand_ids]
            self._tx.add_all("components.add_ligands_of_sample", rows, blSampleId=sample_id)
