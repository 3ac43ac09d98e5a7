"""Kinds of options that several login backends have."""

import ssl
from urllib.parse import urlsplit

import marshmallow as ma
from marshmallow import fields

_LONGEST_GROUP = 31  # UserGroup.name
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


class OneOrMore(fields.List):
    """A list of texts, or one text."""

    def __init__(self, **options):
        super().__init__(fields.String(), **options)

    def _deserialize(self, value, attr, data, **kwargs):
        return super()._deserialize([value] if isinstance(value, str) else value, attr, data, **kwargs)


def user_groups(names):
    """Refuse what cannot be the name of a UserGroup."""
    if not all(0 < len(name) <= _LONGEST_GROUP for name in names):
        raise ma.ValidationError(f"Names of UserGroup have 1 to {_LONGEST_GROUP} characters.")


def web_address(url):
    """Refuse what is not the plain address of something on the web."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:  # a port that is no number
        good = False
    if not good or parts.username or parts.password or parts.query or parts.fragment or not url.isprintable():
        raise ma.ValidationError("Must be a plain address: https://host/path.")


def is_private(url):
    """Return whether nobody on the way can read or change what is asked of this address."""
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)


def tls_context(ca_file):
    """Return how to check certificates; ``ca_file`` names the authority of a site that has its own."""
    try:
        return ssl.create_default_context(cafile=ca_file)
    except (OSError, ssl.SSLError) as exc:
        raise ma.ValidationError(f"Cannot be used: {exc}.", "ca_file") from None
