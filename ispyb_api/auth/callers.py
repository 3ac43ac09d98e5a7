"""From a token to the person behind it, with rights no older than a few seconds."""

import threading
import time

from ispyb_api.auth import clock, options
from ispyb_api.auth.identity import Identity, beamline_groups
from ispyb_api.auth.keys import Taken
from ispyb_api.auth.persons import same_login
from ispyb_api.auth.within import Limits, unpacked

_MOST = 10_000

# What callers are remembered by begins with its kind: what stands for a service token, its hash, must not be taken for
# the token of a provider.
_LOGIN, _SERVICE, PROVIDER = "login", "service", "provider"


class Callers:
    """Remember callers for ``seconds``, so that a page of requests costs one look at the database."""

    def __init__(self, seconds):
        self._seconds = seconds
        self._known = {}  # {what identifies the caller: (until when, Identity)}
        self._taken = Taken({})
        self._lock = threading.Lock()

    def find(self, tx_of, person_id, family, kid=None):
        """Return the Identity, or None if the person is gone, the login was revoked or the token's key retired.

        ``tx_of()`` begins a transaction; it is called only if the answer is not remembered.
        """
        key = (_LOGIN, person_id, family)
        identity = self.recall(key)
        if identity is None or not self._takes(kid):
            with tx_of() as tx:
                rows = _by_kind(tx.all("auth.caller", personId=person_id, family=family))
            self._taken = Taken({row["name"]: clock.read(row["a"]) for row in rows.get("key", ())})
            identity = _of_login(rows, person_id, family)
            self.remember(key, identity, self._seconds)
        return identity if self._takes(kid) else None

    def find_service(self, tx_of, token_hash):
        """Return the Identity of a service token's owner, cut down to the token; None if it is not in force."""
        key = (_SERVICE, token_hash)
        identity = self.recall(key)
        if identity is None:
            with tx_of() as tx:
                rows = _by_kind(tx.all("auth.caller_of_service", tokenHash=token_hash))
            identity, left = _of_service(rows)
            self.remember(key, identity, left)
        return identity

    def forget(self, *families):
        """Forget logins at once, in this process; the others follow within ``seconds``."""
        with self._lock:
            self._known = {key: each for key, each in self._known.items() if each[1].family not in families}

    def forget_everybody(self):
        """Look at every caller anew, likewise: somebody's rights have changed."""
        with self._lock:
            self._known = {}

    def forget_service(self, token_id):
        """Forget a service token, likewise."""
        with self._lock:
            self._known = {key: each for key, each in self._known.items() if each[1].service_token != token_id}

    def _takes(self, kid):
        return kid is None or kid in self._taken

    def recall(self, key):
        """Return the Identity that is remembered for a key, or None."""
        until, identity = self._known.get(key, (0, None))
        return identity if until > time.monotonic() else None

    def remember(self, key, identity, most):
        """Remember who was found, for ``most`` seconds if not less; strangers are not worth the memory."""
        now, seconds = time.monotonic(), min(self._seconds, most)
        with self._lock:
            if len(self._known) >= _MOST:
                self._known = {k: each for k, each in self._known.items() if each[0] > now}
            if identity is not None and seconds > 0 and len(self._known) < _MOST:
                self._known[key] = (now + seconds, identity)


def of_provider(rows, login):
    """Return the Identity of somebody whom an identity provider knows, or None unless one person has the login."""
    found = _by_kind(rows)
    if len(found.get("person", ())) != 1 or not same_login(found["person"][0]["name"], login):
        return None
    person_id, shared = found["person"][0]["personId"], "samples" in found
    return _identity(found, _permissions(found), person_id=person_id, family=None, shared_samples=shared)


def _by_kind(rows):
    found = {}
    for row in rows:
        found.setdefault(row["kind"], []).append(row)
    return found


def _of_login(rows, person_id, family):
    if "person" not in rows or "family" not in rows:
        return None
    return _identity(rows, _permissions(rows), person_id=person_id, family=family, shared_samples="samples" in rows)


def _of_service(rows):
    """Return the Identity and for how many seconds the token is in force; (None, 0) if it is not."""
    if "person" not in rows or "token" not in rows:
        return None, 0
    token, limits = rows["token"][0], rows["limits"][0]
    left = (clock.read(token["a"]) - clock.now()).total_seconds()
    if left <= 0:
        return None, 0
    given = frozenset(unpacked(token["name"]))
    limited = Limits(unpacked(limits["a"]), unpacked(limits["b"]))
    return _identity(
        rows,
        _permissions(rows) & given,
        person_id=int(limits["name"]),
        family=None,
        service_token=int(token["b"]),
        limits=limited if limited != Limits() else None,
    ), left


def _permissions(rows):
    return frozenset(row["name"] for row in rows.get("permission", ()))


def _identity(rows, permissions, **values):
    person, option = rows["person"][0], rows.get("option", [None])[-1]
    text = option and options.in_force(option["name"], option["a"], option["b"])
    return Identity(
        login=person["name"],
        givenName=person["a"],
        familyName=person["b"],
        permissions=permissions,
        all_groups=beamline_groups(text) if text else (),
        **values,
    )
