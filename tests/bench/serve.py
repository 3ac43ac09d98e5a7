"""Run the real server on the seeded database, as somebody would, and look at it from outside."""

import atexit
import contextlib
import functools
import http.client
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlencode

from ispyb_api.app import PREFIX
from ispyb_api.auth.backends.static import hashed
from ispyb_api.compat.java_rest.paths import PREFIX as JAVA
from tests.bench.facility.plan import LOGINS
from tests.bench.files import RECORDED

PASSWORD = "bench"
_PATIENCE = 30  # seconds


def write_settings(path, url, *, java_rest=False):
    """Write a settings file with the bench's logins; their hashes are quick, for everybody knows the password.

    Files are served from a folder beside it.
    """
    users = [{"login": login, "password_hash": hashed(PASSWORD, quick=True)} for login in LOGINS.values()]
    listed = ", ".join(
        f"{{ login = {json.dumps(u['login'])}, password_hash = {json.dumps(u['password_hash'])} }}" for u in users
    )
    folder = str(path.with_name("files").resolve())
    path.write_text(
        f"[database]\nurl = {json.dumps(url)}\n"
        f'[token]\nsecret = "{secrets.token_hex(32)}"\naccess_minutes = 240\n'
        f"[compat]\njava_rest = {json.dumps(java_rest)}\n"
        f"[files]\nroots = [{json.dumps(folder)}]\npath_map = [{json.dumps(f'{RECORDED}={folder}')}]\n"
        f'[[auth.backend]]\nname = "bench"\nkind = "static"\nusers = [{listed}]\n',
        encoding="utf-8",
    )


class Server:
    """A running ``ispyb-api serve``; ``seconds`` is how long it took from its start to its first healthy answer."""

    def __init__(self, process, port, seconds):
        self.process, self.port, self.seconds = process, port, seconds

    def log_in(self, login):
        """Return the headers of a caller who has just logged in."""
        body = json.dumps({"login": login, "password": PASSWORD})
        return {"Authorization": f"Bearer {self._given(f'{PREFIX}/auth/login', body, 'application/json')}"}

    def log_in_to_java(self, login):
        """Return a token of the Java server's API, for the path."""
        body = urlencode({"login": login, "password": PASSWORD})
        return self._given(f"{JAVA}/authenticate?site=bench", body, "application/x-www-form-urlencoded")

    def _given(self, path, body, kind):
        """Return the token that a login is answered with."""
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        client.request("POST", path, body, {"Content-Type": kind})
        answer = client.getresponse()
        given = answer.read()
        client.close()
        if answer.status not in (200, 201):
            raise RuntimeError(f"{path} answers {answer.status}: {given}")
        return json.loads(given)["token"]

    def workers(self):
        """Return the ids of the workers' processes."""
        return _children(self.process.pid)

    def megabytes(self):
        """Return the resident memory of each worker."""
        return sorted(_megabytes(pid) for pid in self.workers())


@functools.cache
def _environment():
    """Return the server's environment: no settings of ours, and modules compiled before, as an installation has them."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("ISPYB_") and name != "PYTHONDONTWRITEBYTECODE"
    }
    compiled = tempfile.mkdtemp(prefix="ispyb-api-bench-")
    atexit.register(shutil.rmtree, compiled, ignore_errors=True)
    found = kept | {"PYTHONPYCACHEPREFIX": compiled}
    subprocess.run([sys.executable, "-c", "import ispyb_api.cli"], env=found, check=True)
    return found


@contextlib.contextmanager
def running(settings, workers, log):
    """Start the server; stop it in the end.  What it says goes into the file ``log``."""
    port = _free_port()
    command = [Path(sys.executable).with_name("ispyb-api"), "serve", "--port", str(port), "--workers", str(workers)]
    environment = _environment()
    with log.open("w") as output:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, env=environment | {"ISPYB_SETTINGS": str(settings)}, stdout=output, stderr=output
        )
        try:
            _wait(process, port, log)
            yield Server(process, port, time.perf_counter() - began)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(_PATIENCE)


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(process, port, log):
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        client = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
        with contextlib.suppress(OSError, http.client.HTTPException):
            client.request("GET", "/health")
            if client.getresponse().status == 200:
                return
        client.close()
        time.sleep(0.005)
    raise RuntimeError(f"the server did not start:\n{log.read_text()}")


def _children(pid):
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _megabytes(pid):
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0
