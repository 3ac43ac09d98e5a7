"""Say with which ligands a sample was soaked."""

from ispyb_api.auth.writing import record
from ispyb_api.components.repository_ligands import LigandRepository
from ispyb_api.errors import Invalid
from ispyb_api.samples.service import Samples


class Soaking:
    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._ligands = LigandRepository(tx)

    def put(self, sample_id, ligand_ids):
        """Replace the ligands of a sample by these, all of its proposal; return them."""
        sample = Samples(self._tx, self._access).mine(sample_id)
        proposal = sample["_metadata"]
        mine = self._ligands.of_proposal(proposal["proposalId"], ligand_ids) if ligand_ids else set()
        wrong = {
            f"ligandIds[{place}]": [f"No ligand of {proposal['proposal']}."]
            for place, number in enumerate(ligand_ids)
            if number not in mine
        }
        if wrong:
            raise Invalid(errors=wrong)
        self._ligands.put_sample(sample_id, list(dict.fromkeys(ligand_ids)))
        record(self._tx, self._access, "sample soaked", f"sample {sample_id}", {"ligandIds": ligand_ids})
        return self._ligands.page({"blSampleId": sample_id, "skip": 0, "limit": 500}, self._access)
