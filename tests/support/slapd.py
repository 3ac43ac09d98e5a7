"""A private OpenLDAP server on loopback with TLS, that a test may stop, kill and start again.

``python -m tests.support.slapd COMMAND...`` (scripts/with-slapd) runs a command beside one.
"""

import contextlib
import datetime
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import ldap3
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

SUFFIX = "dc=example,dc=org"
PEOPLE, GROUPS, OTHER = f"ou=People,{SUFFIX}", f"ou=Groups,{SUFFIX}", f"ou=Other groups,{SUFFIX}"
READER, READER_PASSWORD = f"cn=reader,ou=Services,{SUFFIX}", "reader-secret"
ROOT = (f"cn=root,{SUFFIX}", "root-secret")

_PATH = f"{os.environ['PATH']}:/usr/sbin"
_LDIF = Path(__file__).with_name("directory.ldif")
_MODULES = ("back_mdb", "memberof", "ppolicy")
_SCHEMAS = ("core", "cosine", "inetorgperson", "nis")

# (DN, object class, members): kitchen > night > em-users are nested, and two groups are in each other.
_MEMBERS = [
    (f"cn=mx-staff,{GROUPS}", "groupOfNames", [f"uid=pi,{PEOPLE}", f"uid=Staff,{PEOPLE}"]),
    (f"cn=Night shift\\, \\C3\\A9t\\C3\\A9,{GROUPS}", "groupOfNames", [f"cn=mx-staff,{GROUPS}"]),
    (f"cn=everybody,{GROUPS}", "groupOfNames", [f"cn=Night shift\\, été,{GROUPS}", f"cn=circle,{GROUPS}"]),
    (f"cn=circle,{GROUPS}", "groupOfNames", [f"cn=everybody,{GROUPS}"]),
    (f"cn=a group with a name far too long for us,{GROUPS}", "groupOfNames", [f"uid=pi,{PEOPLE}"]),
    (f"cn=mx-staff,{OTHER}", "groupOfNames", [f"uid=outsider,{PEOPLE}"]),
    (f"cn=em-users,{GROUPS}", "groupOfUniqueNames", [f"uid=pi,{PEOPLE}"]),
    (f"cn=em-all,{GROUPS}", "groupOfUniqueNames", [f"cn=em-users,{GROUPS}"]),
    (f"cn=unix-staff,{GROUPS}", "posixGroup", ["Staff", "pi"]),
    (f"cn=unix-primary,{GROUPS}", "posixGroup", []),
]
_MEMBER = {"groupOfNames": "member", "groupOfUniqueNames": "uniqueMember", "posixGroup": "memberUid"}
_GID = {"cn=unix-staff": 501, "cn=unix-primary": 500}


def needed():
    """Skip where the machine has no slapd, but fail where nothing may be missing."""
    if shutil.which("slapd", path=_PATH):
        return
    reason = "no slapd: install Debian's package of that name, or run scripts/test as root"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


