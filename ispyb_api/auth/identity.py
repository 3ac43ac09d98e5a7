"""Who is asking."""

import json
from dataclasses import dataclass

from ispyb_api.auth.within import Limits


@dataclass(frozen=True)
class Known:
    """Somebody a login backend knows; what it does not know is None.

    ``groups`` are names of UserGroup, as the backend's settings map the directory's groups to them;
    ``expires`` is when a provider's token ends, in seconds since 1970.
    """

    login: str
    givenName: str | None = None
    familyName: str | None = None
    emailAddress: str | None = None
    phoneNumber: str | None = None
    siteId: int | None = None
    groups: frozenset = frozenset()
    expires: float | None = None


@dataclass(frozen=True)
class BeamLine:
    """One beamline of a group."""

    name: str
    archived: bool = False
    sample_changer: str | None = None
    capacity: int | None = None


@dataclass(frozen=True)
class BeamLineGroup:
    """One group of the option ``beamLineGroups``: who holds ``permission`` sees its beamlines."""

    name: str
    permission: str
    lines: tuple = ()
    ui_group: str | None = None

    @property
    def beamlines(self):
        """Names of its beamlines; one that is archived still grants what was measured there."""
        return tuple(line.name for line in self.lines)


@dataclass(frozen=True)
class Identity:
    """The person behind a request, with rights fresh from the database."""

    login: str
    person_id: int
    family: str | None  # None with a token that is not our own
    givenName: str | None = None
    familyName: str | None = None
    permissions: frozenset = frozenset()
    all_groups: tuple = ()  # every configured beamline group
    shared_samples: bool = False  # whether single samples were shared with this person
    service_token: int | None = None  # which one the caller presented; then there is no family
    limits: Limits | None = None  # what that is limited to

    def reaches(self, beamline):
        """Tell whether the token, if it is a service's, is not limited to other beamlines."""
        named = self.limits.beamlines if self.limits else None
        return named is None or beamline.casefold() in {name.casefold() for name in named}

    @property
    def groups(self):
        """The beamline groups whose permission this person holds."""
        return tuple(group for group in self.all_groups if group.permission in self.permissions)

    @property
    def beamlines(self):
        """Names of the beamlines whose sessions this person sees by permission."""
        return tuple(dict.fromkeys(name for group in self.groups for name in group.beamlines))


def beamline_groups(text):
    """Read the option ``beamLineGroups``; a part that is not as it should be grants nothing."""
    try:
        listed = json.loads(text) if text else []
    except (ValueError, RecursionError):
        return ()
    return tuple(group for group in map(_group, _dicts(listed)) if group)


def _group(given):
    name, permission = _text(given.get("groupName")), _text(given.get("permission"))
    if name is None or not permission:
        return None
    lines = tuple(line for line in map(_line, _dicts(given.get("beamLines"))) if line.name)
    return BeamLineGroup(name, permission, lines, _text(given.get("uiGroup")))


def _line(given):
    capacity = given.get("sampleChangerCapacity")
    return BeamLine(
        _text(given.get("beamLineName")),
        given.get("archived") in (True, 1),
        _text(given.get("sampleChangerType")),
        capacity if type(capacity) is int else None,
    )


def _dicts(given):
    return [each for each in given if isinstance(each, dict)] if isinstance(given, list) else []


def _text(value):
    """Return a text that can be sent, else None: JSON can spell halves of characters."""
    if not isinstance(value, str) or any("\ud800" <= letter <= "\udfff" for letter in value):
        return None
    return value
