"""What jobs look like from outside: processing that was asked for."""

import marshmallow as ma

from ispyb_api.http.fields import Bool, Ident, Int, Items, Stamp, Text
from ispyb_api.http.paging import page_of
from ispyb_api.processing.schemas import ParameterSchema, outcome


class JobSweepSchema(ma.Schema):
    """A sweep that a job works on."""

    processingJobImageSweepId = Ident("The sweep's row.", "ProcessingJobImageSweep.processingJobImageSweepId")
    dataCollectionId = Int("The data collection.", "ProcessingJobImageSweep.dataCollectionId")
    startImage = Int("First image.", "ProcessingJobImageSweep.startImage")
    endImage = Int("Last image.", "ProcessingJobImageSweep.endImage")


class JobProgramSchema(ma.Schema):
    """A run for a job, in short."""

    autoProcProgramId = Ident("The run's row.", "AutoProcProgram.autoProcProgramId")
    processingPrograms = Text("Names of the programs.", "AutoProcProgram.processingPrograms")
    processingStatus = outcome("How the run ended", "computed: AutoProcProgram.processingStatus")
    processingMessage = Text("What it said when it ended.", "AutoProcProgram.processingMessage")
    processingStartTime = Stamp("When it began, on the facility's clock.", "AutoProcProgram.processingStartTime")
    processingEndTime = Stamp("When it ended, on the facility's clock.", "AutoProcProgram.processingEndTime")


class WholeJobSchema(ma.Schema):
    """A job: processing that was asked for."""

    processingJobId = Ident("The job's row.", "ProcessingJob.processingJobId")
    dataCollectionId = Int("The data collection it was asked for.", "ProcessingJob.dataCollectionId")
    displayName = Text("What it is called.", "ProcessingJob.displayName")
    comments = Text("Remarks.", "ProcessingJob.comments")
    recipe = Text("What is to be done.", "ProcessingJob.recipe")
    automatic = Bool("Whether nobody asked for it.", "ProcessingJob.automatic")
    recordTimestamp = Stamp("When it was asked for, on the facility's clock.", "ProcessingJob.recordTimestamp")
    ProcessingJobParameters = Items(ParameterSchema, "Its parameters.")
    ProcessingJobImageSweeps = Items(JobSweepSchema, "The sweeps it works on, of collections that the caller may see.")
    AutoProcProgram = Items(JobProgramSchema, "Runs of programs for it.")


JobPageSchema = page_of(WholeJobSchema)
