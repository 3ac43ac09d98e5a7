"""How often one may fail to log in: per login and per address, in windows that grow, so that guessing gets slower.

Failures are counted, not logins: a pipeline may log in as often as it likes.  The counts are kept by each worker, or by
a Redis server for all of them.  If that is away the worker's own counts hold until it is back: nobody is locked out for
it, and nobody may guess without end.
"""

import hashlib
import ipaddress
import logging
import math
import time

from limits import parse_many
from limits.errors import ConfigurationError
from limits.storage import MemoryStorage, storage_from_string
from limits.strategies import FixedWindowRateLimiter

from ispyb_api.errors import TooManyRequests
from ispyb_api.settings import SettingsError

log = logging.getLogger(__name__)

_MEMORY = "memory://"
_RETRY = 30  # seconds for which a storage that failed is left alone
_TIMEOUTS = {"socket_connect_timeout": 1, "socket_timeout": 1}


class Attempts:
    """Counts of failed logins, under what the settings allow."""

    def __init__(self, settings):
        self._rules = tuple(
            (kind, rule)
            for kind, text in (("login", settings.failures_per_login), ("address", settings.failures_per_address))
            for rule in (parse_many(text) if text else ())
        )
        self._own = FixedWindowRateLimiter(MemoryStorage())
        self._shared = self._own
        if settings.failures_storage not in ("", _MEMORY):
            self._shared = FixedWindowRateLimiter(_storage(settings.failures_storage))
        self._away_until = 0.0

    def check(self, login, address):
        """Raise TooManyRequests, saying when to try again, if there were too many failures."""
        wait = max(self._each(_wait, login, address), default=0)
        if wait > 0:
            log.warning("logins are refused for a while", extra={"seconds": wait})
            raise TooManyRequests("There were too many failed logins: try again later.", retry_after=wait)

    def failed(self, login, address):
        """Count a failure."""
        self._each(_hit, login, address)

    def _each(self, ask, login, address):
        """Return what ``ask(limiter, rule, kind, key)`` says of every rule."""
        keys = {"login": _of_login(login), "address": _of_address(address)}
        asked = [(rule, kind, keys[kind]) for kind, rule in self._rules if keys[kind]]
        if self._shared is not self._own and time.monotonic() > self._away_until:
            try:
                return [ask(self._shared, *each) for each in asked]
            except Exception as exc:  # whatever the storage's driver raises
                self._away_until = time.monotonic() + _RETRY
                log.error("the storage of failed logins is away, counting in this worker: %s", type(exc).__name__)
        return [ask(self._own, *each) for each in asked]


def _storage(uri):
    try:
        return storage_from_string(uri, **_TIMEOUTS)
    except ConfigurationError:
        raise SettingsError("auth.failures_storage cannot be used: install ispyb-api[redis]") from None


def _wait(limiter, rule, kind, key):
    if limiter.test(rule, kind, key):
        return 0
    return max(1, math.ceil(limiter.get_window_stats(rule, kind, key).reset_time - time.time()))


def _hit(limiter, rule, kind, key):
    return limiter.hit(rule, kind, key)


def _of_login(login):
    """Return what stands for a login: a hash, for people also type passwords there."""
    return hashlib.sha256(login.strip().casefold().encode()).hexdigest()[:32] if login else None


def _of_address(address):
    """Return what stands for an address: of IPv6 the network, for one machine has as many addresses as it likes."""
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return address or None
    found = getattr(found, "ipv4_mapped", None) or found  # a server of both kinds sees all of IPv4 as one network
    return str(ipaddress.ip_network((int(found) >> 64 << 64, 64))) if found.version == 6 else str(found)
