"""What a session looks like from outside."""

import calendar

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import Bool, Float, Ident, Int, Items, Part, Stamp, Text
from ispyb_api.http.paging import MOST, PageArguments, order_by, page_of
from ispyb_api.names import PROPOSAL, SESSION


class BeamLineSetupSchema(ma.Schema):
    """How a beamline was set up."""

    beamLineSetupId = Ident("The set-up's row.", "BeamLineSetup.beamLineSetupId")
    synchrotronName = Text("Name of the facility.", "BeamLineSetup.synchrotronName")
    synchrotronMode = Text("Filling mode of the storage ring.", "BeamLineSetup.synchrotronMode")
    undulatorType1 = Text("Type of the first insertion device.", "BeamLineSetup.undulatorType1")
    undulatorType2 = Text("Type of the second insertion device.", "BeamLineSetup.undulatorType2")
    undulatorType3 = Text("Type of the third insertion device.", "BeamLineSetup.undulatorType3")
    focalSpotSizeAtSample = Float(
        "Size of the focus at the sample.", "BeamLineSetup.focalSpotSizeAtSample", "µm", plausible=(0.05, 10000)
    )
    focusingOptic = Text("Kind of focusing element, as a Kirkpatrick-Baez mirror pair.", "BeamLineSetup.focusingOptic")
    beamDivergenceHorizontal = Float(
        "Horizontal divergence of the beam.", "BeamLineSetup.beamDivergenceHorizontal", "mrad", plausible=(0, 50)
    )
    beamDivergenceVertical = Float(
        "Vertical divergence of the beam.", "BeamLineSetup.beamDivergenceVertical", "mrad", plausible=(0, 50)
    )
    polarisation = Float(
        "How much of the beam is polarised, 0 to 1, as XDS counts it.",
        "BeamLineSetup.polarisation",
        "fraction",
        plausible=(0, 1),
    )
    monochromatorType = Text("Crystal or multilayer of the monochromator.", "BeamLineSetup.monochromatorType")
    recordTimeStamp = Stamp("When the set-up's row was made, on the facility's clock.", "BeamLineSetup.recordTimeStamp")
    setupDate = Stamp("When the set-up was recorded, on the facility's clock.", "BeamLineSetup.setupDate")
    maxExpTimePerDataCollection = Float(
        "Longest data collection allowed.", "BeamLineSetup.maxExpTimePerDataCollection", "s", plausible=(0, 10_000_000)
    )
    minExposureTimePerImage = Float(
        "Shortest exposure of one image.", "BeamLineSetup.minExposureTimePerImage", "s", plausible=(0, 100_000)
    )
    goniostatMaxOscillationSpeed = Float(
        "Fastest rotation of the goniostat.",
        "BeamLineSetup.goniostatMaxOscillationSpeed",
        "°/s",
        plausible=(0, 100_000),
    )
    goniostatMinOscillationWidth = Float(
        "Smallest rotation for an image.", "BeamLineSetup.goniostatMinOscillationWidth", "°", plausible=(0, 360)
    )
    minTransmission = Float(
        "Lowest transmission of the attenuators.", "BeamLineSetup.minTransmission", "%", plausible=(0, 100)
    )
    CS = Float(
        "Spherical aberration of the objective lens (electron microscopes).",
        "BeamLineSetup.CS",
        "mm",
        plausible=(0, 100),
    )


class SessionMetadataSchema(ma.Schema):
    """What belongs to a session, and whether it is running."""

    datacollections = Int(
        "How many data collections the session has.", "computed: DataCollection.dataCollectionId", allow_none=False
    )
    persons = Int("How many different people take part.", "computed: Session_has_Person.personId", allow_none=False)
    active = Bool(
        "Whether the session is running now: it has begun and has not ended.",
        "computed: BLSession.startDate, BLSession.endDate",
        allow_none=False,
    )
    active_soon = Bool(
        "Whether the session is running, starts within 20 minutes, or ended less than 20 minutes ago.",
        "computed: BLSession.startDate, BLSession.endDate",
        allow_none=False,
    )
    sessionTypes = Items(fields.String(), "All types of the session, in alphabetical order.", "SessionType.typeName")
    uiGroups = Items(
        fields.String(), "Kinds of display for the session's beamline.", "AdminVar.value: option beamLineGroups"
    )


class SessionSchema(ma.Schema):
    """A session: some days or hours of a proposal on a beamline.  All times are the facility's clock."""

    sessionId = Ident("The session's row.", "BLSession.sessionId")
    proposalId = Int("The proposal's row.", "BLSession.proposalId")
    session = Text(
        "The session's name: the proposal's, a dash and the session's number, as mx415-3; null if one of them is missing.",
        "computed: Proposal.proposalCode, Proposal.proposalNumber, BLSession.visit_number",
    )
    proposal = Text(
        "The proposal's name: code and number written together, as mx415.",
        "computed: Proposal.proposalCode, Proposal.proposalNumber",
    )
    visit_number = Int("The session's number within its proposal.", "BLSession.visit_number")
    startDate = Stamp("When the session begins, on the facility's clock.", "BLSession.startDate")
    endDate = Stamp("When the session ends, on the facility's clock.", "BLSession.endDate")
    beamLineName = Text("Name of the beamline.", "BLSession.beamLineName")
    beamLineOperator = Text("Name of the local contact.", "BLSession.beamLineOperator")
    operatorSiteNumber = Text("Staff number of the local contact.", "BLSession.operatorSiteNumber")
    scheduled = Bool(
        "Whether the session was allocated by the facility; false if it was made on the spot.", "BLSession.scheduled"
    )
    nbShifts = Int("How many shifts were allocated.", "BLSession.nbShifts", "shifts of 8 h")
    nbReimbDewars = Int("For how many dewars the transport is paid.", "BLSession.nbReimbDewars")
    sessionTitle = Text("Title of the session.", "BLSession.sessionTitle")
    comments = Text("Remarks on the session.", "BLSession.comments")
    usedFlag = Bool("Whether any data were taken.", "BLSession.usedFlag")
    archived = Bool("Whether the data were moved off disk.", "BLSession.archived")
    bltimeStamp = Stamp("When the session's row was made, on the facility's clock.", "BLSession.bltimeStamp")
    lastUpdate = Stamp("When something last happened in the session, on the facility's clock.", "BLSession.lastUpdate")
    BeamLineSetup = Part(BeamLineSetupSchema, "How the beamline was set up; null if that was not recorded.")
    _metadata = Part(SessionMetadataSchema, "What belongs to the session, and whether it is running.", allow_none=False)


