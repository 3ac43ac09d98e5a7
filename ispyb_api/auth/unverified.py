"""What a token says of itself before anybody has verified it: enough to know whom to ask, never whom to believe."""

import base64
import json
import re

_SHAPE = re.compile(r"([\w-]+)\.([\w-]+)\.[\w-]+", re.ASCII)  # one way to write a token: no padding, no spaces
_LONGEST = 16384


def parts(token):
    """Return a signed token's header and claims, or None if it is none."""
    shape = _SHAPE.fullmatch(token) if len(token) <= _LONGEST else None
    if not shape:
        return None
    try:
        header, claims = (json.loads(base64.urlsafe_b64decode(f"{part}==")) for part in shape.groups())
    except (ValueError, RecursionError):
        return None
    return (header, claims) if isinstance(header, dict) and isinstance(claims, dict) else None
