"""Keycloak: an OpenID Connect provider of which more is known, so that less need be configured."""

from urllib.parse import urlsplit

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.auth.backends import oidc_options
from ispyb_api.auth.backends.oidc import OidcBackend
from ispyb_api.auth.backends.options import OneOrMore

_REALM = "/realms/"


def _realm_address(issuer):
    server, found, realm = issuer.rpartition(_REALM)
    if not found or not server or not realm.strip("/") or "/" in realm.strip("/"):
        raise ma.ValidationError("Must be the realm's address: https://sso.example.org/realms/NAME.")


class OptionsSchema(oidc_options.OptionsSchema):
    """Options of ``kind = "keycloak"``: those of oidc, and what Swagger UI needs to send people to the realm's page."""

    issuer = fields.String(required=True, validate=[oidc_options.web_address, _realm_address])
    group_claims = OneOrMore()
    swagger_client_id = fields.String(validate=validate.Length(min=1))
    swagger_scopes = OneOrMore(load_default=lambda: ["openid"])

    @ma.post_load
    def _as_keycloak_does_it(self, given, **_):
        given["issuer"] = given["issuer"].rstrip("/")
        of_clients = [f"resource_access.{client}.roles" for client in given["audience"]]
        given.setdefault("group_claims", ["realm_access.roles", *of_clients, "groups"])
        return given


class KeycloakBackend(OidcBackend):
    """Reads a realm's access tokens."""

    Options = OptionsSchema

    def __init__(self, *, swagger_client_id=None, swagger_scopes=(), **options):
        super().__init__(**options)
        issuer, client_id = options["issuer"], options["client_id"]
        server, _, realm = issuer.rpartition(_REALM)
        self.public = {
            **self.public,
            "realm": realm,
            # The names by which the user interface of py-ISPyB knows them.
            "KEYCLOAK_SERVER_URL": server,
            "KEYCLOAK_REALM_NAME": realm,
            "KEYCLOAK_CLIENT_ID": client_id,
        }
        if swagger_client_id:
            parts, protocol = urlsplit(issuer), f"{issuer}/protocol/openid-connect"
            self.sign_in = {
                "client_id": swagger_client_id,
                "scopes": list(swagger_scopes),
                "authorization_url": f"{protocol}/auth",
                "token_url": f"{protocol}/token",
                "origin": f"{parts.scheme}://{parts.netloc}",
            }
