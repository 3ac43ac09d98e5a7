"""May the caller change what belongs to a proposal or a session?  Asked in the transaction that changes it.

To see is not to change: members change what is theirs, staff what was measured at their beamlines, others need a
permission.  Whoever is asked about has to wait: what belongs to one proposal, or one session, is written one at a time.
"""

import functools
import json

from ispyb_api.auth import activity
from ispyb_api.auth.access import LEADER, MEMBER, PARTICIPANT, ROLE, STAFF
from ispyb_api.auth.permissions import Permission
from ispyb_api.errors import Forbidden, Invalid, NotFound

READ_ONLY = ("Closed", "Cancelled")
REPLACED = "comments replaced"
_OWN = (PARTICIPANT, MEMBER, LEADER, ROLE)
_PIECE = 900  # characters of replaced comments in one line of the record, which begins with a service token's name


def proposal_to_write(tx, access, proposal_id, permission=Permission.EDIT_PROPOSALS):
    """Return a proposal's id, name, state and principal investigator, if the caller may write what belongs to it.

    Not found is one that the caller does not see, or of which only something was shared.  One that is closed or
    cancelled is read only to those who see it for their part in it: staff of its beamlines may still correct it.
    """
    tx.lock("auth.lock_proposal", proposalId=proposal_id)
    found = _seen(tx, access.contents("p.proposalId"), proposal_id)
    if found is None:
        raise NotFound(f"No proposal {proposal_id}.")
    held = permission in access.identity.permissions
    if not held and access.identity.service_token is not None:
        raise Forbidden(f"A service token changes proposals only with the permission {permission}.")
    if (held and access.everything) or _by(tx, access, STAFF, proposal_id):
        return found
    if not held and not _by(tx, access, _OWN, proposal_id):
        raise Forbidden(f"To change a proposal that is not yours needs the permission {permission}.")
    _must_be_open(found)
    return found


def proposal_to_record(tx, access, proposal_id, permission):
    """Return the same of a proposal about which the caller may record what instruments know, as where files are.

    Holders of ``permission`` may, and staff of its beamlines; members may not.
    """
    tx.lock("auth.lock_proposal", proposalId=proposal_id)
    found = _seen(tx, access.contents("p.proposalId"), proposal_id)
    if found is None:
        raise NotFound(f"No proposal {proposal_id}.")
    if permission in access.identity.permissions:
        return found
    if access.identity.service_token is None and _by(tx, access, STAFF, proposal_id):
        return found
    raise Forbidden(f"Only who holds the permission {permission}, or is staff of the beamline, records this.")


def parent_to_write(tx, access, proposal_id, name, what, permission=Permission.EDIT_PROPOSALS):
    """Return the same of the proposal of a parent that the field ``name`` of a body names, as ``shipment 12``.

    ``proposal_id`` is None where there is no such parent; that, and one that is hidden, is the field's fault.
    """
    try:
        if proposal_id is not None:
            return proposal_to_write(tx, access, proposal_id, permission)
    except NotFound:
        pass
    raise Invalid(errors={name: [f"No {what}, or none that you may see."]})


def proposal_to_measure(tx, access, proposal_id, beamline, permission):
    """Return a proposal for which something is to be measured at a beamline, and how the caller may open a session for it.

    That is "instrument" for holders of ``permission``, "staff" for staff of the beamline, "participant" for people of the proposal.
    """
    tx.lock("auth.lock_proposal", proposalId=proposal_id)
    found = _seen(tx, access.contents("p.proposalId"), proposal_id)
    if found is None:
        raise Invalid(errors={"proposalId": [f"No proposal {proposal_id}, or none that you may see."]})
    if not access.identity.reaches(beamline):
        raise Forbidden(f"This service token is limited to other beamlines than {beamline}.")
    if permission in access.identity.permissions:
        return found, "instrument"
    person = access.identity.service_token is None
    if person and beamline.casefold() in {name.casefold() for name in access.identity.beamlines}:
        return found, "staff"
    if not person or not _by(tx, access, _OWN, proposal_id):
        raise Forbidden(
            f"Sessions are opened with the permission {permission}, or by staff, or by the proposal's people."
        )
    _must_be_open(found)
    return found, "participant"


