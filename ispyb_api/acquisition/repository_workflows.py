"""Workflows, and which of them the caller may see.  The SQL is in sql/queries/acquisition/workflows.sql."""

from ispyb_api.acquisition.repository_images import visible
from ispyb_api.db.listing import Listing, conjunction, envelope
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound

MESHES = Listing(
    filters={"workflowId": ("wm.workflowId", "eq"), "workflowMeshId": ("wm.workflowMeshId", "eq")},
    sorts={"workflowMeshId": "wm.workflowMeshId"},
    default_sort="workflowMeshId",
    tie_breaker="wm.workflowMeshId",
)


def seen(tx, workflow, access, column):
    """Return the join of ``column`` with the workflows that the caller may see, by whichever ways this database has."""
    if access.everything:
        return Clause()
    ways = (
        ("acquisition.workflows_of_groups", "g", visible(access)),
        ("acquisition.workflows_of_grids", "wm", visible(access)),
        ("acquisition.workflows_of_sessions", "aw", access.sessions("aw.sessionId")),
    )
    rows, values = [], {}
    for name, alias, mine in ways:
        if part := tx.part(name):
            one = workflow is not None and Clause(f"{alias}.workflowId = :w_workflow", {"w_workflow": workflow})
            where = conjunction(one)
            rows.append(part.sql.replace("/*visible*/", mine.sql).replace("/*where*/", where.sql))
            values |= {**mine.params, **where.params}
    found = "\n UNION\n".join(rows)
    return Clause(f"JOIN ({found}) mine ON mine.workflowId = {column}", values)


class WorkflowRepository:
    def __init__(self, tx):
        self._tx = tx

    def get(self, workflow_id, access):
        """Return one workflow by its id."""
        where = Clause("w.workflowId = :workflow", {"workflow": workflow_id})
        slots = {"join": seen(self._tx, workflow_id, access, "w.workflowId"), "where": conjunction(where)}
        found = self._tx.one("acquisition.workflow", slots)
        if found is None:
            raise NotFound(f"No workflow {workflow_id}.")
        return found


class MeshRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments, access):
        """Return one page of the results of mesh workflows."""
        workflow = arguments.get("workflowId")
        if workflow is None and "workflowMeshId" in arguments:
            workflow = self._tx.value("acquisition.workflow_of_any_mesh", workflowMeshId=arguments["workflowMeshId"])
        slots = MESHES.slots(arguments, join=seen(self._tx, workflow, access, "wm.workflowId"))
        rows = self._tx.all("acquisition.list_meshes", slots)
        counted = {key: slots[key] for key in ("where", "join")}
        return envelope(rows, arguments, lambda: self._tx.total("acquisition.count_meshes", counted))

    def get(self, mesh_id, access):
        """Return one result of a mesh workflow by its id."""
        found = self.page({"workflowMeshId": mesh_id, "skip": 0, "limit": 2}, access)["results"]
        if not found:
            raise NotFound(f"No mesh {mesh_id} of a workflow.")
        return found[0]
