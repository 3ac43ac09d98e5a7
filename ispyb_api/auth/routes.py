"""/auth and /user"""

from flask_restx import Resource

from ispyb_api.auth import service
from ispyb_api.auth.guard import current_identity, public, requires
from ispyb_api.auth.schemas import (
    AuthConfigSchema,
    CurrentUserSchema,
    LoggedInSchema,
    LoggedOutSchema,
    LoginSchema,
    OAuthFormSchema,
    OAuthTokenSchema,
    RefreshSchema,
)
from ispyb_api.http.namespace import Namespace
from ispyb_api.http.services import services

api = Namespace("auth", description="Logging in and out")
user = Namespace("user", description="The caller")


@api.route("/config")
class Config(Resource):
    @public
    @api.returns(AuthConfigSchema)
    def get(self):
        """List the ways to log in

        Public: a login page needs it before anybody is known.
        """
        plugins = [
            {"name": name, "kind": each.kind, "config": each.public} for name, each in services().backends.items()
        ]
        return {"plugins": plugins}


@api.route("/login")
class Login(Resource):
    @public
    @api.accepts(LoginSchema)
    @api.returns(LoggedInSchema, 201, "Logged in", errors=(401,))
    def post(self, given):
        """Log in

        With a login and a password, or with the access token of an identity provider, as the backend wants it. Answers an access token, a refresh token and the permissions that the person has.
        """
        wanted = {name: given.get(name) for name in ("plugin", "login", "password", "token")}
        return service.log_in(services(), **wanted)


@api.route("/token")
class Token(Resource):
    @public
    @api.accepts(OAuthFormSchema, "form")
    @api.returns(OAuthTokenSchema, errors=(401,))
    def post(self, given):
        """Log in the OAuth2 way

        The password grant, so that Swagger UI's *Authorize* takes a login and a password. Asks the first backend that checks passwords.
        """
        pair = service.log_in(services(), plugin=None, login=given["username"], password=given["password"])
        return {
            "access_token": pair["token"],
            "token_type": "bearer",
            "expires_in": pair["expiresIn"],
            "refresh_token": pair["refreshToken"],
        }


@api.route("/refresh")
class Refresh(Resource):
    @public
    @api.accepts(RefreshSchema)
    @api.returns(LoggedInSchema, errors=(401,))
    def post(self, given):
        """Get the next pair of tokens

        A refresh token can be used once. Using it again ends the login, for then somebody has a copy of it.
        """
        return service.refresh(services(), given["refreshToken"])


@api.route("/logout")
class Logout(Resource):
    @requires()
    @api.returns(LoggedOutSchema)
    def post(self):
        """End this login

        Its access tokens and its refresh token are refused from then on, by other worker processes within seconds.
        """
        service.log_out(services(), current_identity().family)
        return {"message": "Logged out."}


@user.route("/current")
class CurrentUser(Resource):
    @requires()
    @user.returns(CurrentUserSchema)
    def get(self):
        """Say who is calling

        The caller's person, permissions and the beamlines they open.
        """
        identity = current_identity()
        return {
            "personId": identity.person_id,
            "login": identity.login,
            "givenName": identity.givenName,
            "familyName": identity.familyName,
            "Permissions": sorted(identity.permissions),
            "beamLineGroups": [group.name for group in identity.groups],
            "beamLines": list(identity.beamlines),
        }
