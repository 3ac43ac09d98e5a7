"""What browsers are told: which pages may call the API, and what they must not do with its answers."""

import base64
import hashlib
import re

import flask

from ispyb_api.http import requests

_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",  # one-time tokens stand in URLs
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
_METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE"
_MAY_SEND = "Authorization, Content-Type, If-None-Match, If-Match, Idempotency-Key, X-Request-Id"
_MAY_READ = "ETag, X-Request-Id, Location, Retry-After"
_PREFLIGHT_SECONDS = "600"

_INLINE_SCRIPT = re.compile(rb"<script[^>]*>(.*?)</script>", re.DOTALL)


def register(app, *, origins=(), docs=(), docs_connect=()):
    """Add the headers; pages of ``origins`` may call, ``docs`` are Swagger pages, which may call ``docs_connect``."""
    # Other sites' pages show our pictures, by one-time tokens, where they may call us at all.
    requests.send_always(app, _ALWAYS | {"Cross-Origin-Resource-Policy": "cross-origin" if origins else "same-origin"})

    @app.after_request
    def swagger(response):
        if flask.request.path.rstrip("/") in docs and response.mimetype == "text/html":
            response.headers["Content-Security-Policy"] = _docs_policy(response.get_data(), docs_connect)
        return response

    if origins:
        _register_cors(app, frozenset(origins))


def _docs_policy(page, connect):
    """Return what Swagger UI needs: its own files, the page's inline scripts by their hashes, inline styles."""
    hashes = (
        base64.b64encode(hashlib.sha256(script).digest()).decode() for script in _INLINE_SCRIPT.findall(page) if script
    )
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *(f"'sha256-{each}'" for each in hashes))),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            " ".join(("connect-src 'self'", *connect)),
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        )
    )


def _register_cors(app, allowed):
    @app.before_request
    def preflight():
        request = flask.request
        asks = request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers
        if not asks or request.origin not in allowed:
            return None
        answer = flask.Response(status=204)
        answer.headers["Access-Control-Allow-Methods"] = _METHODS
        answer.headers["Access-Control-Allow-Headers"] = _MAY_SEND
        answer.headers["Access-Control-Max-Age"] = _PREFLIGHT_SECONDS
        answer.vary.update(("Access-Control-Request-Method", "Access-Control-Request-Headers"))
        return answer

    @app.after_request
    def shared(response):
        response.headers["Vary"] = ", ".join(filter(None, (response.headers.get("Vary"), "Origin")))
        if flask.request.origin in allowed:
            response.headers["Access-Control-Allow-Origin"] = flask.request.origin
            response.headers["Access-Control-Expose-Headers"] = _MAY_READ
        return response
