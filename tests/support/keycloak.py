"""A real Keycloak on loopback, with a realm of ours; fetched from Maven Central once, kept outside the repository.

``python -m tests.support.keycloak COMMAND...`` (scripts/with-keycloak) runs a command beside one.
"""

import contextlib
import fcntl
import hashlib
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import requests

from tests.support import oidc

VERSION = "26.7.3"
_ARTIFACT = f"org.keycloak:keycloak-quarkus-dist:{VERSION}:zip"
_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
_ADMIN = "only-on-loopback"

# It lives for a minute: to compile less, and to trust its own classes, saves more than it costs.
_JAVA = (
    "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote "
    "-Xms256m -Xmx768m -Dfile.encoding=UTF-8"
)
_FEATURES_OFF = "identity-brokering-api,twitter-broker,ciba,device-flow,kerberos,organization,workflows,impersonation"


class Missing(Exception):
    """Why there is no Keycloak on this machine; ``may_be`` says whether that is how some machines are."""

    def __init__(self, reason, *, may_be):
        super().__init__(reason)
        self.may_be = may_be


def cache():
    """Return the folder for what is fetched once."""
    return Path(os.environ.get("ISPYB_CACHE") or Path.home() / ".cache" / "ispyb-api") / "keycloak"


def prepare():
    """Return the program's folder and the one with its prepared database; make what is not there yet."""
    digest = hashlib.sha256(oidc.REALM.read_bytes() + f"admin {_ADMIN}".encode()).hexdigest()[:12]
    program, data = cache() / VERSION, cache() / f"{VERSION}-{digest}"
    if data.exists():
        return program, data
    for needed in ("java", "mvn"):
        if not shutil.which(needed):
            reason = f"no {needed}: install Debian's default-jre-headless and maven"
            raise Missing(reason, may_be=os.environ.get("CI") != "true")
    cache().mkdir(parents=True, exist_ok=True)
    with open(cache() / "lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not program.exists():
            _fetch(program)
        if not data.exists():
            _fill(program, data)
    return program, data


def _fetch(program):
    """Let Maven fetch and check the archive; unpack and build it."""
    with tempfile.TemporaryDirectory(dir=cache()) as folder:
        command = ["mvn", "-B", "-q", "-C", _COPY, f"-Dartifact={_ARTIFACT}", f"-DoutputDirectory={folder}"]
        done = subprocess.run(command, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if done.returncode:
            said = re.findall(r"\[ERROR\] (\S.*)", done.stdout) or [done.stderr.strip()]
            raise Missing(f"Keycloak cannot be fetched from Maven Central: {said[0][:300]}", may_be=True)
        with zipfile.ZipFile(next(Path(folder).glob("*.zip"))) as archive:
            archive.extractall(folder)
        unpacked = Path(folder) / f"keycloak-{VERSION}"
        build = ["bash", "bin/kc.sh", "build", "--db=dev-file", f"--features-disabled={_FEATURES_OFF}"]
        environment = {**os.environ, "JAVA_OPTS": _JAVA}
        subprocess.run(build, cwd=unpacked, env=environment, check=True, capture_output=True, stdin=subprocess.DEVNULL)
        unpacked.rename(program)


def _fill(program, data):
    """Start once with an empty database, so that later starts find its schema and the realm."""
    with tempfile.TemporaryDirectory(dir=cache()) as folder:
        first = Keycloak(Path(folder), program)
        (first.home / "data" / "import").mkdir(parents=True)
        shutil.copy(oidc.REALM, first.home / "data" / "import" / f"{oidc.NAME}-realm.json")
        first.start("--import-realm", seconds=300)
        first.stop()
        (first.home / "data" / "h2").rename(data)


class Keycloak(oidc.Realm):
    """A server of the test's own, that it may kill."""

    def __init__(self, folder, program, data=None):
        self.home, self._log = folder / "home", folder / "log"
        self.home.mkdir()
        for name in ("bin", "conf"):
            shutil.copytree(program / name, self.home / name)
        for name in ("lib", "providers", "themes"):
            (self.home / name).symlink_to(program / name)
        if data:
            shutil.copytree(data, self.home / "data" / "h2")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.server = f"http://127.0.0.1:{self._port}"

    def start(self, *options, seconds=110):
        command = ["bash", "bin/kc.sh", "start", "--optimized", "--http-enabled=true", "--http-host=127.0.0.1"]
        command += [f"--http-port={self._port}", "--hostname-strict=false", "--cache=local", *options]
        environment = {**os.environ, "JAVA_OPTS": _JAVA}
        environment |= {"KC_BOOTSTRAP_ADMIN_CLIENT_ID": "admin", "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET": _ADMIN}
        with open(self._log, "wb") as log:
            self._process = subprocess.Popen(command, cwd=self.home, env=environment, stdin=subprocess.DEVNULL, stdout=log,
                                             stderr=log, start_new_session=True)  # fmt: skip
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self._process.poll() is None:
            with contextlib.suppress(requests.RequestException):
                if requests.get(self.issuer, timeout=10).status_code == 200:
                    return
            time.sleep(0.2)
        self.kill()
        raise RuntimeError(self._log.read_text(errors="replace"))

    def kill(self):
        self._end(signal.SIGKILL)

    def stop(self):
        self._end(signal.SIGTERM)

    def _end(self, how):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, how)  # the shell that started Java, and Java
        self._process.wait(60)

    def rotate(self):
        """Sign with a new key from now on."""
        priority = str(int(time.time()))
        self._admin("POST", "components", json={
            "name": f"rsa {priority}", "providerId": "rsa-generated", "providerType": "org.keycloak.keys.KeyProvider",
            "config": {"priority": [priority], "algorithm": ["RS256"]},
        })  # fmt: skip

    def allow(self, page):
        """Let people be sent back to ``page`` from Swagger UI's client."""
        client = self._admin("GET", f"clients?clientId={oidc.SWAGGER}").json()[0]
        self._admin("PUT", f"clients/{client['id']}", json={**client, "redirectUris": [page]})

    def other_realms_token(self):
        """Return an access token of Keycloak's own administrator, from its own realm."""
        form = {"grant_type": "client_credentials", "client_id": "admin", "client_secret": _ADMIN}
        answer = requests.post(f"{self.server}/realms/master/protocol/openid-connect/token", data=form, timeout=30)
        return answer.json()["access_token"]

    def _admin(self, method, path, **options):
        headers = {"Authorization": f"Bearer {self.other_realms_token()}"}
        url = f"{self.server}/admin/realms/{oidc.NAME}/{path}"
        answer = requests.request(method, url, headers=headers, timeout=30, **options)
        answer.raise_for_status()
        return answer


@contextlib.contextmanager
def running(folder):
    """Run a Keycloak below ``folder``."""
    keycloak = Keycloak(folder, *prepare())
    keycloak.start()
    try:
        yield keycloak
    finally:
        keycloak.kill()


def main(command):
    """Run ``command`` beside a Keycloak, or keep that until Ctrl-C; ``--prepare`` fetches it and no more."""
    if command == ["--prepare"]:
        prepare()
        return 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # and so stop Keycloak too
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as keycloak:
        if command:
            environment = {**os.environ, "ISPYB_TEST_KEYCLOAK": keycloak.issuer}
            return subprocess.run(command, check=False, env=environment).returncode
        print(f"Keycloak's realm is at {keycloak.issuer} (Ctrl-C stops it); its users' passwords are sso-<login>")
        with contextlib.suppress(KeyboardInterrupt):
            signal.pause()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Missing as missing:
        sys.exit(f"with-keycloak: {missing}")
