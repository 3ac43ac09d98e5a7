"""Who changes rights and options: a caller of the API, or the operator at the command line."""

import contextlib
from dataclasses import dataclass

from ispyb_api.auth import activity, clock
from ispyb_api.auth.guard import current_identity
from ispyb_api.auth.permissions import Permission
from ispyb_api.errors import Forbidden
from ispyb_api.http.services import services, transaction


@dataclass(frozen=True)
class Actor:
    """What this actor does is recorded under ``login``; ``permissions`` of None are the operator's, who holds all."""

    login: str
    permissions: frozenset | None = None
    beamlines: tuple = ()

    def must_hold(self, permissions):
        """Raise Forbidden unless the actor holds all of ``permissions``: one cannot give what one does not hold."""
        if self.permissions is None:
            return
        if lacking := sorted(set(permissions) - self.permissions):
            raise Forbidden(f"You can give only what you hold yourself; you lack: {', '.join(lacking)}.")

    def must_see(self, beamlines):
        """Raise Forbidden unless the actor sees what is measured at all of ``beamlines``."""
        if self.permissions is None or Permission.ALL_PROPOSALS in self.permissions:
            return
        own = {name.casefold() for name in self.beamlines}
        if unseen := sorted({name for name in beamlines if name.casefold() not in own}):
            raise Forbidden(
                f"You can open only beamlines that you see yourself, or with the permission"
                f" {Permission.ALL_PROPOSALS}; you do not see: {', '.join(unseen)}."
            )

    def take_turn(self, tx):
        """Wait for whoever is changing rights or options, and keep the next one waiting until ``tx`` ends."""
        tx.run("admin.take_turn", now=clock.now())

    def record(self, tx, action, target, detail=None):
        """Write down what was done, in the transaction of the change."""
        activity.record(tx, action=action, login=self.login, target=target, detail=detail)


def actor_of(identity):
    """Return the caller as an actor; a token that is limited to beamlines or proposals can give nothing."""
    if identity.limits is not None:
        return Actor(identity.login, frozenset())
    return Actor(identity.login, identity.permissions, identity.beamlines)


@contextlib.contextmanager
def change():
    """Lend a transaction to the caller, who will change rights or options; then look at every caller anew."""
    with transaction(write=True) as tx:
        yield tx, actor_of(current_identity())
    services().callers.forget_everybody()
