"""The package ispyb-client, a client generated from py-ISPyB's description: fetched once, kept outside the repository.

``python -m tests.support.ispyb_client SCRIPT...`` (scripts/with-ispyb-client) runs a script that may import it.
"""

import sys
from pathlib import Path

from tests.support import elsewhere

VERSION = "1.0.0"
_CALLER = Path(__file__).with_name("generated_client.py")


def prepare():
    """Return the package's folder; fetch it from PyPI, with pip, if it is not there yet."""
    return elsewhere.prepare(elsewhere.folder("ispyb-client", VERSION), _fetch)


def _fetch(made):
    elsewhere.pip(sys.executable, f"--target={made}", f"ispyb-client=={VERSION}")


def command(script, *arguments):
    """Return the command that runs a script with the package, and without anything that is installed beside us."""
    begin = "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); del sys.argv[0]; runpy.run_path(sys.argv[0], run_name='__main__')"
    return [sys.executable, "-I", "-S", "-c", begin, str(prepare()), str(script), *arguments]


class Client(elsewhere.Process):
    """A process with the package in it, talking to one server; ``with Client(url) as client: client.call(...)``."""

    def __init__(self, url):
        super().__init__(command(_CALLER, url))

    def operations(self):
        """Return what the package can do: {"proposals_api.get_proposals": {"method", "path", "parameters"}}."""
        return self.ask({"list": True})

    def call(self, operation, token=None, *, skip_deserialization=False, **given):
        """Call an operation; ``given`` are ``path_params``, ``query_params``, ``body``.

        Return ``{"status", "body", "bytes", "accepted", "refused", "without_nulls"}``: the answer's JSON if it is any, its
        length, whether the package took it, why not, and why not even if all nulls were left out.
        """
        options = {**given, "skip_deserialization": skip_deserialization}
        return self.ask({"operation": operation, "token": token, "options": options})


if __name__ == "__main__":
    sys.exit(elsewhere.main("with-ispyb-client", sys.argv[1:], prepare, command))
