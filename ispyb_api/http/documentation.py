"""The API's Swagger document."""

import importlib.resources

import flask
from jinja2.utils import htmlsafe_json_dumps

from ispyb_api.http import models, openapi
from ispyb_api.http.failures import Api

OPENAPI = "/openapi.json"
REDIRECT_PAGE = "/oauth2-redirect.html"  # where Swagger UI expects it: beside its own page


class DocumentedApi(Api):
    """An API whose Swagger page can log in: by login and password, by pasting a token, or at an identity provider.

    ``sign_in`` says where the last of these is: client_id, scopes, authorization_url, token_url.  ``other_names`` are further names
    of shapes in the OpenAPI document, {name: what it is called here}.
    """

    def __init__(self, blueprint, *, token_path, sign_in=None, other_names=None, **options):
        self._token_path, self._sign_in = token_path, sign_in
        ways = ["login", "token", *(["provider"] if sign_in else [])]
        super().__init__(blueprint, doc="/docs", security=[{way: []} for way in ways], **options)
        # The page's dialog puts the cursor into the last of these, and scrolls to it: the one for most people stands there.
        self.authorizations = {
            "onetime": {
                "type": "apiKey",
                "in": "query",
                "name": "onetime",
                "description": "A token for this one request, from POST /user/sign; needs no header.",
            },
            "token": {
                "type": "apiKey",
                "in": "header",
                "name": "Authorization",
                "description": "The word Bearer, a space, and an access token or a service token.",
            },
            **({"provider": _at_provider(sign_in)} if sign_in else {}),
            "login": {
                "type": "oauth2",
                "flow": "password",
                "tokenUrl": token_path,
                "scopes": {},
                "description": "Your login and your password; leave client_id and client_secret empty.",
            },
        }
        if sign_in:
            blueprint.add_url_rule(REDIRECT_PAGE, "signed_in", _redirect_page)
        blueprint.add_url_rule(OPENAPI, "openapi", lambda: openapi.converted(self.__schema__, other_names))

    @property
    def __schema__(self):
        """The document; Swagger 2.0 wants the whole address of the login, which only the request knows."""
        models.complete(self)
        document = super().__schema__
        address = flask.request.host_url.rstrip("/") + flask.request.script_root + self._token_path
        login = {**document["securityDefinitions"]["login"], "tokenUrl": address}
        for methods in document["paths"].values():
            if "security" not in methods.get("get", {"security": None}):  # only what reads takes one-time tokens
                methods["get"]["security"] = [*document["security"], {"onetime": []}]
            for operation in methods.values():
                if openapi.TAKEN in operation:
                    operation["consumes"] = operation.pop(openapi.TAKEN)
        return {**document, "securityDefinitions": {**document["securityDefinitions"], "login": login}}

    def render_doc(self):
        """Return Swagger's page; flask-restx's own cannot say that the identity provider wants PKCE."""
        page = super().render_doc()
        if not self._sign_in:
            return page
        chosen = {
            "clientId": self._sign_in["client_id"],
            "scopes": self._sign_in["scopes"],
            "usePkceWithAuthorizationCodeGrant": True,
        }
        script = f'window.addEventListener("load", () => window.ui.initOAuth({htmlsafe_json_dumps(chosen)}));'
        return page.replace("</body>", f"<script>{script}</script></body>")


def _at_provider(sign_in):
    return {
        "type": "oauth2",
        "flow": "accessCode",
        "authorizationUrl": sign_in["authorization_url"],
        "tokenUrl": sign_in["token_url"],
        "scopes": dict.fromkeys(sign_in["scopes"], ""),
        "description": "Log in on the identity provider's own page.",
    }


def _redirect_page():
    """Answer the page to which the identity provider sends people back; it hands the code over and closes."""
    page = importlib.resources.files("flask_restx").joinpath("static", "oauth2-redirect.html")
    return flask.Response(page.read_text(encoding="utf-8"), mimetype="text/html")
