"""Who takes part in a session, in the database.  The SQL is in sql/queries/people/participants.sql."""

from ispyb_api import names
from ispyb_api.db.listing import Listing, conjunction
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound

PARTICIPANTS = Listing(
    filters={"sessionId": ("shp.sessionId", "eq"), "role": ("shp.role", "eq")},
    sorts={
        "familyName": ("pe.familyName ASC, pe.givenName ASC", "pe.familyName DESC, pe.givenName DESC"),
        "givenName": ("pe.givenName ASC, pe.familyName ASC", "pe.givenName DESC, pe.familyName DESC"),
        "role": "shp.role",
        "personId": "pe.personId",
    },
    default_sort="familyName",
    tie_breaker="pe.personId",
)


class ParticipantRepository:
    """``manager`` says whether the caller may know everybody's login."""

    def __init__(self, tx, access, *, manager):
        self._tx, self._access, self._manager = tx, access, manager

    def page(self, session, arguments):
        """Return one page of the people of a session, which is given by its name or its id."""
        asked = {**arguments, "sessionId": self._session(session)}
        queries = "people.list_people_of_session", "people.count_people_of_session"
        page = PARTICIPANTS.read(self._tx, *queries, asked, visible=self._access.sessions("s.sessionId"))
        if not self._manager:
            for each in page["results"]:
                each["login"] = None
        return page

    def _session(self, session):
        where = names.session(session)
        if session.isdecimal() and len(session) < 10:
            where = Clause("s.sessionId = :n_session", {"n_session": int(session)})
        slots = {"visible": self._access.sessions("s.sessionId"), "where": conjunction(where)}
        found = self._tx.value("people.session_called", slots)
        if found is None:
            raise NotFound(f"No session {session}.")
        return found
