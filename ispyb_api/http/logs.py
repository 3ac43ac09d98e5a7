"""Logs: one JSON object a line, one line a request, and never a secret in any of them."""

import datetime
import json
import logging
import re
import sys
from urllib.parse import quote

from ispyb_api.http import requests

ACCESS = logging.getLogger("ispyb_api.access")
HIDDEN = "[hidden]"

# Asked every few seconds by machines; worth a line only to somebody who looks for it.
QUIET = frozenset({"/health", "/ready", "/metrics"})
_LONGEST_WORD, _LONGEST_PATH = 20, 200

_PART = r"[A-Za-z0-9_-]"
_NAMES = ("onetime", "token", "password", "secret", "authorization", "cookie")
_NAME = rf"\b(\w*(?:{'|'.join(_NAMES)})"

# What a text must hold for the pattern to be worth trying (most lines hold nothing), the pattern, what is left.
_SECRETS = [
    # A JWT or JWE (its header is '{"' in base64), signed or not, and whatever else looks like a signed token.
    (("ey",), rf"(?<!{_PART})ey{_PART}{{6,}}(?:\.{_PART}*){{2,4}}", HIDDEN),
    ((".",), rf"\.{_PART}{{16,}}\.{_PART}{{40,}}", f".{HIDDEN}"),
    (("bearer", "basic"), r"(?i)\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{16,}", rf"\1 {HIDDEN}"),
    (_NAMES, rf"(?i){_NAME}=)[^&\s\"'\\]+", rf"\1{HIDDEN}"),
    (_NAMES, rf"(?i){_NAME}\\*[\"']\s*:\s*\\*[\"'])[^\"'\\]+", rf"\1{HIDDEN}"),
    # A token that stands in paths: 40 hexadecimal digits, which nothing else here is.
    (("",), r"(?<![0-9A-Za-z])[0-9a-f]{40}(?![0-9A-Za-z])", HIDDEN),
    (("://",), r"(://[^:/@\s]*:)[^@/\s]+@", rf"\1{HIDDEN}@"),
]


def scrubber(prefixes=()):
    """Return a function that hides tokens in a text; ``prefixes`` are those of the opaque ones."""
    rules = [(hints, re.compile(pattern), left) for hints, pattern, left in _SECRETS]
    for prefix in prefixes:
        opaque = rf"(?<![A-Za-z0-9])({re.escape(prefix)})[A-Za-z0-9_-]{{12,}}"
        rules.append(((prefix.lower(),), re.compile(opaque), rf"\1{HIDDEN}"))

    def scrub(text):
        lowered = text.lower()
        for hints, pattern, left in rules:
            if any(hint in lowered for hint in hints):
                text = pattern.sub(left, text)
        return text

    return scrub


def configure(format="json", level="info", *, prefixes=(), stream=None):
    """Send every logger's lines to stderr; called by whoever owns the process, never on import."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_Lines(_RENDERERS[format](), scrubber(prefixes)))
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)
    logging.captureWarnings(True)


class _Lines(logging.Formatter):
    """Any logger's record as a line: what it says, which request it belongs to, what came with it."""

    _OWN = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime"}

    def __init__(self, render, scrub):
        super().__init__()
        self._render, self._scrub = render, scrub

    def format(self, record):
        line = {
            "timestamp": datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(
                timespec="milliseconds"
            ),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if request_id := requests.current_id():
            line["request_id"] = request_id
        line.update((key, value) for key, value in record.__dict__.items() if key not in self._OWN)
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        # On the finished line, so that no field, message or traceback escapes it.
        return self._scrub(self._render(line))


def _as_json():
    return json.JSONEncoder(ensure_ascii=False, default=str).encode


def _for_people():
    from structlog.dev import ConsoleRenderer  # noqa: PLC0415  (a twentieth of the start, for those who want plain lines only)

    render = ConsoleRenderer(colors=False, pad_event_to=0, event_key="message")
    return lambda line: render(None, "", line)


_RENDERERS = {"json": _as_json, "plain": _for_people}


def register(app):
    """Log a line for each request of the application."""
    requests.watch(app, _access_line)


def _access_line(exchange):
    level = logging.DEBUG if exchange.route in QUIET else logging.INFO
    if not ACCESS.isEnabledFor(level):
        return
    line = {
        "method": exchange.method,
        "route": exchange.route,
        "status": exchange.status,
        "ms": round(exchange.milliseconds, 1),
        "sql": exchange.sql.statements,
        "sql_ms": round(exchange.sql.seconds * 1000, 1),
        "login": exchange.login,
        "remote": exchange.remote,
        "bytes": exchange.size,
    }
    if exchange.route is None:
        line["path"] = _unknown_path(exchange.path)
    ACCESS.log(level, "request", extra=line)


def _unknown_path(path):
    """Return a path that led nowhere, without what may be a token and without control characters."""
    words = (word if len(word) <= _LONGEST_WORD else HIDDEN for word in path.split("/"))
    return quote("/".join(words)[:_LONGEST_PATH], safe="/[]-._~:@,")
