"""Logging in, refreshing, logging out, signing one request."""

import logging

from ispyb_api.auth import activity, onetime, persons
from ispyb_api.auth.backends.base import PasswordBackend, TokenBackend
from ispyb_api.errors import ApiError, Conflict, Invalid, Unauthenticated

log = logging.getLogger(__name__)

_WRONG = "Login or password is wrong."
_USED = "The refresh token is unknown, used or expired: log in again."
_NO_LOGIN = "This is not a login of ours: a service token is revoked by who made it, a provider's ends at the provider."


def log_in(services, **given):
    """Return the tokens of a new login; what is wrong with a refused one is not said."""
    return _with_permissions(services, admit(services, services.tokens.begin, **given))


def admit(services, begin, *, plugin, login, password, token=None, address=None):
    """Return what ``begin(tx, login=, person_id=, backend=, groups=)`` makes for somebody whom a backend knows."""
    backend = _backend(services.backends, plugin, TokenBackend if token else PasswordBackend)
    services.attempts.check(login, address)
    try:
        begun = _begin(services, begin, backend, _known(backend, login, password, token))
    except Unauthenticated as refusal:
        services.attempts.failed(login, address)
        _record_refusal(services, backend, login, refusal)
        raise
    services.cleaning.now_and_then()
    return begun


def _known(backend, login, password, token):
    """Return who this is; raise Unauthenticated if the backend does not know, without saying why."""
    known = None
    if isinstance(backend, TokenBackend):
        known = backend.read(token) if token else None
        known = known if known and (login or known.login).casefold() == known.login.casefold() else None
    elif login and password and "\x00" not in login:
        known = backend.check(login, password)
    if known is None:
        raise Unauthenticated(_WRONG)
    return known


def _begin(services, begin, backend, known):
    with services.database.transaction(write=True) as tx:
        person = persons.find_or_make(tx, known, create=services.settings.auth.create_person_on_missing)
        return begin(tx, login=person["login"], person_id=person["personId"], backend=backend.name, groups=known.groups)


def _record_refusal(services, backend, login, refusal):
    """Write down that somebody was refused; a login that nobody has is not: it may be a password."""
    log.info("login refused", extra={"backend": backend.name})
    try:
        with services.database.transaction(write=True) as tx:
            known = tx.value("auth.known_login", login=login) if login else None
            what = str(refusal) if known else f"{refusal} Nobody has this login."
            activity.record(tx, login=known, action=activity.Action.LOGIN_REFUSED, target=backend.name, detail=what)
    except ApiError as exc:
        log.warning("a refused login was not written down: %s", exc)


def refresh(services, refresh_token):
    """Return the next pair of tokens."""
    with services.database.transaction(write=True) as tx:
        pair = services.tokens.rotate(tx, refresh_token)
    if pair is None:
        raise Unauthenticated(_USED)
    return _with_permissions(services, pair)


def log_out(services, identity):
    """End the caller's login with all its tokens."""
    _must_be_a_login(identity)
    with services.database.transaction(write=True) as tx:
        services.tokens.end(tx, identity.family)
        target = f"login {identity.family}"
        activity.record(tx, login=identity.login, action=activity.Action.LOGOUT, target=target)
    services.callers.forget(identity.family)


def log_out_everywhere(services, identity):
    """End all logins of the caller's person."""
    _must_be_a_login(identity)
    with services.database.transaction(write=True) as tx:
        families = [row["familyId"] for row in tx.all("auth.families_of", personId=identity.person_id)]
        services.tokens.end(tx, *families)
        detail = f"{len(families)} logins"
        activity.record(tx, login=identity.login, action=activity.Action.LOGOUT_EVERYWHERE, detail=detail)
    services.callers.forget(*families)


def sign(services, identity, *, method, target):
    """Return a one-time token that acts for the caller's login."""
    _must_be_a_login(identity)
    with services.database.transaction(write=True) as tx:
        token = onetime.sign(
            tx,
            family=identity.family,
            person_id=identity.person_id,
            method=method,
            target=target,
            seconds=services.settings.token.onetime_seconds,
        )
    services.cleaning.now_and_then()
    return token


def _must_be_a_login(identity):
    if identity.family is None:
        raise Conflict(_NO_LOGIN)


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
