"""What statistics look like from outside.  docs/statistics.rst defines each number."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import Choice, Float, Ident, Int, Items, Part, Stamp, Text, described
from ispyb_api.http.paging import PageArguments, page_of
from ispyb_api.names import PROPOSAL, SESSION
from ispyb_api.statistics.counts import PARAMETERS

_TIMES = "computed: BLSession.startDate, BLSession.endDate, DataCollection.startTime, DataCollection.endTime"
_OF_COLLECTIONS = "computed: DataCollection.runStatus"


def _hours(meaning, source=_TIMES):
    return Float(meaning, source, "h")


class ScopeArguments(ma.Schema):
    """Of which sessions statistics are made."""

    session = Text("The session's name, as mx415-3.", allow_none=False, validate=validate.Regexp(SESSION))
    sessionId = Ident("The session's row.")
    beamLineName = Text("Name of the beamline; needs runId.", allow_none=False, validate=validate.Length(1, 45))
    runId = Text(
        "A period of the facility's calendar; needs beamLineName.", allow_none=False, validate=validate.Length(1, 20)
    )

    @ma.validates_schema(skip_on_field_errors=False)
    def _of_something(self, data, **_):
        whole = "sessionId" in data or "session" in data or "proposal" in data
        if not whole and not ("beamLineName" in data and "runId" in data):
            raise ma.ValidationError(
                {"sessionId": ["Give sessionId, session, proposal where there is one, or beamLineName and runId."]}
            )


class ProposalScopeArguments(ScopeArguments):
    proposal = Text("The proposal's name, as mx415.", allow_none=False, validate=validate.Regexp(PROPOSAL))


class HistogramArguments(ScopeArguments):
    parameter = Choice(tuple(PARAMETERS), "What is counted; energy if absent.")


class CountsSchema(ma.Schema):
    """How much was done."""

    datacollections = Int("Data collections.", "computed: DataCollection.dataCollectionId", allow_none=False)
    failed = Int("Those that failed or were aborted.", _OF_COLLECTIONS, allow_none=False)
    datacollectionTypes = fields.Dict(
        fields.String(),
        fields.Integer(metadata=described("How many.", "computed: DataCollection.dataCollectionId")),
        metadata=described("Data collections by kind of experiment.", "computed: DataCollectionGroup.experimentType"),
    )
    robot = Int("Actions of the sample changer.", "computed: RobotAction.robotActionId", allow_none=False)
    edge = Int("Energy scans.", "computed: EnergyScan.energyScanId", allow_none=False)
    xrf = Int("Fluorescence spectra.", "computed: XFEFluorescenceSpectrum.xfeFluorescenceSpectrumId", allow_none=False)


class OverviewSchema(ma.Schema):
    """Which sessions they are."""

    startDate = Stamp("When the first of them begins, on the facility's clock.", "computed: BLSession.startDate")
    endDate = Stamp("When the last of them ends, on the facility's clock.", "computed: BLSession.endDate")
    duration = _hours("How long they are together.")
    beamLineName = Text("Name of the beamline.", "BLSession.beamLineName")
    sessionId = Text("The session's row, as text; null of several.", "BLSession.sessionId")
    session = Text("The session's name; null of several.", "computed: BLSession.visit_number")
    run = Text("Name of the facility's period, if that was asked for.", "v_run.run")
    counts = Part(CountsSchema, "How much was done.", allow_none=False)


class HistoryEntrySchema(ma.Schema):
    """Something that lasted from one time to another."""

    eventType = Text(
        "dc, robot, edge, xrf, fault, centring, strategy or session.", "computed: the table", allow_none=False
    )
    startTime = Stamp("When it began, on the facility's clock.", "computed: DataCollection.startTime", allow_none=False)
    endTime = Stamp(
        "When it ended; its beginning if that is not known.", "computed: DataCollection.endTime", allow_none=False
    )
    protein = Text("Acronym of the protein.", "Protein.acronym")
    sample = Text("Name of the sample.", "BLSample.name")
    subType = Text(
        "Kind of experiment, or of the sample changer's action.",
        "computed: DataCollectionGroup.experimentType, RobotAction.actionType",
    )
    status = Text("How it ended.", "computed: DataCollection.runStatus, RobotAction.status")
    title = Text("What it is called.", "computed: DataCollection.imagePrefix, EnergyScan.element, BF_fault.title")
    session = Text("The session's name.", "computed: BLSession.visit_number")
    sessionId = Text("The session's row, as text.", "BLSession.sessionId")


class SeriesSchema(ma.Schema):
    """One value of each data collection."""

    title = Text("What it is.", "computed: the column", allow_none=False)
    unit = Text("Its unit.", "computed: the column")
    data = fields.List(
        fields.Float(
            allow_none=True, metadata=described("A value.", "computed: DataCollection.wavelength", "as unit says")
        ),
        metadata=described("A value for each time.", "computed: DataCollection.wavelength"),
    )


class PlottablesSchema(ma.Schema):
    """What can be plotted against time."""

    time = Items(
        Stamp("When a data collection began.", "DataCollection.startTime"),
        "When each data collection began.",
        "DataCollection.startTime",
    )
    series = Items(SeriesSchema, "What was set for each of them.")


class BreakdownSchema(ma.Schema):
    """What happened in a session, or in a beamline's sessions of a period."""

    overview = Part(OverviewSchema, "Which sessions they are.", allow_none=False)
    history = Items(HistoryEntrySchema, "What happened, in the order in which it began.")
    plottables = Part(PlottablesSchema, "What was set.", allow_none=False)


