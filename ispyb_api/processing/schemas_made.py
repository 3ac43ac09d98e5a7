"""The rows that a pipeline's report became."""

import marshmallow as ma

from ispyb_api.http.fields import Ident, Items, Text


def _ids(column, meaning):
    return Items(Ident("A row.", f"computed: {column}"), meaning, f"computed: {column}")


class MadeScalingSchema(ma.Schema):
    """The rows of one scaling."""

    autoProcScalingId = Ident("The scaling's row.", "AutoProcScaling.autoProcScalingId")
    autoProcId = Ident("The row of its cell and space group.", "AutoProc.autoProcId")
    autoProcScalingStatisticsIds = _ids(
        "AutoProcScalingStatistics.autoProcScalingStatisticsId", "Its shells, in the order in which they were sent."
    )


class MadeProcessingSchema(ma.Schema):
    """The rows of a run and of what it made, in the order in which they were sent."""

    autoProcProgramId = Ident("The run's row.", "AutoProcProgram.autoProcProgramId")
    processingJobId = Ident("The job that it is for.", "AutoProcProgram.processingJobId", allow_none=True)
    autoProcProgramAttachmentIds = _ids("AutoProcProgramAttachment.autoProcProgramAttachmentId", "Its files.")
    autoProcProgramMessageIds = _ids("AutoProcProgramMessage.autoProcProgramMessageId", "Its messages.")
    autoProcIntegrationIds = _ids("AutoProcIntegration.autoProcIntegrationId", "Its integrations.")
    AutoProcScaling = Items(MadeScalingSchema, "Its scalings.")
    shortened = Items(
        Text("A field's name.", allow_none=False),
        "Which texts were too long for their columns, and were cut.",
        "computed: the request",
    )


class MadeAttachmentSchema(ma.Schema):
    autoProcProgramAttachmentId = Ident("The file's row.", "AutoProcProgramAttachment.autoProcProgramAttachmentId")


class MadeMessageSchema(ma.Schema):
    autoProcProgramMessageId = Ident("The message's row.", "AutoProcProgramMessage.autoProcProgramMessageId")


class MadeIntegrationSchema(ma.Schema):
    """The row of one integration of a sweep."""

    autoProcIntegrationId = Ident("The integration's row.", "AutoProcIntegration.autoProcIntegrationId")


class MadeRankSetSchema(ma.Schema):
    """The rows of ranks that were given together."""

    screeningRankSetId = Ident("The set's row.", "ScreeningRankSet.screeningRankSetId")
    screeningRankIds = _ids("ScreeningRank.screeningRankId", "The ranks, in the order in which they were sent.")


class MadePhasingStepSchema(ma.Schema):
    """The rows of a step of phasing."""

    phasingStepId = Ident("The step's row.", "PhasingStep.phasingStepId")
    phasingProgramRunId = Ident("The program's run.", "PhasingStep.programRunId", allow_none=True)
    phasingProgramAttachmentIds = _ids(
        "PhasingProgramAttachment.phasingProgramAttachmentId", "The run's files, in the order in which they were sent."
    )
    phasingStatisticsIds = _ids(
        "PhasingStatistics.phasingStatisticsId", "Its statistics, in the order in which they were sent."
    )


class MadeRefinementSchema(ma.Schema):
    """The rows of a molecular replacement or refinement."""

    mxMRRunId = Ident("The run's row.", "MXMRRun.mxMRRunId")
    mxMRRunBlobIds = _ids("MXMRRunBlob.mxMRRunBlobId", "Its blobs, in the order in which they were sent.")
