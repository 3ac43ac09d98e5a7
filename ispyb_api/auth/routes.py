"""/auth and /user"""

import flask
from flask_restx import Resource

from ispyb_api.auth import onetime, service
from ispyb_api.auth.guard import current_access, current_identity, public, requires
from ispyb_api.auth.permissions import Permission
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
from ispyb_api.auth.schemas_tokens import (
    MadeServiceTokenSchema,
    NewServiceTokenSchema,
    ServiceTokenArguments,
    ServiceTokenPageSchema,
    ServiceTokenSchema,
    SignedSchema,
    SignSchema,
)
from ispyb_api.auth.service_tokens import Maker, ServiceTokens
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import services, transaction

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
    @api.returns(LoggedInSchema, 201, "Logged in", errors=(401, 429))
    def post(self, given):
        """Log in

        With a login and a password, or with the access token of an identity provider, as the backend wants it. Answers an access token, a refresh token and the permissions that the person has.
        """
        wanted = {name: given.get(name) for name in ("plugin", "login", "password", "token")}
        return service.log_in(services(), **wanted, address=flask.request.remote_addr)


@api.route("/token")
class Token(Resource):
    @public
    @api.accepts(OAuthFormSchema, "form")
    @api.returns(OAuthTokenSchema, errors=(401, 429))
    def post(self, given):
        """Log in the OAuth2 way

        The password grant, so that Swagger UI's *Authorize* takes a login and a password. Asks the first backend that checks passwords.
        """
        wanted = {"plugin": None, "login": given["username"], "password": given["password"]}
        pair = service.log_in(services(), **wanted, address=flask.request.remote_addr)
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
    @api.returns(LoggedOutSchema, errors=(409,))
    def post(self):
        """End this login

        Its access tokens and its refresh token are refused from then on, by other worker processes within seconds.
        """
        service.log_out(services(), current_identity())
        return {"message": "Logged out."}


@api.route("/logout/everywhere")
class LogoutEverywhere(Resource):
    @requires()
    @api.returns(LoggedOutSchema, errors=(409,))
    def post(self):
        """End all of the caller's logins

        On every machine, with all their tokens, this login's among them. Tokens of services stay.
        """
        service.log_out_everywhere(services(), current_identity())
        return {"message": "Logged out everywhere."}


@api.route("/service-tokens")
class ServiceTokenList(Resource):
    @requires(Permission.MANAGE_TOKENS)
    @api.accepts(ServiceTokenArguments, "query")
    @api.returns(ServiceTokenPageSchema)
    def get(self, arguments):
        """List the tokens of services

        Those that have ended, too, so that what they did can be told.
        """
        with transaction() as tx:
            return ServiceTokens(tx).page(arguments)

    @requires(Permission.MANAGE_TOKENS)
    @api.accepts(NewServiceTokenSchema)
    @api.returns(MadeServiceTokenSchema, 201, "Made; the token is shown this once")
    def post(self, given):
        """Make a token for a service

        It acts as its owner, cut down to the permissions, beamlines and proposals given here. One cannot give what one does not hold, and a token of somebody else's is for those who see every proposal.
        """
        maker = Maker(current_identity().login, current_access())
        with transaction(write=True) as tx:
            made = ServiceTokens(tx).make(maker, given, most_days=services().settings.token.service_max_days)
        return created(made, made["serviceTokenId"])


@api.route("/service-tokens/<int(max=2147483647):serviceTokenId>")
@api.param("serviceTokenId", "The token's row.")
class ServiceToken(Resource):
    @requires(Permission.MANAGE_TOKENS)
    @api.returns(ServiceTokenSchema, errors=(404,))
    def get(self, serviceTokenId):  # noqa: N803 - the column's name
        """Get one token of a service

        Without what it is known by: that was shown when it was made.
        """
        with transaction() as tx:
            return ServiceTokens(tx).get(serviceTokenId)

    @requires(Permission.MANAGE_TOKENS)
    @api.confirms("Revoked", errors=(404,))
    def delete(self, serviceTokenId):  # noqa: N803
        """Revoke a token of a service

        At once; other worker processes follow within seconds.
        """
        with transaction(write=True) as tx:
            ServiceTokens(tx).revoke(Maker(current_identity().login, current_access()), serviceTokenId)
        services().callers.forget_service(serviceTokenId)


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


@user.route("/sign")
class Sign(Resource):
    @requires()
    @user.accepts(SignSchema)
    @user.returns(SignedSchema, errors=(409,))
    def post(self, given):
        """Sign one request

        For links and pictures, where no header can be sent: add the token to the signed request's query as `onetime`. It is good for that method, path and query, once and for some seconds, and acts as the caller.
        """
        prefix = flask.request.path.removesuffix("/user/sign")
        target = onetime.target_of(given["validity"], prefix, flask.request.root_path)
        token = service.sign(services(), current_identity(), method=given["method"], target=target)
        seconds = services().settings.token.onetime_seconds
        return {"validity": given["validity"], "token": token, "expiresIn": seconds}
