"""Access tokens of identity providers, taken on every route as our own are."""

import math
import time

from ispyb_api.auth import persons, unverified
from ispyb_api.auth.backends.base import TokenBackend
from ispyb_api.auth.callers import PROVIDER, of_provider
from ispyb_api.errors import Unauthenticated


class Providers:
    """Ask the backends that read tokens, in the settings' order; tokens of the issuer ``ours`` are not for them.

    Who it was is remembered by ``callers``, never longer than the token is good for.
    """

    def __init__(self, backends, callers, *, ours, create):
        self._backends = tuple(each for each in backends.values() if isinstance(each, TokenBackend))
        self._callers, self._ours, self._create = callers, ours, create

    def find(self, token, database):
        """Return the Identity, or None if no provider issued the token; raise Unauthenticated if it is bad."""
        if not self._backends:
            return None
        key = (PROVIDER, token)
        identity = self._callers.recall(key)
        if identity is None:
            known = self._read(token)
            if known is None:
                return None
            identity = self._person(known, database)
            left = math.inf if known.expires is None else known.expires - time.time()
            self._callers.remember(key, identity, left)
        return identity

    def _read(self, token):
        said = unverified.parts(token)
        if said and said[1].get("iss") == self._ours:
            return None
        return next(filter(None, (backend.read(token) for backend in self._backends)), None)

    def _person(self, known, database):
        identity = _ask(database, known)
        if identity is None:
            with database.transaction(write=True) as tx:
                persons.find_or_make(tx, known, create=self._create)  # or say why not
            identity = _ask(database, known)
        if identity is None:
            raise Unauthenticated("The person of this login is gone: log in again.")
        return identity


def _ask(database, known):
    with database.transaction() as tx:
        rows = tx.all("auth.caller_of_provider", login=known.login, groups=sorted(known.groups))
    return of_provider(rows, known.login)
