"""The token in the path: taken out before anything else sees the request, so that nothing can write it down.

The first part of every path below the prefix is a token.  In its place stands ``-`` from here on, in the path, in the
spellings of it that servers hand over besides, and in the address of the page that the request came from.
"""

import re
from urllib.parse import quote

import flask

PREFIX = "/ispyb/ispyb-ws/rest"
HIDDEN = "-"

_FOUND = "ispyb_api.java_rest.token"
_IN_PATH = re.compile(rf"^{PREFIX}/([^/]*)(/.*)$", re.DOTALL)
_ALONE = re.compile(rf"^{PREFIX}/([0-9a-f]{{40}})$")
_IN_ADDRESS = re.compile(rf"({PREFIX}/)[^/?#]+")
_SPELLINGS = ("REQUEST_URI", "RAW_URI")


class WithoutTokens:
    """Stands outside the application, its log and its metrics."""

    def __init__(self, application):
        self._application = application

    def __call__(self, environ, start_response):
        path = environ.get("PATH_INFO", "")
        if path.startswith(PREFIX) and (match := _IN_PATH.match(path) or _ALONE.match(path)):
            environ[_FOUND] = match[1]
            rest = match[2] if match.re is _IN_PATH else ""
            environ["PATH_INFO"] = f"{PREFIX}/{HIDDEN}{rest}"
            respell(environ)
        if PREFIX in environ.get("HTTP_REFERER", ""):
            environ["HTTP_REFERER"] = _IN_ADDRESS.sub(rf"\g<1>{HIDDEN}", environ["HTTP_REFERER"])
        return self._application(environ, start_response)


def respell(environ):
    """Write the path anew into the spellings of the whole address that servers hand over besides."""
    query = environ.get("QUERY_STRING")
    address = quote(environ["PATH_INFO"], safe="/", encoding="latin-1") + (f"?{query}" if query else "")
    environ.update((each, address) for each in _SPELLINGS if each in environ)


def presented():
    """Return the token that came in the running request's path."""
    return flask.request.environ.get(_FOUND, "")