def session_to_write(tx, access, session_id, permission, *, participants=False, what=None):
    """Return a session, if the caller may record what is measured or processed in it; its lastUpdate is now.

    May do: holders of ``permission`` (ingest_data, ingest_proc), staff of its beamline; and where ``participants`` says so, people
    who take part in it, while it runs.  Not found is a session that the caller does not see, or none at all; ``what`` names the row
    that led to it, as ``grid 12``: whoever does not see that is not to learn whose it is.
    """
    found = _session_locked(tx, access, session_id, what)
    if may_record(tx, access, session_id, permission):
        return found
    if not participants or not _is_of_session(tx, access, session_id):
        raise Forbidden(f"Only who holds the permission {permission}, or is staff of the beamline, records this.")
    if not found["begun"] or found["ended"]:
        raise Forbidden("Who takes part in a session records what is measured while it runs, not before or after.")
    _must_be_open(found)
    return found


def instruments_to_write(tx, access, permission, *, participants=False):
    """Return if the caller may record what belongs to beamlines and to no proposal; raise Forbidden otherwise.

    May do: holders of ``permission``, staff of any beamline; and where ``participants`` says so, people whose session is running.
    """
    if permission in access.identity.permissions:
        return
    person = access.identity.service_token is None
    if person and (access.everything or access.identity.beamlines):
        return
    own = [rule for rule in access.rules if rule in _OWN]
    running = person and participants and own
    if not running or tx.value("auth.running_session", {"visible": access.sessions("s.sessionId", *own)}) is None:
        raise Forbidden(f"Only who holds the permission {permission}, or is staff of a beamline, records this.")


def session_to_remark(tx, access, session_id, permission, others=()):
    """Return a session, if the caller may comment on what was measured in it; its lastUpdate is now.

    Whoever may record there may, and change ``others``, the names of what else is to be changed; people who see the session for their
    part in it, be it over, and holders of edit_proposals may change comments only.
    """
    found = _session_locked(tx, access, session_id)
    if may_record(tx, access, session_id, permission):
        return found
    held = Permission.EDIT_PROPOSALS in access.identity.permissions
    if not held and not _is_of_session(tx, access, session_id):
        raise Forbidden(
            "Only people of a session or its proposal, and staff of the beamline, comment on what was measured."
        )
    if others:
        raise Forbidden(
            f"Of what was measured people change comments only, not {', '.join(others)}: that takes {permission}."
        )
    if not (held and access.everything):
        _must_be_open(found)
    return found


def record(tx, access, action, target, changes=None, replaced=None):
    """Write who changed what into the record of activity, in the transaction of the change.

    ``action`` is as ``container changed``, ``target`` as ``container 12``; ``changes`` are the columns' new values.  Of comments
    that others have ``replaced`` nothing is lost: they take as many lines as they need.
    """
    detail = json.dumps(changes, ensure_ascii=False, default=str) if changes else None
    note = functools.partial(activity.record, tx, login=access.identity.login, target=target)
    note(action=action, detail=detail)
    text = activity.scrub(replaced or "")  # as a whole: half a secret does not look like one
    for begin in range(0, len(text), _PIECE):
        note(action=REPLACED, detail=text[begin : begin + _PIECE])


def _must_be_open(found):
    if found["state"] in READ_ONLY:
        raise Forbidden(
            f"The proposal {found['proposal']} is {found['state'].lower()}: what belongs to it is read only."
        )


def _by(tx, access, rules, proposal_id):
    """Tell whether the caller sees the proposal by one of these rules."""
    given = [rule for rule in access.rules if rule in rules]
    return bool(given) and _seen(tx, access.proposals("p.proposalId", *given), proposal_id) is not None


def _seen(tx, visible, proposal_id):
    return tx.one("auth.proposal_to_write", {"visible": visible}, proposalId=proposal_id)


def _session_locked(tx, access, session_id, what=None):
    if session_id is not None:
        tx.lock("auth.touch_sessions", sessionIds=[session_id])
        if found := _session(tx, access.sessions("s.sessionId"), session_id):
            return found
    raise NotFound(f"No {what or f'session {session_id}'}.")


def may_record(tx, access, session_id, permission):
    """Tell whether the caller holds the permission, or is staff of the session's beamline in person."""
    person = access.identity.service_token is None
    return permission in access.identity.permissions or (person and _session_by(tx, access, STAFF, session_id))


def _is_of_session(tx, access, session_id):
    """Tell whether the caller is a person who sees the session for a part in it."""
    return access.identity.service_token is None and _session_by(tx, access, _OWN, session_id)


def _session_by(tx, access, rules, session_id):
    given = [rule for rule in access.rules if rule in rules]
    return bool(given) and _session(tx, access.sessions("s.sessionId", *given), session_id) is not None


def _session(tx, visible, session_id):
    return tx.one("auth.session_to_write", {"visible": visible}, sessionId=session_id)
