"""What the options look like from outside."""

import collections

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.admin.options import BY_NAME, text_of
from ispyb_api.http.fields import Bool, Int, Items, Text

_SOURCE = "AdminVar.value: option beamLineGroups"


def _name(longest, low=1):
    return validate.Length(low, longest)


class BeamLineSchema(ma.Schema):
    """One beamline of a group."""

    beamLineName = Text("Name of the beamline.", _SOURCE, required=True, allow_none=False, validate=_name(45))
    sampleChangerType = Text("Kind of the sample changer; null if there is none.", _SOURCE, validate=_name(100))
    sampleChangerCapacity = Int(
        "How many containers the sample changer takes.", _SOURCE, strict=True, validate=validate.Range(0, 1_000_000)
    )
    archived = Bool(
        "Whether the beamline is closed: its data can still be seen.", _SOURCE, allow_none=False, load_default=False
    )

    @ma.post_load
    def _complete(self, line, **_):
        return {"sampleChangerType": None, "sampleChangerCapacity": None, **line}


class BeamLineGroupSchema(ma.Schema):
    """Beamlines that belong together."""

    groupName = Text("Name of the group.", _SOURCE, required=True, allow_none=False, validate=_name(100))
    uiGroup = Text(
        "Kind of display for these beamlines; empty if there is no special one.",
        _SOURCE,
        required=True,
        allow_none=False,
        validate=_name(100, 0),
    )
    permission = Text(
        "Who holds this permission sees all that was measured on these beamlines.",
        _SOURCE,
        required=True,
        allow_none=False,
        validate=_name(15),
    )
    beamLines = Items(
        BeamLineSchema, "The group's beamlines.", _SOURCE, load_default=list, validate=validate.Length(max=500)
    )

    @ma.validates("beamLines")
    def _each_once(self, lines, data_key):
        _refuse_twice([line.get("beamLineName") for line in lines], "beamline")


def _refuse_twice(names, what):
    counts = collections.Counter(name.casefold() for name in names if name)
    if twice := [name for name, count in counts.items() if count > 1]:
        raise ma.ValidationError(f"Each {what} can be there once; more often: {', '.join(twice)}.")


class UiOptionsSchema(ma.Schema):
    """What every user's screen needs to know of the facility."""

    motd = Text("Message of the day; empty if there is none.", "AdminVar.value: option motd", allow_none=False)
    beamLineGroups = Items(
        BeamLineGroupSchema,
        "The facility's beamlines; a group that is not understood is left out.",
        _SOURCE,
        validate=validate.Length(max=200),
    )

    @ma.validates("motd")
    def _fits(self, text, data_key):
        _refuse_too_long(text, data_key)

    @ma.validates("beamLineGroups")
    def _each_once(self, groups, data_key):
        _refuse_twice([group.get("groupName") for group in groups], "group")
        _refuse_too_long(groups, data_key)


def _refuse_too_long(value, name):
    size, longest = len(text_of(value)), BY_NAME[name].longest
    if size > longest:
        raise ma.ValidationError(f"The option {name} takes {size} characters as JSON; at most {longest} can be kept.")


def _switch(meaning, name):
    return fields.Boolean(
        truthy={True}, falsy={False}, metadata=Bool(meaning, f"AdminVar.value: option {name}").metadata
    )


class OptionsSchema(UiOptionsSchema):
    """Everything that a facility sets for itself, in its database."""

    query_debug = _switch("Kept for py-ISPyB; this server's log level is a setting.", "query_debug")
    enable_legacy_routes = _switch("Kept for py-ISPyB; changes nothing here.", "enable_legacy_routes")
    enable_webservice_routes = _switch("Kept for py-ISPyB; changes nothing here.", "enable_webservice_routes")
    create_person_on_missing = _switch(
        "Make a Person at the first login of somebody a login backend knows and the database does not; so does the"
        " setting auth.create_person_on_missing.",
        "create_person_on_missing",
    )
