"""What is asked of experiments."""

from tests.contract.writes import EDITS, Write

BODY = {"experimentKind": "OSC", "aimedResolution": 1.8}

WRITES = [
    Write("POST /samples/{}/diffractionplans", EDITS, lambda r: BODY, lambda r: r.sample()),
    Write("POST /crystals/{}/diffractionplans", EDITS, lambda r: BODY, lambda r: r.crystal()),
    Write("POST /samples/sub/{}/diffractionplans", EDITS, lambda r: BODY, lambda r: r.position()),
    Write("POST /proposals/{}/diffractionplans", EDITS, lambda r: BODY, lambda r: r.proposal),
    Write("PATCH /diffractionplans/{}", EDITS, lambda r: {"comments": r.word()}, lambda r: r.plan()),
    Write("DELETE /diffractionplans/{}", EDITS, ids=lambda r: r.plan()),
]
