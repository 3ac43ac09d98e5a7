"""Permissions: made, described and removed; what each lets its holders do is said by the code that asks for it."""

from ispyb_api.admin.repository_groups import PermissionRepository
from ispyb_api.errors import Conflict


class Permissions:
    """Changes of permissions by ``actor``, in one transaction, one author after another."""

    def __init__(self, tx, actor):
        self._tx, self._actor = tx, actor
        self._permissions = PermissionRepository(tx)
        actor.take_turn(tx)

    def add(self, name, description):
        """Make a permission that nobody holds yet; return it."""
        self._refuse_taken(name)
        permission_id = self._permissions.add(name, description)
        self._record("permission made", permission_id, name, description)
        return self._permissions.get(permission_id)

    def change(self, permission_id, changes):
        """Change a permission's description, or the type of one that nobody holds; return it."""
        before = self._permissions.get(permission_id)
        after = {name: changes.get(name, before[name]) for name in ("type", "description")}
        if all(after[name] == before[name] for name in after):
            return before
        if after["type"] != before["type"]:
            self._refuse_held(before, "its type cannot change")
            if after["type"].casefold() != before["type"].casefold():
                self._refuse_taken(after["type"])
        self._permissions.change(permission_id, after["type"], after["description"])
        self._record(
            "permission changed", permission_id, after["type"], f"was {before['type']}: {before['description']}"
        )
        return self._permissions.get(permission_id)

    def remove(self, permission_id):
        """Remove a permission that no group holds."""
        permission = self._permissions.get(permission_id)
        self._refuse_held(permission, "it cannot be removed")
        self._permissions.remove(permission_id)
        self._record("permission removed", permission_id, permission["type"])

    def _refuse_held(self, permission, so):
        if count := permission["_metadata"]["groups"]:
            raise Conflict(f"{count} groups hold {permission['type']}, so {so}: take it from them first.")

    def _refuse_taken(self, name):
        if self._permissions.of_type(name) is not None:
            raise Conflict(f"There is a permission {name} already.")

    def _record(self, action, permission_id, name, detail=None):
        self._actor.record(self._tx, action, f"permission {permission_id} {name}", detail)
