"""Models of proteins' structures in the database.  The SQL is in sql/queries/proteins/pdbs.sql."""

from ispyb_api.db.listing import Listing
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound

PDBS = Listing(
    filters={"proteinId": ("pr.proteinId", "eq"), "pdbId": ("pd.pdbId", "eq")},
    sorts={"pdbId": "pd.pdbId"},
    default_sort="pdbId",
    tie_breaker="pd.pdbId",
)


class PdbRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, protein_id, arguments, access):
        """Return one page of a protein's models, if the caller may see it."""
        visible = access.contents("pr.proposalId")
        asked = {**arguments, "proteinId": protein_id}
        return PDBS.read(self._tx, "proteins.list_pdbs", "proteins.count_pdbs", asked, visible=visible)

    def get(self, protein_id, pdb_id, access):
        """Return one model of a protein."""
        found = self.page(protein_id, {"pdbId": pdb_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No model {pdb_id} of the protein {protein_id}.")
        return found[0]

    def contents(self, protein_id, pdb_id):
        """Return {name, contents} of a model."""
        return self._tx.one("proteins.contents_of_pdb", proteinId=protein_id, pdbId=pdb_id)

    def of_protein(self, protein_id):
        """Return the ids of a protein's models."""
        return [row["pdbId"] for row in self._tx.all("proteins.pdbs_of_protein", proteinId=protein_id)]

    def add(self, protein_id, name, values):
        """Make a model of a protein; return its id."""
        pdb_id = self._tx.add("proteins.add_pdb", values, name=name)
        self._tx.run("proteins.link_pdb", proteinid=protein_id, pdbid=pdb_id)
        return pdb_id

    def remove(self, protein_id, pdb_id):
        """Take a model from a protein; drop it, unless another protein or a ligand has it too."""
        self._tx.run("proteins.unlink_pdb", proteinId=protein_id, pdbId=pdb_id)
        if not self._tx.value("proteins.proteins_with_pdb", pdbId=pdb_id):
            ligands = self._tx.part("proteins.ligands_with_pdb")
            where = Clause(f"AND pdbId NOT IN ({ligands.sql})") if ligands else Clause()
            self._tx.run("proteins.remove_pdb", {"where": where}, pdbId=pdb_id)
