"""Who is calling, and may they: asked before anything else looks at the request."""

import functools

import flask

from ispyb_api.auth.access import Access
from ispyb_api.errors import Forbidden, Unauthenticated
from ispyb_api.http.services import services, transaction


def current_identity():
    """Return who is calling; raise Unauthenticated for a stranger."""
    if "identity" not in flask.g:
        flask.g.identity = _identify(flask.request.headers.get("Authorization", ""))
        flask.g.login = flask.g.identity.login
    return flask.g.identity


def _identify(header):
    scheme, _, token = header.partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Unauthenticated()
    token = token.strip()
    identity = services().providers.find(token, services().database)
    if identity is not None:
        return identity
    claims = services().tokens.read(token)
    identity = services().callers.find(transaction, claims.person_id, claims.family)
    if identity is None:
        raise Unauthenticated("This login was ended or its person is gone: log in again.")
    return identity


def current_access():
    """Return the caller's view of the database."""
    chosen = services().settings.auth
    return Access(current_identity(), services().database.text, chosen.proposal_roles, chosen.protected_data)


def requires(*permissions):
    """Let the method run for callers who hold every one of ``permissions``; without any, for every known caller."""

    needed = frozenset(permissions)

    def decorate(method):
        method.__requires__ = needed

        @functools.wraps(method)
        def wrapper(*args, **kwargs):
            if missing := needed - current_identity().permissions:
                raise Forbidden(f"This needs the permission {', '.join(sorted(missing))}.")
            return method(*args, **kwargs)

        return wrapper

    return decorate


def public(method):
    """Let everybody call the method: for the few routes by which one becomes known."""
    method.__requires__ = None
    return method
