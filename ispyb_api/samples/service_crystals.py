"""The crystal form of a sample: found by its row, changed, or made together with the sample."""

import contextlib

from ispyb_api.errors import Invalid
from ispyb_api.proteins.repository import ProteinRepository
from ispyb_api.proteins.repository_crystals import CrystalRepository
from ispyb_api.proteins.service_crystals import Crystals
from ispyb_api.samples.repository_writing import SampleWrites


def parents(tx, part):
    """Yield (field, words, proposal) of each row that the ``Crystal`` of a body names."""
    proteins = ProteinRepository(tx)
    if (number := part.get("crystalId")) is not None:
        yield "Crystal.crystalId", f"crystal {number}", CrystalRepository(tx).proposal_of(number)
    for name, number in (("", part.get("proteinId")), ("Protein.", part.get("Protein", {}).get("proteinId"))):
        if number is not None:
            yield f"Crystal.{name}proteinId", f"protein {number}", proteins.proposal_of(number)


class CrystalOfSample:
    """Crystal forms within one proposal, to which all belongs that ``parents`` names, and which the caller may change."""

    def __init__(self, tx, access, proposal):
        self._tx, self._proposal = tx, proposal
        self._service = Crystals(tx, access)

    def of_new(self, part):
        """Return the id of the crystal form that ``Crystal`` of a new sample means."""
        crystal_id, values = self._given(part)
        if crystal_id is not None:
            return self._changed(crystal_id, values)
        if "proteinId" not in values:
            raise Invalid(errors={"Crystal.crystalId": ["Give crystalId, or proteinId, or Protein."]})
        return self._made(values)

    def of_changed(self, part, now):
        """Return the same of a sample that has the crystal form ``now``, or None.

        A form without a row in ``part`` is the sample's own: it is changed, unless other samples have it too.
        """
        crystal_id, values = self._given(part)
        if crystal_id is None and now is not None:
            self._is_mine(now)
            if SampleWrites(self._tx).alike(now) == 1:
                return self._changed(now, values)
            part = {"proteinId": self._protein_of(now), **part}
        return self.of_new(part)

    def _given(self, part):
        """Return the crystal form's row, if it has one, and its values."""
        values = dict(part)
        protein, crystal_id = values.pop("Protein", {}), values.pop("crystalId", None)
        if "proteinId" in protein:
            values["proteinId"] = protein["proteinId"]
        elif "acronym" in protein and "proteinId" not in values:
            values["proteinId"] = self._called(protein["acronym"])
        return crystal_id, values

    def _called(self, acronym):
        found = ProteinRepository(self._tx).called(self._proposal["proposalId"], acronym)
        if len(found) == 1:
            return found[0]
        why = f"several, {', '.join(map(str, found))}: give proteinId" if found else "no such protein"
        raise Invalid(errors={"Crystal.Protein.acronym": [f"{self._proposal['proposal']} has {why}."]})

    def _is_mine(self, crystal_id):
        """Refuse to change what another program took from another proposal."""
        if CrystalRepository(self._tx).proposal_of(crystal_id) != self._proposal["proposalId"]:
            raise Invalid(
                errors={"Crystal": [f"The sample's crystal form is not {self._proposal['proposal']}'s: name one."]}
            )

    def _protein_of(self, crystal_id):
        return CrystalRepository(self._tx).protein_of(crystal_id)

    def _changed(self, crystal_id, values):
        if values:
            with _named_whole():
                self._service.rewrite(crystal_id, self._proposal, values)
        return crystal_id

    def _made(self, values):
        with _named_whole():
            return self._service.make(self._proposal, values)


@contextlib.contextmanager
def _named_whole():
    """Say of faulty fields that they are the crystal form's."""
    try:
        yield
    except Invalid as exc:
        errors = {f"Crystal.{name}": messages for name, messages in exc.errors.items()}
        raise Invalid(str(exc), errors=errors) from None
