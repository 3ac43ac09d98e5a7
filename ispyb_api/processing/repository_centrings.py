"""X-ray centrings in the database; one family keeps none.  The SQL is in sql/queries/processing/centrings.sql."""

from ispyb_api.processing import scopes


class CentringRepository:
    def __init__(self, tx):
        self._tx = tx

    def all(self, arguments, access):
        """Return the X-ray centrings of what is asked for, each with its results."""
        slots = {"visible": scopes.visible(self._tx, access, arguments), "where": scopes.where(arguments)}
        found = {}
        for row in self._tx.all("processing.list_centrings", slots):
            result = row.pop("XrayCentringResult")
            results = found.setdefault(row["xrayCentringId"], {**row, "XrayCentringResult": []})["XrayCentringResult"]
            results += [result] if result else []
        return {"results": list(found.values())}
