"""What is sent of sessions."""

import re

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Bool, Text, described
from ispyb_api.http.shapes import LocalTime, new_of, patch_of
from ispyb_api.sessions.schemas import SessionSchema


class NewSessionSchema(
    new_of(
        SessionSchema,
        *("proposalId", "endDate", "visit_number", "beamLineOperator", "scheduled", "nbShifts"),
        *("sessionTitle", "comments"),
        name="SentSessionSchema",
        required=("proposalId",),
        beamLineName=Text(
            "Name of the beamline.",
            "BLSession.beamLineName",
            required=True,
            allow_none=False,
            validate=validate.Length(1, 45),
        ),
        startDate=LocalTime(
            required=True,
            metadata=described("When the session begins, on the facility's clock.", "BLSession.startDate"),
        ),
    )
):
    """A session to open."""

    latestIfRefused = Bool(
        "Whether the proposal's latest session is the answer where the caller may open none, as for a proposal that is closed.",
        allow_none=False,
    )

    @ma.pre_load
    def _as_control_software_says(self, data, **_):
        """MXCuBE sends the proposal's id as text, and then a Z behind times that are the beamline's clock all the same.  It asks
        for a session of each of its user's proposals, and does not survive that one is refused."""
        number = data.get("proposalId") if isinstance(data, dict) else None
        if not isinstance(number, str) or not re.fullmatch("[0-9]{1,10}", number):
            return data
        times = {name: data[name] for name in ("startDate", "endDate") if isinstance(data.get(name), str)}
        clock = {name: value.removesuffix("Z") for name, value in times.items()}
        return {**data, **clock, "proposalId": int(number), "latestIfRefused": True}


SessionPatchSchema = patch_of(
    NewSessionSchema,
    name="SessionPatchSchema",
    without=("proposalId", "beamLineName", "visit_number", "latestIfRefused"),
)
