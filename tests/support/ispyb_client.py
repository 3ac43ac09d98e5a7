"""The package ispyb-client, a client generated from py-ISPyB's description: fetched once, kept outside the repository.

It pins versions that collide with ours, so it never meets them: a process of its own imports it (generated_client.py).
``python -m tests.support.ispyb_client SCRIPT...`` (scripts/with-ispyb-client) runs a script that may import it.
"""

import fcntl
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

VERSION = "1.0.0"
_CALLER = Path(__file__).with_name("generated_client.py")


class Missing(Exception):
    """Why the package is not there."""


def folder():
    """Return the folder that holds the package and what it needs, for this version of Python."""
    cache = Path(os.environ.get("ISPYB_CACHE") or Path.home() / ".cache" / "ispyb-api") / "ispyb-client"
    return cache / f"{VERSION}-py{sys.version_info.major}{sys.version_info.minor}"


def prepare():
    """Return the package's folder; fetch it from PyPI, with pip, if it is not there yet."""
    wanted = folder()
    if wanted.exists():
        return wanted
    wanted.parent.mkdir(parents=True, exist_ok=True)
    with open(wanted.parent / "lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not wanted.exists():
            _fetch(wanted)
    return wanted


def _fetch(wanted):
    with tempfile.TemporaryDirectory(dir=wanted.parent) as made:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        command = [*pip, "--no-input", f"--target={made}/all", f"ispyb-client=={VERSION}"]
        done = subprocess.run(command, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if done.returncode:
            raise Missing(f"ispyb-client cannot be fetched from PyPI: {done.stderr.strip()[-300:]}")
        (Path(made) / "all").rename(wanted)


def command(script, *arguments):
    """Return the command that runs a script with the package, and without anything that is installed beside us."""
    begin = "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); del sys.argv[0]; runpy.run_path(sys.argv[0], run_name='__main__')"
    return [sys.executable, "-I", "-S", "-c", begin, str(prepare()), str(script), *arguments]


class Client:
    """A process with the package in it, talking to one server; ``with Client(url) as client: client.call(...)``."""

    def __init__(self, url):
        self._url = url

    def __enter__(self):
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "bufsize": 1}
        self._process = subprocess.Popen(command(_CALLER, self._url), **pipes)
        return self

    def __exit__(self, *_):
        self._process.stdin.close()
        self._process.wait(timeout=10)
        self._process.stdout.close()

    def operations(self):
        """Return what the package can do: {"proposals_api.get_proposals": {"method", "path", "parameters"}}."""
        return self._ask({"list": True})

    def call(self, operation, token=None, *, skip_deserialization=False, **given):
        """Call an operation; ``given`` are ``path_params``, ``query_params``, ``body``.

        Return ``{"status", "body", "bytes", "accepted", "refused", "without_nulls"}``: the answer's JSON if it is any, its
        length, whether the package took it, why not, and why not even if all nulls were left out.
        """
        options = {**given, "skip_deserialization": skip_deserialization}
        return self._ask({"operation": operation, "token": token, "options": options})

    def _ask(self, question):
        self._process.stdin.write(json.dumps(question) + "\n")
        line = self._process.stdout.readline()
        assert line, f"the client's process ended at {question}"
        return json.loads(line)


def main(arguments):
    """Run a script with the package; ``--prepare`` fetches it and no more."""
    if not arguments:
        return "with-ispyb-client: name a script, or --prepare"
    if arguments == ["--prepare"]:
        prepare()
        return 0
    return subprocess.run(command(*arguments), check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Missing as missing:
        sys.exit(f"with-ispyb-client: {missing}")
