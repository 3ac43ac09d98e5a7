"""Groups of people and their permissions in the database.  The SQL is in sql/queries/admin/."""

from ispyb_api.auth.permissions import MEANING
from ispyb_api.db.listing import Listing, like
from ispyb_api.db.queries import Clause
from ispyb_api.errors import NotFound

GROUPS = Listing(
    filters={"userGroupId": ("ug.userGroupId", "eq"), "search": ("ug.name", "like")},
    sorts={"name": "ug.name", "userGroupId": "ug.userGroupId"},
    default_sort="name",
    tie_breaker="ug.userGroupId",
)

PERMISSIONS = Listing(
    filters={
        "permissionId": ("pm.permissionId", "eq"),
        "userGroupId": lambda group: Clause(
            "pm.permissionId IN (SELECT held.permissionId FROM UserGroup_has_Permission held"
            " WHERE held.userGroupId = :f_group)",
            {"f_group": group},
        ),
        "search": lambda text: Clause(
            "pm.type LIKE :f_text ESCAPE '!' OR pm.description LIKE :f_text ESCAPE '!'", {"f_text": like(text)}
        ),
    },
    sorts={"type": "pm.type", "permissionId": "pm.permissionId"},
    default_sort="type",
    tie_breaker="pm.permissionId",
)


class GroupRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments):
        """Return one page of the groups that match."""
        return GROUPS.read(self._tx, "admin.list_groups", "admin.count_groups", arguments, visible=Clause())

    def get(self, group_id):
        """Return one group by its id."""
        found = self.page({"userGroupId": group_id, "skip": 0, "limit": 2})["results"]
        if not found:
            raise NotFound(f"No group {group_id}.")
        return found[0]

    def named(self, name):
        """Return the id of the group with this name, or None."""
        return self._tx.value("admin.group_named", name=name)

    def add(self, name):
        """Make a group; return its id."""
        return self._tx.value("admin.add_group", name=name)

    def rename(self, group_id, name):
        self._tx.run("admin.rename_group", userGroupId=group_id, name=name)

    def remove(self, group_id):
        self._tx.run("admin.remove_group", userGroupId=group_id)

    def permissions(self, group_id):
        """Return ``{permission's id: its type}`` of what a group's people may do."""
        rows = self._tx.all("admin.permissions_of_group", userGroupId=group_id)
        return {row["permissionId"]: row["type"] for row in rows}

    def grant(self, group_id, permission_id):
        self._tx.run("admin.grant_permission", userGroupId=group_id, permissionId=permission_id)

    def revoke(self, group_id, permission_id):
        self._tx.run("admin.revoke_permission", userGroupId=group_id, permissionId=permission_id)

    def has(self, group_id, person_id):
        """Tell whether a person is in a group."""
        return self._tx.value("admin.group_has_person", userGroupId=group_id, personId=person_id) is not None

    def add_member(self, group_id, person_id):
        self._tx.run("admin.add_member", userGroupId=group_id, personId=person_id)

    def remove_member(self, group_id, person_id):
        self._tx.run("admin.remove_member", userGroupId=group_id, personId=person_id)


class PermissionRepository:
    def __init__(self, tx):
        self._tx = tx

    def page(self, arguments):
        """Return one page of the permissions that match, with what each means to this server."""
        page = PERMISSIONS.read(
            self._tx, "admin.list_permissions", "admin.count_permissions", arguments, visible=Clause()
        )
        for permission in page["results"]:
            permission["meaning"] = MEANING.get(permission["type"])
        return page

    def get(self, permission_id):
        """Return one permission by its id."""
        found = self.page({"permissionId": permission_id, "skip": 0, "limit": 2})["results"]
        if not found:
            raise NotFound(f"No permission {permission_id}.")
        return found[0]

    def of_type(self, name):
        """Return the id of the permission of this type, or None."""
        return self._tx.value("admin.permission_of_type", type=name)

    def add(self, name, description):
        """Make a permission; return its id."""
        return self._tx.value("admin.add_permission", type=name, description=description)

    def change(self, permission_id, name, description):
        self._tx.run("admin.change_permission", permissionId=permission_id, type=name, description=description)

    def remove(self, permission_id):
        self._tx.run("admin.remove_permission", permissionId=permission_id)
