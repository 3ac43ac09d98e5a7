"""Steps of workflows."""

from ispyb_api.compat.java_rest.gson import Shape

STEP = Shape(
    "WorkflowStep",
    """
    workflowStepId      int   WorkflowStep.workflowStepId
    workflowId          int   WorkflowStep.workflowId
    workflowStepType    text  WorkflowStep.workflowStepType
    status              text  WorkflowStep.status
    folderPath          text  WorkflowStep.folderPath
    imageResultFilePath text  WorkflowStep.imageResultFilePath
    htmlResultFilePath  text  WorkflowStep.htmlResultFilePath
    resultFilePath      text  WorkflowStep.resultFilePath
    recordTimeStamp     stamp WorkflowStep.recordTimeStamp
    crystalSizeX        text  WorkflowStep.crystalSizeX
    crystalSizeY        text  WorkflowStep.crystalSizeY
    crystalSizeZ        text  WorkflowStep.crystalSizeZ
    maxDozorScore       text  WorkflowStep.maxDozorScore
    comments            text  WorkflowStep.comments
    """,
)
