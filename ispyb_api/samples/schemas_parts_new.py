"""What one sends of positions on samples, and of pictures of samples."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Choice, Float, Ident, Part, Text
from ispyb_api.http.shapes import new_of, patch_of
from ispyb_api.samples.schemas_parts import PLACE, SampleImageSchema, SubSampleSchema


class NewPointSchema(ma.Schema):
    """A point on a sample; its row may be sent as it was read, and changes nothing."""

    posX = Float("Where it is from left to right.", "Position.posX", PLACE, allow_none=False, required=True)
    posY = Float("Where it is from top to bottom.", "Position.posY", PLACE, allow_none=False, required=True)
    posZ = Float("Where it is along the line of sight.", "Position.posZ", PLACE)
    positionId = Ident("Its row.", "Position.positionId")

    @ma.post_load
    def _without_its_row(self, data, **_):
        data.pop("positionId", None)
        return data


NewSubSampleSchema = new_of(
    SubSampleSchema,
    *("blSampleId", "type", "comments", "blSampleImageId"),
    name="NewSubSampleSchema",
    required=("blSampleId",),
    type=Choice(
        ("poi", "loi", "roi"), "poi, a point; loi, a line; roi, a region.", "BLSubSample.type", allow_none=True
    ),
    source=Choice(
        ("manual", "auto"), "manual if people marked it, auto if a program did.", "BLSubSample.source", allow_none=True
    ),
    Position1=Part(NewPointSchema, "The point, or where the line or region begins."),
    Position2=Part(NewPointSchema, "Where the line or region ends."),
)
SubSamplePatchSchema = patch_of(NewSubSampleSchema, name="SubSamplePatchSchema", without=("blSampleId",))

NewSampleImageSchema = new_of(
    SampleImageSchema,
    *("blSampleId", "micronsPerPixelX", "micronsPerPixelY", "offsetX", "offsetY", "comments", "blTimeStamp"),
    name="NewSampleImageSchema",
    required=("blSampleId",),
    imageFullPath=Text(
        "The picture's file, below the folders that this server serves.",
        "BLSampleImage.imageFullPath",
        allow_none=False,
        required=True,
        validate=[
            validate.Length(1, 255),
            validate.Regexp(
                r"^/[^\x00-\x1f\x7f]+\.(?:jpe?g|png|gif|tiff?|JPE?G|PNG|GIF|TIFF?)$(?!\n)",
                error="Must be the absolute path of a picture.",
            ),
        ],
    ),
)
SampleImagePatchSchema = patch_of(
    NewSampleImageSchema, name="SampleImagePatchSchema", without=("blSampleId", "imageFullPath")
)
