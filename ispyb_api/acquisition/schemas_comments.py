"""Comments on what was measured."""

import marshmallow as ma

from ispyb_api.http.fields import Text
from ispyb_api.http.shapes import FILLED


class NewCommentSchema(ma.Schema):
    """A comment to add."""

    comments = Text(
        "What to add below the comments that are there; who says it and when is put before it.",
        required=True,
        allow_none=False,
        validate=FILLED,
    )
