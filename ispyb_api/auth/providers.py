"""Access tokens of identity providers, taken on every route as our own are."""

import threading
import time

import jwt

from ispyb_api.auth import options, persons
from ispyb_api.auth.backends.base import TokenBackend
from ispyb_api.auth.identity import Identity, beamline_groups
from ispyb_api.errors import Unauthenticated

_MOST = 10_000


class Providers:
    """Ask the backends that read tokens, in the settings' order; remember who it was for ``seconds``.

    What is remembered is forgotten when the token expires, however long ``seconds`` are.
    """

    def __init__(self, backends, *, ours, seconds, create):
        self._backends = tuple(each for each in backends.values() if isinstance(each, TokenBackend))
        self._ours, self._seconds, self._create = ours, seconds, create
        self._known = {}
        self._lock = threading.Lock()

    def find(self, token, database):
        """Return the Identity, or None if no provider issued the token; raise Unauthenticated if it is bad."""
        if not self._backends:
            return None
        until, identity = self._known.get(token, (0, None))
        if until > time.monotonic():
            return identity
        known = self._read(token)
        if known is None:
            return None
        identity = self._person(known, database)
        self._remember(token, identity, known.expires)
        return identity

    def _read(self, token):
        if _issuer(token) == self._ours:
            return None
        return next(filter(None, (backend.read(token) for backend in self._backends)), None)

    def _person(self, known, database):
        identity = _ask(database, known)
        if identity is None:
            with database.transaction(write=self._create) as tx:
                persons.find_or_make(tx, known, create=self._create)  # or say why not
            identity = _ask(database, known)
        if identity is None:
            raise Unauthenticated("The person of this login is gone: log in again.")
        return identity

    def _remember(self, token, identity, expires):
        now, seconds = time.monotonic(), self._seconds
        if expires is not None:
            seconds = min(seconds, expires - time.time())
        if seconds <= 0:
            return
        with self._lock:
            if len(self._known) >= _MOST:
                self._known = {key: each for key, each in self._known.items() if each[0] > now}
            self._known[token] = (now + seconds, identity)


def _issuer(token):
    """Return what the token says of its issuer, who may be anybody: nothing is verified here."""
    try:
        return jwt.decode(token, options={"verify_signature": False}).get("iss")
    except (jwt.PyJWTError, ValueError, RecursionError):
        return None


def _ask(database, known):
    """Return the one person with that login, with rights fresh from the database and from the token's groups."""
    with database.transaction() as tx:
        rows = tx.all("auth.caller_of_provider", login=known.login, groups=sorted(known.groups))
    of = {kind: [row for row in rows if row["kind"] == kind] for kind in ("person", "permission", "samples", "option")}
    if len(of["person"]) != 1:
        return None
    person = of["person"][0]
    option = of["option"][-1] if of["option"] else None
    return Identity(
        login=person["name"],
        person_id=person["personId"],
        family=None,
        givenName=person["a"],
        familyName=person["b"],
        permissions=frozenset(row["name"] for row in of["permission"]),
        all_groups=beamline_groups(options.in_force(option["name"], option["a"], option["b"])) if option else (),
        shared_samples=bool(of["samples"]),
    )
