"""Write X-ray centrings.  The SQL is in sql/queries/processing/centrings.sql."""

from ispyb_api.errors import Invalid


class CentringWrites:
    """The statements of one transaction; who may, its callers have asked."""

    def __init__(self, tx):
        self._tx = tx

    def session_of_group(self, group_id):
        """Return the session of a group of data collections, or None."""
        return self._tx.value("acquisition.session_of_group", dataCollectionGroupId=group_id)

    def stored(self, centring_id):
        """Return {dataCollectionGroupId, sessionId, status} of a centring, or None."""
        return self._tx.one("processing.state_of_centring", xrayCentringId=centring_id)

    def is_sample_of(self, sample_id, proposal_id):
        """Tell whether a sample is a proposal's."""
        found = self._tx.value("acquisition.sample_by_id", blSampleId=sample_id, proposalId=proposal_id)
        return found is not None

    def group_of_grid(self, grid_id):
        """Return the group of data collections that a grid belongs to, or None."""
        found = self._tx.one("acquisition.group_of_grid", gridInfoId=grid_id)
        return found and found["dataCollectionGroupId"]

    def add(self, group_id, values):
        return self._tx.add("processing.add_centring", values, dataCollectionGroupId=group_id)

    def change(self, centring_id, values):
        self._tx.change("processing.change_centring", values, xrayCentringId=centring_id)

    def add_results(self, centring_id, rows, named):
        """Add results; ``named`` is how a client knows a field of a row, as ``[{}].{}``."""
        if not rows:
            return
        try:
            self._tx.add_all("processing.add_centring_results", rows, xrayCentringId=centring_id)
        except Invalid as exc:
            rows_and_names = (name.removeprefix("[").split("].") for name in exc.errors)
            errors = {named.format(*each): exc.errors[f"[{each[0]}].{each[1]}"] for each in rows_and_names}
            raise Invalid(str(exc), errors=errors) from None
