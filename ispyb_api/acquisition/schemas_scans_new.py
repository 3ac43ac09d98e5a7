"""What instruments send of robot actions, energy scans and fluorescence spectra."""

import re

from marshmallow import fields, validate

from ispyb_api.acquisition.schemas_scans import EnergyScanSchema, RobotActionSchema, SpectrumSchema
from ispyb_api.http.fields import Ident, described
from ispyb_api.http.shapes import new_of, patch_of

# How sample changers speak of themselves; in any case of letters.
ACTIONS = ("LOAD", "UNLOAD", "DISPOSE", "STORE", "WASH", "ANNEAL", "MOSAIC", "LASER")
STATUSES = ("SUCCESS", "ERROR", "CRITICAL", "WARNING", "EPICSFAIL", "COMMANDNOTSENT")


class Place(fields.Integer):
    """A position in a sample changer: a number, or text with one number in it, as ``Puck 12``.  Text without one says nothing."""

    def _deserialize(self, value, attr, data, **kwargs):
        if isinstance(value, str):
            numbers = re.findall(r"-?\d+", value[:45])
            value = numbers[0] if len(numbers) == 1 else None
        return None if value is None else super()._deserialize(value, attr, data, **kwargs)


class _Word(fields.String):
    """One of some words, in any case of letters."""

    def _deserialize(self, value, attr, data, **kwargs):
        return super()._deserialize(value, attr, data, **kwargs).strip().upper()


def _of_robots(name, field, **options):
    about = RobotActionSchema._declared_fields[name].metadata
    return field(allow_none=True, metadata=described(about["meaning"], about["source"]), **options)


def _sample(column):
    return Ident("The sample; it may arrive later.", column, allow_none=True)


NewRobotActionSchema = new_of(
    RobotActionSchema,
    *("blsessionId", "startTimestamp", "endTimestamp", "message", "sampleBarcode"),
    *("xtalSnapshotBefore", "xtalSnapshotAfter"),
    name="NewRobotActionSchema",
    required=("blsessionId",),
    blsampleId=Ident(
        "The sample; it may arrive later.  Without it the sample's barcode is looked for among the proposal's.",
        "RobotAction.blsampleId",
        allow_none=True,
    ),
    actionType=_of_robots("actionType", _Word, validate=validate.OneOf(ACTIONS)),
    status=_of_robots("status", _Word, validate=validate.OneOf(STATUSES)),
    containerLocation=_of_robots("containerLocation", Place),
    dewarLocation=_of_robots("dewarLocation", Place),
)
RobotActionPatchSchema = patch_of(NewRobotActionSchema, name="RobotActionPatchSchema", without=("blsessionId",))

_NOT_SENT = ("energyScanId", "xfeFluorescenceSpectrumId", "blSampleId", "_metadata")


def _sent(shown):
    return [name for name in shown._declared_fields if name not in _NOT_SENT]


NewEnergyScanSchema = new_of(
    EnergyScanSchema,
    *_sent(EnergyScanSchema),
    name="NewEnergyScanSchema",
    required=("sessionId",),
    blSampleId=_sample("EnergyScan.blSampleId"),
)
EnergyScanPatchSchema = patch_of(NewEnergyScanSchema, name="EnergyScanPatchSchema", without=("sessionId",))

NewSpectrumSchema = new_of(
    SpectrumSchema,
    *_sent(SpectrumSchema),
    name="NewSpectrumSchema",
    required=("sessionId",),
    blSampleId=_sample("XFEFluorescenceSpectrum.blSampleId"),
)
SpectrumPatchSchema = patch_of(NewSpectrumSchema, name="SpectrumPatchSchema", without=("sessionId",))
