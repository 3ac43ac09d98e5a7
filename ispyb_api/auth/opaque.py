"""Random tokens, which mean nothing by themselves: how they look, and what is kept of them.

Each kind has a prefix, so that a token that got into a log, a repository or a mail can be found, and is hidden in our
own logs.
"""

import hashlib
import re
import secrets

REFRESH, SERVICE, ONETIME = "ispyb_rt_", "ispyb_st_", "ispyb_ot_"
PREFIXES = (REFRESH, SERVICE, ONETIME)

IN_PATHS = re.compile(r"[0-9a-f]{40}")

_BYTES = 32
_RANDOM = r"[A-Za-z0-9_-]{43}"


def make(prefix):
    """Return a new token: the prefix and 256 random bits."""
    return prefix + secrets.token_urlsafe(_BYTES)


def pattern(prefix):
    """Return the regular expression of tokens with this prefix."""
    return re.compile(re.escape(prefix) + _RANDOM)


def make_for_paths():
    """Return a new token as it may stand in a path: 160 random bits, as the Java server's look."""
    return secrets.token_hex(20)


def digest(token):
    """Return what the database keeps of a token: enough to know it again, too little to use it."""
    return hashlib.sha256(token.encode()).hexdigest()
