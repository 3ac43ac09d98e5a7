"""Links to pages elsewhere in the database.  The SQL is in sql/queries/links/links.sql."""

from ispyb_api import names
from ispyb_api.auth import clock
from ispyb_api.db.listing import Listing
from ispyb_api.errors import NotFound
from ispyb_api.links.about import ABOUT

LINKS = Listing(
    filters={
        "linkId": ("li.linkId", "eq"),
        "proposal": names.proposal,
        "externalId": ("li.externalId", "eq"),
        **{name: (f"li.{name}", "eq") for name in ABOUT},
    },
    sorts={"linkId": "li.linkId"},
    default_sort="linkId",
    tie_breaker="li.linkId",
)


class LinkRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the links that match and that the caller may see."""
        visible = access.contents("li.proposalId")
        page = LINKS.read(self._tx, "links.list_links", "links.count_links", arguments, visible=visible)
        for row in page["results"]:
            row["createdAt"] = clock.shown(str(row["createdAt"]))
        return page

    def get(self, link_id, access):
        """Return one link by its id."""
        found = self.page({"linkId": link_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No link {link_id}.")
        return found[0]

    def lock(self, link_id):
        """Keep others from changing a link until the transaction ends."""
        self._tx.lock("links.lock_link", linkId=link_id)

    def proposal_of(self, field, number):
        """Return the id of the proposal of what a link is about, None if there is no such row."""
        return self._tx.value(ABOUT[field][1], number=number)

    def add(self, proposal_id, url, by, values):
        """Make a link; return its id."""
        key = {"proposalId": proposal_id, "url": url, "createdAt": clock.now(), "createdBy": by[:45]}
        return self._tx.add("links.add_link", values, **key)

    def change(self, link_id, values):
        """Change a link."""
        self._tx.change("links.change_link", values, linkId=link_id)

    def remove(self, link_id):
        """Drop a link."""
        self._tx.run("links.remove_link", linkId=link_id)

    def forget(self, field, number):
        """Drop the links about a row that is no more."""
        self._tx.run(ABOUT[field][2], number=number)
