"""Say which lattices are expected of a protein."""

from ispyb_api.auth.writing import record
from ispyb_api.errors import Invalid
from ispyb_api.proteins.repository import ProteinRepository
from ispyb_api.proteins.repository_lattices import LatticeRepository
from ispyb_api.proteins.service import Proteins
from ispyb_api.proteins.service_crystals import Crystals


class Lattices:
    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._rows = LatticeRepository(tx)

    def of_protein(self, protein_id):
        """Return the lattices of a protein that the caller sees."""
        ProteinRepository(self._tx).get(protein_id, self._access)
        return {"results": self._rows.of_protein(protein_id)}

    def put(self, protein_id, given, unchanged):
        """Replace the lattices of a protein, if they are ``unchanged`` since the caller read them; return them."""
        Proteins(self._tx, self._access).mine(protein_id)
        unchanged(self.of_protein(protein_id))
        self._rows.put(protein_id, self._fitted(given))
        record(self._tx, self._access, "protein changed", f"protein {protein_id}", {"lattices": given})
        return self.of_protein(protein_id)

    def _fitted(self, given):
        crystals, found, errors = Crystals(self._tx, self._access), [], {}
        if len(given) > 1 and not self._rows.keeps_several:
            raise Invalid(errors={"results": ["This database keeps one lattice of a protein."]})
        for place, each in enumerate(given):
            try:
                found.append(crystals.fitted(each))
            except Invalid as exc:
                errors |= {f"results[{place}].{name}": messages for name, messages in exc.errors.items()}
        if errors:
            raise Invalid(errors=errors)
        return found