class TimesSchema(ma.Schema):
    """How time was spent."""

    duration = _hours("From the session's beginning to its end.")
    startup = _hours("From the session's beginning to the first thing that was done.")
    datacollection = _hours("Collecting data.")
    edge = _hours("Scanning energies.")
    xrf = _hours("Taking fluorescence spectra.")
    robot = _hours("Exchanging samples.")
    strategy = _hours("From a characterisation's last image to its result.")
    centring = _hours("From loading a sample to the next data collection.")
    fault = _hours("Lost by faults.", "computed: BF_fault.beamtimelost_starttime, BF_fault.beamtimelost_endtime")
    remaining = _hours("From the last thing that was done to the session's end.")
    thinking = _hours("The rest.")


class SessionTimesSchema(TimesSchema):
    """How a session's time was spent."""

    sessionId = Ident("The session's row.", "BLSession.sessionId")


class AllTimesSchema(ma.Schema):
    """How time was spent in sessions."""

    average = Part(TimesSchema, "The mean over the sessions in which a number is known.", allow_none=False)
    sessions = Items(SessionTimesSchema, "Each session.")


class ErrorMessageSchema(ma.Schema):
    """What logs say last."""

    count = Int("How often.", "computed: DataCollectionFileAttachment.fileFullPath", allow_none=False)
    message = Text("The last line of the log.", "computed: DataCollectionFileAttachment.fileFullPath", allow_none=False)


class ErrorTotalsSchema(ma.Schema):
    """Failures of one kind of experiment."""

    experimentType = Text(
        "Kind of experiment; unknown where none is recorded.", "DataCollectionGroup.experimentType", allow_none=False
    )
    total = Int("Data collections in all.", "computed: DataCollection.dataCollectionId", allow_none=False)
    failed = Int("Those that failed.", _OF_COLLECTIONS, allow_none=False)
    failedPercent = Float("Part of those that failed.", _OF_COLLECTIONS, "%", allow_none=False)
    aborted = Int("Those that were aborted.", _OF_COLLECTIONS, allow_none=False)
    abortedPercent = Float("Part of those that were aborted.", _OF_COLLECTIONS, "%", allow_none=False)
    messages = Items(ErrorMessageSchema, "What their logs say, the most frequent first.")


class ErrorsSchema(ma.Schema):
    """Failures by kind of experiment."""

    totals = Items(ErrorTotalsSchema, "Each kind.")


class HourlySchema(ma.Schema):
    """An average for each hour of the day."""

    hour = Items(Int("Hour of the day.", "computed: the clock"), "0 to 23.", "computed: the clock")
    average = Items(
        Float("How many began in it.", "computed: DataCollection.startTime", "1/h"),
        "How many began in it, on an average day on which any did.",
        "computed: DataCollection.startTime",
    )


class HourliesSchema(ma.Schema):
    """When during the day things are done."""

    datacollections = Part(HourlySchema, "Data collections.", allow_none=False)
    loaded = Part(HourlySchema, "Samples that were loaded.", allow_none=False)


class BinsSchema(ma.Schema):
    """One beamline's counts."""

    beamLineName = Text("Name of the beamline.", "BLSession.beamLineName", allow_none=False)
    bin = Items(
        Int("Where a bin begins.", "computed: the parameter"), "Where each bin begins.", "computed: the parameter"
    )
    frequency = Items(
        Int("Data collections in it.", "computed: DataCollection.dataCollectionId"),
        "Data collections in each bin.",
        "computed: DataCollection.dataCollectionId",
    )


class HistogramSchema(ma.Schema):
    """How often which values were set."""

    parameter = Text("What is counted.", "computed: the request", allow_none=False)
    unit = Text("Unit of the bins.", "computed: the parameter", allow_none=False)
    beamLines = Items(BinsSchema, "Each beamline.")


class RunSchema(ma.Schema):
    """A period of the facility's calendar."""

    run = Text("What it is called.", "v_run.run", allow_none=False)
    runId = Ident("Its row.", "v_run.runId")
    startDate = Stamp("When it begins, on the facility's clock.", "v_run.startDate")
    endDate = Stamp("When it ends, on the facility's clock.", "v_run.endDate")


class RunArguments(PageArguments):
    pass


RunPageSchema = page_of(RunSchema)
