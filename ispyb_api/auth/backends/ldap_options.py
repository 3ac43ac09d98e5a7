"""The settings of an LDAP backend: what there is, what goes together, and what a directory of each kind has by default."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import marshmallow as ma
from ldap3.core.exceptions import LDAPException
from ldap3.operation.search import parse_filter
from marshmallow import fields, validate

from ispyb_api.auth.backends import ldap_names as names
from ispyb_api.auth.backends.options import OneOrMore, tls_context, user_groups

GENERIC, WINDOWS = "generic", "activeDirectory"
NO_GROUPS, MEMBER_OF, POSIX = "none", "memberOf", "posixGroup"

# How the groups of a person are found, by kind of group; {dn} is the person, or with nested groups a group.
GROUP_FILTERS = {
    "groupOfNames": "(&(objectClass=groupOfNames)(member={dn}))",
    "groupOfUniqueNames": "(&(objectClass=groupOfUniqueNames)(uniqueMember={dn}))",
    POSIX: "(&(objectClass=posixGroup)(memberUid={login}))",
    WINDOWS: "(&(objectClass=group)(member={dn}))",
}

_LOGIN_ATTRIBUTE = {GENERIC: "uid", WINDOWS: "sAMAccountName"}
_USER_FILTER = {
    GENERIC: "({attribute}={login})",
    WINDOWS: "(&(objectCategory=person)(objectClass=user)({attribute}={login}))",
}


def _servers(uris):
    if not all(map(_is_server, uris)):
        raise ma.ValidationError("Must be ldaps://host, ldap://host, or either with a port.")


def _is_server(uri):
    try:
        parts = urlsplit(uri)
        named = parts.scheme in ("ldap", "ldaps") and parts.hostname and parts.port != 0
    except ValueError:  # a port that is no number
        return False
    return bool(named) and not (parts.path.strip("/") or parts.query or parts.fragment or parts.username)


def _is_dn(dn):
    if not names.normal(dn):
        raise ma.ValidationError("Is no distinguished name.")


def _dn_of_login(template):
    if template.count(names.LOGIN) != 1 or names.LOGIN not in template.split(",")[0]:
        raise ma.ValidationError("Must have {login} once, in its first part: uid={login},ou=People,dc=example,dc=org.")
    _is_dn(names.in_dn(template, "login"))


def _filter(template):
    try:
        parse_filter(names.in_filter(template, login="login", dn="cn=x"), None, False, True, None, False)
    except LDAPException as exc:
        raise ma.ValidationError(f"Is no LDAP filter: {exc}.") from None


def _filter_of_login(template):
    matches = assertions(template)
    if not matches or any("*" in value for _, value in matches):
        raise ma.ValidationError("Must compare an attribute with {login}, without a * beside it: (uid={login}).")
    _filter(template)


def _filter_of_member(template):
    if names.DN not in template and names.LOGIN not in template:
        raise ma.ValidationError("Must have {dn} or {login}: (member={dn}).")
    _filter(template)


def _group(name):
    if "=" in name:
        _is_dn(name)


def assertions(template):
    """Return which attributes a filter or DN compares with the login, each with its template: [("uid", "{login}")]."""
    return re.findall(r"([\w.-]+)(?::[\w.:-]*)?=([^()=,+]*\{login\}[^()=,+]*)", template)


class AttributesSchema(ma.Schema):
    """Which attribute of an entry becomes which column of Person; "" for none."""

    givenName = fields.String(load_default="givenName")
    familyName = fields.String(load_default="sn")
    emailAddress = fields.String(load_default="mail")
    phoneNumber = fields.String(load_default="telephoneNumber")
    siteId = fields.String(load_default="")


class OptionsSchema(ma.Schema):
    """Options of ``kind = "ldap"``; docs/authentication-ldap.rst tells what each is for."""

    servers = OneOrMore(required=True, validate=[validate.Length(min=1), _servers])
    start_tls = fields.Boolean(load_default=False)
    cleartext = fields.Boolean(load_default=False)
    ca_file = fields.String()
    connect_timeout = fields.Integer(strict=True, load_default=3, validate=validate.Range(1, 60))
    read_timeout = fields.Integer(strict=True, load_default=5, validate=validate.Range(1, 60))

    directory = fields.String(load_default=GENERIC, validate=validate.OneOf([GENERIC, WINDOWS]))
    user_dn = fields.String(validate=_dn_of_login)
    base = fields.String(validate=_is_dn)
    user_filter = fields.String(validate=_filter_of_login)
    login_attribute = fields.String(validate=validate.Regexp(r"^[A-Za-z][A-Za-z0-9-]*$"))
    bind_dn = fields.String(validate=validate.Length(min=1))
    bind_password = fields.String(validate=validate.Length(min=1))
    bind_password_file = fields.String()
    attributes = fields.Nested(AttributesSchema, load_default=lambda: AttributesSchema().load({}))

    groups = fields.String(load_default=NO_GROUPS, validate=validate.OneOf([NO_GROUPS, MEMBER_OF, *GROUP_FILTERS]))
    group_base = fields.String(validate=_is_dn)
    group_filter = fields.String(validate=_filter_of_member)
    nested = fields.Boolean(load_default=False)
    group_map = fields.Dict(fields.String(validate=_group), OneOrMore(validate=user_groups), load_default=dict)
    group_pass_through = fields.Boolean(load_default=False)

    @ma.validates_schema
    def _encrypted(self, given, **_):
        schemes = {urlsplit(uri).scheme for uri in given.get("servers", [])}
        if "ldaps" in schemes and given["start_tls"]:
            raise ma.ValidationError("ldaps:// is encrypted from the start: leave start_tls out.", "start_tls")
        if "ldap" in schemes and not given["start_tls"] and not given["cleartext"]:
            raise ma.ValidationError(
                "ldap:// would send passwords in clear text: use ldaps:// or start_tls = true (or allow it by cleartext = true).",
                "servers",
            )
        if given["cleartext"] and (given["start_tls"] or "ldaps" in schemes):
            raise ma.ValidationError("The connection is encrypted: leave cleartext out.", "cleartext")

    @ma.validates_schema
    def _one_way_to_log_in(self, given, **_):
        if ("user_dn" in given) == ("base" in given):
            raise ma.ValidationError("Give either user_dn, to bind directly, or base, to search.", "user_dn")
        if "user_filter" in given and "base" not in given:
            raise ma.ValidationError("Is for searching below base.", "user_filter")
        secrets = {"bind_password", "bind_password_file"} & set(given)
        if secrets and "bind_dn" not in given:
            raise ma.ValidationError("Is missing, and its password is given.", "bind_dn")
        if "bind_dn" in given and len(secrets) != 1:
            raise ma.ValidationError("Give either bind_password or bind_password_file.", "bind_password")

    @ma.validates_schema
    def _groups_fit(self, given, **_):
        kind = given.get("groups")
        if kind in GROUP_FILTERS and "group_base" not in given:
            raise ma.ValidationError(f"Is needed to search for {kind}.", "group_base")
        if kind == NO_GROUPS:
            for key in ("group_base", "group_filter", "group_map", "nested", "group_pass_through"):
                if given.get(key):
                    raise ma.ValidationError("Has no effect without groups.", key)
        if kind == MEMBER_OF and "group_filter" in given:
            raise ma.ValidationError("Has no effect with memberOf.", "group_filter")
        if given["nested"] and names.DN not in (given.get("group_filter") or GROUP_FILTERS.get(kind, names.DN)):
            raise ma.ValidationError("Needs groups that name their members by {dn}.", "nested")

    @ma.post_load
    def _completed(self, given, **_):
        kind = given["directory"]
        attribute = given.setdefault("login_attribute", _LOGIN_ATTRIBUTE[kind])
        given.setdefault("user_filter", _USER_FILTER[kind].replace("{attribute}", attribute))
        given["bind_password"] = _password(given)
        given["tls"] = None if given["cleartext"] else tls_context(given.get("ca_file"))
        return given


def _password(given):
    """Return the service account's password, as bytes: ldap3 would respell a text."""
    if "bind_password_file" not in given:
        return given.get("bind_password", "").encode()
    try:
        password = Path(given["bind_password_file"]).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as exc:
        raise ma.ValidationError(f"Cannot be read: {exc}.", "bind_password_file") from None
    if not password:
        raise ma.ValidationError("Is empty.", "bind_password_file")
    return password.encode()
