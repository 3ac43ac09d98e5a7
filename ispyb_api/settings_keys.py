"""What may be set: each section, each key with its meaning and what it takes."""

import re

import marshmallow as ma
from limits import parse_many
from marshmallow import fields, validate

from ispyb_api.db.engines import UrlError, from_url


def _database_url(url):
    try:
        from_url(url)
    except UrlError as exc:
        raise ma.ValidationError(str(exc)) from None


def _limits(text):
    try:
        parse_many(text) if text else None
    except ValueError:
        raise ma.ValidationError("Must be limits as '5 per minute; 20 per hour'.") from None


def _own_folder(value):
    names = {"proposal": "", "session": "", "number": ""}
    try:
        filled = value.format(**names)
    except (KeyError, IndexError, ValueError):
        filled = value
    if filled == value or "/" in value:
        raise ma.ValidationError("Must be the name of one folder with {proposal}, {session} or {number} in it.")


def _path_rule(text):
    if not re.fullmatch(r"/[^=]*=/.*", text):
        raise ma.ValidationError("Must be /folder/as/recorded=/folder/on/this/machine.")


def _site(text):
    if not re.fullmatch(r"[^=]+=[A-Za-z0-9_.-]{1,64}", text):
        raise ma.ValidationError("Must be SITE=name of a login backend.")


def _role(text):
    if not re.fullmatch(r"[A-Za-z]{1,40}(=\w{1,15})?", text):
        raise ma.ValidationError("Must be Role, for everybody, or Role=permission.")


def _storage(uri):
    if not re.fullmatch(r"memory://|(redis|rediss)(\+(unix|sentinel|cluster))?://\S+", uri):
        raise ma.ValidationError("Must be memory:// or redis://user:password@host:port/number.")


def _key(field, meaning, *, secret=False, **options):
    return field(**options, metadata={"description": meaning, "secret": secret})


def _text(meaning, **options):
    return _key(fields.String, meaning, **options)


def _whole(meaning, low, high, **options):
    return _key(fields.Integer, meaning, strict=True, validate=validate.Range(low, high), **options)


def _list(meaning, *, secret=False, inner=None, **options):
    return fields.List(fields.String(validate=inner), metadata={"description": meaning, "secret": secret}, **options)


class SiteSchema(ma.Schema):
    name = _text("Name of the facility, shown in the API's title and on labels of parcels.")
    address = _list("Where parcels are sent, line by line, as labels show it.")
    logo = _text("Path of a picture for labels and reports, PNG or JPEG; none if empty.")


class ServerSchema(ma.Schema):
    host = _text("Address to listen on; loopback unless told otherwise.")
    port = _whole("Port to listen on.", 0, 65535)
    workers = _whole("Worker processes.", 1, 64)
    threads = _whole("Threads of each worker.", 1, 256)
    streams = _whole("Streams of events that each worker keeps open, besides its threads.", 0, 1000)
    graceful_timeout = _whole("Seconds that requests in flight get to finish when the server stops.", 1, 600)
    proxy_hops = _whole("How many reverse proxies stand in front; their X-Forwarded headers are believed.", 0, 10)


class DatabaseSchema(ma.Schema):
    url = _text("sqlite:///path or mysql://user:password@host:port/database?unix_socket=&tls=&tls_ca= (hosts separated by commas are tried in order).", secret=True, validate=_database_url)  # fmt: skip
    pool_size = _whole("Connections of each worker; 0 means as many as threads.", 0, 256)
    pool_wait = _key(
        fields.Float, "Seconds to wait for a free connection before answering 503.", validate=validate.Range(0, 60)
    )
    connect_timeout = _whole("Seconds to wait for the database to accept a connection.", 1, 60)
    read_timeout = _whole("Seconds to wait for an answer of the database.", 1, 3600)
    time_zone = _text("Session time zone, as +01:00 or Europe/Paris; empty means the server's own, as every other ISPyB program has it.", validate=validate.Regexp(r"^([+-]\d\d:\d\d|[A-Za-z0-9_+/-]*)$"))  # fmt: skip
    pipelining = _key(fields.Boolean, "Begin a transaction with its first statement, and do not wait for the end of one that only read; not behind a proxy such as ProxySQL.")  # fmt: skip


class TokenSchema(ma.Schema):
    secret = _text(
        "Key that signs access tokens, at least 32 characters.", secret=True, validate=validate.Length(min=32)
    )
    previous_secrets = _list(
        "Earlier secrets, whose access tokens are still taken; empty once token.access_minutes have passed.",
        secret=True,
        inner=validate.Length(min=32),
    )
    issuer = _text("The 'iss' of our tokens; give each installation its own.", validate=validate.Length(min=1))
    access_minutes = _whole("Life of an access token.", 1, 24 * 60)
    refresh_hours = _whole("Life of a refresh token, and so of a login nobody uses.", 1, 24 * 365)
    login_days = _whole("Life of a login, however often its tokens are refreshed.", 1, 3650)
    service_max_days = _whole("Longest life of a service token.", 1, 3650)
    onetime_seconds = _whole("For how long a one-time token can be used.", 1, 3600)


