"""What files, workflow steps, analyses of images and event chains look like from outside."""

import marshmallow as ma

from ispyb_api.http.fields import Bool, Choice, Float, Ident, Int, Items, NumberText, Part, Stamp, Text
from ispyb_api.http.paging import PageArguments, page_of


class CollectionFileMetadataSchema(ma.Schema):
    """How to get a file."""

    url = Text("Path at which the file can be had.", "computed: the route", allow_none=False)
    fileName = Text("Name of the file.", "computed: DataCollectionFileAttachment.fileFullPath", allow_none=False)


class CollectionFileSchema(ma.Schema):
    """A file that was recorded with a data collection."""

    dataCollectionFileAttachmentId = Ident(
        "The file's row.", "DataCollectionFileAttachment.dataCollectionFileAttachmentId"
    )
    dataCollectionId = Ident("The data collection.", "DataCollectionFileAttachment.dataCollectionId")
    fileType = Text("What it holds, as snapshot, log or params.", "DataCollectionFileAttachment.fileType")
    createTime = Stamp("When it was recorded, on the facility's clock.", "DataCollectionFileAttachment.createTime")
    _metadata = Part(CollectionFileMetadataSchema, "How to get it.", allow_none=False)


class StepFilesSchema(ma.Schema):
    """Which files of a step are recorded; whether one can be read shows when it is asked for."""

    imageResultFilePath = Bool("A picture.", "computed: WorkflowStep.imageResultFilePath", allow_none=False)
    resultFilePath = Bool("A result, mostly JSON.", "computed: WorkflowStep.resultFilePath", allow_none=False)
    htmlResultFilePath = Bool("A page.", "computed: WorkflowStep.htmlResultFilePath", allow_none=False)


class StepMetadataSchema(ma.Schema):
    """What there is of a step."""

    attachments = Part(StepFilesSchema, "Which of its files are recorded.", allow_none=False)


class WorkflowStepSchema(ma.Schema):
    """A step of a workflow."""

    workflowStepId = Ident("The step's row.", "WorkflowStep.workflowStepId")
    workflowId = Ident("The workflow.", "WorkflowStep.workflowId")
    workflowStepType = Text("Kind of step.", "WorkflowStep.workflowStepType")
    status = Text("How it ended, in its own words.", "WorkflowStep.status")
    comments = Text("Remarks.", "WorkflowStep.comments")
    crystalSizeX = NumberText("Size of the crystal along x that was found.", "WorkflowStep.crystalSizeX", "mm")
    crystalSizeY = NumberText("Size of the crystal along y that was found.", "WorkflowStep.crystalSizeY", "mm")
    crystalSizeZ = NumberText("Size of the crystal along z that was found.", "WorkflowStep.crystalSizeZ", "mm")
    maxDozorScore = NumberText("Best score of diffraction that was found.", "WorkflowStep.maxDozorScore")
    recordTimeStamp = Stamp("When it was recorded, on the facility's clock.", "WorkflowStep.recordTimeStamp")
    _metadata = Part(StepMetadataSchema, "What there is of it.", allow_none=False)


class ChainEventTypeSchema(ma.Schema):
    """What kind of event it is."""

    eventTypeId = Ident("The kind's row.", "EventType.eventTypeId")
    name = Text("XrayDetection, XrayExposure, LaserExcitation or ReactionTrigger.", "EventType.name")


class ChainEventSchema(ma.Schema):
    """One event of a sequence; times are relative to the sequence's beginning."""

    eventId = Ident("The event's row.", "Event.eventId")
    eventChainId = Ident("The sequence.", "Event.eventChainId")
    componentId = Int("What is added, for a reaction's trigger.", "Event.componentId")
    eventTypeId = Int("What kind of event it is.", "Event.eventTypeId")
    name = Text("Name of the event.", "Event.name")
    offset = Float("When it begins.", "Event.offset", "s")
    duration = Float("How long it lasts.", "Event.duration", "s")
    period = Float("After which time it comes again.", "Event.period", "s")
    repetition = Float("How often it comes.", "Event.repetition", "times")
    EventType = Part(ChainEventTypeSchema, "What kind of event it is.")


