"""Add models of proteins' structures, hand them out, and remove them."""

from ispyb_api.auth.writing import record
from ispyb_api.errors import NotFound
from ispyb_api.proteins.repository_pdbs import PdbRepository
from ispyb_api.proteins.service import Proteins


class Models:
    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._rows = PdbRepository(tx)

    def text(self, protein_id, pdb_id):
        """Return the name and the text of a model."""
        self._rows.get(protein_id, pdb_id, self._access)
        found = self._rows.contents(protein_id, pdb_id)
        if not found["contents"]:
            raise NotFound("Of this model only a code of the Protein Data Bank is recorded, no file.")
        return found["name"], found["contents"]

    def add(self, protein_id, given):
        """Add a model to a protein; return it."""
        Proteins(self._tx, self._access).mine(protein_id)
        values = dict(given)
        pdb_id = self._rows.add(protein_id, values.pop("name"), values)
        shown = {name: value for name, value in given.items() if name != "contents"}
        record(self._tx, self._access, "model added", f"protein {protein_id}", {"pdbId": pdb_id, **shown})
        return self._rows.get(protein_id, pdb_id, self._access)

    def remove(self, protein_id, pdb_id, unchanged):
        """Remove a model of a protein."""
        Proteins(self._tx, self._access).mine(protein_id)
        unchanged(self._rows.get(protein_id, pdb_id, self._access))
        self._rows.remove(protein_id, pdb_id)
        record(self._tx, self._access, "model removed", f"protein {protein_id}", {"pdbId": pdb_id})
