"""What one sends of regions of interest of fluorescence."""

from marshmallow import validate

from ispyb_api.http.fields import Float, Text
from ispyb_api.http.shapes import new_of, patch_of
from ispyb_api.maps.schemas import ENERGY, WholeMapRoiSchema

_TABLE = "XRFFluorescenceMappingROI"
_PLAUSIBLE = (100, 200_000)

NewMapRoiSchema = new_of(
    WholeMapRoiSchema,
    *("blSampleId", "edge", "scalar", "r", "g", "b"),
    name="NewMapRoiSchema",
    required=("blSampleId",),
    element=Text(
        "Symbol of the element, as Fe.",
        f"{_TABLE}.element",
        validate=validate.Regexp(r"^[A-Z][a-z]?$(?!\n)", error="Must be the symbol of an element, as Fe."),
    ),
    startEnergy=Float(
        "Where the part of the spectrum begins.",
        f"{_TABLE}.startEnergy",
        ENERGY,
        plausible=_PLAUSIBLE,
        required=True,
        allow_none=False,
    ),
    endEnergy=Float(
        "Where it ends.", f"{_TABLE}.endEnergy", ENERGY, plausible=_PLAUSIBLE, required=True, allow_none=False
    ),
)
MapRoiPatchSchema = patch_of(NewMapRoiSchema, name="MapRoiPatchSchema", without=("blSampleId",))
