"""What is mixed with samples."""

from tests.contract.writes import EDITS, Write

WRITES = [
    Write("POST /samples/components", EDITS.naming("proposalId"), lambda r: r.new_component()),
    Write("PATCH /samples/components/{}", EDITS, lambda r: {"name": r.word()}, lambda r: r.component()),
    Write("DELETE /samples/components/{}", EDITS, ids=lambda r: r.component()),
    Write("POST /ligands", EDITS.naming("proposalId"), lambda r: {"proposalId": r.proposal_id, "name": r.word()}),
    Write("PATCH /ligands/{}", EDITS, lambda r: {"SMILES": "CCO"}, lambda r: r.ligand()),
    Write("DELETE /ligands/{}", EDITS, ids=lambda r: r.ligand()),
    Write("POST /ligands/{}/pdbs", EDITS, lambda r: {"name": r.word(), "code": "1RQW"}, lambda r: r.ligand()),
    Write("PUT /ligands/{}/pdbs/{}", EDITS, ids=lambda r: (r.ligand(), r.model()[1])),
    Write("DELETE /ligands/{}/pdbs/{}", EDITS, ids=lambda r: r.model_of_ligand()),
]
