"""Turn whatever was raised into the one error shape: {code, message, errors?}."""

import logging

import flask
import flask_restx
from werkzeug.exceptions import HTTPException

from ispyb_api.errors import ApiError

log = logging.getLogger(__name__)


class Api(flask_restx.Api):
    def handle_error(self, error):
        """Leave every error to the application's handlers below: one shape, whoever raised it."""
        raise error


def register(app):
    """Give every error of ``app`` the one shape."""

    @app.errorhandler(ApiError)
    def explained(error):
        return answer(error)

    @app.errorhandler(HTTPException)
    def http(error):
        response = error.get_response()  # keeps Allow, Retry-After, ...
        response.data = flask.json.dumps(_body(error.name.lower().replace(" ", "_"), error.description))
        response.content_type = "application/json"
        return response

    @app.errorhandler(Exception)
    def unexpected(error):
        log.exception("unhandled %s", type(error).__name__)
        return _body(ApiError.code, ApiError.message), ApiError.status


def answer(error):
    """Return the response that an ApiError becomes."""
    return flask.make_response(_body(error.code, str(error), error.errors), error.status, error.headers)


def _body(code, message, errors=None):
    return {"code": code, "message": message, **({"errors": errors} if errors else {})}
