"""Our own tokens: short signed ones for access, long opaque ones that rotate for refreshing them."""

import datetime
import hashlib
import secrets
import time
import uuid
from dataclasses import dataclass

import jwt
from flask_jwt_extended import create_access_token, decode_token
from flask_jwt_extended.exceptions import JWTExtendedException

from ispyb_api.errors import Unauthenticated

_LONGEST = 4096
_MOST = 1000
_MAX_ID = 2**31 - 1
_BAD = "The token is not valid: log in again."
FAMILY, PERSON = "fam", "pid"


@dataclass(frozen=True)
class Claims:
    login: str
    person_id: int
    family: str


def configuration(settings):
    """Return what flask-jwt-extended is told: one algorithm, issuer and audience required."""
    return {
        "JWT_SECRET_KEY": settings.secret,
        "JWT_ALGORITHM": "HS256",
        "JWT_DECODE_ALGORITHMS": ["HS256"],
        "JWT_ENCODE_ISSUER": settings.issuer,
        "JWT_DECODE_ISSUER": settings.issuer,
        "JWT_ENCODE_AUDIENCE": settings.issuer,
        "JWT_DECODE_AUDIENCE": settings.issuer,
        "JWT_ACCESS_TOKEN_EXPIRES": datetime.timedelta(minutes=settings.access_minutes),
        "JWT_TOKEN_LOCATION": ["headers"],
        "JWT_ENCODE_NBF": False,
    }


class Tokens:
    """Make and read tokens; refresh tokens are stored as hashes only."""

    def __init__(self, settings):
        self.access_seconds = settings.access_minutes * 60
        self._refresh = datetime.timedelta(hours=settings.refresh_hours)
        self._verified = {}  # {token: (when it expires, claims)}

    def read(self, token):
        """Return an access token's claims; raise Unauthenticated if it is not one of ours, or expired.

        What was verified is remembered until it expires: to verify a token takes longer than many a query.
        """
        expires, claims = self._verified.get(token, (0, None))
        if expires <= time.time():
            expires, claims = self._verify(token)
            if len(self._verified) >= _MOST:
                self._verified.clear()
            self._verified[token] = expires, claims
        return claims

    def _verify(self, token):
        if len(token) > _LONGEST:
            raise Unauthenticated(_BAD)
        try:
            decoded = decode_token(token)
            return decoded["exp"], _claims(decoded)
        except jwt.ExpiredSignatureError:
            raise Unauthenticated("The token has expired: refresh it or log in again.") from None
        except (jwt.PyJWTError, JWTExtendedException, KeyError, TypeError, ValueError, RecursionError):
            raise Unauthenticated(_BAD) from None

    def begin(self, tx, *, login, person_id, backend, groups=()):
        """Start a login; return its first pair of tokens."""
        now, family = _now(), uuid.uuid4().hex
        tx.run("auth.forget_families", before=now - datetime.timedelta(days=7))
        tx.run("auth.add_family", familyId=family, login=login, personId=person_id, backend=backend,
               createdAt=now, expiresAt=now + self._refresh)  # fmt: skip
        for group in sorted(groups):
            tx.run("auth.add_family_group", familyId=family, groupName=group)
        return self._pair(tx, login, person_id, family)

    def rotate(self, tx, refresh_token):
        """Return a new pair for an unused refresh token, and whether the family had to be revoked instead."""
        found = tx.one("auth.refresh_token", tokenHash=_hash(refresh_token))
        if found is None or found["revokedAt"] or _moment(found["expiresAt"]) <= _now():
            return None
        if not tx.run("auth.use_refresh_token", tokenHash=_hash(refresh_token), usedAt=_now()):
            self.end(tx, found["familyId"])  # used before: somebody has a copy
            return None
        tx.run("auth.extend_family", familyId=found["familyId"], lastUsedAt=_now(), expiresAt=_now() + self._refresh)
        return self._pair(tx, found["login"], found["personId"], found["familyId"])

    def end(self, tx, family):
        """Revoke a login with all its tokens."""
        tx.run("auth.revoke_family", familyId=family, revokedAt=_now())

    def _pair(self, tx, login, person_id, family):
        refresh_token = secrets.token_urlsafe(48)
        tx.run("auth.add_refresh_token", tokenHash=_hash(refresh_token), familyId=family,
               createdAt=_now(), expiresAt=_now() + self._refresh)  # fmt: skip
        token = create_access_token(login, additional_claims={PERSON: person_id, FAMILY: family})
        return {"login": login, "personId": person_id, "family": family, "token": token,
                "refreshToken": refresh_token, "expiresIn": self.access_seconds}  # fmt: skip


def _claims(decoded):
    """Return what we put into a token; anything else about it is a ValueError."""
    login, person_id, family = decoded["sub"], decoded[PERSON], decoded[FAMILY]
    as_we_make_them = type(person_id) is int and 0 < person_id <= _MAX_ID and type(login) is type(family) is str
    if decoded["type"] != "access" or not decoded["exp"] or not as_we_make_them:
        raise ValueError
    return Claims(login, person_id, family)


def _hash(token):
    return hashlib.sha256(token.encode()).hexdigest()


def _now():
    return datetime.datetime.now(datetime.UTC).replace(tzinfo=None, microsecond=0)


def _moment(text):
    return datetime.datetime.fromisoformat(text)
