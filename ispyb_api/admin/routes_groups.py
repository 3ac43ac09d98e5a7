"""/admin/groups and /admin/permissions"""

from flask_restx import Resource

from ispyb_api.admin.actor import change
from ispyb_api.admin.repository_groups import GroupRepository, PermissionRepository
from ispyb_api.admin.repository_persons import AdminPersonRepository
from ispyb_api.admin.schemas_groups import (
    AdminPersonPageSchema,
    MemberArguments,
    NewPermissionSchema,
    NewUserGroupSchema,
    PermissionArguments,
    PermissionPageSchema,
    PermissionPatchSchema,
    PermissionSchema,
    UserGroupArguments,
    UserGroupPageSchema,
    UserGroupPatchSchema,
    UserGroupPermissionSchema,
    UserGroupPersonSchema,
    UserGroupSchema,
)
from ispyb_api.admin.service_groups import Groups
from ispyb_api.admin.service_permissions import Permissions
from ispyb_api.auth.guard import requires
from ispyb_api.auth.permissions import Permission
from ispyb_api.http.fields import MAX_ID
from ispyb_api.http.namespace import Namespace, created
from ispyb_api.http.services import transaction

api = Namespace("admin", description="Who may do what, and what was done")

_GROUP = f"/groups/<int(max={MAX_ID}):userGroupId>"
_PERMISSION = f"<int(max={MAX_ID}):permissionId>"


@api.route("/groups")
class GroupList(Resource):
    @requires(Permission.MANAGE_GROUPS)
    @api.accepts(UserGroupArguments, "query")
    @api.returns(UserGroupPageSchema)
    def get(self, arguments):
        """List the groups of people

        By name, with how many people and permissions each has.
        """
        with transaction() as tx:
            return GroupRepository(tx).page(arguments)

    @requires(Permission.MANAGE_GROUPS)
    @api.accepts(NewUserGroupSchema)
    @api.returns(UserGroupSchema, 201, "Made", errors=(409,))
    def post(self, given):
        """Make a group

        Without people, and with no permissions.  A name that a group has already is a conflict.
        """
        with change() as (tx, actor):
            group = Groups(tx, actor).add(given["name"])
        return created(group, group["userGroupId"])


@api.route(_GROUP)
@api.param("userGroupId", "The group's row.")
class Group(Resource):
    @requires(Permission.MANAGE_GROUPS)
    @api.returns(UserGroupSchema, errors=(404,))
    def get(self, userGroupId):  # noqa: N803
        """Get one group

        With how many people and permissions it has.
        """
        with transaction() as tx:
            return GroupRepository(tx).get(userGroupId)

    @requires(Permission.MANAGE_GROUPS)
    @api.accepts(UserGroupPatchSchema)
    @api.returns(UserGroupSchema, errors=(404, 409))
    def patch(self, given, userGroupId):  # noqa: N803
        """Rename a group

        You must hold the group's permissions: a directory that knows a group of the new name gives them to its people.
        """
        with change() as (tx, actor):
            if "name" not in given:
                return GroupRepository(tx).get(userGroupId)
            return Groups(tx, actor).rename(userGroupId, given["name"])

    @requires(Permission.MANAGE_GROUPS)
    @api.confirms("Removed", errors=(404, 409))
    def delete(self, userGroupId):  # noqa: N803
        """Remove a group

        Only one without people and permissions; any other is a conflict.
        """
        with change() as (tx, actor):
            Groups(tx, actor).remove(userGroupId)


@api.route(f"{_GROUP}/permission")
@api.param("userGroupId", "The group's row.")
class GroupPermissionList(Resource):
    @requires(Permission.MANAGE_GROUPS)
    @api.accepts(UserGroupPermissionSchema)
    @api.confirms("Given", errors=(404, 409))
    def post(self, given, userGroupId):  # noqa: N803
        """Give a permission to a group

        Only one that you hold yourself.  It holds for the group's people within seconds.
        """
        with change() as (tx, actor):
            Groups(tx, actor).grant(userGroupId, given["permissionId"])


