"""Detectors and set-ups of beamlines in the database.  The SQL is in sql/queries/instruments/."""

from ispyb_api.db.listing import Listing, envelope
from ispyb_api.errors import NotFound

SETUPS = Listing(
    filters={"beamLineSetupId": ("b.beamLineSetupId", "eq")},
    sorts={"beamLineSetupId": "b.beamLineSetupId"},
    default_sort="-beamLineSetupId",
    tie_breaker="b.beamLineSetupId",
)
DETECTORS = Listing(
    filters={
        "detectorId": ("d.detectorId", "eq"),
        "detectorManufacturer": ("d.detectorManufacturer", "eq"),
        "detectorModel": ("d.detectorModel", "eq"),
        "detectorMode": ("d.detectorMode", "eq"),
        "detectorType": ("d.detectorType", "eq"),
        "detectorSerialNumber": ("d.detectorSerialNumber", "eq"),
    },
    sorts={name: f"d.{name}" for name in ("detectorId", "detectorManufacturer", "detectorModel")},
    default_sort="detectorId",
    tie_breaker="d.detectorId",
)


class SetupRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments):
        """Return one page of the set-ups."""
        slots = SETUPS.slots(arguments)
        rows = self._tx.all("instruments.list_setups", slots)
        return envelope(rows, arguments, lambda: self._tx.total("instruments.count_setups", {"where": slots["where"]}))

    def get(self, setup_id):
        """Return one set-up by its id."""
        found = self.page({"beamLineSetupId": setup_id, "skip": 0, "limit": 2})["results"]
        if not found:
            raise NotFound(f"No set-up {setup_id}.")
        return found[0]

    def claimed(self, content):
        """Return the id of the set-up with this hash of its content, or None; others who ask for the same have to wait."""
        self._tx.run("instruments.claim_setup", contentHash=content)
        return self._tx.value("instruments.setup_with_content", contentHash=content)

    def add(self, content, date, values):
        """Make a set-up with this hash of its content; return its id."""
        setup_id = self._tx.add("instruments.add_setup", values, setupDate=date)
        self._tx.run("instruments.keep_setup", contentHash=content, beamLineSetupId=setup_id)
        return setup_id


class DetectorRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments):
        """Return one page of the detectors that match."""
        slots = DETECTORS.slots(arguments)
        rows = self._tx.all("instruments.list_detectors", slots)
        return envelope(
            rows, arguments, lambda: self._tx.total("instruments.count_detectors", {"where": slots["where"]})
        )

    def get(self, detector_id):
        """Return one detector by its id."""
        return self.first({"detectorId": detector_id}, f"No detector {detector_id}.")

    def first(self, asked, otherwise):
        """Return the detector that was recorded first of those that match."""
        found = self.page({**asked, "skip": 0, "limit": 1})["results"]
        if not found:
            raise NotFound(otherwise)
        return found[0]

    def hold(self):
        """Keep others from recording detectors until the transaction ends."""
        self._tx.lock("instruments.take_turn")

    def same(self, values):
        """Return the id of the detector that ``values`` tell of, or None."""
        number = values.get("detectorSerialNumber")
        if number:
            return self._tx.value("instruments.detector_with_number", detectorSerialNumber=number)
        key = {name: values.get(name) for name in ("detectorManufacturer", "detectorModel", "detectorMode")}
        return self._tx.value("instruments.detector_of_model", **key)

    def add(self, values):
        """Make a detector; return its id."""
        values = dict(values)
        number = values.pop("detectorSerialNumber", None) or None
        return self._tx.add("instruments.add_detector", values, detectorSerialNumber=number)

    def change(self, detector_id, values):
        """Change what is known of a detector; that it was told without its serial number does not take that away."""
        values = {name: value for name, value in values.items() if value or name != "detectorSerialNumber"}
        self._tx.change("instruments.change_detector", values, detectorId=detector_id)
