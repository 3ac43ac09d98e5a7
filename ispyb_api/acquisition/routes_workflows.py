"""/datacollections/workflows: procedures that make collections by themselves, their steps, and what came of meshes"""

from flask_restx import Resource

from ispyb_api.acquisition import schemas_workflows as shapes
from ispyb_api.acquisition.repository_workflows import MeshRepository, WorkflowRepository
from ispyb_api.acquisition.service_workflows import Meshes, Workflows
from ispyb_api.auth.guard import current_access, requires
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction
from ispyb_api.http.writing import expected

api = Namespace("workflows", path="/datacollections/workflows", description="Procedures that make collections")


@api.route("")
class WorkflowList(Resource):
    @requires()
    @api.accepts(shapes.NewWorkflowSchema)
    @api.returns(shapes.WholeWorkflowSchema, 201, "Recorded")
    @api.writes()
    def post(self, tx, given):
        """Record a workflow

        When it begins; the groups of its collections name it then.  For instruments, with the permission ingest_data, and staff of
        the beamline.
        """
        workflow = Workflows(tx, current_access()).add(given)
        return created(workflow, workflow["workflowId"])


@api.route(f"/<int(max={MAX_ID}):workflowId>")
@api.param("workflowId", "The workflow's row.")
class Workflow(Resource):
    @requires()
    @api.returns(shapes.WholeWorkflowSchema, errors=(404,))
    def get(self, workflowId):  # noqa: N803 - the contract's name
        """Get one workflow

        Its steps are at /datacollections/workflows/steps?workflowId=.
        """
        with transaction() as tx:
            return WorkflowRepository(tx).get(workflowId, current_access())

    @requires()
    @api.accepts(shapes.WorkflowPatchSchema)
    @api.returns(shapes.WholeWorkflowSchema)
    @api.writes()
    def patch(self, tx, given, workflowId):  # noqa: N803
        """Change a workflow

        What is absent stays, null clears.  A status that says how it ended is not replaced by one that says it runs.  For
        instruments, with the permission ingest_data, and staff of the beamline.
        """
        expecting = expected(shapes.WholeWorkflowSchema)
        return Workflows(tx, current_access()).change(workflowId, given, expecting)


@api.route("/meshes")
class WorkflowMeshList(Resource):
    @requires()
    @api.accepts(shapes.WorkflowMeshArguments, "query")
    @api.returns(shapes.WorkflowMeshPageSchema)
    def get(self, arguments):
        """List what came of meshes

        Of the workflows you may see, in the order in which they were recorded.
        """
        with transaction() as tx:
            return MeshRepository(tx).page(arguments, current_access())

    @requires()
    @api.accepts(shapes.NewWorkflowMeshSchema)
    @api.returns(shapes.WorkflowMeshSchema, 201, "Recorded")
    @api.writes()
    def post(self, tx, given):
        """Record what came of a mesh

        Its grid names it then, as workflowMeshId.  For instruments, with the permission ingest_data, and staff of the beamline.
        """
        mesh = Meshes(tx, current_access()).add(given)
        return created(mesh, mesh["workflowMeshId"])


@api.route(f"/meshes/<int(max={MAX_ID}):workflowMeshId>")
@api.param("workflowMeshId", "The row of a mesh's result.")
class WorkflowMesh(Resource):
    @requires()
    @api.returns(shapes.WorkflowMeshSchema, errors=(404,))
    def get(self, workflowMeshId):  # noqa: N803
        """Get what came of one mesh

        The best point, and the values there.
        """
        with transaction() as tx:
            return MeshRepository(tx).get(workflowMeshId, current_access())

    @requires()
    @api.accepts(shapes.WorkflowMeshPatchSchema)
    @api.returns(shapes.WorkflowMeshSchema)
    @api.writes()
    def patch(self, tx, given, workflowMeshId):  # noqa: N803
        """Change what came of a mesh

        What is absent stays, null clears.  For instruments, with the permission ingest_data, and staff of the beamline.
        """
        expecting = expected(shapes.WorkflowMeshSchema)
        return Meshes(tx, current_access()).change(workflowMeshId, given, expecting)
