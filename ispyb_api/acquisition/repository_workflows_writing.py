"""Write workflows.  The SQL is in sql/queries/acquisition/workflows.sql."""

from ispyb_api.db.queries import Clause

_WAYS = ("acquisition.sessions_by_group", "acquisition.sessions_by_grid", "acquisition.session_of_workflow")


class WorkflowWrites:
    """The statements of one transaction; who may, its callers have asked."""

    def __init__(self, tx):
        self._tx = tx

    def lock(self, workflow_id):
        """Keep others from changing a workflow until the transaction ends; return whether there is one."""
        return self._tx.lock("acquisition.lock_workflow", workflowId=workflow_id)

    def sessions(self, workflow_id, visible=None):
        """Return the sessions for which a workflow was run, {sessionId, proposalId}, as far as they are visible."""
        parts = [part.sql for part in map(self._tx.part, _WAYS) if part]
        union = Clause("".join(f" UNION {sql}" for sql in parts), {"workflowId": workflow_id})
        return self._tx.all("acquisition.sessions_of_workflow", {"union": union, "visible": visible or Clause()})

    def add(self, session_id, values):
        """Make a workflow, for a session; return its id."""
        workflow_id = self._tx.add("acquisition.add_workflow", values)
        self._tx.run("acquisition.note_session_of_workflow", workflowId=workflow_id, sessionId=session_id)
        return workflow_id

    def status(self, workflow_id):
        """Return how far a workflow is."""
        return self._tx.value("acquisition.status_of_workflow", workflowId=workflow_id)

    def change(self, workflow_id, values):
        self._tx.change("acquisition.change_workflow", values, workflowId=workflow_id)

    # --- steps

    def step(self, step_id):
        """Return {workflowId, status} of a step, or None."""
        return self._tx.one("acquisition.status_of_step", workflowStepId=step_id)

    def add_step(self, workflow_id, values):
        return self._tx.add("acquisition.add_step", values, workflowId=workflow_id)

    def change_step(self, step_id, values):
        self._tx.change("acquisition.change_step", values, workflowStepId=step_id)

    # --- meshes

    def workflow_of_mesh(self, mesh_id):
        """Return the workflow of a mesh, or None."""
        return self._tx.value("acquisition.workflow_of_any_mesh", workflowMeshId=mesh_id)

    def add_mesh(self, workflow_id, values):
        return self._tx.add("acquisition.add_mesh", values, workflowId=workflow_id)

    def change_mesh(self, mesh_id, values):
        self._tx.change("acquisition.change_mesh", values, workflowMeshId=mesh_id)

    def proposal_of_image(self, image_id):
        """Return the proposal of an image, or None."""
        return self._tx.value("acquisition.proposal_of_image", imageId=image_id)
