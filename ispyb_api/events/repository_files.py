"""Files of robot actions, energy scans and fluorescence spectra.  The SQL is in sql/queries/events/files.sql."""

from ispyb_api.errors import NotFound


class EventFiles:
    """The files of one row, by their columns; NotFound if the caller may not see the row."""

    def __init__(self, tx, access):
        self._tx, self._access = tx, access

    def of_robot_action(self, number):
        visible = self._access.measured("robot", "ra.robotActionId", "ra.blsessionId")
        found = self._tx.one("events.files_of_robot_action", {"visible": visible}, robotActionId=number)
        return _there(found, f"No robot action {number}.")

    def of_energy_scan(self, number):
        visible = self._access.measured("es", "es.energyScanId", "es.sessionId")
        found = self._tx.one("events.files_of_energy_scan", {"visible": visible}, energyScanId=number)
        return _there(found, f"No energy scan {number}.")

    def of_spectrum(self, number):
        visible = self._access.measured("xrf", "xs.xfeFluorescenceSpectrumId", "xs.sessionId")
        found = self._tx.one("events.files_of_spectrum", {"visible": visible}, xfeFluorescenceSpectrumId=number)
        return _there(found, f"No fluorescence spectrum {number}.")


def _there(row, otherwise):
    if row is None:
        raise NotFound(otherwise)
    return row
