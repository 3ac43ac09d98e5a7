"""Record robot actions, energy scans and fluorescence spectra: at their start and at their end, or once when they are over."""

from ispyb_api.acquisition.repository_scans import ENERGY_SCANS, ROBOT_ACTIONS, SPECTRA, ScanRows
from ispyb_api.acquisition.service import Recorder
from ispyb_api.auth.writing import record

# Once these are known, an update that came late or knows less does not take them away.
_FINAL = ("status", "endTimestamp", "endTime")


class Scans(Recorder):
    """What is recorded one by one in a session; a subclass says which kind."""

    noun: str
    measured: tuple  # as Access.measured takes it
    of_session = "sessionId"
    of_sample = "blSampleId"

    def __init__(self, tx, access, queries, key, *, participants=False):
        super().__init__(tx, access, participants=participants)
        self._rows = ScanRows(tx, queries, key, self.noun)

    def get(self, number):
        """Return a row as the caller sees it."""
        return self._rows.get(number, self._access.measured(*self.measured))

    def add(self, given):
        """Make a row, or change the same that is there; return it, and whether it is new."""
        number, new = self.make(given)
        return self.get(number), new

    def make(self, given):
        """Make a row, or change the same that is there; return its id, and whether it is new."""
        values = dict(given)
        session = self.session(values.pop(self.of_session), self.of_session)
        values = self._fitted(session, values)
        key = self._key(values)
        same = self._rows.same(session["sessionId"], key) if key else None
        if same is None:
            number = self._rows.add(session["sessionId"], values)
            self._record("added", number, given)
        else:
            number, replaced = same, self.replaced(given, lambda: self.get(same))
            self._rows.change(same, self._not_undone(values))
            self._record("changed", same, given, replaced)
        return number, same is None

    def change(self, number, given, unchanged=None):
        """Change a row, if it is ``unchanged`` since the caller read it; return it."""
        session = self.session_of(self._rows.session_of(number), given, lambda: self.get(number))
        if unchanged:
            unchanged(self.get(number))
        replaced = self.replaced(given, lambda: self.get(number))
        self._rows.change(number, self._not_undone(self._fitted(session, given)))
        self._record("changed", number, given, replaced)
        return self.get(number)

    def _key(self, values):
        """Return what tells this row from others of its session; None if nothing does."""
        path = values.get("scanFileFullPath")
        return {"scanFileFullPath": path} if path else None

    def _fitted(self, session, values):
        self.paths(session, values)
        self.position(session, values)
        named = {"blSampleId": values.get(self.of_sample), "actualSampleBarcode": values.get("sampleBarcode")}
        found = self.sample(session, named, self.of_sample).get("blSampleId")
        return {**values, self.of_sample: found} if found else values

    @staticmethod
    def _not_undone(values):
        return {name: value for name, value in values.items() if name not in _FINAL or value is not None}

    def _record(self, what, number, given, replaced=None):
        record(self._tx, self._access, f"{self.noun} {what}", f"{self.noun} {number}", given, replaced)


class RobotActions(Scans):
    noun = "robot action"
    measured = ("robot", "ra.robotActionId", "ra.blsessionId")
    of_session, of_sample = "blsessionId", "blsampleId"

    def __init__(self, tx, access, *, participants=False):
        super().__init__(tx, access, ROBOT_ACTIONS, "robotActionId", participants=participants)

    def _key(self, values):
        key = {name: values.get(name) for name in ("startTimestamp", "actionType")}
        return None if None in key.values() else {**key, "blsampleId": values.get("blsampleId")}


class EnergyScans(Scans):
    noun = "energy scan"
    measured = ("es", "es.energyScanId", "es.sessionId")

    def __init__(self, tx, access, *, participants=False):
        super().__init__(tx, access, ENERGY_SCANS, "energyScanId", participants=participants)


class Spectra(Scans):
    noun = "spectrum"
    measured = ("xrf", "xs.xfeFluorescenceSpectrumId", "xs.sessionId")

    def __init__(self, tx, access, *, participants=False):
        super().__init__(tx, access, SPECTRA, "xfeFluorescenceSpectrumId", participants=participants)
