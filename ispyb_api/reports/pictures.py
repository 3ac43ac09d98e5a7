"""Pictures within papers, made small: a session has hundreds, and a page shows them as large as a stamp."""

import io

_SIZE = (320, 240)  # pixels
_MOST_PIXELS = 40_000_000


def small(content):
    """Return a picture's bytes as a small JPEG; None of what is no picture, or a far too large one."""
    from PIL import Image  # noqa: PLC0415 - reportlab's, which an extra brings

    try:
        picture = Image.open(io.BytesIO(content))
        if picture.width * picture.height > _MOST_PIXELS:
            return None
        picture.draft("RGB", _SIZE)
        picture = picture.convert("RGB")
        picture.thumbnail(_SIZE)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):  # what Pillow says of broken files
        return None
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=80)
    return file.getvalue()
