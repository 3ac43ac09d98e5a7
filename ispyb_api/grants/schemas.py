"""What it looks like from outside that a proposal shares something."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Ident, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of


class GrantSchema(ma.Schema):
    """A session, or what is measured of a sample, that one person may see."""

    grantId = Ident("The grant's row.", "api_grant.grantId")
    personId = Ident("Row of the person who may see it.", "api_grant.personId")
    login = Text("His or her login; null if the person is gone.", "Person.login")
    givenName = Text("Given name.", "Person.givenName")
    familyName = Text("Family name.", "Person.familyName")
    sessionId = Ident("Row of the session; null if a sample is shared.", "api_grant.sessionId", allow_none=True)
    session = Text(
        "Its name, as mx415-3; null also if it is no longer the proposal's, and so not shared.",
        "computed: Proposal.proposalCode, Proposal.proposalNumber, BLSession.visit_number",
    )
    blSampleId = Ident("Row of the sample; null if a session is shared.", "api_grant.blSampleId", allow_none=True)
    blSample = Text("The sample's name.", "BLSample.name")
    createdAt = Text("Since when it is shared.", "api_grant.createdAt", "UTC", allow_none=False)
    createdBy = Text("Login of who shared it.", "api_grant.createdBy", allow_none=False)


class NewGrantSchema(ma.Schema):
    """What to share with whom."""

    personId = Ident("Row of the person who is to see it.", "api_grant.personId")
    login = Text("Or his or her login.", "Person.login", allow_none=False, validate=validate.Length(1, 45))
    sessionId = Ident("Row of a session of the proposal.", "api_grant.sessionId")
    blSampleId = Ident(
        "Or row of a sample of the proposal: what is measured of it in the proposal's sessions.", "api_grant.blSampleId"
    )

    @ma.validates_schema(skip_on_field_errors=False)
    def _one_of_each(self, data, **_):
        errors = {}
        for one, other in (("personId", "login"), ("sessionId", "blSampleId")):
            if (one in data) == (other in data):
                errors[one] = [f"Give either {one} or {other}."]
        if errors:
            raise ma.ValidationError(errors)


class GrantArguments(PageArguments):
    order_by = order_by("grantId")
    personId = Ident("What is shared with the person of this row.")
    sessionId = Ident("With whom the session of this row is shared.")
    blSampleId = Ident("With whom the sample of this row is shared.")


GrantPageSchema = page_of(GrantSchema)
