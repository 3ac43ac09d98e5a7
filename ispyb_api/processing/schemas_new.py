"""What pipelines send of a run and of what it made: the same fields as are shown, one unit each."""

from collections import Counter

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import MAX_ID, Choice, Ident, Int, Items, Part, Text
from ispyb_api.http.shapes import new_of, patch_of
from ispyb_api.processing.schemas import AttachmentSchema, MessageSchema, ProcessingSchema
from ispyb_api.processing.schemas_new_jobs import NewJobSchema
from ispyb_api.processing.schemas_results import (
    AutoProcIntegrationSchema,
    AutoProcScalingSchema,
    AutoProcSchema,
    ShellSchema,
    SweepWorkflowSchema,
)

MOST_FILES, MOST_MESSAGES, MOST_INTEGRATIONS, MOST_SCALINGS = 2000, 1000, 5000, 100
SEVERITIES = ("ERROR", "WARNING", "INFO")
_SHELLS = ("overall", "innerShell", "outerShell")
_LINKS = ("autoProcIntegrationId", "DataCollection", "Workflow", "AutoProcScalingHasInt")


def _at_most(number):
    return validate.Length(max=number)


NewAttachmentSchema = new_of(
    AttachmentSchema,
    *("fileName", "fileType", "importanceRank"),
    name="NewAttachmentSchema",
    required=("fileName",),
    filePath=Text(
        "The folder that the file is in.", "AutoProcProgramAttachment.filePath", allow_none=False, required=True
    ),
)
AttachmentPatchSchema = patch_of(
    new_of(
        AttachmentSchema,
        *("fileName", "fileType", "importanceRank", "deleted"),
        name="AttachmentStateSchema",
        required=("fileName",),
        filePath=NewAttachmentSchema._declared_fields["filePath"],
    ),
    name="AttachmentPatchSchema",
)
NewMessageSchema = new_of(
    MessageSchema,
    "description",
    name="NewMessageSchema",
    severity=Choice(SEVERITIES, "How grave it is.", "AutoProcProgramMessage.severity", required=True),
    message=Text(
        "The message in short; where it is too long for its column, all of it becomes the description.",
        "AutoProcProgramMessage.message",
        allow_none=False,
        required=True,
    ),
)
NewSweepWorkflowSchema = new_of(
    SweepWorkflowSchema, *SweepWorkflowSchema._declared_fields, name="NewSweepWorkflowSchema", required=("uid",)
)
NewIntegrationSchema = new_of(
    AutoProcIntegrationSchema,
    *(name for name in AutoProcIntegrationSchema._declared_fields if name not in _LINKS),
    name="NewIntegrationSchema",
    dataCollectionId=Ident(
        "The data collection; each integration may have its own.", "AutoProcIntegration.dataCollectionId", required=True
    ),
    Workflow=Part(NewSweepWorkflowSchema, "The workflow of several sweeps that the sweep was part of."),
)
NewAutoProcSchema = new_of(
    AutoProcSchema,
    *(name for name in AutoProcSchema._declared_fields if name != "autoProcId"),
    name="NewAutoProcSchema",
)
NewShellSchema = new_of(
    ShellSchema,
    *(name for name in ShellSchema._declared_fields if name != "autoProcScalingStatisticsId"),
    name="NewShellSchema",
    scalingStatisticsType=Choice(
        _SHELLS, "The shell.", "AutoProcScalingStatistics.scalingStatisticsType", required=True
    ),
)


def _one_of_each(shells):
    twice = [kind for kind, number in Counter(each["scalingStatisticsType"] for each in shells).items() if number > 1]
    if twice:
        raise ma.ValidationError(f"Give one shell of each type: {', '.join(twice)} are several.")


_OF_SCALING = {
    "AutoProc": Part(NewAutoProcSchema, "The cell and space group."),
    "AutoProcScalingStatistics": Items(
        NewShellSchema, "The shells, one of each type.", validate=_one_of_each, load_default=list
    ),
}
_ELLIPSOID = [name for name in AutoProcScalingSchema._declared_fields if name.startswith("resolutionEllipsoid")]

NewScalingSchema = new_of(
    AutoProcScalingSchema,
    *_ELLIPSOID,
    name="NewScalingSchema",
    integrations=Items(
        Int("A place in the list.", strict=True, allow_none=False, validate=validate.Range(0, MOST_INTEGRATIONS - 1)),
        "Which integrations of this request were scaled together, by their places in its list, the first being 0;"
        " all of them if absent.",
        "computed: AutoProcScaling_has_Int.autoProcIntegrationId",
        validate=_at_most(MOST_INTEGRATIONS),
    ),
    **_OF_SCALING,
)
NewScalingOfRunSchema = new_of(
    AutoProcScalingSchema,
    *_ELLIPSOID,
    name="NewScalingOfRunSchema",
    autoProcIntegrationIds=Items(
        Int("An integration.", strict=True, allow_none=False, validate=validate.Range(1, MAX_ID)),
        "Which integrations of the run were scaled together; all that it has if absent.",
        "AutoProcScaling_has_Int.autoProcIntegrationId",
        validate=_at_most(MOST_INTEGRATIONS),
    ),
    **_OF_SCALING,
)

_STATED = ("processingCommandLine", "processingPrograms", "processingStatus", "processingMessage")
_TIMED = ("processingStartTime", "processingEndTime", "processingEnvironment")

NewProcessingSchema = new_of(
    ProcessingSchema,
    *(*_STATED, *_TIMED),
    name="NewProcessingSchema",
    required=("processingPrograms",),
    doc="A run of a program to record, with whatever is known of it by now.",
    dataCollectionId=Ident(
        "The data collection that was processed; needed where neither integrations nor a job name one.",
        "AutoProcProgram.dataCollectionId",
        allow_none=True,
    ),
    parentAutoProcProgramId=Ident(
        "The run whose results it works on.", "AutoProcProgram.parentAutoProcProgramId", allow_none=True
    ),
    processingJobId=Ident("The job that it is for, if that was recorded before.", "AutoProcProgram.processingJobId", allow_none=True),
    ProcessingJob=Part(NewJobSchema, "The job that it is for, to be recorded with it."),
    AutoProcProgramAttachment=Items(NewAttachmentSchema, "Files that it left.", validate=_at_most(MOST_FILES)),
    AutoProcProgramMessage=Items(NewMessageSchema, "What it had to say.", validate=_at_most(MOST_MESSAGES)),
    AutoProcIntegration=Items(
        NewIntegrationSchema, "Sweeps that it integrated.", validate=_at_most(MOST_INTEGRATIONS)
    ),
    AutoProcScaling=Items(NewScalingSchema, "Data that it scaled.", validate=_at_most(MOST_SCALINGS)),
)  # fmt: skip
ProcessingPatchSchema = patch_of(
    new_of(ProcessingSchema, *_STATED, *_TIMED, name="ProcessingStateSchema"), name="ProcessingPatchSchema"
)
