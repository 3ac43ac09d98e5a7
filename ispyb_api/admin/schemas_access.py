"""Why a person sees what, as administrators are told."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import Bool, Ident, Int, Items, Text
from ispyb_api.names import PROPOSAL

_GROUPS = "Groups by which the person holds it."
_NAME_OF_GROUP = "UserGroup.name"


class HeldPermissionSchema(ma.Schema):
    """A permission that a person holds."""

    type = Text("Name of the permission.", "Permission.type")
    groups = Items(fields.String(), _GROUPS, _NAME_OF_GROUP)


class SeenSessionSchema(ma.Schema):
    """A session that a person sees."""

    sessionId = Ident("The session's row.", "BLSession.sessionId")
    session = Text(
        "Its name, as mx415-3.", "computed: Proposal.proposalCode, Proposal.proposalNumber, BLSession.visit_number"
    )
    beamLineName = Text("Its beamline.", "BLSession.beamLineName")


class SeenProposalSchema(ma.Schema):
    """A proposal that a person sees."""

    proposalId = Ident("The proposal's row.", "Proposal.proposalId")
    proposal = Text("Its name, as mx415.", "computed: Proposal.proposalCode, Proposal.proposalNumber")


class AccessRuleSchema(ma.Schema):
    """What one of the rules opens to a person."""

    rule = Text(
        "Which rule: all_proposals, participant, member, principal investigator, role, beamline or grant.",
        "computed: the server",
    )
    reason = Text("The rule in a sentence.", "computed: the server")
    permission = Text("The permission that the rule asks for; null if none.", "Permission.type")
    groups = Items(fields.String(), _GROUPS, _NAME_OF_GROUP)
    beamLines = Items(fields.String(), "Beamlines that it opens.", "AdminVar.value: option beamLineGroups")
    sessions = Int("How many sessions the rule opens.", "computed: BLSession.sessionId")
    proposals = Int("How many proposals it opens.", "computed: Proposal.proposalId")
    opens = Bool(
        "Whether it opens what was asked about; null if nothing was.", "computed: the rule's sessions and proposals"
    )
    firstSessions = Items(
        SeenSessionSchema, "The latest made of the sessions, those that you see too.", "BLSession.sessionId"
    )
    firstProposals = Items(
        SeenProposalSchema, "The latest made of the proposals, those that you see too.", "Proposal.proposalId"
    )


class PersonAccessSchema(ma.Schema):
    """Why a person sees what."""

    personId = Ident("The person's row.", "Person.personId")
    login = Text("Login name.", "Person.login")
    permissions = Items(HeldPermissionSchema, "What the person may do.", "Permission.type")
    sessions = Int("How many sessions the person sees, by all rules.", "computed: BLSession.sessionId")
    proposals = Int("How many proposals the person sees, by all rules.", "computed: Proposal.proposalId")
    samples = Int("How many samples were shared with the person.", "computed: api_grant.blSampleId")
    visible = Bool("Whether the person sees what was asked about; null if nothing was.", "computed: the rules")
    rules = Items(
        AccessRuleSchema, "What each rule opens; one that opens nothing does not apply.", "computed: the rules"
    )


class AccessArguments(ma.Schema):
    sessionId = Ident("Ask about the session of this row; you must see it yourself.")
    proposal = Text(
        "Ask about the proposal with this name, as mx415; you must see it yourself.",
        allow_none=False,
        validate=validate.Regexp(PROPOSAL),
    )

    @ma.validates_schema
    def _one_of_them(self, data, **_):
        if len(data) > 1:
            raise ma.ValidationError("Ask about a session or about a proposal, not about both.", "proposal")
