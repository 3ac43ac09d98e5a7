"""Make, change and remove ligands of a proposal."""

from ispyb_api.auth.editing import Editor
from ispyb_api.components.repository_ligands import LigandRepository
from ispyb_api.errors import Conflict
from ispyb_api.proteins.repository_pdbs import LIGAND, PdbRepository


class Ligands(Editor):
    noun, rows = "ligand", LigandRepository

    def add(self, given):
        """Make a ligand; return it."""
        values = dict(given)
        proposal_id, name = values.pop("proposalId"), values.pop("name")
        self.parent(proposal_id, "proposalId", f"proposal {proposal_id}")
        return self.added(self._rows.add(proposal_id, name, values), given)

    def change(self, ligand_id, given, unchanged):
        """Change a ligand, if it is ``unchanged`` since the caller read it; return it."""
        self.mine(ligand_id, unchanged)
        self._rows.change(ligand_id, given)
        return self.changed(ligand_id, given)

    def remove(self, ligand_id, unchanged):
        """Remove a ligand with which no sample was soaked, with its models."""
        self.mine(ligand_id, unchanged)
        if number := self._rows.samples(ligand_id):
            raise Conflict(f"{number} samples were soaked with the ligand.")
        models = PdbRepository(self._tx, LIGAND)
        for pdb_id in models.of(ligand_id):
            models.remove(ligand_id, pdb_id)
        self._rows.remove(ligand_id)
        self.removed(ligand_id)
