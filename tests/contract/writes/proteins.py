"""What crystals are made of."""

from tests.contract.writes import EDITS, Write

WRITES = [
    Write("POST /proteins", EDITS.naming("proposalId"), lambda r: {"proposalId": r.proposal_id, "acronym": r.word()}),
    Write("PATCH /proteins/{}", EDITS, lambda r: {"name": r.word()}, lambda r: r.protein()),
    Write("DELETE /proteins/{}", EDITS, ids=lambda r: r.protein()),
    Write("POST /proteins/{}/pdbs", EDITS, lambda r: {"name": r.word(), "code": "1RQW"}, lambda r: r.protein()),
    Write("PUT /proteins/{}/pdbs/{}", EDITS, ids=lambda r: (r.protein(), r.model()[1])),
    Write("DELETE /proteins/{}/pdbs/{}", EDITS, ids=lambda r: r.model()),
    Write("PUT /proteins/{}/lattices", EDITS, lambda r: {"results": [{"spaceGroup": "P1"}]}, lambda r: r.protein()),
    Write("POST /crystals", EDITS.naming("proteinId"), lambda r: {"proteinId": r.protein()}),
    Write("PATCH /crystals/{}", EDITS, lambda r: {"name": r.word()}, lambda r: r.crystal()),
    Write("DELETE /crystals/{}", EDITS, ids=lambda r: r.crystal()),
]
