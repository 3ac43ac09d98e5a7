"""Persons as administrators look for them.  The SQL is in sql/queries/admin/."""

from ispyb_api.db.listing import Listing, like
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound

_SEARCHED = ("p.login", "p.familyName", "p.givenName", "CONCAT(p.givenName, ' ', p.familyName)", "p.emailAddress")

PERSONS = Listing(
    filters={
        "personId": ("p.personId", "eq"),
        "login": ("p.login", "eq"),
        "userGroupId": lambda group: Clause(
            "p.personId IN (SELECT member.personId FROM UserGroup_has_Person member"
            " WHERE member.userGroupId = :f_group)",
            {"f_group": group},
        ),
        "search": lambda text: Clause(
            " OR ".join(f"{column} LIKE :f_text ESCAPE '!'" for column in _SEARCHED), {"f_text": like(text)}
        ),
    },
    sorts={
        "familyName": ("p.familyName ASC, p.givenName ASC", "p.familyName DESC, p.givenName DESC"),
        "login": "p.login",
        "personId": "p.personId",
    },
    default_sort="familyName",
    tie_breaker="p.personId",
)


# What is known of a person besides the login.
TOLD = ("givenName", "familyName", "emailAddress", "phoneNumber", "siteId")


class AdminPersonRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments):
        """Return one page of the persons that match, with the groups they are in."""
        page = PERSONS.read(self._tx, "admin.list_persons", "admin.count_persons", arguments, visible=Clause())
        groups = {person["personId"]: person.setdefault("groups", []) for person in page["results"]}
        if groups:
            for row in self._tx.all("admin.groups_of_persons", persons=list(groups)):
                groups[row.pop("personId")].append(row)
        return page

    def get(self, person_id):
        """Return one person by his or her id."""
        found = self.page({"personId": person_id, "skip": 0, "limit": 2})["results"]
        if not found:
            raise NotFound(f"No person {person_id}.")
        return found[0]

    def add(self, **told):
        """Make a person; return his or her id."""
        return self._tx.value("auth.add_person", **{**dict.fromkeys(TOLD), **told})

    def with_login(self, login):
        """Return the persons who have a login; there should be one at most."""
        return self.page({"login": login, "skip": 0, "limit": 2})["results"]
