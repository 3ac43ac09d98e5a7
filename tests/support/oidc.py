"""What tests ask of an identity provider, real or small: what its clients ask."""

import base64
import json
from pathlib import Path

import requests

REALM = Path(__file__).with_name("keycloak-realm.json")
NAME = json.loads(REALM.read_text(encoding="utf-8"))["realm"]
UI, ELLIPTIC, SHORT, ELSEWHERE, SWAGGER = "ispyb-ui", "ispyb-elliptic", "ispyb-short", "elsewhere", "ispyb-swagger"
AUDIENCE = "ispyb-api"


def password(login):
    """Return the password of one of the realm's users."""
    return f"sso-{login}"


def encoded(value):
    """Return JSON, text or bytes as a part of a token."""
    raw = value if isinstance(value, bytes) else (value if isinstance(value, str) else json.dumps(value)).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


class Realm:
    """A provider's realm, at ``server``."""

    server = ""

    @property
    def issuer(self):
        return f"{self.server}/realms/{NAME}"

    def endpoint(self, name):
        return f"{self.issuer}/protocol/openid-connect/{name}"

    def grant(self, login, client=UI):
        """Log somebody in at one of the realm's clients; return the provider's answer."""
        form = {"grant_type": "password", "client_id": client, "username": login, "password": password(login)}
        form["scope"] = "openid"
        return self._post("token", form).json()

    def token(self, login, client=UI):
        """Return an access token."""
        return self.grant(login, client)["access_token"]

    def refresh(self, refresh_token, client=UI):
        """Return the provider's answer to a refresh token."""
        form = {"grant_type": "refresh_token", "client_id": client, "refresh_token": refresh_token}
        return self._post("token", form, good=None)

    def log_out(self, refresh_token, client=UI):
        """End a login at the provider."""
        self._post("logout", {"client_id": client, "refresh_token": refresh_token})

    def keys(self):
        """Return the public keys, as the provider publishes them."""
        return requests.get(self.endpoint("certs"), timeout=10).json()["keys"]

    def _post(self, name, form, good=(200, 204)):
        answer = requests.post(self.endpoint(name), data=form, timeout=30)
        assert good is None or answer.status_code in good, answer.text
        return answer
