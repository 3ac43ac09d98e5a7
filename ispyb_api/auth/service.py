"""Logging in, refreshing, logging out."""

import logging

from ispyb_api.auth import persons
from ispyb_api.auth.backends.base import PasswordBackend, TokenBackend
from ispyb_api.errors import Conflict, Invalid, Unauthenticated

log = logging.getLogger(__name__)

_WRONG = "Login or password is wrong."
_USED = "The refresh token is unknown, used or expired: log in again."


def log_in(services, *, plugin, login, password, token=None):
    """Return the tokens of a new login; what is wrong with a refused one is not said."""
    backend = _backend(services.backends, plugin, TokenBackend if token else PasswordBackend)
    known = _known(backend, login, password, token)
    if known is None:
        log.info("login refused", extra={"backend": backend.name})
        raise Unauthenticated(_WRONG)
    with services.database.transaction(write=True) as tx:
        person = persons.find_or_make(tx, known, create=services.settings.auth.create_person_on_missing)
        pair = services.tokens.begin(
            tx, login=person["login"], person_id=person["personId"], backend=backend.name, groups=known.groups
        )
    return _with_permissions(services, pair)


def _known(backend, login, password, token):
    if isinstance(backend, TokenBackend):
        known = backend.read(token) if token else None
        return known if known and (login or known.login).casefold() == known.login.casefold() else None
    if not login or not password or "\x00" in login:
        return None
    return backend.check(login, password)


def refresh(services, refresh_token):
    """Return the next pair of tokens."""
    with services.database.transaction(write=True) as tx:
        pair = services.tokens.rotate(tx, refresh_token)
    if pair is None:
        raise Unauthenticated(_USED)
    return _with_permissions(services, pair)


def log_out(services, family):
    """End a login with all its tokens."""
    if family is None:
        raise Conflict("This token is your identity provider's: log out there.")
    with services.database.transaction(write=True) as tx:
        services.tokens.end(tx, family)
    services.callers.forget(family)


def _backend(backends, plugin, kind):
    """Return the backend of that name, or the first one that takes what was sent."""
    if plugin:
        if plugin not in backends:
            raise Invalid(errors={"plugin": [f"Must be one of: {', '.join(backends)}."]})
        return backends[plugin]
    fitting = [backend for backend in backends.values() if isinstance(backend, kind)]
    if not fitting:
        raise Unauthenticated("No login backend takes this: GET /auth/config lists those there are.")
    return fitting[0]


def _with_permissions(services, pair):
    identity = services.callers.find(services.database.transaction, pair["personId"], pair["family"])
    if identity is None:
        raise Unauthenticated(_USED)
    public = {key: pair[key] for key in ("login", "token", "refreshToken", "expiresIn")}
    return {**public, "permissions": sorted(identity.permissions)}
