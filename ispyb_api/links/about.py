"""What a link may be about."""

# Its field, what it is called, and the queries that say whose it is and that forget it.
ABOUT = {
    "shippingId": ("shipment", "links.proposal_of_shipment", "links.forget_shipment"),
    "proteinId": ("protein", "links.proposal_of_protein", "links.forget_protein"),
    "crystalId": ("crystal", "links.proposal_of_crystal", "links.forget_crystal"),
    "blSampleId": ("sample", "links.proposal_of_sample", "links.forget_sample"),
}
