"""What an operator does at the command line: the same changes as over the API, by names, and no harm to do them twice."""

from ispyb_api.admin.actor import Actor
from ispyb_api.admin.repository_access import AccessRepository
from ispyb_api.admin.repository_groups import GroupRepository, PermissionRepository
from ispyb_api.admin.repository_persons import AdminPersonRepository
from ispyb_api.admin.service_groups import Groups
from ispyb_api.admin.service_permissions import Permissions
from ispyb_api.auth.access import Access
from ispyb_api.auth.identity import Identity
from ispyb_api.auth.permissions import MEANING, Permission
from ispyb_api.errors import Conflict, NotFound

_EVERYTHING = {"skip": 0, "limit": 500}


def view(login, text):
    """Return the operator's view of the database: all of it."""
    held = frozenset({Permission.ALL_PROPOSALS, Permission.MANAGE_GRANTS})
    return Access(Identity(login, 0, "", permissions=held), text)


class Operator:
    """Each change returns a sentence on what was done, or on why there was nothing to do."""

    def __init__(self, tx, login, text):
        self._tx, self._actor, self._view = tx, Actor(login), view(login, text)
        self._groups, self._permissions = GroupRepository(tx), PermissionRepository(tx)
        self._persons = AdminPersonRepository(tx)

    def add_person(self, told):
        """Make a person, unless somebody has the login."""
        login = told["login"]
        if found := self._persons.with_login(login):
            return f"{login} is there already: person {found[0]['personId']}."
        self._actor.take_turn(self._tx)
        person_id = self._persons.add(**told)
        self._actor.record(self._tx, "person made", f"person {person_id} {login}")
        return f"{login} is person {person_id}."

    def add_group(self, name):
        """Make a group, unless there is one of this name."""
        if self._groups.named(name) is not None:
            return f"The group {name} is there already."
        Groups(self._tx, self._actor).add(name)
        return f"The group {name} is made."

    def grant(self, group, permission, description=None):
        """Give a permission to a group; make it first if the server knows it, or it is described here."""
        group_id, permission_id = self._group(group), self._permissions.of_type(permission)
        if permission_id is None:
            permission_id = self._make(permission, description)
        if permission_id in self._groups.permissions(group_id):
            return f"The group {group} holds {permission} already."
        Groups(self._tx, self._actor).grant(group_id, permission_id)
        return f"The group {group} holds {permission} now."

    def revoke(self, group, permission):
        """Take a permission from a group, in all rows that it may have."""
        group_id, wanted = self._group(group), permission.casefold()
        held = [number for number, name in self._groups.permissions(group_id).items() if name.casefold() == wanted]
        if not held:
            return f"The group {group} does not hold {permission}."
        groups = Groups(self._tx, self._actor)
        for number in held:
            groups.revoke(group_id, number)
        return f"The group {group} holds {permission} no longer."

    def add_member(self, group, login):
        """Put a person into a group."""
        group_id, person = self._group(group), self.person(login)
        if self._groups.has(group_id, person["personId"]):
            return f"{login} is in the group {group} already."
        Groups(self._tx, self._actor).add_person(group_id, person["personId"])
        return f"{login} is in the group {group} now."

    def remove_member(self, group, login):
        """Take a person out of a group."""
        group_id, person = self._group(group), self.person(login)
        if not self._groups.has(group_id, person["personId"]):
            return f"{login} is not in the group {group}."
        Groups(self._tx, self._actor).remove_person(group_id, person["personId"])
        return f"{login} is in the group {group} no longer."

    def groups(self):
        """Yield each group with the types of its permissions and the logins of its people."""
        for group in self._groups.page(_EVERYTHING)["results"]:
            people = self._persons.page({**_EVERYTHING, "userGroupId": group["userGroupId"]})["results"]
            held = self._groups.permissions(group["userGroupId"]).values()
            yield group["name"], list(held), [each["login"] or f"person {each['personId']}" for each in people]

    def person(self, login):
        """Return the one person who has a login."""
        found = self._persons.with_login(login)
        if not found:
            raise NotFound(f"Nobody has the login {login}: make the person with 'ispyb-api user add'.")
        if len(found) > 1:
            raise Conflict(f"Several persons have the login {login}: {', '.join(str(p['personId']) for p in found)}.")
        return found[0]

    def explain(self, person):
        """Return why a person sees what."""
        return AccessRepository(self._tx, self._view).explain(person, {})

    def _group(self, name):
        found = self._groups.named(name)
        if found is None:
            raise NotFound(f"There is no group {name}: make it with 'ispyb-api group add'.")
        return found

    def _make(self, permission, description):
        described = description or MEANING.get(permission)
        if described is None:
            raise NotFound(f"There is no permission {permission}: give --description to make it.")
        return Permissions(self._tx, self._actor).add(permission, described[:100])["permissionId"]
