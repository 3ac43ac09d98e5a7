"""Record detectors, and how beamlines are set up: the same is one row, however often it is sent."""

import hashlib
import json

from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import instruments_to_write, record
from ispyb_api.errors import NotFound
from ispyb_api.instruments.repository import DetectorRepository, SetupRepository


class Setups:
    """Set-ups as one caller records them; ``participants`` says whether people may whose session is running."""

    def __init__(self, tx, access, *, participants=False):
        self._tx, self._access, self._participants = tx, access, participants
        self._setups = SetupRepository(tx)

    def add(self, given):
        """Record a set-up; return it, and whether there was none with the same content."""
        setup_id, new = self.make(given)
        return self._setups.get(setup_id), new

    def make(self, given):
        """Record a set-up; return its id, and whether there was none with the same content."""
        instruments_to_write(self._tx, self._access, Permission.INGEST_DATA, participants=self._participants)
        content = {name: value for name, value in given.items() if value is not None and name != "setupDate"}
        digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
        known = self._setups.claimed(digest)
        if known is not None and self._is_still(known, content):
            return known, False
        setup_id = self._setups.add(digest, given.get("setupDate"), content)
        record(self._tx, self._access, "set-up added", f"set-up {setup_id}", given)
        return setup_id, True

    def _is_still(self, setup_id, content):
        """Tell whether a set-up is there and has the content that it was recorded with: other programs may have changed it."""
        try:
            row = self._setups.get(setup_id)
        except NotFound:
            return False
        return all(row[name] == value for name, value in content.items())


class Detectors:
    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._detectors = DetectorRepository(tx)

    def put(self, given):
        """Record a detector, or change the one that is meant; return it, and whether it is new."""
        instruments_to_write(self._tx, self._access, Permission.INGEST_DATA)
        self._detectors.hold()
        same = self._detectors.same(given)
        if same is None:
            detector_id = self._detectors.add(given)
        else:
            detector_id = same
            self._detectors.change(detector_id, given)
        what = "added" if same is None else "changed"
        record(self._tx, self._access, f"detector {what}", f"detector {detector_id}", given)
        return self._detectors.get(detector_id), same is None
