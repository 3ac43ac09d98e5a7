"""Samples."""

from dataclasses import replace

from tests.contract.writes import EDITS, MEASURES, Write

WRITES = [
    Write("POST /samples", EDITS.naming("containerId"), lambda r: {"name": r.word(), "containerId": r.container()}),
    Write("POST /samples", EDITS.naming("crystalId"), lambda r: {"name": r.word(), "crystalId": r.crystal()}),
    Write("PATCH /samples/{}", EDITS, lambda r: {"comments": r.word()}, lambda r: r.sample()),
    Write(
        "PATCH /samples/{}", replace(MEASURES, member=0), lambda r: {"blSampleStatus": "LOADED"}, lambda r: r.sample()
    ),
    Write("DELETE /samples/{}", EDITS, ids=lambda r: r.sample()),
    Write(
        "POST /containers/{}/samples", EDITS, lambda r: [{"name": r.word(), "acronym": "LYSO"}], lambda r: r.container()
    ),
    Write(
        "POST /samples/simple", EDITS.naming("containerId"), lambda r: {"name": r.word(), "containerId": r.container()}
    ),
    Write("POST /samples/sub", EDITS.naming("blSampleId"), lambda r: {"blSampleId": r.sample(), "comments": r.word()}),
    Write("PATCH /samples/sub/{}", EDITS, lambda r: {"comments": r.word()}, lambda r: r.position()),
    Write("DELETE /samples/sub/{}", EDITS, ids=lambda r: r.position()),
    Write("POST /samples/images", MEASURES.naming("blSampleId"), lambda r: r.new_picture()),
    Write("PATCH /samples/images/{}", EDITS, lambda r: {"comments": r.word()}, lambda r: r.picture()),
    Write("DELETE /samples/images/{}", EDITS, ids=lambda r: r.picture()),
    Write(
        "POST /samples/groups", EDITS.naming("proposalId"), lambda r: {"proposalId": r.proposal_id, "name": r.word()}
    ),
    Write("PATCH /samples/groups/{}", EDITS, lambda r: {"name": r.word()}, lambda r: r.sample_group()),
    Write("DELETE /samples/groups/{}", EDITS, ids=lambda r: r.sample_group()),
    Write("PUT /samples/{}/ligands", EDITS, lambda r: {"ligandIds": [r.ligand()]}, lambda r: r.sample()),
]
