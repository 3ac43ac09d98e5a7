"""From somebody a login backend knows to his or her row in Person."""

import logging
import unicodedata

from ispyb_api.auth import clock, options
from ispyb_api.errors import Unauthenticated

log = logging.getLogger(__name__)

# What a directory may tell of a person, and how long each may be in Person.
_TOLD = {"givenName": 45, "familyName": 100, "emailAddress": 60, "phoneNumber": 45, "siteId": None}


def find_or_make(tx, known, *, create):
    """Return the person's row, refreshed with what the backend told; make one if ``create``, or if the option says so."""
    person = _found(tx, known.login)
    if person is None:
        if not (create or options.is_on(tx, "create_person_on_missing")):
            raise Unauthenticated("User does not exist in database: ask the user office to add this login.")
        tx.run(
            "auth.take_turn_of_new_persons", now=clock.now()
        )  # of several first logins at once, one makes the person
        person = _found(tx, known.login)
    told = {name: _cut(getattr(known, name), length) for name, length in _TOLD.items()}
    if person is None:
        return {"personId": tx.value("auth.add_person", login=known.login, **told), "login": known.login}
    if any(value is not None and value != person[name] for name, value in told.items()):
        tx.run("auth.refresh_person", personId=person["personId"], **told)
    return person


def _found(tx, login):
    """Return the one person with this login, None if there is none."""
    found = tx.all("auth.persons_with_login", login=login)
    if len(found) > 1:
        log.error(
            "login refused: several persons have the login", extra={"persons": [each["personId"] for each in found]}
        )
        raise Unauthenticated("Several persons have this login: ask the user office to correct it.")
    if found and not same_login(found[0]["login"], login):
        log.error("login refused: only a similar one is known", extra={"persons": [found[0]["personId"]]})
        raise Unauthenticated("Somebody else has a similar login: ask the user office to correct it.")
    return next(iter(found), None)


def same_login(one, other):
    """Tell whether two logins differ in capitals at most: to a database accents, and spaces at the end, make no difference."""
    return _plain(one) == _plain(other)


def _plain(login):
    return unicodedata.normalize("NFC", login).casefold()


def _cut(value, length):
    return value[:length] if isinstance(value, str) else value
