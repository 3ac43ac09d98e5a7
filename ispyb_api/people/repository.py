"""Persons in the database.  The SQL is in sql/queries/people/."""

from ispyb_api import names
from ispyb_api.db.listing import Listing, conjunction, envelope, like
from ispyb_api.db.queries import Clause

PERSONS = Listing(
    filters={"sessionId": ("shp.sessionId", "eq")},
    sorts={
        "familyName": ("familyName ASC, givenName ASC", "familyName DESC, givenName DESC"),
        "givenName": ("givenName ASC, familyName ASC", "givenName DESC, familyName DESC"),
        "personId": "personId",
    },
    default_sort="familyName",
    tie_breaker="personId",
)

EVERYBODY = ("people.list_persons", "people.count_persons")
KNOWN = ("people.list_known_persons", "people.count_known_persons")
PARTICIPANTS = ("people.list_participants", "people.count_participants")

# The same persons as KNOWN, for a caller who sees every proposal: asked of each person of a page.  Written so that
# MariaDB does not make it four joins with whole tables, as it does of EXISTS.
INVOLVED = Clause(
    "COALESCE((SELECT 1 FROM Session_has_Person i1 WHERE i1.personId = pe.personId LIMIT 1),"
    " (SELECT 1 FROM ProposalHasPerson i2 WHERE i2.personId = pe.personId LIMIT 1),"
    " (SELECT 1 FROM LabContact i3 WHERE i3.personId = pe.personId LIMIT 1),"
    " (SELECT 1 FROM Proposal i4 WHERE i4.personId = pe.personId LIMIT 1)) = 1"
)


class PersonRepository:
    """``manager`` says whether the caller may know every person, and everybody's login."""

    def __init__(self, tx, access, *, manager):
        self._tx, self._access, self._manager = tx, access, manager

    def page(self, arguments):
        """Return one page of the persons that match and that the caller may know."""
        if "sessionId" in arguments:
            return self._with_sessions(self._read(PARTICIPANTS, arguments))
        if "proposal" in arguments:
            return self._read(KNOWN, arguments)
        if self._manager and arguments.get("showAll"):
            return self._read(EVERYBODY, arguments)
        if self._access.everything:
            return self._read(EVERYBODY, arguments, INVOLVED)
        return self._read(KNOWN, arguments)

    def _read(self, queries, arguments, *also):
        rows, count = queries
        slots = PERSONS.slots(
            arguments,
            visible=self._access.contents("p.proposalId"),
            visible_sessions=self._access.sessions("s.sessionId"),
            where_proposal=conjunction("proposal" in arguments and names.proposal(arguments["proposal"])),
        )
        slots["where"] = PERSONS.where(arguments, self._search(arguments.get("search")), *also)
        found = self._tx.all(rows, slots)
        for person in found:
            person.setdefault("_metadata", None)
            person["login"] = person["login"] if self._manager else None
        unordered = {name: clause for name, clause in slots.items() if name not in ("order", "page")}
        return envelope(found, arguments, lambda: self._tx.total(count, unordered))

    def _search(self, text):
        if text is None:
            return None
        columns = ["pe.familyName", "pe.givenName", "CONCAT(pe.givenName, ' ', pe.familyName)"]
        columns += ["pe.login"] if self._manager else []
        return Clause(" OR ".join(f"{each} LIKE :s_text ESCAPE '!'" for each in columns), {"s_text": like(text)})

    def _with_sessions(self, page):
        by_id = {person["personId"]: person["_metadata"] for person in page["results"]}
        if by_id:
            visible = {"visible_sessions": self._access.sessions("s.sessionId")}
            for row in self._tx.all("people.sessions_of_persons", visible, persons=list(by_id)):
                by_id[row["personId"]].update(sessions=row["sessions"], lastSession=row["lastSession"])
        return page
