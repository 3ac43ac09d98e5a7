"""What is sent of sessions."""

from marshmallow import validate

from ispyb_api.http.fields import Text, described
from ispyb_api.http.shapes import LocalTime, new_of, patch_of
from ispyb_api.sessions.schemas import SessionSchema

NewSessionSchema = new_of(
    SessionSchema,
    *("proposalId", "endDate", "visit_number", "beamLineOperator", "scheduled", "nbShifts"),
    *("sessionTitle", "comments"),
    name="NewSessionSchema",
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

SessionPatchSchema = patch_of(
    NewSessionSchema,
    name="SessionPatchSchema",
    without=("proposalId", "beamLineName", "visit_number"),
)
