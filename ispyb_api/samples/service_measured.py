"""The sample on which something is measured, as instruments name it: found, or made with its protein, crystal form and mixture."""

from ispyb_api.errors import Invalid
from ispyb_api.proteins.repository import ProteinRepository
from ispyb_api.proteins.repository_crystals import CrystalRepository
from ispyb_api.proteins.service import Proteins
from ispyb_api.samples.service import Samples


class _OfOneProposal:
    """Rows of one proposal, in a session of which the caller may record: nothing else is asked."""

    def __init__(self, tx, access, proposal):
        super().__init__(tx, access)
        self._whose = proposal

    def parent(self, proposal_id, field, what):
        if proposal_id != self._whose["proposalId"]:
            raise Invalid(errors={field: [f"No {what} of {self._whose['proposal']}."]})
        return self._whose


class _Proteins(_OfOneProposal, Proteins):
    pass


class MeasuredSamples(_OfOneProposal, Samples):
    def found_or_made(self, given):
        """Return the id of the sample that is meant: the latest of this name and protein, else a new one.

        One that is found stays as it is.
        """
        self._tx.lock("auth.lock_proposal", proposalId=self._whose["proposalId"])
        crystal = self._with_protein(given.get("Crystal"))
        meant = {"proposalId": self._whose["proposalId"], **given, "Crystal": crystal} if crystal else given
        protein_id = self._protein_of(meant)
        if protein_id is not None:
            found = self._rows.called(self._whose["proposalId"], protein_id, given["name"])
            if found is not None:
                return found
        sample, _ = self.add(meant)
        return sample["blSampleId"]

    def _with_protein(self, crystal):
        """Return the crystal form with a protein that is there: it is made if the proposal has none of its acronym."""
        protein = (crystal or {}).get("Protein", {})
        acronym, known = protein.get("acronym"), {"proteinId"} & {*protein, *(crystal or ())}
        if acronym is None or known or ProteinRepository(self._tx).called(self._whose["proposalId"], acronym):
            return crystal
        new = {"proposalId": self._whose["proposalId"], "acronym": acronym, "name": protein.get("name") or acronym}
        made = _Proteins(self._tx, self._access, self._whose).add(new)
        return {**crystal, "Protein": {"proteinId": made["proteinId"]}}

    def _protein_of(self, meant):
        """Return the protein of the sample that is meant; None if that does not say which."""
        crystal = meant.get("Crystal") or {}
        protein = crystal.get("Protein", {})
        if (named := protein.get("proteinId", crystal.get("proteinId"))) is not None:
            return named
        if (form := crystal.get("crystalId", meant.get("crystalId"))) is not None:
            return CrystalRepository(self._tx).protein_of(form)
        called = ProteinRepository(self._tx).called(self._whose["proposalId"], protein.get("acronym", ""))
        return called[0] if len(called) == 1 else None
