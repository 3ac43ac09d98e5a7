"""Write characterisations.  The SQL is in sql/queries/processing/writing_screenings.sql."""

from ispyb_api.processing.repository_writing import alike, named

# What each part consists of: the name of its parts, the statement that adds them, and the column that leads to the whole.
_TREE = {
    "Screening": (
        ("ScreeningInput", "processing.add_screening_inputs", "screeningId"),
        ("ScreeningOutput", "processing.add_screening_outputs", "screeningId"),
    ),
    "ScreeningOutput": (
        ("ScreeningOutputLattice", "processing.add_lattices", "screeningOutputId"),
        ("ScreeningStrategy", "processing.add_strategies", "screeningOutputId"),
    ),
    "ScreeningStrategy": (("ScreeningStrategyWedge", "processing.add_wedges", "screeningStrategyId"),),
    "ScreeningStrategyWedge": (("ScreeningStrategySubWedge", "processing.add_sub_wedges", "screeningStrategyWedgeId"),),
}
_NUMBERED = {"ScreeningStrategyWedge": "wedgeNumber", "ScreeningStrategySubWedge": "subWedgeNumber"}


class ScreeningWrites:
    """The statements of one transaction; who may, its callers have asked."""

    def __init__(self, tx):
        self._tx = tx

    def collections_of_group(self, group_id):
        """Return the data collections of a group."""
        rows = self._tx.all("processing.collections_of_group", dataCollectionGroupId=group_id)
        return [row["dataCollectionId"] for row in rows]

    def group_of(self, collection_id):
        """Return the group of a data collection."""
        return self._tx.value("processing.group_of_collection", dataCollectionId=collection_id)

    def collections_of(self, screenings):
        """Return the data collections of characterisations, {characterisation: [collection]}."""
        found = {number: [] for number in screenings}
        for row in self._tx.all("processing.collections_of_screenings", screenings=sorted(set(screenings))):
            found[row["screeningId"]].append(row["dataCollectionId"])
        return found

    def add(self, values):
        """Record a characterisation, level by level of its tree; return its id."""
        screening_id = self._tx.add("processing.add_screening", _own(values, "Screening"))
        self._add_parts("Screening", [(screening_id, "", values)])
        return screening_id

    def add_ranks(self, values, ranks):
        """Record the ranks of characterisations; return the set's id and theirs."""
        set_id = self._tx.add("processing.add_rank_set", values)
        rows = [{"screeningRankSetId": set_id, **row} for row in ranks]
        with named("ScreeningRank[{}]".format):
            return set_id, self._tx.add_all("processing.add_ranks", alike(rows))

    def _add_parts(self, kind, wholes):
        """Add the parts of all ``wholes``, given as (id, what its fields' names begin with, row), and the parts of those."""
        for name, query, key in _TREE.get(kind, ()):
            parts = [
                (number, f"{where}{name}[{place}]", _numbered(name, place, part))
                for number, where, whole in wholes
                for place, part in enumerate(whole[name])
            ]
            if parts:
                rows = [{key: number, **_own(part, name)} for number, _, part in parts]
                with named([where for _, where, _ in parts].__getitem__):
                    made = self._tx.add_all(query, alike(rows))
                below = zip(made, parts, strict=True)
                self._add_parts(name, [(number, f"{where}.", part) for number, (_, where, part) in below])


def _numbered(name, place, part):
    """Return a part with its number, its place where it has none."""
    column = _NUMBERED.get(name)
    return {**part, column: part.get(column) or place + 1} if column else part


def _own(row, kind):
    """Return the columns of a row, without its parts."""
    parts = {name for name, *_ in _TREE.get(kind, ())}
    return {name: value for name, value in row.items() if name not in parts}
