"""What one may ask and send of detectors and of the way beamlines are set up."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.acquisition.schemas_parts import DetectorSchema
from ispyb_api.http.fields import Text
from ispyb_api.http.paging import PageArguments, order_by, page_of
from ispyb_api.http.shapes import new_of
from ispyb_api.sessions.schemas import BeamLineSetupSchema

_MADE_HERE = ("beamLineSetupId", "recordTimeStamp", "detectorId")


def _sent(shown):
    return [name for name in shown._declared_fields if name not in _MADE_HERE]


NewBeamLineSetupSchema = new_of(
    BeamLineSetupSchema,
    *_sent(BeamLineSetupSchema),
    name="NewBeamLineSetupSchema",
    doc="How a beamline is set up.  setupDate is now, if it is absent, and is not compared.",
)


class NewDetectorSchema(new_of(DetectorSchema, *_sent(DetectorSchema), name="SentDetectorSchema")):
    """A detector to record, or to change: by its serial number, else by manufacturer, model and mode."""

    @ma.validates_schema
    def _can_be_told_from_others(self, data, **_):
        if not data.get("detectorSerialNumber") and not (
            data.get("detectorManufacturer") and data.get("detectorModel")
        ):
            raise ma.ValidationError(
                "Give it, or detectorManufacturer and detectorModel: they tell which detector it is.",
                "detectorSerialNumber",
            )


def _part(meaning):
    return Text(meaning, allow_none=False, validate=validate.Length(1, 255))


class DetectorArguments(PageArguments):
    order_by = order_by("detectorId", "detectorManufacturer", "detectorModel")
    detectorManufacturer = _part("Who made it, in any case of letters.")
    detectorModel = _part("Its model, in any case of letters.")
    detectorMode = _part("Its read-out mode.")
    detectorType = _part("Kind of detector.")
    detectorSerialNumber = _part("Its serial number.")


class BeamLineSetupArguments(PageArguments):
    order_by = order_by("beamLineSetupId")


DetectorPageSchema = page_of(DetectorSchema)
BeamLineSetupPageSchema = page_of(BeamLineSetupSchema)
