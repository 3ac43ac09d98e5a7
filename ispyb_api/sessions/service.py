"""Open and change sessions: as the user office plans them, or as control software does when somebody logs in."""

import datetime

from ispyb_api.auth import clock
from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import proposal_to_measure, proposal_to_write, record, session_to_write
from ispyb_api.errors import Forbidden, Invalid, NotFound
from ispyb_api.sessions.repository import SessionRepository
from ispyb_api.sessions.repository_writing import SessionWrites

LONGEST_OWN = datetime.timedelta(days=3)  # of a session that people open for themselves
_LAST, _SOME = datetime.datetime(9999, 12, 31), 10  # of all sessions, a few of the latest
_UNPLANNED = datetime.timedelta(hours=36)  # how far from now such a session may begin: today, by the client's clock


def require_beamline(tx, access, field, name):
    """Refuse a beamline that no group of the option beamLineGroups has, and at which there was no session: the fault of ``field``."""
    if not access.names_beamline(name) and not SessionWrites(tx).is_beamline(name):
        raise Invalid(errors={field: ["There is no such beamline, and there was never a session at it."]})


class Sessions:
    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._writes, self._sessions = SessionWrites(tx), SessionRepository(tx)

    def open(self, given):
        """Open a session, unless there is the same; return it, and whether it is new.

        The same is the proposal's with the same number, or without a number, the one of that day at that beamline.
        """
        values = dict(given)
        latest = values.pop("latestIfRefused", False)
        try:
            return self._opened(values)
        except Forbidden:
            found = self._latest(given["proposalId"]) if latest else None
            if found is None:
                raise
            return found, False

    def _latest(self, proposal_id):
        """Return the latest session of a proposal that has a begin and an end, or None."""
        asked = {"proposalId": proposal_id, "until": _LAST, "skip": 0, "limit": _SOME}
        found = self._sessions.page(asked, self._access)["results"]
        return next((each for each in found if each["startDate"] and each["endDate"]), None)

    def _opened(self, given):
        values = dict(given)
        key = {name: values.pop(name) for name in ("proposalId", "beamLineName", "startDate")}
        _ordered(given)
        proposal, how = proposal_to_measure(
            self._tx, self._access, key["proposalId"], key["beamLineName"], Permission.INGEST_DATA
        )
        same = self._writes.same(**key, visit_number=values.get("visit_number"))
        if same is not None:
            return self._same(same), False
        if how == "participant":
            self._may_be_opened(given)
            values["scheduled"] = False
        if values.get("visit_number") is None:
            values["visit_number"] = self._writes.next_number(proposal["proposalId"])
        session_id = self._writes.add(**key, values=values)
        if how == "participant":
            self._writes.add_participant(session_id, self._access.identity.person_id)
        record(self._tx, self._access, "session added", f"session {session_id}", given)
        return self._sessions.get(session_id, self._access), True

    def _same(self, session_id):
        """Return the session that there is already; who does not see it may not open it once more."""
        try:
            return self._sessions.get(session_id, self._access)
        except NotFound:
            raise Forbidden("There is this session already, and you do not take part in it.") from None

    def change(self, session_id, given, unchanged):
        """Change a session, if it is ``unchanged`` since the caller read it; people of its proposal change remarks only."""
        found = self._locked(session_id)
        if set(given) <= {"comments"}:
            proposal_to_write(self._tx, self._access, found["proposalId"])
        else:
            session_to_write(self._tx, self._access, session_id, Permission.INGEST_DATA)
        unchanged(found)
        _ordered({**found, **given})
        self._writes.change(session_id, given)
        replaced = found["comments"] if given.get("comments", found["comments"]) != found["comments"] else None
        record(self._tx, self._access, "session changed", f"session {session_id}", given, replaced)
        return self._sessions.get(session_id, self._access)

    def set_up(self, session_id, setup_id, unchanged):
        """Note how the beamline is set up for a session, if that is ``unchanged``; who takes part may, while it runs."""
        found = self._locked(session_id)
        session_to_write(self._tx, self._access, session_id, Permission.INGEST_DATA, participants=True)
        unchanged(found)
        if not self._writes.is_setup(setup_id):
            raise Invalid(errors={"beamLineSetupId": ["There is no such set-up."]})
        self._writes.change(session_id, {"beamLineSetupId": setup_id})
        record(self._tx, self._access, "session changed", f"session {session_id}", {"beamLineSetupId": setup_id})
        return self._sessions.get(session_id, self._access)

    def _locked(self, session_id):
        """Return a session as the caller read it, once nobody else can change it: to write in it changes its lastUpdate."""
        self._writes.lock(session_id)
        return self._sessions.get(session_id, self._access)

    def _may_be_opened(self, given):
        """Let people open a short session that begins now, at a beamline that there is."""
        now = clock.facility(self._tx)
        end = given.get("endDate")
        if abs(given["startDate"] - now) > _UNPLANNED or end is None or end - given["startDate"] > LONGEST_OWN:
            raise Forbidden("Who belongs to a proposal opens sessions that begin today and last three days at most.")
        require_beamline(self._tx, self._access, "beamLineName", given["beamLineName"])


def _ordered(session):
    start, end = (str(session.get(name) or "").replace("T", " ") for name in ("startDate", "endDate"))
    if start and end and end < start:
        raise Invalid(errors={"endDate": ["Must not be before startDate."]})
