"""Write what followed scaling.  The SQL is in sql/queries/processing/writing_phasing.sql."""

from ispyb_api.processing.repository_writing import alike, named


class PhasingWrites:
    """The statements of one transaction; who may, its callers have asked."""

    def __init__(self, tx):
        self._tx = tx

    def collections_of_scalings(self, scalings):
        """Return the data collections of scalings, {scaling: [collection]}."""
        rows = self._tx.all("processing.collections_of_scalings", scalings=sorted(set(scalings)))
        return _grouped(rows, "autoProcScalingId", scalings)

    def collections_of_steps(self, steps):
        """Return the data collections that steps began with, {step: [collection]}."""
        rows = self._tx.all("processing.collections_of_phasing_steps", steps=sorted(set(steps))) if steps else ()
        return _grouped(rows, "phasingStepId", steps)

    def space_groups(self):
        """Return the space groups by their names, in small letters and without blanks: {name: id}."""
        found = {}
        for row in self._tx.all("processing.space_groups_by_name"):
            for name in (row["spaceGroupName"], row["spaceGroupShortName"]):
                if name:
                    found[plain(name)] = row["spaceGroupId"]
        return found

    def add_runs(self, rows, where):
        """Record runs of phasing programs; return their ids."""
        return self._add("processing.add_phasing_runs", rows, where)

    def add_files(self, rows, where):
        """Record files of phasing programs; return their ids."""
        return self._add("processing.add_phasing_files", rows, where)

    def add_steps(self, rows, where):
        """Record steps of phasing; return their ids."""
        return self._add("processing.add_phasing_steps", rows, where)

    def add_statistics(self, rows, where):
        """Record numbers of steps; return their ids."""
        return self._add("processing.add_phasing_statistics", rows, where)

    def add_refinements(self, rows, where):
        """Record runs of molecular replacement and refinement; return their ids."""
        return self._add("processing.add_refinements", rows, where)

    def add_blobs(self, rows, where):
        """Record what is unexplained in maps; return the rows' ids."""
        return self._add("processing.add_blobs", rows, where)

    def _add(self, query, rows, where):
        with named(where):
            return self._tx.add_all(query, alike(rows)) if rows else []


def plain(name):
    """Return the name of a space group as it is compared."""
    return "".join(name.split()).casefold()


def _grouped(rows, key, wanted):
    found = {number: [] for number in wanted}
    for row in rows:
        found[row[key]].append(row["dataCollectionId"])
    return found
