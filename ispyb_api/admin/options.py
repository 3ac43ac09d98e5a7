"""The options that a facility keeps in its database: what each means, what it is when nobody set it.

A value is JSON text; what is not JSON is taken as it stands.  What cannot be understood counts as not set.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ispyb_api.auth.identity import beamline_groups


@dataclass(frozen=True)
class Option:
    """``read`` makes the option's value of the text in the database; ``public`` ones are for every user's screen."""

    name: str
    default: Any
    read: Callable
    public: bool = False


def _words(text):
    """Return a JSON string's content, any other text as it is."""
    try:
        value = json.loads(text)
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):  # also for half a character, which JSON can spell and UTF-8 cannot
        return text
    return value if isinstance(value, str) else text


def _groups(text):
    return [
        {
            "groupName": group.name,
            "uiGroup": group.ui_group or "",
            "permission": group.permission,
            "beamLines": [
                {
                    "beamLineName": line.name,
                    "sampleChangerType": line.sample_changer,
                    "sampleChangerCapacity": line.capacity,
                    "archived": line.archived,
                }
                for line in group.lines
            ],
        }
        for group in beamline_groups(text)
    ]


OPTIONS = (
    Option("motd", "", _words, public=True),
    Option("beamLineGroups", [], _groups, public=True),
)
