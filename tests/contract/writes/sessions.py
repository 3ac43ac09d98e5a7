"""Sessions, and what of them is shared."""

from dataclasses import replace

from tests.contract.writes import EDITS, MEASURES, Rule, Write

# Who leads a proposal shares it.
SHARES = Rule("manage_grants", staff=403)

WRITES = [
    Write("POST /sessions", replace(MEASURES, member=0).naming("proposalId"), lambda r: r.new_session()),
    Write("PATCH /sessions/{}", EDITS, lambda r: {"comments": r.word()}, lambda r: r.session()),
    Write("PATCH /sessions/{}", MEASURES, lambda r: {"sessionTitle": r.word()}, lambda r: r.session()),
    Write("POST /proposals/{}/grants", SHARES, lambda r: {"personId": r.person(), "sessionId": r.session()}, lambda r: r.proposal),
    Write("DELETE /proposals/{}/grants/{}", replace(SHARES, closed=0), ids=lambda r: (r.proposal, r.grant())),
]  # fmt: skip
