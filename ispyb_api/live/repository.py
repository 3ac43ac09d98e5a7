"""Whether a session may be watched.  The SQL is in sql/queries/live/sessions.sql."""

from ispyb_api.errors import NotFound


def session_exists(tx, session_id, access):
    """Raise NotFound for a session that is not there, or that the caller does not see."""
    if tx.value("live.session", {"visible": access.sessions("s.sessionId")}, sessionId=session_id) is None:
        raise NotFound(f"No session {session_id}.")