@api.route(f"{_GROUP}/permission/{_PERMISSION}")
@api.param("userGroupId", "The group's row.")
@api.param("permissionId", "The permission's row.")
class GroupPermission(Resource):
    @requires(Permission.MANAGE_GROUPS)
    @api.confirms("Taken", errors=(404, 409))
    def delete(self, userGroupId, permissionId):  # noqa: N803
        """Take a permission from a group

        Somebody must be left who can give permissions: to take that from the last one is a conflict.
        """
        with change() as (tx, actor):
            Groups(tx, actor).revoke(userGroupId, permissionId)


@api.route(f"{_GROUP}/person")
@api.param("userGroupId", "The group's row.")
class GroupPersonList(Resource):
    @requires(Permission.MANAGE_GROUPS)
    @api.accepts(MemberArguments, "query")
    @api.returns(AdminPersonPageSchema, errors=(404,))
    def get(self, arguments, userGroupId):  # noqa: N803
        """List the people of a group

        By family name, with all the groups each is in.
        """
        with transaction() as tx:
            people = AdminPersonRepository(tx).page({**arguments, "userGroupId": userGroupId})
            if not people["results"]:
                GroupRepository(tx).get(userGroupId)  # or 404
            return people

    @requires(Permission.MANAGE_GROUPS)
    @api.accepts(UserGroupPersonSchema)
    @api.confirms("Added", errors=(404, 409))
    def post(self, given, userGroupId):  # noqa: N803
        """Put a person into a group

        Only if you hold all of the group's permissions yourself.
        """
        with change() as (tx, actor):
            Groups(tx, actor).add_person(userGroupId, given["personId"])


@api.route(f"{_GROUP}/person/<int(max={MAX_ID}):personId>")
@api.param("userGroupId", "The group's row.")
@api.param("personId", "The person's row.")
class GroupPerson(Resource):
    @requires(Permission.MANAGE_GROUPS)
    @api.confirms("Removed", errors=(404, 409))
    def delete(self, userGroupId, personId):  # noqa: N803
        """Take a person out of a group

        Somebody must be left who can give permissions: to remove the last one is a conflict.
        """
        with change() as (tx, actor):
            Groups(tx, actor).remove_person(userGroupId, personId)


@api.route("/permissions")
class PermissionList(Resource):
    @requires(Permission.MANAGE_PERMS)
    @api.accepts(PermissionArguments, "query")
    @api.returns(PermissionPageSchema)
    def get(self, arguments):
        """List the permissions

        By type, with what each means to this server and how many groups hold it.
        """
        with transaction() as tx:
            return PermissionRepository(tx).page(arguments)

    @requires(Permission.MANAGE_PERMS)
    @api.accepts(NewPermissionSchema)
    @api.returns(PermissionSchema, 201, "Made", errors=(409,))
    def post(self, given):
        """Make a permission

        Such as one for a group of beamlines; nobody holds it yet.  A type that is there already is a conflict.
        """
        with change() as (tx, actor):
            permission = Permissions(tx, actor).add(given["type"], given.get("description"))
        return created(permission, permission["permissionId"])


@api.route(f"/permissions/{_PERMISSION}")
@api.param("permissionId", "The permission's row.")
class OnePermission(Resource):
    @requires(Permission.MANAGE_PERMS)
    @api.returns(PermissionSchema, errors=(404,))
    def get(self, permissionId):  # noqa: N803
        """Get one permission

        With what it means to this server and how many groups hold it.
        """
        with transaction() as tx:
            return PermissionRepository(tx).get(permissionId)

    @requires(Permission.MANAGE_PERMS)
    @api.accepts(PermissionPatchSchema)
    @api.returns(PermissionSchema, errors=(404, 409))
    def patch(self, given, permissionId):  # noqa: N803
        """Change a permission

        Its description at any time; its type only while no group holds it, for that would give its holders another right.
        """
        with change() as (tx, actor):
            return Permissions(tx, actor).change(permissionId, given)

    @requires(Permission.MANAGE_PERMS)
    @api.confirms("Removed", errors=(404, 409))
    def delete(self, permissionId):  # noqa: N803
        """Remove a permission

        Only one that no group holds; any other is a conflict.
        """
        with change() as (tx, actor):
            Permissions(tx, actor).remove(permissionId)
