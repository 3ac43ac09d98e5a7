"""A tiny application with the parts under test, and a log that can be read back."""

import io
import json
import logging

import flask
import pytest
from werkzeug.exceptions import HTTPException

from ispyb_api.errors import ApiError
from ispyb_api.http import logs


class Bare(flask.Flask):
    """An application whose routes are a line each."""

    def serve(self, path, view, methods=("GET",)):
        self.add_url_rule(path, endpoint=path, view_func=view, methods=methods)


@pytest.fixture
def bare():
    """Return an application with nothing but errors in the one shape."""
    app = Bare("bare")

    @app.errorhandler(ApiError)
    def explained(error):
        body = {"code": error.code, "message": str(error)} | ({"errors": error.errors} if error.errors else {})
        return body, error.status, error.headers

    @app.errorhandler(HTTPException)
    def http(error):
        return {"code": error.name.lower().replace(" ", "_"), "message": error.description}, error.code

    @app.errorhandler(Exception)
    def unexpected(error):
        app.logger.exception("unhandled")
        return {"code": "internal_error", "message": "Internal server error."}, 500

    return app


class Written(io.StringIO):
    """What was logged."""

    @property
    def lines(self):
        return [json.loads(line) for line in self.getvalue().splitlines()]

    def of(self, logger):
        return [line for line in self.lines if line["logger"] == logger]


@pytest.fixture
def logged():
    """Configure logging into memory; put back what was."""
    root, written = logging.getLogger(), Written()
    handlers, level = root.handlers[:], root.level
    root.handlers = []
    logs.configure("json", "info", prefixes=("ispyb_t_",), stream=written)
    yield written
    logging.captureWarnings(False)
    root.handlers, root.level = handlers, level
