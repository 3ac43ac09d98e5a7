"""Access tokens that the server did not make, by somebody who has its secret, or who has not."""

import base64
import json

import jwt

from ispyb_api.auth import keys


def key_of(site, kid=keys.FIRST):
    """Return the key of that name, as only the server should know it."""
    return keys.Keys(site.settings.token).named(kid)[0]


def forged(site, login="member", *, claims=None, header=None, key=None, algorithm="HS256"):
    """Return a real token with its claims and its header changed, signed anew; None leaves one out."""
    token = site.token(login)
    changed = _changed(jwt.decode(token, options={"verify_signature": False}), claims)
    named = _changed(jwt.get_unverified_header(token), header)
    named.pop("alg", None)
    kid = named.get("kid", keys.FIRST)
    return jwt.encode(changed, key_of(site, str(kid)) if key is None else key, algorithm, headers=named)


def part(value):
    """Return one part of a token: JSON in base64."""
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def _changed(values, changes):
    return {name: value for name, value in {**values, **(changes or {})}.items() if value is not None}
