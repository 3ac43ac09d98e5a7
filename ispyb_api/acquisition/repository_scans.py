"""Robot actions, energy scans and fluorescence spectra one by one.  The SQL is in sql/queries/acquisition/scans.sql."""

from ispyb_api.errors import NotFound

# The queries of each kind, by what they do.
ROBOT_ACTIONS = {
    "row": "acquisition.robot_action",
    "session": "acquisition.session_of_robot_action",
    "same": "acquisition.same_robot_action",
    "add": "acquisition.add_robot_action",
    "change": "acquisition.change_robot_action",
}
ENERGY_SCANS = {
    "row": "acquisition.energy_scan",
    "session": "acquisition.session_of_energy_scan",
    "same": "acquisition.same_energy_scan",
    "add": "acquisition.add_energy_scan",
    "change": "acquisition.change_energy_scan",
}
SPECTRA = {
    "row": "acquisition.spectrum",
    "session": "acquisition.session_of_spectrum",
    "same": "acquisition.same_spectrum",
    "add": "acquisition.add_spectrum",
    "change": "acquisition.change_spectrum",
}


class ScanRows:
    """Rows of one kind: ``queries`` are its own, ``key`` is the column of its rows' ids."""

    def __init__(self, tx, queries, key, noun):
        self._tx, self._queries, self._key, self._noun = tx, queries, key, noun

    def get(self, number, visible):
        """Return a row that the caller may see."""
        row = self._tx.one(self._queries["row"], {"visible": visible}, **{self._key: number})
        if row is None:
            raise NotFound(f"No {self._noun} {number}.")
        return row

    def session_of(self, number):
        """Return the session of a row."""
        found = self._tx.value(self._queries["session"], **{self._key: number})
        if found is None:
            raise NotFound(f"No {self._noun} {number}.")
        return found

    def same(self, session_id, key):
        """Return the id of the session's row with this natural ``key``, or None."""
        return self._tx.value(self._queries["same"], sessionId=session_id, **key)

    def add(self, session_id, values):
        return self._tx.add(self._queries["add"], values, sessionId=session_id)

    def change(self, number, values):
        self._tx.change(self._queries["change"], values, **{self._key: number})
