"""The keys that sign access tokens, and how one is changed.

A key has a name, the ``kid`` that its tokens carry, and is derived from the name and the secret in the settings: the
database keeps names only.  So a signature is verified without asking the database; whether the name is still taken is
asked together with who calls.  As long as no key was ever changed, the only one is called ``first``.
"""

import datetime
import functools
import hmac
import secrets

from ispyb_api.auth import activity, clock

FIRST = "first"
_KEPT = datetime.timedelta(days=30)  # for how long a retired key is remembered, for whoever looks into the table
_SLACK = datetime.timedelta(minutes=1)  # logins in flight, clocks that differ


class Keys:
    """The keys that an installation's secrets give."""

    def __init__(self, settings):
        self._secrets = (settings.secret, *settings.previous_secrets)

    @functools.lru_cache(64)  # noqa: B019 - as old as the process, as this is
    def named(self, kid):
        """Return the keys of that name: the one to sign with, then those that earlier secrets gave."""
        return tuple(
            hmac.digest(each.encode(), f"ispyb-api access token {kid}".encode(), "sha256") for each in self._secrets
        )


def in_use(tx):
    """Return the name of the key to sign with."""
    return tx.value("auth.key_in_use") or FIRST


def rotate(tx, *, access_minutes, at_once=False, by=None):
    """Begin to sign with a new key; return its name and when the old one's tokens end.

    That is when the last of them would have expired anyway, or now if ``at_once``: their holders refresh them.
    """
    now, kid = clock.now(), secrets.token_hex(8)
    ends = now if at_once else now + datetime.timedelta(minutes=access_minutes) + _SLACK
    tx.run("auth.forget_keys", long_ago=now - _KEPT)
    if not tx.value("auth.key_in_use"):
        tx.run("auth.add_key", kid=FIRST, createdAt=now)
    tx.run("auth.retire_keys", retiresAt=ends)
    tx.run("auth.add_key", kid=kid, createdAt=now)
    activity.record(tx, login=by, action=activity.Action.KEY_ROTATED, target=f"key {kid}")
    return kid, ends


class Taken:
    """The names of keys whose tokens are taken, as a look at the database found them."""

    def __init__(self, ends):
        self._ends = ends or {FIRST: None}  # {kid: when it retires, None: not yet}

    def __contains__(self, kid):
        ends = self._ends.get(kid, datetime.datetime.min)
        return ends is None or ends > clock.now()
