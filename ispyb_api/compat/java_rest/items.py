"""Parts of paths, as the front ends write them: lists of ids with whatever else in them, and days."""

import datetime
import re

from ispyb_api.http.fields import MAX_ID

_ID = re.compile(r"[0-9]{1,10}")
_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")


def ids(text):
    """Return the ids of a list with commas, each once; what is no id (``null``, ``undefined``) is left out."""
    words = (word.strip() for word in text.split(","))
    return list(dict.fromkeys(int(word) for word in words if _ID.fullmatch(word) and 0 < int(word) <= MAX_ID))


def one(text):
    """Return the id, 0 for what is none: no row has that."""
    return next(iter(ids(text)), 0) if "," not in text else 0


def words(text):
    """Return the words of a list with commas, each once."""
    return list(dict.fromkeys(filter(None, (word.strip() for word in text.split(",")))))


def day(text):
    """Return the day of ``YYYYMMDD``, None if it is none."""
    match = _DAY.fullmatch(text.strip())
    try:
        return match and datetime.datetime(*map(int, match.groups()))
    except ValueError:
        return None
