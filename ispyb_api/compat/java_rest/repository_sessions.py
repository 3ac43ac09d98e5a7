"""Sessions.  The SQL is in sql/queries/java_rest/sessions.sql."""

from ispyb_api.compat.java_rest import optional
from ispyb_api.db.listing import like

MOST = 5000  # rows of a list: front ends show five hundred


class Sessions:
    """Rows of sessions that the caller may see, the newest first."""

    def __init__(self, call):
        self._tx, self._call = call.tx, call
        self._slots = {"visible": call.access.sessions("s.sessionId")}

    def all(self):
        """Return every one."""
        return self._rows(self._tx.all("java_rest.visible_sessions", self._slots, most=MOST))

    def of_proposal(self):
        """Return those of the proposal."""
        proposal = self._call.proposal_id
        return self._rows(self._tx.all("java_rest.sessions_of_proposal", self._slots, proposalId=proposal, most=MOST))

    def among(self, ids):
        """Return those of these sessions that are the proposal's."""
        return self._rows([{"sessionId": each} for each in self.ids_among(ids)])

    def ids_among(self, ids):
        """Return the ids of the same."""
        found = self._tx.all("java_rest.sessions_among", self._slots, proposalId=self._call.proposal_id, sessions=ids)
        return [row["sessionId"] for row in found]

    def between(self, start, end):
        """Return those whose time has something in common with a span."""
        return self._rows(self._tx.all("java_rest.sessions_between", self._slots, start=start, end=end, most=MOST))

    def of_operator(self, text):
        """Return those in whose operator's name a text is found."""
        values = {"operator": like(text), "most": MOST}
        return self._rows(self._tx.all("java_rest.sessions_of_operator", self._slots, **values))

    def of_proposal_between(self, start, end):
        """Return the same of the proposal."""
        values = {"proposalId": self._call.proposal_id, "start": start, "end": end, "most": MOST}
        return self._rows(self._tx.all("java_rest.sessions_of_proposal_between", self._slots, **values))

    def _rows(self, found):
        ids = [row["sessionId"] for row in found]
        if not ids:
            return []
        rows = {row["sessionId"]: row for row in self._tx.all("java_rest.sessions", sessions=ids)}
        for counted in self._tx.all("java_rest.session_collections", sessions=ids):
            rows[counted["sessionId"]].update(counted)
        for counted in optional.every(self._tx, "java_rest.session_experiments", sessions=ids):
            rows[counted["sessionId"]].update(counted)
        return list(rows.values())
