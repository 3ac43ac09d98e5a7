"""What groups of people, permissions and persons look like to administrators."""

import marshmallow as ma
from marshmallow import validate

from ispyb_api.http.fields import Ident, Int, Items, Part, Text
from ispyb_api.http.paging import PageArguments, order_by, page_of

_NAME = validate.Regexp(
    r"^[^\s\x00-\x1f\x7f]([^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f])?$",
    error="Must be text without line breaks, and without space at either end.",
)
_TYPE = validate.Regexp(r"^[A-Za-z0-9_.:-]+$", error="Must consist of letters, digits and any of _ . : -")


def _search(meaning):
    return Text(meaning, allow_none=False, validate=validate.Length(1, 100))


class UserGroupMetadataSchema(ma.Schema):
    """What a group holds."""

    permissions = Int("How many permissions the group holds.", "computed: UserGroup_has_Permission.permissionId")
    people = Int("How many people are in the group.", "computed: UserGroup_has_Person.personId")


class UserGroupSchema(ma.Schema):
    """People who may do the same."""

    userGroupId = Ident("The group's row.", "UserGroup.userGroupId")
    name = Text("Name of the group, by which a directory's groups may be mapped to it.", "UserGroup.name")
    _metadata = Part(UserGroupMetadataSchema, "What the group holds.", allow_none=False)


class UserGroupPatchSchema(ma.Schema):
    """A group's new name."""

    name = Text("Name of the group.", "UserGroup.name", allow_none=False, validate=[validate.Length(1, 31), _NAME])


class NewUserGroupSchema(ma.Schema):
    """A group to make."""

    name = Text(
        "Name of the group; no other group has it.",
        "UserGroup.name",
        required=True,
        allow_none=False,
        validate=[validate.Length(1, 31), _NAME],
    )


class UserGroupArguments(PageArguments):
    order_by = order_by("name", "userGroupId")
    userGroupId = Ident("The group's row.")
    search = _search("Part of the group's name.")


class PermissionMetadataSchema(ma.Schema):
    """Who holds a permission."""

    groups = Int("How many groups hold the permission.", "computed: UserGroup_has_Permission.userGroupId")


class PermissionSchema(ma.Schema):
    """Something that one may do."""

    permissionId = Ident("The permission's row.", "Permission.permissionId")
    type = Text("Name of the permission, as routes and beamline groups ask for it.", "Permission.type")
    description = Text("What the site says of the permission.", "Permission.description")
    meaning = Text(
        "What this server lets its holder do; null if no route asks for it, as for the permissions of beamlines.",
        "computed: the server",
    )
    _metadata = Part(PermissionMetadataSchema, "Who holds it.", allow_none=False)


def _type(**options):
    return Text(
        "Name of the permission; no other permission has it.",
        "Permission.type",
        allow_none=False,
        validate=[validate.Length(1, 15), _TYPE],
        **options,
    )


def _description():
    return Text("What the permission is for.", "Permission.description", validate=validate.Length(max=100))


class PermissionPatchSchema(ma.Schema):
    """What to change of a permission; the type only of one that no group holds."""

    type = _type()
    description = _description()


class NewPermissionSchema(ma.Schema):
    """A permission to make."""

    type = _type(required=True)
    description = _description()


class PermissionArguments(PageArguments):
    order_by = order_by("type", "permissionId")
    permissionId = Ident("The permission's row.")
    userGroupId = Ident("Permissions that the group of this row holds.")
    search = _search("Part of the permission's type or description.")


class UserGroupPermissionSchema(ma.Schema):
    """A permission to give to a group."""

    permissionId = Ident("The permission's row.", "Permission.permissionId", required=True)


class UserGroupPersonSchema(ma.Schema):
    """A person to put into a group."""

    personId = Ident("The person's row.", "Person.personId", required=True)


class NewPersonSchema(ma.Schema):
    """A person to make, at the command line."""

    login = Text("Login name.", "Person.login", required=True, validate=[validate.Length(1, 45), _NAME])
    givenName = Text("Given name.", "Person.givenName", validate=validate.Length(max=45))
    familyName = Text("Family name.", "Person.familyName", validate=validate.Length(max=100))
    emailAddress = Text("E-mail address.", "Person.emailAddress", validate=validate.Length(max=60))


class PersonGroupSchema(ma.Schema):
    """A group that a person is in."""

    userGroupId = Ident("The group's row.", "UserGroup.userGroupId")
    name = Text("Name of the group.", "UserGroup.name")


class AdminPersonSchema(ma.Schema):
    """A person as an administrator looks for him or her."""

    personId = Ident("The person's row.", "Person.personId")
    login = Text("Login name; null if the person cannot log in.", "Person.login")
    givenName = Text("Given name.", "Person.givenName")
    familyName = Text("Family name.", "Person.familyName")
    emailAddress = Text("E-mail address.", "Person.emailAddress")
    phoneNumber = Text("Telephone number.", "Person.phoneNumber")
    siteId = Int("The person's number in the site's own records.", "Person.siteId")
    groups = Items(PersonGroupSchema, "Groups that the person is in, by name.", "UserGroup_has_Person.userGroupId")


class MemberArguments(PageArguments):
    order_by = order_by("familyName", "login", "personId")
    search = _search("Part of the login, of a name, of given name and family name, or of the e-mail address.")


class AdminPersonArguments(MemberArguments):
    login = Text("The whole login.", allow_none=False, validate=validate.Length(1, 45))
    userGroupId = Ident("Persons in the group of this row.")


UserGroupPageSchema = page_of(UserGroupSchema)
PermissionPageSchema = page_of(PermissionSchema)
AdminPersonPageSchema = page_of(AdminPersonSchema)
