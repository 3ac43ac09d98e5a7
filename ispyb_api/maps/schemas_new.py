"""What one sends of regions of interest of fluorescence, and of maps of them."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import Choice, Float, Ident, Int, Part, Text, described
from ispyb_api.http.shapes import new_of, patch_of
from ispyb_api.maps.grids import COLOUR_MAPS, MOST_POINTS
from ispyb_api.maps.schemas import COUNTS, ENERGY, MapSchema, WholeMapRoiSchema

MOST_VALUES = 250_000  # in one request
_MOST_COUNTS = 2**31 - 1
_MOST_FAULTS = 100  # values that are named; who sent so many wrong ones knows enough
_TABLE = "XRFFluorescenceMappingROI"
_PLAUSIBLE = (100, 200_000)

# What a region cannot be without, and its element, as they are sent.
_REGION = {
    "element": Text(
        "Symbol of the element, as Fe.",
        f"{_TABLE}.element",
        validate=validate.Regexp(r"^[A-Z][a-z]?$(?!\n)", error="Must be the symbol of an element, as Fe."),
    ),
    "startEnergy": Float(
        "Where the part of the spectrum begins.",
        f"{_TABLE}.startEnergy",
        ENERGY,
        plausible=_PLAUSIBLE,
        required=True,
        allow_none=False,
    ),
    "endEnergy": Float(
        "Where it ends.", f"{_TABLE}.endEnergy", ENERGY, plausible=_PLAUSIBLE, required=True, allow_none=False
    ),
}

NewMapRoiSchema = new_of(
    WholeMapRoiSchema,
    *("blSampleId", "edge", "scalar", "r", "g", "b"),
    name="NewMapRoiSchema",
    required=("blSampleId",),
    **_REGION,
)
MapRoiPatchSchema = patch_of(NewMapRoiSchema, name="MapRoiPatchSchema", without=("blSampleId",))

_MeasuredRoiSchema = new_of(
    WholeMapRoiSchema,
    *("edge", "scalar", "r", "g", "b"),
    name="MeasuredMapRoiSchema",
    doc="The part of the spectrum that a map shows, as instruments know it.",
    **_REGION,
)


class Counts(fields.List):
    """The values of a map: so many that they are not looked at one by one by marshmallow."""

    def _deserialize(self, value, attr, data, **kwargs):
        if not isinstance(value, list) or not 1 <= len(value) <= MOST_VALUES:
            raise ma.ValidationError(f"Must be a list of 1 to {MOST_VALUES} values.")
        wrong = [place for place, each in enumerate(value) if each is not None and not _is_count(each)]
        if wrong:
            message = f"Must be a whole number from 0 to {_MOST_COUNTS}, or null where nothing was measured."
            raise ma.ValidationError({place: [message] for place in wrong[:_MOST_FAULTS]})
        if all(each is None for each in value):
            raise ma.ValidationError("At least one of them must have been measured.")
        return value


def _is_count(value):
    return type(value) is int and 0 <= value <= _MOST_COUNTS


NewMapSchema = new_of(
    MapSchema,
    *("min", "max"),
    name="NewMapSchema",
    xrfFluorescenceMappingROIId=Ident("The region, if it is there.", f"{_TABLE}.xrfFluorescenceMappingROIId"),
    XRFFluorescenceMappingROI=Part(
        _MeasuredRoiSchema,
        "The region, if it is not known whether it is there: made unless the collection has a map of the same.",
        allow_none=False,
    ),
    gridInfoId=Ident(
        "The grid; if absent the collection's own, else its group's.", "XRFFluorescenceMapping.gridInfoId"
    ),
    values=Counts(
        Int("What was counted at a point.", "XRFFluorescenceMapping.data", COUNTS),
        required=True,
        metadata=described(
            "What was counted, in the order in which it was measured; null where nothing was.",
            "XRFFluorescenceMapping.data",
            COUNTS,
        ),
    ),
    first=Int(
        "Place of the first of the values in that order, from 1 on; those before and after stay.",
        "computed: XRFFluorescenceMapping.imageNumber",
        strict=True,
        allow_none=False,
        load_default=1,
        validate=validate.Range(1, MOST_POINTS),
    ),
    colourMap=Choice(
        tuple(COLOUR_MAPS),
        "Colours it is to be drawn in; viridis if none are named.",
        "XRFFluorescenceMapping.colourMap",
        allow_none=True,
    ),
    opacity=Float(
        "How opaque it is to be drawn.",
        "XRFFluorescenceMapping.opacity",
        "fraction",
        allow_none=False,
        validate=validate.Range(0, 1),
    ),
    autoProcProgramId=Ident(
        "The program's run that made it.", "XRFFluorescenceMapping.autoProcProgramId", allow_none=True
    ),
)
MapPatchSchema = patch_of(
    NewMapSchema,
    name="MapPatchSchema",
    without=("xrfFluorescenceMappingROIId", "XRFFluorescenceMappingROI", "gridInfoId"),
)
