"""What an identity provider's token says of a person, in ISPyB's words."""

from ispyb_api.auth.identity import Known

_LONGEST_LOGIN = 45  # Person.login
_MAX_ID = 2**31 - 1


class ClaimsError(Exception):
    """A claim that is missing or cannot be used; says which."""


class Claims:
    """Map claims to a person and to names of UserGroup, as the settings say."""

    def __init__(self, *, login, told, groups, group_map, pass_through):
        self._login, self._told, self._groups, self._pass_through = login, told, groups, pass_through
        self._map = {_group(name): tuple(mapped) for name, mapped in group_map.items()}

    def person(self, claims):
        """Return who it is (Known), or raise ClaimsError."""
        told = {column: _text(value_at(claims, path)) for column, path in self._told.items() if path}
        told["siteId"] = _number(told.get("siteId"))
        return Known(self._login_of(claims), groups=self._groups_of(claims), expires=float(claims["exp"]), **told)

    def _login_of(self, claims):
        login = _text(value_at(claims, self._login))
        if login is None or len(login) > _LONGEST_LOGIN:
            raise ClaimsError(f"{self._login} is missing or cannot be a login")
        if self._login == "email" and claims.get("email_verified") is not True:
            raise ClaimsError("email is not verified: anybody may write what he likes there")
        return login

    def _groups_of(self, claims):
        named = {_group(name) for path in self._groups for name in texts(value_at(claims, path))}
        mapped = {group for name in named for group in self._map.get(name, ())}
        return frozenset(mapped | named if self._pass_through else mapped)


def value_at(claims, path):
    """Return what stands at a dotted path, else None; a claim's own name may have dots, as addresses do."""
    if not isinstance(claims, dict):
        return None
    if path in claims:
        return claims[path]
    for dot in (place for place, letter in enumerate(path) if letter == "."):
        found = value_at(claims.get(path[:dot]), path[dot + 1 :])
        if found is not None:
            return found
    return None


def _group(name):
    """Keycloak writes groups as paths, /staff, or as names, staff."""
    return name.removeprefix("/")


def texts(value):
    """Return the texts of a list, or the one text."""
    return list(filter(None, map(_text, value if isinstance(value, list) else [value])))


def _text(value):
    """Return a text that can be stored and shown, else None; siteId may also be a number."""
    if type(value) is int:
        return str(value)
    return value if isinstance(value, str) and value and value.isprintable() else None


def _number(text):
    return int(text) if text and text.isascii() and text.isdecimal() and int(text) <= _MAX_ID else None
