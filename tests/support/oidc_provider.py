"""A small OpenID Connect provider over the same realm, for machines without Keycloak and for tokens that it never signs."""

import base64
import hashlib
import json
import secrets
import threading
import time
from urllib.parse import urlencode, urlsplit

import flask
import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from werkzeug.serving import make_server

from tests.support import oidc

_FORM = """<!doctype html><title>Sign in</title><form method="post">
<input id="username" name="username"><input id="password" name="password" type="password">
<button id="kc-login">Sign in</button></form>"""


class SmallProvider(oidc.Realm):
    """Serves the realm from a thread; ``fetches`` counts how often its keys were asked for."""

    def __init__(self):
        self._realm = json.loads(oidc.REALM.read_text(encoding="utf-8"))
        self._clients = {each["clientId"]: each for each in self._realm["clients"]}
        self._users = {each["username"]: each for each in self._realm["users"]}
        self._logins, self._codes, self._pages = {}, {}, []  # {refresh token or code: what belongs to it}
        self.signers = {"ES256": ("elliptic", ec.generate_private_key(ec.SECP256R1()))}
        self._published = []
        self.fetches = 0
        self._publish("ES256")
        self.rotate()

    def start(self, port=0):
        app = flask.Flask(__name__, static_folder=None)
        app.after_request(self._shared)
        app.add_url_rule(f"/realms/{oidc.NAME}/.well-known/openid-configuration", "discovery", self._discovery)
        for name, methods in (("certs", ["GET"]), ("token", ["POST"]), ("logout", ["POST"]), ("auth", ["GET", "POST"])):
            path = f"/realms/{oidc.NAME}/protocol/openid-connect/{name}"
            app.add_url_rule(path, name, getattr(self, f"_{name}"), methods=methods)
        self._http = make_server("127.0.0.1", port, app, threaded=True)
        self.server = f"http://127.0.0.1:{self._http.server_port}"
        threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def kill(self):
        if self._http:
            self._http.shutdown()
            self._http.server_close()
        self._http = None

    def rotate(self):
        """Sign with a new key from now on; the old one stays published."""
        self.signers["RS256"] = secrets.token_hex(8), rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self._publish("RS256")

    def withdraw(self):
        """Publish only the keys in use."""
        self._published = []
        for algorithm in self.signers:
            self._publish(algorithm)

    def allow(self, page):
        self._pages.append(page)

    def claims(self, login="member", client=oidc.UI, **changes):
        """Return what Keycloak would say of a user; None leaves a claim out."""
        user, now = self._users[login], int(time.time())
        mappers = {each["name"] for each in self._clients[client].get("protocolMappers", [])}
        lifespan = int(self._clients[client].get("attributes", {}).get("access.token.lifespan", 300))
        found = {
            "exp": now + lifespan, "iat": now, "jti": secrets.token_hex(8), "iss": self.issuer, "typ": "Bearer",
            "aud": [oidc.AUDIENCE, "account"] if "audience" in mappers else "account", "azp": client,
            "sub": hashlib.sha256(login.encode()).hexdigest(), "scope": "profile email",
            "realm_access": {"roles": user["realmRoles"]},
            "resource_access": {name: {"roles": roles} for name, roles in user.get("clientRoles", {}).items()},
            "groups": user.get("groups", []) if "groups" in mappers else None,
            "preferred_username": login, "given_name": user["firstName"], "family_name": user["lastName"],
            "email": user["email"], "email_verified": user["emailVerified"],
        }  # fmt: skip
        return {name: value for name, value in {**found, **changes}.items() if value is not None}

    def sign(self, claims, algorithm="RS256", **headers):
        """Return a token, with ``headers`` that replace its own; by hand, for PyJWT would not sign what is wrong."""
        kid, key = self.signers[algorithm]
        parts = f"{oidc.encoded({'alg': algorithm, 'typ': 'JWT', 'kid': kid, **headers})}.{oidc.encoded(claims)}"
        return f"{parts}.{oidc.encoded(jwt.get_algorithm_by_name(algorithm).sign(parts.encode(), key))}"

    def other_realms_token(self):
        return self.sign(self.claims(iss=f"{self.server}/realms/master"))

    def _publish(self, algorithm):
        kid, key = self.signers[algorithm]
        public = jwt.get_algorithm_by_name(algorithm).to_jwk(key.public_key(), as_dict=True)
        public.pop("key_ops", None)
        self._published.append({**public, "kid": kid, "use": "sig", "alg": algorithm})

    def _discovery(self):
        return {"issuer": self.issuer, "jwks_uri": self.endpoint("certs")}

    def _certs(self):
        self.fetches += 1
        return {"keys": self._published}

    def _auth(self):
        """Show a page to log in, then send the browser back with a code."""
        asked, form = flask.request.args, flask.request.form
        known = asked["client_id"] == oidc.SWAGGER and asked["redirect_uri"] in self._pages
        if not known or asked.get("code_challenge_method") != "S256":
            return "no such client, page or PKCE", 400
        if flask.request.method == "GET" or form["password"] != oidc.password(form["username"]):
            return _FORM
        code = secrets.token_hex(16)
        self._codes[code] = form["username"], asked["code_challenge"], asked["redirect_uri"]
        return flask.redirect(f"{asked['redirect_uri']}?{urlencode({'state': asked['state'], 'code': code})}")

    def _token(self):
        form = flask.request.form
        login = getattr(self, f"_by_{form['grant_type']}")(form)
        if login is None:
            return {"error": "invalid_grant"}, 400
        claims = self.claims(login, form["client_id"])
        algorithm = "ES256" if form["client_id"] == oidc.ELLIPTIC else "RS256"
        refresh = secrets.token_hex(16)
        self._logins[refresh] = login
        about = self.sign({**claims, "typ": "ID", "aud": form["client_id"], "at_hash": "x"}, algorithm)
        return {"access_token": self.sign(claims, algorithm), "refresh_token": refresh, "id_token": about}

    def _shared(self, response):
        """Let the pages that people are sent back to read the answer, as Keycloak does."""
        origins = {f"{page.scheme}://{page.netloc}" for page in map(urlsplit, self._pages)}
        if flask.request.origin in origins:
            response.headers["Access-Control-Allow-Origin"] = flask.request.origin
            response.headers["Access-Control-Allow-Headers"] = "X-Requested-With, Content-Type"
        return response

    def _by_password(self, form):
        return form["username"] if form["password"] == oidc.password(form["username"]) else None

    def _by_refresh_token(self, form):
        return self._logins.get(form["refresh_token"])

    def _by_authorization_code(self, form):
        login, challenge, page = self._codes.pop(form["code"], (None, None, None))
        proof = base64.urlsafe_b64encode(hashlib.sha256(form["code_verifier"].encode()).digest()).rstrip(b"=").decode()
        return login if (proof, form["redirect_uri"]) == (challenge, page) else None

    def _logout(self):
        self._logins.pop(flask.request.form["refresh_token"], None)
        return "", 204
