"""Routes of the Java server: whom each is for, what it answers, and one function that finds or changes that."""

import functools
import logging

import flask
import flask_restx
from flask_restx import Resource

from ispyb_api.compat.java_rest import answers, callers, origins, swagger
from ispyb_api.errors import ApiError
from ispyb_api.http import writing
from ispyb_api.http.services import transaction

log = logging.getLogger(__name__)

EVERYBODY = ("User", "Manager", "Industrial", "Localcontact")
STAFF = ("Manager", "Localcontact")
MANAGERS = ("Manager",)

api = flask_restx.Namespace("java", path="/", description="The REST API of ISPyB's Java server")


def reads(path, answer, roles=EVERYBODY):
    """Answer GET of ``path`` with what the function finds: it is called with a Call and the parts of the path."""

    def decorate(function):
        @functools.wraps(function)
        def get(resource, token, proposal=None, **parts):
            def found():
                callers.identify(roles)
                with transaction() as tx:
                    return function(callers.call(tx, proposal), **parts)

            return _answered(found, answer)

        get.__roles__ = roles
        _add(path, answer, get=get)
        return function

    return decorate


def changes(method, path, answer, roles=EVERYBODY):
    """Answer GET or POST of ``path`` with what the function leaves, whose Call has a transaction that writes.

    It may be called again after a deadlock.  A GET that changes something is for our own pages only, and no HEAD.
    """

    def decorate(function):
        @functools.wraps(function)
        def change(resource, token, proposal=None, **parts):
            def changed():
                if method == "GET":
                    origins.must_be_ours()
                callers.identify(roles)
                return writing.once(lambda tx: function(callers.call(tx, proposal), **parts))

            return _changed(changed, answer)

        change.__roles__, change.__changes__ = roles, True
        others = {"head": _no_head} if method == "GET" else {}
        _add(path, answer, **{method.lower(): change}, **others)
        return function

    return decorate


def form():
    """Return the fields of the form that was sent, without NUL, which no column can hold."""
    flask.request.max_form_memory_size = flask.request.max_content_length
    flask.request.max_form_parts = None
    return {name: value.replace("\x00", "") for name, value in flask.request.form.items()}


def _answered(found, answer):
    """Return the answer, whatever happens: what went wrong is for the log, the front ends cannot say it."""
    try:
        return answer.send(found())
    except callers.Refused:
        return answers.refusal()
    except ApiError as exc:
        log.info("nothing to answer with: %s", exc)
        return answer.nothing(exc)
    except Exception as exc:
        log.exception("unhandled %s", type(exc).__name__)
        return answer.nothing(ApiError())


def _changed(changed, answer):
    """Return the answer; why nothing was changed is told in words, which people read."""
    try:
        return answer.send(changed())
    except callers.Refused:
        return answers.refusal()
    except ApiError as exc:
        return answers.failure(exc)
    except Exception as exc:
        log.exception("unhandled %s", type(exc).__name__)
        return answers.failure(ApiError())


def _no_head(resource, **parts):
    return answers.respond("", "text/plain", 405)


def _add(path, answer, **methods):
    first = next(iter(methods.values()))
    swagger.describe(api, first, answer)
    api.add_resource(type(first.__name__, (Resource,), methods), path)
