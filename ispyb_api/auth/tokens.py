"""Our own tokens: short signed ones for access, long opaque ones that rotate for refreshing them."""

import base64
import contextlib
import datetime
import json
import re
import time
import uuid
from contextvars import ContextVar
from dataclasses import dataclass

import jwt
from flask_jwt_extended import JWTManager, create_access_token

from ispyb_api.auth import activity, clock, keys, opaque
from ispyb_api.errors import Unauthenticated

_ALGORITHM, _TYPE = "HS256", "at+jwt"
_HEADER = {"alg", "typ", "kid"}  # and nothing else: no key of the token's own, no nesting, no extension
_CLAIMS = ["iss", "aud", "sub", "iat", "exp", "jti"]
_FORM = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{43}")  # three parts, the last of 256 bits
_KID = re.compile(r"[a-z0-9]{1,16}")
_LEEWAY = 5  # seconds by which another server's clock may be ahead
_LONGEST = 4096
_MOST = 1000
_MAX_ID = 2**31 - 1
_BAD = "The token is not valid: log in again."
_EXPIRED = "The token has expired: refresh it or log in again."
_REFRESH_TOKEN = opaque.pattern(opaque.REFRESH)
FAMILY, PERSON = "fam", "pid"
_key = ContextVar("key of the token in hand")


@dataclass(frozen=True)
class Claims:
    login: str
    person_id: int
    family: str
    kid: str


def register(app, settings):
    """Tell flask-jwt-extended how our access tokens are made."""
    app.config.update(
        JWT_ALGORITHM=_ALGORITHM,
        JWT_ENCODE_ISSUER=settings.issuer,
        JWT_ENCODE_AUDIENCE=settings.issuer,
        JWT_ACCESS_TOKEN_EXPIRES=datetime.timedelta(minutes=settings.access_minutes),
        JWT_ENCODE_NBF=False,
        JWT_COOKIE_CSRF_PROTECT=False,
    )
    JWTManager(app).encode_key_loader(lambda identity: _key.get())


