"""Packages that are clients of this server and pin versions that collide with ours: kept outside the repository, each run
in a process of its own."""

import fcntl
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path


class Missing(Exception):
    """Why a package is not there."""


def folder(package, version):
    """Return the folder that holds a package and what it needs, for this version of Python."""
    cache = Path(os.environ.get("ISPYB_CACHE") or Path.home() / ".cache" / "ispyb-api") / package
    return cache / f"{version}-py{sys.version_info.major}{sys.version_info.minor}"


def prepare(wanted, fetch):
    """Return the folder ``wanted``; let ``fetch`` fill it, if it is not there yet."""
    if wanted.exists():
        return wanted
    wanted.parent.mkdir(parents=True, exist_ok=True)
    with open(wanted.parent / "lock", "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not wanted.exists():
            with tempfile.TemporaryDirectory(dir=wanted.parent) as made:
                fetch(Path(made) / "all")
                (Path(made) / "all").rename(wanted)
    return wanted


def pip(python, *arguments):
    """Run pip of an interpreter; raise Missing if it cannot do what it should."""
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise Missing(f"{arguments[-1]} cannot be fetched from PyPI: {done.stderr.strip()[-300:]}")


class Process:
    """A process that answers questions, a line of JSON each; ``with Process(command) as running: running.ask({...})``."""

    def __init__(self, command):
        self._command = command

    def __enter__(self):
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "bufsize": 1}
        self._process = subprocess.Popen(self._command, **pipes)
        return self

    def __exit__(self, *_):
        self._process.stdin.close()
        self._process.wait(timeout=10)
        self._process.stdout.close()

    def ask(self, question):
        """Return the answer to a question."""
        self._process.stdin.write(json.dumps(question) + "\n")
        line = self._process.stdout.readline()
        assert line, f"the client's process ended at {question}"
        return json.loads(line)


def main(name, arguments, prepare_it, command):
    """Run a script with a package; ``--prepare`` fetches it and no more.  Return what to exit with."""
    if not arguments:
        return f"{name}: name a script, or --prepare"
    try:
        if arguments == ["--prepare"]:
            prepare_it()
            return 0
        return subprocess.run(command(*arguments), check=False).returncode
    except Missing as missing:
        return f"{name}: {missing}"
