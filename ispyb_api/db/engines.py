"""Find the engine that a database URL names.

``sqlite:///relative/path``, ``sqlite:////absolute/path`` or
``mysql://user:password@host:port,second:port/database?unix_socket=/run/x.sock&tls=verify&tls_ca=/etc/ca.pem``.
"""

import re
from urllib.parse import parse_qsl, unquote

from ispyb_api.db.mariadb import MariaDB
from ispyb_api.db.sqlite import SQLite

_MYSQL = re.compile(
    r"^(?:mysql|mariadb)://(?:(?P<user>[^:@/]*)(?::(?P<password>[^@/]*))?@)?(?P<hosts>[^/?]*)/(?P<database>[^?]*)(?:\?(?P<options>.*))?$"
)
_OPTIONS = {"unix_socket", "tls", "tls_ca"}
_TLS = ("off", "prefer", "require", "verify")


class UrlError(ValueError):
    """A database URL that cannot be used; says why, without the password."""


def from_url(url, *, size=8, wait=5.0, connect_timeout=5, read_timeout=60, time_zone=None, pipelining=True):
    """Return the engine for ``url``; nothing is connected yet."""
    if url.startswith("sqlite:///") and url != "sqlite:///":
        return SQLite(url.removeprefix("sqlite:///"), size=size, wait=wait)
    match = _MYSQL.match(url)
    if not match or not match["database"]:
        raise UrlError("must be sqlite:///path or mysql://user:password@host:port/database")
    return MariaDB(
        hosts=[_host(each) for each in match["hosts"].split(",")],
        user=unquote(match["user"] or ""),
        password=unquote(match["password"] or ""),
        database=unquote(match["database"]),
        size=size,
        wait=wait,
        connect_timeout=connect_timeout,
        read_timeout=read_timeout,
        time_zone=time_zone or None,
        pipelining=pipelining,
        **_options(match["options"] or ""),
    )


def _host(text):
    match = re.fullmatch(r"(?:\[(?P<six>[^\]]+)\]|(?P<name>[^:]*))(?::(?P<port>\d{1,5}))?", text)
    if not match or int(match["port"] or 3306) > 65535:
        raise UrlError(f"host {text!r} is not host or host:port")
    return match["six"] or match["name"] or "localhost", int(match["port"] or 3306)


def _options(text):
    options = dict(parse_qsl(text, keep_blank_values=True))
    if unknown := sorted(set(options) - _OPTIONS):
        raise UrlError(f"unknown option {', '.join(unknown)}; there is {', '.join(sorted(_OPTIONS))}")
    if options.get("tls", "prefer") not in _TLS:
        raise UrlError(f"tls must be one of {', '.join(_TLS)}")
    return options


def without_password(url):
    """Return the URL as it may be shown and logged."""
    return re.sub(r"(://[^:@/]*):[^@/]*@", r"\1:***@", url)
