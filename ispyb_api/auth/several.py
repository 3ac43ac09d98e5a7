"""May the caller record in several sessions at once?  As what is processed of sweeps that were measured in more than one."""

from ispyb_api.auth.access import STAFF
from ispyb_api.errors import Forbidden


def sessions_to_write(tx, access, permission, find):
    """Return the rows that ``find(visible)`` finds, if the caller may record what is processed in all their sessions.

    ``find`` takes the clause that leaves the sessions ``s`` that are visible, and returns rows with sessionId; lastUpdate
    of these is now.  May do: holders of ``permission``, staff of the beamlines.
    """
    found = find(access.sessions("s.sessionId"))
    wanted = {row["sessionId"] for row in found}
    if permission not in access.identity.permissions:
        rules = [rule for rule in access.rules if rule in STAFF and access.identity.service_token is None]
        theirs = find(access.sessions("s.sessionId", *rules)) if rules else []
        if {row["sessionId"] for row in theirs} != wanted:
            raise Forbidden(f"Only who holds the permission {permission}, or is staff of the beamline, records this.")
    tx.lock("auth.touch_sessions", sessionIds=sorted(wanted))
    return found
