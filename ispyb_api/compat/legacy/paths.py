"""The token in the path: moved to where every other request has it, before anything can write it down."""

import re

from ispyb_api.compat.java_rest import paths

PREFIX = "/ispyb/api/v1/legacy"

# What stands behind the prefix where the token is in the header.
_PLAIN = "sessions|em|data_collections|proposals|proposal|docs|swagger.json"
_IN_PATH = re.compile(rf"^{PREFIX}/(?!(?:{_PLAIN})(?:/|$))([^/]*)(/.*)?$", re.DOTALL)
_IN_ADDRESS = re.compile(rf"({PREFIX}/)(?!(?:{_PLAIN})(?:[/?#]|$))[^/?#]+")


class WithoutTokens:
    """Stands outside the application, its log and its metrics."""

    def __init__(self, application):
        self._application = application

    def __call__(self, environ, start_response):
        path = environ.get("PATH_INFO", "")
        if path.startswith(PREFIX) and (match := _IN_PATH.match(path)):
            environ["HTTP_AUTHORIZATION"] = f"Bearer {match[1]}"
            environ["PATH_INFO"] = f"{PREFIX}/{paths.HIDDEN}{match[2] or ''}"
            paths.respell(environ)
        if PREFIX in environ.get("HTTP_REFERER", ""):
            environ["HTTP_REFERER"] = _IN_ADDRESS.sub(rf"\g<1>{paths.HIDDEN}", environ["HTTP_REFERER"])
        return self._application(environ, start_response)
