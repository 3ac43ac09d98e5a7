"""What a plan looks like by itself, and what one sends of it."""

import json

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Bool, Float, Ident, Int, Items, Part, Text
from ispyb_api.http.paging import PageArguments, page_of
from ispyb_api.http.shapes import new_of, patch_of
from ispyb_api.plans.schemas import DEGREE, DiffractionPlanSchema

MOST = 50  # detectors, or scans, of one plan


class PlanDetectorSchema(ma.Schema):
    """A detector to use, and how."""

    detectorId = Ident("The detector.", "DataCollectionPlan_has_Detector.detectorId")
    exposureTime = Float("Exposure of one image.", "DataCollectionPlan_has_Detector.exposureTime", "s")
    distance = Float("Its distance from the sample.", "DataCollectionPlan_has_Detector.distance", "mm")
    roll = Float("Its roll.", "DataCollectionPlan_has_Detector.roll", DEGREE)


class PlanScanSchema(ma.Schema):
    """Something that is scanned during the experiment: over a range, or over given values."""

    scanParametersServiceId = Int("What is scanned.", "ScanParametersModel.scanParametersServiceId")
    service = Text("What is scanned, by its name as Temperature.", "ScanParametersService.name")
    sequenceNumber = Int("In which order.", "ScanParametersModel.sequenceNumber")
    start = Float("The first value.", "ScanParametersModel.start", "of what is scanned")
    stop = Float("The last value.", "ScanParametersModel.stop", "of what is scanned")
    step = Float("From one value to the next.", "ScanParametersModel.step", "of what is scanned")
    array = Text("Or the values, as text.", "ScanParametersModel.array")
    duration = Int("How long.", "ScanParametersModel.duration", "s")


class PlanMetadataSchema(ma.Schema):
    """What a plan is for."""

    samples = Int("How many samples have it.", "computed: BLSample.diffractionPlanId", allow_none=False)
    crystals = Int("How many crystal forms have it.", "computed: Crystal.diffractionPlanId", allow_none=False)
    subsamples = Int("How many positions have it.", "computed: BLSubSample.diffractionPlanId", allow_none=False)
    planOrder = Int(
        "Its place among the plans of the sample that was asked for, or of the only one that has it.",
        "BLSample_has_DataCollectionPlan.planOrder",
    )
    inherited = Bool(
        "Whether it is the crystal form's, the sample having none of its own.", "computed: Crystal.diffractionPlanId", allow_none=False
    )  # fmt: skip


class WholePlanSchema(DiffractionPlanSchema):
    """What is asked of an experiment before it is done.  Of several detectors each has its own settings."""

    diffractionPlanId = Ident("The plan's row.", "DiffractionPlan.diffractionPlanId")
    presetForProposalId = Int("The proposal that keeps it to take others from.", "DiffractionPlan.presetForProposalId")
    reductionParametersAveraging = Text(
        "How images are averaged: All, Fastest Dimension or 1D.", "DiffractionPlan.reductionParametersAveraging"
    )
    detectors = Items(PlanDetectorSchema, "Detectors to use.", "computed: DataCollectionPlan_has_Detector.detectorId")
    scans = Items(PlanScanSchema, "What is scanned.", "computed: ScanParametersModel.scanParametersModelId")
    _metadata = Part(PlanMetadataSchema, "What it is for.", allow_none=False)


WholePlanPageSchema = page_of(WholePlanSchema)

NewPlanDetectorSchema = new_of(
    PlanDetectorSchema,
    *("exposureTime", "distance", "roll"),
    name="NewPlanDetectorSchema",
    detectorId=Ident("The detector.", "DataCollectionPlan_has_Detector.detectorId", required=True),
)


class NewPlanScanSchema(new_of(PlanScanSchema, "sequenceNumber", "start", "stop", "step", "array", "duration", name="SentPlanScanSchema")):  # fmt: skip
    """Something to scan: a range, or values; by its row or by its name."""

    scanParametersServiceId = Ident("What is scanned.", "ScanParametersModel.scanParametersServiceId")
    service = Text("Or its name.", allow_none=False, validate=validate.Length(1, 45))

    @ma.validates_schema
    def _tells_which(self, data, **_):
        if ("scanParametersServiceId" in data) == ("service" in data):
            raise ma.ValidationError("Give either scanParametersServiceId or service.", "service")


def _json(text):
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        raise ma.ValidationError("Must be JSON text.") from None


# What the database works out, or what has a stricter field below.
_NOT_SENT = ("diffractionPlanId", "recordTimeStamp", "transmission", "detectorId", "scanParameters")
OF_PLANS = tuple(each for each in DiffractionPlanSchema._declared_fields if each not in _NOT_SENT)


def sent(names):
    """Return the stricter of the fields ``names`` of a plan."""
    shown = DiffractionPlanSchema._declared_fields
    made = {
        "transmission": Float(
            shown["transmission"].metadata["meaning"],
            "DiffractionPlan.transmission",
            "fraction",
            validate=validate.Range(0, 1, error="Must be 0 to 1: it is a fraction, not per cent."),
        ),
        "detectorId": Ident("Detector to use.", "DiffractionPlan.detectorId", allow_none=True),
        "scanParameters": Text(
            "Parameters of the scan, as JSON text.", "DiffractionPlan.scanParameters", validate=_json
        ),
    }
    return {name: made[name] for name in names}


NewPlanSchema = new_of(
    WholePlanSchema,
    *OF_PLANS,
    "reductionParametersAveraging",
    name="NewPlanSchema",
    **sent(("transmission", "detectorId", "scanParameters")),
    detectors=Items(NewPlanDetectorSchema, "Detectors to use; a list that is sent replaces the list.", validate=validate.Length(max=MOST)),
    scans=Items(NewPlanScanSchema, "What is scanned; a list that is sent replaces the list.", validate=validate.Length(max=MOST)),
    planOrder=Int(
        "Its place among the plans of its sample; the last if absent.",
        "BLSample_has_DataCollectionPlan.planOrder",
        strict=True,
        validate=validate.Range(0, 65535),
    ),
)  # fmt: skip
PlanPatchSchema = patch_of(NewPlanSchema, name="PlanPatchSchema")


class PlanArguments(PageArguments):
    """Plans come in their own order."""
