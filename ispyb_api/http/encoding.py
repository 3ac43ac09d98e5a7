"""How JSON is written."""

import json

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def as_json(body):
    """Return compact JSON text, in UTF-8 rather than in escapes."""
    return _ENCODER.encode(body)
