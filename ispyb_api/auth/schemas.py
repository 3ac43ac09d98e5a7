"""What logging in looks like from outside."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import Ident, Int, Items, Text, described

_ACCESS = "The access token; send it as 'Authorization: Bearer <token>'."
_REFRESH = "A token for POST /auth/refresh; it can be used once."


class LoginSchema(ma.Schema):
    """A login and a password for one backend, or a token of an identity provider."""

    plugin = Text(
        "Name of the login backend, as GET /auth/config lists them; the first one if absent.",
        validate=validate.Length(max=64),
    )
    login = Text("Login name.", "Person.login", validate=validate.Length(max=255))
    password = Text("Password.", validate=validate.Length(max=1024), load_only=True)
    token = Text(
        "Access token of the identity provider, for backends that take one.",
        validate=validate.Length(max=16384),
        load_only=True,
    )


class LoggedInSchema(ma.Schema):
    """A login's tokens and rights."""

    login = Text("Login name of the person.", "Person.login", allow_none=False)
    token = Text(_ACCESS, "computed: signed by this server", allow_none=False)
    refreshToken = Text(_REFRESH, "computed: random, stored as a hash", allow_none=False)
    expiresIn = Int(
        "How long the access token lives.", "computed: the setting token.access_minutes", "s", allow_none=False
    )
    permissions = Items(fields.String(), "Permissions of the person's groups.", "Permission.type")


class OAuthFormSchema(ma.Schema):
    """OAuth2's password grant, as Swagger UI sends it."""

    class Meta:
        unknown = ma.EXCLUDE  # scope, client_id and whatever else a client library adds

    grant_type = fields.String(
        required=True, validate=validate.Equal("password"), metadata=described("Always 'password'.")
    )
    username = fields.String(required=True, validate=validate.Length(max=255), metadata=described("Login name."))
    password = fields.String(required=True, validate=validate.Length(max=1024), metadata=described("Password."))


class OAuthTokenSchema(ma.Schema):
    """OAuth2's names for the same tokens."""

    access_token = Text(_ACCESS, "computed: signed by this server", allow_none=False)
    token_type = Text("Always 'bearer'.", "computed: constant", allow_none=False)
    expires_in = Int(
        "How long the access token lives.", "computed: the setting token.access_minutes", "s", allow_none=False
    )
    refresh_token = Text(_REFRESH, "computed: random, stored as a hash", allow_none=False)


class RefreshSchema(ma.Schema):
    """What a client holds on to between access tokens."""

    refreshToken = fields.String(
        required=True,
        validate=validate.Length(min=1, max=255),
        metadata=described("The refresh token that came with the last pair."),
    )


class LoggedOutSchema(ma.Schema):
    """Confirmation that a login was ended."""

    message = Text("What was done.", "computed: constant", allow_none=False)


class PluginSchema(ma.Schema):
    """One login backend."""

    name = Text("Name to send as 'plugin'.", "computed: the setting auth.backend.name", allow_none=False)
    kind = Text("What kind of backend it is.", "computed: the setting auth.backend.kind", allow_none=False)
    config = fields.Dict(
        metadata=described(
            "What a client must know of it, such as an identity provider's address.", "computed: the backend"
        )
    )


class AuthConfigSchema(ma.Schema):
    """How one can log in here."""

    plugins = Items(PluginSchema, "Login backends, in the order in which they are asked.")


class CurrentUserSchema(ma.Schema):
    """The caller."""

    personId = Ident("The caller's row.", "Person.personId")
    login = Text("Login name.", "Person.login")
    givenName = Text("Given name.", "Person.givenName")
    familyName = Text("Family name.", "Person.familyName")
    Permissions = Items(fields.String(), "Permissions of the caller's groups.", "Permission.type")
    beamLineGroups = Items(
        fields.String(), "Beamline groups the caller has the permission of.", "AdminVar.value: option beamLineGroups"
    )
    beamLines = Items(fields.String(), "Beamlines of these groups.", "AdminVar.value: option beamLineGroups")
