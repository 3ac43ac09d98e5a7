"""Which rows the caller may see: one clause, joined into every query.  The rules' SQL is in sql/queries/auth/visible.sql."""

from dataclasses import dataclass
from typing import Any

from ispyb_api.auth.identity import Identity
from ispyb_api.auth.permissions import Permission
from ispyb_api.db.queries import Clause


@dataclass(frozen=True)
class Rule:
    """One reason to see sessions and proposals: its name, and the queries that find them."""

    name: str
    sessions: str
    proposals: str


PARTICIPANT = Rule("participant", "auth.sessions_taken_part_in", "auth.proposals_taken_part_in")
MEMBER = Rule("member", "auth.sessions_of_memberships", "auth.proposals_of_memberships")
LEADER = Rule("principal investigator", "auth.sessions_led", "auth.proposals_led")
ROLE = Rule("role", "auth.sessions_of_roles", "auth.proposals_of_roles")
BEAMLINE = Rule("beamline", "auth.sessions_at_beamlines", "auth.proposals_at_beamlines")
UNPROTECTED = Rule("beamline", "auth.unprotected_sessions_at_beamlines", "auth.proposals_unprotected_at_beamlines")
GRANT = Rule("grant", "auth.sessions_granted", "auth.proposals_granted")
STAFF = (BEAMLINE, UNPROTECTED)

# What is measured, where single samples may be shared: the key of its rows, the query of those that are visible, and
# the column of it that the visible sessions are joined with.
_MEASURED = {
    "dc": ("dataCollectionGroupId", "auth.visible_groups", "vg.sessionId"),
    "robot": ("robotActionId", "auth.visible_robot_actions", "vr.blsessionId"),
    "es": ("energyScanId", "auth.visible_energy_scans", "ve.sessionId"),
    "xrf": ("xfeFluorescenceSpectrumId", "auth.visible_spectra", "vx.sessionId"),
}


@dataclass(frozen=True)
class Access:
    """The caller's view of the database.

    ``text`` returns a rule's SQL by name, None where this database lacks what it needs.  ``proposal_roles`` and
    ``protected_data`` are settings: see ``[auth]``.
    """

    identity: Identity
    text: Any
    proposal_roles: tuple = ()
    protected_data: tuple = ()

    @property
    def everything(self):
        return self._all_proposals and self.identity.limits is None

    @property
    def _all_proposals(self):
        return Permission.ALL_PROPOSALS in self.identity.permissions

    @property
    def rules(self):
        """Return the rules by which this caller may see something, besides the permission to see everything."""
        found = [PARTICIPANT, MEMBER, LEADER]
        if self.proposal_roles:
            found.append(ROLE)
        if self.identity.beamlines:
            found.append(UNPROTECTED if self._keeps_protected_data else BEAMLINE)
        return (*found, GRANT)

    def sessions(self, column, *rules):
        """Return the join that leaves the sessions the caller may see, or sees by ``rules``, for the slot ``visible``."""
        seen = Clause()
        if rules or not self._all_proposals:
            seen = self._join(self._sessions(rules or self.rules), "sessionId", column)
        return self._within(seen, "auth.sessions_within", "sessionId", column)

    def proposals(self, column, *rules):
        """Return the join that leaves the proposals the caller may see, or sees by ``rules``."""
        seen = Clause()
        if rules or not self._all_proposals:
            rows = self._union("proposalId", (rule.proposals for rule in rules or self.rules))
            seen = self._join(rows, "proposalId", column)
        return self._within(seen, "auth.proposals_within", "proposalId", column)

    def contents(self, column):
        """Return the join that leaves the proposals whose samples, shipments and people the caller may see.

        That a session or a sample of a proposal was shared does not open the rest of the proposal.
        """
        return self.proposals(column, *(r for r in self.rules if r is not GRANT and not self._all_proposals))

    def measured(self, kind, column, session_column):
        """Return the join that leaves what the caller may see of a ``kind`` of measurements: "dc", "robot", "es", "xrf".

        ``column`` is the key of its rows; of data collections, that of their group.
        """
        key, query, of_session = _MEASURED[kind]
        rows = self.text(query)
        if self._all_proposals or self.identity.limits or not self.identity.shared_samples or not rows:
            return self.sessions(session_column)
        mine = self._join(self._sessions(self.rules), "sessionId", of_session, "mine")
        return self._join(rows.replace("/*visible*/", mine.sql), key, column)

    def ui_groups(self, beamlines):
        """Return the kinds of display for these beamlines, as the option beamLineGroups says."""
        wanted = {name.casefold() for name in beamlines}
        groups = (
            g for g in self.identity.all_groups if g.ui_group and any(b.casefold() in wanted for b in g.beamlines)
        )
        return list(dict.fromkeys(group.ui_group for group in groups))

    def beamlines_of(self, group_name, *, archived=True):
        """Return the beamlines of the group with this name, in either case, or only those in use; none if there is no such group."""
        wanted = (group_name or "").casefold()
        lines = next((g.lines for g in self.identity.all_groups if g.name.casefold() == wanted), ())
        return tuple(line.name for line in lines if archived or not line.archived)

    def names_beamline(self, name):
        """Tell whether the option beamLineGroups has a beamline of this name."""
        return name.casefold() in {line.casefold() for group in self.identity.all_groups for line in group.beamlines}

    @property
    def _keeps_protected_data(self):
        return self.protected_data and self.text(UNPROTECTED.sessions) is not None

    def _sessions(self, rules):
        return self._union("sessionId", (rule.sessions for rule in rules))

    def _union(self, key, names):
        """Return the rows of all these queries, each once; what this database lacks the tables for opens nothing."""
        found = list(filter(None, map(self.text, names)))
        return "\n UNION\n".join(found) if len(found) > 1 else f"SELECT DISTINCT one.{key} FROM ({found[0]}) one"

    def _within(self, seen, query, key, column):
        """Cut down what is seen to what a service token is limited to."""
        limits = self.identity.limits
        if limits is None:
            return seen
        where = limits.sessions() if key == "sessionId" else limits.of_proposals()
        rows = self.text(query).replace("/*where*/", where.sql)
        sql = f"{seen.sql} JOIN ({rows}) within ON within.{key} = {column}"
        return Clause(sql, {**seen.params, **where.params})

    def _join(self, rows, key, column, alias="visible"):
        values = {
            "v_person": self.identity.person_id,
            "v_beamlines": self.identity.beamlines,
            "v_roles": self.proposal_roles,
            "v_protected": self.protected_data,
        }
        return Clause(f"JOIN ({rows}) {alias} ON {alias}.{key} = {column}", values)
