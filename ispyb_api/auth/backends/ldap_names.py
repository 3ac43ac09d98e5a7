"""Distinguished names, compared as directories do, and what may be asked of a directory."""

import re
import unicodedata

from ldap3.core.exceptions import LDAPInvalidDnError
from ldap3.utils.conv import escape_filter_chars
from ldap3.utils.dn import escape_rdn, parse_dn

LOGIN, DN = "{login}", "{dn}"
_PLACE = re.compile(r"\{login\}|\{dn\}")

_LONGEST_LOGIN, _LONGEST_PASSWORD = 255, 1024


def unfit(login, password):
    """Return why a pair is not worth asking a directory, or None."""
    if not login or not password:
        return "empty login or password"  # an empty password is an anonymous bind, which succeeds
    if len(login) > _LONGEST_LOGIN or len(password) > _LONGEST_PASSWORD:
        return "login or password too long"
    # Directories ignore or fold such characters; then two spellings would be one person there and two here.
    if not login.isprintable() or login != login.strip() or unicodedata.normalize("NFKC", login) != login:
        return "login with characters that no login has"
    if "\x00" in password or any("\ud800" <= letter <= "\udfff" for letter in password):
        return "password with characters that no password has"
    return None


def same(one, other):
    """Tell whether two texts differ in the case of letters at most."""
    return _plain(one) == _plain(other)


def _plain(text):
    return unicodedata.normalize("NFC", text).lower()


def in_dn(template, login):
    return template.replace(LOGIN, escape_rdn(login))


def in_filter(template, *, login="", dn=""):
    values = {LOGIN: escape_filter_chars(login), DN: escape_filter_chars(dn)}
    return _PLACE.sub(lambda place: values[place[0]], template)  # in one pass: a login may be "{dn}"


def normal(dn):
    """Return a DN's parts from the leaf up, so spelt that equal names are equal; None if it is no DN."""
    try:
        parts = parse_dn(dn, strip=True) if dn else []
    except LDAPInvalidDnError:
        return None
    return tuple(f"{name.lower()}={_plain(' '.join(_unescaped(value).split()))}" for name, value, _ in parts)


def leaf(dn):
    """Return the value of a DN's first part: the cn of most groups."""
    return _unescaped(parse_dn(dn)[0][1]).strip()


def is_below(parts, base):
    return parts[len(parts) - len(base) :] == base


def _unescaped(value):
    return re.sub(r"((?:\\[0-9A-Fa-f]{2})+)|\\(.)", _character, value)


def _character(escaped):
    if escaped[1]:
        return bytes.fromhex(escaped[1].replace("\\", "")).decode("utf-8", "replace")
    return escaped[2]
