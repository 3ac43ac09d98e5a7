"""Who is in which group, and what a group may do: no change gives anybody more than its author holds."""

from ispyb_api.admin import lockout
from ispyb_api.admin.repository_groups import GroupRepository, PermissionRepository
from ispyb_api.admin.repository_persons import AdminPersonRepository
from ispyb_api.errors import Conflict, Invalid, NotFound


class Groups:
    """Changes of groups by ``actor``, in one transaction, one author after another."""

    def __init__(self, tx, actor):
        self._tx, self._actor = tx, actor
        self._groups, self._permissions = GroupRepository(tx), PermissionRepository(tx)
        self._persons = AdminPersonRepository(tx)
        actor.take_turn(tx)

    def add(self, name):
        """Make an empty group that may do nothing; return it."""
        self._refuse_taken(name)
        group_id = self._groups.add(name)
        self._record("group added", group_id, name)
        return self._groups.get(group_id)

    def rename(self, group_id, name):
        """Give a group another name; return it.

        A directory names groups: who gives a group such a name gives its permissions to that directory's people.
        """
        group = self._groups.get(group_id)
        if name == group["name"]:
            return group
        if name.casefold() != group["name"].casefold():
            self._refuse_taken(name)
        self._actor.must_hold(self._groups.permissions(group_id).values())
        self._groups.rename(group_id, name)
        self._record("group renamed", group_id, name, f"was {group['name']}")
        return self._groups.get(group_id)

    def remove(self, group_id):
        """Remove a group that has neither people nor permissions."""
        group = self._groups.get(group_id)
        if group["_metadata"]["people"] or group["_metadata"]["permissions"]:
            raise Conflict(f"The group {group['name']} is not empty: remove its people and its permissions first.")
        self._groups.remove(group_id)
        self._record("group removed", group_id, group["name"])

    def grant(self, group_id, permission_id):
        """Let a group's people do something."""
        group, permission = self._groups.get(group_id), self._permission(permission_id)
        self._actor.must_hold([permission["type"]])
        if permission_id in self._groups.permissions(group_id):
            raise Conflict(f"The group {group['name']} holds {permission['type']} already.")
        self._groups.grant(group_id, permission_id)
        self._record("permission given", group_id, group["name"], permission["type"])

    def revoke(self, group_id, permission_id):
        """Let a group's people do something no longer."""
        group = self._groups.get(group_id)
        name = self._groups.permissions(group_id).get(permission_id)
        if name is None:
            raise NotFound(f"The group {group['name']} does not hold permission {permission_id}.")
        with lockout.prevented(self._tx):
            self._groups.revoke(group_id, permission_id)
        self._record("permission taken", group_id, group["name"], name)

    def add_person(self, group_id, person_id):
        """Put a person into a group."""
        group, person = self._groups.get(group_id), self._person(person_id)
        self._actor.must_hold(self._groups.permissions(group_id).values())
        if self._groups.has(group_id, person_id):
            raise Conflict(f"{_called(person)} is in the group {group['name']} already.")
        self._groups.add_member(group_id, person_id)
        self._record("member added", group_id, group["name"], _called(person))

    def remove_person(self, group_id, person_id):
        """Take a person out of a group."""
        group = self._groups.get(group_id)
        if not self._groups.has(group_id, person_id):
            raise NotFound(f"Person {person_id} is not in the group {group['name']}.")
        with lockout.prevented(self._tx):
            self._groups.remove_member(group_id, person_id)
        self._record("member removed", group_id, group["name"], _called(self._persons.get(person_id)))

    def _refuse_taken(self, name):
        if self._groups.named(name) is not None:
            raise Conflict(f"There is a group {name} already.")

    def _permission(self, permission_id):
        return _named("permissionId", self._permissions.get, permission_id)

    def _person(self, person_id):
        return _named("personId", self._persons.get, person_id)

    def _record(self, action, group_id, name, detail=None):
        self._actor.record(self._tx, action, f"group {group_id} {name}", detail)


def _named(field, get, row_id):
    """Return a row that the body names; one that is not there is a fault of the body, not of the path."""
    try:
        return get(row_id)
    except NotFound as exc:
        raise Invalid(errors={field: [str(exc)]}) from None


def _called(person):
    return f"person {person['personId']} {person['login'] or ''}".rstrip()