class WholeSessionSchema(SessionSchema):
    """A session with every column that it has."""

    scheduled = Int("1 if the session was allocated by the facility, 0 if made on the spot.", "BLSession.scheduled")
    usedFlag = Int("1 if any data were taken.", "BLSession.usedFlag")
    expSessionPk = Int("The session's key in the user office.", "BLSession.expSessionPk")
    externalId = Text("The session's key in the user office, as hexadecimal digits.", "BLSession.externalId")
    beamLineSetupId = Int("The row of the beamline's set-up.", "BLSession.beamLineSetupId")
    projectCode = Text("Code of a project that the session is part of.", "BLSession.projectCode")
    structureDeterminations = Float(
        "How many structures were solved, as the users said.", "BLSession.structureDeterminations", "structures"
    )
    dewarTransport = Float("Share of the transport of dewars that is paid back.", "BLSession.dewarTransport", "1")
    databackupFrance = Float("Whether data are backed up within France.", "BLSession.databackupFrance", "1")
    databackupEurope = Float("Whether data are backed up within Europe.", "BLSession.databackupEurope", "1")
    protectedData = Text("How far the session's files are protected.", "BLSession.protectedData")


class CurrentSessionsSchema(ma.Schema):
    """What runs at a beamline, and what comes next."""

    current = Items(
        SessionSchema, "Sessions that run now; several where they overlap.", "computed: BLSession.startDate"
    )
    next = Part(SessionSchema, "The next one to begin; null if there is none.")


class CurrentArguments(ma.Schema):
    beamLineName = Text("Name of the beamline.", allow_none=False, required=True, validate=validate.Length(1, 45))


class GroupArguments(ma.Schema):
    """What one may ask of the sessions of a group of beamlines."""

    beamLineGroup = Text(
        "Name of a group of beamlines, as the option beamLineGroups has it.",
        allow_none=False,
        validate=validate.Length(1, 100),
    )
    upcoming = Bool("If true, only sessions that have not ended.", allow_none=False)
    previous = Bool("If true, only sessions that have ended.", allow_none=False)
    sessionType = Text("One of the session's types.", allow_none=False, validate=validate.Length(1, 31))


class SessionArguments(GroupArguments, PageArguments):
    order_by = order_by("sessionId", "startDate", "endDate", "beamLineName")
    beamLineName = Text("Name of the beamline.", allow_none=False, validate=validate.Length(1, 45))
    scheduled = Bool("If true, only sessions that the facility allocated.", allow_none=False)
    active = Bool("If true, only sessions that are running now.", allow_none=False)
    proposal = Text("The proposal's name, as mx415.", allow_none=False, validate=validate.Regexp(PROPOSAL))
    proposalId = Ident("The proposal's row.")
    session = Text("The session's name, as mx415-3.", allow_none=False, validate=validate.Regexp(SESSION))
    since = Stamp(
        "Sessions that end, or at least begin, at this time or later, on the facility's clock.", allow_none=False
    )
    until = Stamp("Sessions that begin before this time, on the facility's clock.", allow_none=False)
    year = Int(
        "Sessions that begin, end or are under way in this year.", allow_none=False, validate=validate.Range(1000, 9999)
    )
    month = Int(
        "The same for this month of the year; without year, sessions that begin or end in this month of any.",
        allow_none=False,
        validate=validate.Range(1, 12),
    )
    day = Int(
        "The same for this day of the month; needs year and month.", allow_none=False, validate=validate.Range(1, 31)
    )
    search = Text(
        "Part of the session's name, of its proposal's title, of its remarks, of its beamline's or of its local contact's name.",
        allow_none=False,
        validate=validate.Length(1, 100),
    )

    @ma.pre_load
    def _whole_calendar(self, data, **_):
        """Control software asks for a proposal's sessions at its beamline and pages nothing."""
        return {"limit": str(MOST), **data} if {"proposal", "beamLineName"} <= data.keys() else data

    @ma.validates_schema
    def _day_of_a_month(self, data, **_):
        year, month, day = (data.get(name) for name in ("year", "month", "day"))
        if day is None:
            return
        if year is None or month is None:
            raise ma.ValidationError("Give year and month too.", "day")
        if day > calendar.monthrange(year, month)[1]:
            raise ma.ValidationError("There is no such day in that month.", "day")


SessionPageSchema = page_of(SessionSchema)
