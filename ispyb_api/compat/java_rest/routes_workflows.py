"""Workflows: their logs, their steps and what these found."""

from ispyb_api.compat.java_rest import items
from ispyb_api.compat.java_rest.answers import File, Rows
from ispyb_api.compat.java_rest.repository_workflows import Workflows
from ispyb_api.compat.java_rest.rest import reads
from ispyb_api.compat.java_rest.shapes.workflows import STEP

_STEP = "/<token>/proposal/<proposal>/mx/workflow/step"


@reads("/<token>/mx/workflow/<workflow>/log", File("log of a workflow", shown="text/plain"))
def workflow_log(call, workflow):
    """Get the log of a workflow"""
    return Workflows(call).log(items.one(workflow))


@reads(f"{_STEP}/<steps>/list", Rows(STEP, produces="text/plain"))
def workflow_steps(call, steps):
    """List some steps of workflows

    As text, for EXI parses it itself.
    """
    return Workflows(call).steps(items.ids(steps))


@reads(f"{_STEP}/<step>/result", File("result of a step", shown="text/html"))
def workflow_result(call, step):
    """Get what a step found

    JSON, sent as a page for the same reason.  Where only a page is recorded it is the report beside that.
    """
    row = Workflows(call).step(items.one(step))
    page = row and (row["htmlResultFilePath"] or "")
    return row and (
        row["resultFilePath"] or (page.replace("index.html", "report.json") if "index.html" in page else "")
    )


@reads(f"{_STEP}/<step>/image", File("picture of a step"))
def workflow_picture(call, step):
    """Get the picture of what a step found"""
    row = Workflows(call).step(items.one(step))
    return row and (row["imageResultFilePath"] or "")
