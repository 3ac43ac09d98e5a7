"""Make, change and remove proteins of a proposal."""

from ispyb_api.auth.editing import Editor
from ispyb_api.errors import Conflict, Invalid
from ispyb_api.links.repository import LinkRepository
from ispyb_api.proteins.repository import ProteinRepository
from ispyb_api.proteins.repository_lattices import LatticeRepository
from ispyb_api.proteins.repository_pdbs import PdbRepository


class Proteins(Editor):
    noun, rows = "protein", ProteinRepository

    def add(self, given):
        """Make a protein, whose acronym is new in its proposal; return it."""
        values = dict(given)
        proposal_id, acronym = values.pop("proposalId"), values.pop("acronym")
        self.parent(proposal_id, "proposalId", f"proposal {proposal_id}")
        self._is_new(proposal_id, acronym)
        self._is_sound(values)
        if self._access.identity.service_token is None:
            values["personId"] = self._access.identity.person_id
        return self.added(self._rows.add(proposal_id, acronym, values), given)

    def change(self, protein_id, given, unchanged):
        """Change a protein, if it is ``unchanged`` since the caller read it; return it."""
        protein = self.mine(protein_id, unchanged)
        if "acronym" in given and (protein["acronym"] or "").casefold() != given["acronym"].casefold():
            self._is_new(protein["proposalId"], given["acronym"])
        self._is_sound(given)
        self._rows.change(protein_id, given)
        return self.changed(protein_id, given)

    def remove(self, protein_id, unchanged):
        """Remove a protein of which there are no crystal forms, with its models."""
        if number := self.mine(protein_id, unchanged)["_metadata"]["crystals"]:
            raise Conflict(f"The protein has {number} crystal forms: remove them first.")
        models = PdbRepository(self._tx)
        for pdb_id in models.of(protein_id):
            models.remove(protein_id, pdb_id)
        LatticeRepository(self._tx).put(protein_id, [])
        LinkRepository(self._tx).forget("proteinId", protein_id)
        self._rows.remove(protein_id)
        self.removed(protein_id)

    def _is_new(self, proposal_id, acronym):
        if same := self._rows.called(proposal_id, acronym):
            raise Conflict(f"The proposal has a protein {acronym} already: {same[0]}.")

    def _is_sound(self, values):
        kind = values.get("componentTypeId")
        if kind is not None and not self._rows.is_component_type(kind):
            raise Invalid(errors={"componentTypeId": ["There is no such type."]})