class BackendSchema(ma.Schema):
    """One ``[[auth.backend]]``; what else it takes is the backend's own affair."""

    class Meta:
        unknown = ma.INCLUDE

    name = _text(
        "Name that clients send as 'plugin'.", required=True, validate=validate.Regexp(r"^[A-Za-z0-9_.-]{1,64}$")
    )
    kind = _text("Which backend: static, or one that a package registers.", required=True)


class AuthSchema(ma.Schema):
    cache_seconds = _key(
        fields.Float,
        "For how long permissions and revocations are remembered by a worker.",
        validate=validate.Range(0, 5),
    )
    create_person_on_missing = _key(
        fields.Boolean, "Make a Person at the first login of somebody a backend knows and the database does not."
    )
    failures_per_login = _text("How many logins with one login name may fail, as '5 per minute; 20 per hour'; empty: as many as one likes.", validate=_limits)  # fmt: skip
    failures_per_address = _text("How many logins from one address may fail, likewise.", validate=_limits)
    failures_storage = _text("Where failed logins are counted: memory:// (each worker by itself) or redis://user:password@host:port/number.", secret=True, validate=_storage)  # fmt: skip
    activity_days = _whole("For how many days the record of who did what is kept.", 1, 36500)
    proposal_roles = _list(
        "Roles in Session_has_Person, as Local Contact, that open the whole proposal; none unless listed."
    )
    protected_data = _list(
        "Values of BLSession.protectedData that keep a session from those who would see it by its beamline alone."
    )
    backend = fields.List(
        fields.Nested(BackendSchema), metadata={"description": "Login backends, in order, as [[auth.backend]] tables."}
    )


class HttpSchema(ma.Schema):
    cors_origins = _list("Origins of web pages that may call the API from a browser; none unless listed.")
    max_body_bytes = _whole("Largest request body.", 1024, 1024**3)
    max_lines_bytes = _whole("Largest body of a long list that is sent as a line for each row (NDJSON).", 1024, 2**31)
    gzip = _key(fields.Boolean, "Compress answers for clients that accept it.")


class MetricsSchema(ma.Schema):
    mode = _text("Who may read /metrics: off, open, or token.", validate=validate.OneOf(["off", "open", "token"]))
    token = _text("Bearer token for /metrics in mode token.", secret=True)


class FilesSchema(ma.Schema):
    roots = _list("Folders below which files recorded in the database may be served; none unless listed.")
    uploads = _text("Folder in which files that people send are kept, a folder for each proposal; nothing may be sent unless it is set.")  # fmt: skip
    path_map = _list("Where this machine finds folders that are recorded otherwise, as /data/visitor=/mnt/visitor; the longest that fits counts.", inner=_path_rule)  # fmt: skip
    own_folders = _list("Names of folders, as {proposal}, {session} or {number}: what people record of their session with paths below roots must lie in one of them.", inner=_own_folder)  # fmt: skip


class LogSchema(ma.Schema):
    level = _text("Least severe level that is logged.", validate=validate.OneOf(["debug", "info", "warning", "error"]))
    format = _text("json, or plain for people.", validate=validate.OneOf(["json", "plain"]))


class CompatSchema(ma.Schema):
    java_rest = _key(fields.Boolean, "Serve the REST API of ISPyB's Java server as well, at /ispyb/ispyb-ws/rest, for EXI and other front ends of it.")  # fmt: skip
    legacy = _key(
        fields.Boolean, "Serve what py-ISPyB served to front ends of the Java server, at /ispyb/api/v1/legacy."
    )
    sites = _list("Which login backend a front end's site= means, as ESRF=ldap; where none is listed, any site means the first backend that takes passwords.", inner=_site)  # fmt: skip
    roles = _list("The Java server's roles: one without a permission is everybody's, Role=permission is that of its holders; a role may be listed again.", inner=_role)  # fmt: skip


class SettingsSchema(ma.Schema):
    site = fields.Nested(SiteSchema)
    server = fields.Nested(ServerSchema)
    database = fields.Nested(DatabaseSchema)
    token = fields.Nested(TokenSchema)
    auth = fields.Nested(AuthSchema)
    http = fields.Nested(HttpSchema)
    metrics = fields.Nested(MetricsSchema)
    files = fields.Nested(FilesSchema)
    log = fields.Nested(LogSchema)
    compat = fields.Nested(CompatSchema)
