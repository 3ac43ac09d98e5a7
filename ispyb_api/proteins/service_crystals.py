"""Make, change and remove crystal forms of a proposal's proteins."""

import re

from ispyb_api.auth.editing import Editor
from ispyb_api.components.repository import CompositionRepository
from ispyb_api.components.service import Mixtures
from ispyb_api.errors import Conflict, Invalid
from ispyb_api.links.repository import LinkRepository
from ispyb_api.plans import forgetting
from ispyb_api.proteins.repository import ProteinRepository
from ispyb_api.proteins.repository_crystals import CrystalRepository, SpaceGroupRepository

# A Hermann-Mauguin symbol without blanks: not every facility lists those that have mirrors.
_SYMBOL = re.compile(r"[PABCFIR](?:-?[12346][1-5]?|[mabcnde]|/)+(?::[HR12])?")


class Crystals(Editor):
    noun, rows = "crystal", CrystalRepository

    def proposal_of(self, row):
        return row["_metadata"]["proposalId"]

    def add(self, given):
        """Make a crystal form of a protein; return it."""
        protein_id = given["proteinId"]
        proposal = self.parent(
            ProteinRepository(self._tx).proposal_of(protein_id), "proteinId", f"protein {protein_id}"
        )
        return self.added(self.make(proposal, given), given)

    def make(self, proposal, given):
        """Make a crystal form of a protein of a proposal that the caller may change; return its id."""
        values = self.fitted(given)
        mixed, protein_id = values.pop("crystal_compositions", []), values.pop("proteinId")
        crystal_id = self._rows.add(protein_id, values)
        self._mix(crystal_id, proposal, mixed)
        return crystal_id

    def change(self, crystal_id, given, unchanged):
        """Change a crystal form, if it is ``unchanged`` since the caller read it; return it."""
        crystal = self.mine(crystal_id, unchanged)
        if "proteinId" in given:
            protein_id = given["proteinId"]
            proposal_id = ProteinRepository(self._tx).proposal_of(protein_id)
            self.stays(crystal, proposal_id, "proteinId", f"protein {protein_id}")
        self.rewrite(crystal_id, crystal["_metadata"], given)
        return self.changed(crystal_id, given)

    def rewrite(self, crystal_id, proposal, given):
        """Change a crystal form of a proposal that the caller may change."""
        values = self.fitted(given)
        if "crystal_compositions" in values:
            self._mix(crystal_id, proposal, values.pop("crystal_compositions"))
        self._rows.change(crystal_id, values)

    def take_plan(self, crystal_id, plan_id):
        """Give a crystal form a plan for those of its samples that have none, or none."""
        self._rows.change(crystal_id, {"diffractionPlanId": plan_id})

    def remove(self, crystal_id, unchanged):
        """Remove a crystal form of which there are no samples."""
        plan_id = self.mine(crystal_id, unchanged)["diffractionPlanId"]
        if number := self._rows.samples(crystal_id):
            raise Conflict(f"There are {number} samples of the crystal: remove them first.")
        CompositionRepository(self._tx).put_crystal(crystal_id, [])
        LinkRepository(self._tx).forget("crystalId", crystal_id)
        self._rows.remove(crystal_id)
        forgetting.drop_unowned(self._tx, [plan_id] if plan_id else [])
        self.removed(crystal_id)

    def _mix(self, crystal_id, proposal, given):
        compositions = CompositionRepository(self._tx)
        kept = compositions.in_crystal(crystal_id)
        rows = Mixtures(self._tx, proposal).rows(given, "crystal_compositions", kept) if given else []
        compositions.put_crystal(crystal_id, rows)

    def fitted(self, given):
        """Return the values with the space group as this database spells it."""
        name = given.get("spaceGroup")
        if not name:
            return dict(given)
        known = SpaceGroupRepository(self._tx).spelt(name)
        if known is None and not _SYMBOL.fullmatch(name):
            raise Invalid(errors={"spaceGroup": ["Is no space group: GET /spacegroups lists their names."]})
        return {**given, "spaceGroup": known or name}
