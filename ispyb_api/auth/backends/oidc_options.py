"""Options of the backends that read an identity provider's tokens."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.auth.backends.options import OneOrMore, is_private, tls_context, user_groups, web_address

ALGORITHMS = ("RS256", "ES256")

# Audiences that every client of a Keycloak realm gets: whoever took them would let all of these clients in.
_EVERYBODYS = {"account", "broker", "realm-management"}


def _audiences(names):
    if shared := _EVERYBODYS & set(names):
        raise ma.ValidationError(f"{', '.join(sorted(shared))} is in tokens for other programs: give this API its own.")


class ClaimsSchema(ma.Schema):
    """Which claim becomes which column of Person; "" for none."""

    givenName = fields.String(load_default="given_name")
    familyName = fields.String(load_default="family_name")
    emailAddress = fields.String(load_default="email")
    phoneNumber = fields.String(load_default="phone_number")
    siteId = fields.String(load_default="")


class OptionsSchema(ma.Schema):
    """Options of ``kind = "oidc"``; docs/authentication-keycloak.rst tells what each is for."""

    issuer = fields.String(required=True, validate=web_address)
    discovery_url = fields.String(validate=web_address)
    allow_http = fields.Boolean(load_default=False)
    ca_file = fields.String()
    timeout = fields.Float(load_default=3.0, validate=validate.Range(0.1, 30))
    key_cooldown = fields.Float(load_default=30.0, validate=validate.Range(0, 3600))

    audience = OneOrMore(validate=_audiences, load_default=list)
    authorized_parties = OneOrMore(load_default=list)
    algorithms = fields.List(
        fields.String(validate=validate.OneOf(ALGORITHMS)), load_default=ALGORITHMS, validate=validate.Length(min=1)
    )
    leeway = fields.Float(load_default=30.0, validate=validate.Range(0, 300))

    client_id = fields.String(load_default="")
    login_claim = fields.String(load_default="preferred_username", validate=validate.Length(min=1))
    claims = fields.Nested(ClaimsSchema, load_default=lambda: ClaimsSchema().load({}))
    group_claims = OneOrMore(load_default=lambda: ["groups"])
    group_map = fields.Dict(fields.String(), OneOrMore(validate=user_groups), load_default=dict)
    group_pass_through = fields.Boolean(load_default=False)

    @ma.validates_schema
    def _for_us(self, given, **_):
        if not given["audience"] and not given["authorized_parties"]:
            raise ma.ValidationError(
                "Name the audience that tokens for this API have (or authorized_parties, the clients that get them).",
                "audience",
            )

    @ma.validates_schema
    def _unchanged_on_the_way(self, given, **_):
        for key in ("issuer", "discovery_url"):
            if key in given and not given["allow_http"] and not is_private(given[key]):
                raise ma.ValidationError(
                    "Must be https: keys that come without encryption can be anybody's (or allow it by allow_http = true).",
                    key,
                )

    @ma.post_load
    def _completed(self, given, **_):
        given["tls"] = tls_context(given.pop("ca_file")) if "ca_file" in given else None
        given.setdefault("discovery_url", f"{given['issuer'].rstrip('/')}/.well-known/openid-configuration")
        return given
