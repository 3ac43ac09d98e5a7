"""Which rows the caller may see: one clause, joined into every query."""

from dataclasses import dataclass
from typing import Any

from ispyb_api.auth.identity import Identity
from ispyb_api.auth.permissions import Permission
from ispyb_api.db.queries import Clause


@dataclass(frozen=True)
class Access:
    """The caller's view of the database; ``text`` returns the rule's SQL by name."""

    identity: Identity
    text: Any

    @property
    def everything(self):
        return Permission.ALL_PROPOSALS in self.identity.permissions

    def sessions(self, column):
        """Return the join that leaves the sessions the caller may see, for the slot ``visible``."""
        return self._join("auth.visible_sessions", "sessionId", column)

    def proposals(self, column):
        """Return the join that leaves the proposals the caller may see."""
        return self._join("auth.visible_proposals", "proposalId", column)

    def ui_groups(self, beamlines):
        """Return the kinds of display for these beamlines, as the option beamLineGroups says."""
        wanted = {name.casefold() for name in beamlines}
        groups = (
            g for g in self.identity.all_groups if g.ui_group and any(b.casefold() in wanted for b in g.beamlines)
        )
        return list(dict.fromkeys(group.ui_group for group in groups))

    def beamlines_of(self, group_name, *, archived=True):
        """Return the beamlines of the group with this name, or only those in use; none if there is no such group."""
        lines = next((g.lines for g in self.identity.all_groups if g.name == group_name), ())
        return tuple(line.name for line in lines if archived or not line.archived)

    def _join(self, query, key, column):
        if self.everything:
            return Clause()
        sql = f"JOIN ({self.text(query)}) visible ON visible.{key} = {column}"
        return Clause(sql, {"v_person": self.identity.person_id, "v_beamlines": self.identity.beamlines})
