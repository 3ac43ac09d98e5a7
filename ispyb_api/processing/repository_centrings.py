"""X-ray centrings in the database; one family keeps none.  The SQL is in sql/queries/processing/centrings.sql."""

from ispyb_api.db.listing import conjunction
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound
from ispyb_api.processing import scopes


class CentringRepository:
    def __init__(self, tx):
        self._tx = tx

    def all(self, arguments, access):
        """Return the X-ray centrings of what is asked for, each with its results."""
        slots = {"visible": scopes.visible(self._tx, access, arguments), "where": scopes.where(arguments)}
        return {"results": self._read(slots)}

    def get(self, centring_id, access):
        """Return one X-ray centring with its results."""
        mine = scopes.visible(self._tx, access, {})
        group_id = self._tx.value("processing.centring", {"visible": mine}, xrayCentringId=centring_id)
        if group_id is None:
            raise NotFound(f"No X-ray centring {centring_id}.")
        one = Clause("xc.xrayCentringId = :k_centring", {"k_centring": centring_id})
        of_group = scopes.where({"dataCollectionGroupId": group_id})
        (found,) = self._read({"visible": mine, "where": of_group, "where_centring": conjunction(one)})
        return found

    def _read(self, slots):
        found = {}
        for row in self._tx.all("processing.list_centrings", slots):
            result = row.pop("XrayCentringResult")
            results = found.setdefault(row["xrayCentringId"], {**row, "XrayCentringResult": []})["XrayCentringResult"]
            results += [result] if result else []
        return list(found.values())
