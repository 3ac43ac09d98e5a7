"""Record X-ray centrings: what was found in grid scans."""

from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.writing import record, session_to_write
from ispyb_api.errors import Invalid, NotFound
from ispyb_api.processing.repository_centrings import CentringRepository
from ispyb_api.processing.repository_writing_centrings import CentringWrites

_PENDING = "pending"
_RESULTS = "XrayCentringResult"


class Centrings:
    """What a caller with the view ``access`` records in one transaction."""

    def __init__(self, tx, access):
        self._tx, self._access = tx, access
        self._writes = CentringWrites(tx)

    def add(self, given):
        """Record the centring of a group of grid scans, with what was found; return it."""
        values = dict(given)
        group_id, results = values.pop("dataCollectionGroupId"), values.pop(_RESULTS, [])
        session = self._named(group_id)
        centring_id = self._writes.add(group_id, values)
        self._add_results(session, centring_id, group_id, results, f"{_RESULTS}[{{}}].{{}}")
        return self._recorded("added", centring_id, given)

    def change(self, centring_id, given, unchanged):
        """Change a centring, if it is ``unchanged`` since the caller read it; return it."""
        stored = self._open(centring_id)[0]
        unchanged(self._get(centring_id))
        values = dict(given)
        if values.get("status") == _PENDING and stored["status"] not in (None, _PENDING):
            del values["status"]  # updates may overtake one another
        self._writes.change(centring_id, values)
        return self._recorded("changed", centring_id, given)

    def add_results(self, centring_id, given):
        """Record further crystals that were found; return the centring."""
        stored, session = self._open(centring_id)
        self._add_results(session, centring_id, stored["dataCollectionGroupId"], given, "[{}].{}")
        return self._recorded("changed", centring_id, {_RESULTS: given})

    def get(self, centring_id):
        """Return a centring as the caller sees it."""
        return self._get(centring_id)

    def _get(self, centring_id):
        return CentringRepository(self._tx).get(centring_id, self._access)

    def _recorded(self, what, centring_id, given):
        record(self._tx, self._access, f"centring {what}", f"centring {centring_id}", given)
        return self._get(centring_id)

    def _session(self, session_id, what=None):
        """Return the session to record in; instruments may, and pipelines."""
        held = self._access.identity.permissions
        permission = Permission.INGEST_PROC if Permission.INGEST_PROC in held else Permission.INGEST_DATA
        return session_to_write(self._tx, self._access, session_id, permission, what=what)

    def _open(self, centring_id):
        stored = self._writes.stored(centring_id)
        return stored, self._session(stored and stored["sessionId"], f"X-ray centring {centring_id}")

    def _named(self, group_id):
        session_id = self._writes.session_of_group(group_id)
        try:
            if session_id is not None:
                return self._session(session_id)
        except NotFound:
            pass
        raise Invalid(errors={"dataCollectionGroupId": ["No such row, or none that you may see."]})

    def _add_results(self, session, centring_id, group_id, results, named):
        errors = {}
        for number, row in enumerate(results):
            sample, grid = row.get("blSampleId"), row.get("gridInfoId")
            if sample is not None and not self._writes.is_sample_of(sample, session["proposalId"]):
                errors[named.format(number, "blSampleId")] = [f"No sample of {session['proposal']}."]
            if grid is not None and self._writes.group_of_grid(grid) != group_id:
                errors[named.format(number, "gridInfoId")] = ["No grid of this group."]
        if errors:
            raise Invalid(errors=errors)
        self._writes.add_results(centring_id, results, named)
