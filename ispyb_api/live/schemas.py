"""What one may ask of a stream, and what its events say."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import Ident, Int, Stamp, Text, described


class LiveArguments(ma.Schema):
    seconds = fields.Integer(
        validate=validate.Range(0, 3600),
        metadata=described("For how long to stay, for clients that want to come back; absent, until one of both goes.", unit="s"),
    )  # fmt: skip


class CollectionStatusEventSchema(ma.Schema):
    """How far a data collection is."""

    dataCollectionId = Ident("The data collection.", "DataCollection.dataCollectionId")
    runStatus = Text("How it goes, or how it ended.", "DataCollection.runStatus")
    endTime = Stamp("When it ended, on the facility's clock.", "DataCollection.endTime")


class CollectionEventSchema(CollectionStatusEventSchema):
    """A data collection that was recorded."""

    dataCollectionGroupId = Ident("Its group.", "DataCollection.dataCollectionGroupId")
    dataCollectionNumber = Int("Number of the run.", "DataCollection.dataCollectionNumber")
    imagePrefix = Text("What the names of its images begin with.", "DataCollection.imagePrefix")
    startTime = Stamp("When it began, on the facility's clock.", "DataCollection.startTime")


class ProcessingEventSchema(ma.Schema):
    """A run of a program that was recorded."""

    autoProcProgramId = Int("The run.", "AutoProcProgram.autoProcProgramId")
    dataCollectionId = Ident("The data collection that it works on.", "DataCollection.dataCollectionId")
    processingPrograms = Text("The program, or several, by name.", "AutoProcProgram.processingPrograms")
    processingStatus = Int(
        "null while it runs or is not known, 0 failed, 1 succeeded, 2 did not run.",
        "computed: AutoProcProgram.processingStatus",
    )


class ProcessingStatusEventSchema(ma.Schema):
    """How a run of a program ended."""

    autoProcProgramId = Int("The run.", "AutoProcProgram.autoProcProgramId")
    processingPrograms = Text("The program, or several, by name.", "AutoProcProgram.processingPrograms")
    processingStatus = Int("0 failed, 1 succeeded, 2 did not run.", "computed: AutoProcProgram.processingStatus")
    processingEndTime = Stamp("When it ended, on the facility's clock.", "AutoProcProgram.processingEndTime")


class ResultEventSchema(ProcessingEventSchema):
    """A data collection that was integrated."""

    autoProcIntegrationId = Ident("The integration.", "AutoProcIntegration.autoProcIntegrationId")


class MovieEventSchema(ma.Schema):
    """A movie of an electron microscope that was recorded."""

    movieId = Ident("The movie.", "Movie.movieId")
    movieNumber = Int("Its number within the data collection.", "Movie.movieNumber")
    dataCollectionId = Ident("The data collection.", "Movie.dataCollectionId")


class NothingSchema(ma.Schema):
    """Nothing."""


# What an event says, by its name.
EVENTS = {
    "ready": NothingSchema(),
    "reload": NothingSchema(),
    "collection": CollectionEventSchema(),
    "collection-status": CollectionStatusEventSchema(),
    "processing": ProcessingEventSchema(),
    "processing-status": ProcessingStatusEventSchema(),
    "result": ResultEventSchema(),
    "movie": MovieEventSchema(),
}
