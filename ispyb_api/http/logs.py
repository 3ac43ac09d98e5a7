"""Logs: one JSON object a line, one line a request, and never a secret in any of them."""

import logging
import re
import sys
from urllib.parse import quote

import structlog
from structlog.stdlib import ProcessorFormatter

from ispyb_api.http import requests

ACCESS = logging.getLogger("ispyb_api.access")
HIDDEN = "[hidden]"

# Asked every few seconds by machines; worth a line only to somebody who looks for it.
QUIET = frozenset({"/health", "/ready", "/metrics"})
_LONGEST_WORD, _LONGEST_PATH = 20, 200

_PART = r"[A-Za-z0-9_-]"
_KEY = r"(?:onetime|\w*token|password|secret|authorization|cookie)"
_SECRETS = [
    # A JWT or JWE (its header is '{"' in base64), signed or not, and whatever else looks like a signed token.
    (rf"(?<!{_PART})ey{_PART}{{6,}}(?:\.{_PART}*){{2,4}}", HIDDEN),
    (rf"(?<!{_PART}){_PART}{{16,}}\.{_PART}{{16,}}\.{_PART}{{40,}}", HIDDEN),
    (r"(?i)\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{16,}", rf"\1 {HIDDEN}"),
    (rf"(?i)\b({_KEY})=[^&\s\"'\\]+", rf"\1={HIDDEN}"),
    (rf"(?i)\b({_KEY}\\*[\"']\s*:\s*\\*[\"'])[^\"'\\]+", rf"\1{HIDDEN}"),
    (r"(://[^:/@\s]*:)[^@/\s]+@", rf"\1{HIDDEN}@"),
]


def scrubber(prefixes=()):
    """Return a function that hides tokens in a text; ``prefixes`` are those of the opaque ones."""
    rules = [(re.compile(pattern), hidden) for pattern, hidden in _SECRETS]
    if prefixes:
        alternatives = "|".join(re.escape(prefix) for prefix in prefixes)
        rules.append((re.compile(rf"(?<![A-Za-z0-9])({alternatives})[A-Za-z0-9_-]{{12,}}"), rf"\1{HIDDEN}"))

    def scrub(text):
        for pattern, hidden in rules:
            text = pattern.sub(hidden, text)
        return text

    return scrub


def configure(format="json", level="info", *, prefixes=(), stream=None):
    """Send every logger's lines to stderr; called by whoever owns the process, never on import."""
    scrub = scrubber(prefixes)
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(
        ProcessorFormatter(
            foreign_pre_chain=[
                structlog.contextvars.merge_contextvars,
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.stdlib.ExtraAdder(),
                structlog.processors.TimeStamper(fmt="iso", utc=True),
            ],
            processors=[
                ProcessorFormatter.remove_processors_meta,
                *_renderer(format),
                # Last, on the finished line: so no field, message or traceback escapes it.
                lambda logger, method, line: scrub(line),
            ],
        )
    )
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)
    logging.captureWarnings(True)


def _renderer(format):
    if format == "plain":
        return [
            structlog.dev.ConsoleRenderer(
                colors=False, pad_event_to=0, exception_formatter=structlog.dev.plain_traceback
            )
        ]
    order = structlog.processors.EventRenamer("message")
    return [
        structlog.processors.format_exc_info,
        order,
        structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
    ]


def register(app):
    """Log a line for each request of the application."""
    requests.watch(app, _access_line)


def _access_line(exchange):
    level = logging.DEBUG if exchange.route in QUIET else logging.INFO
    if not ACCESS.isEnabledFor(level):
        return
    line = {
        "request_id": exchange.request_id,
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
