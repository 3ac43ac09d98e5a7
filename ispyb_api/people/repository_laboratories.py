"""Where people work, in the database.  The SQL is in sql/queries/people/laboratories.sql."""

from ispyb_api import names
from ispyb_api.db.listing import Listing, conjunction, like
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound

LABORATORIES = Listing(
    filters={
        "laboratoryId": ("la.laboratoryId", "eq"),
        "country": ("la.country", "eq"),
        "search": lambda text: Clause(
            "la.name LIKE :s_text ESCAPE '!' OR la.city LIKE :s_text ESCAPE '!' OR la.organization LIKE :s_text ESCAPE '!'",
            {"s_text": like(text)},
        ),
    },
    sorts={"name": "la.name", "city": "la.city", "country": "la.country", "laboratoryId": "la.laboratoryId"},
    default_sort="name",
    tie_breaker="la.laboratoryId",
)


class LaboratoryRepository:
    """``manager`` says whether the caller may know every laboratory."""

    def __init__(self, tx, *, manager=False):
        self._tx, self._manager = tx, manager

    def page(self, arguments, access):
        """Return one page of the laboratories that match, of the persons whom the caller meets."""
        queries = "people.list_laboratories", "people.count_laboratories"
        return LABORATORIES.read(self._tx, *queries, arguments, visible=self._known(arguments.get("proposal"), access))

    def get(self, laboratory_id, access):
        """Return one laboratory by its id."""
        found = self.page({"laboratoryId": laboratory_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No laboratory {laboratory_id}.")
        return found[0]

    def _known(self, proposal, access):
        """Return the join with the laboratories of the persons whom the caller meets, or meets in a proposal."""
        if (access.everything or self._manager) and proposal is None:
            return Clause()
        proposals, sessions = access.contents("p.proposalId"), access.sessions("s.sessionId")
        where = conjunction(proposal is not None and names.proposal(proposal))
        rows = self._tx.part("people.laboratories_of_people").sql.replace("/*visible*/", proposals.sql)
        rows = rows.replace("/*visible_sessions*/", sessions.sql).replace("/*where*/", where.sql)
        values = {**proposals.params, **sessions.params, **where.params}
        return Clause(f"JOIN ({rows}) known ON known.laboratoryId = la.laboratoryId", values)


class LaboratoryWrites:
    def __init__(self, tx):
        self._tx = tx

    def take_turn(self):
        """Let nobody else make a laboratory, or give it a number, until the transaction ends."""
        self._tx.lock("people.take_turn")

    def with_number(self, number):
        """Return the id of the laboratory with a number of the user office, or None."""
        return self._tx.value("people.laboratory_with_number", number=number)

    def add(self, name, values):
        """Make a laboratory; return its id."""
        return self._tx.add("people.add_laboratory", self._spelt(values), name=name)

    def lock(self, laboratory_id):
        """Keep others from changing a laboratory until the transaction ends."""
        self._tx.lock("people.lock_laboratory", laboratoryId=laboratory_id)

    def change(self, laboratory_id, values):
        """Change columns of a laboratory."""
        self._tx.change("people.change_laboratory", self._spelt(values), laboratoryId=laboratory_id)

    def _spelt(self, values):
        """Return values with the user office's number under the name that this family has for it."""
        if "laboratoryExtPk" not in values or "laboratoryextpk" in self._tx.columns("Laboratory"):
            return values
        others = {name: value for name, value in values.items() if name != "laboratoryExtPk"}
        return {**others, "laboratoryPk": values["laboratoryExtPk"]}
