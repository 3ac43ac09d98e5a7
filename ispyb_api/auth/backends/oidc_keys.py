"""The keys with which an identity provider signs: found from its address, kept while it is away."""

import logging
import threading
import time

import jwt

from ispyb_api.auth.backends.oidc_web import ProviderAway

log = logging.getLogger(__name__)

# For so many seconds a token with an unknown key waits for another's question: anybody may send such tokens, and a provider
# that hangs would hold a thread for each.
_WAIT = 1.0

# In seconds: when the keys are asked for anew, so that one that the provider took back is refused from then on; for how
# long they are believed though the provider cannot be asked; and between two attempts while it is away.
_FRESH, _KEPT, _RETRY = 300, 24 * 3600, 5


class Keys:
    """The signing keys by their ids.

    PyJWT's own client drops its keys when they are five minutes old and the provider is away; these stay.
    A key id that is unknown is asked for at most once every ``cooldown`` seconds, whoever invents them.
    """

    def __init__(self, web, issuer, *, discovery_url, algorithms, cooldown):
        self._web, self._issuer, self._discovery_url = web, issuer, discovery_url
        self._algorithms, self._cooldown = algorithms, cooldown
        self._keys, self._jwks_uri, self._fetched = {}, None, None
        self._next_unknown = self._next_attempt = 0.0
        self._asking = threading.Lock()

    def find(self, kid):
        """Return the key, or None if the provider has no such key; raise ProviderAway if that cannot be known."""
        key, turn = self._known(kid), True
        if self._due(key):
            turn = self._asking.acquire(timeout=0 if key else _WAIT)
            try:
                if turn and self._due(key := self._known(kid)):
                    self._ask(forced=bool(self._keys) and key is None)
            finally:
                if turn:
                    self._asking.release()
        key = self._known(kid)
        if key is None and (self._next_attempt or not turn):
            raise ProviderAway("its keys cannot be had")
        return key

    def fetch(self):
        """Ask for the keys now; return how many there are, or raise ProviderAway."""
        with self._asking:
            self._keys, self._fetched = self._current(), time.monotonic()
        return len(self._keys)

    def _known(self, kid):
        if self._fetched is None or time.monotonic() - self._fetched > _KEPT:
            return None
        return self._keys.get(kid)

    def _due(self, key):
        now = time.monotonic()
        if now < self._next_attempt:
            return False
        if self._fetched is None or now - self._fetched > _FRESH:
            return True
        return key is None and now >= self._next_unknown

    def _ask(self, *, forced):
        if forced:
            self._next_unknown = time.monotonic() + self._cooldown
        try:
            self._keys, self._fetched, self._next_attempt = self._current(), time.monotonic(), 0.0
        except ProviderAway as exc:
            self._jwks_uri, self._next_attempt = None, time.monotonic() + _RETRY
            log.warning("an identity provider cannot be asked", extra={"issuer": self._issuer, "reason": str(exc)})

    def _current(self):
        self._jwks_uri = self._jwks_uri or self._discovered()
        document = self._web.document(self._jwks_uri)
        try:
            found = jwt.PyJWKSet.from_dict(document)
        except jwt.PyJWTError:
            raise ProviderAway("it has no usable keys") from None
        return {key.key_id: key for key in found.keys if self._signs(key)}

    def _signs(self, key):
        fits = isinstance(key.key_id, str) and key.algorithm_name in self._algorithms
        return fits and key.public_key_use in ("sig", None) and not key.Algorithm.check_key_length(key.key)

    def _discovered(self):
        document = self._web.document(self._discovery_url)
        if document.get("issuer") != self._issuer:
            raise ProviderAway("the document there is another issuer's: correct the setting issuer")
        return document.get("jwks_uri")
