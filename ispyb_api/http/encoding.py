"""How JSON is written."""

import json


def as_json(body):
    """Return compact JSON text, in UTF-8 rather than in escapes."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