class Tokens:
    """Make and read tokens; refresh tokens are stored as hashes only."""

    def __init__(self, settings):
        self.access_seconds = settings.access_minutes * 60
        self._refresh = datetime.timedelta(hours=settings.refresh_hours)
        self._login = datetime.timedelta(days=settings.login_days)
        self._issuer = settings.issuer
        self._keys = keys.Keys(settings)
        self._verified = {}  # {token: (when it expires, claims)}

    def read(self, token):
        """Return an access token's claims; raise Unauthenticated if it is not one of ours, or expired.

        Whether its key is still in use, and its login, the database knows.  What was verified is remembered until it
        expires: to verify a token takes longer than many a query.
        """
        expires, claims = self._verified.get(token, (0, None))
        if expires <= time.time():
            expires, claims = self._verify(token)
            if len(self._verified) >= _MOST:
                self._verified.clear()
            self._verified[token] = expires, claims
        return claims

    def _verify(self, token):
        if len(token) > _LONGEST or not _FORM.fullmatch(token):
            raise Unauthenticated(_BAD)
        try:
            kid = _kid(token)
            decoded = self._decoded(token, kid)
            expires, claims = decoded["exp"], _claims(decoded, kid)
            if expires > time.time():
                return expires, claims
        except jwt.ExpiredSignatureError:
            pass
        except (jwt.PyJWTError, KeyError, TypeError, ValueError, ArithmeticError, RecursionError):
            raise Unauthenticated(_BAD) from None
        raise Unauthenticated(_EXPIRED)

    def _decoded(self, token, kid):
        # flask-jwt-extended's own decoding takes a token apart twice, and cannot ask for every claim.
        for key in self._keys.named(kid):
            with contextlib.suppress(jwt.InvalidSignatureError):
                return jwt.decode(
                    token,
                    key,
                    algorithms=[_ALGORITHM],
                    issuer=self._issuer,
                    audience=self._issuer,
                    leeway=_LEEWAY,
                    options={"require": _CLAIMS, "strict_aud": True},
                )
        raise jwt.InvalidSignatureError

    def begin(self, tx, *, login, person_id, backend, groups=()):
        """Start a login; return its first pair of tokens."""
        now = clock.now()
        ends = self._ends(now, now)
        family = begin_family(tx, login=login, person_id=person_id, backend=backend, groups=groups, ends=ends)
        return self._pair(tx, login, person_id, family, ends)

    def rotate(self, tx, refresh_token):
        """Return a new pair for an unused refresh token; None if it is not one, and if used before, end its login."""
        if not _REFRESH_TOKEN.fullmatch(refresh_token):
            return None
        now, token_hash = clock.now(), opaque.digest(refresh_token)
        found = tx.one("auth.refresh_token", tokenHash=token_hash)
        if found is None or found["revokedAt"] or clock.read(found["expiresAt"]) <= now:
            return None
        login, family = found["login"], found["familyId"]
        if not tx.run("auth.use_refresh_token", tokenHash=token_hash, usedAt=now):
            self.end(tx, family)  # used before: somebody has a copy
            activity.record(tx, login=login, action=activity.Action.REFRESH_REUSED, target=_named(family))
            return None
        ends = self._ends(clock.read(found["createdAt"]), now)
        tx.run("auth.extend_family", familyId=family, lastUsedAt=now, expiresAt=ends)
        return self._pair(tx, login, found["personId"], family, ends)

    def end(self, tx, *families):
        """Revoke logins with all their tokens."""
        tx.run("auth.revoke_families", families=families, revokedAt=clock.now())

    def _ends(self, begun, now):
        """Return when a login ends that nobody uses from now on; in the end its backend must say again who that is."""
        return min(now + self._refresh, begun + self._login)

    def _pair(self, tx, login, person_id, family, ends):
        refresh_token = opaque.make(opaque.REFRESH)
        tx.run("auth.add_refresh_token", tokenHash=opaque.digest(refresh_token), familyId=family,
               createdAt=clock.now(), expiresAt=ends)  # fmt: skip
        return {"login": login, "personId": person_id, "family": family,
                "token": self._access_token(keys.in_use(tx), login, person_id, family),
                "refreshToken": refresh_token, "expiresIn": self.access_seconds}  # fmt: skip

    def _access_token(self, kid, login, person_id, family):
        _key.set(self._keys.named(kid)[0])
        claims = {PERSON: person_id, FAMILY: family}
        return create_access_token(login, additional_claims=claims, additional_headers={"typ": _TYPE, "kid": kid})


def begin_family(tx, *, login, person_id, backend, groups, ends):
    """Start a login, without a token yet; return what its tokens will have in common."""
    family = uuid.uuid4().hex
    tx.run("auth.add_family", familyId=family, login=login, personId=person_id, backend=backend,
           createdAt=clock.now(), expiresAt=ends)  # fmt: skip
    for group in sorted(groups):
        tx.run("auth.add_family_group", familyId=family, groupName=group)
    activity.record(tx, login=login, action=activity.Action.LOGIN, target=_named(family), detail=backend)
    return family


def _kid(token):
    """Return the name of the key, unverified; a header that is not as we write it is a ValueError.

    PyJWT would take the whole token apart for that, and then once more to verify it.
    """
    part = token.partition(".")[0]
    header = json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    kid = header["kid"]
    if header.keys() != _HEADER or header["alg"] != _ALGORITHM or header["typ"] != _TYPE or not _KID.fullmatch(kid):
        raise ValueError
    return kid


def _claims(decoded, kid):
    """Return what we put into a token; anything else about it is a ValueError."""
    login, person_id, family = decoded["sub"], decoded[PERSON], decoded[FAMILY]
    as_we_make_them = type(person_id) is int and 0 < person_id <= _MAX_ID and type(login) is type(family) is str
    if type(decoded["exp"]) is not int or decoded["type"] != "access" or not as_we_make_them:
        raise ValueError
    return Claims(login, person_id, family, kid)


def _named(family):
    """Return how the record calls a login."""
    return f"login {family}"
