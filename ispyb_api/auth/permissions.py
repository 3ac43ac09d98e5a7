"""Every permission there is.  A misspelt one is an AttributeError at import, not a locked door.

The names are what ``Permission.type`` holds, so at most 15 characters.  Beamline permissions
(``bl_admin`` and the like) are not here: the option ``beamLineGroups`` names them.
"""

from enum import StrEnum


class Permission(StrEnum):
    ALL_PROPOSALS = "all_proposals"
    MANAGE_PERSONS = "manage_persons"


MEANING = {
    Permission.ALL_PROPOSALS: "See every proposal, session and what belongs to them.",
    Permission.MANAGE_PERSONS: "List every person, not only those of one's own proposals.",
}
