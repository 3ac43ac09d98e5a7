"""What the options look like from outside."""

import marshmallow as ma

from ispyb_api.http.fields import Bool, Int, Items, Text

_SOURCE = "AdminVar.value: option beamLineGroups"


class BeamLineSchema(ma.Schema):
    """One beamline of a group."""

    beamLineName = Text("Name of the beamline.", _SOURCE, allow_none=False)
    sampleChangerType = Text("Kind of the sample changer; null if there is none.", _SOURCE)
    sampleChangerCapacity = Int("How many containers the sample changer takes.", _SOURCE)
    archived = Bool("Whether the beamline is closed: its data can still be seen.", _SOURCE, allow_none=False)


class BeamLineGroupSchema(ma.Schema):
    """Beamlines that belong together."""

    groupName = Text("Name of the group.", _SOURCE, allow_none=False)
    uiGroup = Text("Kind of display for these beamlines; empty if there is no special one.", _SOURCE, allow_none=False)
    permission = Text(
        "Who holds this permission sees all that was measured on these beamlines.", _SOURCE, allow_none=False
    )
    beamLines = Items(BeamLineSchema, "The group's beamlines.", _SOURCE)


class UiOptionsSchema(ma.Schema):
    """What every user's screen needs to know of the facility."""

    motd = Text("Message of the day; empty if there is none.", "AdminVar.value: option motd", allow_none=False)
    beamLineGroups = Items(
        BeamLineGroupSchema, "The facility's beamlines; a group that is not understood is left out.", _SOURCE
    )