class Slapd:
    """A server with the people of directory.ldif; ``tls=False``: it knows neither ldaps nor StartTLS."""

    def __init__(self, folder, *, tls=True):
        self.folder, self._tls = Path(folder), tls
        self._ports = _free_ports(2)
        self.url = f"ldap://localhost:{self._ports[0]}"
        self.secure_url = f"ldaps://localhost:{self._ports[1]}"
        self.ca_file = self.folder / "ca.pem"
        self._process = None
        (self.folder / "db").mkdir(parents=True)
        if tls:
            certificates(self.folder)
        self._conf = self.folder / "slapd.conf"
        self._conf.write_text(self._configuration())
        _run("slapadd", "-f", self._conf, "-l", _LDIF)
        self.start()
        self._add_groups()

    def _configuration(self):
        lines = [f"include /etc/ldap/schema/{schema}.schema" for schema in _SCHEMAS]
        lines += ["modulepath /usr/lib/ldap", *(f"moduleload {module}" for module in _MODULES)]
        if self._tls:
            lines += [f"TLSCACertificateFile {self.ca_file}", f"TLSCertificateFile {self.folder / 'server.pem'}",
                      f"TLSCertificateKeyFile {self.folder / 'server.key'}"]  # fmt: skip
        # A DN without a password is let in as nobody, as Active Directory does it: no login may get there.
        lines += ["allow bind_anon_dn", "referral ldap://127.0.0.1:1/", "threads 8"]
        lines += [
            "database mdb",
            "maxsize 10485760",
            f'suffix "{SUFFIX}"',
            f"directory {self.folder / 'db'}",
            "dbnosync",
        ]
        lines += [f'rootdn "{ROOT[0]}"', f"rootpw {ROOT[1]}", "index objectClass,uid,member,uniqueMember,memberUid eq"]
        reader = f'by dn.exact="{READER}" read'
        lines += [
            "access to attrs=userPassword by anonymous auth by * none",
            f'access to dn.subtree="ou=Hidden,{SUFFIX}" {reader} by anonymous auth by * none',
            f'access to dn.subtree="ou=Public,{SUFFIX}" by * read',
            f"access to * {reader} by users read by anonymous auth",
            "overlay memberof",
            "memberof-refint TRUE",
            "overlay memberof\nmemberof-group-oc groupOfUniqueNames\nmemberof-member-ad uniqueMember",
            "overlay ppolicy\nppolicy_use_lockout",
        ]
        return "\n".join(lines) + "\n"

    def start(self):
        urls = f"{self.url} ldaps://127.0.0.1:{self._ports[1]}" if self._tls else self.url
        with open(self.folder / "log", "ab") as log:
            self._process = subprocess.Popen(
                ["slapd", "-d", "0", "-f", self._conf, "-h", urls],
                stdout=log, stderr=log, env={**os.environ, "PATH": _PATH},
            )  # fmt: skip
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline and self._process.poll() is None:
            with contextlib.suppress(OSError):
                return [
                    socket.create_connection(("127.0.0.1", port), 1).close() for port in self._ports[: 1 + self._tls]
                ]
            time.sleep(0.02)
        raise RuntimeError((self.folder / "log").read_text())

    def kill(self):
        self._process.kill()
        self._process.wait()

    def stop(self):
        self._process.terminate()
        self._process.wait()

    @contextlib.contextmanager
    def as_root(self):
        """Connect as the administrator, to change what is in the directory."""
        with ldap3.Connection(ldap3.Server(self.url, get_info=ldap3.NONE), *ROOT, check_names=False) as connection:
            yield connection

    def _add_groups(self):
        with self.as_root() as root:
            for dn, kind, members in _MEMBERS:
                numbers = {"gidNumber": _GID[dn.partition(",")[0]]} if kind == "posixGroup" else {}
                attributes = {_MEMBER[kind]: members} if members else {}
                if not root.add(dn, kind, attributes | numbers):
                    raise RuntimeError(f"{dn}: {root.result}")


def certificates(folder):
    """Make a throwaway CA and a certificate of localhost."""
    authority, authority_key = _certificate("Throwaway CA")
    server, server_key = _certificate("localhost", authority, authority_key)
    (folder / "ca.pem").write_bytes(authority.public_bytes(serialization.Encoding.PEM))
    (folder / "server.pem").write_bytes(server.public_bytes(serialization.Encoding.PEM))
    private = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "server.key").write_bytes(server_key.private_bytes(*private))


def _certificate(name, issuer=None, issuer_key=None):
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(x509.BasicConstraints(ca=issuer is None, path_length=None), critical=True)
    )
    if issuer:
        made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    return made.sign(issuer_key or key, hashes.SHA256()), key


def _free_ports(number):
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(number)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def _run(*command):
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "PATH": _PATH}, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)


def main(command):
    """Run a command beside a server, or keep the server until Ctrl-C."""
    if not shutil.which("slapd", path=_PATH):
        sys.exit("with-slapd: slapd is missing; install Debian's package of that name")
    with tempfile.TemporaryDirectory() as folder:
        server = Slapd(Path(folder) / "slapd")
        told = {
            "ISPYB_TEST_LDAP": server.url,
            "ISPYB_TEST_LDAPS": server.secure_url,
            "ISPYB_TEST_LDAP_CA": str(server.ca_file),
        }
        try:
            if command:
                return subprocess.run(command, env={**os.environ, **told}, check=False).returncode
            for name, value in told.items():
                print(f"{name}={value}", flush=True)
            server._process.wait()
        except KeyboardInterrupt:
            return 130
        finally:
            server.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
