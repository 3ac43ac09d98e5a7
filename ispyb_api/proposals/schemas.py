"""What a proposal looks like from outside."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import Choice, Ident, Int, Items, Part, Text
from ispyb_api.http.paging import MOST, PageArguments, order_by, page_of
from ispyb_api.names import PROPOSAL

STATES = ("Open", "Closed", "Cancelled")


class ProposalMetadataSchema(ma.Schema):
    """Counts over what the caller may see of a proposal."""

    persons = Int("How many persons belong to the proposal.", "computed: ProposalHasPerson.personId", allow_none=False)
    sessions = Int("How many of its sessions the caller may see.", "computed: BLSession.sessionId", allow_none=False)
    beamLines = Items(fields.String(), "Beamlines of these sessions.", "BLSession.beamLineName")
    uiGroups = Items(fields.String(), "Kinds of display for these beamlines.", "AdminVar.value: option beamLineGroups")


class ProposalSchema(ma.Schema):
    """A proposal: a granted request for beam time."""

    proposalId = Ident("The proposal's row.", "Proposal.proposalId")
    proposal = Text(
        "The proposal's name: code and number written together, as mx415.",
        "computed: Proposal.proposalCode, Proposal.proposalNumber",
    )
    proposalCode = Text("Letters of the proposal's name, as mx.", "Proposal.proposalCode")
    proposalNumber = Text("Number of the proposal's name, as 415.", "Proposal.proposalNumber")
    title = Text("Title of the proposal; empty if it has none.", "Proposal.title", allow_none=False)
    type = Text(
        "Two letters for the kind of proposal, as the user office has it; empty if that is not known.",
        "Proposal.proposalType",
        allow_none=False,
    )
    state = Choice(STATES, "Whether the proposal is open for new sessions.", "Proposal.state", allow_none=True)
    _metadata = Part(ProposalMetadataSchema, "What belongs to the proposal.", allow_none=False)


class ProposalArguments(PageArguments):
    order_by = order_by("proposalId", "proposalCode", "title")
    search = Text(
        "Part of the title or of the name, or a whole beamline name.",
        allow_none=False,
        validate=validate.Length(min=1, max=100),
    )
    proposal = Text("The proposal's name, as mx415.", allow_none=False, validate=validate.Regexp(PROPOSAL))
    proposalId = Ident("The proposal's row.")
    state = Choice(STATES, "Only proposals in this state.")
    beamLineName = Text(
        "Proposals with a session that you may see at the beamline of this name.",
        allow_none=False,
        validate=validate.Length(1, 45),
    )
    sessionId = Ident("The proposal of a session.")
    dataCollectionGroupId = Ident("The proposal of a group of data collections.")
    dataCollectionId = Ident("The proposal of a data collection.")
    blSampleId = Ident("The proposal of a sample.")
    proteinId = Ident("The proposal of a protein.")
    containerId = Ident("The proposal of a container.")
    dewarId = Ident("The proposal of a dewar.")
    shippingId = Ident("The proposal of a shipment.")

    @ma.pre_load
    def _all_of_them(self, data, **_):
        """Control software asks for all proposals of its user and pages nothing."""
        return data or {"limit": str(MOST)}


ProposalPageSchema = page_of(ProposalSchema)
