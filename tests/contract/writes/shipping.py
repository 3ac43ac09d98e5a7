"""What is sent."""

from tests.contract.writes import EDITS, Write

WRITES = [
    Write("POST /shippings", EDITS.naming("proposalId"), lambda r: r.new_shipment()),
    Write("PATCH /shippings/{}", EDITS, lambda r: {"comments": r.word()}, lambda r: r.new_id("/shippings", r.new_shipment())),
    Write("DELETE /shippings/{}", EDITS, ids=lambda r: r.new_id("/shippings", r.new_shipment())),
    Write("POST /dewars", EDITS.naming("shippingId"), lambda r: {"shippingId": r.shipment, "code": r.word()}),
    Write("PATCH /dewars/{}", EDITS, lambda r: {"comments": r.word()}, lambda r: r.dewar()),
    Write("DELETE /dewars/{}", EDITS, ids=lambda r: r.dewar()),
    Write("POST /containers", EDITS.naming("dewarId"), lambda r: {"dewarId": r.dewar(), "code": r.word(), "containerType": "Unipuck"}),
    Write("PATCH /containers/{}", EDITS, lambda r: {"comments": r.word()}, lambda r: r.container()),
    Write("DELETE /containers/{}", EDITS, ids=lambda r: r.container()),
    Write("PUT /containers/{}/assignment", EDITS, lambda r: r.new_place(), lambda r: r.container()),
    Write("DELETE /containers/{}/assignment", EDITS, ids=lambda r: r.container()),
    Write("POST /labcontacts", EDITS.naming("proposalId"), lambda r: r.new_contact()),
    Write("PATCH /labcontacts/{}", EDITS, lambda r: {"courierAccount": r.word()}, lambda r: r.new_id("/labcontacts", r.new_contact())),
    Write("DELETE /labcontacts/{}", EDITS, ids=lambda r: r.new_id("/labcontacts", r.new_contact())),
]  # fmt: skip
