"""Logins listed in the settings, with argon2 hashes: for the demo, tests and small sites."""

import contextlib
import secrets

import argon2
import marshmallow as ma
from marshmallow import fields

from ispyb_api.auth.backends.base import PasswordBackend
from ispyb_api.auth.identity import Known

# Who can log in to the demo, with passwords that are printed in its documentation.
DEMO_LOGINS = ("admin", "pi", "member", "contact", "staff", "outsider", "service")

_hasher = argon2.PasswordHasher()
_quick = argon2.PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1)


def _is_hash(text):
    try:
        argon2.extract_parameters(text)
    except argon2.exceptions.InvalidHashError:
        raise ma.ValidationError("Not a hash as 'ispyb-api hash-password' makes it.") from None


class UserSchema(ma.Schema):
    login = fields.String(required=True)
    password_hash = fields.String(required=True, validate=_is_hash)


class OptionsSchema(ma.Schema):
    users = fields.List(fields.Nested(UserSchema), required=True)
    demo = fields.Boolean(load_default=False)

    @ma.validates_schema
    def _no_password_of_the_demo(self, given, **_):
        """Refuse the passwords that everybody knows, unless this is the demo."""
        known = [] if given["demo"] else [user["login"] for user in given["users"] if _is_the_demos(user)]
        if known:
            raise ma.ValidationError(f"The demo's passwords are left in: {', '.join(known)}.", "users")


def _is_the_demos(user):
    return user["login"] in DEMO_LOGINS and _fits(user["password_hash"], f"demo-{user['login']}")


def _fits(password_hash, password):
    try:
        return _hasher.verify(password_hash, password)
    except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return False


class StaticBackend(PasswordBackend):
    Options = OptionsSchema

    def __init__(self, users, demo=False):
        self._hashes = {user["login"].casefold(): (user["login"], user["password_hash"]) for user in users}
        self._nobody = _like([user["password_hash"] for user in users]).hash(secrets.token_urlsafe())

    def check(self, login, password):
        """Return who this is; an unknown login takes as long as a wrong password."""
        known, password_hash = self._hashes.get(login.casefold(), (None, self._nobody))
        return Known(known) if _fits(password_hash, password) and known else None


def _like(hashes):
    """Return a hasher that takes as long as most of ``hashes``."""
    found = []
    for each in hashes:
        with contextlib.suppress(argon2.exceptions.InvalidHashError):
            found.append(argon2.extract_parameters(each))
    return argon2.PasswordHasher.from_parameters(max(found, key=found.count)) if found else _hasher


def hashed(password, *, quick=False):
    """Return the hash to put into the settings; a ``quick`` one is for passwords that everybody knows."""
    return (_quick if quick else _hasher).hash(password)