class EventChainSchema(ma.Schema):
    """A sequence of events that is repeated during a data collection."""

    eventChainId = Ident("The sequence's row.", "EventChain.eventChainId")
    dataCollectionId = Ident("The data collection.", "EventChain.dataCollectionId")
    name = Text("Name of the sequence.", "EventChain.name")
    events = Items(ChainEventSchema, "Its events, in their order in time.")


_SCORE = "Score of diffraction by the program DOZOR; more is better."


def _each(field, meaning, column, unit=None):
    return Items(
        field(meaning, f"ImageQualityIndicators.{column}", unit),
        f"{meaning} One for each image.",
        f"ImageQualityIndicators.{column}",
    )


class ImageQualitySchema(ma.Schema):
    """What the analysis of images found, image by image, in lists of equal length."""

    dataCollectionId = Ident("The data collection.", "ImageQualityIndicators.dataCollectionId")
    imageNumber = _each(Int, "Number of the image.", "imageNumber")
    autoProcProgramId = _each(Int, "The run of a program that analysed it.", "autoProcProgramId")
    totalIntegratedSignal = _each(Float, "Sum of all spots' intensities.", "totalIntegratedSignal", "counts")
    goodBraggCandidates = _each(Int, "Spots that look like diffraction.", "goodBraggCandidates")
    method2Res = _each(Float, "Resolution, by the second method.", "method2Res", "Å")
    spotTotal = _each(Int, "Spots in all.", "spotTotal")
    inResTotal = _each(Int, "Spots within the resolution.", "inResTotal")
    iceRings = _each(Int, "Rings of ice.", "iceRings")
    method1Res = _each(Float, "Resolution, by the first method.", "method1Res", "Å")
    maxUnitCell = _each(Float, "Longest axis of a unit cell that the spots allow.", "maxUnitCell", "Å")
    pctSaturationTop50Peaks = _each(Float, "Saturation of the 50 strongest spots.", "pctSaturationTop50Peaks", "%")
    inResolutionOvrlSpots = _each(Int, "Overloaded spots within the resolution.", "inResolutionOvrlSpots")
    binPopCutOffMethod2Res = _each(Float, "Where the second method cut off.", "binPopCutOffMethod2Res", "%")
    dozor_score = _each(Float, _SCORE, "dozor_score", "1")
    driftFactor = _each(Float, "By how much the sample drifted (electron microscopes).", "driftFactor", "1")


class CollectionFileArguments(PageArguments):
    dataCollectionId = Ident("The data collection's row.")
    dataCollectionGroupId = Ident("The row of a group of data collections.")


class QualityArguments(CollectionFileArguments):
    @ma.validates_schema(skip_on_field_errors=False)
    def _of_something(self, data, **_):
        if "dataCollectionId" not in data and "dataCollectionGroupId" not in data:
            message = "Give dataCollectionId or dataCollectionGroupId."
            raise ma.ValidationError({"dataCollectionId": [message]})


class StreamArguments(ma.Schema):
    """How to get all images' analysis at once."""

    format = Choice(("json", "csv"), "json, an object for each image in results; or csv, a line for each image.")


class WorkflowStepArguments(PageArguments):
    workflowId = Ident("The workflow's row.")
    workflowStepId = Ident("The step's row.")


class StepFileArguments(ma.Schema):
    attachmentType = Choice(("imageResultFilePath", "resultFilePath"), "Which file of the step.", required=True)


class ChainsOfCollectionArguments(ma.Schema):
    dataCollectionId = Ident("The data collection's row.", required=True)


class EventChainArguments(ChainsOfCollectionArguments, PageArguments):
    pass


CollectionFilePageSchema = page_of(CollectionFileSchema)
ImageQualityPageSchema = page_of(ImageQualitySchema)
WorkflowStepPageSchema = page_of(WorkflowStepSchema)
EventChainPageSchema = page_of(EventChainSchema)
