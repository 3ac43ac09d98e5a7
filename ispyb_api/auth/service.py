"""Logging in, refreshing, logging out."""

import logging

from ispyb_api.errors import Invalid, Unauthenticated

log = logging.getLogger(__name__)

_WRONG = "Login or password is wrong."
_USED = "The refresh token is unknown, used or expired: log in again."


def log_in(services, *, plugin, login, password):
    """Return the tokens of a new login; what is wrong with a refused one is not said."""
    if not login or not password or "\x00" in login:
        raise Unauthenticated(_WRONG)
    name, backend = _backend(services, plugin)
    known = backend.check(login, password)
    if known is None:
        log.info("login refused", extra={"backend": name})
        raise Unauthenticated(_WRONG)
    with services.database.transaction(write=True) as tx:
        person = _person(tx, known, services.settings.auth.create_person_on_missing)
        pair = services.tokens.begin(tx, login=person["login"], person_id=person["personId"], backend=name)
    return _with_permissions(services, pair)


def refresh(services, refresh_token):
    """Return the next pair of tokens."""
    with services.database.transaction(write=True) as tx:
        pair = services.tokens.rotate(tx, refresh_token)
    if pair is None:
        raise Unauthenticated(_USED)
    return _with_permissions(services, pair)


def log_out(services, family):
    """End a login with all its tokens."""
    with services.database.transaction(write=True) as tx:
        services.tokens.end(tx, family)
    services.callers.forget(family)


def _backend(services, plugin):
    if not services.backends:
        raise Unauthenticated("No login backend is configured: add an [[auth.backend]] to the settings.")
    name = plugin or next(iter(services.backends))
    if name not in services.backends:
        raise Invalid(errors={"plugin": [f"Must be one of: {', '.join(services.backends)}."]})
    return name, services.backends[name]


def _person(tx, known, create):
    found = tx.all("auth.persons_with_login", login=known.login)
    if len(found) > 1:
        log.error(
            "login refused: several persons have the login", extra={"persons": [each["personId"] for each in found]}
        )
        raise Unauthenticated("Several persons have this login: ask the user office to correct it.")
    if found:
        return found[0]
    if not create:
        raise Unauthenticated("User does not exist in database: ask the user office to add this login.")
    person_id = tx.value(
        "auth.add_person", login=known.login, givenName=known.givenName, familyName=known.familyName,
        emailAddress=known.emailAddress, phoneNumber=known.phoneNumber,
    )  # fmt: skip
    return {"personId": person_id, "login": known.login}


def _with_permissions(services, pair):
    identity = services.callers.find(services.database.transaction, pair["personId"], pair["family"])
    if identity is None:
        raise Unauthenticated(_USED)
    public = {key: pair[key] for key in ("login", "token", "refreshToken", "expiresIn")}
    return {**public, "permissions": sorted(identity.permissions)}
