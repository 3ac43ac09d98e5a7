"""Who calls the Java server's routes, in which roles, and about which proposal."""

from dataclasses import dataclass
from typing import Any

import flask

from ispyb_api import names
from ispyb_api.auth.guard import current_access
from ispyb_api.auth.permissions import Permission
from ispyb_api.compat.java_rest import paths
from ispyb_api.errors import NotFound
from ispyb_api.http.services import services, transaction

EXTENSION = "ispyb_api.java_rest"
MANAGER, LOCALCONTACT = "manager", "localcontact"


class Refused(Exception):
    """The token is none, is over, or is that of somebody to whom this is closed: the caller does not learn which."""


@dataclass(frozen=True)
class Call:
    """What a route finds: the transaction, the caller's view of the database, and the proposal in the path."""

    tx: Any
    access: Any
    proposal: dict | None = None

    @property
    def proposal_id(self):
        return self.proposal["proposalId"]


def identify(roles):
    """Find out who calls, for the whole request; raise Refused unless one of ``roles`` is the caller's."""
    parts = services()
    found = flask.current_app.extensions[EXTENSION].read(transaction, paths.presented())
    identity = found and parts.callers.find(transaction, *found)
    if not identity:
        raise Refused
    flask.g.identity, flask.g.login = identity, identity.login
    wanted = {role.casefold() for role in roles}
    if not wanted.intersection(role.casefold() for role in roles_of(identity)):
        raise Refused


def roles_of(identity):
    """Return the caller's roles, as the settings give them to holders of permissions."""
    pairs = (each.partition("=")[::2] for each in services().settings.compat.roles)
    return list(dict.fromkeys(role for role, needed in pairs if not needed or needed in identity.permissions))


def call(tx, proposal=None):
    """Return what a route finds; raise Refused for a proposal that is not the caller's."""
    access = current_access()
    return Call(tx, access, None if proposal is None else _proposal(tx, access, proposal))


def _proposal(tx, access, name):
    """Return the proposal of this name, or else the first one of the person with this login; only if it is visible."""
    visible = {"visible": access.proposals("p.proposalId")}
    found = tx.one("java_rest.proposal_named", {**visible, "where": _named(name)})
    found = found or tx.one("java_rest.proposal_of_login", visible, login=name)
    if found is None and Permission.ALL_PROPOSALS in access.identity.permissions:
        raise NotFound("No proposal found.")
    if found is None:
        raise Refused
    return found


def _named(name):
    condition = names.proposal(name)
    return type(condition)(f"AND ({condition.sql})", condition.params)
