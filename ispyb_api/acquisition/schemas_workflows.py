"""What workflows and results of meshes look like from outside, and what is sent of them."""

import marshmallow as ma

from ispyb_api.acquisition.schemas_files import WorkflowStepSchema
from ispyb_api.acquisition.schemas_parts import WorkflowSchema
from ispyb_api.http.fields import Float, Ident, Int, Stamp, Text
from ispyb_api.http.paging import PageArguments, page_of
from ispyb_api.http.shapes import new_of, patch_of


class WholeWorkflowSchema(WorkflowSchema):
    """A workflow: a procedure that makes collections by itself."""

    resultFilePath = Text("File of its result.", "Workflow.resultFilePath")
    logFilePath = Text("File of its log.", "Workflow.logFilePath")
    recordTimeStamp = Stamp("When it was recorded, on the facility's clock.", "Workflow.recordTimeStamp")


NewWorkflowSchema = new_of(
    WholeWorkflowSchema,
    *("workflowTitle", "workflowType", "status", "comments", "resultFilePath", "logFilePath"),
    name="NewWorkflowSchema",
    sessionId=Ident("The session in which it runs.", "DataCollectionGroup.sessionId", required=True, strict=True),
)
WorkflowPatchSchema = patch_of(NewWorkflowSchema, name="WorkflowPatchSchema", without=("sessionId",))

_PATHS = {
    "folderPath": "Folder of its files.",
    "imageResultFilePath": "File of a picture.",
    "htmlResultFilePath": "File of a page.",
    "resultFilePath": "File of its result, mostly JSON.",
}
NewWorkflowStepSchema = new_of(
    WorkflowStepSchema,
    *("workflowId", "workflowStepType", "status", "comments", "crystalSizeX", "crystalSizeY", "crystalSizeZ"),
    "maxDozorScore",
    name="NewWorkflowStepSchema",
    required=("workflowId",),
    **{name: Text(meaning, f"WorkflowStep.{name}") for name, meaning in _PATHS.items()},
)
WorkflowStepPatchSchema = patch_of(NewWorkflowStepSchema, name="WorkflowStepPatchSchema", without=("workflowId",))


class WorkflowMeshSchema(ma.Schema):
    """What came of a mesh that a workflow scanned."""

    workflowMeshId = Ident("The result's row.", "WorkflowMesh.workflowMeshId")
    workflowId = Ident("The workflow.", "WorkflowMesh.workflowId")
    bestPositionId = Int("Where the motors stand at the best point.", "WorkflowMesh.bestPositionId")
    bestImageId = Int("The image at the best point.", "WorkflowMesh.bestImageId")
    value1 = Float(
        "First value at the best point, as the workflow defines it.", "WorkflowMesh.value1", "of the workflow"
    )
    value2 = Float("Second value.", "WorkflowMesh.value2", "of the workflow")
    value3 = Float("Third value.", "WorkflowMesh.value3", "of the workflow")
    value4 = Float("Fourth value.", "WorkflowMesh.value4", "of the workflow")
    cartographyPath = Text("File of a picture of the mesh.", "WorkflowMesh.cartographyPath")
    recordTimeStamp = Stamp("When it was recorded, on the facility's clock.", "WorkflowMesh.recordTimeStamp")


NewWorkflowMeshSchema = new_of(
    WorkflowMeshSchema,
    *("workflowId", "bestPositionId", "bestImageId", "value1", "value2", "value3", "value4", "cartographyPath"),
    name="NewWorkflowMeshSchema",
    required=("workflowId",),
)
WorkflowMeshPatchSchema = patch_of(NewWorkflowMeshSchema, name="WorkflowMeshPatchSchema", without=("workflowId",))


class WorkflowMeshArguments(PageArguments):
    workflowId = Ident("The workflow's row.")
    workflowMeshId = Ident("The row of a mesh's result.")


WorkflowMeshPageSchema = page_of(WorkflowMeshSchema)
