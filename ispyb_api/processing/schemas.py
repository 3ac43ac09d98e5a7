"""What runs of programs, their files and messages look like from outside, and what one may ask of them."""

import json

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import Bool, Choice, Ident, Int, Items, Part, Stamp, Text, described
from ispyb_api.http.paging import page_of
from ispyb_api.processing.schemas_results import AutoProcIntegrationSchema
from ispyb_api.processing.schemas_scopes import NarrowedListArguments, ScopedListArguments
from ispyb_api.processing.statuses import FAILED, NOT_RUN, SUCCESS

MOST_COLLECTIONS = 500
FILE_TYPES = ("Log", "Result", "Graph", "Debug", "Input")
MEANING = "null while it runs or is not known, 0 failed, 1 succeeded, 2 did not run"


def outcome(meaning, source):
    """Return the field of a status, whichever way a database writes it."""
    return Int(f"{meaning}: {MEANING}.", source, validate=validate.OneOf([FAILED, SUCCESS, NOT_RUN]))


class MessageSchema(ma.Schema):
    """Something that a program had to say."""

    autoProcProgramMessageId = Ident("The message's row.", "AutoProcProgramMessage.autoProcProgramMessageId")
    autoProcProgramId = Int("The run that said it.", "AutoProcProgramMessage.autoProcProgramId")
    recordTimeStamp = Stamp("When it was recorded, on the facility's clock.", "AutoProcProgramMessage.recordTimeStamp")
    severity = Text("ERROR, WARNING or INFO.", "AutoProcProgramMessage.severity")
    message = Text("The message, in short.", "AutoProcProgramMessage.message")
    description = Text("The message in full.", "AutoProcProgramMessage.description")


class ParameterSchema(ma.Schema):
    """A parameter of a job."""

    processingJobParameterId = Ident("The parameter's row.", "ProcessingJobParameter.processingJobParameterId")
    parameterKey = Text("Name of the parameter.", "ProcessingJobParameter.parameterKey")
    parameterValue = Text("Its value.", "ProcessingJobParameter.parameterValue")


class ProcessingJobSchema(ma.Schema):
    """A processing that somebody, or something, asked for."""

    processingJobId = Ident("The job's row.", "ProcessingJob.processingJobId")
    displayName = Text("Name of the job.", "ProcessingJob.displayName")
    comments = Text("Remarks on the job.", "ProcessingJob.comments")
    recordTimestamp = Stamp("When it was asked for, on the facility's clock.", "ProcessingJob.recordTimestamp")
    recipe = Text("What the job is made of, by the name of a recipe.", "ProcessingJob.recipe")
    automatic = Bool("Whether it was asked for by a machine.", "ProcessingJob.automatic")
    ProcessingJobParameters = Items(ParameterSchema, "The job's parameters.")


class ProgramMetadataSchema(ma.Schema):
    attachments = Int(
        "How many files the run left.",
        "computed: AutoProcProgramAttachment.autoProcProgramAttachmentId",
        allow_none=False,
    )
    imageSweepCount = Int(
        "How many sweeps of images its job works on.",
        "computed: ProcessingJobImageSweep.processingJobImageSweepId",
        allow_none=False,
    )
    autoProcProgramMessages = Items(MessageSchema, "What the run had to say; empty in a database without messages.")


class ProcessingSchema(ma.Schema):
    """One run of a program."""

    autoProcProgramId = Ident("The run's row.", "AutoProcProgram.autoProcProgramId")
    processingCommandLine = Text("The command line.", "AutoProcProgram.processingCommandLine")
    processingPrograms = Text("The program, or several, by name.", "AutoProcProgram.processingPrograms")
    processingStatus = outcome("How the run ended", "computed: AutoProcProgram.processingStatus")
    processingMessage = Text("What the program said when it ended.", "AutoProcProgram.processingMessage")
    processingStartTime = Stamp("When it began, on the facility's clock.", "AutoProcProgram.processingStartTime")
    processingEndTime = Stamp("When it ended, on the facility's clock.", "AutoProcProgram.processingEndTime")
    processingEnvironment = Text("Where it ran, as host and cores.", "AutoProcProgram.processingEnvironment")
    recordTimeStamp = Stamp("When it was recorded, on the facility's clock.", "AutoProcProgram.recordTimeStamp")
    parentAutoProcProgramId = Int("The run whose results it works on.", "AutoProcProgram.parentAutoProcProgramId")
    ProcessingJob = Part(ProcessingJobSchema, "The job that the run belongs to; null without one.")
    _metadata = Part(ProgramMetadataSchema, "What there is besides.", allow_none=False)


class AutoIntegrationSchema(ProcessingSchema):
    """One run of a program that integrated data collections."""

    AutoProcIntegration = Items(
        AutoProcIntegrationSchema, "Its integrations: one for each sweep, of collections that the caller may see."
    )


class AttachmentMetadataSchema(ma.Schema):
    url = Text("Where the file is fetched.", "computed: the request", allow_none=False)


class AttachmentSchema(ma.Schema):
    """A file that a run left."""

    autoProcProgramAttachmentId = Ident("The file's row.", "AutoProcProgramAttachment.autoProcProgramAttachmentId")
    autoProcProgramId = Ident("The run that left it.", "AutoProcProgramAttachment.autoProcProgramId")
    fileName = Text("Name of the file.", "AutoProcProgramAttachment.fileName")
    fileType = Text("Log, Result, Graph, Debug or Input.", "AutoProcProgramAttachment.fileType")
    importanceRank = Int("How important the file is; only some programs say.", "AutoProcProgramAttachment.importanceRank")  # fmt: skip
    deleted = Bool("Whether the file was removed since.", "AutoProcProgramAttachment.deleted")
    recordTimeStamp = Stamp("When it was recorded, on the facility's clock.", "AutoProcProgramAttachment.recordTimeStamp")  # fmt: skip
    _metadata = Part(AttachmentMetadataSchema, "Where to fetch it.", allow_none=False)


