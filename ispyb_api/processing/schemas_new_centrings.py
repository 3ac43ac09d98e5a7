"""What is sent of X-ray centrings."""

from marshmallow import validate

from ispyb_api.http.fields import Ident, Items, Text
from ispyb_api.http.shapes import new_of, patch_of
from ispyb_api.processing.schemas_phasing import CentringResultSchema, CentringSchema

MOST = 500  # crystals of one centring, in one request

_OTHERS = ("xrayCentringResultId", "blSampleId", "gridInfoId")
NewCentringResultSchema = new_of(
    CentringResultSchema,
    *(name for name in CentringResultSchema._declared_fields if name not in _OTHERS),
    name="NewCentringResultSchema",
    blSampleId=Ident(
        "Its sample, of the same proposal, where several are on one pin.",
        "XrayCentringResult.blSampleId",
        strict=True,
        allow_none=True,
    ),
    gridInfoId=Ident("The grid, of the same group.", "XrayCentringResult.gridInfoId", strict=True, allow_none=True),
)
NewCentringSchema = new_of(
    CentringSchema,
    *("dataCollectionGroupId", "xrayCentringType"),
    name="NewCentringSchema",
    required=("dataCollectionGroupId",),
    status=Text("success, failed or pending.", "XrayCentring.status", allow_none=False),
    XrayCentringResult=Items(NewCentringResultSchema, "What was found.", validate=validate.Length(0, MOST)),
)
CentringPatchSchema = patch_of(
    NewCentringSchema, name="CentringPatchSchema", without=("dataCollectionGroupId", "XrayCentringResult")
)
