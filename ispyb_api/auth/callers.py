"""From a token's claims to the person behind it, with rights no older than a few seconds."""

import threading
import time

from ispyb_api.auth import options
from ispyb_api.auth.identity import Identity, beamline_groups

_MOST = 10_000


class Callers:
    """Remember callers for ``seconds``, so that a page of requests costs one look at the database."""

    def __init__(self, seconds):
        self._seconds = seconds
        self._known = {}
        self._lock = threading.Lock()

    def find(self, tx_of, person_id, family):
        """Return the Identity, or None if the person is gone or the login was revoked.

        ``tx_of()`` begins a transaction; it is called only if the answer is not remembered.
        """
        key, now = (person_id, family), time.monotonic()
        remembered = self._known.get(key)
        if remembered and remembered[0] > now:
            return remembered[1]
        with tx_of() as tx:
            identity = _identity(tx.all("auth.caller", personId=person_id, family=family), person_id, family)
        with self._lock:
            if len(self._known) >= _MOST:
                self._known = {k: v for k, v in self._known.items() if v[0] > now}
            self._known[key] = (now + self._seconds, identity)
        return identity

    def forget(self, family):
        """Forget a login at once, in this process; the others follow within ``seconds``."""
        with self._lock:
            self._known = {k: v for k, v in self._known.items() if k[1] != family}


def _identity(rows, person_id, family):
    kinds = ("person", "permission", "family", "option", "samples")
    by_kind = {kind: [row for row in rows if row["kind"] == kind] for kind in kinds}
    if not by_kind["person"] or not by_kind["family"]:
        return None
    person = by_kind["person"][0]
    return Identity(
        login=person["name"],
        person_id=person_id,
        family=family,
        givenName=person["a"],
        familyName=person["b"],
        permissions=frozenset(row["name"] for row in by_kind["permission"]),
        all_groups=beamline_groups(_text(by_kind["option"][-1])) if by_kind["option"] else (),
        shared_samples=bool(by_kind["samples"]),
    )


def _text(option):
    return options.in_force(option["name"], option["a"], option["b"])
