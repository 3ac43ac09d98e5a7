"""From the groups a directory has somebody in to names of ISPyB's user groups."""

import logging
import unicodedata

from ispyb_api.auth.backends import ldap_names as names
from ispyb_api.auth.backends.ldap_options import GROUP_FILTERS, MEMBER_OF, NO_GROUPS, POSIX, WINDOWS

log = logging.getLogger(__name__)

_LEVELS, _MOST, _AT_ONCE = 8, 1000, 100
_LONGEST_GROUP = 31  # as UserGroup.name

# Active Directory's own way to find nested groups, in one search.
_IN_CHAIN = "1.2.840.113556.1.4.1941"


class Groups:
    """How one directory keeps groups, and what they are called here."""

    def __init__(self, *, kind, base, where, nested, mapped, pass_through):
        self._kind, self._base, self._nested = kind, base, nested
        self._filter = where or GROUP_FILTERS.get(kind, "")
        if kind == WINDOWS and nested and not where:
            self._filter, self._nested = self._filter.replace("member=", f"member:{_IN_CHAIN}:="), False
        self._mapped = {_key(group): to for group, to in mapped.items()}
        self._pass_through = pass_through
        self.attributes = {MEMBER_OF: {"memberOf"}, POSIX: {"gidNumber"}}.get(kind, set())

    def of(self, reader, entry, login):
        """Return the names of UserGroup that an entry's groups stand for."""
        if self._kind == NO_GROUPS:
            return frozenset()
        level, found = self._first(reader, entry, login), {}
        for _ in range(_LEVELS):
            new = {key: dn for dn in level if (key := names.normal(dn)) and key not in found}
            found |= new
            if not new or not self._nested or len(found) >= _MOST:
                break
            level = self._above(reader, list(new.values()))
        if len(found) >= _MOST:
            log.warning("too many groups in the directory, the rest is left out", extra={"entry": entry.dn})
        return self._named(found)

    def _first(self, reader, entry, login):
        if self._kind == MEMBER_OF:
            return entry.values("memberOf")
        where = names.in_filter(self._filter, login=login, dn=entry.dn)
        return self._search(reader, f"(|{where}{self._primary(entry)})")

    def _primary(self, entry):
        """Return the filter for the one group that a posixAccount names itself."""
        number = entry.first("gidNumber") if self._kind == POSIX else None
        return f"(&(objectClass=posixGroup)(gidNumber={number}))" if number and number.isdecimal() else ""

    def _above(self, reader, groups):
        """Return the groups that groups are in."""
        if self._kind == MEMBER_OF:
            entries = (reader.read(dn, self.attributes) for dn in groups)
            return [above for entry in entries if entry for above in entry.values("memberOf")]
        above = []
        for start in range(0, len(groups), _AT_ONCE):
            each = (names.in_filter(self._filter, dn=dn) for dn in groups[start : start + _AT_ONCE])
            above += self._search(reader, f"(|{''.join(each)})")
        return above

    def _search(self, reader, where):
        return [group.dn for group in reader.search(self._base, where, (), _MOST)[0]]

    def _named(self, found):
        base = names.normal(self._base) if self._base else ()
        chosen = {}
        for parts, dn in found.items():
            if names.is_below(parts, base):
                for name in self._names(parts, names.leaf(dn)):
                    chosen.setdefault(_as_the_database_compares(name), name)
        return frozenset(chosen.values())

    def _names(self, parts, name):
        mapped = self._mapped.get(parts) or self._mapped.get(name.lower())
        if mapped or not self._pass_through:
            return mapped or []
        return [name] if len(name) <= _LONGEST_GROUP and name.isprintable() else []


def _key(group):
    """Return what a key of the group map is looked up by: a DN, or the name alone."""
    return names.normal(group) if "=" in group else group.lower()


def _as_the_database_compares(name):
    """Two names that differ in case and accents only are one UserGroup, and one row of a login's groups."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).strip()
