"""Sharing: the principal investigator of a proposal lets a person see one session, or what is measured of one sample.

So can holders of manage_grants, as far as they see the proposal themselves: nobody shares what is hidden from him or her.
"""

from ispyb_api.auth import activity
from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import proposal_to_write
from ispyb_api.errors import Conflict, Forbidden, Invalid
from ispyb_api.grants.repository import GrantRepository


class Sharing:
    """What a caller with the view ``access`` may do about a proposal's grants, in one transaction."""

    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._grants = GrantRepository(tx)

    def page(self, proposal, arguments):
        """Return one page of what a proposal shares."""
        found = self._managed(proposal)
        return self._grants.page({**arguments, "proposalId": found["proposalId"]})

    def get(self, proposal, grant_id):
        """Return one grant."""
        return self._grants.get(grant_id, self._managed(proposal)["proposalId"])

    def add(self, proposal, given):
        """Share a session or a sample of an open proposal with a person; return the grant."""
        grant, new = self.add_once(proposal, given)
        if not new:
            raise Conflict("That is shared with this person already.")
        return grant

    def add_once(self, proposal, given):
        """Share something, unless it is shared already; return the grant, and whether it is new."""
        found = self._managed(proposal)
        proposal_to_write(self._tx, self._access, found["proposalId"], Permission.MANAGE_GRANTS)
        session_id, sample_id = given.get("sessionId"), given.get("blSampleId")
        person, errors = self._person(given)
        errors |= self._session(session_id, found) if session_id else self._sample(sample_id, found)
        if errors:
            raise Invalid(errors=errors)
        if same := self._same(person, session_id, sample_id, found):
            return same, False
        by = self._access.identity.login
        grant_id = self._grants.add(person["personId"], found["proposalId"], session_id, sample_id, by)
        grant = self._grants.get(grant_id, found["proposalId"])
        self._record("grant added", found, grant)
        return grant, True

    def remove(self, proposal, grant_id):
        """Share something no longer; of a closed proposal too."""
        found = self._managed(proposal)
        grant = self._grants.get(grant_id, found["proposalId"])
        self._grants.remove(grant_id)
        self._record("grant removed", found, grant)

    def _managed(self, name):
        """Return the proposal, if the caller may say what it shares."""
        found, identity = self._grants.proposal(name, self._access), self._access.identity
        leads = found["personId"] == identity.person_id and identity.service_token is None
        if not leads and Permission.MANAGE_GRANTS not in identity.permissions:
            raise Forbidden(
                f"Only its principal investigator, or who holds the permission {Permission.MANAGE_GRANTS}, says what"
                " a proposal shares."
            )
        return found

    def _person(self, given):
        name = "personId" if "personId" in given else "login"
        persons = self._grants.persons(person_id=given.get("personId"), login=given.get("login"))
        if len(persons) == 1:
            return persons[0], {}
        return None, {name: ["Several persons have this login."] if persons else ["Nobody who can log in is known so."]}

    def _session(self, session_id, proposal):
        if self._grants.sees_session(session_id, proposal["proposalId"], self._access):
            return {}
        return {"sessionId": [f"No session {session_id} of {proposal['proposal']}."]}

    def _sample(self, sample_id, proposal):
        if not self._grants.is_sample(sample_id, proposal["proposalId"]):
            return {"blSampleId": [f"No sample {sample_id} of {proposal['proposal']}."]}
        if not self._grants.sees_every_session(proposal["proposalId"], self._access):
            raise Forbidden("The sample may have been measured in sessions of the proposal that you do not see.")
        return {}

    def _same(self, person, session_id, sample_id, proposal):
        """Return the same grant of this proposal, or None; one of another proposal is in the way, or outlived."""
        same = self._grants.same(person["personId"], session_id, sample_id)
        if same is None:
            return None
        if same["proposalId"] == proposal["proposalId"]:
            return self._grants.get(same["grantId"], proposal["proposalId"])
        if sample_id:
            raise Conflict("Another proposal shares this sample with this person.")
        self._grants.remove(same["grantId"])  # the session belonged to another proposal then
        return None

    def _record(self, action, proposal, grant):
        what = f"session {grant['sessionId']}" if grant["sessionId"] else f"sample {grant['blSampleId']}"
        with_whom = f"person {grant['personId']} {grant['login'] or ''}".rstrip()
        activity.record(
            self._tx,
            action=action,
            login=self._access.identity.login,
            target=f"proposal {proposal['proposal']}",
            detail=f"{what} with {with_whom}",
        )
