"""Who is calling, and may they: asked before anything else looks at the request."""

import functools

import flask

from ispyb_api.auth import onetime, opaque, service_tokens
from ispyb_api.auth.access import Access
from ispyb_api.errors import Forbidden, Unauthenticated
from ispyb_api.http.services import services, transaction


def current_identity():
    """Return who is calling; raise Unauthenticated for a stranger."""
    if "identity" not in flask.g:
        flask.g.identity = _identify(flask.request.headers.get("Authorization"))
        flask.g.login = flask.g.identity.login
        flask.g.within = flask.g.identity.limits
    return flask.g.identity


def look_again():
    """Find out anew who is calling, for an answer that takes long; raise Unauthenticated once the token is over."""
    flask.g.pop("identity", None)
    return current_identity()


def _identify(header):
    if header is None and onetime.presented() is not None:
        if "signer" not in flask.g:
            flask.g.signer = onetime.use(transaction, onetime.presented())
        return _in_force(services().callers.find(transaction, *flask.g.signer))
    scheme, _, token = (header or "").partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer" or not token:
        raise Unauthenticated()
    if token.startswith(opaque.SERVICE):
        return _service(token)
    identity = services().providers.find(token, services().database)
    if identity is not None:
        services().uses.note(identity)
        return identity
    claims = services().tokens.read(token)
    return _in_force(services().callers.find(transaction, claims.person_id, claims.family, claims.kid))


def _in_force(identity):
    if identity is None:
        raise Unauthenticated("This login was ended or its person is gone: log in again.")
    return identity


def _service(token):
    """Return the caller with a service token, and have its use noted."""
    well_formed = service_tokens.PATTERN.fullmatch(token)
    identity = services().callers.find_service(transaction, opaque.digest(token)) if well_formed else None
    if identity is None:
        raise Unauthenticated("The service token is unknown, revoked or expired: ask for another one.")
    services().uses.note(identity)
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
