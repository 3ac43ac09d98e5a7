"""Where a page ends, as text that clients send back: opaque to them, and checked as anything that comes from outside."""

import base64
import binascii

from ispyb_api.errors import Invalid


def written(*parts):
    """Return the cursor that holds these parts; None is kept apart from text."""
    text = "|".join("" if part is None else str(part) for part in parts)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read(cursor, count):
    """Return the ``count`` parts of a cursor, as text; raise Invalid if it is none."""
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        parts = base64.b64decode(padded, altchars=b"-_", validate=True).decode("ascii").split("|")
    except (ValueError, binascii.Error):
        raise unknown() from None
    if len(parts) != count:
        raise unknown()
    return parts


def number(part):
    """Return a part that is the id of a row, or another number that a column can hold."""
    if not (part.isdecimal() and len(part) < 11):
        raise unknown()
    return int(part)


def unknown():
    """Return the error for a cursor that is none."""
    return Invalid(errors={"after": ["Must be the next of an earlier page."]})
