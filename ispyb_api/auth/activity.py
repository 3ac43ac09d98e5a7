"""The record of who did what, when and from where: the table ``api_activity``."""

from enum import StrEnum

import flask

from ispyb_api.auth import clock, opaque
from ispyb_api.http import logs, requests

# How long the columns are.
_LONGEST = {"login": 45, "action": 45, "target": 255, "detail": 1024, "address": 45, "requestId": 64}
scrub = logs.scrubber(opaque.PREFIXES)


class Action(StrEnum):
    """What this package records; other parts record actions of their own."""

    LOGIN = "login"
    LOGIN_REFUSED = "login refused"
    LOGOUT = "logout"
    LOGOUT_EVERYWHERE = "logout everywhere"
    REFRESH_REUSED = "refresh token reused"
    ONETIME_REFUSED = "one-time token refused"
    SERVICE_MADE = "service token made"
    SERVICE_USED = "service token used"
    PROVIDER_USED = "provider's token used"
    SERVICE_REVOKED = "service token revoked"
    KEY_ROTATED = "signing key rotated"


def record(tx, *, action, login=None, target=None, detail=None, address=None, request_id=None):
    """Write one line of the record, in the transaction of what it tells of.

    ``target`` is what it was done to, as ``proposal MX415``, and ``detail`` what more there is to say; both are cut to
    their columns, and what looks like a secret is hidden.  Address and request id are the running request's unless given.
    Of a service token's doing ``login`` is the owner, who may not know of it: so the detail begins with the token.
    """
    values = {
        "login": login,
        "action": action,
        "target": target,
        "detail": f"{_token()}{detail or ''}" or None,
        "address": address or (flask.request.remote_addr if flask.has_request_context() else None),
        "requestId": request_id or requests.current_id(),
    }
    tx.run("auth.add_activity", happenedAt=clock.now(), **{name: _fitting(name, each) for name, each in values.items()})


def _token():
    caller = flask.g.get("identity") if flask.has_request_context() else None
    return f"service token {caller.service_token}: " if caller and caller.service_token else ""


def _fitting(name, text):
    if text is None:
        return None
    text, longest = scrub(str(text)), _LONGEST[name]
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
