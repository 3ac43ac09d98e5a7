"""What simulated experiments and the examples of the pages send to a site, overheard as they send it."""

import contextlib
import io
import json
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from ispyb_api.app import PREFIX
from ispyb_api.client import Client
from ispyb_api.simulation import crystals, microscope, serial
from ispyb_api.simulation.beamtime import Beamtime
from tests.support import examples, sites

EXPERIMENTS = {
    "mx": (crystals.run, "MX415", "BL01-MX"),
    "ssx": (serial.run, "SX28", "BL02-SSX"),
    "em": (microscope.run, "EM67", "BL03-EM"),
}
DOCS = Path(__file__).parents[2] / "docs"
LINES = "application/x-ndjson"
_MOST = 20  # objects of a list: more of them are the same again


@dataclass(frozen=True)
class Sent:
    """A request as it came, with what it says."""

    method: str
    path: str
    payload: object
    kind: str = "application/json"

    def text(self, payload):
        """Return another payload as this request sends its own; what is no list goes in one line."""
        if self.kind != LINES:
            return json.dumps(payload)
        return "\n".join(json.dumps(each) for each in (payload if isinstance(payload, list) else [payload]))


@contextlib.contextmanager
def overhearing(site):
    """Yield a list to which each request of the block that writes JSON is added, with the first objects of its lists."""
    heard, answer = [], site.app.wsgi_app

    def listen(environ, start_response):
        kind, path = environ.get("CONTENT_TYPE", "").partition(";")[0], environ["PATH_INFO"].removeprefix(PREFIX)
        if kind in ("application/json", LINES) and not path.startswith("/auth/"):
            body = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
            environ["wsgi.input"] = io.BytesIO(body)
            said = [json.loads(line) for line in body.splitlines() if line] if kind == LINES else json.loads(body)
            said = said[:_MOST] if isinstance(said, list) else said
            query = f"?{environ['QUERY_STRING']}" if environ.get("QUERY_STRING") else ""
            heard.append(Sent(environ["REQUEST_METHOD"], path + query, said, kind))
        return answer(environ, start_response)

    with mock.patch.object(site.app, "wsgi_app", listen):
        yield heard


def experiment(site, kind, number):
    """Do an experiment of ``ispyb-api simulate``, for which nobody waits; return what it sent."""
    run, proposal, beamline = EXPERIMENTS[kind]
    with (
        overhearing(site) as heard,
        sites.served(site) as url,
        Client(url, login="service", password="demo-service") as client,
    ):
        run(Beamtime(client, proposal, beamline, speed=0, tell=lambda _: None), number)
    return heard


def page(site, path):
    """Try out the examples of a page; return what they sent."""
    reader, text = examples.Reader(site), path.read_text(encoding="utf-8")
    with overhearing(site) as heard:
        for each in examples.of_page(text):
            assert reader.try_out(each) is None, each
        examples.carried_out(site, text)
    assert heard, path
    return heard
