"""Add models of structures, share them between what has them, hand them out, and remove them."""

from ispyb_api.auth.editing import Editor
from ispyb_api.auth.writing import record
from ispyb_api.errors import NotFound
from ispyb_api.proteins.repository_pdbs import PROTEIN, PdbRepository
from ispyb_api.proteins.service import Proteins


class Models:
    """Models of proteins; a subclass says what else has them (``owner``), and who changes that (``editor``)."""

    owner = PROTEIN
    editor: type[Editor] = Proteins

    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._rows, self._editor = PdbRepository(tx, self.owner), self.editor(tx, access)

    def page(self, owner_id, arguments):
        """Return one page of models."""
        self._editor.get(owner_id)
        return self._rows.page(owner_id, arguments, self._access)

    def text(self, owner_id, pdb_id):
        """Return the name and the text of a model."""
        self._rows.get(owner_id, pdb_id, self._access)
        found = self._rows.contents(owner_id, pdb_id)
        if not found["contents"]:
            raise NotFound("Of this model only a code of the Protein Data Bank is recorded, no file.")
        return found["name"], found["contents"]

    def add(self, owner_id, given):
        """Add a model; return it."""
        self._editor.mine(owner_id)
        values = dict(given)
        pdb_id = self._rows.add(owner_id, values.pop("name"), values)
        shown = {name: value for name, value in given.items() if name != "contents"}
        return self._noted("added", owner_id, pdb_id, shown)

    def link(self, owner_id, pdb_id, unchanged):
        """Give a model that something else of the proposal has; return it.  One that is there already stays as it is."""
        proposal_id = self._editor.mine(owner_id)["proposalId"]
        if pdb_id in self._rows.of(owner_id):
            model = self._rows.get(owner_id, pdb_id, self._access)
            unchanged(model)
            return model
        if not self._rows.is_of_proposal(pdb_id, proposal_id):
            raise NotFound(f"Nothing of the same proposal has a model {pdb_id}.")
        self._rows.link(owner_id, pdb_id)
        return self._noted("linked", owner_id, pdb_id)

    def remove(self, owner_id, pdb_id, unchanged):
        """Take a model away; the last that has it takes it along."""
        self._editor.mine(owner_id)
        unchanged(self._rows.get(owner_id, pdb_id, self._access))
        self._rows.remove(owner_id, pdb_id)
        self._note("removed", owner_id, pdb_id)

    def _noted(self, what, owner_id, pdb_id, shown=None):
        self._note(what, owner_id, pdb_id, shown)
        return self._rows.get(owner_id, pdb_id, self._access)

    def _note(self, what, owner_id, pdb_id, shown=None):
        changes = {"pdbId": pdb_id, **(shown or {})}
        record(self._tx, self._access, f"model {what}", f"{self.owner.noun} {owner_id}", changes)
