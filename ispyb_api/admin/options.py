"""The options that a facility keeps in its database: what each means, what it is when nobody set it.

A value is JSON text; what is not JSON is taken as it stands.  What cannot be understood counts as not set.
"""

import bisect
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ispyb_api.auth.identity import beamline_groups

# As long as AdminVar.value; a longer text is kept elsewhere, and cut for AdminVar (see ispyb_api/auth/options.py).
SHORT = 1024


@dataclass(frozen=True)
class Option:
    """``read`` makes the option's value of the text in the database; ``public`` ones are for every user's screen.

    ``longest`` is how many characters its text may have.  ``cut`` leaves of a value what fits, for the other
    programs that read AdminVar.
    """

    name: str
    default: Any
    read: Callable
    public: bool = False
    longest: int = SHORT
    cut: Callable | None = None


def text_of(value):
    """Return a value as the database holds it: JSON in ASCII, which every database's character set can hold."""
    return json.dumps(value, separators=(",", ":"))


def short_text(option, value):
    """Return the value's text, cut to what AdminVar can hold."""
    return text_of(value if _fits(value) or not option.cut else option.cut(value))


def _fits(value):
    return len(text_of(value)) <= SHORT


def _most(count, part):
    """Return the largest of the parts, from ``part(0)`` to ``part(count)``, that fits; they grow."""
    return part(bisect.bisect_left(range(1, count + 1), True, key=lambda many: not _fits(part(many))))


def _words(text):
    """Return a JSON string's content, any other text as it is."""
    try:
        value = json.loads(text)
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):  # also for half a character, which JSON can spell and UTF-8 cannot
        return text
    return value if isinstance(value, str) else text


def _fewer_words(text):
    """Return as much of a text's beginning as fits."""
    return _most(len(text), lambda many: f"{text[:many]}…")


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


def _fewer_groups(groups):
    """Return the groups without sample changers if they fit then, else the first of their beamlines."""
    bare = [{**group, "beamLines": [_bare(line) for line in group["beamLines"]]} for group in groups]
    return (
        bare if _fits(bare) else _most(sum(len(group["beamLines"]) for group in bare), lambda many: _first(bare, many))
    )


def _bare(line):
    return {"beamLineName": line["beamLineName"], **({"archived": True} if line["archived"] else {})}


def _first(groups, many):
    """Return the groups of the first ``many`` beamlines, with these alone."""
    found = []
    for group in groups:
        if many > 0:
            found.append({**group, "beamLines": group["beamLines"][:many]})
        many -= len(group["beamLines"])
    return found


def _switch(default):
    """Return how to read an option that is on or off."""
    return lambda text: {"true": True, "1": True, "false": False, "0": False}.get(text.strip().lower(), default)


OPTIONS = (
    Option("motd", "", _words, public=True, longest=4000, cut=_fewer_words),
    Option("beamLineGroups", [], _groups, public=True, longest=100_000, cut=_fewer_groups),
    Option("query_debug", False, _switch(False)),
    Option("enable_legacy_routes", True, _switch(True)),
    Option("enable_webservice_routes", True, _switch(True)),
    Option("create_person_on_missing", False, _switch(False)),
)
BY_NAME = {option.name: option for option in OPTIONS}
