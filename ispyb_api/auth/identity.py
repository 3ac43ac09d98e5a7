"""Who is asking."""

import json
from dataclasses import dataclass


@dataclass(frozen=True)
class Known:
    """Somebody a login backend knows; what it does not know is None."""

    login: str
    givenName: str | None = None
    familyName: str | None = None
    emailAddress: str | None = None
    phoneNumber: str | None = None


@dataclass(frozen=True)
class BeamLineGroup:
    """One group of the option ``beamLineGroups``: who holds ``permission`` sees its beamlines."""

    name: str
    permission: str
    beamlines: tuple = ()
    ui_group: str | None = None


@dataclass(frozen=True)
class Identity:
    """The person behind a request, with rights fresh from the database."""

    login: str
    person_id: int
    family: str
    givenName: str | None = None
    familyName: str | None = None
    permissions: frozenset = frozenset()
    all_groups: tuple = ()  # every configured beamline group

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
    except ValueError:
        return ()
    groups = (_group(each) for each in listed if isinstance(each, dict)) if isinstance(listed, list) else ()
    return tuple(group for group in groups if group)


def _group(given):
    name, permission = given.get("groupName"), given.get("permission")
    if not (isinstance(name, str) and isinstance(permission, str) and permission):
        return None
    beamlines = given.get("beamLines") or []
    names = (
        (each.get("beamLineName") for each in beamlines if isinstance(each, dict))
        if isinstance(beamlines, list)
        else ()
    )
    return BeamLineGroup(name, permission, tuple(n for n in names if isinstance(n, str) and n), given.get("uiGroup"))
