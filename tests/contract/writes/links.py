"""Links to pages elsewhere."""

from tests.contract.writes import EDITS, Write

PAGE = "https://lims.example.org/sample/7"

WRITES = [
    Write("POST /links", EDITS.naming("blSampleId"), lambda r: {"blSampleId": r.sample(), "url": PAGE}),
    Write("PATCH /links/{}", EDITS, lambda r: {"title": r.word()}, lambda r: r.link()),
    Write("DELETE /links/{}", EDITS, ids=lambda r: r.link()),
]
