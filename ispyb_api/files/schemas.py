"""What one may ask of pictures."""

import marshmallow as ma
from marshmallow import fields, validate

from ispyb_api.http.fields import Bool, described


class SizeArguments(ma.Schema):
    snapshot = Bool(
        "If true, the thumbnail; where there is none, the whole picture.", load_default=False, allow_none=False
    )


class PictureArguments(SizeArguments):
    imageId = fields.Integer(
        load_default=1, validate=validate.Range(1, 4), metadata=described("Which of the four pictures of the crystal.")
    )
