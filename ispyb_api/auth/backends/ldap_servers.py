"""A directory's servers: connections with TLS and time-outs, and the next server where one fails."""

import contextlib
import logging
import socket
import time
from dataclasses import dataclass

import ldap3

from ispyb_api.auth.backends import ldap_answers as answers
from ispyb_api.auth.backends.pause import Pause

log = logging.getLogger(__name__)

# A server that failed is asked last for so many seconds: its time-out is not waited for at every login.
_REST = 30


class ServerFault(Exception):
    """A server is away or answers nonsense; another one may do."""


class DirectoryFault(Exception):
    """The directory will not do what the settings have us ask; no other server of it would."""


@dataclass(frozen=True)
class Entry:
    """One entry; its attributes' names are in lower case."""

    dn: str
    attributes: dict

    def values(self, name):
        return self.attributes.get(name.lower(), [])

    def first(self, name):
        return next(iter(self.values(name)), None) if name else None


class Servers:
    """The servers of one directory, all holding the same; safe to use from many threads."""

    def __init__(self, uris, *, tls, start_tls, connect_timeout, read_timeout):
        self._uris, self._start_tls = uris, start_tls
        self._tls = _Tls(tls) if tls else None
        self._connect_timeout, self._read_timeout = connect_timeout, read_timeout
        self._failed = {}
        self._pause = Pause(ServerFault)

    def ask(self, question):
        """Return what ``question(uri)`` returns for the first server that can tell; ServerFault if none can."""
        return self._pause.ask(lambda: self._ask(question))

    def each(self, question):
        """Yield (uri, why it could not tell or "") of every server, asked by itself."""
        for uri in self._uris:
            try:
                question(uri)
            except (ServerFault, DirectoryFault) as fault:
                yield uri, str(fault)
            else:
                yield uri, ""

    def _ask(self, question):
        faults = []
        for uri in self._order():
            try:
                found = question(uri)
            except ServerFault as fault:
                log.warning("directory server failed", extra={"server": uri, "reason": str(fault)})
                self._failed[uri] = time.monotonic()
                faults.append(f"{uri}: {fault}")
            else:
                self._failed.pop(uri, None)
                return found
        raise ServerFault("; ".join(faults))

    def _order(self):
        rested = time.monotonic() - _REST
        return sorted(self._uris, key=lambda uri: self._failed.get(uri, rested) > rested)

    @contextlib.contextmanager
    def session(self, uri, dn=None, password=None):
        """Connect to a server for one bind, as ``dn`` or as nobody, and the searches that follow it."""
        # Not shared between connections: ldap3 keeps in it whether the last one could be opened.
        server = ldap3.Server(uri, get_info=ldap3.NONE, tls=self._tls, connect_timeout=self._connect_timeout)
        connection = ldap3.Connection(
            server,
            dn,
            password,
            receive_timeout=self._read_timeout,
            auto_referrals=False,
            check_names=False,
            auto_escape=False,
        )
        try:
            with _faults():
                self._open(connection)
            yield Session(connection, self._read_timeout)
        finally:
            _close(connection)

    def _open(self, connection):
        connection.open(read_server_info=False)
        if self._start_tls and not connection.start_tls(read_server_info=False):
            raise ServerFault("StartTLS failed")


class Session:
    """One connection."""

    def __init__(self, connection, time_limit):
        self._connection, self._time_limit = connection, time_limit

    def bind(self):
        """Return why the directory refuses the name and password (Refusal), or None if it takes them."""
        with _faults():
            self._connection.bind(read_server_info=False, controls=[answers.POLICY_REQUEST])
        result = self._connection.result
        refused = answers.refusal(result)
        if refused is None and result["result"] != ldap3.core.results.RESULT_SUCCESS:
            raise _fault("bind", result)
        return refused

    def search(self, base, where, attributes, limit):
        """Return the entries below ``base`` that the filter finds, and whether there are more than ``limit``."""
        found = self._search(base, where, ldap3.SUBTREE, attributes, limit)
        result = self._connection.result
        if result["result"] not in answers.COMPLETE | answers.CUT:
            raise _fault(f"search below {base}", result)
        return found[:limit], result["result"] in answers.CUT or len(found) > limit

    def read(self, dn, attributes):
        """Return one entry, or None if it is not there or not to be seen."""
        found = self._search(dn, "(objectClass=*)", ldap3.BASE, attributes, 1)
        result = self._connection.result
        if result["result"] not in answers.COMPLETE | answers.HIDDEN:
            raise _fault(f"reading {dn}", result)
        return found[0] if found else None

    def _search(self, base, where, scope, attributes, limit):
        with _faults():
            self._connection.search(
                base,
                where,
                search_scope=scope,
                dereference_aliases=ldap3.DEREF_NEVER,
                attributes=sorted(attributes) or [ldap3.NO_ATTRIBUTES],
                size_limit=limit,
                time_limit=self._time_limit,
            )
            return [_entry(each) for each in self._connection.response if each["type"] == "searchResEntry"]


class _Tls(ldap3.Tls):
    """TLS as the ssl module checks it, host name included, with one context for all connections."""

    def __init__(self, context):
        super().__init__()
        self._context = context

    def wrap_socket(self, connection, do_handshake=False):
        # Without it each bind waits 40 ms for the acknowledgement of the handshake's end.
        connection.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.socket = self._context.wrap_socket(
            connection.socket, do_handshake_on_connect=do_handshake, server_hostname=connection.server.host
        )


@contextlib.contextmanager
def _faults():
    try:
        yield
    except ServerFault:
        raise
    except Exception as exc:  # ldap3 lets errors of any kind out if what answers is no directory
        raise ServerFault(f"{type(exc).__name__}: {exc}") from exc


def _fault(what, result):
    kind = ServerFault if result["result"] in answers.PASSING else DirectoryFault
    return kind(f"{what}: {answers.text(result)}")


def _entry(found):
    attributes = {name.lower(): _texts(values) for name, values in found["raw_attributes"].items()}
    return Entry(found["dn"], attributes)


def _texts(values):
    """Return the values that are text, without those that are empty."""
    texts = []
    for value in values:
        with contextlib.suppress(UnicodeDecodeError):
            texts.append(value.decode("utf-8").strip())
    return [text for text in texts if text]


def _close(connection):
    opened = connection.socket
    with contextlib.suppress(Exception):
        connection.unbind()
    if opened is not None:  # what could not be opened wholly is not closed by ldap3
        opened.close()
