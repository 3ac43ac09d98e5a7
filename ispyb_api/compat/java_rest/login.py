"""Logging in by a form, as the front ends do: what fails is told in words that are no JSON, by which they know it."""

import flask

from ispyb_api.auth import service
from ispyb_api.auth.backends.base import PasswordBackend
from ispyb_api.compat.java_rest import answers, callers, gson
from ispyb_api.errors import ApiError, Unauthenticated
from ispyb_api.http.services import services


def authenticate():
    """Log in"""
    form, site = flask.request.form, flask.request.args.get("site", "")
    try:
        return answers.respond(gson.text(_begun(form.get("login", ""), form.get("password", ""), site)))
    except ApiError as exc:
        return answers.respond(str(exc))


def _begun(login, password, site):
    parts = services()
    if not password:
        raise Unauthenticated("Empty passwords are not allowed")
    begun = service.admit(
        parts,
        flask.current_app.extensions[callers.EXTENSION].begin,
        plugin=_backend(parts, site),
        login=login,
        password=password,
        address=flask.request.remote_addr,
    )
    identity = parts.callers.find(parts.database.transaction, begun["personId"], begun["family"])
    roles = callers.roles_of(identity) if identity else []
    if not roles:
        raise Unauthenticated("User is not allowed")
    return {"token": begun["token"], "roles": roles}


def _backend(parts, site):
    """Return the name of the login backend that a site means; None for the first that takes passwords."""
    sites = dict(each.split("=", 1) for each in parts.settings.compat.sites)
    if not sites:
        return None
    named = {name.casefold(): backend for name, backend in sites.items()}.get(site.casefold())
    if not isinstance(parts.backends.get(named), PasswordBackend):
        raise Unauthenticated("Site is not defined")
    return named
