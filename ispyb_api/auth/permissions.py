"""Every permission there is.  A misspelt one is an AttributeError at import, not a locked door.

The names are what ``Permission.type`` holds, so at most 15 characters.  Beamline permissions
(``bl_admin`` and the like) are not here: the option ``beamLineGroups`` names them.
"""

from enum import StrEnum


class Permission(StrEnum):
    ALL_PROPOSALS = "all_proposals"
    EDIT_PROPOSALS = "edit_proposals"
    INGEST_DATA = "ingest_data"
    INGEST_PROC = "ingest_proc"
    MANAGE_PERSONS = "manage_persons"
    MANAGE_GROUPS = "manage_groups"
    MANAGE_PERMS = "manage_perms"
    MANAGE_GRANTS = "manage_grants"
    MANAGE_TOKENS = "manage_tokens"
    MANAGE_OPTIONS = "manage_options"
    VIEW_ACTIVITY = "view_activity"


MEANING = {
    Permission.ALL_PROPOSALS: "See every proposal, session and what belongs to them.",
    Permission.EDIT_PROPOSALS: "Change samples, shipments and remarks of proposals that one sees without belonging to them.",
    Permission.INGEST_DATA: "Record what an instrument does: sessions, collections, images, robot actions.",
    Permission.INGEST_PROC: "Record what a processing pipeline finds: programs, results, files.",
    Permission.MANAGE_PERSONS: "List every person and laboratory, see why each person sees what, and keep the laboratories.",
    Permission.MANAGE_GROUPS: "Make groups, say who is in them, and give them permissions that one holds oneself.",
    Permission.MANAGE_PERMS: "Make, describe and remove permissions.",
    Permission.MANAGE_GRANTS: "Share sessions and samples with other people, in proposals that one sees oneself.",
    Permission.MANAGE_TOKENS: "Make, list and revoke the tokens of services.",
    Permission.MANAGE_OPTIONS: "Read and change the options that the facility keeps in its database.",
    Permission.VIEW_ACTIVITY: "Read the record of who did what, when and from where.",
}

# Who holds all of these can give everything back to everybody: the last such person cannot be taken away.
ADMINISTRATOR = (Permission.MANAGE_GROUPS, Permission.MANAGE_PERMS)
