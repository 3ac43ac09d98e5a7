"""What proposals share with single persons.  The SQL is in sql/queries/grants/."""

from ispyb_api import names
from ispyb_api.auth import clock
from ispyb_api.db.listing import Listing, conjunction
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound

GRANTS = Listing(
    filters={
        "proposalId": ("gr.proposalId", "eq"),
        "grantId": ("gr.grantId", "eq"),
        "personId": ("gr.personId", "eq"),
        "sessionId": ("gr.sessionId", "eq"),
        "blSampleId": ("gr.blSampleId", "eq"),
    },
    sorts={"grantId": "gr.grantId"},
    default_sort="grantId",
    tie_breaker="gr.grantId",
)


class GrantRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments):
        """Return one page of the grants that match."""
        page = GRANTS.read(self._tx, "grants.list_grants", "grants.count_grants", arguments, visible=Clause())
        for each in page["results"]:
            each["createdAt"] = clock.shown(each["createdAt"])
        return page

    def get(self, grant_id, proposal_id):
        """Return one grant of a proposal."""
        found = self.page({"grantId": grant_id, "proposalId": proposal_id, "skip": 0, "limit": 2})["results"]
        if not found:
            raise NotFound(f"No grant {grant_id} of this proposal.")
        return found[0]

    def proposal(self, name, access):
        """Return the proposal of this name or id, unless the caller knows it only because something is shared."""
        by_id = name.isdecimal() and len(name) < 10
        key = Clause("p.proposalId = :f_id", {"f_id": int(name)}) if by_id else names.proposal(name)
        slots = {"visible": access.contents("p.proposalId"), "where": conjunction(key)}
        found = self._tx.one("grants.find_proposal", slots)
        if found is None:
            raise NotFound(f"No proposal {name}.")
        return found

    def persons(self, *, person_id=None, login=None):
        """Return the persons who can log in with this row or this login; there should be one."""
        return self._tx.all("grants.find_persons", personId=person_id, login=login)

    def sees_session(self, session_id, proposal_id, access):
        """Tell whether this is a session of the proposal that the caller sees."""
        slots = {"visible": access.sessions("s.sessionId")}
        return bool(self._tx.all("grants.find_session", slots, sessionId=session_id, proposalId=proposal_id))

    def sees_every_session(self, proposal_id, access):
        """Tell whether no session of the proposal is hidden from the caller."""
        visible = {"visible": access.sessions("s.sessionId")}
        seen = self._tx.value("grants.count_sessions", visible, proposalId=proposal_id)
        return seen == self._tx.value("grants.count_sessions", proposalId=proposal_id)

    def is_sample(self, sample_id, proposal_id):
        """Tell whether this is a sample of the proposal."""
        return bool(self._tx.all("grants.find_sample", blSampleId=sample_id, proposalId=proposal_id))

    def same(self, person_id, session_id, sample_id):
        """Return the grant of the same thing to the same person, be it another proposal's; or None."""
        values = {"personId": person_id, "sessionId": session_id, "blSampleId": sample_id}
        return self._tx.one("grants.same_grant", **values)

    def add(self, person_id, proposal_id, session_id, sample_id, by):
        """Share something; return the grant's id."""
        values = {"personId": person_id, "proposalId": proposal_id, "sessionId": session_id, "blSampleId": sample_id}
        return self._tx.value("grants.add_grant", createdAt=clock.now(), createdBy=by[:45], **values)

    def remove(self, grant_id):
        self._tx.run("grants.remove_grant", grantId=grant_id)

    def forget_sample(self, sample_id):
        """Forget with whom a sample was shared that is no more."""
        self._tx.run("grants.remove_grants_of_sample", blSampleId=sample_id)
