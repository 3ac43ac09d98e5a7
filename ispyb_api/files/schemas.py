"""What one may ask of pictures."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import MAX_ID, Bool, Int, described


class SizeArguments(ma.Schema):
    snapshot = Bool(
        "If true, the thumbnail; where there is none, the whole picture.", load_default=False, allow_none=False
    )


class PictureArguments(SizeArguments):
    imageId = fields.Integer(
        load_default=1, validate=validate.Range(1, 4), metadata=described("Which of the four pictures of the crystal.")
    )


class DiffractionArguments(SizeArguments):
    imageNumber = Int(
        "Number of the image; the lowest that is recorded, unless given.",
        allow_none=False,
        validate=validate.Range(0, MAX_ID),
    )
