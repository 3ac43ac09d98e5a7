"""Names that become parts of the names of files."""

from marshmallow import fields, validate

from ispyb_api.http.fields import described

# Beamlines name folders and images after samples and their proteins.
_NAME = validate.Regexp(
    r"^[^\s/\\\x00-\x1f\x7f.](?:[^/\\\x00-\x1f\x7f]*[^\s/\\\x00-\x1f\x7f])?$(?!\n)",
    error="Must not hold a slash or a line break, begin with a dot, nor have blanks at its ends: files are named after it.",
)


def named(meaning, source, longest, *, required=True):
    """Return the field of such a name."""
    return fields.String(
        required=required,
        validate=[validate.Length(1, longest), _NAME],
        metadata=described(meaning, source),
    )
