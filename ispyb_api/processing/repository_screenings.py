"""Characterisations in the database, from their lattices to the wedges of their strategies.

The SQL is in sql/queries/processing/.
"""

from collections import defaultdict

from ispyb_api.db.listing import Listing
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.processing import ways

SCREENINGS = Listing(
    filters={"screeningId": ("sc.screeningId", "eq")},
    sorts={"screeningId": "sc.screeningId"},
    default_sort="-screeningId",
    tie_breaker="sc.screeningId",
)

# What each part consists of: the kind of its parts, the name they have in the answer, and the key of theirs.
_TREE = {
    "screening": (
        ("output", "ScreeningOutput", "screeningOutputId"),
        ("rank", "ScreeningRank", "screeningRankId"),
        ("input", "ScreeningInput", "screeningInputId"),
    ),
    "rank": (),
    "input": (),
    "output": (
        ("lattice", "ScreeningOutputLattice", "screeningOutputLatticeId"),
        ("strategy", "ScreeningStrategy", "screeningStrategyId"),
    ),
    "lattice": (),
    "strategy": (("wedge", "ScreeningStrategyWedge", "screeningStrategyWedgeId"),),
    "wedge": (("subWedge", "ScreeningStrategySubWedge", "screeningStrategySubWedgeId"),),
    "subWedge": (),
}


class ScreeningRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the characterisations, each with all that belongs to it."""
        visible = ways.seen_screenings(self._tx, access, "sc.screeningId", arguments, _narrow(arguments))
        names = "processing.list_screenings", "processing.count_screenings"
        found = SCREENINGS.read(self._tx, *names, arguments, visible=visible)
        parts = self._parts([screening["screeningId"] for screening in found["results"]])
        for screening in found["results"]:
            _add_parts(screening, "screening", screening["screeningId"], parts)
        return found

    def get(self, screening_id, access):
        """Return one characterisation."""
        rows = self.page({"screeningId": screening_id, "skip": 0, "limit": 1}, access)["results"]
        if not rows:
            raise NotFound(f"No characterisation {screening_id}.")
        return rows[0]

    def _parts(self, screenings):
        """Return what belongs to them: {kind: {id of what it belongs to: [part]}}."""
        found = defaultdict(lambda: defaultdict(list))
        if screenings:
            for row in self._tx.all("processing.parts_of_screenings", screenings=screenings):
                found[row["kind"]][row["parentId"]].append(row[row["kind"]])
        return found


def _add_parts(whole, kind, number, parts):
    for part_kind, name, key in _TREE[kind]:
        whole[name] = parts[part_kind][number]
        for part in whole[name]:
            _add_parts(part, part_kind, part[key], parts)


def _narrow(arguments):
    """One that is looked for by its own id is known: there is no need to find all that the caller may see."""
    if "screeningId" not in arguments:
        return None
    return Clause("sn.screeningId = :n_screening", {"n_screening": arguments["screeningId"]})
