"""A served site and ispyb-client beside it, as its users run it: another process, other versions of packages."""

import os
import threading

import pytest
from werkzeug.serving import WSGIRequestHandler, make_server

from tests.support import ispyb_client


class Quiet(WSGIRequestHandler):
    def log(self, *_):
        pass


@pytest.fixture(scope="module")
def client(written):
    """The package, in a process of its own, talking to a server of the written site."""
    try:
        ispyb_client.prepare()
    except ispyb_client.Missing as missing:
        if os.environ.get("CI") == "true":
            pytest.fail(str(missing))
        pytest.skip(str(missing))
    server = make_server("127.0.0.1", 0, written.app, threaded=True, request_handler=Quiet)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    with ispyb_client.Client(f"http://127.0.0.1:{server.server_port}") as running:
        yield running
    server.shutdown()
    server.server_close()
