"""Tokens that stand in the paths of requests: opaque, of one login each, good for three hours and not a minute more.

They are for front ends that know no other place for them; ``ispyb_api/compat`` says which.
"""

import datetime
import threading

from ispyb_api.auth import clock, opaque, tokens

_LIFE = datetime.timedelta(hours=3)
_MOST = 10_000


class PathTokens:
    """Make and read them; whose a token is never changes, so that is remembered until it expires."""

    def __init__(self):
        self._known = {}  # {hash: (when it expires, person, family)}
        self._lock = threading.Lock()

    def begin(self, tx, *, login, person_id, backend, groups=()):
        """Start a login; return its token, its person and its family."""
        token, ends = opaque.make_for_paths(), clock.now() + _LIFE
        family = tokens.begin_family(tx, login=login, person_id=person_id, backend=backend, groups=groups, ends=ends)
        tx.run("auth.add_path_token", tokenHash=opaque.digest(token), familyId=family, expiresAt=ends)
        return {"token": token, "personId": person_id, "family": family}

    def read(self, tx_of, token):
        """Return (person, family) of a token that has not expired, else None."""
        if not opaque.IN_PATHS.fullmatch(token):
            return None
        key = opaque.digest(token)
        expires, *whose = self._known.get(key) or self._found(tx_of, key)
        return tuple(whose) if expires and expires > clock.now() else None

    def _found(self, tx_of, key):
        with tx_of() as tx:
            row = tx.one("auth.path_token", tokenHash=key)
        if row is None:
            return None, None, None
        found = clock.read(row["expiresAt"]), row["personId"], row["familyId"]
        with self._lock:
            if len(self._known) >= _MOST:
                self._known = {each: known for each, known in self._known.items() if known[0] > clock.now()}
            if len(self._known) < _MOST:
                self._known[key] = found
        return found
