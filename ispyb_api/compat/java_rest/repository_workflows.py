"""Workflows and their steps.  The SQL is in sql/queries/java_rest/workflows.sql."""


class Workflows:
    """Workflows that measured something that the caller may see."""

    def __init__(self, call):
        self._tx, self._call = call.tx, call
        self._slots = {"visible": call.access.measured("dc", "g.dataCollectionGroupId", "s.sessionId")}

    def log(self, workflow):
        """Return the path of a workflow's log: empty where none is recorded, None where there is no such workflow."""
        row = self._tx.one("java_rest.workflow_log", self._slots, workflowId=workflow)
        return row and (row["logFilePath"] or "")

    def steps(self, steps):
        """Return those of some steps that measured for the proposal."""
        return self._tx.all("java_rest.workflow_steps", self._slots, proposalId=self._call.proposal_id, steps=steps)

    def step(self, step):
        """Return one of them, None where there is no such step."""
        return next(iter(self.steps([step])), None)
