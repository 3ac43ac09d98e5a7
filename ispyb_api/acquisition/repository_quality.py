"""Write what the analysis of images found.  The SQL is in sql/queries/acquisition/quality.sql."""

import functools

_TABLE = "ImageQualityIndicators"


class QualityWrites:
    """The statements of one transaction; who may, its callers have asked."""

    def __init__(self, tx):
        self._tx = tx
        self._names = {}  # of a row, those that the table has

    @property
    def columns(self):
        return self._tx.columns(_TABLE)

    def faults(self, row):
        """Return what the table cannot hold of a row."""
        return self._tx.faults(_TABLE, row)

    def put(self, collection_id, rows):
        """Record images; of one that is there what is given is changed.

        One family has no key by which a database could tell that itself.
        """
        given = {row["imageNumber"]: self._held(row) for row in rows}
        key = {"dataCollectionId": collection_id, "numbers": list(given)}
        old = self._tx.all("acquisition.quality_to_change", **key)
        if old:
            self._tx.run("acquisition.remove_quality", **key)
        kept = [{**self._held(row), **given[row["imageNumber"]]} for row in old]
        there = {row["imageNumber"] for row in old}
        self._add(collection_id, [*kept, *(row for number, row in given.items() if number not in there)])

    def _add(self, collection_id, rows):
        alike = {}
        for row in rows:
            alike.setdefault(tuple(row), []).append(tuple(row.values()))
        for names, values in alike.items():
            many = [(collection_id, self._now, *each) for each in values]
            self._tx.add_many("acquisition.add_quality", ["dataCollectionId", "recordTimeStamp", *names], many)

    @functools.cached_property
    def _now(self):
        return self._tx.value("auth.clock")

    def _held(self, row):
        """Return what of a row this database has columns for; of the rest nothing is known."""
        names = tuple(row)
        if names not in self._names:
            self._names[names] = [name for name in names if name.lower() in self.columns]
        held = self._names[names]
        return row if len(held) == len(row) else {name: row[name] for name in held}
