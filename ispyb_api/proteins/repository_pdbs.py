"""Models of structures, of proteins and of ligands, in the database.  The SQL is in sql/queries/proteins/pdbs.sql."""

from dataclasses import dataclass

from ispyb_api.db.listing import Listing
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound


@dataclass(frozen=True)
class Owner:
    """What models are of: its name, its key, and its queries."""

    noun: str
    key: str
    alias: str
    page: tuple
    contents: str
    link: str
    unlink: str
    models: str

    @property
    def listing(self):
        return Listing(
            filters={self.key: (f"{self.alias}.{self.key}", "eq"), "pdbId": ("pd.pdbId", "eq")},
            sorts={"pdbId": "pd.pdbId"},
            default_sort="pdbId",
            tie_breaker="pd.pdbId",
        )


PROTEIN = Owner(
    "protein",
    "proteinId",
    "pr",
    ("proteins.list_pdbs", "proteins.count_pdbs"),
    "proteins.contents_of_pdb",
    "proteins.link_pdb",
    "proteins.unlink_pdb",
    "proteins.pdbs_of_protein",
)
LIGAND = Owner(
    "ligand",
    "ligandId",
    "li",
    ("proteins.list_pdbs_of_ligands", "proteins.count_pdbs_of_ligands"),
    "proteins.contents_of_ligands_pdb",
    "proteins.link_pdb_to_ligand",
    "proteins.unlink_pdb_from_ligand",
    "proteins.pdbs_of_ligand",
)


class PdbRepository:
    def __init__(self, tx, owner=PROTEIN):
        self._tx, self._owner = tx, owner

    def page(self, owner_id, arguments, access):
        """Return one page of the models of a protein or ligand, if the caller may see it."""
        visible = access.contents(f"{self._owner.alias}.proposalId")
        asked = {**arguments, self._owner.key: owner_id}
        return self._owner.listing.read(self._tx, *self._owner.page, asked, visible=visible)

    def get(self, owner_id, pdb_id, access):
        """Return one model of a protein or ligand."""
        found = self.page(owner_id, {"pdbId": pdb_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No model {pdb_id} of the {self._owner.noun} {owner_id}.")
        return found[0]

    def contents(self, owner_id, pdb_id):
        """Return {name, contents} of a model."""
        return self._tx.one(self._owner.contents, **self._both(owner_id, pdb_id))

    def of(self, owner_id):
        """Return the ids of the models of a protein or ligand; none where ligands have no models."""
        if self._tx.part(self._owner.models) is None:
            return []
        return [row["pdbId"] for row in self._tx.all(self._owner.models, **{self._owner.key: owner_id})]

    def add(self, owner_id, name, values):
        """Make a model of a protein or ligand; return its id."""
        pdb_id = self._tx.add("proteins.add_pdb", values, name=name)
        self.link(owner_id, pdb_id)
        return pdb_id

    def is_of_proposal(self, pdb_id, proposal_id):
        """Tell whether a protein or a ligand of the proposal has a model."""
        asked = {"pdbId": pdb_id, "proposalId": proposal_id}
        ligands = self._tx.part("proteins.ligands_pdbs_of_proposal", **asked)
        more = {"union": Clause(f"UNION ALL\n{ligands.sql}", ligands.params)} if ligands else {}
        return self._tx.value("proteins.pdb_of_proposal", more, **asked) is not None

    def link(self, owner_id, pdb_id):
        """Make a model that of a protein or ligand."""
        self._tx.run(self._owner.link, **self._both(owner_id, pdb_id))

    def remove(self, owner_id, pdb_id):
        """Take a model from a protein or ligand; drop it, unless another one has it too."""
        self._tx.run(self._owner.unlink, **self._both(owner_id, pdb_id))
        if not self._tx.value("proteins.proteins_with_pdb", pdbId=pdb_id):
            ligands = self._tx.part("proteins.ligands_with_pdb")
            where = Clause(f"AND pdbId NOT IN ({ligands.sql})") if ligands else Clause()
            self._tx.run("proteins.remove_pdb", {"where": where}, pdbId=pdb_id)

    def _both(self, owner_id, pdb_id):
        return {self._owner.key: owner_id, "pdbId": pdb_id}
