"""Logins, persons and groups from an LDAP directory: OpenLDAP and the like, or Active Directory."""

import contextlib
import logging
import secrets
import unicodedata

from ispyb_api.auth.backends import ldap_names as names
from ispyb_api.auth.backends.base import PasswordBackend
from ispyb_api.auth.backends.ldap_groups import Groups
from ispyb_api.auth.backends.ldap_options import OptionsSchema, assertions
from ispyb_api.auth.backends.ldap_servers import DirectoryFault, ServerFault, Servers
from ispyb_api.auth.identity import Known
from ispyb_api.errors import Unavailable

log = logging.getLogger(__name__)

_LONGEST_LOGIN = 45  # as Person.login
_MAX_ID = 2**31 - 1


class _Refused(Exception):
    """Somebody is not let in; says why and, if there is such an entry, who, for the log."""

    def __init__(self, reason, dn=None):
        super().__init__(reason)
        self.dn = dn


class LdapBackend(PasswordBackend):
    """Asks a directory, by binding as the person; keeps no connection between two logins."""

    Options = OptionsSchema

    def __init__(self, **options):
        self._servers = Servers(
            options["servers"],
            tls=options["tls"],
            start_tls=options["start_tls"],
            connect_timeout=options["connect_timeout"],
            read_timeout=options["read_timeout"],
        )
        self._groups = Groups(
            kind=options["groups"],
            base=options.get("group_base"),
            where=options.get("group_filter"),
            nested=options["nested"],
            mapped=options["group_map"],
            pass_through=options["group_pass_through"],
        )
        self._service = (options["bind_dn"], options["bind_password"]) if "bind_dn" in options else None
        self._user_dn, self._base = options.get("user_dn"), options.get("base")
        self._filter, self._login = options["user_filter"], options["login_attribute"]
        self._told = {column: attribute for column, attribute in options["attributes"].items() if attribute}
        self._typed_as = assertions(self._user_dn or self._filter)
        matched = {attribute for attribute, _ in self._typed_as}
        self._attributes = {self._login, *self._told.values(), *matched, *self._groups.attributes}
        if options["cleartext"]:
            log.warning("passwords are sent to the directory in clear text", extra={"servers": options["servers"]})

    def check(self, login, password):
        """Return who this is, spelt as the directory spells it."""
        login = unicodedata.normalize("NFC", login)
        unfit = names.unfit(login, password)
        if unfit:
            return self._refuse(unfit)
        ask = self._by_name if self._user_dn else self._by_search
        try:
            return self._servers.ask(lambda uri: ask(uri, login, password.encode()))
        except _Refused as refused:
            return self._refuse(str(refused), refused.dn)
        except (ServerFault, DirectoryFault) as fault:
            log.error("no login possible", extra={"backend": self.name, "reason": str(fault)})
            raise Unavailable(f"Login backend {self.name}: its directory cannot be asked; try again later.") from None

    def probe(self):
        """Connect to each server, as the service account if there is one, and look for the base of all persons."""
        as_whom = "as the service account" if self._service else "as nobody"
        for uri, wrong in self._servers.each(self._reach):
            yield f"{uri} {as_whom}", wrong

    def _reach(self, uri):
        if self._service is None and self._user_dn:
            with self._servers.session(
                uri
            ):  # persons bind by themselves: that the server is there is all that can be tried
                return
        with self._reader(uri) as reader:
            if self._base and reader.read(self._base, []) is None:
                raise DirectoryFault(f"{self._base} is not there, or not to be seen")

    def _refuse(self, reason, dn=None):
        # What was typed is not logged where nobody is known by it: it may be a password.
        log.info("the directory refuses a login", extra={"backend": self.name, "reason": reason, "entry": dn})

    def _by_name(self, uri, login, password):
        dn = names.in_dn(self._user_dn, login)
        with self._servers.session(uri, dn, password) as own:
            if refused := own.bind():
                raise _Refused(refused.reason, dn if refused.known else None)
            if self._service is None:
                return self._known(own, own.read(dn, self._attributes), login)
        with self._reader(uri) as reader:
            return self._known(reader, reader.read(dn, self._attributes), login)

    def _by_search(self, uri, login, password):
        with self._reader(uri) as reader:
            where = names.in_filter(self._filter, login=login)
            found, _ = reader.search(self._base, where, self._attributes, 2)
            # Without one entry somebody is asked for all the same: an unknown login takes as long as a wrong password.
            dn = found[0].dn if len(found) == 1 else f"cn={secrets.token_hex(8)},{self._base}"
            with self._servers.session(uri, dn, password) as own:
                refused = own.bind()
            if len(found) != 1:
                raise self._none_or_several(found)
            if refused:
                raise _Refused(refused.reason, dn)
            return self._known(reader, found[0], login)

    def _none_or_several(self, found):
        if not found:
            return _Refused("no entry")
        log.error("several entries for a login", extra={"backend": self.name, "entries": [each.dn for each in found]})
        return _Refused("several entries")

    @contextlib.contextmanager
    def _reader(self, uri):
        """Connect as the service account, or as nobody if the settings name none."""
        with self._servers.session(uri, *(self._service or ())) as reader:
            refused = reader.bind()
            if refused:
                raise DirectoryFault(f"the directory refuses the service account: {refused.reason}")
            yield reader

    def _known(self, reader, entry, login):
        if entry is None:
            raise DirectoryFault("a person's own entry cannot be read: give bind_dn an account that may read it")
        self._is_as_typed(entry, login)
        canonical = self._canonical(entry, login)
        told = {column: entry.first(attribute) for column, attribute in self._told.items()}
        told["siteId"] = _number(told.get("siteId"))
        return Known(canonical, groups=self._groups.of(reader, entry, canonical), **told)

    def _is_as_typed(self, entry, login):
        """Refuse what is the same only to the directory, which may ignore accents, spaces and unseen characters."""
        for attribute, template in self._typed_as:
            wanted = template.replace(names.LOGIN, login)
            if any(names.same(wanted, value) for value in entry.values(attribute)):
                return
        shown = ", ".join(attribute for attribute, _ in self._typed_as)
        raise _Refused(f"the entry does not show what was typed as its {shown}", entry.dn)

    def _canonical(self, entry, login):
        """Return the login as the directory spells it, so that ALICE and alice are one Person."""
        values = entry.values(self._login)
        in_name = [value for value in values if names.same(value, names.leaf(entry.dn))]
        typed = [value for value in values if names.same(value, login)]
        chosen = next(iter(in_name or typed or values), None)
        if not chosen or (len(values) > 1 and not in_name and not typed):
            raise _Refused(f"the entry has {len(values)} values of {self._login}", entry.dn)
        if len(chosen) > _LONGEST_LOGIN or not chosen.isprintable():
            raise _Refused(f"the entry has a {self._login} that cannot be a login here", entry.dn)
        return unicodedata.normalize("NFC", chosen)


def _number(text):
    return int(text) if text and text.isascii() and text.isdecimal() and int(text) <= _MAX_ID else None
