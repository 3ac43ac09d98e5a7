"""The Java server's shapes as py-ISPyB wrote them: times in ISO 8601, flags as numbers, and nothing left out."""

import copy
import dataclasses

from ispyb_api.compat.java_rest.gson import Shape
from ispyb_api.compat.java_rest.shapes import em, proposals, sessions, summaries


def _iso(value):
    return value.replace(" ", "T", 1) if isinstance(value, str) else value.isoformat()


_KINDS = {"stamp": _iso, "day": lambda value: _iso(value)[:10], "flag": int}


def plain(shape):
    """Return a shape, and what is within it, with its values as the columns have them."""
    found, parts = copy.copy(shape), {name: plain(part) for name, part in shape.parts.items()}
    found.parts, found.keys = parts, tuple(_key(key, parts) for key in shape.keys)
    return found


def _key(key, parts):
    if key.kind in ("object", "list"):
        return dataclasses.replace(key, convert=parts[key.name].of if key.kind == "object" else parts[key.name].rows)
    return dataclasses.replace(key, convert=_KINDS.get(key.kind, key.convert))


SESSION = plain(sessions.ROW)
PROPOSAL_ROW = plain(proposals.ROW)
GROUP = plain(summaries.ROW)
EM_GROUP = plain(em.ROW)
MOVIE = plain(em.MOVIE)
MOVIE_STATS = plain(em.MOVIE_STATS)
CLASSIFICATION = plain(em.CLASSIFICATION)
GRID_SQUARE = plain(em.STATS)

_PROPOSAL = Shape(
    "Proposal",
    """
    proposalId     int     Proposal.proposalId
    proposalCode   text    Proposal.proposalCode
    proposalNumber text    Proposal.proposalNumber
    proposalType   text    Proposal.proposalType
    externalId     outside Proposal.externalId
    personId       int     Proposal.personId
    title          text    Proposal.title
    bltimeStamp    stamp   Proposal.bltimeStamp
    state          text    Proposal.state
    """,
)
PROPOSAL = plain(Shape("ProposalAlone", "proposal object Proposal.proposalId", proposal=_PROPOSAL))
