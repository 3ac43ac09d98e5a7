"""Record what serial beamlines' control software sends, by the services of the general routes and in the caller's own name.

As with MXCuBE's other client, a value that cannot be right is left out; the row's comment says so, for the answer is a bare number.
"""

from ispyb_api.acquisition.repository_writing import AcquisitionWrites
from ispyb_api.acquisition.schemas_new import NewDataCollectionGroupSchema, NewDataCollectionSchema
from ispyb_api.acquisition.schemas_serial import NewSSXDataCollectionSchema
from ispyb_api.acquisition.service import Collections, Groups
from ispyb_api.compat.mxcube.storing import stored
from ispyb_api.compat.serial import words
from ispyb_api.errors import Invalid, NotFound
from ispyb_api.processing.schemas_new import NewProcessingSchema
from ispyb_api.processing.service_results import Results
from ispyb_api.processing.targets import Targets


class SerialExperiment:
    """What one caller reports in one transaction; people of a session may, while it runs."""

    def __init__(self, tx, access):
        self._tx, self._access, self._writes = tx, access, AcquisitionWrites(tx)

    def group(self, given):
        """Make a group, with its sample; return its id."""
        groups = Groups(self._tx, self._access, participants=True)
        values = words.group(given)
        number, left_out = stored(groups.make, NewDataCollectionGroupSchema, values)
        if left_out:
            self._writes.change_group(number, self._remark("DataCollectionGroup", values, left_out))
        return number

    def collection(self, given):
        """Make a data collection, with what serial crystallography adds to it; return its id."""
        collections = Collections(self._tx, self._access, participants=True)
        known, serial, chains = words.collection(given)
        serial, not_serial = stored(dict, NewSSXDataCollectionSchema, serial)
        values = {**known, "SSXDataCollection": serial, "event_chains": chains}
        (number, _), left_out = stored(collections.make, NewDataCollectionSchema, values)
        if not_serial + left_out:
            self._writes.change_collection(number, self._remark("DataCollection", values, not_serial + left_out))
        return number

    def run(self, collection_id, given):
        """Record a run of a program on a data collection, with its files; return its id."""
        try:
            Targets(self._tx, self._access).check({"dataCollectionId": [collection_id]})
        except Invalid:
            raise NotFound(f"No data collection {collection_id}.") from None
        values = words.run(given, collection_id)
        made, _ = stored(Results(self._tx, self._access).add, NewProcessingSchema, values)
        return made["autoProcProgramId"]

    def _remark(self, table, values, left_out):
        """Return the comment of a row of which something was left out."""
        names = ", ".join(dict.fromkeys(each["field"] for each in left_out))
        remark = " ".join(filter(None, (values.get("comments"), f"(left out: {names})")))
        longest = self._tx.columns(table)["comments"].longest
        return {"comments": remark[:longest] if longest else remark}
