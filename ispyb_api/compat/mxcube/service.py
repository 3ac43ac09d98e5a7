"""Record what MXCuBE reports, by the services of the general routes and in the caller's own name.

Its client neither asks nor insists, and forgets what was refused.  So a value that cannot be right in its unit, or that its
column does not hold, is left out, and the answer says so; rows that the caller may not see are refused as everywhere.
"""

from ispyb_api.acquisition.repository import CollectionRepository, GroupRepository
from ispyb_api.acquisition.repository_writing import AcquisitionWrites
from ispyb_api.acquisition.schemas_images import NewImageSchema
from ispyb_api.acquisition.schemas_new import NewDataCollectionGroupSchema, NewDataCollectionSchema
from ispyb_api.acquisition.schemas_scans_new import NewEnergyScanSchema, NewRobotActionSchema, NewSpectrumSchema
from ispyb_api.acquisition.service import Collections, Groups
from ispyb_api.acquisition.service_images import Images
from ispyb_api.acquisition.service_scans import EnergyScans, RobotActions, Spectra
from ispyb_api.auth import clock
from ispyb_api.compat.mxcube import words
from ispyb_api.compat.mxcube.storing import stored
from ispyb_api.errors import Invalid
from ispyb_api.instruments.schemas import NewBeamLineSetupSchema
from ispyb_api.instruments.service import Setups

_OF_GROUP = ("dataCollectionGroupId", "sessionId", "experimentType", "blSampleId", "workflowId")
_OF_COLLECTION = ("dataCollectionId", "dataCollectionGroupId")
_REMARKS = ("comments", "message", "machineMessage")


class Experiment:
    """What one caller reports in one transaction; people of a session may, while it runs."""

    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._as = {"tx": tx, "access": access, "participants": True}

    def group(self, given):
        """Make a group, or change the one that is named or that the named collection has; return it, and whether it is new."""
        number = given.get("dataCollectionGroupId") or self._group_of(given.get("collection_id"))
        groups, new = Groups(**self._as), not number
        values = self._short("DataCollectionGroup", words.group(given, self._now))
        if new:
            values["sessionId"] = given.get("sessionId")
            number, left_out = stored(groups.make, NewDataCollectionGroupSchema, values)
        else:
            left_out = self._changed(
                groups, number, NewDataCollectionGroupSchema, values, lambda there, new: there or new
            )
        row = GroupRepository(self._tx).get(number, self._access)
        return {**{name: row[name] for name in _OF_GROUP}, "leftOut": left_out}, new

    def collection(self, given):
        """Make a collection, or change the one that is named; return its id and its group's, and whether it is new."""
        values, new = self._short("DataCollection", words.collection(given, self._now)), False
        if number := given.get("collection_id"):
            left_out = self._changed(Collections(**self._as), number, NewDataCollectionSchema, values, self._added)
        else:
            number, left_out, new = self._made(given, values)
        row = CollectionRepository(self._tx).get(number, self._access)
        return {**{name: row[name] for name in _OF_COLLECTION}, "leftOut": left_out}, new

    def _made(self, given, values):
        """Make a collection in the group that is named or, if the session has none with its files, in one of its own."""
        collections, left_out = Collections(**self._as), []
        if "dataCollectionGroupId" in values:
            self._of_one_session(given)
        else:
            session = collections.session(given.get("sessionId"), "sessionId")
            if same := AcquisitionWrites(self._tx).with_files(session["sessionId"], values):
                return same, [], False
            group, _ = self.group(given)
            values["dataCollectionGroupId"], left_out = group["dataCollectionGroupId"], group["leftOut"]
        (number, new), more = stored(collections.make, NewDataCollectionSchema, values)
        return number, left_out + more, new

    def image(self, given):
        """Record an image; return its id."""
        collection_id = _needed(given, "dataCollectionId")
        values = self._short("Image", {name: each for name, each in given.items() if name != "dataCollectionId"})
        images = Images(**self._as)
        made, left_out = stored(lambda row: images.make(collection_id, [row])[0], NewImageSchema, values)
        return {"imageId": made, "leftOut": left_out}

    def robot_action(self, given):
        return self._scan(RobotActions, NewRobotActionSchema, self._short("RobotAction", given))

    def energy_scan(self, given):
        return self._scan(EnergyScans, NewEnergyScanSchema, self._short("EnergyScan", words.scan(given)))

    def spectrum(self, given):
        values = self._short("XFEFluorescenceSpectrum", words.scan(given))
        return self._scan(Spectra, NewSpectrumSchema, values)

    def sample_of_energy_scan(self, given, unchanged):
        """Note on which sample an energy scan was made, if that is ``unchanged`` since the caller read it."""
        scan, sample = _needed(given, "energyScanId"), _needed(given, "blSampleId")
        EnergyScans(**self._as).change(scan, {"blSampleId": sample}, unchanged)
        return {"results": scan, "leftOut": []}

    def setup(self, given):
        """Record how the beamline is set up."""
        (number, new), left_out = stored(Setups(**self._as).make, NewBeamLineSetupSchema, words.setup(given))
        return {"results": number, "leftOut": left_out}, new

    def _now(self):
        return clock.facility(self._tx).isoformat()

    def _scan(self, service, schema, values):
        (number, new), left_out = stored(service(**self._as).make, schema, values)
        return {"results": number, "leftOut": left_out}, new

    def _short(self, table, values):
        """Cut remarks that are longer than their column, as other programs do."""
        most = {name: self._tx.columns(table)[name.lower()].longest for name in _REMARKS if name in values}
        cut = {
            name: f"{values[name][: longest - 3]}..."
            for name, longest in most.items()
            if longest and len(values[name]) > longest
        }
        return {**values, **cut}

    def _group_of(self, collection_id):
        if not collection_id:
            return None
        return CollectionRepository(self._tx).get(collection_id, self._access)["dataCollectionGroupId"]

    def _of_one_session(self, given):
        """Refuse a group of another session than the one that is named."""
        of_group = AcquisitionWrites(self._tx).session_of_group(given["dataCollectionGroupId"])
        session = Collections(**self._as).session(of_group, "dataCollectionGroupId")
        if given.get("sessionId", session["sessionId"]) != session["sessionId"]:
            raise Invalid(errors={"sessionId": ["Is not the session of the group."]})

    @staticmethod
    def _changed(service, number, schema, values, remarks):
        """Change a row by what is known; return what was left out.  ``remarks(there, new)`` are those that it has then."""

        def change(given):
            def keep(row):  # of people, who may say something meanwhile
                if "comments" in given:
                    given["comments"] = remarks(row["comments"], given["comments"])

            return given and service.change(number, given, keep)

        return stored(change, schema, values, partial=True)[1]

    def _added(self, there, new):
        """Return the remarks on a collection with one more, unless it is among them."""
        if not there or new in there:
            return there or new
        return self._short("DataCollection", {"comments": f"{there}\n{new}"})["comments"]


def _needed(values, name):
    if values.get(name) is None:
        raise Invalid(errors={name: ["Missing data for required field."]})
    return values[name]
