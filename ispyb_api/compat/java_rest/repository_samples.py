"""Samples.  The SQL is in sql/queries/java_rest/samples.sql."""


class Samples:
    """Samples in shipments of the proposal."""

    def __init__(self, call):
        self._tx, self._access, self._proposal = call.tx, call.access, call.proposal_id
        self._slots = {"visible": call.access.contents("sh.proposalId")}

    def all(self):
        """Return every one."""
        return self._rows(self._tx.all("java_rest.samples_of_proposal", self._slots, proposalId=self._proposal))

    def in_containers(self, containers):
        """Return those in some containers."""
        found = self._tx.all(
            "java_rest.samples_in_containers", self._slots, proposalId=self._proposal, containers=containers
        )
        return self._rows(found)

    def _rows(self, found):
        ids = [row["blSampleId"] for row in found]
        measured = {"visible_groups": self._access.measured("dc", "mg.dataCollectionGroupId", "mg.sessionId")}
        return self._tx.all("java_rest.samples", measured, samples=ids) if ids else []
