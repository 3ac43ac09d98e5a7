"""Comments on what was measured."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Text


class NewCommentSchema(ma.Schema):
    """A comment to add."""

    comments = Text(
        "What to add below the comments that are there; who says it and when is put before it.",
        required=True,
        allow_none=False,
        validate=validate.Regexp(r"[\s\S]*\S", error="Must not be empty."),
    )
