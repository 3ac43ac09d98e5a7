"""Proposals in the database.  The SQL is in sql/queries/proposals/."""

from ispyb_api import names
from ispyb_api.db.listing import Listing, like
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.proposals import of_parts

PROPOSALS = Listing(
    filters={
        "proposalId": ("p.proposalId", "eq"),
        "proposal": names.proposal,
        "state": ("p.state", "eq"),
    },
    sorts={
        "proposalId": "p.proposalId",
        "proposalCode": "p.proposalCode",
        "title": "p.title",
    },
    default_sort="-proposalId",
    tie_breaker="p.proposalId",
)


class ProposalRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the proposals that match and that the caller may see."""
        page = PROPOSALS.read(
            self._tx,
            "proposals.list_proposals",
            "proposals.count_proposals",
            arguments,
            _search(arguments.get("search"), access),
            _at_beamline(arguments.get("beamLineName"), access),
            *of_parts.conditions(arguments, access),
            visible=access.proposals("p.proposalId"),
            first=_named(arguments.get("search")),
        )
        self._add_sessions(page["results"], access)
        return page

    def get(self, proposal, access):
        """Return one proposal by its name, as mx415, or by its id."""
        key = {"proposalId": int(proposal)} if proposal.isdecimal() and len(proposal) < 10 else {"proposal": proposal}
        found = self.page({**key, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No proposal {proposal}.")
        return found[0]

    def _add_sessions(self, proposals, access):
        by_id = {each["proposalId"]: each["_metadata"] for each in proposals}
        for metadata in by_id.values():
            metadata.update(sessions=0, beamLines=[], uiGroups=[])
        if not by_id:
            return
        visible = {"visible": access.sessions("s.sessionId")}
        for row in self._tx.all("proposals.proposal_beamlines", visible, proposals=list(by_id)):
            metadata = by_id[row["proposalId"]]
            metadata["sessions"] += row["sessions"]
            if row["beamLineName"]:
                metadata["beamLines"].append(row["beamLineName"])
        for metadata in by_id.values():
            metadata["uiGroups"] = access.ui_groups(metadata["beamLines"])


def _search(text, access):
    if text is None:
        return None
    there = _at_beamline(text, access, "s_beamline")
    sql = (
        "p.title LIKE :s_text ESCAPE '!' OR CONCAT(p.proposalCode, p.proposalNumber) LIKE :s_text ESCAPE '!'"
        f" OR {there.sql}"
    )
    return Clause(sql, {**there.params, "s_text": like(text)})


def _named(text):
    """Return that a proposal's name is just what was looked for: control software takes the first that is found."""
    return text and Clause("CONCAT(p.proposalCode, p.proposalNumber) = :s_name", {"s_name": text})


def _at_beamline(name, access, value="f_beamline"):
    """Return that a proposal has a visible session at a beamline."""
    if name is None:
        return None
    visible = access.sessions("bs.sessionId")
    sql = f"EXISTS (SELECT 1 FROM BLSession bs {visible.sql} WHERE bs.proposalId = p.proposalId AND bs.beamLineName = :{value})"
    return Clause(sql, {**visible.params, value: name})
