"""Runs beside the tests with mxcubecore, and nothing of ours: questions on stdin, answers on stdout, a line each.

``python mxcube_client.py URL BEAMLINE``: calls the methods of its two classes as it is told; they are not changed.
"""

import datetime
import json
import logging
import sys

from mxcubecore.HardwareObjects.abstract.PyISPyBDataAdapter import PyISPyBDataAdapter
from mxcubecore.HardwareObjects.abstract.PyISPyBRestClient import PyISPyBRestClient


class Heard(logging.Handler):
    """Keeps what is logged as an error, with the exception."""

    def __init__(self):
        super().__init__(logging.ERROR)
        self.said = []

    def emit(self, record):
        why = f": {record.exc_info[1]!r}" if record.exc_info else ""
        self.said.append(record.getMessage() + why)


def plain(value):
    """Return what JSON knows: models as objects, times as text."""
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json")
    return value.isoformat() if isinstance(value, datetime.datetime) else repr(value)


def main(url, beamline):
    client = PyISPyBRestClient(url, timeout=30)
    holders = {"client": client, "adapter": PyISPyBDataAdapter(client, beamline)}
    heard = Heard()
    logging.getLogger().addHandler(heard)
    for line in sys.stdin:
        asked = json.loads(line)
        heard.said.clear()
        answer = raised = None
        try:
            if "expire" in asked:
                client._token_expiry = datetime.datetime.now(datetime.UTC)
            else:
                answer = getattr(holders[asked["of"]], asked["method"])(*asked["arguments"])
        except Exception as exc:  # the test says what it expects
            raised = repr(exc)
        print(json.dumps({"answer": answer, "raised": raised, "logged": heard.said}, default=plain), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
