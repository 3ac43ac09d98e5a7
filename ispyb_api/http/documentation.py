"""The API's Swagger document."""

import flask

from ispyb_api.http.failures import Api


class DocumentedApi(Api):
    """An API whose Swagger page can log in: by login and password, or by pasting a token."""

    def __init__(self, blueprint, *, token_path, **options):
        self._token_path = token_path
        super().__init__(blueprint, doc="/docs", security=[{"login": []}, {"token": []}], **options)
        self.authorizations = {
            "login": {"type": "oauth2", "flow": "password", "tokenUrl": token_path, "scopes": {}},
            "token": {
                "type": "apiKey",
                "in": "header",
                "name": "Authorization",
                "description": "The word Bearer, a space, and an access token.",
            },
        }

    @property
    def __schema__(self):
        """The document; Swagger 2.0 wants the whole address of the login, which only the request knows."""
        document = super().__schema__
        address = flask.request.host_url.rstrip("/") + flask.request.script_root + self._token_path
        login = {**document["securityDefinitions"]["login"], "tokenUrl": address}
        return {**document, "securityDefinitions": {**document["securityDefinitions"], "login": login}}
