"""Make, change and remove links of what a proposal has to pages elsewhere."""

from ispyb_api.auth.editing import Editor
from ispyb_api.links.about import ABOUT
from ispyb_api.links.repository import LinkRepository


class Links(Editor):
    noun, rows = "link", LinkRepository

    def add(self, given):
        """Make a link; return it."""
        values = dict(given)
        field = next(name for name in ABOUT if name in values)
        number, what = values[field], ABOUT[field][0]
        proposal = self.parent(self._rows.proposal_of(field, number), field, f"{what} {number}")
        by = self._access.identity.login
        return self.added(self._rows.add(proposal["proposalId"], values.pop("url"), by, values), given)

    def change(self, link_id, given, unchanged):
        """Change a link, if it is ``unchanged`` since the caller read it; return it."""
        self.mine(link_id, unchanged)
        self._rows.change(link_id, given)
        return self.changed(link_id, given)

    def remove(self, link_id, unchanged):
        """Remove a link."""
        self.mine(link_id, unchanged)
        self._rows.remove(link_id)
        self.removed(link_id)
