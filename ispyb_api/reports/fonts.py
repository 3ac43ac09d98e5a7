"""Letters of all of Europe where the machine has a font with them; else the nearest ones."""

import functools
import unicodedata
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

_FOLDERS = ("/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu", "/usr/share/fonts/TTF")
_FILES = {"Paper": "DejaVuSans.ttf", "PaperBold": "DejaVuSans-Bold.ttf"}
_PLAIN = {"Paper": "Helvetica", "PaperBold": "Helvetica-Bold"}


@functools.cache
def named(name):
    """Return the name of a font, ``Paper`` or ``PaperBold``, as reportlab knows it."""
    for folder in map(Path, _FOLDERS):
        if (folder / _FILES[name]).is_file():
            pdfmetrics.registerFont(TTFont(name, folder / _FILES[name]))
            return name
    return _PLAIN[name]


def written(text):
    """Return a text in letters that the font has."""
    text = "" if text is None else str(text)
    if named("Paper") == "Paper":
        return text
    plain = unicodedata.normalize("NFKD", text)
    return (
        "".join(each for each in plain if not unicodedata.combining(each)).encode("cp1252", "replace").decode("cp1252")
    )
