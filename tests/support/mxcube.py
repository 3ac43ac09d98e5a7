"""The package mxcubecore, control software for beamlines that has a client for this server: fetched once, in a virtual
environment of its own outside the repository.

``python -m tests.support.mxcube SCRIPT...`` (scripts/with-mxcube) runs a script that may import it.
"""

import sys
import venv
from pathlib import Path

from tests.support import elsewhere

VERSION = "2.149.0"
# Of all that it is declared to need, what its client imports.
NEEDS = ("requests", "pydantic>=2.8,<2.9", "gevent", "colorama", "PyDispatcher", "ruamel.yaml<0.18", "scipy")
_CALLER = Path(__file__).with_name("mxcube_client.py")


def prepare():
    """Return the environment's folder; make it, with pip and PyPI, if it is not there yet."""
    return elsewhere.prepare(elsewhere.folder("mxcubecore", VERSION), _fetch)


def _fetch(made):
    venv.create(made, with_pip=True)
    python = str(made / "bin" / "python")
    elsewhere.pip(python, "--no-deps", f"mxcubecore=={VERSION}")
    elsewhere.pip(python, *NEEDS)


def command(script, *arguments):
    """Return the command that runs a script with the package."""
    return [str(prepare() / "bin" / "python"), "-I", str(script), *arguments]


class Refused(Exception):
    """What the client raised."""


class Client(elsewhere.Process):
    """A process with MXCuBE's own classes in it; ``with Client(url, "BL01-MX") as mxcube: mxcube.adapter("get_proposals")``."""

    def __init__(self, url, beamline):
        super().__init__(command(_CALLER, url, beamline))

    def rest(self, method, *arguments):
        """Call a method of PyISPyBRestClient; return its answer."""
        return self._answer({"of": "client", "method": method, "arguments": arguments})

    def adapter(self, method, *arguments, grumble=None):
        """Call a method of PyISPyBDataAdapter; return its answer.  A ``grumble`` is what it logs whatever the server answers."""
        return self._answer({"of": "adapter", "method": method, "arguments": arguments}, grumble)

    def expire(self):
        """Let the client's token look as if it were over."""
        self.ask({"expire": True})

    def _answer(self, question, grumble=None):
        told = self.ask(question)
        logged = [line for line in told["logged"] if not grumble or grumble not in line]
        if told["raised"] or logged:  # what it swallows, it logs
            raise Refused(told["raised"] or logged)
        return told["answer"]


if __name__ == "__main__":
    sys.exit(elsewhere.main("with-mxcube", sys.argv[1:], prepare, command))
