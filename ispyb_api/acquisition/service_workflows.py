"""Record workflows, their steps, and what came of meshes, as they go along."""

from ispyb_api.acquisition import words
from ispyb_api.acquisition.repository_parts import StepRepository
from ispyb_api.acquisition.repository_workflows import MeshRepository, WorkflowRepository
from ispyb_api.acquisition.repository_workflows_writing import WorkflowWrites
from ispyb_api.acquisition.service import Recorder
from ispyb_api.auth.permissions import Permission
from ispyb_api.auth.several import sessions_to_write
from ispyb_api.auth.writing import record
from ispyb_api.errors import Forbidden, Invalid, NotFound


class _Kept(Recorder):
    """Rows of one kind, each of a workflow; who may record for all its sessions may change it."""

    def __init__(self, tx, access):
        super().__init__(tx, access)
        self._rows = WorkflowWrites(tx)

    def _open(self, workflow_id, absent):
        """Return the sessions of a workflow that the caller may change, once nobody else can."""
        if workflow_id is None or not self._rows.lock(workflow_id):
            raise NotFound(absent)
        found = sessions_to_write(
            self._tx, self._access, Permission.INGEST_DATA, lambda mine: self._rows.sessions(workflow_id, mine)
        )
        if not found:
            raise NotFound(absent)
        if len(found) < len(self._rows.sessions(workflow_id)):
            raise Forbidden("It is also of sessions that you may not see.")
        return found

    def _named(self, workflow_id):
        """Return the same of a workflow that a body names."""
        absent = f"No workflow {workflow_id}, or none that you may see."
        try:
            return self._open(workflow_id, absent)
        except NotFound:
            raise Invalid(errors={"workflowId": [absent]}) from None

    def _noted(self, action, target, given):
        record(self._tx, self._access, action, target, given)


class Workflows(_Kept):
    def add(self, given):
        """Make a workflow, for a session; return it."""
        values = dict(given)
        session = self.session(values.pop("sessionId"), "sessionId")
        workflow_id = self._rows.add(session["sessionId"], values)
        self._noted("workflow added", f"workflow {workflow_id}", given)
        return self.get(workflow_id)

    def change(self, workflow_id, given, unchanged):
        """Change a workflow, if it is ``unchanged`` since the caller read it; return it."""
        self._open(workflow_id, f"No workflow {workflow_id}.")
        unchanged(self.get(workflow_id))
        self._rows.change(workflow_id, _not_undone(given, self._rows.status(workflow_id)))
        self._noted("workflow changed", f"workflow {workflow_id}", given)
        return self.get(workflow_id)

    def get(self, workflow_id):
        """Return a workflow as the caller sees it."""
        return WorkflowRepository(self._tx).get(workflow_id, self._access)


class Steps(_Kept):
    def add(self, given):
        """Record a step of a workflow; return it."""
        values = dict(given)
        workflow_id = values.pop("workflowId")
        self._named(workflow_id)
        step_id = self._rows.add_step(workflow_id, values)
        self._noted("workflow step added", f"step {step_id}", given)
        return self._get(step_id)

    def change(self, step_id, given, unchanged):
        """Change a step, if it is ``unchanged`` since the caller read it; return it."""
        absent, step = f"No step {step_id} of a workflow.", self._rows.step(step_id)
        self._open(step and step["workflowId"], absent)
        unchanged(self._get(step_id))
        self._rows.change_step(step_id, _not_undone(given, self._rows.step(step_id)["status"]))
        self._noted("workflow step changed", f"step {step_id}", given)
        return self._get(step_id)

    def _get(self, step_id):
        return StepRepository(self._tx).get(step_id, self._access)


class Meshes(_Kept):
    def add(self, given):
        """Record what came of a mesh; return it."""
        values = dict(given)
        workflow_id = values.pop("workflowId")
        self._of_them(self._named(workflow_id), given)
        mesh_id = self._rows.add_mesh(workflow_id, values)
        self._noted("workflow mesh added", f"mesh {mesh_id}", given)
        return self._get(mesh_id)

    def change(self, mesh_id, given, unchanged):
        """Change what came of a mesh, if it is ``unchanged`` since the caller read it; return it."""
        sessions = self._open(self._rows.workflow_of_mesh(mesh_id), f"No mesh {mesh_id} of a workflow.")
        unchanged(self._get(mesh_id))
        self._of_them(sessions, given)
        self._rows.change_mesh(mesh_id, given)
        self._noted("workflow mesh changed", f"mesh {mesh_id}", given)
        return self._get(mesh_id)

    def _of_them(self, sessions, given):
        """Refuse an image of another proposal."""
        image = given.get("bestImageId")
        if image is not None and self._rows.proposal_of_image(image) not in {row["proposalId"] for row in sessions}:
            raise Invalid(errors={"bestImageId": ["No image of the same proposal."]})

    def _get(self, mesh_id):
        return MeshRepository(self._tx).get(mesh_id, self._access)


def _not_undone(given, stored):
    """Leave out a status that says less than the stored one: updates may overtake one another."""
    if words.has_ended(stored) and "status" in given and not words.has_ended(given["status"]):
        return {name: value for name, value in given.items() if name != "status"}
    return given