class WholeProcessingSchema(AutoIntegrationSchema):
    """One run of a program, with all that came of it."""

    AutoProcProgramAttachment = Items(
        AttachmentSchema, "The files that it left, at most 500; /processings/attachments lists more."
    )


class ScreeningStatusSchema(ma.Schema):
    status = outcome("Whether a strategy was found", "computed: ScreeningOutput.strategySuccess")
    indexingSuccess = Int(
        "Whether a lattice was found: 1 if so, 0 if not, null if nothing is recorded.",
        "ScreeningOutput.indexingSuccess",
    )


class CentringStatusSchema(ma.Schema):
    status = outcome("How the centring ended", "computed: XrayCentring.status")


class ProgramStatusSchema(ma.Schema):
    status = outcome("How the run ended", "computed: AutoProcProgram.processingStatus")
    autoProcProgramId = Ident("The run's row.", "AutoProcProgram.autoProcProgramId")


class MovieCountsSchema(ma.Schema):
    """How far the processing of an electron microscope's movies is."""

    movie = Int("How many movies there are.", "computed: Movie.movieId", allow_none=False)
    motionCorrection = Int(
        "How many corrections for motion.", "computed: MotionCorrection.motionCorrectionId", allow_none=False
    )
    ctf = Int("How many estimates of the contrast transfer function.", "computed: CTF.CTFid", allow_none=False)


def _by_name(schema, meaning, source):
    return fields.Dict(
        keys=fields.String(), values=fields.List(fields.Nested(schema)), metadata=described(meaning, source)
    )


class CollectionStatusSchema(ma.Schema):
    """What became of everything that was made of one data collection."""

    screening = _by_name(
        ScreeningStatusSchema,
        "Characterisations, by program: one entry for each output.",
        "computed: Screening.programVersion",
    )
    xrc = _by_name(
        CentringStatusSchema, "X-ray centrings of its group, by type.", "computed: XrayCentring.xrayCentringType"
    )
    autoIntegration = _by_name(
        ProgramStatusSchema, "Runs that integrated something, by program.", "computed: AutoProcProgram.processingPrograms"
    )  # fmt: skip
    processing = _by_name(
        ProgramStatusSchema, "Other runs, by program.", "computed: AutoProcProgram.processingPrograms"
    )
    em = Part(MovieCountsSchema, "Movies, and what was made of them.", allow_none=False)


class StatusesSchema(ma.Schema):
    """What became of data collections, by kind and by program."""

    statuses = fields.Dict(
        keys=fields.String(),
        values=fields.Nested(CollectionStatusSchema),
        metadata=described(
            "By data collection, those that the caller may not see left out.", "computed: DataCollection.dataCollectionId"
        ),
    )  # fmt: skip


class MessageCountsSchema(ma.Schema):
    """How many messages the runs of one data collection left."""

    errors = Int("How many errors.", "computed: AutoProcProgramMessage.severity", allow_none=False)
    warnings = Int("How many warnings.", "computed: AutoProcProgramMessage.severity", allow_none=False)
    info = Int("How many other messages.", "computed: AutoProcProgramMessage.severity", allow_none=False)


class MessageStatusesSchema(ma.Schema):
    """How many messages runs left for data collections."""

    statuses = fields.Dict(
        keys=fields.String(),
        values=fields.Nested(MessageCountsSchema),
        metadata=described(
            "By data collection, those that the caller may not see left out.", "computed: DataCollection.dataCollectionId"
        ),
    )  # fmt: skip


class CollectionsArguments(ma.Schema):
    dataCollectionIds = fields.String(
        required=True,
        validate=validate.Regexp(r"^\[ *[1-9][0-9]{0,9}( *, *[1-9][0-9]{0,9})* *\]$", error="Give ids as [1,2]."),
        metadata=described(f"Rows of data collections as a JSON array, [1,2]; at most {MOST_COLLECTIONS}."),
    )

    @ma.post_load
    def _parse(self, data, **_):
        found = sorted(set(json.loads(data["dataCollectionIds"])))
        if len(found) > MOST_COLLECTIONS:
            raise ma.ValidationError(f"Ask for {MOST_COLLECTIONS} at most.", "dataCollectionIds")
        return {"dataCollectionIds": found}


class ProcessingArguments(NarrowedListArguments):
    """Of which data, and of which programs."""


class ScreeningArguments(ScopedListArguments):
    """Of which data."""


class MessageArguments(ScopedListArguments):
    autoProcProgramMessageId = Ident("One message.")


class AttachmentArguments(NarrowedListArguments):
    autoProcProgramId = Ident("Files of one run.")
    autoProcProgramAttachmentId = Ident("One file.")
    fileType = Choice(FILE_TYPES, "Of one type.  Needs one of the arguments that say of which data.")


ProcessingPageSchema = page_of(ProcessingSchema)
AutoIntegrationPageSchema = page_of(AutoIntegrationSchema)
MessagePageSchema = page_of(MessageSchema)
AttachmentPageSchema = page_of(AttachmentSchema)
