"""What tokens of services and for single requests look like from outside."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api import names
from ispyb_api.auth.onetime import METHODS
from ispyb_api.auth.service_tokens import TOKENS, USUAL_DAYS
from ispyb_api.http.fields import Choice, Ident, Int, Items, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of

_PRINTABLE = validate.Regexp(
    r"^[^\s\x00-\x1f\x7f]([^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f])?$",
    error="Must be text without line breaks, and without space at either end.",
)
_UTC = "UTC"


class ServiceTokenSchema(ma.Schema):
    """A token of a service, without what it is known by."""

    serviceTokenId = Ident("The token's row.", "api_service_token.serviceTokenId")
    name = Text("What it is for.", "api_service_token.name", allow_none=False)
    owner = Text("Login of the person as whom it acts.", "Person.login")
    permissions = Items(
        fields.String(), "What it may, as far as its owner may.", "api_service_token.permissions", allow_none=False
    )
    beamLines = Items(
        fields.String(), "Beamlines it is limited to; null: all.", "api_service_token.beamLines", allow_none=True
    )
    proposals = Items(
        fields.String(), "Proposals it is limited to; null: all.", "api_service_token.proposals", allow_none=True
    )
    createdAt = Text("When it was made.", "api_service_token.createdAt", _UTC, allow_none=False)
    createdBy = Text("Login of who made it.", "api_service_token.createdBy", allow_none=False)
    expiresAt = Text("When it ends by itself.", "api_service_token.expiresAt", _UTC, allow_none=False)
    revokedAt = Text("When it was revoked.", "api_service_token.revokedAt", _UTC)
    lastUsedAt = Text("When it was last used, to the minute.", "api_service_token.lastUsedAt", _UTC)


class MadeServiceTokenSchema(ServiceTokenSchema):
    """A new token of a service."""

    token = Text(
        "The token, shown this once; send it as 'Authorization: Bearer <token>'.",
        "computed: random, stored as a hash",
        allow_none=False,
    )


class NewServiceTokenSchema(ma.Schema):
    """A token to make for a service."""

    name = Text("What it is for.", required=True, allow_none=False, validate=[validate.Length(1, 100), _PRINTABLE])
    owner = Text(
        "Login of the person as whom it acts; the caller's if absent.",
        allow_none=False,
        validate=validate.Length(1, 45),
    )
    permissions = Items(
        fields.String(validate=validate.Length(1, 15)),
        "What it may; only what the caller holds. An empty list leaves what the owner sees without permissions.",
        required=True,
        validate=validate.Length(max=60),
    )
    beamLines = Items(
        fields.String(validate=[validate.Length(1, 45), _PRINTABLE]),
        "Beamlines to limit it to: it sees what was measured there.",
        validate=validate.Length(1, 50),
    )
    proposals = Items(
        fields.String(validate=validate.Regexp(names.PROPOSAL, error="Must be a proposal's name, as MX415.")),
        "Proposals to limit it to, by their names.",
        validate=validate.Length(1, 50),
    )
    days = Int(
        f"For how long it is good; {USUAL_DAYS} if absent, at most what the setting token.service_max_days says.",
        unit="d",
        allow_none=False,
        strict=True,
        validate=validate.Range(1, 3650),
    )


class ServiceTokenArguments(PageArguments):
    order_by = order_by(*TOKENS.sorts)
    owner = Text("Login of the owner.", allow_none=False, validate=validate.Length(1, 45))
    search = Text("Part of the name.", allow_none=False, validate=validate.Length(1, 100))


ServiceTokenPageSchema = page_of(ServiceTokenSchema)


class SignSchema(ma.Schema):
    """One request, to be signed."""

    validity = Text(
        "Path and query of the request, or its whole address; the path may leave out the API's prefix.",
        required=True,
        allow_none=False,
        validate=validate.Length(1, 2000),
    )
    method = Choice(METHODS, "Method of the request; GET if absent.", load_default="GET")


class SignedSchema(ma.Schema):
    """A one-time token and what it is for."""

    validity = Text("What was signed, as it was given.", "computed: the request", allow_none=False)
    token = Text(
        "The token; add it to the request's query as 'onetime'.",
        "computed: random, stored as a hash",
        allow_none=False,
    )
    expiresIn = Int("How long it lives.", "computed: the setting token.onetime_seconds", "s", allow_none=False)
