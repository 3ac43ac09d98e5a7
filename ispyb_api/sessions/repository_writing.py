"""Write sessions.  The SQL is in sql/queries/sessions/writing.sql."""

import datetime


class SessionWrites:
    def __init__(self, tx):
        self._tx = tx

    def same(self, *, proposalId, beamLineName, startDate, visit_number):  # noqa: N803 - the columns' names
        """Return the id of the session that this one would be again, or None."""
        day = datetime.datetime.combine(startDate.date(), datetime.time())
        return self._tx.value(
            "sessions.same_session",
            proposalId=proposalId,
            beamLineName=beamLineName,
            visit_number=visit_number,
            day=day,
            next_day=day + datetime.timedelta(days=1),
        )

    def next_number(self, proposal_id):
        return self._tx.value("sessions.next_visit_number", proposalId=proposal_id)

    def is_beamline(self, name):
        return self._tx.value("sessions.is_beamline", beamLineName=name) is not None

    def is_setup(self, setup_id):
        return self._tx.value("sessions.is_setup", beamLineSetupId=setup_id) is not None

    def add(self, *, values, **key):
        """Make a session; return its id."""
        return self._tx.add("sessions.add_session", values, **key)

    def add_participant(self, session_id, person_id):
        self._tx.add("sessions.add_participant", {}, sessionId=session_id, personId=person_id)

    def lock(self, session_id):
        """Keep others from changing a session until the transaction ends."""
        self._tx.lock("sessions.lock_session", sessionId=session_id)

    def change(self, session_id, values):
        self._tx.change("sessions.change_session", values, sessionId=session_id)
