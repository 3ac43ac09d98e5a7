"""What is sent."""

from tests.contract.writes import EDITS, Write

WRITES = [
    Write("POST /dewars", EDITS.naming("shippingId"), lambda r: {"shippingId": r.shipment, "code": r.word()}),
    Write("PATCH /dewars/{}", EDITS, lambda r: {"comments": r.word()}, lambda r: r.dewar()),
    Write("DELETE /dewars/{}", EDITS, ids=lambda r: r.dewar()),
]
