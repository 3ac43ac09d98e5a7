"""Why a person sees what, rule by rule.  The SQL is in sql/queries/admin/access.sql, the rules' in auth/visible.sql."""

from dataclasses import dataclass, replace

from ispyb_api import names
from ispyb_api.auth import access as rules
from ispyb_api.auth import clock, options
from ispyb_api.auth.identity import Identity, beamline_groups
from ispyb_api.auth.permissions import Permission
from ispyb_api.db.listing import conjunction
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound

FIRST = 5

_REASONS = {
    rules.PARTICIPANT: "Takes part in these sessions.",
    rules.MEMBER: "Belongs to these proposals, so sees all their sessions.",
    rules.LEADER: "Is principal investigator of these proposals, so sees all their sessions.",
    rules.ROLE: "Has a role in a session of these proposals that opens all their sessions.",
    rules.GRANT: "These sessions, and samples of these proposals, were shared with this person.",
}


@dataclass(frozen=True)
class Way:
    """One way to see something: the view of somebody to whom only this way is open, and the rules it stands for."""

    name: str
    reason: str
    view: rules.Access
    rules: tuple = ()
    permission: str | None = None
    beamlines: tuple = ()


class AccessRepository:
    """``caller`` is the view of who asks: names are told only of what he or she sees too."""

    def __init__(self, tx, caller):
        self._tx, self._caller = tx, caller

    def explain(self, person, about):
        """Return by which rules a person sees something; ``about`` may hold a session's or a proposal's id."""
        held = self._held(person["personId"])
        view = replace(self._caller, identity=self._identity(person, held))
        return {
            "permissions": [{"type": name, "groups": groups} for name, groups in held.items()],
            "sessions": self._count("admin.count_sessions", view.sessions("s.sessionId")),
            "proposals": self._count("admin.count_proposals", view.proposals("p.proposalId")),
            "samples": self._tx.total("admin.count_shared_samples", personId=person["personId"]),
            "visible": self._opens(view, (), about),
            "rules": [self._told(way, held, about) for way in _ways(view)],
        }

    def about(self, arguments):
        """Return the id of the session or the proposal that was asked about; the caller must see it."""
        if "sessionId" in arguments:
            also = {"visible": self._caller.sessions("s.sessionId")}
            if not self._tx.all("admin.named_sessions", also, sessions=[arguments["sessionId"]]):
                raise NotFound(f"No session {arguments['sessionId']}.")
            return {"sessionId": arguments["sessionId"]}
        if "proposal" in arguments:
            return {"proposalId": self._proposal_id(arguments["proposal"])}
        return {}

    def _proposal_id(self, name):
        slots = {"visible": self._caller.proposals("p.proposalId"), "where": conjunction(names.proposal(name))}
        found = self._tx.all("admin.proposal_named", slots)
        if not found:
            raise NotFound(f"No proposal {name}.")
        return found[0]["proposalId"]

    def _held(self, person_id):
        """Return the groups by which each permission is held."""
        held: dict[str, list[str]] = {}
        for row in self._tx.all("admin.permissions_of_person", personId=person_id, now=clock.now()):
            name = f"{row['groupName']} (given by a directory)" if row["byDirectory"] else row["groupName"]
            held.setdefault(row["type"], []).append(name)
        return held

    def _identity(self, person, held):
        text = options.values(self._tx, ["beamLineGroups"]).get("beamLineGroups")
        return Identity(
            person["login"], person["personId"], "", permissions=frozenset(held), all_groups=beamline_groups(text)
        )

    def _told(self, way, held, about):
        sessions, proposals = (
            way.view.sessions("s.sessionId", *way.rules),
            way.view.proposals("p.proposalId", *way.rules),
        )
        return {
            "rule": way.name,
            "reason": way.reason,
            "permission": way.permission,
            "groups": held.get(way.permission, []),
            "beamLines": list(way.beamlines),
            "sessions": self._count("admin.count_sessions", sessions),
            "proposals": self._count("admin.count_proposals", proposals),
            "opens": self._opens(way.view, way.rules, about),
            "firstSessions": self._first_sessions(sessions),
            "firstProposals": self._first_proposals(proposals),
        }

    def _count(self, query, visible, where=None):
        return self._tx.total(query, {"visible": visible, "where": where or Clause()})

    def _opens(self, view, wanted, about):
        """Tell whether the session or the proposal that was asked about is visible; None if none was."""
        if "sessionId" in about:
            where = Clause("AND s.sessionId = :a_id", {"a_id": about["sessionId"]})
            return bool(self._count("admin.count_sessions", view.sessions("s.sessionId", *wanted), where))
        if "proposalId" in about:
            where = Clause("AND p.proposalId = :a_id", {"a_id": about["proposalId"]})
            return bool(self._count("admin.count_proposals", view.proposals("p.proposalId", *wanted), where))
        return None

    def _first_sessions(self, visible):
        rows = self._tx.all("admin.latest_sessions", {"visible": visible}, most=FIRST)
        also = {"visible": self._caller.sessions("s.sessionId")}
        return self._tx.all("admin.named_sessions", also, sessions=[row["sessionId"] for row in rows])

    def _first_proposals(self, visible):
        rows = self._tx.all("admin.latest_proposals", {"visible": visible}, most=FIRST)
        also = {"visible": self._caller.proposals("p.proposalId")}
        return self._tx.all("admin.named_proposals", also, proposals=[row["proposalId"] for row in rows])


def _ways(view):
    """Yield the ways to see something that a person may have."""
    if view.everything:
        everything = "Sees every proposal and every session."
        yield Way("all_proposals", everything, view, permission=Permission.ALL_PROPOSALS)
    for rule in view.rules:
        if rule in (rules.BEAMLINE, rules.UNPROTECTED):
            yield from _by_beamlines(view, rule)
        else:
            yield Way(rule.name, _REASONS[rule], view, (rule,))


def _by_beamlines(view, rule):
    """Yield a way for each group of beamlines."""
    for group in view.identity.groups:
        alone = replace(view, identity=replace(view.identity, all_groups=(group,)))
        reason = f"Sees what is measured at the beamlines of {group.name}."
        yield Way(rule.name, reason, alone, (rule,), group.permission, group.beamlines)
